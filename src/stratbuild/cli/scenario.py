"""Which of a strategy's plans a command speaks of: as written, or in a scenario."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from stratbuild.cli.status import unknown
from stratbuild.model import Plan
from stratbuild.render.locale import Locale
from stratbuild.strategy import Strategy

BASE = "base"
"""The name of the strategy as written, which no scenario can have: ids are written in capitals."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def scenario_option(function: _Function) -> _Function:
    """The option `--scenario`."""
    help_text = f"Scenario that is looked at; `{BASE}`, or without it, the strategy as written."
    return click.option("--scenario", metavar="ID", help=help_text)(function)


def known_scenario(strategy: Strategy, wanted: str | None) -> str | None:
    """The id of a scenario of the strategy, or nothing for the strategy as written; another name is a mistake of usage."""
    if wanted is None or wanted == BASE:
        return None
    if wanted not in strategy.scenarios:
        raise unknown("no_such_scenario", wanted, (BASE, *strategy.scenarios))
    return wanted


def plan_in(plan: Plan, wanted: str | None) -> Plan:
    """The plan of a scenario, or the plan itself."""
    scenario = known_scenario(plan.strategy, wanted)
    return plan if scenario is None else plan.scenarios[scenario]


def id_of(plan: Plan) -> str:
    """The id of a plan's scenario, or `base`."""
    return BASE if plan.scenario is None else plan.scenario.id


def title_of(plan: Plan, words: Locale) -> str:
    """The title of a plan's scenario, or that it is the strategy as written."""
    return (
        words.say("cli.budget.as_written") if plan.scenario is None else plan.strategy.text(plan.scenario.title, words.language)
    )
