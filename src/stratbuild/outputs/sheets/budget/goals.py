"""The sheet of the tree of goals: every goal with the sum of what lies below it, every measure with its money."""

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, part_of, sum_across, sum_down, text
from stratbuild.outputs.sheets.goal_tree import TreeRow, group_style, tree, tree_sum
from stratbuild.quantity import Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.schema.goal import Goal

_TOTAL_ROW, _HEADER_ROW, _FIRST_ROW = 4, 3, 5
FIRST_YEAR = 5


def goals_sheet(book: Book) -> tuple[Sheet, Names]:
    """The tree of goals and measures by year, foldable, the total first."""
    rows = tree(book, _FIRST_ROW)
    count = len(book.years)
    last = _FIRST_ROW + max(len(rows), 1) - 1
    total = FIRST_YEAR + count
    by_year = tuple(Money.total(one.sums[place] for one in rows if one.depth == 0) for place in range(count))
    everything = Money.total(by_year)
    label = padded((Cell(book.say("total"), style=Style.TOTAL, wrap=False),), FIRST_YEAR, Cell(style=Style.TOTAL))
    sums = [sum_down(_FIRST_ROW, last, FIRST_YEAR + place, (value,)) for place, value in enumerate((*by_year, everything))]
    whole = address(_TOTAL_ROW, total, row_fixed=True)
    header = book.headers("goal_code", "goal_kind", "goal_title", "goal_lead", "measure_id")
    sheet = Sheet(
        name=book.titles["goals"],
        widths=(9, 19, 58, 26, 14, *(money_width(everything),) * (count + 1), 9),
        rows=(
            *title_rows(book.say("goals_title"), book.note("goals_note", "budget_lines"), status_cell(book)),
            Row((*header, *book.year_headers("amount_of_year"), *book.headers("total_money", "share"))),
            Row((*label, *sums, part_of(everything, everything, (whole, whole), Style.TOTAL))),
            *(Row(_cells(book, one, everything, whole), one.depth) for one in rows),
        ),
        frozen=(_FIRST_ROW, 1),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, total + 1),
        protected=True,
    )
    names = {
        f"goals_{year}": Area(_TOTAL_ROW, FIRST_YEAR + at, _TOTAL_ROW, FIRST_YEAR + at) for at, year in enumerate(book.years)
    }
    names["goals_total"] = Area(_TOTAL_ROW, total, _TOTAL_ROW, total)
    return sheet, names


def top_goal_rows(book: Book) -> tuple[TreeRow, ...]:
    """The goals of the highest level as they stand on the sheet."""
    return tuple(one for one in tree(book, _FIRST_ROW) if one.depth == 0)


def _cells(book: Book, one: TreeRow, everything: Money, whole: str) -> tuple[Cell, ...]:
    count, codes = len(book.years), book.plan.coverage.codes
    share = (address(one.row, FIRST_YEAR + count), whole)
    if isinstance(one.item, Goal):
        style = group_style(one)
        first = (code(codes[one.item.id], style), text(book.goal_level(one.item), style), text(book.text(one.item.title), style))
        sums = [tree_sum(one, FIRST_YEAR + place, (value,)) for place, value in enumerate((*one.sums, one.total))]
        return (*first, Cell(style=style), Cell(style=style), *sums, part_of(one.total, everything, share, style))
    lead = book.plan.strategy.units[one.item.lead] if one.item.lead is not None else None
    return (
        code(codes[one.item.id]),
        text(book.say("measure")),
        text(book.text(one.item.title)),
        text(book.unit_name(lead) if lead else book.say("no_unit")),
        code(one.item.id),
        *(
            money(value, formula=f"SUMIFS(amt_{book.years[place]},line_measure,{fixed_column(one.row, FIRST_YEAR - 1)})")
            for place, value in enumerate(one.sums)
        ),
        sum_across(one.row, FIRST_YEAR, one.sums, Style.SUBTOTAL),
        part_of(one.total, everything, share),
    )
