from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.clock import zone_of
from stratbuild.quantity.moments import is_ambiguous


@rule(
    "SB711",
    severity=Severity.WARNING,
    en=(
        "{meeting} begins or ends at {moment}, a time that clocks show twice that night",
        "write another time; the first of the two is taken",
    ),
    uk=(
        "{meeting} починається або закінчується о {moment} – цей час тієї ночі годинник показує двічі",
        "напишіть інший час; узято перший із двох",
    ),
)
def meeting_hour_that_comes_twice(plan: Plan) -> Iterator[Finding]:
    """A meeting is called at a time that comes twice in the night in which summer time ends.

    ## Why this matters
    Half of those called may come an hour later than the others.

    ## What to do
    Write another time. Until then the first of the two is meant.
    ---
    Засідання скликано на час, який тієї ночі, коли закінчується літній час, буває двічі.

    ## Чому це важливо
    Половина скликаних може прийти на годину пізніше за решту.

    ## Що робити
    Напишіть інший час. Доти мають на увазі перший із двох.
    """
    zone = zone_of(plan.strategy)
    if zone is None:
        return
    for meeting in plan.strategy.meetings.values():
        for name in ("starts", "ends"):
            moment = getattr(meeting, name)
            if moment is not None and is_ambiguous(moment, zone):
                facts = {"meeting": meeting.id, "moment": f"{moment:%Y-%m-%d %H:%M}"}
                yield Finding(plan.strategy.span(meeting, name), facts)
