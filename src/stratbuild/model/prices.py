"""From the sums that a line states to the money that is spent: years, tax, prices of the year, currency."""

from collections.abc import Mapping
from decimal import Context, Decimal

from stratbuild.quantity import WHOLE, Money, chained
from stratbuild.schema.budget_line import BudgetLine, Vat
from stratbuild.strategy import Strategy

_EXACT = Context(prec=100)
ONE = Decimal(1)


def stated_by_year(line: BudgetLine) -> Mapping[int, Money]:
    """What a line says of every year, in the prices, the currency and with the tax that it is written in, exact.

    A total is divided by the rule of the largest remainder: 100.00 evenly over three years is
    33.34 + 33.33 + 33.33.
    """
    if line.unit_price is not None:
        return {year: line.unit_price.times(quantity) for year, quantity in sorted(line.quantity.items())}
    if line.total is not None:
        shares = line.year_shares or dict.fromkeys(line.evenly_over, ONE)
        years = sorted(shares)
        return dict(zip(years, line.total.split([shares[year] for year in years]), strict=True))
    return dict(sorted(line.amounts.items()))


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


def amount_by_year(strategy: Strategy, line: BudgetLine) -> Mapping[int, Money]:
    """The money that a line costs in every year that it names, each rounded once to the hundredth."""
    stated = stated_by_year(line)
    if not is_adjusted(line):
        return stated
    return {year: money.times(coefficient(strategy, line, year)) for year, money in stated.items()}


def amount_after(strategy: Strategy, line: BudgetLine) -> Money | None:
    """What a recurring line costs in every year after the strategy, in the prices of the strategy's last year."""
    if not line.recurring:
        return None
    stated = line.yearly_after
    if stated is None:
        by_year = stated_by_year(line)
        if not by_year:
            return None
        stated = by_year[max(by_year)]
    return stated.times(coefficient(strategy, line, strategy.settings.period.finish.last.year))
