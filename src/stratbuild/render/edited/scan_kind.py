"""What a file is, told by its first bytes and the names of its parts, never by its own name."""

import re
from collections.abc import Collection, Mapping

from stratbuild.diagnostics import Fault
from stratbuild.render.edited.scan_kind_faults import (
    NOT_A_WORKBOOK,
    WORKBOOK_HAS_PASSWORD,
    WORKBOOK_IS_EMPTY,
    WORKBOOK_OF_ANOTHER_FORMAT,
    WORKBOOK_OF_OLD_FORMAT,
    WORKBOOK_TRUNCATED,
)

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_PART, _ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
_HEAD = 4096
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PARTS_OF_FORMATS: Mapping[str, str] = {
    "xl/workbook.bin": "XLSB",
    "word/document.xml": "DOCX",
    "ppt/presentation.xml": "PPTX",
    "index/document.iwa": "Numbers",
}


class FileRefused(Exception):
    """A file that is not read, with the fault and its facts."""

    def __init__(self, fault: Fault, **facts: object) -> None:
        super().__init__(fault.name)
        self.fault = fault
        self.facts = facts


def refuse_other_files(data: bytes) -> None:
    """Go on only with what begins and ends as a ZIP archive; everything else is `FileRefused` by its own fault."""
    if not data:
        raise FileRefused(WORKBOOK_IS_EMPTY)
    if data.startswith(_COMPOUND_FILE):
        raise FileRefused(_fault_of_compound_file(data))
    if not data.startswith(_ZIP_PART):
        named = _format_of_text(data[:_HEAD])
        raise FileRefused(WORKBOOK_OF_ANOTHER_FORMAT, format=named) if named else FileRefused(NOT_A_WORKBOOK)
    if _ZIP_END not in data:
        raise FileRefused(WORKBOOK_TRUNCATED)


def refuse_other_archives(names: Collection[str], data: bytes) -> None:
    """Go on only with an archive that has the parts of an `.xlsx`; names are in lower case."""
    if "content.xml" in names and "mimetype" in names:
        raise FileRefused(
            WORKBOOK_OF_ANOTHER_FORMAT, format="ODS" if b"opendocument.spreadsheet" in data[:_HEAD] else "OpenDocument"
        )
    for part, named in _PARTS_OF_FORMATS.items():
        if part in names:
            raise FileRefused(WORKBOOK_OF_ANOTHER_FORMAT, format=named)
    if "[content_types].xml" not in names or "_rels/.rels" not in names:
        raise FileRefused(NOT_A_WORKBOOK)


def _fault_of_compound_file(data: bytes) -> Fault:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return WORKBOOK_HAS_PASSWORD
    old = any(name.encode("utf-16-le") + b"\x00\x00" in data for name in ("Workbook", "Book"))
    return WORKBOOK_OF_OLD_FORMAT if old else NOT_A_WORKBOOK


def _format_of_text(head: bytes) -> str | None:
    if head.startswith(b"%PDF"):
        return "PDF"
    if head.startswith(b"{\\rtf"):
        return "RTF"
    text = _decoded(head).lstrip("\ufeff \t\r\n")
    low = text.lower()
    if "urn:schemas-microsoft-com:office:spreadsheet" in low and "<html" not in low:
        return "XML Spreadsheet 2003"
    if low.startswith(("<html", "<!doctype html", "<table", "<meta")) or "<html" in low:
        return "HTML"
    first_line = text.partition("\n")[0]
    return "CSV" if not _CONTROL.search(text) and any(sign in first_line for sign in ",;\t") else None


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="ignore")
    try:
        return head.decode("utf-8-sig")
    except UnicodeDecodeError:
        return head.decode("cp1251", errors="replace")
