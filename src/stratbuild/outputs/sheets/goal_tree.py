"""The tree of goals as rows of a sheet, with the measures as its leaves, for every sheet that shows it."""

from dataclasses import dataclass

from stratbuild.model.budget import measure as measure_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.cells import sum_down
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Cell, Style
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure


@dataclass(frozen=True)
class TreeRow:
    """A goal or a measure, its depth, the sums of its years, and on which row the last item below it stands."""

    item: Goal | Measure
    depth: int
    row: int
    last_row: int
    sums: tuple[Money, ...]

    @property
    def total(self) -> Money:
        """The money of all years."""
        return Money.total(self.sums)


def tree(book: Book, first_row: int) -> tuple[TreeRow, ...]:
    """Every goal with its own goals and measures below it, in the printed order, from a row on."""
    coverage, years = book.plan.coverage, book.years
    sums = book.plan.budget.by(measure_of, year_of)
    found: list[TreeRow] = []
    # Each goal is taken twice: on the way down it gets its row, on the way up its sums and its last row.
    waiting: list[tuple[Goal | Measure, int, int | None]] = [(goal, 0, None) for goal in reversed(coverage.top_goals)]
    while waiting:
        item, depth, place = waiting.pop()
        if isinstance(item, Measure):
            row = first_row + len(found)
            found.append(TreeRow(item, depth, row, row, tuple(sums.get((item.id, year), ZERO) for year in years)))
        elif place is None:
            row = first_row + len(found)
            waiting.append((item, depth, len(found)))
            found.append(TreeRow(item, depth, row, row, ()))
            inner: list[Goal | Measure] = [*coverage.subgoals[item.id], *coverage.measures_of_goal[item.id]]
            waiting.extend((one, depth + 1, None) for one in reversed(inner))
        else:
            below = [one for one in found[place + 1 :] if isinstance(one.item, Measure)]
            added = tuple(Money.total(one.sums[at] for one in below) for at in range(len(years)))
            found[place] = TreeRow(item, depth, found[place].row, first_row + len(found) - 1, added)
    return tuple(found)


def tree_sum(one: TreeRow, column: int, values: tuple[Money, ...]) -> Cell:
    """The subtotal of a goal in a column: the sum of all measures below it."""
    return sum_down(one.row + 1, one.last_row, column, values, group_style(one))


def group_style(one: TreeRow) -> Style:
    """How a goal's row looks: those at the top stand out."""
    return Style.GROUP if one.depth == 0 else Style.SUBTOTAL
