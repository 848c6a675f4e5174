"""What the columns of the sheet of lines are made of: a line on its row, a column with its cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stratbuild.model.prices import is_adjusted
from stratbuild.quantity import Money
from stratbuild.render.workbook import Cell, address
from stratbuild.render.workbook_contract import EditableColumn
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.strategy import Strategy


@dataclass(frozen=True)
class LineRow:
    """One line, its row, the sums of its years, and the places of the columns."""

    item: BudgetLine
    row: int
    sums: Mapping[int, Money]
    places: Mapping[str, int]

    def at(self, key: str) -> str:
        """The address of a column's cell on the line's row."""
        return address(self.row, self.places[key])


@dataclass(frozen=True)
class LineColumn:
    """One column: its key, its width, whether it is entered, its header, and its cell on a row."""

    key: str
    width: float
    mark: str
    header: Cell
    cell: Callable[[LineRow], Cell]
    editable: EditableColumn | None = None
    is_detail: bool = False
    """Whether it only shows how the amount comes about."""


def is_detailed(strategy: Strategy) -> bool:
    """Whether any line's amounts follow from others by more than a product: by shares of years, tax, indices, rates."""
    return any(is_adjusted(line) or line.total is not None for line in strategy.budget_lines.values())


def is_raised(strategy: Strategy) -> bool:
    """Whether any line's amounts are raised by a coefficient, so that the sheet of lines has a column of them."""
    return any(is_adjusted(line) for line in strategy.budget_lines.values())
