"""How cells look: number formats, colours, borders, the height of rows; one place for both workbooks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from stratbuild.render.workbook import Area, Cell, Kind, Look, Row, Sheet, Style

FONT = {"font_name": "Arial", "font_size": 9}
WORKBOOK_FONT = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
"""The font that column widths are counted in; one of the same widths is on every system."""
SERIES_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F", "#332288", "#882255")
"""Colours that people with colour blindness can tell apart."""
ALERT = {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True}
LOOKS: Mapping[Look, Mapping[str, object]] = {
    Look.BAR: {"bg_color": "#9DC3E6", "font_color": "#2E75B6"},
    Look.CRITICAL_BAR: {"bg_color": "#7A1F1F", "font_color": "#FFFFFF", "bold": True},
    Look.MILESTONE: {"bg_color": "#FFFFFF", "font_color": "#000000", "bold": True},
    Look.ALERT: ALERT,
}
"""What a condition changes; light, dark and white tell bars apart in print without colour too."""

_LINE_HEIGHT, _ROW_PADDING, _TITLE_HEIGHT, _HIGHEST_ROW, _USUAL_HEIGHT = 12.0, 4.0, 22.0, 409.0, 15.0
_EMS_IN_A_COLUMN, _INDENT_IN_EMS = 0.56, 0.75
"""The width of one column unit, and of the room left free beside a text, in the size of the font."""
_BOLD_IS_WIDER = 1.08
_NARROW, _WIDE = frozenset("іїіijlItfr.,:;'’!|()[]/-–«» "), frozenset("жшщюфмыЖШЩЮФМЫДmwMW—%@№")
_BOLD = frozenset({Style.HEADER, Style.GROUP, Style.SUBTOTAL, Style.TOTAL, Style.ALERT})
_MONEY = "#,##0.00"
_PATTERNS = {Kind.TEXT: "@", Kind.CODE: "@", Kind.MONEY: _MONEY, Kind.WHOLE: "#,##0", Kind.SHARE: "0.00%", Kind.YEAR: "0"}
_RIGHT = frozenset({Kind.MONEY, Kind.NUMBER, Kind.SHARE})
_CENTRED = frozenset({Kind.DATE, Kind.YEAR, Kind.CODE, Kind.WHOLE})
_GRID = "#BFBFBF"
_STYLES: dict[Style, dict[str, object]] = {
    Style.PLAIN: {"border": 1, "border_color": _GRID},
    Style.INPUT: {"border": 1, "border_color": _GRID, "bg_color": "#FFF8DC", "font_color": "#1F3F8F", "locked": False},
    Style.NOTE: {"italic": True, "font_color": "#595959"},
    Style.TITLE: {"bold": True, "font_size": 14},
    Style.HEADER: {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1, "border_color": _GRID},
    Style.HEADING: {"bold": True, "font_size": 11, "bottom": 1},
    Style.GROUP: {"bold": True, "bg_color": "#D9E2F3", "border": 1, "border_color": _GRID},
    Style.SUBTOTAL: {"bold": True, "bg_color": "#EEF2FA", "border": 1, "border_color": _GRID},
    Style.TOTAL: {"bold": True, "bg_color": "#D9D9D9", "top": 1, "bottom": 6, "left": 1, "right": 1},
    Style.BAR: {"bg_color": "#0072B2", "font_color": "#FFFFFF", "border": 1, "border_color": _GRID, "align": "center"},
    Style.ALERT: {"border": 1, "border_color": _GRID, **ALERT},
}


def number_pattern(cell: Cell, date_pattern: str) -> str:
    """The number format of a cell; a number shows the decimals that it has and no more."""
    if cell.pattern is not None:
        return cell.pattern
    if cell.kind is Kind.DATE:
        return date_pattern
    if cell.kind is Kind.NUMBER:
        decimals = _decimals(cell.value)
        return "#,##0" + ("." + "0" * decimals if decimals else "")
    return _PATTERNS[cell.kind]


def properties(cell: Cell, pattern: str) -> dict[str, object]:
    """The format of a cell as the writing library spells it."""
    look: dict[str, object] = {**FONT, "valign": "top", "num_format": pattern, **_STYLES[cell.style]}
    if cell.style is Style.HEADER:
        return look | {"text_wrap": True, "align": "center", "valign": "vcenter"}
    if cell.kind in _RIGHT:
        look.setdefault("align", "right")
    elif cell.kind in _CENTRED:
        look.setdefault("align", "center")
    if cell.kind in (Kind.TEXT, Kind.CODE) and cell.wrap:
        look["text_wrap"] = True
        if cell.kind is Kind.TEXT and cell.style is not Style.BAR:
            look |= {"align": "left", "indent": 1}
    return look


def row_heights(sheet: Sheet) -> list[float | None]:
    """The height of every row; a text in merged cells has the height of all of them, and the last grows where they do not do."""
    if not sheet.merged:
        return [row_height(row, sheet.widths) for row in sheet.rows]
    covered = {(area.first_row, area.first_column): area for area in sheet.merged}
    alone = [
        Row(tuple(None if (number, at) in covered else cell for at, cell in enumerate(row.cells)))
        for number, row in enumerate(sheet.rows)
    ]
    heights = [row_height(row, sheet.widths) for row in alone]
    for area in sheet.merged:
        needed = _merged_height(sheet, area)
        rows = range(area.first_row, area.last_row + 1)
        missing = needed - sum(heights[number] or _USUAL_HEIGHT for number in rows)
        if missing > 0:
            heights[area.last_row] = min(_HIGHEST_ROW, (heights[area.last_row] or _USUAL_HEIGHT) + missing)
    return heights


def _merged_height(sheet: Sheet, area: Area) -> float:
    cells = sheet.rows[area.first_row].cells
    cell = cells[area.first_column] if area.first_column < len(cells) else None
    width = sum(sheet.widths[area.first_column : area.last_column + 1])
    return row_height(Row((cell,)), (width,)) or _USUAL_HEIGHT


def row_height(row: Row, widths: Sequence[float]) -> float | None:
    """The height in points that shows every line of a row's texts; nothing where each has one line only.

    Spreadsheets find such heights by themselves only when a person edits the row, and previewers never.
    """
    if any(cell is not None and cell.style is Style.TITLE for cell in row.cells):
        return _TITLE_HEIGHT
    lines = 1
    for cell, width in zip(row.cells, widths, strict=False):
        if cell is None or not cell.wrap or not isinstance(cell.value, str):
            continue
        if len(cell.value) > width * 0.7 or "\n" in cell.value:
            room = (width * _EMS_IN_A_COLUMN - _INDENT_IN_EMS) / (_BOLD_IS_WIDER if cell.style in _BOLD else 1)
            lines = max(lines, _lines(cell.value, max(1.0, room)))
    return min(_HIGHEST_ROW, lines * _LINE_HEIGHT + _ROW_PADDING) if lines > 1 else None


def _lines(text: str, room: float) -> int:
    """How many lines a text takes in a column with so much room, broken between words where it can be."""
    count = 0
    for paragraph in text.split("\n"):
        count, left = count + 1, room
        for word in paragraph.split(" "):
            width = _width(word)
            if width > left and left < room:
                count, left = count + 1, room
            while width > room:
                count, width = count + 1, width - room
            left -= width + _width(" ")
    return count


def _width(word: str) -> float:
    """About how wide a word is in Arial, in the size of the font."""
    return sum(0.33 if sign in _NARROW else 0.85 if sign in _WIDE else 0.7 if sign.isupper() else 0.56 for sign in word)


def _decimals(value: object) -> int:
    if not isinstance(value, Decimal):
        return 0
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
