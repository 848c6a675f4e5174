"""Two plans side by side: what differs in money, in measures and their dates, in indicators."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.model.budget import Key, economic_code, source, top_goal_of, unit_of, year
from stratbuild.model.plan import Plan
from stratbuild.model.schedule import Window
from stratbuild.quantity import ZERO, Money


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """One sum in both plans. The key is that of the table that it stands in; nothing stands for money without one."""

    key: tuple[Hashable, ...]
    first: Money
    second: Money

    @property
    def difference(self) -> Money:
        """How much more the second is."""
        return self.second - self.first


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """A measure that has other dates or other money, or stands in one of the plans only."""

    measure: str
    in_first: bool
    in_second: bool
    first_window: Window | None
    second_window: Window | None
    first_money: Money
    second_money: Money


@dataclass(frozen=True, slots=True)
class TargetChange:
    """The target of an indicator for a year where the two plans differ; nothing stands for no target."""

    kpi: str
    year: int
    first: Decimal | None
    second: Decimal | None


@dataclass(frozen=True)
class Comparison:
    """What differs between two plans of one strategy; each table is in the order of the first, then of the second."""

    first: Plan
    second: Plan
    total: MoneyChange
    by_year: tuple[MoneyChange, ...]
    by_source: tuple[MoneyChange, ...]
    by_year_and_source: tuple[MoneyChange, ...]
    by_goal: tuple[MoneyChange, ...]
    by_unit: tuple[MoneyChange, ...]
    by_economic_code: tuple[MoneyChange, ...]
    after: MoneyChange
    """The recurring costs of all years after the strategy."""
    measures: tuple[MeasureChange, ...]
    """Only those that differ."""
    targets: tuple[TargetChange, ...]
    """Only those that differ."""


def compare(first: Plan, second: Plan) -> Comparison:
    """Compare two plans of one strategy, as written or in scenarios. Every table adds up to the totals."""
    return Comparison(
        first=first,
        second=second,
        total=MoneyChange((), first.budget.total, second.budget.total),
        by_year=_tables(first, second, (year,), (year,)),
        by_source=_tables(first, second, (source,), (source,)),
        by_year_and_source=_tables(first, second, (year, source), (year, source)),
        by_goal=_tables(first, second, (top_goal_of(first.strategy),), (top_goal_of(second.strategy),)),
        by_unit=_tables(first, second, (unit_of(first.strategy),), (unit_of(second.strategy),)),
        by_economic_code=_tables(first, second, (economic_code,), (economic_code,)),
        after=MoneyChange((), _after(first), _after(second)),
        measures=_measures(first, second),
        targets=_targets(first, second),
    )


def _tables(first: Plan, second: Plan, keys: tuple[Key, ...], other_keys: tuple[Key, ...]) -> tuple[MoneyChange, ...]:
    ones, others = first.budget.by(*keys), second.budget.by(*other_keys)
    return tuple(MoneyChange(key, ones.get(key, ZERO), others.get(key, ZERO)) for key in dict.fromkeys((*ones, *others)))


def _after(plan: Plan) -> Money:
    return Money.total(amount.money for amount in plan.budget.after)


def _measures(first: Plan, second: Plan) -> tuple[MeasureChange, ...]:
    found = []
    money, other_money = _by_measure(first), _by_measure(second)
    for id_ in dict.fromkeys((*first.strategy.measures, *second.strategy.measures)):
        change = MeasureChange(
            id_,
            id_ in first.strategy.measures,
            id_ in second.strategy.measures,
            first.windows.get(id_),
            second.windows.get(id_),
            money.get(id_, ZERO),
            other_money.get(id_, ZERO),
        )
        same_dates = change.first_window == change.second_window and change.in_first == change.in_second
        if not same_dates or change.first_money != change.second_money:
            found.append(change)
    return tuple(found)


def _by_measure(plan: Plan) -> Mapping[str, Money]:
    sums: dict[str, Money] = {}
    for amount in plan.budget.amounts:
        sums[amount.line.measure] = sums.get(amount.line.measure, ZERO) + amount.money
    return sums


def _targets(first: Plan, second: Plan) -> tuple[TargetChange, ...]:
    found = []
    for id_, kpi in first.strategy.kpis.items():
        others = second.strategy.kpis[id_].targets
        for target_year in sorted({*kpi.targets, *others}):
            one, other = kpi.targets.get(target_year), others.get(target_year)
            if one != other:
                found.append(TargetChange(id_, target_year, one, other))
    return tuple(found)
