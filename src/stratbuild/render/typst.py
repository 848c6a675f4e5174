"""The door to typst: a document's tree, read by `templates/typst/paper.typ` in a private folder, becomes a PDF."""

import json
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from stratbuild.render.child import run_engine
from stratbuild.render.document import to_json
from stratbuild.render.fonts import font_families, font_folders
from stratbuild.source import resource

ENGINE = "typst"
PDF_STANDARDS = ("ua-1", "a-2a")
"""Accessible and fit for archives; typst refuses to write a PDF that is not."""

_PROGRAM = "paper.typ"


def write_pdf(document: Mapping[str, Any], folder: Path, output: Path, *, day: date) -> None:
    """A tree to PDF. The folder is private: typst can read nothing outside it, and nothing else is in it."""
    shutil.copyfile(resource("templates", "typst", _PROGRAM), folder / _PROGRAM)
    shown = {"year": day.year, "month": day.month, "day": day.day}
    (folder / "paper.json").write_bytes(to_json({**document, "fonts": list(font_families()), "day": shown}))
    job = {
        "input": str(folder / _PROGRAM),
        "output": str(output),
        "root": str(folder),
        "font_paths": [str(path) for path in font_folders()],
        "pdf_standards": list(PDF_STANDARDS),
        "timestamp": int(datetime.combine(day, time(), UTC).timestamp()),
    }
    command = [sys.executable, "-P", str(Path(__file__).with_name("typst_child.py"))]
    run_engine(ENGINE, command, folder, given=json.dumps(job).encode())
