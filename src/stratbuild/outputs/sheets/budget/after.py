"""The sheet of recurring costs: what keeping the results costs in the years after the strategy."""

from stratbuild.model.prices import amount_after, stated_by_year
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.line_table import is_raised
from stratbuild.outputs.sheets.budget.lines import ordered_lines, status_cell, uses_economic_codes
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, sum_across, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.render.workbook_contract import EditableColumn, EditableRow, EditableTable, Form
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.budget_line import BudgetLine

_TOTAL_ROW, _MACHINE_ROW, _HEADER_ROW, _FIRST_ROW = 3, 4, 5, 6


def recurring_lines(book: Book) -> tuple[BudgetLine, ...]:
    """The lines whose cost goes on after the strategy, in the printed order."""
    strategy = book.plan.strategy
    return tuple(line for line in ordered_lines(book) if amount_after(strategy, line) is not None)


def years_after(book: Book) -> tuple[int, ...]:
    """The years after the strategy that are shown."""
    last = book.plan.strategy.settings.period.finish.last.year
    return tuple(range(last + 1, last + 1 + book.plan.strategy.settings.years_after))


def has_costs_after(book: Book) -> bool:
    """Whether any cost goes on."""
    return bool(recurring_lines(book)) and bool(years_after(book))


def after_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every recurring line with its cost of a year, in prices of the strategy's last year, and of all years shown."""
    lines, years = recurring_lines(book), years_after(book)
    columns = ["line", "title", "unit"] + (["economic"] if uses_economic_codes(book) else [])
    columns += ["yearly_stated", "yearly", *(f"after_{year}" for year in years), "total"]
    places = {key: place for place, key in enumerate(columns)}
    last_row = _FIRST_ROW + len(lines) - 1
    yearly = [amount_after(book.plan.strategy, line) or ZERO for line in lines]
    one_year = Money.total(yearly)
    by_year = {year: _of_year(book, year) for year in years}
    everything = Money.total(by_year.values())
    label = (Cell(book.say("total"), style=Style.TOTAL, wrap=False),)
    totals: list[Cell | None] = list(padded(label, len(columns), Cell(style=Style.TOTAL)))
    sums = {"yearly": one_year, **{f"after_{year}": sum_ for year, sum_ in by_year.items()}, "total": everything}
    for key, sum_ in sums.items():
        totals[places[key]] = money(sum_, Style.TOTAL, f"SUM({Area(_FIRST_ROW, places[key], last_row, places[key])})")
    editable = {places["yearly_stated"]: EditableColumn("yearly_after", ("yearly_after",), Form.SUM)}
    rows = tuple(EditableRow(line.id, line.id) for line in lines)
    sheet = Sheet(
        name=book.titles["after"],
        widths=tuple({"line": 15, "title": 54, "unit": 26, "economic": 9}.get(key, money_width(everything)) for key in columns),
        rows=(
            *title_rows(book.say("after_title"), book.note("after_note", "budget_lines"), status_cell(book)),
            Row(tuple(totals)),
            machine_header("after", 0, editable),
            Row(tuple(_header(book, key) for key in columns)),
            *(
                Row(_cells(book, line, _FIRST_ROW + at, money_of, places))
                for at, (line, money_of) in enumerate(zip(lines, yearly, strict=True))
            ),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last_row, len(columns) - 1),
        protected=True,
        tables=(EditableTable("after", "budget_lines", _MACHINE_ROW, _FIRST_ROW, 0, editable, rows),),
    )
    names = {f"after_{year}": Area(_TOTAL_ROW, places[f"after_{year}"], _TOTAL_ROW, places[f"after_{year}"]) for year in years}
    names["after_yearly"] = Area(_TOTAL_ROW, places["yearly"], _TOTAL_ROW, places["yearly"])
    names["after_total"] = Area(_TOTAL_ROW, places["total"], _TOTAL_ROW, places["total"])
    return sheet, names


def _of_year(book: Book, year: int) -> Money:
    return Money.total(amount.money for amount in book.plan.budget.after if amount.year == year)


def _header(book: Book, key: str) -> Cell:
    if key.startswith("after_"):
        return Cell(book.say("after_of_year", year=key.removeprefix("after_"), currency=book.currency), style=Style.HEADER)
    return book.headers(
        {"yearly_stated": "after_stated", "yearly": "after_yearly", "total": "total_money", "title": "column_title"}.get(
            key, f"after_{key}"
        )
    )[0]


def _cells(book: Book, line: BudgetLine, at: int, yearly: Money, places: dict[str, int]) -> tuple[Cell, ...]:
    lead = book.plan.strategy.measures[line.measure].lead
    place = f"MATCH({fixed_column(at, 0)},line_id,0)"
    stated = address(at, places["yearly_stated"])
    cells = [
        code(line.id),
        text(book.text(line.title)),
        text(book.unit_name(book.plan.strategy.units[lead]) if lead else book.say("no_unit")),
    ]
    if "economic" in places:
        cells.append(code(line.economic_code))
    by_year = stated_by_year(line)
    if line.yearly_after is not None or not by_year:
        cells.append(money(line.yearly_after, Style.INPUT))
    else:
        cells.append(money(by_year[max(by_year)], formula=f"INDEX(stated_{max(by_year)},{place})"))
    coefficient = _coefficient(book, place)
    cells.append(money(yearly, Style.SUBTOTAL, f"ROUND({stated}{coefficient},2)"))
    spent = {amount.year: amount.money for amount in book.plan.budget.parts_after.get(line.id, ())}
    same = address(at, places["yearly"], column_fixed=True)
    cells += [money(spent[year], formula=same) if year in spent else money(None) for year in years_after(book)]
    cells.append(sum_across(at, places["yearly"] + 1, [spent.get(year, ZERO) for year in years_after(book)], Style.SUBTOTAL))
    return tuple(cells)


def _coefficient(book: Book, place: str) -> str:
    """What the stated cost is raised by: the coefficient of the strategy's last year, where any line has one."""
    strategy = book.plan.strategy
    if not is_raised(strategy):
        return ""
    return f"*INDEX(coefficient_{strategy.settings.period.finish.last.year},{place})"
