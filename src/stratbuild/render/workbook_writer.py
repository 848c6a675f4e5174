"""Writes a workbook by XlsxWriter: texts as texts, formulas with their values, the same bytes every time."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import (
    LONGEST_TEXT,
    Area,
    Cell,
    CellNotWritten,
    Chart,
    ChartKind,
    Sheet,
    Value,
    Workbook,
    absolute,
    address,
)
from stratbuild.render.workbook_faults import TextTooLong
from stratbuild.render.workbook_style import (
    ALERT,
    FONT,
    LOOKS,
    SERIES_COLOURS,
    WORKBOOK_FONT,
    number_pattern,
    properties,
    row_heights,
)

_A4 = 9
_LONGEST_IN_FOOTER = 60
_FIRST_DAY = date(1899, 12, 30)
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
_ALLOWED_WHEN_LOCKED = {
    "autofilter": True,
    "sort": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
}
_Formats = dict[tuple[object, ...], Any]


class _Sheet(Worksheet):
    """A sheet of formulas that every spreadsheet program knows.

    The library looks into each for thirty functions of newer programs, which takes most of its time; ours have none of them.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")


def write_workbook(workbook: Workbook, edition: Edition, folder: Path) -> str:
    """Write the workbook below the folder and give its path in it.

    A text that no cell holds is `TextTooLong`, anything else that cannot be written a `WorkbookRefused`;
    trouble with the disk is an `OSError`.
    """
    target = folder / workbook.path
    target.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(target.as_posix(), {**_OPTIONS, "default_format_properties": dict(WORKBOOK_FONT)})
    book.set_properties(
        {
            "title": workbook.title,
            "author": workbook.author,
            "comments": " · ".join(_names_of(edition)),
            "created": datetime.combine(edition.as_of, time(), UTC).replace(tzinfo=None),
        }
    )
    for name, value in workbook.facts.items():
        book.set_custom_property(f"stratbuild-{name}", value or "-", "text")
    formats: _Formats = {}
    written = [(sheet, _add_sheet(book, sheet, workbook, edition, formats)) for sheet in workbook.sheets]
    for sheet, paper in written:
        _add_charts(book, sheet, paper)
    for name, (sheet_name, area) in workbook.names.items():
        _accepted(book.define_name(name, "=" + absolute(sheet_name, area)), name)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else OSError(str(cause)) from error
    return workbook.path


def number_of(value: Value) -> float | int:
    """The number that a spreadsheet keeps for a value: money in whole units, dates as days since 1899-12-30."""
    match value:
        case Money():
            return float(value.decimal)
        case Decimal():
            return float(value)
        case date():
            return (value - _FIRST_DAY).days
        case int():
            return value
    raise CellNotWritten(f"no number: {value!r}")


def _add_sheet(book: Any, sheet: Sheet, workbook: Workbook, edition: Edition, formats: _Formats) -> Any:
    paper = book.add_worksheet(sheet.name, _Sheet)
    paper.outline_settings(symbols_below=False)
    for column, width in enumerate(sheet.widths):
        folded = any(first <= column <= last for first, last in sheet.folded_columns)
        _accepted(paper.set_column(column, column, width, None, {"level": int(folded)}), sheet.name)
    for area in sheet.merged:
        # What the cells hold and how they look is written over this afterwards.
        _accepted(paper.merge_range(area.first_row, area.first_column, area.last_row, area.last_column, ""), sheet.name)
    for number, (row, height) in enumerate(zip(sheet.rows, row_heights(sheet), strict=True)):
        if row.level or row.hidden or height is not None:
            _accepted(paper.set_row(number, height, None, {"level": min(row.level, 7), "hidden": row.hidden}), sheet.name)
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            if isinstance(cell.value, str) and _units(cell.value) > LONGEST_TEXT:
                raise TextTooLong(workbook.path, sheet.name, address(number, column), cell.value, longest=LONGEST_TEXT)
            code = _write(
                paper,
                number,
                column,
                cell,
                _format(book, cell, workbook.date_pattern, formats, free=_is_in(sheet.unlocked, number, column)),
            )
            if code:
                raise CellNotWritten(f"{sheet.name}!{address(number, column)}: {code}")
    _set_up(book, paper, sheet)
    _set_up_print(paper, sheet, workbook, edition)
    return paper


def _units(text: str) -> int:
    """The length of a text as spreadsheets count it: signs beyond the first 65 536 count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _write(paper: Any, row: int, column: int, cell: Cell, look: Any) -> int:
    """Write one cell and give the library's return code, which is 0 where it is content."""
    value = cell.value
    if cell.formula is not None:
        stored = value if isinstance(value, str) else number_of(value)
        return int(paper.write_formula(row, column, "=" + cell.formula, look, stored))
    if value is None or value == "":
        return int(paper.write_blank(row, column, None, look))
    if not isinstance(value, str):
        return int(paper.write_number(row, column, number_of(value), look))
    if value.startswith("<r>") and value.endswith("</r>"):
        # The library takes such a text for its own markup and would write it unescaped; in pieces it does not.
        return int(paper.write_rich_string(row, column, value[0], value[1], value[2:], look))
    return int(paper.write_string(row, column, value, look))


def _format(book: Any, cell: Cell, date_pattern: str, formats: _Formats, *, free: bool) -> Any:
    pattern = number_pattern(cell, date_pattern)
    key = (cell.kind, cell.style, cell.wrap, pattern, free)
    if key not in formats:
        formats[key] = book.add_format(properties(cell, pattern) | ({"locked": False} if free else {}))
    return formats[key]


def _is_in(area: Area | None, row: int, column: int) -> bool:
    return area is not None and area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column


def _set_up(book: Any, paper: Any, sheet: Sheet) -> None:
    if any(sheet.frozen):
        paper.freeze_panes(*sheet.frozen)
    if sheet.filtered is not None:
        area = sheet.filtered
        _accepted(paper.autofilter(area.first_row, area.first_column, area.last_row, area.last_column), sheet.name)
    for choice in sheet.choices:
        area = choice.area
        rule = {
            "validate": "list",
            "source": f"={choice.source}",
            "error_type": "warning",
            "error_title": choice.title[:32],
            "error_message": choice.message[:255],
        }
        _accepted(paper.data_validation(area.first_row, area.first_column, area.last_row, area.last_column, rule), sheet.name)
    for alert in sheet.alerts:
        area = alert.area
        condition = {"type": "cell", "criteria": alert.operator, "value": alert.value, "format": book.add_format(ALERT)}
        _accepted(
            paper.conditional_format(area.first_row, area.first_column, area.last_row, area.last_column, condition), sheet.name
        )
    for highlight in sheet.highlights:
        area = highlight.area
        condition = {"type": "formula", "criteria": f"={highlight.formula}", "format": book.add_format(LOOKS[highlight.look])}
        _accepted(
            paper.conditional_format(area.first_row, area.first_column, area.last_row, area.last_column, condition), sheet.name
        )
    if sheet.protected:
        paper.protect("", dict(_ALLOWED_WHEN_LOCKED))
    if sheet.hidden:
        paper.hide()


def _set_up_print(paper: Any, sheet: Sheet, workbook: Workbook, edition: Edition) -> None:
    if not sheet.portrait:
        paper.set_landscape()
    paper.set_paper(_A4)
    paper.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    paper.fit_to_pages(1, 0)
    if sheet.repeated is not None:
        _accepted(paper.repeat_rows(*sheet.repeated), sheet.name)
    if sheet.printed_columns is not None:
        first, last = sheet.printed_columns
        _accepted(paper.print_area(0, first, len(sheet.rows) - 1, last), sheet.name)
    # A space after the size: a revision that begins with a digit would make the size larger.
    footer = f"&L&8 {_named(edition)}&C&8 &A&R&8 {workbook.page_footer}"
    _accepted(paper.set_footer(footer), sheet.name)


def _names_of(edition: Edition) -> list[str]:
    """What tells an edition from others: its revision, its day, the scenario if it is of one."""
    return [edition.revision, edition.as_of.isoformat(), *([edition.scenario] if edition.scenario else [])]


def _named(edition: Edition) -> str:
    """The same for the foot of a page, which takes signs after `&` for orders, and no long text."""
    return " · ".join(name[:_LONGEST_IN_FOOTER].replace("&", "&&") for name in _names_of(edition))


def _add_charts(book: Any, sheet: Sheet, paper: Any) -> None:
    for chart in sheet.charts:
        drawing = book.add_chart(_CHART_TYPES[chart.kind])
        for number, series in enumerate(chart.series):
            options: dict[str, object] = {
                "name": "=" + absolute(series.sheet, series.name),
                "categories": "=" + absolute(series.sheet, series.categories),
                "values": "=" + absolute(series.sheet, series.values),
                "fill": {"color": SERIES_COLOURS[number % len(SERIES_COLOURS)]},
                "border": {"color": "#FFFFFF", "width": 0.5},
                "gap": 60,
            }
            if chart.kind is ChartKind.BARS:
                options["data_labels"] = {"value": True, "num_format": chart.number_pattern}
            drawing.add_series(options)
        _look(drawing, chart)
        row, column = chart.at
        width, height = chart.size
        drawing.set_size({"width": width, "height": height})
        _accepted(paper.insert_chart(row, column, drawing, {"description": chart.description}), sheet.name)


_CHART_TYPES: Mapping[ChartKind, Mapping[str, str]] = {
    ChartKind.STACKED_COLUMNS: {"type": "column", "subtype": "stacked"},
    ChartKind.BARS: {"type": "bar"},
}


def _look(drawing: Any, chart: Chart) -> None:
    font = {"name": FONT["font_name"], "size": 9}
    drawing.set_title({"name": chart.title, "name_font": {"name": FONT["font_name"], "size": 12}, "overlay": False})
    values = {"name": chart.value_axis, "num_format": chart.number_pattern, "num_font": font, "name_font": font}
    drawing.set_y_axis({"num_font": font, **({"reverse": True} if chart.kind is ChartKind.BARS else values)})
    drawing.set_x_axis({"num_font": font, **(values if chart.kind is ChartKind.BARS else {})})
    drawing.set_legend({"none": True} if len(chart.series) == 1 else {"position": "bottom", "font": font})


def _accepted(code: object, what: str) -> None:
    """The library reports by a negative number, and by nothing at all where it is content."""
    if isinstance(code, int) and not isinstance(code, bool) and code < 0:
        raise CellNotWritten(f"{what}: {code}")
