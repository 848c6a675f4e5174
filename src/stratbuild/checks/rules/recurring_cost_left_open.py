from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB460",
    severity=DEMANDED_FROM_CONSULTATION,
    en=(
        "{line} goes on after {finish}, but what it costs is not said for any year",
        "add `yearly_after: …` with the cost of every later year, or `amounts: {{{finish}: …}}`",
    ),
    uk=(
        "витрата {line} триває й після {finish} року, але скільки вона коштує, не сказано для жодного року",
        "додайте `yearly_after: …` — витрати кожного наступного року — або `amounts: {{{finish}: …}}`",
    ),
)
def recurring_cost_left_open(plan: Plan) -> Iterator[Finding]:
    """A recurring line says of no year what it costs.

    ## Why this matters
    The cost of keeping what was built is the first question of the finance office. A line that says that
    it goes on and not what it costs answers it with zero.

    ## What to do
    Write `yearly_after`, the cost of every year after the strategy; and amounts, where it costs something
    before.
    ---
    Постійна витрата не каже, скільки вона коштує, для жодного року.

    ## Чому це важливо
    Скільки коштуватиме утримання збудованого — перше запитання фінансистів. Рядок, який каже, що витрата
    триває, і не каже скільки, відповідає на нього нулем.

    ## Що робити
    Запишіть `yearly_after` — витрати кожного року після стратегії, а якщо рядок коштує щось і до того, то
    й суми.
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        if line.recurring and not line.has_amount and line.yearly_after is None:
            facts = {"line": line.id, "finish": strategy.settings.period.finish.last.year}
            yield Finding(strategy.span(line, "recurring"), facts)
