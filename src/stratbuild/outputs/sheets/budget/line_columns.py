"""The columns of the sheet of lines: how each is headed, what stands in it, and which field it is an input of."""

from collections.abc import Callable, Iterator, Mapping

from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.budget.line_amounts import amount_columns, detail_columns
from stratbuild.outputs.sheets.budget.line_table import LineColumn, LineRow
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, text
from stratbuild.quantity import WHOLE, ZERO, Money, Portion, Proportion
from stratbuild.render.workbook import Cell, Kind, Style
from stratbuild.render.workbook_contract import EditableColumn, Form
from stratbuild.schema.budget_line import BudgetLine


def columns(book: Book, *, programmes: bool, economic_codes: bool, economic_titles: Mapping[str, str]) -> tuple[LineColumn, ...]:
    """All columns in their order; those that no line needs are left out."""
    made = _Columns(book)
    return (
        *made.first(),
        *made.codes(programmes=programmes, economic_codes=economic_codes),
        *made.product(),
        *amount_columns(book),
        *made.funding(),
        *made.unprinted(economic_titles if economic_codes else {}),
        *detail_columns(book),
        *made.last(),
    )


class _Columns:
    """Makes columns out of the words of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._strategy = book.plan.strategy
        self._entered, self._computed = book.say("mark_input"), book.say("mark_formula")

    def first(self) -> Iterator[LineColumn]:
        book, codes = self._book, self._book.plan.coverage.codes
        yield self._plain("id", 14, lambda line: code(line.item.id))
        yield self._plain("code", 7, lambda line: code(codes[line.item.measure]))
        yield self._input("title", 30, lambda line: text(book.text(line.item.title), Style.INPUT), ("title",), Form.TEXT)

    def codes(self, *, programmes: bool, economic_codes: bool) -> Iterator[LineColumn]:
        if programmes:
            yield self._code("programme", 10, "programme", lambda line: line.programme)
        if economic_codes:
            yield self._code("economic", 9, "economic_code", lambda line: line.economic_code)
        procured = any(line.cpv for line in self._strategy.budget_lines.values())
        if procured or self._strategy.settings.classifiers.procurement is not None:
            yield self._code("cpv", 11.5, "cpv", lambda line: line.cpv)

    def product(self) -> Iterator[LineColumn]:
        book, entered = self._book, self._entered
        yield self._input(
            "measurement_unit",
            10.5,
            lambda line: text(book.text(line.item.measurement_unit), _entered_if(line.item)),
            ("measurement_unit",),
            Form.TEXT,
        )
        for year, header in zip(book.years, book.year_headers("quantity_of_year"), strict=True):
            key = f"quantity_{year}"
            editable = EditableColumn(key, ("quantity", str(year)), Form.NUMBER)
            yield LineColumn(key, 10, entered, header, _quantity(year), editable)
        prices = (line.unit_price for line in self._strategy.budget_lines.values() if line.unit_price is not None)
        yield self._input(
            "unit_price",
            money_width(max(prices, default=ZERO)),
            lambda line: money(line.item.unit_price, _entered_if(line.item)),
            ("unit_price",),
            Form.SUM,
        )

    def funding(self) -> Iterator[LineColumn]:
        yield self._plain("sources", 20, lambda line: text(_funding(self._book, line.item)))
        yield self._plain("rest", 12, _not_divided, self._computed)

    def unprinted(self, economic_titles: Mapping[str, str]) -> Iterator[LineColumn]:
        """What explains a line on the screen; on paper it would make the rest too small to read."""
        book, measures = self._book, self._strategy.measures
        yield self._plain("measure_title", 40, lambda line: text(book.text(measures[line.item.measure].title)))
        if economic_titles:
            yield self._plain("economic_title", 30, lambda line: _economic_title(line, economic_titles), self._computed)
        yield self._plain("way", 14, lambda line: text(_way(book, line.item)))

    def last(self) -> Iterator[LineColumn]:
        book, strategy = self._book, self._strategy
        goals, measures, units = strategy.goals, strategy.measures, strategy.units
        fallback = book.say("no_unit")

        def lead(line: LineRow) -> str | None:
            return measures[line.item.measure].lead

        def lead_name(line: LineRow) -> str:
            unit = lead(line)
            return fallback if unit is None else book.unit_name(units[unit])

        yield self._input("basis", 44, lambda line: text(book.text(line.item.basis), Style.INPUT), ("basis",), Form.TEXT)
        yield self._input("note", 44, lambda line: text(book.text(line.item.note), Style.INPUT), ("note",), Form.LONG_TEXT)
        yield self._plain("goal", 50, lambda line: text(book.goal_name(goals[measures[line.item.measure].goal])))
        measure = EditableColumn("measure", ("measure",), Form.ID)
        yield LineColumn("measure", 13, "", book.headers("column_measure")[0], lambda line: code(line.item.measure), measure)
        yield self._plain("unit", 10, lambda line: code(lead(line) or fallback))
        yield self._plain("unit_title", 34, lambda line: text(lead_name(line)))

    def _plain(self, key: str, width: float, cell: Callable[[LineRow], Cell], mark: str = "") -> LineColumn:
        return LineColumn(key, width, mark, self._book.headers(f"column_{key}")[0], cell)

    def _input(self, key: str, width: float, cell: Callable[[LineRow], Cell], way: tuple[str, ...], form: Form) -> LineColumn:
        header = self._book.headers(f"column_{key}")[0]
        return LineColumn(key, width, self._entered, header, cell, EditableColumn(key, way, form))

    def _code(self, key: str, width: float, field: str, value: Callable[[BudgetLine], str | None]) -> LineColumn:
        return self._input(key, width, lambda line: code(value(line.item), Style.INPUT), (field,), Form.CODE)


def _quantity(year: int) -> Callable[[LineRow], Cell]:
    def cell(line: LineRow) -> Cell:
        # The general format shows the decimals of whatever is typed; a fixed one would show 1,5 as 2.
        return Cell(line.item.quantity.get(year), Kind.NUMBER, _entered_if(line.item), pattern="General")

    return cell


def _economic_title(line: LineRow, titles: Mapping[str, str]) -> Cell:
    title = titles.get(line.item.economic_code or "", "")
    return Cell(title, formula=f'IFERROR(INDEX(kekv_name,MATCH({line.at("economic")},kekv_code,0)),"")')


def _not_divided(line: LineRow) -> Cell:
    return money(ZERO, formula=f"ROUND({line.at('total')}-SUMIFS(fact_total,fact_line,{fixed_column(line.row, 0)}),2)")


def _entered_if(item: BudgetLine) -> Style:
    return Style.INPUT if item.unit_price is not None else Style.PLAIN


def _way(book: Book, item: BudgetLine) -> str:
    if item.unit_price is not None:
        return book.say("way_product")
    if item.total is not None:
        return book.say("way_total")
    return book.say("way_amount" if item.amounts else "way_missing")


def _funding(book: Book, item: BudgetLine) -> str:
    """Who pays what part, a source on a line of its own; years that have a funding of their own below."""
    said = _parts(book, item.funding)
    for year, funding in sorted(item.funding_by_year.items()):
        said += [f"{year}: {part}" for part in _parts(book, funding)]
    return "\n".join(said) or book.say("no_source")


def _parts(book: Book, funding: Mapping[str, Portion]) -> list[str]:
    said = []
    for source, portion in funding.items():
        if isinstance(portion, Proportion):
            part = book.locale.share(portion.per_cent)
        else:
            part = book.locale.money(portion) if isinstance(portion, Money) else book.say("rest_word")
        said.append(f"{source}\u00a0{part}")
    shares = [portion.per_cent for portion in funding.values() if isinstance(portion, Proportion)]
    if funding and len(shares) == len(funding) and sum(shares) < WHOLE:
        said.append(f"{book.say('no_source')} {book.locale.share(WHOLE - sum(shares))}")
    return said
