"""How cells look: number formats, colours, borders; one place for both workbooks."""

from decimal import Decimal

from stratbuild.render.workbook import Cell, Kind, Style

FONT = {"font_name": "Calibri", "font_size": 10}
SERIES_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F", "#332288", "#882255")
"""Colours that people with colour blindness can tell apart."""
ALERT = {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True}

_MONEY = "#,##0.00"
_PATTERNS = {Kind.TEXT: "@", Kind.CODE: "@", Kind.MONEY: _MONEY, Kind.WHOLE: "#,##0", Kind.SHARE: "0.00%", Kind.YEAR: "0"}
_RIGHT = frozenset({Kind.MONEY, Kind.NUMBER, Kind.WHOLE, Kind.SHARE})
_CENTRED = frozenset({Kind.DATE, Kind.YEAR, Kind.CODE})
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
    return look


def _decimals(value: object) -> int:
    if not isinstance(value, Decimal):
        return 0
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
