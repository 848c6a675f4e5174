from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source
from stratbuild.strategy import Strategy


@rule(
    "SB451",
    en=(
        "{source} pays {amount} of {line}, whose measure {measure} serves {goal}, but it may only pay for {allowed} and what is below",
        "pay the line from another source",
    ),
    uk=(
        "{source} оплачує {amount} рядка {line}, захід якого {measure} служить цілі {goal}, а може платити лише за {allowed} та все нижче",
        "оплатіть рядок з іншого джерела",
    ),
)
def goal_that_source_may_not_pay(plan: Plan) -> Iterator[Finding]:
    """A source pays for a line whose measure serves a goal that it may not pay for.

    ## Why this matters
    Money that is spent on something else than it was given for has to be paid back.

    ## What to do
    Name a source that may pay the line. Where the measure really serves one of the allowed goals, write
    that one as its `goal`; where the terms are wider, correct `pays_for.goals` of the source.
    ---
    Джерело оплачує рядок, захід якого служить цілі, за яку йому платити не можна.

    ## Чому це важливо
    Кошти, витрачені не за призначенням, доведеться повертати.

    ## Що робити
    Назвіть джерело, яке може оплатити цей рядок. Якщо захід насправді служить одній із дозволених цілей,
    запишіть її як `goal`; якщо умови ширші, виправте `pays_for.goals` джерела.
    """
    strategy = plan.strategy
    for (line_id, source_id), money in plan.budget.by(by_line, by_source).items():
        terms = None if source_id is None else strategy.sources[str(source_id)].pays_for
        if terms is None or not terms.goals or not money:
            continue
        line = strategy.budget_lines[str(line_id)]
        measure = strategy.measures[line.measure]
        if not set(terms.goals) & set(_upwards(strategy, measure.goal)):
            facts = {
                "source": source_id,
                "amount": money,
                "line": line.id,
                "measure": measure.id,
                "goal": measure.goal,
                "allowed": terms.goals,
            }
            related = (
                Related(strategy.span(measure, "goal"), {"en": "the goal of the measure", "uk": "ціль заходу"}),
                Related(
                    strategy.span(strategy.sources[str(source_id)], "pays_for", "goals", key=True),
                    {"en": "what the source may pay for", "uk": "за що джерело може платити"},
                ),
            )
            yield Finding(strategy.span(line, *place_of_source(line, str(source_id))), facts, related)


def _upwards(strategy: Strategy, goal: str | None) -> Iterator[str]:
    while goal is not None:
        yield goal
        goal = strategy.goals[goal].parent
