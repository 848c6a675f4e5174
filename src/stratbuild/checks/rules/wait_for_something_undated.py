from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

_SHOWN = 5


@rule(
    "SB349",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    en=(
        "{item} begins when something else lets it, but that has no dates: {undated}",
        "write dates for what it waits for, or a start of its own",
    ),
    uk=(
        "{item} настає, коли дозволить інше, а воно не має дат: {undated}",
        "впишіть дати того, на що чекають, або власний початок",
    ),
)
def wait_for_something_undated(plan: Plan) -> Iterator[Finding]:
    """A measure or a milestone gets its dates from something that has none.

    Only the first of a chain is reported; what waits for it gets its dates with it.

    ## Why this matters
    It is in no year of the plan, its money cannot be held against its time, and whatever waits for
    it is without dates as well.

    ## What to do
    Write when the other begins and how long it takes, as coarsely as it is known. Or give this one
    a start of its own until then.
    ---
    Захід або віха бере дати в того, що саме їх не має.

    Повідомляється лише про перше в ланцюжку: те, що чекає на нього, отримає дати разом із ним.

    ## Чому це важливо
    Цього немає в жодному році плану, кошти не можна звірити зі строками, а все, що на це чекає, теж
    лишається без дат.

    ## Що робити
    Впишіть, коли починається інше й скільки триває, так грубо, як відомо. Або дайте поки що власний
    початок.
    """
    strategy = plan.strategy
    dated = {*plan.windows, *plan.milestones}
    waits: dict[str, list[str]] = {}
    for link in plan.links:
        waits.setdefault(link.after, []).append(link.before)
    items: tuple[Measure | Milestone, ...] = (*strategy.measures.values(), *strategy.milestones.values())
    led = {item.id for item in items if _is_led(item) and any(id_ not in dated for id_ in waits.get(item.id, ()))}
    for item in items:
        undated = tuple(dict.fromkeys(id_ for id_ in waits.get(item.id, ()) if id_ not in dated and id_ not in led))
        if undated and item.id in led:
            others = (strategy.measures.get(id_) or strategy.milestones[id_] for id_ in undated[:_SHOWN])
            label = {"en": "has no dates", "uk": "не має дат"}
            facts = {"item": item.id, "undated": (*undated[:_SHOWN], *(("…",) if len(undated) > _SHOWN else ()))}
            related = tuple(Related(strategy.span(other, "id"), label) for other in others)
            yield Finding(strategy.span(item, "after"), facts, related)


def _is_led(item: Measure | Milestone) -> bool:
    """Whether nothing but what it waits for decides its dates."""
    if isinstance(item, Milestone):
        return item.on is None
    return item.start is None and item.finish is None and item.duration is not None
