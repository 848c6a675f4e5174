"""The money of a strategy as one table of facts, from which every total in every paper is summed."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.quantity import WHOLE, ZERO, Money
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

    amounts: tuple[Amount, ...]
    years: tuple[int, ...]
    """The years of the strategy and any further ones in which money is spent."""

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


def budget(strategy: Strategy) -> Budget:
    """Divide every line's amount of every year among its sources.

    The parts add up to the amount: they are split by the rule of the largest remainder. Shares that
    are not 100 % together leave the rest to no source, or are taken in proportion where they are more;
    a rule reports both.
    """
    amounts = tuple(
        part
        for one in strategy.budget_lines.values()
        for spent_in, money in sorted(one.amount_by_year.items())
        for part in _divided(one, spent_in, money)
    )
    period = strategy.settings.period
    years = {amount.year for amount in amounts} | set(range(period.start.first.year, period.finish.last.year + 1))
    return Budget(amounts, tuple(sorted(years)))


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


def _divided(one: BudgetLine, spent_in: int, money: Money) -> list[Amount]:
    shares: list[tuple[str | None, Decimal]] = list(one.funding.items())
    rest = WHOLE - sum((share for _, share in shares), Decimal(0))
    if rest > 0:
        shares.append((None, rest))
    parts = money.split([share for _, share in shares])
    return [
        Amount(one, spent_in, source_id, part)
        for (source_id, _), part in zip(shares, parts, strict=True)
        if part or money == ZERO
    ]
