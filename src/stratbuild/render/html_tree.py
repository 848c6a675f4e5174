"""The tree for pandoc's HTML writer: regions, navigation, drawings inside the page, and the data of every drawing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from stratbuild.render.ast import PICTURE, Node, item_of, picture_of, text
from stratbuild.render.docx_tree import CONTENTS, FIGURES, PAGE_BREAK, TABLES
from stratbuild.render.inline_picture import inline_svg
from stratbuild.render.tree import changed, inside_groups, line, mapped, nodes

_LISTED_LEVELS = 2
"""How many levels of headings the contents list."""


def html_blocks(blocks: Sequence[Node], data_words: str) -> list[Node]:
    """The blocks as pandoc's writer needs them: the title is the one heading of the first level.

    `data_words` is what opens the table of a picture's data.
    """
    headings, numbers = list(_headings(blocks)), count(1)
    lists = {TABLES: list(_captions(blocks, "Table")), FIGURES: list(_captions(blocks, PICTURE))}

    def change(block: Node) -> list[Node]:
        if block["t"] == PICTURE:
            return _picture(block, next(numbers), data_words)
        return _block(block, headings, lists)

    return _without_items(changed(blocks, change))


def _without_items(blocks: list[Node]) -> list[Node]:
    """Which field of which item a text is says nothing to a reader of the page."""
    if not any(item_of(node) for node in nodes(blocks)):
        return blocks
    found: list[Node] = mapped(blocks, lambda node: None if item_of(node) is None else list(node["c"][1]))
    return found


def _block(block: Node, headings: Sequence[Node], lists: dict[str, list[Node]]) -> list[Node]:
    if block["t"] == "Header":
        level, attributes, inlines = block["c"]
        return [{"t": "Header", "c": [min(level + 1, 6), attributes, inlines]}]
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
        return [_navigation(id_, classes, _contents(headings, 1))]
    for name, listed in lists.items():
        if name in classes:
            return [_navigation(id_, classes, {"t": "BulletList", "c": [[one] for one in listed]})] if listed else []
    kept = [*classes, style.lower().replace(" ", "-")] if style else classes
    return [{"t": "Div", "c": [[id_, kept, [one for one in attributes if one[0] != "custom-style"]], inner]}]


def _picture(block: Node, number: int, data_words: str) -> list[Node]:
    caption = block["c"][0]
    title = line(caption[1][0]["c"])
    drawing = {"t": "RawBlock", "c": ["html", inline_svg(picture_of(block), title, number)]}
    region = {"t": "Div", "c": [["", ["drawing"], [["role", "region"], ["tabindex", "0"], ["aria-label", title]]], [drawing]]}
    figure = {"t": "Figure", "c": [["", ["picture"], []], caption, [region]]}
    data = block.get("data")
    if data is None:
        return [figure]
    table = {
        "t": "Div",
        "c": [["", ["table"], [["role", "region"], ["tabindex", "0"], ["aria-label", f"{data_words}: {title}"]]], [data]],
    }
    opened = {"t": "RawBlock", "c": ["html", "<details><summary>"]}
    summary = {"t": "Plain", "c": text(data_words)}
    return [
        figure,
        opened,
        summary,
        {"t": "RawBlock", "c": ["html", "</summary>"]},
        table,
        {"t": "RawBlock", "c": ["html", "</details>"]},
    ]


def _navigation(id_: str, classes: list[str], listed: Node) -> Node:
    return {"t": "Div", "c": [[id_, classes, [["role", "navigation"], ["aria-label", classes[0]]]], [listed]]}


def _region(table: Node) -> list[list[str]]:
    """A table with a caption may be wider than the screen: it can be reached by keyboard and has a name."""
    caption = line(table["c"][1][1])
    return [["role", "region"], ["tabindex", "0"], ["aria-label", caption]] if caption else []


def _headings(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in inside_groups(blocks):
        if block["t"] == "Header" and block["c"][0] <= _LISTED_LEVELS and "unlisted" not in block["c"][1][1]:
            yield block


def _captions(blocks: Iterable[Node], kind: str) -> Iterator[Node]:
    """A link to everything of a kind that has a number, showing its caption."""
    for block in inside_groups(blocks):
        if block["t"] != kind:
            continue
        caption = block["c"][1][1] if kind == "Table" else block["c"][0][1]
        if caption:
            label = caption[0]["c"][0]
            link = {"t": "Link", "c": [["", [], []], text(line(caption[0]["c"])), [f"#{label['c'][0][0]}", ""]]}
            yield {"t": "Plain", "c": [link]}


def _contents(headings: Sequence[Node], level: int) -> Node:
    """The headings of a level as a list of links, and under each those of the next level up to the next of its own."""
    items: list[list[Node]] = []
    place = 0
    while place < len(headings):
        own, (id_, _, _), inlines = headings[place]["c"]
        end = next((at for at in range(place + 1, len(headings)) if headings[at]["c"][0] <= max(level, own)), len(headings))
        item: list[Node] = [{"t": "Plain", "c": [{"t": "Link", "c": [["", [], []], inlines, [f"#{id_}", ""]]}]}]
        if end > place + 1:
            item.append(_contents(headings[place + 1 : end], level + 1))
        items.append(item)
        place = end
    return {"t": "BulletList", "c": items}
