from collections.abc import Iterator

from stratbuild.checks.deadlines import deadlines, planned_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import Duration, DurationUnit


@rule(
    "SB319",
    severity=Severity.WARNING,
    en=(
        "as things stand {item} will end on {end}, {late} after its deadline {deadline}, though it was planned for {planned}",
        "shorten what is still to come, let steps overlap by a lead, or agree on another deadline",
    ),
    uk=(
        "за нинішнім станом {item} завершиться {end}, на {late} пізніше за граничний строк {deadline}, хоча за планом — {planned}",
        "скоротіть те, що ще попереду, дайте крокам перекритися (`lag` з мінусом) або домовтеся про інший строк",
    ),
)
def deadline_in_danger(plan: Plan) -> Iterator[Finding]:
    """By the plan a deadline would have been kept; with what has really happened it will be missed.

    ## Why this matters
    There is still time to do something, which there is not when the day has come.

    ## What to do
    Look at the actual dates of what it waits for, and at what is not begun yet. The forecast moves
    nothing that is over.
    ---
    За планом граничного строку було б дотримано, а з тим, що сталося насправді, його буде пропущено.

    ## Чому це важливо
    Тепер ще можна щось зробити, а коли день настане, буде пізно.

    ## Що робити
    Погляньте на справжні дати того, на що це чекає, і на те, чого ще не почато. Прогноз не змінює
    нічого завершеного.
    """
    strategy = plan.strategy
    for item, deadline in deadlines(plan):
        planned, window = planned_end(plan, item), plan.forecast.get(item.id)
        if planned is not None and window is not None and planned <= deadline.last < window.last:
            facts = {
                "item": item.id,
                "end": window.last,
                "late": Duration((window.last - deadline.last).days, DurationUnit.DAYS),
                "deadline": deadline.last,
                "planned": planned,
            }
            yield Finding(strategy.span(item, "deadline"), facts)
