"""Looks at a workbook that came back before anything opens it: what is dangerous or no workbook is refused, with its reason.

Nothing in a workbook is ever run or followed. What could have been is told in notes.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stratbuild.diagnostics import Diagnostic, Fault, Span, Stage
from stratbuild.render.edited.scan_archive import LARGEST, MEBIBYTE, unpacked
from stratbuild.render.edited.scan_archive_faults import WORKBOOK_TOO_LARGE
from stratbuild.render.edited.scan_content_faults import (
    WORKBOOK_LINKS_IGNORED,
    WORKBOOK_MACROS_IGNORED,
    WORKBOOK_OBJECTS_IGNORED,
    WORKBOOK_OPEN_ELSEWHERE,
)
from stratbuild.render.edited.scan_kind import FileRefused, refuse_other_files
from stratbuild.render.edited.scan_kind_faults import WORKBOOK_NOT_READABLE

_MOST_NAMED = 5
_TARGET = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']{1,200})")
_DDE = re.compile(rb"\bddeService\s*=\s*[\"']([^\"']{0,80})[\"'][^>]*?\bddeTopic\s*=\s*[\"']([^\"']{0,80})")
_LINKS = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/", "xl/webextensions/")
_OBJECTS = ("xl/embeddings/", "xl/activex/", "xl/ctrlprops/")
_MACROS = ("xl/vbaproject.bin", "xl/macrosheets/")
_OWNER_NAME_BYTES = 54


@dataclass(frozen=True)
class Scanned:
    """A workbook's parts by name in lower case, or nothing where it was refused, and what was found."""

    parts: Mapping[str, bytes] | None
    found: tuple[Diagnostic, ...]


def scan(path: Path) -> Scanned:
    """Read the file once, refuse what must not be opened, and unpack the rest in memory."""
    shown = path.as_posix()
    locks = [*_held(path)] if path.name else []
    try:
        data = _read(path)
        refuse_other_files(data)
        parts = unpacked(data, path.name)
    except FileRefused as refused:
        return Scanned(None, (*locks, Diagnostic(refused.fault, Span(shown), {"name": path.name, **refused.facts})))
    return Scanned(parts, (*locks, *_notes(parts, shown)))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileRefused(WORKBOOK_NOT_READABLE, problem=error.strerror or str(error)) from None
    if len(data) > LARGEST:
        raise FileRefused(WORKBOOK_TOO_LARGE, size=-(-len(data) // MEBIBYTE), largest=LARGEST // MEBIBYTE)
    return data


def _notes(parts: Mapping[str, bytes], shown: str) -> Iterator[Diagnostic]:
    if any(name.startswith(_MACROS) for name in parts) or b"macroEnabled" in parts["[content_types].xml"]:
        yield _note(WORKBOOK_MACROS_IGNORED, shown)
    links = [name for name in parts if name.startswith(_LINKS)]
    if links:
        targets = [target for name in links if name.endswith(".rels") for target in _TARGET.findall(parts[name])]
        servers = [b"|".join(found) for name in links for found in _DDE.findall(parts[name])]
        told = [text.decode("utf-8", errors="replace") for text in (*targets, *servers)]
        yield _note(WORKBOOK_LINKS_IGNORED, shown, places=named(told or links))
    objects = [name for name in parts if name.startswith(_OBJECTS) and not name.endswith(".rels")]
    if objects:
        yield _note(WORKBOOK_OBJECTS_IGNORED, shown, places=named(objects))


def named(places: Iterable[str]) -> tuple[str, ...]:
    """The first few of many places, and a sign that there are more."""
    found = tuple(dict.fromkeys(places))
    return found if len(found) <= _MOST_NAMED else (*found[:_MOST_NAMED], "…")


def _note(fault: Fault, shown: str, **facts: object) -> Diagnostic:
    return Diagnostic(fault, Span(shown), facts, fault.severity_at(Stage.DRAFT))


def _held(path: Path) -> Iterator[Diagnostic]:
    """Who has the workbook open, as the lock files of Excel and of LibreOffice beside it say."""
    for lock, owner in ((f"~${path.name}", _excel_owner), (f".~lock.{path.name}#", _libreoffice_owner)):
        place = path.with_name(lock)
        try:
            if not place.is_file():
                continue
            with place.open("rb") as file:
                holder = owner(file.read(1000))
        except OSError:
            # Excel lets nobody read its lock file while it holds it.
            holder = ""
        yield _note(WORKBOOK_OPEN_ELSEWHERE, path.as_posix(), name=path.name, holder=holder or lock)


def _excel_owner(record: bytes) -> str:
    """The owner's name: once in bytes of the system's own code page, then in UTF-16, which is preferred."""
    place = _OWNER_NAME_BYTES + 1
    length = int.from_bytes(record[place : place + 2], "little")
    wide = (
        record[place + 2 : place + 2 + 2 * length].decode("utf-16-le", errors="ignore") if 0 < length <= _OWNER_NAME_BYTES else ""
    )
    narrow = record[1 : 1 + record[0]].decode("cp1251", errors="ignore") if record else ""
    return _printable(wide) or _printable(narrow)


def _libreoffice_owner(record: bytes) -> str:
    """The user's name and the computer of a record `name,login,computer,time,profile;`."""
    fields = next(csv.reader([record.decode("utf-8", errors="ignore").replace("\n", " ")], escapechar="\\"), [])
    name, login, computer = (_printable(field) for field in [*fields, "", "", ""][:3])
    return ", ".join(part for part in (name or login, computer) if part)


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()[:60]
