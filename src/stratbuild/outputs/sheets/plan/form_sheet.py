"""The form of measures that councils ask for: measures by direction, each source a row, sums by year, totals by source."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import across, code, fixed_column, text
from stratbuild.outputs.sheets.plan.form import MeasuresForm
from stratbuild.outputs.sheets.plan.form_table import FormTable, Line
from stratbuild.outputs.sheets.plan.form_texts import paid_by, source_name, texts_of
from stratbuild.quantity import Money
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, letters

_GROUP_ROW, _HEADER_ROW, _FIRST_ROW = 3, 4, 5
_CENTRED = frozenset({"number", "code", "term"})


@dataclass(frozen=True)
class _FormSheet:
    """The sheet in the making."""

    table: FormTable
    words: PlanInWords

    @property
    def book(self) -> Book:
        return self.table.book

    @property
    def last_row(self) -> int:
        """The row of the last measure; the totals follow."""
        return _FIRST_ROW + len(self.table.lines) - 1

    @property
    def key(self) -> int:
        """The column of the keys of the sources; those of the measures follow."""
        return len(self.table.columns)

    @cached_property
    def first_sum(self) -> int:
        """How many columns there are before the first of sums."""
        return next((at for at, one in enumerate(self.table.columns) if one.is_sum), self.key)

    @cached_property
    def labelled(self) -> int:
        """How many columns there are before the first that says something in the rows of totals by source."""
        return next((at for at, one in enumerate(self.table.columns) if one.is_sum or one.form.value == "sources"), self.key)

    @property
    def source_totals(self) -> tuple[str, ...]:
        """The keys of the sources that have a total."""
        return self.table.sources if self.table.by_source else ()


def form_sheet(book: Book, form: MeasuresForm) -> tuple[Sheet, Names]:
    """The measures in the columns of a form. Cells hold exact sums, only what is shown of them is rounded."""
    table = FormTable(book, form)
    made = _FormSheet(table, in_words(book.plan, book.edition.language, book.edition.templates))
    rows = [Row(tuple(_cells(made, place))) for place in range(len(table.lines))]
    totals = [Row(tuple(_source_total(made, source, made.last_row + 1 + at))) for at, source in enumerate(made.source_totals)]
    total_row = made.last_row + 1 + len(totals)
    sheet = Sheet(
        name=book.titles["form"],
        widths=(*(max(one.form.width, _sum_width(table)) if one.is_sum else one.form.width for one in table.columns), 12, 12),
        rows=(
            *title_rows(book.say("form_title"), book.note("form_intro", "budget_lines")),
            Row((Cell(book.say("form_note", unit=table.unit, decimals=form.decimals), style=Style.NOTE, wrap=False),)),
            *_header_rows(made),
            *rows,
            *totals,
            Row(tuple(_grand_total(made, total_row))),
        ),
        frozen=(_FIRST_ROW, 0),
        repeated=(_GROUP_ROW, _HEADER_ROW),
        printed_columns=(0, made.key - 1),
        merged=(*_merged_headers(made), *_merged_rows(made), *_merged_totals(made, total_row)),
    )
    names = {"form_source": Area(_FIRST_ROW, made.key, made.last_row, made.key)}
    for at, column in enumerate(table.columns):
        if column.form.value in ("years", "total"):
            names.setdefault("form_total" if column.year is None else f"form_{column.year}", Area(total_row, at, total_row, at))
    return sheet, names


def _sum_width(table: FormTable) -> float:
    """A width in which the largest sum is shown."""
    return len(f"{_amount(table, table.book.plan.budget.total):,.{table.form.decimals}f}") + 1.8


def _amount(table: FormTable, money: Money) -> Decimal:
    """An exact sum in the unit of the form."""
    return money.decimal.scaleb(-3) if table.form.in_thousands else money.decimal


def _sum_cell(made: _FormSheet, money: Money, style: Style, formula: str | None = None) -> Cell:
    table = made.table
    decimals = table.form.decimals
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    exact = None if formula is None else f"ROUND({formula},{5 if table.form.in_thousands else 2})"
    return Cell(_amount(table, money), Kind.NUMBER, style, exact, pattern)


def _header_rows(made: _FormSheet) -> tuple[Row, Row]:
    """The titles of groups, and below them the titles of columns; a column without a group has one cell over both."""
    upper, lower = [], []
    group = ""
    for column in made.table.columns:
        title = Cell(column.form.title.format(year=column.year or "", unit=made.table.unit), style=Style.HEADER)
        above = Cell(column.form.group.format(unit=made.table.unit) if column.form.group != group else None, style=Style.HEADER)
        group = column.form.group
        upper.append(above if group else title)
        lower.append(title if group else Cell(style=Style.HEADER))
    keys = made.book.headers("source_id", "column_id")
    return Row((*upper, *keys)), Row((*lower, *(Cell(style=Style.HEADER),) * 2))


def _cells(made: _FormSheet, place: int) -> Iterator[Cell]:
    table, row = made.table, _FIRST_ROW + place
    line = table.lines[place]
    before = table.lines[place - 1] if place else None
    is_first = before is None or before.measure.id != line.measure.id
    opens = before is None or before.measure.goal != line.measure.goal
    for at, column in enumerate(table.columns):
        if column.is_sum:
            yield _row_sum(made, line, row, at)
        elif column.form.value == "sources":
            yield text(source_name(made.table, made.words, line))
        elif opens if column.form.value == "direction" else is_first:
            shown = "\n".join(texts_of(made.table, made.words, column.form.value, line.measure))
            yield code(shown) if column.form.value in _CENTRED else text(shown)
        else:
            yield Cell()
    yield code(line.source)
    yield code(line.measure.id)


def _row_sum(made: _FormSheet, line: Line, row: int, at: int) -> Cell:
    """What a source pays for a measure; over all years the sum of the years beside it, where those are shown."""
    table = made.table
    column = table.columns[at]
    money = table.of(column, [line])
    years = [place for place, one in enumerate(table.columns) if one.year is not None]
    if column.form.value == "total" and years:
        first, last = years[0], years[len(made.book.years) - 1]
        return _sum_cell(made, money, Style.PLAIN, f"SUM({across(row, first, last)})")
    return _sum_cell(made, money, Style.PLAIN) if money else Cell(None, Kind.NUMBER)


def _source_total(made: _FormSheet, source: str, row: int) -> Iterator[Cell]:
    lines = [one for one in made.table.lines if one.source == source]
    keys = f"${letters(made.key)}${_FIRST_ROW + 1}:${letters(made.key)}${made.last_row + 1}"
    is_top = source == made.source_totals[0]
    for at, column in enumerate(made.table.columns):
        if column.is_sum:
            area = Area(_FIRST_ROW, at, made.last_row, at)
            yield _sum_cell(
                made, made.table.of(column, lines), Style.SUBTOTAL, f"SUMIF({keys},{fixed_column(row, made.key)},{area})"
            )
        elif column.form.value == "sources":
            yield text(paid_by(made.words, source), Style.SUBTOTAL)
        else:
            yield Cell(made.book.say("form_sum") if at == 0 and is_top else None, style=Style.SUBTOTAL)
    yield code(source, Style.SUBTOTAL)
    yield Cell(style=Style.SUBTOTAL)


def _grand_total(made: _FormSheet, row: int) -> Iterator[Cell]:
    """The sum of the totals by source where there are any, else of all measures."""
    first = made.last_row + 1 if made.source_totals else _FIRST_ROW
    for at, column in enumerate(made.table.columns):
        if column.is_sum:
            yield _sum_cell(made, made.table.of(column, made.table.lines), Style.TOTAL, f"SUM({Area(first, at, row - 1, at)})")
        else:
            yield Cell(made.book.say("form_total") if at == 0 else None, style=Style.TOTAL)
    yield from (Cell(style=Style.TOTAL),) * 2


def _merged_headers(made: _FormSheet) -> Iterator[Area]:
    at = 0
    for group, some in groupby(made.table.columns, key=lambda column: column.form.group):
        count = len(list(some))
        if group and count > 1:
            yield Area(_GROUP_ROW, at, _GROUP_ROW, at + count - 1)
        elif not group:
            yield from (Area(_GROUP_ROW, one, _HEADER_ROW, one) for one in range(at, at + count))
        at += count


def _merged_rows(made: _FormSheet) -> Iterator[Area]:
    for at, column in enumerate(made.table.columns):
        if not column.is_sum and column.form.value != "sources":
            is_direction = column.form.value == "direction"
            yield from _runs(made, at, (lambda line: line.measure.goal) if is_direction else (lambda line: line.measure.id))


def _runs(made: _FormSheet, column: int, key: Callable[[Line], Hashable]) -> Iterator[Area]:
    row = _FIRST_ROW
    for _, some in groupby(made.table.lines, key=key):
        count = len(list(some))
        if count > 1:
            yield Area(row, column, row + count - 1, column)
        row += count


def _merged_totals(made: _FormSheet, total_row: int) -> Iterator[Area]:
    first = made.last_row + 1
    if made.labelled and (made.labelled > 1 or total_row - first > 1) and made.source_totals:
        yield Area(first, 0, total_row - 1, made.labelled - 1)
    if made.first_sum > 1:
        yield Area(total_row, 0, total_row, made.first_sum - 1)
