"""pandoc's document tree, built in Python: text can only become text, never markup.

A `Block` or an `Inline` wraps one node of the tree as pandoc's JSON has it. A line of text is a string
or a sequence of strings and inlines; what a cell or a list item holds is a line or blocks.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from stratbuild.render.chart.picture import Picture
from stratbuild.source import FORBIDDEN

Node = dict[str, Any]
API_VERSION = (1, 23, 1)
PICTURE = "Picture"
"""The one kind of block that pandoc does not know: a caption, and the fields of a `Picture`."""


_WHITESPACE = re.compile("[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Inline:
    """One piece of a line, a node of pandoc's tree."""

    node: Node


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list, table or group, a node of pandoc's tree."""

    node: Node


Line = str | Inline | Sequence[str | Inline]
Content = Line | Block | Sequence[Block]
Alignment = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the table's width, and how its cells are aligned."""

    title: Line
    width: float
    align: Alignment = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs from its column: it spans several columns or rows, or is aligned in its own way."""

    content: Content
    columns: int = 1
    rows: int = 1
    align: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; a `total` and a `group` row stand out from the others."""

    cells: Sequence[Content | Cell]
    kind: Literal["plain", "total", "group"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says, before it becomes a block."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    caption: str | None = None
    head: Sequence[Row] = field(default=())
    """The head's rows where one row of the columns' titles is not enough; empty, and the titles are the head."""
    row_titles: bool = False
    """Whether the first cell of each row is a title of the row."""
    kind: str = "grid"
    """A name that templates may style by: `grid`, `facts`, and without borders `bare`, or `signatures` with room above each row."""

    def block(self) -> Block:
        """The table as a block. A table whose columns have no titles has no head."""
        head = self.head or (
            [Row([column.title for column in self.columns])] if any(column.title for column in self.columns) else []
        )
        total = sum(column.width for column in self.columns)
        columns = [[_align(column.align), {"t": "ColWidth", "c": round(column.width / total, 4)}] for column in self.columns]
        caption = [{"t": "Plain", "c": text(self.caption)}] if self.caption else []
        body = [_attributes(), int(self.row_titles), [], [self._row(row, is_head=False) for row in self.rows]]
        return Block(
            {
                "t": "Table",
                "c": [
                    _attributes(self.kind),
                    [None, caption],
                    columns,
                    [_attributes(), [self._row(row, is_head=True) for row in head]],
                    [body],
                    [_attributes(), []],
                ],
            }
        )

    def _row(self, row: Row, *, is_head: bool) -> list[Any]:
        cells = []
        for place, one in enumerate(row.cells):
            cell = one if isinstance(one, Cell) else Cell(one)
            titles_row = self.row_titles and place == 0 and row.kind != "group"
            scope = ("scope", "colgroup" if cell.columns > 1 else "col") if is_head else ("scope", "row") if titles_row else None
            attributes = _attributes(**dict([scope] if scope else []))
            content = [_strong_block(block) for block in blocks(cell.content)] if row.kind != "plain" else blocks(cell.content)
            cells.append([attributes, _align("center" if is_head else cell.align), cell.rows, cell.columns, content])
        return [_attributes(*([] if row.kind == "plain" else [row.kind])), cells]


def text(written: str) -> list[Node]:
    """A text as words and spaces; characters that no strategy may have are left out."""
    found: list[Node] = []
    for place, word in enumerate(_WHITESPACE.split(FORBIDDEN.sub("", written))):
        if place:
            found.append({"t": "Space"})
        if word:
            found.append({"t": "Str", "c": word})
    return found


def inlines(line: Line) -> list[Node]:
    """A line as nodes."""
    if isinstance(line, str):
        return text(line)
    if isinstance(line, Inline):
        return [line.node]
    return [node for piece in line for node in inlines(piece)]


def blocks(content: Content) -> list[Node]:
    """The content of a cell or a list item as nodes: a line becomes a plain paragraph."""
    if isinstance(content, Block):
        return [content.node]
    if not isinstance(content, str | Inline) and content and all(isinstance(one, Block) for one in content):
        return [one.node for one in content if isinstance(one, Block)]
    nodes = inlines(content)  # type: ignore[arg-type]  # whatever holds no block is a line
    return [{"t": "Plain", "c": nodes}] if nodes else []


def strong(line: Line) -> Inline:
    """Bold text."""
    return Inline({"t": "Strong", "c": inlines(line)})


def emphasis(line: Line) -> Inline:
    """Text in italics."""
    return Inline({"t": "Emph", "c": inlines(line)})


SEE = "See"
"""The one kind of inline that pandoc does not know: a reference to a table or a picture, which becomes its number."""

ITEM = "item"
"""The class of a text that is a field of an item; its attribute of this name says which, `M-WIFI.title`."""

FILL, SAMPLE = "Fill", "sample"
"""The character style of a place that the reader fills, and the class of a mark that only shows how such a place looks."""


def item(line: Line, name: str) -> Inline:
    """The printed text of a field, `M-WIFI.title`: reviewers' comments find their way back by it."""
    return Inline({"t": "Span", "c": [_attributes(ITEM, **{ITEM: name}), inlines(line)]})


def item_of(node: Node) -> str | None:
    """The field that a node is the printed text of."""
    if node["t"] != "Span" or ITEM not in node["c"][0][1]:
        return None
    return dict(node["c"][0][2]).get(ITEM)


def item_blocks(content: Iterable[Block], name: str) -> list[Block]:
    """Paragraphs and lists of a field, each paragraph of which is text of it."""
    return [Block(_item_block(one.node, name)) for one in content]


def see(block: Block) -> Inline:
    """A reference to a table or a picture of the same paper: its number, linked."""
    return Inline({"t": SEE, "block": block.node})


def _item_block(node: Node, name: str) -> Node:
    match node["t"]:
        case "Para" | "Plain":
            return {"t": node["t"], "c": [item([Inline(one) for one in node["c"]], name).node]}
        case "BulletList":
            return {"t": "BulletList", "c": [[_item_block(one, name) for one in entry] for entry in node["c"]]}
        case "OrderedList":
            return {
                "t": "OrderedList",
                "c": [node["c"][0], [[_item_block(one, name) for one in entry] for entry in node["c"][1]]],
            }
    return node


def styled(line: Line, style: str) -> Inline:
    """Text in one of the named character styles of the reference document."""
    return Inline({"t": "Span", "c": [_attributes(**{"custom-style": style}), inlines(line)]})


def line_break() -> Inline:
    """The end of a line inside a paragraph."""
    return Inline({"t": "LineBreak"})


def paragraph(line: Line, style: str | None = None) -> Block:
    """A paragraph, in one of the named styles of the reference document if one is named."""
    found: Node = {"t": "Para", "c": inlines(line)}
    return Block(found if style is None else {"t": "Div", "c": [_attributes(**{"custom-style": style}), [found]]})


def bullets(items: Iterable[Content]) -> Block:
    """A list whose items have no numbers; an item may hold another list."""
    return Block({"t": "BulletList", "c": [blocks(item) for item in items]})


def numbered(items: Iterable[Content], start: int = 1) -> Block:
    """A list whose items are numbered from `start`."""
    return Block({"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], [blocks(item) for item in items]]})


def figure(picture: Picture, caption: str, data: Block | None = None) -> Block:
    """A picture with its caption, and its data as a table, which the HTML page holds for those who do not see it.

    pandoc's tree has no picture that carries its own drawing: `render.document` puts it into words that
    each format understands.
    """
    shown = [[None, [{"t": "Plain", "c": text(caption)}]], picture.svg, picture.alternative, picture.width, picture.height]
    found: Node = {"t": PICTURE, "c": shown}
    return Block(found if data is None else {**found, "data": data.node})


def picture_of(block: Node) -> Picture:
    """The picture of a block that shows one."""
    return Picture(*block["c"][1:])


def _strong_block(block: Node) -> Node:
    return {"t": block["t"], "c": [{"t": "Strong", "c": block["c"]}]} if block["t"] in ("Plain", "Para") else block


def _align(align: Alignment | None) -> Node:
    return {"t": {None: "AlignDefault", "left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}[align]}


def _attributes(*classes: str, **named: str) -> list[Any]:
    return ["", list(classes), [[key, value] for key, value in named.items()]]
