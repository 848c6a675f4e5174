"""A document's tree, and the changes that each format needs: contents, parts in landscape, numbers of tables and pictures."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from stratbuild.render.ast import API_VERSION, FILL, PICTURE, SAMPLE, Node, picture_of, text
from stratbuild.render.chart.picture import Picture
from stratbuild.render.inline_picture import inline_svg
from stratbuild.render.locale import Locale

CONTENTS, PAGE_BREAK, LANDSCAPE = "contents", "page-break", "landscape"
"""The groups of a template that are more than a style: `::: contents`, `::: page-break`, `::: landscape`."""

MARKER = "Marker-"
"""In a DOCX tree, such groups are empty paragraphs of a style of this name, which `render.docx` replaces."""

PICTURE_MARKER = "picture-"
"""Such a marker, with the picture's number after it, stands in a DOCX tree where the picture will."""

_LISTED_LEVELS = 2
"""How many levels of headings the contents list."""

_TABLE_STYLES = {"facts": "FactsTable", "bare": "BareTable"}
"""By id: pandoc writes the style of a table as it is given, without looking up its name."""

_ROW_STYLES = {"total": "Table Total", "group": "Table Group"}


@dataclass(frozen=True)
class Document:
    """One paper's tree, the same for every format."""

    title: str
    language: str
    blocks: Sequence[Node]
    footer: str = ""
    """The line at the foot of every page: which edition this is."""
    skip: str = ""
    """The words of the link that takes readers of the HTML page past its head."""

    def for_docx(self) -> dict[str, Any]:
        """The tree for pandoc's DOCX writer."""
        numbers = count(1)

        def change(block: Node) -> list[Node]:
            return _picture_for_docx(block, next(numbers)) if block["t"] == PICTURE else _for_docx(block)

        return self._tree(_changed(self.blocks, change))

    def for_html(self) -> dict[str, Any]:
        """The tree for pandoc's HTML writer: the title is the one heading of the first level."""
        headings, numbers = list(_headings(self.blocks)), count(1)

        def change(block: Node) -> list[Node]:
            return _picture_for_html(block, next(numbers)) if block["t"] == PICTURE else _for_html(block, headings)

        return self._tree(_changed(self.blocks, change))

    def for_typst(self) -> dict[str, Any]:
        """The tree for `templates/typst/paper.typ`."""
        return {"title": self.title, "language": self.language, "footer": self.footer, "blocks": list(self.blocks)}

    def text(self) -> Iterator[str]:
        """Every word of the document, those in its pictures too."""
        yield self.title
        yield self.footer
        yield from _words(self.blocks)
        for picture in self.pictures():
            yield from picture.words()

    def places_to_fill(self) -> int:
        """How many places are left for the reader to fill."""
        return sum(map(_is_place_to_fill, _nodes(self.blocks)))

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures in their order."""
        return tuple(picture_of(block) for block in _pictures(self.blocks))

    def _tree(self, blocks: list[Node]) -> dict[str, Any]:
        meta = {
            "lang": {"t": "MetaString", "c": _LANGUAGE_TAGS.get(self.language, self.language)},
            "pagetitle": {"t": "MetaString", "c": self.title},
            "footer": {"t": "MetaString", "c": self.footer},
            "skip": {"t": "MetaString", "c": self.skip},
        }
        return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}


_LANGUAGE_TAGS = {"uk": "uk-UA", "en": "en-GB"}


def document(title: str, locale: Locale, blocks: Iterable[Node], *, footer: str = "") -> Document:
    """A document of filled blocks: every heading gets an id of its own, every picture and every table with a caption a number."""
    headings = tables = pictures = 0

    def change(block: Node) -> list[Node]:
        nonlocal headings, tables, pictures
        if block["t"] == "Header":
            headings += 1
            level, (_, classes, attributes), line = block["c"]
            return [{"t": "Header", "c": [level, [f"s_{headings}", classes, attributes], line]}]
        if block["t"] == "Table" and block["c"][1][1]:
            tables += 1
            attributes, caption, *rest = block["c"]
            return [{"t": "Table", "c": [attributes, _numbered(caption, locale.say("papers.table", number=tables)), *rest]}]
        if block["t"] == PICTURE:
            pictures += 1
            caption, *rest = block["c"]
            return [{"t": PICTURE, "c": [_numbered(caption, locale.say("papers.figure", number=pictures)), *rest]}]
        return [block]

    return Document(title, locale.language, _changed(list(blocks), change), footer, locale.say("papers.skip_link"))


def _numbered(caption: list[Any], number: str) -> list[Any]:
    short, lines = caption
    return [short, [{"t": "Plain", "c": text(f"{number} – ") + lines[0]["c"]}]]


def to_json(tree: dict[str, Any]) -> bytes:
    """A tree as compact JSON."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def _changed(blocks: Iterable[Node], change: Callable[[Node], list[Node]]) -> list[Node]:
    """The blocks with a change made to each, those inside groups first."""
    found: list[Node] = []
    for block in blocks:
        inner = {"t": "Div", "c": [block["c"][0], _changed(block["c"][1], change)]} if block["t"] == "Div" else block
        found += change(inner)
    return found


def _for_docx(block: Node) -> list[Node]:
    if block["t"] == "Table":
        return [_styled_table(block)]
    classes = block["c"][0][1] if block["t"] == "Div" else ()
    if CONTENTS in classes:
        return [_marker(CONTENTS)]
    if PAGE_BREAK in classes:
        return [_marker(PAGE_BREAK)]
    if LANDSCAPE in classes:
        return [_marker(LANDSCAPE), *block["c"][1], _marker("portrait")]
    return [block]


def _picture_for_docx(block: Node, number: int) -> list[Node]:
    """A marker, since pandoc's sandbox reads no pictures, and the caption below it."""
    caption = {"t": "Para", "c": block["c"][0][1][0]["c"]}
    return [_marker(f"{PICTURE_MARKER}{number}"), {"t": "Div", "c": [["", [], [["custom-style", "Image Caption"]]], [caption]]}]


def _picture_for_html(block: Node, number: int) -> list[Node]:
    caption = block["c"][0]
    title = "".join(_line(caption[1][0]["c"]))
    drawing = {"t": "RawBlock", "c": ["html", inline_svg(picture_of(block), title, number)]}
    region = {"t": "Div", "c": [["", ["drawing"], [["role", "region"], ["tabindex", "0"], ["aria-label", title]]], [drawing]]}
    return [{"t": "Figure", "c": [["", ["picture"], []], caption, [region]]}]


def _styled_table(block: Node) -> Node:
    """DOCX knows neither kinds of tables nor kinds of rows, only styles."""
    attributes, caption, columns, head, [(body_attributes, titles, inner, rows)], foot = block["c"]
    heads = [head[0], [[row[0], [_styled_cell(cell, ()) for cell in row[1]]] for row in head[1]]]
    style = [["custom-style", _TABLE_STYLES[kind]] for kind in attributes[1] if kind in _TABLE_STYLES]
    styled = [[row[0], [_styled_cell(cell, row[0][1]) for cell in row[1]]] for row in rows]
    body = [body_attributes, titles, inner, styled]
    return {"t": "Table", "c": [["", [], style], caption, columns, heads, [body], foot]}


def _styled_cell(cell: list[Any], kinds: Sequence[str]) -> list[Any]:
    style = next((_ROW_STYLES[kind] for kind in kinds if kind in _ROW_STYLES), "Table Text")
    *rest, content = cell
    # Pandoc gives its own style to what is not a whole paragraph.
    whole = [{"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block for block in content]
    return [*rest, [{"t": "Div", "c": [["", [], [["custom-style", style]]], whole or [{"t": "Para", "c": []}]]}]]


def _marker(name: str) -> Node:
    return {"t": "RawBlock", "c": ["openxml", f'<w:p><w:pPr><w:pStyle w:val="{MARKER}{name}"/></w:pPr></w:p>']}


def _for_html(block: Node, headings: Sequence[Node]) -> list[Node]:
    if block["t"] == "Header":
        level, attributes, line = block["c"]
        return [{"t": "Header", "c": [min(level + 1, 6), attributes, line]}]
    if block["t"] == "Table":
        return [{"t": "Div", "c": [["", ["table"], _region(block)], [block]]}]
    if block["t"] != "Div":
        return [block]
    (id_, classes, attributes), inner = block["c"]
    style = dict(attributes).get("custom-style")
    if style == "Title" and inner:
        return [{"t": "Header", "c": [1, ["", ["title"], []], inner[0]["c"]]}]
    if PAGE_BREAK in classes:
        return []
    if CONTENTS in classes:
        return [{"t": "Div", "c": [[id_, classes, [["role", "navigation"]]], [_contents(headings, 1)]]}]
    kept = [*classes, style.lower().replace(" ", "-")] if style else classes
    return [{"t": "Div", "c": [[id_, kept, [one for one in attributes if one[0] != "custom-style"]], inner]}]


def _region(table: Node) -> list[list[str]]:
    """A table with a caption may be wider than the screen: it can be reached by keyboard and has a name."""
    caption = " ".join(_words(table["c"][1][1]))
    return [["role", "region"], ["tabindex", "0"], ["aria-label", caption]] if caption else []


def _pictures(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["t"] == "Div":
            yield from _pictures(block["c"][1])
        elif block["t"] == PICTURE:
            yield block


def _headings(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["t"] == "Div":
            yield from _headings(block["c"][1])
        elif block["t"] == "Header" and block["c"][0] <= _LISTED_LEVELS and "unlisted" not in block["c"][1][1]:
            yield block


def _contents(headings: Sequence[Node], level: int) -> Node:
    """The headings of a level as a list of links, and under each those of the next level up to the next of its own."""
    items: list[list[Node]] = []
    place = 0
    while place < len(headings):
        own, (id_, _, _), line = headings[place]["c"]
        end = next((at for at in range(place + 1, len(headings)) if headings[at]["c"][0] <= max(level, own)), len(headings))
        item: list[Node] = [{"t": "Plain", "c": [{"t": "Link", "c": [["", [], []], line, [f"#{id_}", ""]]}]}]
        if end > place + 1:
            item.append(_contents(headings[place + 1 : end], level + 1))
        items.append(item)
        place = end
    return {"t": "BulletList", "c": items}


def _line(nodes: Iterable[Node]) -> Iterator[str]:
    """A caption, which is words and spaces only."""
    for node in nodes:
        yield node["c"] if node["t"] == "Str" else " "


def _words(tree: object) -> Iterator[str]:
    return (node["c"] for node in _nodes(tree) if node["t"] == "Str")


def _nodes(tree: object) -> Iterator[Node]:
    """Every node of a tree, each before those inside it."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        yield from _nodes(tree.get("c"))
    elif isinstance(tree, list | tuple):
        for one in tree:
            yield from _nodes(one)


def _is_place_to_fill(node: Node) -> bool:
    return node["t"] == "Span" and ["custom-style", FILL] in node["c"][0][2] and SAMPLE not in node["c"][0][1]
