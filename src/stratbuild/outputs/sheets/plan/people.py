"""The sheet of people at work: by unit and measure, how many people each month needs on average."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from stratbuild.model.load import needs_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, text
from stratbuild.outputs.sheets.plan.calendar_header import ROWS, calendar_header, merged_years
from stratbuild.outputs.sheets.plan.timeline import Span, code_cell, dated, months_between, scheduled
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address

PEOPLE_PATTERN = '0.00;-0.00;""'
"""People with two decimals; nobody is nothing."""
_HEADER_ROW = 3
_FIRST_ROW = _HEADER_ROW + ROWS
_HEADERS = (
    "load_unit",
    "column_code",
    "order_measure",
    "people_count",
    "people_months",
    "column_start",
    "column_finish",
    "people_average",
)
_PEOPLE, _WORK, _START, _FINISH, _AVERAGE, _CALENDAR = 3, 4, 5, 6, 7, 8
_DECIMALS = 9
_MOST_MONTHS = 120


@dataclass(frozen=True)
class PeopleTable:
    """Where the rows of units and measures stand, and their months."""

    rows: tuple[tuple[str, str], ...]
    """Unit and measure, from the first row on."""
    months: tuple[Span, ...]

    @property
    def last_row(self) -> int:
        """The last row."""
        return _FIRST_ROW + len(self.rows) - 1

    @property
    def unit_column(self) -> int:
        """The column of the keys of units; those of the measures follow."""
        return _CALENDAR + len(self.months)

    def month(self, place: int) -> Area:
        """The cells of a month."""
        return Area(_FIRST_ROW, _CALENDAR + place, self.last_row, _CALENDAR + place)

    @property
    def units(self) -> Area:
        """The keys of the units."""
        return Area(_FIRST_ROW, self.unit_column, self.last_row, self.unit_column)


def people_table(book: Book) -> PeopleTable:
    """The units that measures need people of, each with its measures by their dates."""
    measures, windows, loads = book.plan.strategy.measures, book.plan.windows, book.plan.loads
    rows = [
        (unit, id_)
        for unit in loads
        for id_ in dated(book)
        if id_ in measures and unit in {*measures[id_].people, *measures[id_].person_months}
    ]
    # All months of the strategy are there, so that work can be moved to any of them.
    found = [book.plan.period, *(windows[measure] for _, measure in rows)]
    months = tuple(months_between(min(one.first for one in found), max(one.last for one in found)))
    return PeopleTable(tuple(rows), months[:_MOST_MONTHS])


def people_sheet(book: Book) -> tuple[Sheet, Names]:
    """A row for every unit and measure; the dates are those of the schedule, so that the people move with them."""
    table = people_table(book)
    key = table.unit_column
    sheet = Sheet(
        name=book.titles["people"],
        widths=(20, 7.5, 40, 10, 11, 11, 11, 10, *(5.0,) * len(table.months), 12, 14),
        rows=(
            *title_rows(book.say("people_title"), book.note("people_note")),
            Row(()),
            *calendar_header(book.headers(*_HEADERS), table.months, book.headers("unit_id", "column_id")),
            *(Row(_cells(book, table, unit, id_, _FIRST_ROW + place)) for place, (unit, id_) in enumerate(table.rows)),
        ),
        frozen=(_FIRST_ROW, 3),
        repeated=(_FIRST_ROW - 2, _FIRST_ROW - 1),
        printed_columns=(0, key - 1),
        merged=merged_years(_HEADER_ROW, _CALENDAR, table.months),
    )
    return sheet, {"people_unit": table.units, "people_measure": Area(_FIRST_ROW, key + 1, table.last_row, key + 1)}


def rounded(value: Fraction, decimals: int) -> Decimal:
    """A number of people to so many decimals, a half away from zero."""
    scaled = value * 10**decimals
    whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-decimals)


def people_cell(value: Fraction | None, decimals: int, formula: str | None, style: Style = Style.PLAIN) -> Cell:
    """A number of people."""
    shown = "" if value is None else rounded(value, decimals)
    return Cell(shown, Kind.NUMBER, style, formula, PEOPLE_PATTERN)


def _cells(book: Book, table: PeopleTable, unit: str, id_: str, row: int) -> tuple[Cell, ...]:
    measure, window = book.plan.strategy.measures[id_], book.plan.windows[id_]
    by_month = book.plan.loads[unit]
    at = partial(address, row, column_fixed=True)
    start, finish, average = at(_START), at(_FINISH), at(_AVERAGE)
    nowhere = f"OR({start}=0,{finish}=0,{finish}<{start})"
    first, after = _months_until(start), _months_until(f"({finish}+1)")
    amount = f"ROUND(N({at(_PEOPLE)})+N({at(_WORK)})/({after}-{first}),{_DECIMALS})"
    return (
        text(book.unit_name(book.plan.strategy.units[unit])),
        code_cell(book, id_),
        text(book.text(measure.title)),
        _input(measure.people.get(unit)),
        _input(measure.person_months.get(unit)),
        *scheduled(book, row, table.unit_column + 1, id_),
        people_cell(needs_of(measure, window)[unit], _DECIMALS, f"IF({nowhere},0,{amount})"),
        *(
            people_cell(
                by_month[span.first].by_measure.get(id_, Fraction(0)) if span.first in by_month else Fraction(0),
                _DECIMALS,
                _part(_CALENDAR + place, (start, finish, average)),
            )
            for place, span in enumerate(table.months)
        ),
        code(unit),
        code(id_),
    )


def _months_until(day: str) -> str:
    """Months from the year 0 to the beginning of a day; a day counts as its part of its month."""
    return f"(YEAR({day})*12+MONTH({day})+(DAY({day})-1)/DAY(EOMONTH({day},0)))"


def _part(column: int, cells: Sequence[str]) -> str:
    """The people of a month: those of the measure, for the part of the month in which it runs."""
    start, finish, average = cells
    opens, closes = (address(one, column, row_fixed=True) for one in (_HEADER_ROW, _HEADER_ROW + 1))
    days = f"MAX(0,MIN({finish},{closes})-MAX({start},{opens})+1)"
    return f"ROUND({average}*{days}/({closes}-{opens}+1),{_DECIMALS})"


def _input(value: Decimal | None) -> Cell:
    return Cell(value, Kind.NUMBER, Style.INPUT, pattern="General")
