from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.eligibility import Term, ineligible


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
    for one in ineligible(strategy, plan.budget, Term.GOALS):
        measure = strategy.measures[one.line.measure]
        facts = {
            "source": one.source,
            "amount": one.money,
            "line": one.line.id,
            "measure": measure.id,
            "goal": measure.goal,
            "allowed": one.allowed,
        }
        related = (
            Related(strategy.span(measure, "goal"), {"en": "the goal of the measure", "uk": "ціль заходу"}),
            Related(
                strategy.span(strategy.sources[one.source], "pays_for", "goals", key=True),
                {"en": "what the source may pay for", "uk": "за що джерело може платити"},
            ),
        )
        yield Finding(strategy.span(one.line, *place_of_source(one.line, one.source)), facts, related)
