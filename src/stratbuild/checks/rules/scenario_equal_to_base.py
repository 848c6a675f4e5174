from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import is_without_changes, scenarios_of
from stratbuild.diagnostics import Severity
from stratbuild.model import Comparison, Plan, compare


@rule(
    "SB468",
    severity=Severity.NOTE,
    en=(
        "no sum, date or target of {scenario} differs from the strategy as written; its total is {total}, too",
        "look whether its changes reach what they were meant for, or delete the scenario",
    ),
    uk=(
        "у {scenario} жодна сума, дата чи цільове значення не відрізняється від самої стратегії; підсумок теж {total}",
        "перевірте, чи зміни діють на те, на що розраховано, або видаліть сценарій",
    ),
)
def scenario_equal_to_base(plan: Plan) -> Iterator[Finding]:
    """A scenario changes something, and every sum, date and target stays as in the strategy.

    A scenario of ceilings or of promises changes what is checked and not what is spent; it is not told so.

    ## Why this matters
    A scenario is read for its difference. An index that no line names, or a source that pays nothing,
    makes none.

    ## What to do
    See that the lines name the index, the rate or the source that the scenario changes.
    ---
    Сценарій щось змінює, але кожна сума, дата й цільове значення такі самі, як у стратегії.

    Сценарій меж чи обіцянок змінює те, що перевіряють, а не те, що витрачають; про нього цього не кажуть.

    ## Чому це важливо
    Сценарій читають заради різниці. Індекс, якого не називає жоден рядок, або джерело, що нічого не
    платить, її не дає.

    ## Що робити
    Перевірте, чи рядки називають той індекс, курс або джерело, які змінює сценарій.
    """
    for scenario in scenarios_of(plan):
        if is_without_changes(scenario):
            continue
        shown = plan.scenarios[scenario.id]
        limits = (shown.strategy.sources, shown.strategy.programmes)
        if limits == (plan.strategy.sources, plan.strategy.programmes) and not _differs(compare(plan, shown)):
            facts = {"scenario": scenario.id, "total": shown.budget.total}
            yield Finding(plan.strategy.span(scenario, "id"), facts)


def _differs(found: Comparison) -> bool:
    tables = (found.by_year_and_source, found.by_goal, found.by_unit, found.by_economic_code, (found.after,))
    return any(change.difference for table in tables for change in table) or bool(found.measures or found.targets)
