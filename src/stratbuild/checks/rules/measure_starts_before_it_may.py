from collections.abc import Iterator

from stratbuild.checks.dates import latest_start
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB343",
    en=(
        "{measure} has to start by {start} as its dates have it, but may not start before {not_before}",
        "let it start later, or correct `not_before`",
    ),
    uk=(
        "захід {measure} за своїми датами має початися не пізніше {start}, але не може раніше {not_before}",
        "почніть захід пізніше або виправте `not_before`",
    ),
)
def measure_starts_before_it_may(plan: Plan) -> Iterator[Finding]:
    """A measure's own dates let it start before the day that it calls its earliest.

    Only what is certain is reported: the latest day of a coarse start is held against the first day
    of `not_before`.

    ## Why this matters
    `not_before` says what cannot be changed: a grant that opens, a season, an adopted budget. A
    start before it cannot be kept.

    ## What to do
    Move the start, or the finish where the start follows from it. If the obstacle is gone, take
    `not_before` out.
    ---
    Власні дати заходу починають його раніше, ніж він, за його ж словами, може початися.

    Повідомляється лише про певне: найпізніший день грубого початку порівнюється з першим днем
    `not_before`.

    ## Чому це важливо
    `not_before` називає те, чого не змінити: відкриття гранту, сезон, ухвалення бюджету. Початку до
    цього дня не дотриматися.

    ## Що робити
    Перенесіть початок або завершення, якщо початок випливає з нього. Якщо перешкоди вже немає,
    приберіть `not_before`.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        start, floor = latest_start(plan, measure), measure.not_before
        if start is not None and floor is not None and start < floor.first:
            related = Related(strategy.span(measure, "not_before"), {"en": "its earliest start", "uk": "найраніший початок"})
            field = "finish" if measure.start is None else "start"
            facts = {"measure": measure.id, "start": start, "not_before": floor.first}
            yield Finding(strategy.span(measure, field), facts, (related,))
