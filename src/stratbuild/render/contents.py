"""The contents of a DOCX: a field whose entries are written already, so that every program shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratbuild.render.openxml import Element, element, is_, replace, style_of, tag

_DEEPEST = 2
_FIELD = f' TOC \\o "1-{_DEEPEST}" \\h \\z \\u '


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    title: str
    bookmark: str


def fill_contents(body: Element, marker: Element) -> None:
    """Put the contents in the place of a marker. Only a program that lays out pages can number them: F9 in Word does."""
    entries = list(_entries(body))
    paragraphs = [_paragraph(entry) for entry in entries]
    if paragraphs:
        begin = (_mark("begin"), element("r", element("instrText", text=_FIELD)), _mark("separate"))
        for place, run in enumerate(begin, start=1):
            paragraphs[0].insert(place, run)
        paragraphs[-1].append(_mark("end"))
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    contents = element("sdt", element("sdtPr", gallery), element("sdtContent", *paragraphs))
    replace(marker, contents)


def _entries(body: Element) -> Iterator[_Entry]:
    bookmark = ""
    for node in body.iter(tag("bookmarkStart"), tag("p")):
        if is_(node, "bookmarkStart"):
            bookmark = str(node.get(tag("name")))
            continue
        style = style_of(node) or ""
        level = style.removeprefix("Heading")
        if style.startswith("Heading") and level.isdecimal() and int(level) <= _DEEPEST:
            yield _Entry(int(level), "".join(text.text or "" for text in node.iter(tag("t"))), bookmark)


def _paragraph(entry: _Entry) -> Element:
    """An entry that leads to its heading; the page number comes when the reading program updates the field."""
    link = element("hyperlink", element("r", element("t", text=entry.title)), anchor=entry.bookmark, history="1")
    return element("p", element("pPr", element("pStyle", val=f"TOC{entry.level}")), link)


def _mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))
