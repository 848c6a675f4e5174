from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import changes, scenarios_of
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.scenario import lineage
from stratbuild.schema.base import Part
from stratbuild.schema.scenario import LineChange, MeasureChange, Scenario
from stratbuild.strategy import Strategy


@rule(
    "SB466",
    en=(
        "{scenario} changes {item}, which {cause} leaves out",
        "delete the change, or `absent:` in {cause}",
    ),
    uk=("{scenario} змінює {item}, а його вилучено в {cause}", "видаліть цю зміну або `absent:` у {cause}"),
)
def scenario_changes_what_is_left_out(plan: Plan) -> Iterator[Finding]:
    """A scenario changes a measure or a budget line that is left out in it.

    It is left out by a scenario that this one inherits from, or by the scenario itself together with its
    measure. What is left out cannot be brought back by a scenario that inherits.

    ## Why this matters
    The change has no effect, and whoever reads the scenario believes that it has.

    ## What to do
    Delete the change. Where the item is wanted after all, let the scenario inherit from one in which it is
    still there.
    ---
    Сценарій змінює захід або рядок бюджету, якого в ньому немає.

    Його вилучено в сценарії, від якого успадковує цей, або в самому сценарії разом із заходом. Того, що
    вилучено, успадкований сценарій повернути не може.

    ## Чому це важливо
    Зміна нічого не робить, а читач сценарію вважає, що робить.

    ## Що робити
    Видаліть зміну. Якщо запис усе-таки потрібен, нехай сценарій успадковує від того, де він ще є.
    """
    strategy = plan.strategy
    for scenario, _ in scenarios_of(plan):
        for name, id_, change in changes(scenario):
            cause = _cause(strategy, scenario, id_, change)
            if cause is not None:
                owner, *way = cause
                label = ".".join((owner.id, *way))
                related = Related(strategy.span(owner, *way, "absent"), {"en": "left out here", "uk": "вилучено тут"})
                facts = {"scenario": scenario.id, "item": id_, "cause": label}
                yield Finding(strategy.span(scenario, name, id_, key=True), facts, (related,))


def _cause(strategy: Strategy, scenario: Scenario, id_: str, change: Part) -> tuple[Scenario, str, str] | None:
    """The scenario, the list and the item whose absence leaves out what is changed: its own, or its measure's."""
    line = strategy.budget_lines.get(id_) if isinstance(change, LineChange) else None
    measure = line.measure if line is not None else id_ if isinstance(change, MeasureChange) else None
    for one in lineage(strategy, scenario):
        of_measure = None if measure is None else one.measures.get(measure)
        if of_measure is not None and of_measure is not change and of_measure.absent:
            return one, "measures", str(measure)
        of_line = None if line is None else one.budget_lines.get(line.id)
        if of_line is not None and of_line is not change and of_line.absent:
            return one, "budget_lines", id_
    return None
