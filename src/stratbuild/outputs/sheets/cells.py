"""Short ways to the cells that every sheet needs."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Area, Cell, Kind, Style, address

SHARE_PATTERN = "0.00##%"
"""How a share that is entered is shown: with the decimals that it has, two at least."""


def text(value: str, style: Style = Style.PLAIN) -> Cell:
    """A text."""
    return Cell(value or None, style=style)


def quoted(words: str) -> str:
    """Words as a formula holds them, quotes around."""
    return '"{}"'.format(words.replace('"', '""'))


def code(value: str | None, style: Style = Style.PLAIN) -> Cell:
    """A code or an id; it is a text whatever it looks like."""
    return Cell(value, Kind.CODE, style)


def money(value: Money | None, style: Style = Style.PLAIN, formula: str | None = None) -> Cell:
    """A sum."""
    return Cell(value, Kind.MONEY, style, formula)


def whole(value: int, style: Style = Style.PLAIN, formula: str | None = None) -> Cell:
    """A whole number."""
    return Cell(value, Kind.WHOLE, style, formula)


def number(value: Decimal | None, style: Style = Style.PLAIN) -> Cell:
    """A number with its own decimals."""
    return Cell(value, Kind.NUMBER, style)


def part_of(part: Money, all_of_it: Money, formulas: tuple[str, str], style: Style = Style.PLAIN) -> Cell:
    """What part of a whole a sum is, to the hundredth of a per cent; `formulas` lead to the sum and to the whole."""
    value = Decimal(0)
    if all_of_it:
        value = (Decimal(part.hundredths) / all_of_it.hundredths).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    shown, whole_one = formulas
    return Cell(value, Kind.SHARE, style, f"IF({whole_one}=0,0,ROUND({shown}/{whole_one},4))")


def across(row: int, first: int, last: int) -> str:
    """The address of cells beside each other, `D8:F8`."""
    return str(Area(row, first, row, last))


def sum_across(row: int, first: int, values: Sequence[Money], style: Style = Style.PLAIN) -> Cell:
    """The sum of the cells beside each other that hold these values."""
    return money(Money.total(values), style, f"SUM({across(row, first, first + len(values) - 1)})")


def sum_down(first: int, last: int, column: int, values: Iterable[Money], style: Style = Style.TOTAL) -> Cell:
    """The sum of the cells below each other that hold these values, however many inner sums stand among them."""
    if last < first:
        return money(ZERO, style)
    return money(Money.total(values), style, f"SUBTOTAL(9,{Area(first, column, last, column)})")


def money_width(largest: Money, least: float = 11.0) -> float:
    """The width of a column in which the largest sum is shown and no `####`."""
    return max(least, len(f"{largest.decimal:,.2f}") + 1.8)


def fixed_column(row: int, column: int) -> str:
    """`$A8`, which stays in its column when it is copied."""
    return address(row, column, column_fixed=True)


def fixed_row(row: int, column: int) -> str:
    """`D$7`, which stays in its row when it is copied."""
    return address(row, column, row_fixed=True)


def day(value: date | None) -> Cell:
    """A real date."""
    return Cell(value, Kind.DATE)


def headroom(ceiling: Money | None, spent: Money, limit: str, paid: str) -> Cell:
    """What is left of a ceiling, nothing where there is none; `limit` and `paid` are the cells of the two."""
    formula = f'IF({limit}="","",ROUND({limit}-{paid},2))'
    return Cell("", formula=formula) if ceiling is None else money(ceiling - spent, formula=formula)
