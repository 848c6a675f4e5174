from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB461",
    severity=Severity.WARNING,
    en=(
        "{line} goes on after {finish}, but spends last in {last}: nothing is planned for {years}",
        "add the amounts of {years}, or take `recurring:` away",
    ),
    uk=(
        "витрата {line} триває й після {finish} року, але востаннє кошти є у {last} році: на {years} нічого не заплановано",
        "додайте суми на {years} або приберіть `recurring:`",
    ),
)
def recurring_line_with_gap(plan: Plan) -> Iterator[Finding]:
    """A recurring line spends nothing in the last year of the strategy.

    ## Why this matters
    It is said to cost something in every year afterwards. What has to be paid in 2028 has mostly to be
    paid in 2027, too, and that year is missing in the budget.

    ## What to do
    Add the years up to the end of the strategy. Where something else pays for them, let the cost that
    follows be a line of its own with `yearly_after` alone.
    ---
    Постійна витрата не має коштів в останньому році стратегії.

    ## Чому це важливо
    Сказано, що вона коштує щороку й після завершення. Те, за що платять у 2028 році, здебільшого треба
    оплатити й у 2027-му, а цього року в бюджеті бракує.

    ## Що робити
    Додайте роки до кінця стратегії. Якщо за них платить хтось інший, винесіть наступні витрати в окремий
    рядок лише з `yearly_after`.
    """
    strategy = plan.strategy
    finish = strategy.settings.period.finish.last.year
    for line in strategy.budget_lines.values():
        last = max(plan.budget.of_line(line.id), default=finish)
        if line.recurring and last < finish:
            facts = {"line": line.id, "finish": finish, "last": last, "years": tuple(range(last + 1, finish + 1))}
            yield Finding(strategy.span(line, "recurring"), facts)
