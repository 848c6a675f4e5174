"""From the sums that a line states to the money that is spent: years, tax, prices of the year, currency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from stratbuild.model.funding import Division, divider, sole_payer
from stratbuild.quantity import WHOLE, Money, chained
from stratbuild.schema.budget_line import BudgetLine, Vat
from stratbuild.strategy import Strategy

_EXACT = Context(prec=600)  # an index of 500 digits, a rate of exchange and a tax still have all their digits
ONE = Decimal(1)
_Value = TypeVar("_Value")


def stated_by_year(line: BudgetLine) -> Mapping[int, Money]:
    """What a line says of every year, in the prices, the currency and with the tax that it is written in, exact.

    A total is divided by the rule of the largest remainder: 100.00 evenly over three years is
    33.34 + 33.33 + 33.33.
    """
    if line.unit_price is not None:
        return {year: line.unit_price.times(quantity) for year, quantity in _in_order(line.quantity)}
    if line.total is not None:
        shares = line.year_shares or dict.fromkeys(line.evenly_over, ONE)
        years = sorted(shares)
        return dict(zip(years, line.total.split([shares[year] for year in years]), strict=True))
    return dict(_in_order(line.amounts))


def _in_order(by_year: Mapping[int, _Value]) -> Iterable[tuple[int, _Value]]:
    """The years in their order; most lines have one, which needs none."""
    return by_year.items() if len(by_year) == 1 else sorted(by_year.items(), key=itemgetter(0))


def index_factor(strategy: Strategy, line: BudgetLine, year: int) -> Decimal:
    """How many times dearer than in its price base a line is in a year: 1 without an index, or at or before the base.

    Every year's step is rounded to six decimals. A year that the index lacks counts as one without a rise; a rule
    reports it.
    """
    base = price_base(strategy, line)
    if line.price_index is None or base is None:
        return ONE
    index, factor = strategy.price_indices[line.price_index].index, ONE
    for step in range(base + 1, year + 1):
        factor = chained(factor, index.get(step, WHOLE))
    return factor


def price_base(strategy: Strategy, line: BudgetLine) -> int | None:
    """The year of whose prices a line's sums are."""
    return line.price_base if line.price_base is not None else strategy.settings.price_base


def exchange_factor(strategy: Strategy, line: BudgetLine, year: int) -> Decimal:
    """What one unit of the currency of a line costs in the strategy's own."""
    if line.exchange_rate is None:
        return ONE
    rate = strategy.exchange_rates[line.exchange_rate]
    return rate.rate_by_year.get(year, rate.rate)


def tax_factor(strategy: Strategy, line: BudgetLine) -> Decimal:
    """What a sum is multiplied by so that it holds value added tax."""
    if line.vat is not Vat.ADDED or line.vat_rate is None:
        return ONE
    return ONE + strategy.vat_rates[line.vat_rate].rate / WHOLE


def coefficient(strategy: Strategy, line: BudgetLine, year: int) -> Decimal:
    """What a line's stated sum of a year is multiplied by, exactly: rate of exchange, index of prices, tax."""
    found = _EXACT.multiply(exchange_factor(strategy, line, year), index_factor(strategy, line, year))
    return _EXACT.multiply(found, tax_factor(strategy, line))


def is_adjusted(line: BudgetLine) -> bool:
    """Whether a line's sums are not simply what is spent."""
    return line.price_index is not None or line.exchange_rate is not None or line.vat is Vat.ADDED


class LineTerms(NamedTuple):
    """What a line says of its money, read once: it is the same in every scenario that leaves the line alone."""

    line: BudgetLine
    id: str
    measure: str
    economic_code: str | None
    programme: str | None
    stated: Mapping[int, Money]
    sources: tuple[str, ...]
    """All that are named to pay, in any year."""
    division: Division
    division_by_year: Mapping[int, Division]
    sole_source: str | None
    """The one that pays everything in every year; nothing where several do, or nobody."""
    exchange_rate: str | None
    price_index: str | None
    price_base: int | None
    vat_rate: str | None
    """The rate of the tax that is added; nothing where none is."""
    recurring: bool


def line_terms(line: BudgetLine) -> LineTerms:
    """Read a line."""
    funding, by_year = line.funding, line.funding_by_year
    return LineTerms(
        line,
        line.id,
        line.measure,
        line.economic_code,
        line.programme,
        stated_by_year(line),
        line.sources if by_year else tuple(funding),
        divider(funding),
        {year: divider(one) for year, one in by_year.items()} if by_year else {},
        None if by_year else sole_payer(funding),
        line.exchange_rate,
        line.price_index,
        line.price_base,
        line.vat_rate if line.vat is Vat.ADDED else None,
        line.recurring,
    )


def amount_by_year(strategy: Strategy, line: BudgetLine) -> Mapping[int, Money]:
    """The money that a line costs in every year that it names, each rounded once to the hundredth."""
    return Prices(strategy).amount_by_year(line_terms(line))


def amount_after(strategy: Strategy, line: BudgetLine) -> Money | None:
    """What a recurring line costs in every year after the strategy, in the prices of the strategy's last year."""
    return Prices(strategy).amount_after(line_terms(line))


@dataclass(frozen=True)
class Prices:
    """What the lines of one strategy cost. Every coefficient is reckoned once, for all lines that it holds for."""

    strategy: Strategy
    _known: dict[tuple[object, ...], Fraction] = field(default_factory=dict, init=False, repr=False, compare=False)

    def amount_by_year(self, terms: LineTerms) -> Mapping[int, Money]:
        """The money that a line costs in every year that it names, each rounded once to the hundredth."""
        if terms.exchange_rate is None and terms.price_index is None and terms.vat_rate is None:
            return terms.stated
        return {year: money.times(self._coefficient(terms, year)) for year, money in terms.stated.items()}

    def amount_after(self, terms: LineTerms) -> Money | None:
        """What a recurring line costs in every year after the strategy, in the prices of the strategy's last year."""
        if not terms.recurring:
            return None
        stated = terms.line.yearly_after
        if stated is None:
            if not terms.stated:
                return None
            stated = terms.stated[max(terms.stated)]
        return stated.times(self._coefficient(terms, self._last_year))

    def after_by_year(self, terms: LineTerms) -> Mapping[int, Money]:
        """What a recurring line costs in each year after the strategy that is shown.

        Years up to the last one that the line itself names have no such cost: a line that a scenario puts
        off beyond the end of the strategy is not kept up before it is there.
        """
        yearly = self.amount_after(terms)
        if yearly is None:
            return {}
        return {year: yearly for year in self._years_after if year > max(terms.stated, default=0)}

    @cached_property
    def _last_year(self) -> int:
        return self.strategy.settings.period.finish.last.year

    @cached_property
    def _years_after(self) -> range:
        return range(self._last_year + 1, self._last_year + 1 + self.strategy.settings.years_after)

    def _coefficient(self, terms: LineTerms, year: int) -> Fraction:
        key = (terms.exchange_rate, terms.price_index, terms.price_base, terms.vat_rate, year)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Fraction(coefficient(self.strategy, terms.line, year))
        return found
