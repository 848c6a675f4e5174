"""The risk of money and time by Monte Carlo: everything drawn many times, and what the draws say together."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from stratbuild.model import Plan
from stratbuild.model.network import open_wholes
from stratbuild.planning.risk.correlation import Draws
from stratbuild.planning.risk.costs import Costs, costs, covariances
from stratbuild.planning.risk.delays import Delay, by_measure, delays
from stratbuild.planning.risk.distributions import PARTS
from stratbuild.planning.risk.ends import LAST, Dates, Track, dates, decisive, final_ends, tracks
from stratbuild.planning.risk.known import open_parts
from stratbuild.planning.risk.ranges import (
    DEFAULT_DRAWS,
    DEFAULT_SEED,
    GENERAL,
    Range,
    correlation_of,
    cost_ranges,
    duration_ranges,
)
from stratbuild.planning.risk.result import (
    Assumptions,
    Contributor,
    ContributorKind,
    DeadlineChance,
    EndSpread,
    MoneySpread,
    RiskResult,
    YearAndSource,
)
from stratbuild.quantity import ZERO, Money
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

_Key = TypeVar("_Key")

_SHOWN = 5
_TENTH = Decimal("0.1")


def risk(plan: Plan) -> RiskResult | None:
    """How sure the money and the dates of a plan are; nothing where its strategy states neither ranges nor risks."""
    strategy, stated = plan.strategy, plan.strategy.settings.simulation
    draws = Draws(stated.draws or DEFAULT_DRAWS, DEFAULT_SEED if stated.seed is None else stated.seed)
    known = dates(plan)
    varying_money = open_parts(plan)
    of_costs = [one for one in cost_ranges(strategy) if one.id in varying_money]
    of_durations = [one for one in duration_ranges(plan, known.planned) if one.id in known.spans and one.id not in known.over]
    if not (of_costs or of_durations or strategy.risks):
        return None
    happens = {
        one.id: draws.happens(f"risk:{one.id}", one.probability, one.driver, correlation_of(strategy, one.driver))
        for one in strategy.risks.values()
    }
    money = costs(plan, of_costs, happens, draws)
    late = [*delays(plan, known, of_durations, happens, draws)]
    varying = tracks(known, by_measure(late), draws.count)
    ends, last = final_ends(known, varying, draws.count)
    total = money.of(money.lanes)
    spread = _spread(total, money.planned.values())
    cells = {one: _spread(money.of([one]), [money.planned[one]]) for one in money.lanes}
    by_source = _by(money, lambda one: one[1])
    return RiskResult(
        assumptions=_assumptions(plan, draws, of_costs, of_durations, known),
        total=spread,
        total_kept=_per_cent(sum(one <= spread.planned.hundredths * PARTS for one in total), draws.count),
        by_year=_by(money, lambda one: one[0]),
        by_source={one: by_source[one] for one in (*strategy.sources, None) if one in by_source},
        by_year_and_source=cells,
        contingency=_contingency(spread, cells),
        money_contributors=_of_money(money, total),
        end=_end(known, ends),
        ends={id_: _of_ends(known.planned[id_].end, track.ends) for id_, track in varying.items()},
        deadlines=_deadlines(plan, known, varying, draws.count),
        end_contributors=_of_end(late, varying, ends, last),
    )


def _by(money: Costs, key: Callable[[YearAndSource], _Key]) -> dict[_Key, MoneySpread]:
    groups: dict[_Key, list[YearAndSource]] = {}
    for one in money.lanes:
        groups.setdefault(key(one), []).append(one)
    return {key: _spread(money.of(some), [money.planned[one] for one in some]) for key, some in groups.items()}


def _spread(values: Sequence[int], planned: Iterable[int]) -> MoneySpread:
    ordered = sorted(values)
    mean = (2 * sum(ordered) + PARTS * len(ordered)) // (2 * PARTS * len(ordered))
    p50, p80 = ((_at(ordered, part) + PARTS // 2) // PARTS for part in (50, 80))
    return MoneySpread(Money(sum(planned)), Money(mean), Money(p50), Money(p80))


def _at(ordered: Sequence[int], of_100: int) -> int:
    """The least value that so many draws of 100 do not exceed."""
    return ordered[-(-of_100 * len(ordered) // 100) - 1]


def _contingency(total: MoneySpread, cells: Mapping[YearAndSource, MoneySpread]) -> dict[YearAndSource, Money]:
    """P80 − planned of the whole, divided so that the parts add up to it; nothing where the planned money suffices."""
    needed = total.p80 - total.planned
    if needed.hundredths <= 0:
        return dict.fromkeys(cells, ZERO)
    by_p80 = [max(0, one.p80.hundredths - one.planned.hundredths) for one in cells.values()]
    by_mean = [max(0, one.mean.hundredths - one.planned.hundredths) for one in cells.values()]
    # Where no year and source by itself needs more in most draws, but all together do, the average tells them apart.
    weights = by_p80 if any(by_p80) else by_mean if any(by_mean) else [1] * len(cells)
    return dict(zip(cells, needed.split_whole(weights), strict=True))


def _of_money(money: Costs, total: Sequence[int]) -> tuple[Contributor, ...]:
    whole = [one // PARTS for one in total]
    moved = covariances(((one.values, sum(one.weights.values())) for one in money.items), whole)
    return _strongest([(one.kind, one.id) for one in money.items], moved)


def _of_end(
    late: Sequence[Delay], varying: Mapping[str, Track], ends: Sequence[int], last: Sequence[str | None]
) -> tuple[Contributor, ...]:
    """What makes everything end later: only days that decide count, those of measures on the critical path of a draw."""
    matters = decisive(varying, last)
    some = [one for one in late if one.measure in matters]
    days = ([day * true for day, true in zip(one.days, matters[one.measure], strict=True)] for one in some)
    moved: dict[tuple[ContributorKind, str], int] = {}
    for one, covariance in zip(some, covariances(((each, 1) for each in days), ends), strict=True):
        moved[one.kind, one.id] = moved.get((one.kind, one.id), 0) + covariance
    return _strongest([*moved], [*moved.values()])


def _strongest(items: Sequence[tuple[ContributorKind, str]], moved: Sequence[int]) -> tuple[Contributor, ...]:
    whole = sum(moved)
    if whole <= 0:
        return ()
    ordered = sorted(zip(items, moved, strict=True), key=lambda one: -one[1])[:_SHOWN]
    return tuple(Contributor(kind, id_, _per_cent(part, whole)) for (kind, id_), part in ordered if part > 0)


def _end(known: Dates, ends: Sequence[int]) -> EndSpread | None:
    return _of_ends(max(span.end for span in known.planned.values()), ends) if known.planned else None


def _of_ends(planned: int, ends: Sequence[int]) -> EndSpread:
    ordered = sorted(ends)
    kept = _per_cent(sum(one <= planned for one in ends), len(ends))
    return EndSpread(_last_day(planned), _last_day(_at(ordered, 50)), _last_day(_at(ordered, 80)), kept)


def _deadlines(plan: Plan, known: Dates, varying: Mapping[str, Track], count: int) -> dict[str, DeadlineChance]:
    wholes, strategy = open_wholes(plan.strategy), plan.strategy
    found: dict[str, DeadlineChance] = {}
    items: list[Measure | Milestone] = [*strategy.measures.values(), *strategy.milestones.values()]
    for item in items:
        ids = [one for one in wholes.get(item.id, (item.id,)) if one in known.spans]
        if item.deadline is None or not ids:
            continue
        fixed = max((known.spans[one].end for one in ids if one not in varying), default=0)
        ends: Sequence[int] = [fixed] * count
        for one in ids:
            if one in varying:
                ends = [*map(max, ends, varying[one].ends)]
        last = item.deadline.last
        kept = sum(one <= last.toordinal() + 1 for one in ends)
        found[item.id] = DeadlineChance(last, _per_cent(kept, count))
    return found


def _assumptions(plan: Plan, draws: Draws, of_costs: Sequence[Range], of_durations: Sequence[Range], known: Dates) -> Assumptions:
    strategy, varying_money = plan.strategy, open_parts(plan)
    ranges = (*of_costs, *of_durations)
    causes = {*(one.cause for one in ranges), *(one.driver for one in strategy.risks.values())}
    return Assumptions(
        draws=draws.count,
        seed=draws.seed,
        correlation=correlation_of(strategy, GENERAL),
        drivers=_used(strategy.risk_drivers, causes),
        classes=_used(strategy.estimate_classes, {one.estimate_class for one in ranges}),
        lines_with_range=len(of_costs),
        lines=sum(1 for parts in plan.budget.parts.values() if parts),
        money_with_range=Money.total(part.money for one in of_costs for part in varying_money[one.id]),
        known_money=plan.budget.total - Money.total(part.money for parts in varying_money.values() for part in parts),
        measures_with_range=len(of_durations),
        measures=sum(1 for one in strategy.measures if one in known.spans),
        risks=len(strategy.risks),
    )


def _used(items: Mapping[str, object], used: Collection[str | None]) -> tuple[str, ...]:
    return tuple(id_ for id_ in items if id_ in used)


def _per_cent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(_TENTH, ROUND_HALF_UP)


def _last_day(end: int) -> date:
    return date.fromordinal(min(end - 1, LAST))
