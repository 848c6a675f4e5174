from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.nearest import nearest

_SHOWN = 5


@rule(
    "SB454",
    severity=Severity.WARNING,
    en=(
        "{line} has the programme code {code}, but no item of `programmes` ({count}) has it",
        'correct the code — {known} — or add `{{id: BP-…, code: "{code}", title: …}}` to `programmes`',
    ),
    uk=(
        "{line} має код програми {code}, а в жодного із записів `programmes` (усього {count}) його немає",
        'виправте код — {known} — або додайте в `programmes` запис `{{id: BP-…, code: "{code}", title: …}}`',
    ),
)
def programme_code_not_in_list(plan: Plan) -> Iterator[Finding]:
    """A budget line has a programme code that is not in the list of budget programmes.

    The rule looks only at strategies that have such a list.

    ## Why this matters
    Tables by programme print its name and compare it with its ceiling; of this code they know neither.

    ## What to do
    Correct the code, or add the programme to the list.
    ---
    Рядок бюджету має код програми, якого немає у списку бюджетних програм.

    Правило діє лише для стратегій, що мають такий список.

    ## Чому це важливо
    Таблиці за програмами друкують назву програми й порівнюють суми з її граничним обсягом; для цього коду
    невідомо ні того, ні іншого.

    ## Що робити
    Виправте код або додайте програму до списку.
    """
    strategy = plan.strategy
    codes = tuple(dict.fromkeys(programme.code for programme in strategy.programmes.values()))
    for line in strategy.budget_lines.values():
        if codes and line.programme is not None and line.programme not in codes:
            known = nearest(line.programme, codes) or codes[:_SHOWN]
            facts = {"line": line.id, "code": line.programme, "count": len(strategy.programmes), "known": known}
            yield Finding(strategy.span(line, "programme"), facts)
