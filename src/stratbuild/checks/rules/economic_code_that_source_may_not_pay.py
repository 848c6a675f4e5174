from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source


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
    for (line_id, source_id), money in plan.budget.by(by_line, by_source).items():
        terms = None if source_id is None else strategy.sources[str(source_id)].pays_for
        line = strategy.budget_lines[str(line_id)]
        if terms is None or not terms.economic_codes or line.economic_code is None or not money:
            continue
        if not any(_covers(allowed, line.economic_code) for allowed in terms.economic_codes):
            facts = {
                "source": source_id,
                "amount": money,
                "line": line.id,
                "code": line.economic_code,
                "allowed": terms.economic_codes,
            }
            related = Related(
                strategy.span(strategy.sources[str(source_id)], "pays_for", "economic_codes", key=True),
                {"en": "what the source may pay", "uk": "що джерело може оплачувати"},
            )
            yield Finding(strategy.span(line, *place_of_source(line, str(source_id))), facts, (related,))


def _covers(allowed: str, code: str) -> bool:
    """Whether a code is the allowed one or belongs to its group, `3110` to `3000`."""
    return code == allowed or (allowed.endswith("0") and len(code) == len(allowed) and code.startswith(allowed.rstrip("0")))
