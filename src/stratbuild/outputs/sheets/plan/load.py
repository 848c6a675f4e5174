"""The sheet of the load of units: by unit and month the people that are needed, those that there are, those that are missing."""

from collections.abc import Iterator
from fractions import Fraction

from stratbuild.model.load import capacity_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, text
from stratbuild.outputs.sheets.plan.calendar_header import ROWS, calendar_header, merged_years
from stratbuild.outputs.sheets.plan.people import PeopleTable, people_cell, people_table
from stratbuild.render.workbook import Area, Cell, Highlight, Kind, Look, Row, Sheet, Style, absolute, address

_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + ROWS
_HEADERS = ("load_unit", "load_what", "load_months")
_COUNT, _CALENDAR = 2, 3
_ROWS_OF_A_UNIT = 3
_DECIMALS = 6
"""Finer than any plan, and coarse enough for the parts of months to add up to it."""


def load_sheet(book: Book) -> tuple[Sheet, Names]:
    """Three rows for every unit that measures need people of: the need, the capacity, what is missing."""
    table = people_table(book)
    units = list(book.plan.loads)
    key = _CALENDAR + len(table.months)
    last = _FIRST_ROW + _ROWS_OF_A_UNIT * len(units) - 1
    rows = [
        Row(cells)
        for place, unit in enumerate(units)
        for cells in _rows_of(book, table, unit, _FIRST_ROW + place * _ROWS_OF_A_UNIT)
    ]
    starts = range(_FIRST_ROW, last + 1, _ROWS_OF_A_UNIT)
    sheet = Sheet(
        name=book.titles["load"],
        widths=(26, 13, 16, *(5.6,) * len(table.months), 12),
        rows=(
            *title_rows(book.say("load_title"), book.note("load_note")),
            Row(()),
            *calendar_header(book.headers(*_HEADERS), table.months, book.headers("unit_id")),
            *rows,
        ),
        frozen=(_FIRST_ROW, _CALENDAR),
        repeated=(_FIRST_ROW - 2, _FIRST_ROW - 1),
        printed_columns=(0, key - 1),
        highlights=tuple(
            Highlight(Area(shown, _CALENDAR, shown, key - 1), _is_over(row + 2), Look.ALERT)
            for row in starts
            for shown in (row, row + 2)
        ),
        merged=(
            *merged_years(_HEADER_ROW, _CALENDAR, table.months),
            *(Area(row, 0, row + _ROWS_OF_A_UNIT - 1, 0) for row in starts),
        ),
    )
    return sheet, {"load_unit_id": Area(_FIRST_ROW, key, last, key), "load_cells": Area(_FIRST_ROW, _CALENDAR, last, key - 1)}


def _is_over(row: int) -> str:
    cell = address(row, _CALENDAR, row_fixed=True)
    return f"AND(ISNUMBER({cell}),N({cell})>0)"


def _rows_of(book: Book, table: PeopleTable, unit: str, row: int) -> Iterator[tuple[Cell, ...]]:
    name = book.unit_name(book.plan.strategy.units[unit])
    found = book.plan.strategy.units[unit]
    by_month = book.plan.loads[unit]
    people = book.titles["people"]
    key = address(row, _CALENDAR + len(table.months), row_fixed=True, column_fixed=True)
    needs = [by_month[span.first].needed if span.first in by_month else Fraction(0) for span in table.months]
    yield (
        text(name),
        text(book.say("load_needed")),
        Cell(),
        *(
            people_cell(
                needed,
                _DECIMALS,
                f"ROUND(SUMIFS({absolute(people, table.month(place))},people_unit,{key}),{_DECIMALS})",
                Style.SUBTOTAL,
            )
            for place, needed in enumerate(needs)
        ),
        code(unit),
    )
    capacities = [capacity_of(found, span.first.year) for span in table.months]
    yield (
        Cell(),
        text(book.say("load_capacity")),
        Cell(),
        *(people_cell(one, _DECIMALS, None, Style.INPUT) for one in capacities),
        code(unit),
    )
    missing = [
        None if capacity is None else max(Fraction(0), needed - capacity)
        for needed, capacity in zip(needs, capacities, strict=True)
    ]
    stated, over = (Area(one, _CALENDAR, one, _CALENDAR + len(table.months) - 1) for one in (row + 1, row + 2))
    yield (
        Cell(),
        text(book.say("load_over")),
        Cell(
            sum(1 for one in missing if one) if any(one is not None for one in capacities) else "",
            Kind.WHOLE,
            formula=f'IF(COUNT({stated})=0,"",COUNTIF({over},">0"))',
        ),
        *(people_cell(one, _DECIMALS, _missing(row, _CALENDAR + place)) for place, one in enumerate(missing)),
        code(unit),
    )


def _missing(row: int, column: int) -> str:
    needed, capacity = address(row, column), address(row + 1, column)
    return f'IF({capacity}="","",MAX(0,ROUND({needed}-{capacity},{_DECIMALS})))'
