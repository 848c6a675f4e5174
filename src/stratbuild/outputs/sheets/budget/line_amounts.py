"""The columns of the sheet of lines by which an amount comes about: a total and its years, what is stated, what it is raised by."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from stratbuild.model.prices import coefficient, price_base, stated_by_year
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.budget.line_table import LineColumn, LineRow, is_detailed
from stratbuild.outputs.sheets.cells import SHARE_PATTERN, code, money, money_width, sum_across
from stratbuild.quantity import WHOLE, ZERO, Money
from stratbuild.render.workbook import Cell, Kind, Style, address
from stratbuild.render.workbook_contract import EditableColumn, Form
from stratbuild.schema.budget_line import BudgetLine, Vat

_COEFFICIENT_PATTERN = "0.000000"
_ONE = Decimal(1)


def detail_columns(book: Book) -> Iterator[LineColumn]:
    """How the amounts come about, where any is more than a product: totals, what is stated, what it is raised by."""
    if is_detailed(book.plan.strategy):
        yield from _total_columns(book)
        yield from _stated_columns(book)
        yield from _coefficient_columns(book)


def index_key(line: BudgetLine, base: int | None) -> str:
    """The key of an index counted from a year, as it stands on the sheet of assumptions: `PI-CPI/2025`."""
    return "" if line.price_index is None or base is None else f"{line.price_index}/{base}"


def _total_columns(book: Book) -> Iterator[LineColumn]:
    lines = [line for line in book.plan.strategy.budget_lines.values() if line.total is not None]
    if not lines:
        return
    widest = max((line.total for line in lines if line.total is not None), default=ZERO)
    yield _column(book, "stated_total", money_width(widest), _stated_total, EditableColumn("total", ("total",), Form.SUM))
    for year in book.years:
        editable = EditableColumn(f"share_{year}", ("year_shares", str(year)), Form.SHARE)
        yield _column(book, f"share_{year}", 9, _share(year), editable)
    for year in book.years:
        if any(_correction(line, year) for line in lines):
            yield _column(book, f"share_correction_{year}", 10, _correction_cell(year))


def _stated_columns(book: Book) -> Iterator[LineColumn]:
    widest = Money.total(Money.total(stated_by_year(line).values()) for line in book.plan.strategy.budget_lines.values())
    for year in book.years:
        editable = EditableColumn(f"amounts_{year}", ("amounts", str(year)), Form.SUM)
        yield _column(book, f"stated_{year}", money_width(widest), _stated(book, year), editable)


def _coefficient_columns(book: Book) -> Iterator[LineColumn]:
    strategy = book.plan.strategy
    lines = strategy.budget_lines.values()
    used = []
    if any(line.exchange_rate for line in lines):
        used.append("exchange")
        yield _column(book, "exchange", 10, lambda line: code(line.item.exchange_rate))
    if any(line.price_index for line in lines):
        used.append("index")
        yield _column(book, "index", 14, lambda line: code(index_key(line.item, price_base(strategy, line.item)) or None))
    if any(line.vat is Vat.ADDED for line in lines):
        used.append("vat")
        yield _column(book, "vat", 10, lambda line: code(line.item.vat_rate if line.item.vat is Vat.ADDED else None))
    if used:
        for year in book.years:
            yield _column(book, f"coefficient_{year}", 11, _coefficient(book, year, used))


def amount_columns(book: Book) -> Iterator[LineColumn]:
    """The amount of every year, and the sum of all years."""
    detailed = is_detailed(book.plan.strategy)
    width = money_width(book.plan.budget.total)
    computed = book.say("mark_formula")
    mark = computed if detailed else f"{book.say('mark_input')} / {computed}"
    for year, header in zip(book.years, book.year_headers("amount_of_year"), strict=True):
        editable = None if detailed else EditableColumn(f"amounts_{year}", ("amounts", str(year)), Form.SUM)
        cell = _raised(year) if detailed else _stated(book, year, "amount")
        yield LineColumn(f"amount_{year}", width, mark, header, cell, editable)
    yield LineColumn("total", width, computed, book.headers("column_total")[0], _line_total(book), None)


def _column(
    book: Book, key: str, width: float, cell: Callable[[LineRow], Cell], editable: EditableColumn | None = None
) -> LineColumn:
    mark = book.say("mark_input") if editable is not None else book.say("mark_formula")
    if editable is not None and key != "stated_total":
        mark = f"{mark} / {book.say('mark_formula')}"
    name, _, year = key.rpartition("_")
    if year.isdecimal():
        header = Cell(book.say(f"{name}_of_year", year=year, currency=book.currency), style=Style.HEADER)
    else:
        header = book.headers(f"column_{key}")[0]
    return LineColumn(key, width, mark, header, cell, editable, is_detail=True)


def _stated_total(line: LineRow) -> Cell:
    return money(line.item.total, Style.PLAIN if line.item.total is None else Style.INPUT)


def _shares(line: BudgetLine) -> dict[int, Decimal]:
    """The part of every year of a line's total; parts that are equal are exact only as a fraction."""
    if line.year_shares:
        return {year: share / WHOLE for year, share in sorted(line.year_shares.items())}
    years = sorted(set(line.evenly_over))
    return {year: _ONE / len(years) for year in years}


def _share(year: int) -> Callable[[LineRow], Cell]:
    def cell(line: LineRow) -> Cell:
        share = _shares(line.item).get(year) if line.item.total is not None else None
        if share is None:
            return Cell(None, Kind.SHARE, Style.INPUT if line.item.year_shares else Style.PLAIN, pattern=SHARE_PATTERN)
        if line.item.year_shares:
            return Cell(share, Kind.SHARE, Style.INPUT, pattern=SHARE_PATTERN)
        return Cell(share, Kind.SHARE, formula=f"1/{len(set(line.item.evenly_over))}", pattern=SHARE_PATTERN)

    return cell


def _correction(line: BudgetLine, year: int) -> Money:
    """What the rule of the largest remainder gives a year beyond its rounded share; the last year takes what is left."""
    shares = _shares(line) if line.total is not None else {}
    if line.total is None or year not in shares or year == max(shares):
        return ZERO
    rounded = (Decimal(line.total.hundredths) * shares[year]).quantize(_ONE, ROUND_HALF_UP)
    return stated_by_year(line)[year] - Money(int(rounded))


def _correction_cell(year: int) -> Callable[[LineRow], Cell]:
    return lambda line: money(_correction(line.item, year) or None)


def _stated(book: Book, year: int, column: str = "stated") -> Callable[[LineRow], Cell]:
    def cell(line: LineRow) -> Cell:
        item = line.item
        value = stated_by_year(item).get(year)
        if item.unit_price is not None:
            return money(value or ZERO, formula=f"ROUND({line.at(f'quantity_{year}')}*{line.at('unit_price')},2)")
        if item.total is not None:
            return _year_of_total(book.years, line, year, value, column)
        return money(value, Style.INPUT)

    return cell


def _year_of_total(years: Sequence[int], line: LineRow, year: int, value: Money | None, column: str) -> Cell:
    shares = _shares(line.item)
    if year not in shares:
        return money(None)
    if year != max(shares) or year == min(shares):
        formula = f"ROUND({line.at('stated_total')}*{line.at(f'share_{year}')},2)"
        correction = f"share_correction_{year}"
        return money(value, formula=f"{formula}+{line.at(correction)}" if correction in line.places else formula)
    first, before = line.places[f"{column}_{years[0]}"], line.places[f"{column}_{year}"] - 1
    earlier = f"{address(line.row, first)}:{address(line.row, before)}"
    return money(value, formula=f"ROUND({line.at('stated_total')}-SUM({earlier}),2)")


def _coefficient(book: Book, year: int, used: list[str]) -> Callable[[LineRow], Cell]:
    parts = {
        "exchange": 'IF({0}="",1,INDEX(rate_{1},MATCH({0},rate_id,0)))',
        "index": 'IF({0}="",1,INDEX(factor_{1},MATCH({0},factor_id,0)))',
        "vat": 'IF({0}="",1,1+INDEX(vat_rate,MATCH({0},vat_id,0)))',
    }

    def cell(line: LineRow) -> Cell:
        value = coefficient(book.plan.strategy, line.item, year)
        formula = "*".join(parts[key].format(line.at(key), year) for key in used)
        return Cell(value, Kind.NUMBER, formula=formula, pattern=_COEFFICIENT_PATTERN)

    return cell


def _raised(year: int) -> Callable[[LineRow], Cell]:
    """What is stated, raised by the coefficient where there is one, and rounded to the hundredth."""

    def cell(line: LineRow) -> Cell:
        stated, coefficient_key = line.at(f"stated_{year}"), f"coefficient_{year}"
        formula = f"ROUND({stated}*{line.at(coefficient_key)},2)" if coefficient_key in line.places else f"ROUND({stated},2)"
        return money(line.sums[year], formula=formula)

    return cell


def _line_total(book: Book) -> Callable[[LineRow], Cell]:
    def cell(line: LineRow) -> Cell:
        return sum_across(line.row, line.places[f"amount_{book.years[0]}"], list(line.sums.values()), Style.SUBTOTAL)

    return cell
