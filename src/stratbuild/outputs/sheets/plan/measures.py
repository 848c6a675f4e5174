"""The sheet of measures: who does what, from when to when, after what, for how much, under its goals."""

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, money, money_width, sum_across, sum_down, text
from stratbuild.outputs.sheets.goal_tree import TreeRow, group_style, tree, tree_sum
from stratbuild.outputs.sheets.plan.reasons import waits_for
from stratbuild.outputs.sheets.plan.timeline import scheduled
from stratbuild.quantity import Money
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address, padded
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure

_HEADER_ROW, _TOTAL_ROW, _FIRST_ROW = 2, 3, 4
_START, _FINISH, _FIRST_YEAR = 4, 5, 10
_HEADERS = ("code", "title", "lead", "partners", "start", "finish", "days", "after", "kpis", "result")


def measures_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every measure under its goals, foldable; the sums of a goal are those of all that lies below it."""
    rows = tree(book, _FIRST_ROW)
    count = len(book.years)
    last, total = _FIRST_ROW + max(len(rows), 1) - 1, _FIRST_YEAR + count
    by_year = [Money.total(one.sums[place] for one in rows if one.depth == 0) for place in range(count)]
    everything = Money.total(by_year)
    label = padded((Cell(book.say("total"), style=Style.TOTAL, wrap=False),), _FIRST_YEAR, Cell(style=Style.TOTAL))
    sums = [sum_down(_FIRST_ROW, last, _FIRST_YEAR + place, [value]) for place, value in enumerate([*by_year, everything])]
    sheet = Sheet(
        name=book.titles["measures"],
        widths=(
            7.5,
            40,
            18,
            20,
            10.5,
            10.5,
            11.5,
            20 if book.plan.strategy.milestones else 10,
            31,
            32,
            *(money_width(everything),) * (count + 1),
            14,
        ),
        rows=(
            *title_rows(book.say("measures_title"), book.note("measures_note", "budget_lines")),
            Row(
                (
                    *book.headers(*(f"column_{key}" for key in _HEADERS)),
                    *book.year_headers("amount_of_year"),
                    *book.headers("total_money", "column_id"),
                )
            ),
            Row((*label, *sums, Cell(style=Style.TOTAL))),
            *(
                Row(
                    _goal_cells(book, one, one.item) if isinstance(one.item, Goal) else _measure_cells(book, one, one.item),
                    one.depth,
                )
                for one in rows
            ),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, total + 1),
        printed_columns=(0, total),
    )
    names = {
        f"plan_{year}": Area(_TOTAL_ROW, _FIRST_YEAR + at, _TOTAL_ROW, _FIRST_YEAR + at) for at, year in enumerate(book.years)
    }
    names["plan_total"] = Area(_TOTAL_ROW, total, _TOTAL_ROW, total)
    names["measure_id"] = Area(_FIRST_ROW, total + 1, last, total + 1)
    return sheet, names


def kpi_titles(book: Book, measure: Measure) -> str:
    """The titles of the indicators that a measure moves, each on a line."""
    kpis = book.plan.strategy.kpis
    return "\n".join(book.text(kpis[one].title) for one in measure.kpis)


def _goal_cells(book: Book, one: TreeRow, goal: Goal) -> tuple[Cell, ...]:
    style = group_style(one)
    title = f"{book.goal_level(goal)}. {book.text(goal.title)}"
    first = padded((code(book.plan.coverage.codes[goal.id], style), text(title, style)), _FIRST_YEAR - 1, Cell(style=style))
    result = text(book.text(goal.result), style)
    sums = [tree_sum(one, _FIRST_YEAR + place, (value,)) for place, value in enumerate((*one.sums, one.total))]
    return tuple(cell for cell in (*first, result, *sums, code(goal.id, style)) if cell is not None)


def _measure_cells(book: Book, one: TreeRow, measure: Measure) -> tuple[Cell, ...]:
    plan, units = book.plan, book.plan.strategy.units
    window = plan.windows.get(measure.id)
    first, last = address(one.row, _START), address(one.row, _FINISH)
    days = Cell()
    if window is not None:
        days = Cell((window.last - window.first).days + 1, Kind.WHOLE, formula=f"{last}-{first}+1")
    return (
        code(plan.coverage.codes[measure.id]),
        text(book.text(measure.title)),
        text(book.unit_name(units[measure.lead]) if measure.lead else book.say("no_unit")),
        text("; ".join(book.unit_name(units[partner]) for partner in measure.partners)),
        *scheduled(book, one.row, _FIRST_YEAR + len(book.years) + 1, measure.id),
        days,
        text(waits_for(book, measure.id)),
        text(kpi_titles(book, measure)),
        text(book.text(measure.result)),
        *(money(value) for value in one.sums),
        sum_across(one.row, _FIRST_YEAR, one.sums, Style.SUBTOTAL),
        code(measure.id),
    )
