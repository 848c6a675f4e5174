from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.eligibility import Term, ineligible


@rule(
    "SB452",
    en=(
        "{source} pays {amount} of {line}, whose measure {measure} is led by {lead}, but it may only pay for measures of {allowed}",
        "pay the line from another source",
    ),
    uk=(
        "{source} оплачує {amount} рядка {line}, за захід якого {measure} відповідає {lead}, а може платити лише за заходи {allowed}",
        "оплатіть рядок з іншого джерела",
    ),
)
def unit_that_source_may_not_pay(plan: Plan) -> Iterator[Finding]:
    """A source pays for a line whose measure is led by a unit that it may not pay.

    ## Why this matters
    A subvention for education, or the earnings of an enterprise, cannot be spent by somebody else.

    ## What to do
    Name a source that may pay the line. Where the unit may be paid, add it to `pays_for.units` of the
    source.
    ---
    Джерело оплачує рядок, за захід якого відповідає виконавець, якому воно платити не може.

    ## Чому це важливо
    Освітню субвенцію чи власні надходження підприємства не може витрачати хтось інший.

    ## Що робити
    Назвіть джерело, яке може оплатити цей рядок. Якщо виконавцю платити можна, додайте його до
    `pays_for.units` джерела.
    """
    strategy = plan.strategy
    for one in ineligible(strategy, plan.budget, Term.UNITS):
        measure = strategy.measures[one.line.measure]
        facts = {
            "source": one.source,
            "amount": one.money,
            "line": one.line.id,
            "measure": measure.id,
            "lead": measure.lead,
            "allowed": one.allowed,
        }
        related = (
            Related(strategy.span(measure, "lead"), {"en": "the lead of the measure", "uk": "відповідальний за захід"}),
            Related(
                strategy.span(strategy.sources[one.source], "pays_for", "units", key=True),
                {"en": "whom the source may pay", "uk": "кому джерело може платити"},
            ),
        )
        yield Finding(strategy.span(one.line, *place_of_source(one.line, one.source)), facts, related)
