"""The money of a strategy as one table of facts, from which every total in every paper is summed."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from stratbuild.model.funding import division
from stratbuild.model.prices import amount_after, amount_by_year
from stratbuild.quantity import ZERO, Money
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Amount:
    """What one source pays for one line in one year. Without a source, nobody has been named to pay it."""

    line: BudgetLine
    year: int
    source: str | None
    money: Money


Key = Callable[[Amount], Hashable]


@dataclass(frozen=True)
class Budget:
    """The facts, and sums over them. Every total is a sum of the same facts, so all of them agree."""

    parts: Mapping[str, tuple[Amount, ...]] = field(repr=False)
    """By line: its amounts of every year and source, in the order of the strategy."""
    years: tuple[int, ...]
    """The years of the strategy and any further ones in which money is spent."""
    after: tuple[Amount, ...] = ()
    """What recurring lines cost in the years after the strategy, which nobody pays yet; it is in no other sum."""

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The facts: all parts of all lines."""
        return tuple(chain.from_iterable(self.parts.values()))

    def of_line(self, line_id: str) -> Mapping[int, Money]:
        """The money of a line by year; years that it does not name are absent."""
        sums: dict[int, Money] = {}
        for part in self.parts[line_id]:
            sums[part.year] = sums.get(part.year, ZERO) + part.money
        return sums

    def total_of_line(self, line_id: str) -> Money:
        """The money of a line in all years."""
        return Money.total(part.money for part in self.parts[line_id])

    @property
    def total(self) -> Money:
        """All the money of all years."""
        return Money.total(amount.money for amount in self.amounts)

    def by(self, *keys: Key) -> Mapping[tuple[Hashable, ...], Money]:
        """Sums by any keys: `budget.by(year, source)` is a table from (year, source) to money.

        Keys without money are absent; the order is that of the facts.
        """
        sums: dict[tuple[Hashable, ...], int] = {}
        for amount in self.amounts:
            group = tuple(key(amount) for key in keys)
            sums[group] = sums.get(group, 0) + amount.money.hundredths
        return {group: Money(hundredths) for group, hundredths in sums.items()}

    def total_by(self, key: Key) -> Mapping[Hashable, Money]:
        """Sums by one key: `budget.total_by(year)` is a table from year to money."""
        return {group[0]: money for group, money in self.by(key).items()}


def year(amount: Amount) -> Hashable:
    """The year of an amount."""
    return amount.year


def source(amount: Amount) -> Hashable:
    """The id of the source of an amount, or nothing."""
    return amount.source


def line(amount: Amount) -> Hashable:
    """The id of the line of an amount."""
    return amount.line.id


def measure(amount: Amount) -> Hashable:
    """The id of the measure of an amount."""
    return amount.line.measure


def economic_code(amount: Amount) -> Hashable:
    """The economic code of an amount, or nothing."""
    return amount.line.economic_code


def programme(amount: Amount) -> Hashable:
    """The programme code of an amount, or nothing."""
    return amount.line.programme


def goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal that an amount's measure serves."""
    measures = strategy.measures
    return lambda amount: measures[amount.line.measure].goal


def top_goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal of the highest level above an amount's measure."""
    goals, measures = strategy.goals, strategy.measures

    def key(amount: Amount) -> Hashable:
        goal = goals[measures[amount.line.measure].goal]
        while goal.parent is not None:
            goal = goals[goal.parent]
        return goal.id

    return key


def unit_of(strategy: Strategy) -> Key:
    """A key: the id of the unit that leads an amount's measure, or nothing."""
    measures = strategy.measures
    return lambda amount: measures[amount.line.measure].lead


def fund_of(strategy: Strategy) -> Key:
    """A key: the fund of the budget that an amount is in, or nothing."""
    sources = strategy.sources
    return lambda amount: None if amount.source is None else sources[amount.source].fund


def budget(strategy: Strategy, earlier: "tuple[Strategy, Budget] | None" = None) -> Budget:
    """Divide every line's amount of every year among its sources.

    The parts add up to the amount: they are split by the rule of the largest remainder. Parts that
    are not the whole together leave the rest to no source, or are taken in proportion where they are
    more; a rule reports both. What an earlier budget of another strategy says of lines that are the
    same in both is taken from it.
    """
    unchanged = _Unchanged(strategy, *earlier) if earlier is not None else None
    parts: dict[str, tuple[Amount, ...]] = {}
    for one in strategy.budget_lines.values():
        known = None if unchanged is None else unchanged.parts(one)
        parts[one.id] = _parts(strategy, one) if known is None else known
    period = strategy.settings.period
    years = set(range(period.start.first.year, period.finish.last.year + 1))
    years |= {amount.year for some in parts.values() for amount in some}
    return Budget(parts, tuple(sorted(years)), _after(strategy))


@dataclass(frozen=True)
class _Unchanged:
    """The parts of lines that are the very same in two strategies, with all that their amounts depend on."""

    strategy: Strategy
    other: Strategy
    budget: Budget

    def parts(self, one: BudgetLine) -> tuple[Amount, ...] | None:
        if self.other.budget_lines.get(one.id) is not one:
            return None
        if any(self.strategy.payer(source) != self.other.payer(source) for source in one.sources):
            return None
        assumed = (
            (one.price_index, self.strategy.price_indices, self.other.price_indices),
            (one.exchange_rate, self.strategy.exchange_rates, self.other.exchange_rates),
            (one.vat_rate, self.strategy.vat_rates, self.other.vat_rates),
        )
        if any(id_ is not None and here[id_] is not there[id_] for id_, here, there in assumed):
            return None
        return self.budget.parts[one.id]


def _parts(strategy: Strategy, one: BudgetLine) -> tuple[Amount, ...]:
    return tuple(
        part for spent_in, money in amount_by_year(strategy, one).items() for part in _divided(strategy, one, spent_in, money)
    )


def _divided(strategy: Strategy, one: BudgetLine, spent_in: int, money: Money) -> Iterator[Amount]:
    paid: dict[str | None, Money] = {}
    for named, part in division(one.funding_of(spent_in), money):
        payer = None if named is None else strategy.payer(named)
        paid[payer] = paid.get(payer, ZERO) + part
    for payer, part in paid.items():
        if part or money == ZERO:
            yield Amount(one, spent_in, payer, part)


def _after(strategy: Strategy) -> tuple[Amount, ...]:
    last = strategy.settings.period.finish.last.year
    years = range(last + 1, last + 1 + strategy.settings.years_after)
    return tuple(
        Amount(one, later, None, money)
        for one in strategy.budget_lines.values()
        if (money := amount_after(strategy, one)) is not None
        for later in years
    )
