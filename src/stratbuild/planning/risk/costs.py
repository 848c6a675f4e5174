"""The money of all draws by year and source, in whole hundredths: planned sums times drawn factors, and what risks add."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from stratbuild.model import Plan
from stratbuild.model.budget import Amount
from stratbuild.planning.risk.correlation import Draws
from stratbuild.planning.risk.distributions import PARTS, Triangle, parts_of
from stratbuild.planning.risk.known import open_parts, open_years
from stratbuild.planning.risk.lanes import packed, unpacked
from stratbuild.planning.risk.ranges import Range, correlation_of
from stratbuild.planning.risk.result import ContributorKind, YearAndSource
from stratbuild.quantity import Money
from stratbuild.schema.risk import Risk


@dataclass(frozen=True, slots=True)
class CostItem:
    """What varies together: in every draw a value, and by year and source what it is multiplied by, in millionths of a hundredth."""

    kind: ContributorKind
    id: str
    values: Sequence[int]
    weights: Mapping[YearAndSource, int]


@dataclass(frozen=True)
class Costs:
    """The money of all draws, packed by year and source in millionths of a hundredth."""

    draws: int
    planned: Mapping[YearAndSource, int]
    """By year and source, in hundredths."""
    lanes: Mapping[YearAndSource, int]
    items: Sequence[CostItem]

    def of(self, groups: Iterable[YearAndSource]) -> list[int]:
        """The money of some years and sources together, in each draw, in millionths of a hundredth."""
        return unpacked(sum(self.lanes[one] for one in groups), self.draws)


def costs(plan: Plan, ranges: Iterable[Range], happens: Mapping[str, Sequence[bool]], draws: Draws) -> Costs:
    """The money of all draws; `happens` says of every risk in which of them it comes true."""
    planned = _by_year_and_source(plan.budget.amounts)
    items = [*_line_items(plan, ranges, draws), *_risk_items(plan, happens, draws)]
    sums: dict[YearAndSource, int] = {}
    constant = dict(planned)
    for item in items:
        lanes = packed(item.values)
        for group, weight in item.weights.items():
            sums[group] = sums.get(group, 0) + weight * lanes
            if item.kind is ContributorKind.LINE:
                constant[group] -= weight
    ones = packed([1] * draws.count)
    groups = _in_order(plan, {**planned, **sums})
    lanes_by_group = {one: sums.get(one, 0) + constant.get(one, 0) * PARTS * ones for one in groups}
    return Costs(draws.count, {one: planned.get(one, 0) for one in groups}, lanes_by_group, items)


def money_effect(plan: Plan, one: Risk) -> tuple[Money, Money, Money] | None:
    """The least, the most probable and the most that a risk would cost; nothing where its effect on money is not stated."""
    if one.cost is not None:
        likely = one.cost.likely.hundredths if one.cost.likely is not None else None
        found = Triangle.of(one.cost.low.hundredths, likely, one.cost.high.hundredths)
        return Money(found.low), Money(found.likely), Money(found.high)
    if one.cost_share is None:
        return None
    hit = {*_hit(plan, one)}
    spent = Money.total(part.money for parts in open_parts(plan).values() for part in parts if part.line.measure in hit)
    share = one.cost_share
    found = Triangle.of(parts_of(share.low), None if share.likely is None else parts_of(share.likely), parts_of(share.high))
    low, likely_one, high = (spent.times(Fraction(parts, PARTS)) for parts in (found.low, found.likely, found.high))
    return low, likely_one, high


def covariances(items: Iterable[tuple[Sequence[int], int]], whole: Sequence[int]) -> list[int]:
    """How far each item, its values times a weight, moves with the whole: covariances times the square of the number of draws."""
    count, total = len(whole), sum(whole)
    return [weight * (count * sum(map(mul, values, whole)) - sum(values) * total) for values, weight in items]


def _line_items(plan: Plan, ranges: Iterable[Range], draws: Draws) -> Iterator[CostItem]:
    parts = open_parts(plan)
    for one in ranges:
        weights = _by_year_and_source(parts.get(one.id, ()))
        if weights:
            values = draws.of(one.triangle, f"cost:{one.id}", one.cause, correlation_of(plan.strategy, one.cause))
            yield CostItem(ContributorKind.LINE, one.id, values, weights)


def _risk_items(plan: Plan, happens: Mapping[str, Sequence[bool]], draws: Draws) -> Iterator[CostItem]:
    parts: dict[str, list[Amount]] = {}
    for some in open_parts(plan).values():
        parts.setdefault(some[0].line.measure, []).extend(some)
    for risk in plan.strategy.risks.values():
        measures = _hit(plan, risk)
        hit = _by_year_and_source(part for measure in measures for part in parts.get(measure, ()))
        if risk.cost is not None:
            if measures and all(plan.strategy.measures[one].ended_on for one in measures):
                continue
            cost = risk.cost
            likely = None if cost.likely is None else cost.likely.hundredths
            triangle = Triangle.of(cost.low.hundredths, likely, cost.high.hundredths)
            hit = hit if any(hit.values()) else dict.fromkeys(((year, None) for year in open_years(plan)), 1)
            if not hit:
                continue
            shares = Money(PARTS).split_whole([*hit.values()])
            weights = {group: share.hundredths for group, share in zip(hit, shares, strict=True)}
        elif risk.cost_share is not None and hit:
            share = risk.cost_share
            likely = None if share.likely is None else parts_of(share.likely)
            triangle, weights = Triangle.of(parts_of(share.low), likely, parts_of(share.high)), hit
        else:
            continue
        drawn = draws.looked_up(triangle, draws.alone(f"risk-cost:{risk.id}"))
        yield CostItem(ContributorKind.RISK, risk.id, [*map(mul, drawn, happens[risk.id])], weights)


def _hit(plan: Plan, risk: Risk) -> list[str]:
    """The measures that a risk hits, with all that are parts of them."""
    found = dict.fromkeys(one for one in risk.measures if one in plan.strategy.measures)
    parts: dict[str, list[str]] = {}
    for measure in plan.strategy.measures.values():
        if measure.part_of is not None:
            parts.setdefault(measure.part_of, []).append(measure.id)
    waiting = [*found]
    while waiting:
        inner = [one for one in parts.get(waiting.pop(), ()) if one not in found]
        found |= dict.fromkeys(inner)
        waiting += inner
    return [*found]


def _by_year_and_source(parts: Iterable[Amount]) -> dict[YearAndSource, int]:
    found: dict[YearAndSource, int] = {}
    for part in parts:
        found[part.year, part.source] = found.get((part.year, part.source), 0) + part.money.hundredths
    return found


def _in_order(plan: Plan, groups: Iterable[YearAndSource]) -> list[YearAndSource]:
    """Years in their order, in each the sources in that of the strategy, and last what nobody is named to pay."""
    places: dict[str | None, int] = {id_: place for place, id_ in enumerate(plan.strategy.sources)}
    return sorted(groups, key=lambda one: (one[0], places.get(one[1], len(places))))
