"""Whether a PDF says the same as a DOCX, word for word and in the same order.

What a page adds by itself is passed over: its number and its foot, the head of a table that goes on, the
mark of a list item, the dots and the page of an entry of the contents, the words of a drawing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pypdf import PdfReader

from printed import WORD, docx_part, letters, value, words

_ENTRY = re.compile(r"\.{2,}[0-9]+|\.*[0-9]+")
_MARKER = re.compile(r"–|[0-9]+\.")
_SHOWN = 60
_HEAD, _ROWS = "head of several rows", "rows that share a cell"


@dataclass(frozen=True)
class Difference:
    """Where the two part: what the DOCX says next, and what the PDF says there."""

    docx: str
    pdf: str


def difference(docx: Path, pdf: Path) -> Difference | None:
    """The first difference; nothing where there is none."""
    printed, repeated = _pdf(pdf), _repeated(docx)
    at = 0
    for paragraph, kind in _paragraphs(docx):
        if kind in (_HEAD, _ROWS):
            # Cells that reach over several rows are drawn after those that do not.
            at += len(printed[at:]) - len(_without_repeated(printed[at:], repeated))
            shown = printed[at : at + len(paragraph)]
            if Counter(shown) != Counter(paragraph):
                return Difference(paragraph[:_SHOWN], shown[:_SHOWN])
            at += len(paragraph)
            repeated = (shown, *repeated) if kind == _HEAD else repeated
            continue
        found = _after(printed, at, paragraph, repeated, is_caption=kind in ("ImageCaption", "TableCaption"))
        if found is None:
            return Difference(paragraph[:_SHOWN], printed[at : at + _SHOWN])
        at = found
        if kind.startswith("TOC") or kind == "TableofFigures":
            entry = _ENTRY.match(printed, at)
            at = entry.end() if entry else at
    rest = _without_repeated(printed[at:], repeated)
    return Difference("", rest[:_SHOWN]) if rest else None


def _paragraphs(docx: Path) -> Iterator[tuple[str, str]]:
    """The letters of every paragraph that has any, and its style; rows that share a cell come as one."""
    root = docx_part(docx)
    inside: dict[etree._Element, int] = {}
    together: list[tuple[str, str]] = []
    for table in root.iter(f"{WORD}tbl"):
        heads = _head(table)
        for rows in _sharing(list(table.iter(f"{WORD}tr"))):
            if len(rows) > 1:
                inside |= {one: len(together) for row in rows for one in row.iter(f"{WORD}p")}
                together.append(("".join(letters(words(row)) for row in rows), _HEAD if rows[0] in heads else _ROWS))
    said: set[int] = set()
    for one in root.iter(f"{WORD}p"):
        written, place = letters(words(one)), inside.get(one)
        if place is not None:
            if place not in said:
                yield together[place]
            said.add(place)
        elif written:
            style = next(one.iter(f"{WORD}pStyle"), None)
            yield written, "" if style is None else str(value(style, "val"))


def _sharing(rows: list[etree._Element]) -> Iterator[list[etree._Element]]:
    """Rows in groups that share cells which reach over several of them."""
    group: list[etree._Element] = []
    for row in rows:
        continues = any(value(one, "val") in (None, "continue") for one in row.iter(f"{WORD}vMerge"))
        if group and not continues:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _head(table: etree._Element) -> list[etree._Element]:
    return [row for row in table.iter(f"{WORD}tr") if next(row.iter(f"{WORD}tblHeader"), None) is not None]


def _pdf(pdf: Path) -> str:
    """The letters of all pages without their numbers and feet."""
    found = []
    for number, page in enumerate(PdfReader(pdf).pages, start=1):
        lines = page.extract_text().splitlines()
        foot = next((at for at in range(len(lines) - 1, -1, -1) if "Редакція" in lines[at] and "від" in lines[at]), None)
        if foot is not None and foot >= len(lines) - 3:
            lines = lines[:foot]
        if number > 1 and lines and lines[0].strip() == str(number):
            lines = lines[1:]
        found.append(letters("\n".join(lines)))
    return "".join(found)


def _repeated(docx: Path) -> tuple[str, ...]:
    """What may come again on a next page: heads of tables, and titles of groups; the longest first."""
    found: set[str] = set()
    for table in docx_part(docx).iter(f"{WORD}tbl"):
        groups = [row for row in table.iter(f"{WORD}tr") if _is_group(row)]
        found.add("".join(letters(words(row)) for row in _head(table)))
        found |= {letters(words(row)) for row in groups}
    return tuple(sorted(found - {""}, key=len, reverse=True))


def _is_group(row: etree._Element) -> bool:
    return any(value(style, "val") == "TableGroup" for style in row.iter(f"{WORD}pStyle"))


def _after(printed: str, at: int, paragraph: str, repeated: tuple[str, ...], *, is_caption: bool) -> int | None:
    """Where the paragraph ends in the print; it may begin after what a page or a list adds, and be divided by the former."""
    while True:
        if printed.startswith(paragraph, at):
            return at + len(paragraph)
        skipped = next((at + len(one) for one in repeated if printed.startswith(one, at)), None)
        if skipped is None:
            break
        at = skipped
    marker = _MARKER.match(printed, at)
    if marker and printed.startswith(paragraph, marker.end()):
        return marker.end() + len(paragraph)
    divided = _divided(printed, at, paragraph, repeated)
    if divided is not None:
        return divided
    if is_caption and (found := printed.find(paragraph, at)) >= 0:
        return found + len(paragraph)
    return None


def _divided(printed: str, at: int, paragraph: str, repeated: tuple[str, ...]) -> int | None:
    """A paragraph of a long row that goes on below the repeated head of its table."""
    same = next((place for place, (one, other) in enumerate(zip(paragraph, printed[at:], strict=False)) if one != other), 0)
    for one in repeated:
        if same and printed.startswith(one, at + same) and printed.startswith(paragraph[same:], at + same + len(one)):
            return at + len(paragraph) + len(one)
    return None


def _without_repeated(rest: str, repeated: tuple[str, ...]) -> str:
    while found := next((one for one in repeated if rest.startswith(one)), None):
        rest = rest[len(found) :]
    return rest
