from collections.abc import Iterator

from stratbuild.checks.money import amount_field, costing
from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB403",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("budget_lines.funding",),
    en=(
        "{line} needs {amount}, but no source pays for it",
        "add `funding:` with the id of a source, or with shares that are 100 % together",
    ),
    uk=(
        "{line} потребує {amount}, але жодне джерело цього не оплачує",
        "додайте `funding:` з ідентифікатором джерела або з частками, що разом дають 100 %",
    ),
)
def budget_line_without_funding(plan: Plan) -> Iterator[Finding]:
    """A budget line has an amount, but names no source that pays it.

    ## Why this matters
    Money without a source is a wish. It is in the total of the strategy and in no table of sources, so
    that the two do not agree, and the council is asked to approve what nobody has promised to pay.

    ## What to do
    Name the source, or divide the line among several. Where a grant is hoped for, write it as a source
    with `confirmed: false`. Where `funding_by_year` names some years only, the others need a `funding`, too.

    ## Example
        budget_lines:
          - {id: B-WIFI-AP, …, amounts: {2026: 111000.00}, funding: {S-LOCAL: 60%, S-EGAP: 40%}}
    ---
    Рядок бюджету має суму, але не називає джерела, що її оплатить.

    ## Чому це важливо
    Кошти без джерела — це лише побажання. Вони входять у загальний обсяг стратегії, але не потрапляють
    у жодну таблицю джерел, тож таблиці не збігаються, а раді пропонують затвердити те, чого ніхто не
    обіцяв оплатити.

    ## Що робити
    Назвіть джерело або розділіть рядок між кількома. Якщо сподіваєтеся на грант, запишіть його як
    джерело з `confirmed: false`. Якщо `funding_by_year` називає лише деякі роки, решті потрібне `funding`.

    ## Приклад
        budget_lines:
          - {id: B-WIFI-AP, …, amounts: {2026: 111000.00}, funding: {S-LOCAL: 60%, S-EGAP: 40%}}
    """
    strategy = plan.strategy
    for line, _ in costing(plan):
        amount = Money.total(part.money for part in plan.budget.parts[line.id] if not line.funding_of(part.year))
        if amount:
            yield Finding(strategy.span(line, amount_field(line), key=True), {"line": line.id, "amount": amount})
