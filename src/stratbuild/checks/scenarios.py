"""What several rules ask of scenarios: which there are, and what each changes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from stratbuild.model import Plan
from stratbuild.schema.base import Part
from stratbuild.schema.scenario import Scenario

Change: TypeAlias = tuple[str, str, Part]
"""The list that a changed item is in, its id, and the change."""

_LISTS_OF_PARTS = ("sources", "programmes", "budget_lines", "measures", "kpis")
_LISTS_OF_VALUES = ("price_indices", "exchange_rates", "vat_rates")


def scenarios_of(plan: Plan) -> Iterable[Scenario]:
    """Every scenario; none where the plan shows one: what is wrong with scenarios is found in the strategy as written."""
    return plan.strategy.scenarios.values() if plan.scenario is None else ()


def changes(scenario: Scenario) -> Iterator[Change]:
    """What a scenario changes of items one by one."""
    for name in _LISTS_OF_PARTS:
        by_id: Mapping[str, Part] = getattr(scenario, name)
        for id_, change in by_id.items():
            yield name, id_, change


def named(change: Part) -> tuple[str, ...]:
    """The fields that a change gives, in the order in which the schema has them; an empty list or mapping gives nothing."""
    return tuple(
        name
        for name in type(change).model_fields
        if name in change.model_fields_set and getattr(change, name) not in ({}, (), None)
    )


def is_without_changes(scenario: Scenario) -> bool:
    """Whether a scenario names nothing that is otherwise."""
    return not any(getattr(scenario, name) for name in (*_LISTS_OF_PARTS, *_LISTS_OF_VALUES))
