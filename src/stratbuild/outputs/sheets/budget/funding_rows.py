"""The rows of a line's funding, and the cells that every sheet of funding makes of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.model.funding import claim, division
from stratbuild.model.prices import amount_by_year
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.cells import SHARE_PATTERN, code, money
from stratbuild.quantity import WHOLE, ZERO, Money, Portion, Proportion, Rest
from stratbuild.render.workbook import Area, Cell, Kind, Style, address
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.strategy import Strategy

_ONE = Decimal(1)


@dataclass(frozen=True)
class Funding:
    """One row: the part of one source in a line, in the years that the row stands for, and what it comes to in each.

    `corrections` is what the rule of the largest remainder gives or takes from the rounded share. The
    last row of a line's years takes what the others leave, so that the parts always add up.
    """

    line: BudgetLine
    place: int
    """The place of the line in its sheet, from 1."""
    named: str | None
    """The source as the line names it; nothing where nobody is named to pay."""
    payer: str | None
    """Who pays: the same source, or in a scenario another one or nobody."""
    of_year: int | None
    """The year that the row stands for; nothing where it stands for all that have no funding of their own."""
    portion: Portion | None
    money: Mapping[int, Money]
    corrections: Mapping[int, Money]
    others: int
    """How many rows of the same years stand directly above, for the last of several; else none."""
    closes_shares: bool = False
    """Whether the row is the last of several that are all shares, which have to make the whole."""

    @property
    def key(self) -> str:
        """What tells the row from all others."""
        return "|".join((self.line.id, self.named or "", *([str(self.of_year)] if self.of_year is not None else [])))


def fundings_of_line(strategy: Strategy, years: Sequence[int], line: BudgetLine, place: int) -> Iterator[Funding]:
    """The rows of one line; `place` is where it stands among those that the rows refer to, from 1."""
    amounts = amount_by_year(strategy, line)
    own = {year for year in line.funding_by_year if year in years}
    yield from _of_years(strategy, line, place, None, {year: amounts.get(year, ZERO) for year in years if year not in own})
    for year in sorted(own):
        yield from _of_years(strategy, line, place, year, {year: amounts.get(year, ZERO)})


def _of_years(
    strategy: Strategy, line: BudgetLine, place: int, of_year: int | None, amounts: Mapping[int, Money]
) -> Iterator[Funding]:
    funding = dict(line.funding if of_year is None else line.funding_by_year[of_year])
    parts = {year: dict(division(funding, amount)) for year, amount in amounts.items()}
    named = [*funding, *([None] if not funding or any(None in one for one in parts.values()) else [])]
    # What is left to somebody stands last, so that one formula serves: the sum less the rows above.
    named.sort(key=lambda source: isinstance(funding.get(source or ""), Rest) or source is None)
    last = len(named) - 1
    only_shares = last > 0 and all(isinstance(funding.get(source or ""), Proportion) for source in named)
    for number, source in enumerate(named):
        portion = funding.get(source or "")
        money_of = {year: one.get(source, ZERO) for year, one in parts.items()}
        takes_the_rest = last > 0 and number == last
        corrections = {}
        if not takes_the_rest and isinstance(portion, Proportion):
            corrections = {year: part - claim(portion, amounts[year]) for year, part in money_of.items()}
        payer = None if source is None else strategy.payer(source)
        others, closes = (last, only_shares) if takes_the_rest else (0, False)
        yield Funding(line, place, source, payer, of_year, portion, money_of, corrections, others, closes)


def portion_cell(book: Book, row: Funding, style: Style = Style.INPUT) -> Cell:
    """What a row's source pays, as it is written: a share, a sum, the word for the rest."""
    match row.portion:
        case Proportion():
            return Cell(row.portion.per_cent / WHOLE, Kind.SHARE, style, pattern=SHARE_PATTERN)
        case Money():
            return money(row.portion, style)
        case Rest():
            return code(book.say("rest_word"), style)
    return Cell(_ONE if row.others == 0 else None, Kind.SHARE, Style.PLAIN, pattern=SHARE_PATTERN)


def part_cell(row: Funding, year: int, number: int, places: Mapping[str, int], whole: str) -> Cell:
    """What a row comes to in a year, where `whole` is the formula of the line's amount.

    `places` are the columns `part`, `amount_<year>` and, where any rounding is corrected, `correction_<year>`.
    """
    if year not in row.money:
        return Cell(None, Kind.MONEY)
    column, part = places[f"amount_{year}"], address(number, places["part"])
    if row.others:
        formula = f"ROUND({whole}-SUM({Area(number - row.others, column, number - 1, column)}),2)"
    elif isinstance(row.portion, Rest):
        formula = whole
    elif isinstance(row.portion, Money):
        formula = f"MIN({part},{whole})"
    else:
        formula = f"ROUND({whole}*{part},2)"
        if f"correction_{year}" in places:
            formula += f"+{address(number, places[f'correction_{year}'])}"
    return money(row.money[year], formula=formula)
