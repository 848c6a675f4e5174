"""What several rules ask of scenarios: what each changes, and what it finds already changed."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from stratbuild.model import Plan
from stratbuild.schema.base import Part
from stratbuild.schema.scenario import Scenario
from stratbuild.strategy import Strategy

Change: TypeAlias = tuple[str, str, Part]
"""The list that a changed item is in, its id, and the change."""

_LISTS_OF_PARTS = ("sources", "programmes", "budget_lines", "measures", "kpis")
_LISTS_OF_VALUES = ("price_indices", "exchange_rates", "vat_rates")


def scenarios_of(plan: Plan) -> Iterator[tuple[Scenario, Strategy]]:
    """Every scenario with the strategy that it changes: as written, or as the scenario that it inherits from has it.

    A plan that shows a scenario gives none: what is wrong with scenarios is found in the strategy as written.
    """
    if plan.scenario is not None:
        return
    for scenario in plan.strategy.scenarios.values():
        yield scenario, plan.strategy if scenario.inherits is None else plan.scenarios[scenario.inherits].strategy


def changes(scenario: Scenario) -> Iterator[Change]:
    """What a scenario changes of items one by one."""
    for name in _LISTS_OF_PARTS:
        by_id: Mapping[str, Part] = getattr(scenario, name)
        for id_, change in by_id.items():
            yield name, id_, change


def is_without_changes(scenario: Scenario) -> bool:
    """Whether a scenario names nothing that is otherwise."""
    return not any(getattr(scenario, name) for name in (*_LISTS_OF_PARTS, *_LISTS_OF_VALUES))
