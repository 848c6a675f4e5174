"""The sheet of the budget lines: what is entered, and what follows from it on the same row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stratbuild.model import Classifier
from stratbuild.model.budget import line as line_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, number, sum_across, text
from stratbuild.quantity import WHOLE, ZERO, Money, Proportion
from stratbuild.render.workbook import Alert, Area, Cell, Choice, Row, Sheet, Style, address, padded
from stratbuild.schema.budget_line import BudgetLine

FIRST_ROW = 8
_TOTAL_ROW, _YEARS_ROW, _HEADER_ROW = 3, 5, 7


@dataclass(frozen=True)
class _Column:
    """One column: its key, its width, whether it is entered, its header, and its cell on a row."""

    key: str
    width: float
    mark: str
    header: Cell
    cell: Callable[["_Line"], Cell]


@dataclass(frozen=True)
class _Line:
    """One line, its row, the sums of its years, and the places of the columns."""

    item: BudgetLine
    row: int
    sums: tuple[Money, ...]
    places: "dict[str, int]"

    def at(self, key: str) -> str:
        """The address of a column's cell on the line's row."""
        return address(self.row, self.places[key])


def ordered_lines(book: Book) -> tuple[BudgetLine, ...]:
    """The lines in the printed order of their measures."""
    coverage = book.plan.coverage
    return tuple(line for measure in coverage.measures_in_order() for line in coverage.lines_of_measure[measure.id])


def uses_economic_codes(book: Book) -> bool:
    """Whether the strategy classifies its expenditure by economic codes."""
    lines = book.plan.strategy.budget_lines.values()
    return book.plan.strategy.settings.classifiers.economic is not None or any(line.economic_code for line in lines)


def uses_programmes(book: Book) -> bool:
    """Whether any line names a budget programme."""
    return any(line.programme for line in book.plan.strategy.budget_lines.values())


def economic_titles(book: Book) -> Mapping[str, str]:
    """The official names of the economic codes, where the strategy has a classifier with names."""
    table = economic_classifier(book)
    return table.names if table is not None else {}


def economic_classifier(book: Book) -> Classifier | None:
    """The table of the economic codes that the strategy asks for, where it was given."""
    asked = book.plan.strategy.settings.classifiers.economic
    return book.plan.classifiers.get(asked.value) if asked is not None else None


def status_cell(book: Book) -> Cell:
    """The verdict of all checks, shown on every sheet."""
    return Cell(book.say("all_checks_pass"), style=Style.NOTE, formula="check_status", wrap=False)


def lines_sheet(book: Book) -> tuple[Sheet, Names]:
    """All lines, in the printed order of their measures, with the total above the headers."""
    columns = _columns(book)
    places = {column.key: place for place, column in enumerate(columns)}
    sums = book.plan.budget.by(line_of, year_of)
    lines = [
        _Line(item, FIRST_ROW + number, tuple(sums.get((item.id, year), ZERO) for year in book.years), places)
        for number, item in enumerate(ordered_lines(book))
    ]
    last_row = FIRST_ROW + max(len(lines), 1) - 1
    rows = [
        *title_rows(book.say("lines_title"), book.note("lines_note", "budget_lines"), status_cell(book)),
        _sums_row(book, places, lines, visible=False),
        _sums_row(book, places, lines, visible=True),
        Row((*(None,) * places[f"amount_{book.years[0]}"], *book.year_keys())),
        Row(tuple(Cell(column.mark or None, style=Style.NOTE) for column in columns)),
        Row(tuple(column.header for column in columns)),
        *(Row(tuple(column.cell(line) for column in columns)) for line in lines),
    ]
    sheet = Sheet(
        name=book.titles["lines"],
        widths=tuple(column.width for column in columns),
        rows=tuple(rows),
        frozen=(FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last_row, len(columns) - 1),
        choices=_choices(book, places, last_row),
        alerts=(Alert(Area(FIRST_ROW, places["rest"], last_row, places["rest"]), "!=", 0),),
        printed_columns=(0, places["sources"]),
    )
    return sheet, _names(book, places, last_row)


def _columns(book: Book) -> tuple[_Column, ...]:
    entered, computed = book.say("mark_input"), book.say("mark_formula")
    strategy, codes = book.plan.strategy, book.plan.coverage.codes
    measures, goals, units = strategy.measures, strategy.goals, strategy.units
    fallback = book.say("no_unit")

    def column(key: str, width: float, cell: Callable[[_Line], Cell], mark: str = "") -> _Column:
        return _Column(key, width, mark, book.headers(f"column_{key}")[0], cell)

    def lead(line: _Line) -> str | None:
        return measures[line.item.measure].lead

    def lead_name(line: _Line) -> str:
        unit = lead(line)
        return fallback if unit is None else book.unit_name(units[unit])

    code_columns = []
    if uses_programmes(book):
        code_columns.append(column("programme", 10, lambda line: code(line.item.programme, Style.INPUT), entered))
    if uses_economic_codes(book):
        code_columns.append(column("economic", 9, lambda line: code(line.item.economic_code, Style.INPUT), entered))
        if economic_titles(book):
            code_columns.append(column("economic_title", 20, lambda line: _economic_title(book, line), computed))
    if strategy.settings.classifiers.procurement is not None or any(line.cpv for line in strategy.budget_lines.values()):
        code_columns.append(column("cpv", 11.5, lambda line: code(line.item.cpv, Style.INPUT), entered))
    return (
        column("id", 14, lambda line: code(line.item.id)),
        column("code", 7, lambda line: code(codes[line.item.measure])),
        column("title", 30, lambda line: text(book.text(line.item.title), Style.INPUT), entered),
        column("measure_title", 26, lambda line: text(book.text(measures[line.item.measure].title))),
        *code_columns,
        column("way", 12, lambda line: text(_way(book, line.item))),
        column(
            "measurement_unit", 10.5, lambda line: text(book.text(line.item.measurement_unit), _entered_if(line.item)), entered
        ),
        *(_quantity_column(book, year, entered) for year in book.years),
        column(
            "unit_price",
            money_width(_highest_price(book)),
            lambda line: money(line.item.unit_price, _entered_if(line.item)),
            entered,
        ),
        *(_amount_column(book, place, f"{entered} / {computed}") for place in range(len(book.years))),
        column("total", money_width(book.plan.budget.total), lambda line: _line_total(book, line), computed),
        column("sources", 17, lambda line: text(_sources(book, line.item))),
        column("rest", 12, _not_divided, computed),
        column("basis", 44, lambda line: text(book.text(line.item.basis), Style.INPUT), entered),
        column("note", 44, lambda line: text(book.text(line.item.note), Style.INPUT), entered),
        column("goal", 50, lambda line: text(book.goal_name(goals[measures[line.item.measure].goal]))),
        column("measure", 13, lambda line: code(line.item.measure)),
        column("unit", 10, lambda line: code(lead(line) or fallback)),
        column("unit_title", 34, lambda line: text(lead_name(line))),
    )


def _quantity_column(book: Book, year: int, mark: str) -> _Column:
    def cell(line: _Line) -> Cell:
        return number(line.item.quantity.get(year), _entered_if(line.item))

    return _Column(f"quantity_{year}", 10, mark, book.year_headers("quantity_of_year")[book.years.index(year)], cell)


def _amount_column(book: Book, place: int, mark: str) -> _Column:
    year = book.years[place]

    def cell(line: _Line) -> Cell:
        if line.item.unit_price is None:
            return money(line.sums[place] if year in line.item.amounts else None, Style.INPUT)
        return money(line.sums[place], formula=f"ROUND({line.at(f'quantity_{year}')}*{line.at('unit_price')},2)")

    return _Column(f"amount_{year}", money_width(book.plan.budget.total), mark, book.year_headers("amount_of_year")[place], cell)


def _line_total(book: Book, line: _Line) -> Cell:
    return sum_across(line.row, line.places[f"amount_{book.years[0]}"], line.sums, Style.SUBTOTAL)


def _economic_title(book: Book, line: _Line) -> Cell:
    title = economic_titles(book).get(line.item.economic_code or "", "")
    return Cell(title, formula=f'IFERROR(INDEX(kekv_name,MATCH({line.at("economic")},kekv_code,0)),"")')


def _not_divided(line: _Line) -> Cell:
    return money(ZERO, formula=f"ROUND({line.at('total')}-SUMIFS(fact_amount,fact_line,{fixed_column(line.row, 0)}),2)")


def _highest_price(book: Book) -> Money:
    return max(
        (line.unit_price for line in book.plan.strategy.budget_lines.values() if line.unit_price is not None), default=ZERO
    )


def _entered_if(item: BudgetLine) -> Style:
    return Style.INPUT if item.unit_price is not None else Style.PLAIN


def _way(book: Book, item: BudgetLine) -> str:
    if item.unit_price is not None:
        return book.say("way_product")
    return book.say("way_amount" if item.amounts else "way_missing")


def _sources(book: Book, item: BudgetLine) -> str:
    shares = [
        f"{source}\u00a0{book.locale.share(part.per_cent)}"
        for source, part in item.funding.items()
        if isinstance(part, Proportion)
    ]
    rest = WHOLE - sum(part.per_cent for part in item.funding.values() if isinstance(part, Proportion))
    if rest > 0:
        shares.append(f"{book.say('no_source')} {book.locale.share(rest)}")
    return "\n".join(shares)


def _sums_row(book: Book, places: dict[str, int], lines: list[_Line], *, visible: bool) -> Row:
    """The sums of all rows, or of those that a filter leaves."""
    label, style = (book.say("visible_rows"), Style.SUBTOTAL) if visible else (book.say("total"), Style.TOTAL)
    first = places[f"amount_{book.years[0]}"]
    last_row = FIRST_ROW + max(len(lines), 1) - 1
    by_year = [Money.total(line.sums[place] for line in lines) for place in range(len(book.years))]
    cells: list[Cell | None] = list(padded((Cell(label, style=style, wrap=False),), first, Cell(style=style)))
    for offset, total in enumerate([*by_year, Money.total(by_year)]):
        area = Area(FIRST_ROW, first + offset, last_row, first + offset)
        cells.append(money(total, style, f"SUBTOTAL(109,{area})" if visible else f"SUM({area})"))
    return Row(padded(cells, places["sources"] + 1, Cell(style=style)))


def _choices(book: Book, places: dict[str, int], last_row: int) -> tuple[Choice, ...]:
    if not economic_titles(book):
        return ()
    area = Area(FIRST_ROW, places["economic"], last_row, places["economic"])
    return (Choice(area, "kekv_leaf", book.say("choice_title"), book.say("choice_economic")),)


def _names(book: Book, places: dict[str, int], last_row: int) -> dict[str, Area]:
    first, last = places[f"amount_{book.years[0]}"], places[f"amount_{book.years[-1]}"]
    names = {
        f"line_{key}": Area(FIRST_ROW, places[key], last_row, places[key])
        for key in ("id", "measure", "unit", "economic", "programme", "total", "rest")
        if key in places
    }
    names["line_amounts"] = Area(FIRST_ROW, first, last_row, last)
    names["line_years"] = Area(_YEARS_ROW, first, _YEARS_ROW, last)
    for year in book.years:
        place = places[f"amount_{year}"]
        names[f"amt_{year}"] = Area(FIRST_ROW, place, last_row, place)
        names[f"lines_{year}"] = Area(_TOTAL_ROW, place, _TOTAL_ROW, place)
    names["lines_total"] = names["budget_total"] = Area(_TOTAL_ROW, places["total"], _TOTAL_ROW, places["total"])
    return names
