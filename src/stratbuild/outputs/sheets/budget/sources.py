"""The sheet of years and sources: what each is asked for, what it can give, and what is left."""

from dataclasses import dataclass

from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.financing import fund_label
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.cells import code, fixed_column, headroom, money, money_width, part_of, sum_across, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Alert, Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.render.workbook_contract import EditableColumn, EditableRow, EditableTable, Form
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.source import FundingSource

YEARS_ROW, _MACHINE_ROW, HEADER_ROW = 3, 4, 5
FIRST_ROW = 6
FIRST_YEAR = 5
TITLE = 1
_FUND, _CONFIRMED = 3, 4


@dataclass(frozen=True)
class SourceRow:
    """One source, or the money that no source has been named for, with the sums of its years."""

    source: FundingSource | None
    sums: tuple[Money, ...]

    @property
    def total(self) -> Money:
        """The money of all years."""
        return Money.total(self.sums)


def source_rows(book: Book) -> tuple[SourceRow, ...]:
    """Every source in the order of the strategy, and last what is paid by nobody yet."""
    sums = book.plan.budget.by(source_of, year_of)
    listed: list[FundingSource | None] = [*book.plan.strategy.sources.values(), None]
    return tuple(SourceRow(one, tuple(sums.get((one.id if one else None, year), ZERO) for year in book.years)) for one in listed)


def confirmed_label(book: Book, source: FundingSource | None) -> str:
    """Whether the money of a source has been promised, in words."""
    if source is None:
        return book.say("not_determined")
    return book.say("confirmed" if source.confirmed else "unconfirmed")


def sources_sheet(book: Book) -> tuple[Sheet, Names]:
    """Three blocks side by side for the same years: planned, ceilings, headroom; below, by fund and by certainty."""
    rows = source_rows(book)
    count = len(book.years)
    total, ceiling, headroom = FIRST_YEAR + count, FIRST_YEAR + count + 2, FIRST_YEAR + 2 * count + 2
    last = FIRST_ROW + len(rows) - 1
    width = headroom + count
    written = [_source_row(book, row, FIRST_ROW + place, last + 1) for place, row in enumerate(rows)]
    wide = money_width(_largest(rows))
    below = last + 3
    by_fund = _block(book, below, _FUND, [(fund_label(book, one.source.id if one.source else None), one) for one in rows], last)
    below += len(by_fund) + 1
    by_certainty = _block(book, below, _CONFIRMED, [(confirmed_label(book, one.source), one) for one in rows], last)
    editable = {
        ceiling + place: EditableColumn(f"ceiling_{year}", ("ceilings", str(year)), Form.SUM)
        for place, year in enumerate(book.years)
    }
    listed = tuple(EditableRow(row.source.id, row.source.id) for row in rows if row.source is not None)
    table = EditableTable("ceilings", "sources", _MACHINE_ROW, FIRST_ROW, 0, editable, listed)
    sheet = Sheet(
        name=book.titles["sources"],
        widths=(11, 46, 15, 12, 13, *(wide,) * (count + 1), 9, *(wide,) * (2 * count)),
        rows=(
            *title_rows(book.say("sources_title"), book.note("sources_note", "budget_lines", "sources"), status_cell(book)),
            Row(_year_keys(book)),
            machine_header("ceilings", 0, editable),
            Row(_headers(book)),
            *written,
            _total_row(book, rows, last),
            Row(()),
            *by_fund,
            Row(()),
            *by_certainty,
        ),
        frozen=(FIRST_ROW, 2),
        repeated=(HEADER_ROW, HEADER_ROW),
        filtered=Area(HEADER_ROW, 0, last, width - 1),
        protected=True,
        tables=(table,),
        alerts=(Alert(Area(FIRST_ROW, headroom, last, headroom + count - 1), "<", 0),),
    )
    names = {
        "source_id": Area(FIRST_ROW, 0, last, 0),
        "source_confirmed": Area(FIRST_ROW, _CONFIRMED, last, _CONFIRMED),
        "source_total": Area(FIRST_ROW, total, last, total),
        "source_planned": Area(FIRST_ROW, FIRST_YEAR, last, total - 1),
        "source_ceilings": Area(FIRST_ROW, ceiling, last, headroom - 1),
        "source_headroom": Area(FIRST_ROW, headroom, last, headroom + count - 1),
        "sources_total": Area(last + 1, total, last + 1, total),
    }
    names |= {f"sources_{year}": Area(last + 1, FIRST_YEAR + at, last + 1, FIRST_YEAR + at) for at, year in enumerate(book.years)}
    return sheet, names


def _largest(rows: tuple[SourceRow, ...]) -> Money:
    """The widest sum of the sheet: the total of the plan or of all ceilings."""
    ceilings = Money.total(sum_of for row in rows if row.source for sum_of in row.source.ceilings.values())
    return max(ceilings, Money.total(row.total for row in rows))


def _year_keys(book: Book) -> tuple[Cell | None, ...]:
    return (*(None,) * FIRST_YEAR, *book.year_keys(), None, None, *book.year_keys(), *book.year_keys())


def _headers(book: Book) -> tuple[Cell, ...]:
    first = book.headers("source_id", "source_title", "source_kind", "source_fund", "source_confirmed")
    blocks = [book.year_headers(name) for name in ("planned_of_year", "ceiling_of_year", "headroom_of_year")]
    return (*first, *blocks[0], *book.headers("total_money", "share"), *blocks[1], *blocks[2])


def _source_row(book: Book, row: SourceRow, at: int, total_row: int) -> Row:
    count, source = len(book.years), row.source
    total, ceiling = FIRST_YEAR + count, FIRST_YEAR + count + 2
    cells = [
        code(source.id if source else book.say("no_source")),
        text(book.text(source.title) if source else book.say("no_source")),
        text(book.say(f"kind_{source.kind.value}") if source else ""),
        text(fund_label(book, source.id if source else None)),
        text(confirmed_label(book, source)),
    ]
    for place, paid in enumerate(row.sums):
        formula = f"SUMIFS(fact_{book.years[place]},fact_source,{fixed_column(at, 0)})"
        cells.append(money(paid, formula=formula))
    cells.append(sum_across(at, FIRST_YEAR, row.sums, Style.SUBTOTAL))
    whole = Money.total(one.money for one in book.plan.budget.amounts)
    cells.append(part_of(row.total, whole, (address(at, total), address(total_row, total, row_fixed=True))))
    if source is None:
        return Row((*cells, *(Cell(style=Style.PLAIN),) * (2 * count)))
    for year in book.years:
        cells.append(money(source.ceilings.get(year), Style.INPUT))
    for place, year in enumerate(book.years):
        limit, spent = address(at, ceiling + place), address(at, FIRST_YEAR + place)
        cells.append(headroom(source.ceilings.get(year), row.sums[place], limit, spent))
    return Row(tuple(cells))


def _headroom(row: SourceRow, place: int, year: int) -> Money | None:
    ceiling = row.source.ceilings.get(year) if row.source else None
    return None if ceiling is None else ceiling - row.sums[place]


def _total_row(book: Book, rows: tuple[SourceRow, ...], last: int) -> Row:
    count = len(book.years)
    totals = [Money.total(row.sums[place] for row in rows) for place in range(count)]
    label = padded((Cell(book.say("total"), style=Style.TOTAL),), FIRST_YEAR, Cell(style=Style.TOTAL))
    planned = [_plain_sum(last, FIRST_YEAR + place, value) for place, value in enumerate(totals)]
    everything = Money.total(totals)
    total = _plain_sum(last, FIRST_YEAR + count, everything)
    whole = address(last + 1, FIRST_YEAR + count)
    share = part_of(everything, everything, (whole, whole), Style.TOTAL)
    ceilings, headrooms = [], []
    for place, year in enumerate(book.years):
        given = [row.source.ceilings[year] for row in rows if row.source and year in row.source.ceilings]
        left = [found for row in rows if (found := _headroom(row, place, year)) is not None]
        ceilings.append(_plain_sum(last, FIRST_YEAR + count + 2 + place, Money.total(given)))
        headrooms.append(_plain_sum(last, FIRST_YEAR + 2 * count + 2 + place, Money.total(left)))
    return Row((*label, *planned, total, share, *ceilings, *headrooms))


def _plain_sum(last: int, column: int, value: Money) -> Cell:
    return money(value, Style.TOTAL, f"SUM({Area(FIRST_ROW, column, last, column)})")


def _block(book: Book, at: int, key_column: int, rows: list[tuple[str, SourceRow]], last: int) -> list[Row]:
    """The same money by another property of the sources: a row for each of its values."""
    count = len(book.years)
    name = "source_fund" if key_column == _FUND else "source_confirmed"
    header = padded((None, *book.headers(name)), FIRST_YEAR, Cell(style=Style.HEADER))
    made = [Row((*header, *book.year_headers("planned_of_year"), *book.headers("total_money", "share")))]
    whole = Money.total(one.money for one in book.plan.budget.amounts)
    keys = Area(FIRST_ROW, key_column, last, key_column)
    for offset, label in enumerate(dict.fromkeys(label for label, _ in rows), start=1):
        row = at + offset
        sums = [Money.total(one.sums[place] for key, one in rows if key == label) for place in range(count)]
        cells: list[Cell | None] = list(padded((None, text(label)), FIRST_YEAR, Cell()))
        for place, paid in enumerate(sums):
            column = FIRST_YEAR + place
            cells.append(
                money(paid, formula=f"SUMIFS({Area(FIRST_ROW, column, last, column)},{keys},{fixed_column(row, TITLE)})")
            )
        cells.append(sum_across(row, FIRST_YEAR, sums, Style.SUBTOTAL))
        formulas = (address(row, FIRST_YEAR + count), address(last + 1, FIRST_YEAR + count))
        cells.append(part_of(Money.total(sums), whole, formulas))
        made.append(Row(tuple(cells)))
    return made
