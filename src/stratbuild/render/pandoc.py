"""The door to pandoc: the binary that came with pypandoc, by its absolute path, on trees and trusted Markdown only."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from stratbuild.render.ast import Node
from stratbuild.render.child import run_engine
from stratbuild.render.faults import EngineFailed
from stratbuild.source import INSTALLED, Templates

ENGINE = "pandoc"
TEMPLATE_MARKDOWN = "commonmark+attributes+bracketed_spans+fenced_divs"
"""The Markdown of templates: headings, paragraphs, lists, emphasis, links, and `:::` groups with classes."""

_MEMORY = ("+RTS", "-M1500M", "-RTS")
_NO_TIME = {"SOURCE_DATE_EPOCH": "0"}
"""The day of a paper is that of its edition, which `render.docx` writes: in its sandbox pandoc does not hear of any."""

_REFERENCE, _PAGE = "reference.docx", ("paper.html", "styles.css")
_READ_ALL = "read_templates.lua"
_WRITE_ALL = "write_documents.lua"


def parse_templates(texts: Sequence[str], folder: Path) -> list[list[Node]]:
    """The blocks of rendered templates, all by one process."""
    given = json.dumps(list(texts), ensure_ascii=False).encode()
    printed = _lua(_READ_ALL, folder, TEMPLATE_MARKDOWN, given=given)
    return [document["blocks"] for document in json.loads(printed)]


def write_docx(document: Mapping[str, Any], folder: Path, output: Path, templates: Templates = INSTALLED) -> None:
    """One document tree to DOCX, with pandoc's sandbox on."""
    _write(document, folder, output, "-t", "docx", f"--reference-doc={templates.path(_REFERENCE).resolve()}")


def write_html(document: Mapping[str, Any], folder: Path, output: Path, templates: Templates = INSTALLED) -> None:
    """One document tree to a self-contained HTML page, with pandoc's sandbox on."""
    for name in _PAGE:
        # The page takes in its styles, and an office may have changed only one of the two.
        shutil.copyfile(templates.path("html", name), folder / name)
    template = folder / _PAGE[0]
    _write(document, folder, output, "-t", "html5", "--standalone", f"--template={template}", "--wrap=none")


def write_many_docx(documents: Mapping[str, Mapping[str, Any]], folder: Path, templates: Templates = INSTALLED) -> None:
    """Document trees to DOCX by file name in a folder, all by one process: starting it costs more than a small paper."""
    given = json.dumps(
        [{"name": name, "tree": json.dumps(tree, ensure_ascii=False)} for name, tree in documents.items()]
    ).encode()
    _lua(_WRITE_ALL, folder, str(templates.path(_REFERENCE).resolve()), str(folder), given=given)


def _write(document: Mapping[str, Any], folder: Path, output: Path, *options: str) -> None:
    command = [str(_binary()), *_MEMORY, "-f", "json", "--sandbox", *options, "-o", str(output)]
    given = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    run_engine(ENGINE, command, folder, given=given, environment=_NO_TIME)


def _lua(script: str, folder: Path, *arguments: str, given: bytes) -> bytes:
    path = Path(__file__).with_name(script)
    command = [str(_binary()), "lua", str(path), *arguments]
    return run_engine(ENGINE, command, folder, given=given, environment={**_NO_TIME, "GHCRTS": "-M1500M"})


@cache
def _binary() -> Path:
    """Pypandoc itself would take a newer pandoc from `PATH`; papers are made by the one that was installed with it."""
    found = find_spec("pypandoc")
    if found is None or found.origin is None:
        raise EngineFailed(ENGINE, "pypandoc_binary is not installed")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    path = Path(found.origin).with_name("files") / name
    if not path.is_file():
        raise EngineFailed(ENGINE, f"{path}: pypandoc_binary is not installed completely")
    return path
