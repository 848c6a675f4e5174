from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.clock import zone_of
from stratbuild.quantity.moments import after_the_gap, exists


@rule(
    "SB710",
    en=("{meeting} begins or ends at {moment}, a time that clocks leave out that night", "write {instead}, or another time"),
    uk=(
        "{meeting} починається або закінчується о {moment} – цього часу тієї ночі на годиннику немає",
        "напишіть {instead} або інший час",
    ),
)
def meeting_hour_that_does_not_exist(plan: Plan) -> Iterator[Finding]:
    """A meeting is called at a time that the change to summer time leaves out.

    ## Why this matters
    In the night in which the clocks go forward an hour is missing. Whoever is called at such a time comes
    an hour early or late.

    ## What to do
    Write a time that there is.
    ---
    Засідання скликано на час, якого через перехід на літній час немає.

    ## Чому це важливо
    Тієї ночі, коли годинники переводять уперед, однієї години бракує. Хто скликаний на такий час, прийде на
    годину раніше або пізніше.

    ## Що робити
    Напишіть час, який є.
    """
    zone = zone_of(plan.strategy)
    if zone is None:
        return
    for meeting in plan.strategy.meetings.values():
        for name in ("starts", "ends"):
            moment = getattr(meeting, name)
            if moment is not None and not exists(moment, zone):
                facts = {
                    "meeting": meeting.id,
                    "moment": f"{moment:%Y-%m-%d %H:%M}",
                    "instead": f"{after_the_gap(moment, zone):%Y-%m-%d %H:%M}",
                }
                yield Finding(plan.strategy.span(meeting, name), facts)
