"""The contents of a DOCX and its lists of tables and figures: fields whose entries are written already."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratbuild.render.docx_fields import SEQUENCES, field, mark
from stratbuild.render.openxml import Element, element, is_, parse, replace, serialised, style_of, tag

_SETTINGS = "word/settings.xml"
_AFTER_UPDATE = (
    *("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "captions", "shapeDefaults", "decimalSymbol", "listSeparator"),
)
"""What the schema wants behind the request to update fields."""
_DEEPEST = 2
_CONTENTS = f' TOC \\o "1-{_DEEPEST}" \\h \\z \\u '


@dataclass(frozen=True, slots=True)
class _Entry:
    style: str
    title: str
    bookmark: str


def fill_contents(body: Element, marker: Element) -> None:
    """Put the contents in the place of a marker.

    Only a program that lays out pages can number them: every entry has a field for its page, which Word
    fills when the fields are updated.
    """
    paragraphs = _paragraphs(list(_headings(body)), _CONTENTS)
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    contents = element("sdt", element("sdtPr", gallery), element("sdtContent", *paragraphs))
    replace(marker, contents)


def fill_list(body: Element, marker: Element, kind: str) -> None:
    """Put the list of all tables (`t`) or figures (`f`) that have a number in the place of a marker."""
    entries = list(_captions(body, kind))
    replace(marker, *_paragraphs(entries, f' TOC \\h \\z \\c "{SEQUENCES[kind]}" '))


def ask_for_update(parts: dict[str, bytes]) -> None:
    """Let Word offer, when it opens the file, to fill the numbers of pages in."""
    root = parse(parts[_SETTINGS])
    if root.find(tag("updateFields")) is None:
        following = next((one for one in root if is_(one, *_AFTER_UPDATE)), None)
        made = element("updateFields", val="true")
        root.append(made) if following is None else following.addprevious(made)
    parts[_SETTINGS] = serialised(root)


def _paragraphs(entries: Sequence[_Entry], instruction: str) -> list[Element]:
    paragraphs = [_paragraph(entry) for entry in entries]
    if paragraphs:
        begin = (mark("begin"), element("r", element("instrText", text=instruction)), mark("separate"))
        for place, run in enumerate(begin, start=1):
            paragraphs[0].insert(place, run)
        paragraphs[-1].append(mark("end"))
    return paragraphs


def _headings(body: Element) -> Iterator[_Entry]:
    bookmark = ""
    for node in body.iter(tag("bookmarkStart"), tag("p")):
        if is_(node, "bookmarkStart"):
            bookmark = str(node.get(tag("name")))
            continue
        style = style_of(node) or ""
        level = style.removeprefix("Heading")
        if style.startswith("Heading") and level.isdecimal() and int(level) <= _DEEPEST:
            yield _Entry(f"TOC{level}", _text(node), bookmark)


def _captions(body: Element, kind: str) -> Iterator[_Entry]:
    pattern = re.compile(rf"{kind}_[0-9]+")
    for paragraph in body.iter(tag("p")):
        for start in paragraph.iter(tag("bookmarkStart")):
            name = str(start.get(tag("name")))
            if pattern.fullmatch(name):
                yield _Entry("TableofFigures", _text(paragraph), name)


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(tag("t")))


def _paragraph(entry: _Entry) -> Element:
    """An entry that leads to its place, and a field for the number of its page."""
    title, tab = element("r", element("t", text=entry.title)), element("r", element("tab"))
    page = field(f" PAGEREF {entry.bookmark} \\h ", [element("r", element("t", text=""))])
    link = element("hyperlink", title, tab, *page, anchor=entry.bookmark, history="1")
    return element("p", element("pPr", element("pStyle", val=entry.style)), link)
