"""The tree for pandoc's DOCX writer, which knows styles only: groups become markers, kinds of tables and rows become styles."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from stratbuild.render.ast import ITEM, PICTURE, Node, item_of
from stratbuild.render.tree import changed, mapped, nodes

CONTENTS, PAGE_BREAK, LANDSCAPE = "contents", "page-break", "landscape"
"""The groups of a template that are more than a style: `::: contents`, `::: page-break`, `::: landscape`."""
TOGETHER, APART = "together", "apart"
"""What stays on one page, if it can: `::: together`. In a DOCX tree such a group begins and ends with markers of these names."""
TABLES, FIGURES = "list-of-tables", "list-of-figures"
"""And the lists of what has a number: `::: list-of-tables`, `::: list-of-figures`."""

MARKER = "Marker-"
"""In a DOCX tree, such groups are empty paragraphs of a style of this name, which `render.docx` replaces."""

PICTURE_MARKER = "picture-"
"""Such a marker, with the picture's number after it, stands in a DOCX tree where the picture will."""

ITEM_BOOKMARK = "it_"
"""The name of a bookmark around a printed field of an item begins so; a number follows."""

_MARKED = (CONTENTS, PAGE_BREAK, TABLES, FIGURES)
_TABLE_STYLES = {"facts": "FactsTable", "bare": "BareTable", "signatures": "BareTable"}
"""By id: pandoc writes the style of a table as it is given, without looking up its name."""

_TEXT_OF = {"bare": "Requisites", "signatures": "Signature"}
"""By kind of a table: the style of its cells where that is not the one of tables."""

_ROW_STYLES = {"total": "Table Total", "group": "Table Group"}


def docx_blocks(blocks: Iterable[Node]) -> list[Node]:
    """The blocks as pandoc's writer needs them, with a bookmark around every printed field of an item."""
    numbers = count(1)

    def change(block: Node) -> list[Node]:
        return _picture(block, next(numbers)) if block["t"] == PICTURE else _block(block)

    return _bookmarked(changed(blocks, change))


def item_bookmarks(blocks: Iterable[Node]) -> Mapping[str, str]:
    """By the name of a bookmark: the field of an item that it stands around, `M-WIFI.title`."""
    found = (item_of(node) for node in nodes(list(blocks)))
    return {f"{ITEM_BOOKMARK}{number}": name for number, name in enumerate(filter(None, found), start=1)}


def _bookmarked(blocks: list[Node]) -> list[Node]:
    numbers = count(1)

    def change(node: Node) -> list[Node] | None:
        if item_of(node) is None:
            return None
        return [{"t": "Span", "c": [[f"{ITEM_BOOKMARK}{next(numbers)}", [], []], node["c"][1]]}]

    found: list[Node] = mapped(blocks, change) if any(_is_item(node) for node in nodes(blocks)) else blocks
    return found


def _is_item(node: Node) -> bool:
    return node["t"] == "Span" and ITEM in node["c"][0][1]


def _block(block: Node) -> list[Node]:
    if block["t"] == "Table":
        return [_styled_table(block)]
    classes = block["c"][0][1] if block["t"] == "Div" else ()
    for name in _MARKED:
        if name in classes:
            return [_marker(name)]
    if TOGETHER in classes:
        return [_marker(TOGETHER), *block["c"][1], _marker(APART)]
    if LANDSCAPE in classes:
        return [_marker(LANDSCAPE), *block["c"][1], _marker("portrait")]
    return [block]


def _picture(block: Node, number: int) -> list[Node]:
    """A marker, since pandoc's sandbox reads no pictures, and the caption below it."""
    caption = {"t": "Para", "c": block["c"][0][1][0]["c"]}
    return [_marker(f"{PICTURE_MARKER}{number}"), {"t": "Div", "c": [["", [], [["custom-style", "Image Caption"]]], [caption]]}]


def _styled_table(block: Node) -> Node:
    attributes, caption, columns, head, [(body_attributes, titles, inner, rows)], foot = block["c"]
    plain = _TEXT_OF.get(next(iter(attributes[1]), ""), "Table Text")
    heads = [head[0], [[row[0], [_styled_cell(cell, (), plain) for cell in row[1]]] for row in head[1]]]
    style = [["custom-style", _TABLE_STYLES[kind]] for kind in attributes[1] if kind in _TABLE_STYLES]
    styled = [[row[0], [_styled_cell(cell, row[0][1], plain) for cell in row[1]]] for row in rows]
    body = [body_attributes, titles, inner, styled]
    return {"t": "Table", "c": [["", [], style], caption, columns, heads, [body], foot]}


def _styled_cell(cell: list[Any], kinds: Sequence[str], plain: str) -> list[Any]:
    style = next((_ROW_STYLES[kind] for kind in kinds if kind in _ROW_STYLES), plain)
    *rest, content = cell
    # Pandoc gives its own style to what is not a whole paragraph.
    whole = [{"t": "Para", "c": block["c"]} if block["t"] == "Plain" else block for block in content]
    return [*rest, [{"t": "Div", "c": [["", [], [["custom-style", style]]], whole or [{"t": "Para", "c": []}]]}]]


def _marker(name: str) -> Node:
    return {"t": "RawBlock", "c": ["openxml", f'<w:p><w:pPr><w:pStyle w:val="{MARKER}{name}"/></w:pPr></w:p>']}
