"""A strategy as a scenario has it: the same items, but for what the scenario and those it inherits from change."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from stratbuild.model.later import later_line, later_measure
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.measure import Measure
from stratbuild.schema.scenario import LineChange, MeasureChange, Scenario
from stratbuild.strategy import Strategy

_WAYS = (("amounts",), ("quantity", "unit_price"), ("total", "year_shares", "evenly_over"))
_BY_YEAR = ("amounts", "quantity")


def lineage(strategy: Strategy, scenario: Scenario) -> tuple[Scenario, ...]:
    """The scenarios whose changes hold in one, the farthest first, itself last."""
    found = [scenario]
    while found[-1].inherits is not None:
        found.append(strategy.scenarios[found[-1].inherits])
    return tuple(reversed(found))


def in_scenario(strategy: Strategy, scenario: Scenario) -> Strategy:
    """The strategy with the changes of a scenario and of all that it inherits from; items that are left alone are the same objects."""
    found = strategy
    for one in lineage(strategy, scenario):
        found = _changed(found, one)
    return found


def changed_line(line: BudgetLine, change: LineChange) -> BudgetLine:
    """A line with what a scenario gives in its place; a way to the amount that is given only by half changes nothing."""
    given: dict[str, Any] = {name: getattr(change, name) for name in change.model_fields_set - {"absent"}}
    update: dict[str, Any] = {name: given[name] for name in ("funding", "funding_by_year") if name in given}
    if "funding" in given and "funding_by_year" not in given:
        update["funding_by_year"] = {}
    way = next((one for one in _WAYS if any(name in given for name in one)), None)
    if way is not None and (amount := _amount(line, given, way)) is not None:
        update |= amount
    return line.model_copy(update=update) if update else line


def is_whole(line: BudgetLine, change: LineChange) -> bool:
    """Whether what a scenario says of a line's amount is enough to compute it."""
    given = {name: getattr(change, name) for name in change.model_fields_set - {"absent"}}
    ways = [one for one in _WAYS if any(name in given for name in one)]
    return not ways or (len(ways) == 1 and _amount(line, given, ways[0]) is not None)


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


def _changed(strategy: Strategy, scenario: Scenario) -> Strategy:
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
    measures = _changed_measures(strategy.measures, scenario.measures)
    items["measures"] = measures
    items["budget_lines"] = _changed_lines(strategy, scenario, measures)
    items["specifications"] = {id_: one for id_, one in strategy.specifications.items() if one.measure in measures}
    return replace(strategy, items=MappingProxyType(items), payers=_payers(strategy, scenario))


def _payers(strategy: Strategy, scenario: Scenario) -> Mapping[str, str | None]:
    """Who pays in place of sources that do not come, a source that this scenario names anew taken from what it inherits."""
    own = {id_: change.replaced_by for id_, change in scenario.sources.items() if change.absent or change.replaced_by is not None}
    inherited = {id_: payer for id_, payer in strategy.payers.items() if id_ not in scenario.sources}
    return MappingProxyType({**inherited, **own})


def _each(items: Mapping[str, Any], changes: Mapping[str, Any], change: Callable[[Any, Any], Any]) -> Mapping[str, Any]:
    """The items, those that are named here changed."""
    if not changes:
        return items
    return {id_: change(one, changes[id_]) if id_ in changes else one for id_, one in items.items()}


def _changed_source(one: Any, change: Any) -> Any:
    if change.absent or change.replaced_by is not None:
        return one.model_copy(update={"ceilings": {}})
    update: dict[str, Any] = {"ceilings": {**one.ceilings, **change.ceilings}}
    if change.confirmed is not None:
        update["confirmed"] = change.confirmed
    return one.model_copy(update=update)


def _changed_measures(measures: Mapping[str, Measure], changes: Mapping[str, MeasureChange]) -> Mapping[str, Measure]:
    if not changes:
        return measures
    gone = {id_ for id_, change in changes.items() if change.absent and id_ in measures}
    kept: dict[str, Measure] = {}
    for id_, one in measures.items():
        if id_ in gone:
            continue
        update: dict[str, Any] = {}
        if not gone.isdisjoint(one.after):
            update["after"] = tuple(dict.fromkeys(_still_before(measures, one.after, gone)))
        if one.part_of in gone:
            update["part_of"] = None
        changed = one.model_copy(update=update) if update else one
        kept[id_] = later_measure(changed, changes[id_]) if id_ in changes else changed
    return kept


def _still_before(measures: Mapping[str, Measure], after: tuple[str, ...], gone: set[str]) -> list[str]:
    """Whom a measure waits for when some are left out: those that the left out ones waited for."""
    found: list[str] = []
    waiting, seen = list(reversed(after)), set(after)
    while waiting:
        before = waiting.pop()
        if before not in gone:
            found.append(before)
            continue
        inner = [one for one in measures[before].after if one not in seen]
        seen.update(inner)
        waiting += reversed(inner)
    return found


def _changed_lines(strategy: Strategy, scenario: Scenario, measures: Mapping[str, Measure]) -> Mapping[str, BudgetLine]:
    put_off = {id_: change.years_later for id_, change in scenario.measures.items() if change.years_later}
    if not (put_off or scenario.budget_lines or measures is not strategy.measures):
        return strategy.budget_lines
    found: dict[str, BudgetLine] = {}
    for id_, one in strategy.budget_lines.items():
        change = scenario.budget_lines.get(id_)
        if one.measure not in measures or (change is not None and change.absent):
            continue
        line = changed_line(one, change) if change is not None else one
        years = put_off.get(line.measure)
        found[id_] = later_line(line, years) if years else line
    return found
