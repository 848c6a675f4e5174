"""A strategy as a scenario has it: the same items, but for what the scenario and those it inherits from change."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from stratbuild.model.later import later_line, later_measure
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.dependency import Dependency, DependencyType
from stratbuild.schema.measure import Measure
from stratbuild.schema.scenario import LineChange, MeasureChange, Scenario
from stratbuild.schema.specification import TechnicalSpecification
from stratbuild.strategy import Strategy

_WAYS = (("amounts",), ("quantity", "unit_price"), ("total", "year_shares", "evenly_over"))
_BY_YEAR = ("amounts", "quantity")


def lineage(strategy: Strategy, scenario: Scenario) -> tuple[Scenario, ...]:
    """The scenarios whose changes hold in one, the farthest first, itself last."""
    found = [scenario]
    while found[-1].inherits is not None:
        found.append(strategy.scenarios[found[-1].inherits])
    return tuple(reversed(found))


def in_scenario(strategy: Strategy, scenario: Scenario, begins: Callable[[str], date | None]) -> Strategy:
    """The strategy with the changes of a scenario and of all that it inherits from; items that are left alone are the same objects.

    The changes hold one after another, the farthest first, so that each finds what it inherits from. Only
    what is left out, or does not come, is decided at the end: what a nearer scenario says of it holds.
    `begins` gives the day on which a measure begins in the strategy itself.
    """
    steps = lineage(strategy, scenario)
    found = strategy
    for one, later in zip(steps, _put_off(steps), strict=True):
        found = _changed(found, one, later, begins)
    return replace(_without_absent(found, steps), changed_by=tuple(one.id for one in reversed(steps)))


def changed_line(line: BudgetLine, change: LineChange) -> BudgetLine:
    """A line with what a scenario gives in its place; a way to the amount that is given only by half changes nothing."""
    given = _given(change)
    update: dict[str, Any] = {}
    if "funding" in given:
        update = {"funding": given["funding"], "funding_by_year": given.get("funding_by_year", {})}
    elif "funding_by_year" in given:
        update = {"funding_by_year": {**line.funding_by_year, **given["funding_by_year"]}}
    way = next((one for one in _WAYS if any(name in given for name in one)), None)
    if way is not None and (amount := _amount(line, given, way)) is not None:
        update |= amount
    return line.model_copy(update=update) if update else line


def is_whole(line: BudgetLine, change: LineChange) -> bool:
    """Whether what a scenario says of a line's amount is enough to compute it."""
    given = _given(change)
    ways = [one for one in _WAYS if any(name in given for name in one)]
    return not ways or (len(ways) == 1 and _amount(line, given, ways[0]) is not None)


def _given(change: LineChange) -> dict[str, Any]:
    """The fields that a change names; years or sources of which it names none are none."""
    return {
        name: found for name in change.model_fields_set - {"absent"} if (found := getattr(change, name)) not in ({}, (), None)
    }


def _amount(line: BudgetLine, given: Mapping[str, Any], way: tuple[str, ...]) -> dict[str, Any] | None:
    """The fields of a line's amount after a change; none where the change is only half a way to an amount."""
    kept = way == _way_of(line)
    found: dict[str, Any] = {
        "amounts": {},
        "quantity": {},
        "unit_price": None,
        "total": None,
        "year_shares": {},
        "evenly_over": (),
    }
    for name in way:
        own = getattr(line, name) if kept else found[name]
        found[name] = {**own, **given[name]} if name in _BY_YEAR and name in given else given.get(name, own)
    if "year_shares" in given:
        found["evenly_over"] = ()
    elif "evenly_over" in given:
        found["year_shares"] = {}
    has_product = bool(found["quantity"]) == (found["unit_price"] is not None)
    has_total = (found["total"] is not None) == bool(found["year_shares"] or found["evenly_over"])
    return found if has_product and has_total else None


def _way_of(line: BudgetLine) -> tuple[str, ...] | None:
    return next((way for way in _WAYS if getattr(line, way[0]) not in ({}, None)), None)


def _put_off(steps: Iterable[Scenario]) -> list[Mapping[str, int]]:
    """By scenario and measure: by how many years more than in the scenario before it the measure is put off.

    What a scenario says takes the place of what it inherits: two years after one year are one year more.
    """
    found: list[Mapping[str, int]] = []
    together: dict[str, int] = {}
    for step in steps:
        said = {id_: change.years_later for id_, change in step.measures.items() if change.years_later is not None}
        found.append({id_: years - together.get(id_, 0) for id_, years in said.items()})
        together |= said
    return found


def _changed(strategy: Strategy, scenario: Scenario, later: Mapping[str, int], begins: Callable[[str], date | None]) -> Strategy:
    items: dict[str, Mapping[str, Entity]] = dict(strategy.items)
    items["price_indices"] = _each(
        strategy.price_indices,
        scenario.price_indices,
        lambda one, index: one.model_copy(update={"index": {**one.index, **index}}),
    )
    items["exchange_rates"] = _each(
        strategy.exchange_rates,
        scenario.exchange_rates,
        lambda one, rate: one.model_copy(update={"rate": rate, "rate_by_year": {}}),
    )
    items["vat_rates"] = _each(strategy.vat_rates, scenario.vat_rates, lambda one, rate: one.model_copy(update={"rate": rate}))
    items["sources"] = _each(strategy.sources, scenario.sources, _changed_source)
    items["programmes"] = _each(
        strategy.programmes,
        scenario.programmes,
        lambda one, change: one.model_copy(update={"ceilings": {**one.ceilings, **change.ceilings}}),
    )
    items["kpis"] = _each(
        strategy.kpis, scenario.kpis, lambda one, change: one.model_copy(update={"targets": {**one.targets, **change.targets}})
    )
    items["measures"] = _each(
        strategy.measures, scenario.measures, lambda one, change: later_measure(one, change, later.get(one.id, 0), begins)
    )
    items["budget_lines"] = _changed_lines(strategy, scenario, later)
    return replace(strategy, items=MappingProxyType(items))


def _without_absent(strategy: Strategy, steps: Sequence[Scenario]) -> Strategy:
    """The strategy without the measures and lines that are left out and without what refers to them; its sources that do not come pay nothing."""
    items: dict[str, Mapping[str, Entity]] = dict(strategy.items)
    payers = _payers(strategy, steps)
    if payers:
        items["sources"] = _each(strategy.sources, payers, lambda one, _: one.model_copy(update={"ceilings": {}}))
    gone = _left_out(step.measures for step in steps) & strategy.measures.keys()
    gone_lines = _left_out(step.budget_lines for step in steps)
    if gone:
        items["measures"] = _remaining_measures(strategy.measures, gone)
    if gone or gone_lines:
        lines = {id_: one for id_, one in strategy.budget_lines.items() if id_ not in gone_lines and one.measure not in gone}
        items["budget_lines"] = lines
        items["milestones"] = {
            id_: one.model_copy(update={"after": _still_before(strategy.measures, one.after, gone)})
            for id_, one in strategy.milestones.items()
        }
        for name in ("risks", "alternatives"):
            kept = {id_: _without(one, gone) for id_, one in strategy.items[name].items()}
            # What hits only measures that are left out hits nothing any more.
            items[name] = {id_: one for id_, one in kept.items() if one.measures or not strategy.items[name][id_].measures}  # type: ignore[attr-defined]
        items["specifications"] = _remaining_specifications(strategy.specifications, items["measures"], lines)
    return replace(strategy, items=MappingProxyType(items), payers=payers)


def _left_out(changes: Iterable[Mapping[str, MeasureChange] | Mapping[str, LineChange]]) -> set[str]:
    """The items of which the nearest scenario that says anything of it says that they are absent."""
    said = {id_: change.absent for by_id in changes for id_, change in by_id.items() if "absent" in change.model_fields_set}
    return {id_ for id_, absent in said.items() if absent}


def _payers(strategy: Strategy, steps: Iterable[Scenario]) -> Mapping[str, str | None]:
    """Who pays in place of sources that do not come, as the nearest scenario that says whether they come has it."""
    payers: dict[str, str | None] = dict(strategy.payers)
    for id_, change in (named for step in steps for named in step.sources.items()):
        if change.absent or change.replaced_by is not None:
            payers[id_] = change.replaced_by
        elif "absent" in change.model_fields_set:
            payers.pop(id_, None)
    return MappingProxyType(payers)


def _each(items: Mapping[str, Any], changes: Mapping[str, Any], change: Callable[[Any, Any], Any]) -> Mapping[str, Any]:
    """The items, those that are named here changed."""
    if not changes:
        return items
    return {id_: change(one, changes[id_]) if id_ in changes else one for id_, one in items.items()}


def _changed_source(one: Any, change: Any) -> Any:
    update: dict[str, Any] = {"ceilings": {**one.ceilings, **change.ceilings}}
    if change.confirmed is not None:
        update["confirmed"] = change.confirmed
    return one.model_copy(update=update)


def _remaining_measures(measures: Mapping[str, Measure], gone: Set[str]) -> Mapping[str, Measure]:
    kept: dict[str, Measure] = {}
    for id_, one in measures.items():
        if id_ in gone:
            continue
        update: dict[str, Any] = {}
        if not gone.isdisjoint(one.predecessors):
            update["after"] = _still_before(measures, one.after, gone)
        if one.part_of in gone:
            update["part_of"] = _remaining_whole(measures, one.part_of, gone)
        kept[id_] = one.model_copy(update=update) if update else one
    return kept


def _remaining_whole(measures: Mapping[str, Measure], whole: str | None, gone: Set[str]) -> str | None:
    while whole is not None and whole in gone:
        whole = measures[whole].part_of
    return whole


def _still_before(measures: Mapping[str, Measure], after: tuple[Dependency, ...], gone: Set[str]) -> tuple[Dependency, ...]:
    """What is waited for when some measures are left out: what the left out ones waited for, as if they took no time."""
    found: list[Dependency] = []
    waiting = list(reversed(after))
    seen = {one.on for one in after}
    while waiting:
        dependency = waiting.pop()
        if dependency.on not in gone:
            found.append(dependency)
            continue
        inner = [one for one in measures[dependency.on].after if one.on not in seen]
        seen.update(one.on for one in inner)
        waiting += (one.model_copy(update={"type": _through(one, dependency), "lag": None}) for one in reversed(inner))
    return tuple(found)


def _through(first: Dependency, second: Dependency) -> DependencyType:
    """How something waits for what it waited for through another that is gone: by the ends that the two links have left."""
    if first.type is DependencyType.START_TO_START:
        return DependencyType.START_TO_START
    return DependencyType.FINISH_TO_FINISH if second.type is DependencyType.FINISH_TO_FINISH else DependencyType.FINISH_TO_START


def _without(item: Any, gone: Set[str]) -> Any:
    kept = tuple(one for one in item.measures if one not in gone)
    return item if kept == item.measures else item.model_copy(update={"measures": kept})


def _remaining_specifications(
    specifications: Mapping[str, TechnicalSpecification], measures: Mapping[str, Entity], lines: Mapping[str, BudgetLine]
) -> Mapping[str, TechnicalSpecification]:
    """The specifications of what is still bought, without the lines that are left out; one whose lines are all gone goes too."""
    found: dict[str, TechnicalSpecification] = {}
    for id_, one in specifications.items():
        kept = tuple(line for line in one.budget_lines if line in lines)
        if one.measure not in measures or (one.budget_lines and not kept):
            continue
        found[id_] = one if kept == one.budget_lines else one.model_copy(update={"budget_lines": kept})
    return found


def _changed_lines(strategy: Strategy, scenario: Scenario, later: Mapping[str, int]) -> Mapping[str, BudgetLine]:
    put_off = {id_: years for id_, years in later.items() if years}
    if not (put_off or scenario.budget_lines):
        return strategy.budget_lines
    found: dict[str, BudgetLine] = {}
    for id_, one in strategy.budget_lines.items():
        change = scenario.budget_lines.get(id_)
        line = changed_line(one, change) if change is not None else one
        years = put_off.get(line.measure) if put_off else None
        found[id_] = later_line(line, years) if years else line
    return found
