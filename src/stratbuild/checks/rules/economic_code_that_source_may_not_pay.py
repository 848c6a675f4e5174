from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.eligibility import Term, ineligible


@rule(
    "SB450",
    en=(
        "{source} pays {amount} of {line}, whose economic code is {code}, but it may only pay {allowed}",
        "pay the line from another source, or correct its code",
    ),
    uk=(
        "{source} оплачує {amount} рядка {line} з КЕКВ {code}, а може оплачувати лише {allowed}",
        "оплатіть рядок з іншого джерела або виправте його код",
    ),
)
def economic_code_that_source_may_not_pay(plan: Plan) -> Iterator[Finding]:
    """A source pays for a line whose economic code it may not pay.

    A code that ends in zeros stands for its whole group: 3000 allows 3110 and 3160, too.

    ## Why this matters
    Money that is spent on something else than it was given for has to be paid back.

    ## What to do
    Name a source that may pay the line. Where the terms of the source are wider than they are written,
    correct its `pays_for.economic_codes`.
    ---
    Джерело оплачує рядок із КЕКВ, який йому оплачувати не можна.

    Код, що закінчується на нулі, означає всю групу: 3000 дозволяє і 3110, і 3160.

    ## Чому це важливо
    Кошти, витрачені не за призначенням, доведеться повертати.

    ## Що робити
    Назвіть джерело, яке може оплатити цей рядок. Якщо умови джерела ширші, ніж записано, виправте його
    `pays_for.economic_codes`.
    """
    strategy = plan.strategy
    for one in ineligible(strategy, plan.budget, Term.ECONOMIC_CODES):
        facts = {
            "source": one.source,
            "amount": one.money,
            "line": one.line.id,
            "code": one.line.economic_code,
            "allowed": one.allowed,
        }
        related = Related(
            strategy.span(strategy.sources[one.source], "pays_for", "economic_codes", key=True),
            {"en": "what the source may pay", "uk": "що джерело може оплачувати"},
        )
        yield Finding(strategy.span(one.line, *place_of_source(one.line, one.source)), facts, (related,))
