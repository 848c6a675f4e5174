"""The door to typst: a document's tree, read by `templates/typst/paper.typ` in a private folder, becomes a PDF.

It makes bitmaps of drawings too, for the programs that cannot show the drawings themselves.
"""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from stratbuild.render.chart.picture import Picture
from stratbuild.render.child import run_engine
from stratbuild.render.document import to_json
from stratbuild.render.fonts import font_families, font_folders
from stratbuild.render.house_style import house_style
from stratbuild.source import INSTALLED, Templates

ENGINE = "typst"
PDF_STANDARDS = ("ua-1", "a-2a")
"""Accessible and fit for archives; typst refuses to write a PDF that is not."""

_PROGRAM = "paper.typ"
_PICTURES = "pictures.typ"
_DOTS_PER_INCH, _DOTS_OF_MANY = 200, 150
_AT_ONCE = 40
"""Pictures or short papers that one process makes: it may not run long. Of more pictures none is drawn as fine as print could be."""


def write_pdf(document: Mapping[str, Any], folder: Path, output: Path, *, day: date, templates: Templates = INSTALLED) -> None:
    """A tree to PDF. The folder is private: typst can read nothing outside it, and nothing else is in it."""
    _run(folder, [_job(document, folder, output, day, templates)], templates)


def write_many_pdf(
    documents: Mapping[str, Mapping[str, Any]], folder: Path, *, day: date, templates: Templates = INSTALLED
) -> None:
    """Short trees to PDFs of the given names in a private folder; many share a process, and each sees a folder of its own."""
    jobs = []
    for number, (name, document) in enumerate(documents.items()):
        own = folder / f"paper{number}"
        own.mkdir()
        jobs.append(_job(document, own, folder / name, day, templates))
    for first in range(0, len(jobs), _AT_ONCE):
        _run(folder, jobs[first : first + _AT_ONCE], templates)


def _job(document: Mapping[str, Any], folder: Path, output: Path, day: date, templates: Templates) -> dict[str, object]:
    shutil.copyfile(templates.path("typst", _PROGRAM), folder / _PROGRAM)
    look = house_style(templates).for_typst()
    shown = {"year": day.year, "month": day.month, "day": day.day}
    (folder / "paper.json").write_bytes(
        to_json({**document, "look": look, "fonts": list(font_families(templates)), "day": shown})
    )
    moment = int(datetime.combine(day, time(), UTC).timestamp())
    return {
        "input": str(folder / _PROGRAM),
        "output": str(output),
        "root": str(folder),
        "pdf_standards": list(PDF_STANDARDS),
        "timestamp": moment,
    }


def bitmaps(pictures: Sequence[Picture], folder: Path, templates: Templates = INSTALLED) -> list[bytes]:
    """The pictures as PNG files, in the papers' fonts. The folder is private, as for a PDF."""
    shutil.copyfile(templates.path("typst", _PICTURES), folder / _PICTURES)
    dots = _DOTS_PER_INCH if len(pictures) <= _AT_ONCE else _DOTS_OF_MANY
    found: list[bytes] = []
    for first in range(0, len(pictures), _AT_ONCE):
        shown = [{"svg": one.svg, "width": one.width, "height": one.height} for one in pictures[first : first + _AT_ONCE]]
        (folder / "pictures.json").write_bytes(to_json({"fonts": list(font_families(templates)), "pictures": shown}))
        made = folder / f"from{first}"
        made.mkdir()
        job = {"input": str(folder / _PICTURES), "output": str(made / "picture{0p}.png"), "root": str(folder)}
        _run(folder, [{**job, "format": "png", "ppi": dots}], templates)
        found += [path.read_bytes() for path in sorted(made.iterdir())]
    return found


def _run(folder: Path, jobs: Sequence[Mapping[str, object]], templates: Templates) -> None:
    fonts = [str(path) for path in font_folders(templates)]
    command = [sys.executable, "-P", str(Path(__file__).with_name("typst_child.py"))]
    run_engine(ENGINE, command, folder, given=json.dumps([{**job, "font_paths": fonts} for job in jobs]).encode())
