from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source


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
    for (line_id, source_id), money in plan.budget.by(by_line, by_source).items():
        terms = None if source_id is None else strategy.sources[str(source_id)].pays_for
        if terms is None or not terms.units or not money:
            continue
        line = strategy.budget_lines[str(line_id)]
        measure = strategy.measures[line.measure]
        if measure.lead is not None and measure.lead not in terms.units:
            facts = {
                "source": source_id,
                "amount": money,
                "line": line.id,
                "measure": measure.id,
                "lead": measure.lead,
                "allowed": terms.units,
            }
            related = (
                Related(strategy.span(measure, "lead"), {"en": "the lead of the measure", "uk": "відповідальний за захід"}),
                Related(
                    strategy.span(strategy.sources[str(source_id)], "pays_for", "units", key=True),
                    {"en": "whom the source may pay", "uk": "кому джерело може платити"},
                ),
            )
            yield Finding(strategy.span(line, *place_of_source(line, str(source_id))), facts, related)
