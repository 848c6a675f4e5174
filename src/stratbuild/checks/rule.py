"""What a rule is, how rules are found, and how they are run."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, Fault, Related, Severity, SeverityByStage, Span, Stage, Wording
from stratbuild.model import Plan

DEMANDED_FROM_CONSULTATION = SeverityByStage(Stage.CONSULTATION)
"""A note in a draft, an error from the consultation on."""

DEMANDED_FROM_SUBMISSION = SeverityByStage(Stage.SUBMISSION)
"""A note until the submission to the council, an error from then on."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One case of a rule's fault: the place of the narrowest value, and the facts that the message names."""

    span: Span
    facts: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A fault and the function that finds it in a plan."""

    fault: Fault
    find: Callable[[Plan], Iterator[Finding]]
    in_scenarios: bool = False
    """Whether the fault is looked for in what scenarios say themselves, too."""
    demands: tuple[str, ...] = ()
    """The fields that are missing where the fault is found, `kpis.baseline.source`; of `a.b | a.c` one is enough."""


def rule(  # noqa: PLR0913 - what a rule is, each part by its name
    code: str,
    *,
    en: tuple[str, str],
    uk: tuple[str, str],
    severity: Severity | SeverityByStage = Severity.ERROR,
    demands: tuple[str, ...] = (),
    in_scenarios: bool = False,
) -> Callable[[Callable[[Plan], Iterator[Finding]]], Rule]:
    """Make a rule of a function that yields findings.

    The function is named after the fault and its docstring is the fault's page. `en` and `uk` are a
    message and a hint, patterns over the facts of a finding. `demands` names the fields whose absence is
    the fault; editors and the page of the language say from which stage on they are demanded. With
    `in_scenarios`, the fault is also found where a scenario itself is wrong, not what it leads to.
    """

    def decorate(find: Callable[[Plan], Iterator[Finding]]) -> Rule:
        page = _unindented(find.__doc__ or "")
        return Rule(Fault(code, find.__name__, Wording(*en), Wording(*uk), severity, page), find, in_scenarios, demands)

    return decorate


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, found by its place in `checks.rules`."""
    found: dict[str, Rule] = {}
    family = importlib.import_module("stratbuild.checks.rules")
    for module_info in pkgutil.iter_modules(family.__path__):
        module = importlib.import_module(f"{family.__name__}.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, Rule):
                found[value.fault.code] = value
    return MappingProxyType(dict(sorted(found.items())))


def run(plan: Plan, selected: Iterable[Rule] | None = None) -> list[Diagnostic]:
    """The findings of all rules, or of some, with the severity that the strategy's stage gives them."""
    chosen = tuple(rules().values() if selected is None else selected)
    return [
        Diagnostic(one.fault, finding.span, finding.facts, one.fault.severity_at(plan.strategy.stage), finding.related)
        for one in chosen
        for finding in (*one.find(plan), *_in_scenarios(one, plan))
    ]


def _in_scenarios(one: Rule, plan: Plan) -> Iterator[Finding]:
    """What a rule finds in the words of scenarios. What follows from them elsewhere is asked for scenario by scenario."""
    if one.in_scenarios and plan.scenario is None:
        for id_, scenario in plan.strategy.scenarios.items():
            yield from (found for found in one.find(plan.scenarios[id_]) if plan.strategy.is_said_in(scenario, found.span))


def _unindented(docstring: str) -> str:
    first, _, rest = docstring.partition("\n")
    return "\n".join([first, *(line.removeprefix("    ") for line in rest.splitlines())]).strip()
