from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import changes, is_without_changes, named, scenarios_of
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB462",
    severity=Severity.WARNING,
    en=("{place} says nothing that is otherwise", "say what changes there, or delete it"),
    uk=("у {place} не сказано нічого, що змінюється", "скажіть, що там змінюється, або видаліть"),
)
def scenario_without_changes(plan: Plan) -> Iterator[Finding]:
    """A scenario, or what a scenario says of an item, changes nothing.

    ## Why this matters
    A scenario without changes is the strategy under another name; an item without changes was mostly
    begun and forgotten.

    ## What to do
    Write what is otherwise, or delete it.

    ## Example
        scenarios:
          - {id: SC-PESSIMISTIC, title: Without the grant, sources: {S-EGAP: {absent: true}}}
    ---
    Сценарій або те, що він каже про запис, нічого не змінює.

    ## Чому це важливо
    Сценарій без змін — це та сама стратегія під іншою назвою; запис без змін здебільшого почали й забули.

    ## Що робити
    Напишіть, що змінюється, або видаліть.

    ## Приклад
        scenarios:
          - {id: SC-PESSIMISTIC, title: Без гранту, sources: {S-EGAP: {absent: так}}}
    """
    for scenario in scenarios_of(plan):
        if is_without_changes(scenario):
            yield Finding(plan.strategy.span(scenario, "id"), {"place": scenario.id})
        for name, id_, change in changes(scenario):
            if not named(change):
                yield Finding(plan.strategy.span(scenario, name, id_, key=True), {"place": f"{scenario.id}.{name}.{id_}"})
