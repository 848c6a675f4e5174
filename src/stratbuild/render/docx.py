"""What pandoc's DOCX still lacks: filled contents, unsplit rows, landscape parts, pictures, a footer, equal bytes."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from stratbuild.render.archive import pack, unpack
from stratbuild.render.contents import ask_for_update, fill_contents, fill_list
from stratbuild.render.docx_fields import make_fields
from stratbuild.render.docx_pictures import PrintedPicture, place_pictures
from stratbuild.render.docx_properties import Properties, write_properties
from stratbuild.render.docx_tree import APART, CONTENTS, FIGURES, LANDSCAPE, MARKER, PAGE_BREAK, TABLES, TOGETHER
from stratbuild.render.openxml import Element, child, element, ensure, is_, parse, replace, serialised, style_of, tag

_SHADED = {"TableTotal": "F3F6FA", "TableGroup": "F3F6FA"}
_LONGEST_WHOLE_ROW = 1800
"""Characters; a longer row may be divided between pages."""

_MOST_ROWS_KEPT = 10
_ROOM_FOR_NUMBER = "510"
"""Twentieths of a point: 9 mm, enough for `100.` at the size of the text."""
_BEFORE_PAGE_BREAK = ("pStyle", "keepNext", "keepLines")


def finish(data: bytes, properties: Properties, pictures: Sequence[PrintedPicture] = ()) -> bytes:
    """Pandoc's DOCX, completed. Its markers become sections, page breaks, pictures, the contents and the lists."""
    parts = unpack(data)
    root = parse(parts["word/document.xml"])
    body = child(root, "body")
    for row in root.iter(tag("tr")):
        _finish_row(row)
    for table in body.iter(tag("tbl")):
        _keep_together(table)
    for marker in _markers(body, TOGETHER):
        _keep_group(marker)
    place_pictures(parts, body, pictures)
    make_fields(body)
    _make_sections(body)
    for marker in _markers(body, PAGE_BREAK):
        _break_page(marker)
    for marker in _markers(body, CONTENTS):
        fill_contents(body, marker)
        ask_for_update(parts)
    for name, kind in ((TABLES, "t"), (FIGURES, "f")):
        for marker in _markers(body, name):
            fill_list(body, marker, kind)
    _widen_numbers(parts)
    parts["word/document.xml"] = serialised(root)
    write_properties(parts, properties)
    return pack(parts)


def _widen_numbers(parts: dict[str, bytes]) -> None:
    """Pandoc leaves room for one digit before the text of a numbered list; a tenth item would jump to the next tab."""
    if "word/numbering.xml" not in parts:
        return
    root = parse(parts["word/numbering.xml"])
    for level in root.iter(tag("lvl")):
        form = level.find(tag("numFmt"))
        if form is not None and form.get(tag("val")) == "decimal":
            for indent in level.iter(tag("ind")):
                indent.set(tag("hanging"), _ROOM_FOR_NUMBER)
    parts["word/numbering.xml"] = serialised(root)


def _finish_row(row: Element) -> None:
    properties = ensure(row, "trPr", after=("tblPrEx",))
    words = sum(len(text.text or "") for text in row.iter(tag("t")))
    if words <= _LONGEST_WHOLE_ROW and properties.find(tag("cantSplit")) is None:
        properties.insert(0, element("cantSplit"))
    styles = {style_of(paragraph) for paragraph in row.iter(tag("p"))}
    for empty in (paragraph for paragraph in row.iter(tag("p")) if style_of(paragraph) is None):
        # The paragraph that pandoc puts into an empty cell would be as high as one of the text outside tables.
        ensure(empty, "pPr").insert(0, element("pStyle", val="TableText"))
    fill = next((_SHADED[style] for style in styles if style in _SHADED), None)
    if fill is None:
        return
    for cell in row.findall(tag("tc")):
        cell_properties = ensure(cell, "tcPr")
        shade = element("shd", val="clear", color="auto", fill=fill)
        follows = [
            one for one in cell_properties if is_(one, "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")
        ]
        if follows:
            follows[0].addprevious(shade)
        else:
            cell_properties.append(shade)


def _keep_together(table: Element) -> None:
    """What belongs together stays on one page: a small table with the text before it, a group with its first row, a total."""
    rows = table.findall(tag("tr"))
    is_small = len(rows) <= _MOST_ROWS_KEPT and sum(len(text.text or "") for text in table.iter(tag("t"))) <= _LONGEST_WHOLE_ROW
    style = table.find(f"{tag('tblPr')}/{tag('tblStyle')}")
    is_facts = style is not None and style.get(tag("val")) in ("FactsTable", "BareTable")
    styles = [{style_of(paragraph) for paragraph in row.iter(tag("p"))} for row in rows]
    for place, row in enumerate(rows[:-1]):
        if is_small or "TableGroup" in styles[place] or "TableTotal" in styles[place + 1]:
            _keep_with_next(row)
    before = table.getprevious()
    if is_facts and is_small and before is not None and is_(before, "p"):
        _keep_with_next(before)
    _part_from_text(table)


def _keep_group(marker: Element) -> None:
    """What stands between the markers of a group stays with what follows it, but for the last paragraph or table."""
    inside: list[Element] = []
    following = marker.getnext()
    while following is not None and style_of(following) != MARKER + APART:
        inside.append(following)
        following = following.getnext()
    for one in [part for part in inside if is_(part, "p", "tbl")][:-1]:
        _keep_with_next(one)
    replace(marker)
    if following is not None:
        replace(following)


def _part_from_text(table: Element) -> None:
    """The paragraph after a table is a first one, whose style leaves room above it; pandoc thinks so of headings only."""
    after = _content_after(table)
    if after is None or style_of(after) != "BodyText":
        return
    child(child(after, "pPr"), "pStyle").set(tag("val"), "FirstParagraph")


def _keep_with_next(part: Element) -> None:
    for paragraph in part.iter(tag("p")):
        properties = ensure(paragraph, "pPr")
        if properties.find(tag("keepNext")) is None:
            properties.insert(sum(1 for one in properties if is_(one, "pStyle")), element("keepNext"))


def _make_sections(body: Element) -> None:
    """Every landscape part becomes a section; only the first section has a first page without a header."""
    last = child(body, "sectPr")
    made: list[Element] = []
    for marker in list(body):
        kind = (style_of(marker) or "").removeprefix(MARKER) if is_(marker, "p") else ""
        if kind == LANDSCAPE and _is_first(marker):
            body.remove(marker)
        elif kind == LANDSCAPE:
            made.append(_end_section(marker, deepcopy(last)))
        elif kind == "portrait":
            section = _turned(deepcopy(last))
            if _content_after(marker) is not None:
                made.append(_end_section(marker, section))
            else:
                body.replace(last, section)
                last = section
                body.remove(marker)
    for section in [*made, last][1:]:
        for first_page in section.findall(tag("titlePg")):
            section.remove(first_page)


def _is_first(marker: Element) -> bool:
    """Whether nothing stands before a marker, so that there is no section to end."""
    return all(is_(one, "bookmarkStart", "bookmarkEnd") for one in marker.itersiblings(preceding=True))


def _end_section(marker: Element, section: Element) -> Element:
    """A section ends in the properties of its last paragraph: the one before the marker, or else the marker."""
    before = marker.getprevious()
    while before is not None and is_(before, "bookmarkStart", "bookmarkEnd"):
        before = before.getprevious()
    if (
        before is not None
        and is_(before, "p")
        and before.find(f"{tag('pPr')}/{tag('sectPr')}") is None
        and not _is_marker(before)
    ):
        ensure(before, "pPr").append(section)
        replace(marker)
    else:
        properties = ensure(marker, "pPr")
        for style in properties.findall(tag("pStyle")):
            style.set(tag("val"), "SectionEnd")
        properties.append(section)
    return section


def _turned(section: Element) -> Element:
    """The section on its side: the sheet's upper margin becomes its left one."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width, height = size.get(tag("w")), size.get(tag("h"))
    size.set(tag("w"), str(height))
    size.set(tag("h"), str(width))
    size.set(tag("orient"), "landscape")
    upright = {side: str(margins.get(tag(side))) for side in ("top", "right", "bottom", "left")}
    for side, value in zip(
        ("top", "right", "bottom", "left"), (upright["left"], upright["top"], upright["right"], upright["bottom"]), strict=True
    ):
        margins.set(tag(side), value)
    return section


def _break_page(marker: Element) -> None:
    following = _content_after(marker)
    target = following if following is not None and is_(following, "p") else None
    begins_section = target is not None and _starts_section(marker)
    if target is not None and not begins_section:
        properties = ensure(target, "pPr")
        before = [one for one in properties if is_(one, *_BEFORE_PAGE_BREAK)]
        page_break = element("pageBreakBefore")
        properties.insert(len(before), page_break)
    replace(marker)


def _starts_section(marker: Element) -> bool:
    """Whether the text after the marker begins a new section, and with it a new page, anyway."""
    before = marker.getprevious()
    while before is not None and is_(before, "bookmarkStart", "bookmarkEnd"):
        before = before.getprevious()
    return before is not None and before.find(f"{tag('pPr')}/{tag('sectPr')}") is not None


def _content_after(place: Element) -> Element | None:
    following = place.getnext()
    while following is not None and is_(following, "bookmarkStart", "bookmarkEnd"):
        following = following.getnext()
    return None if following is None or is_(following, "sectPr") else following


def _markers(body: Element, name: str) -> Iterator[Element]:
    return iter([one for one in body.iter(tag("p")) if style_of(one) == MARKER + name])


def _is_marker(paragraph: Element) -> bool:
    return (style_of(paragraph) or "").startswith(MARKER)
