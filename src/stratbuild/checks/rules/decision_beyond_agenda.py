from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB726",
    en=(
        "{decision} is on point {item}, and the agenda of {meeting} has {points}",
        "correct the number, or add the point to the agenda",
    ),
    uk=(
        "{decision} стосується питання {item}, а в порядку денному {meeting} їх {points}",
        "виправте номер або допишіть питання до порядку денного",
    ),
)
def decision_beyond_agenda(plan: Plan) -> Iterator[Finding]:
    """A decision belongs to a point that the agenda does not have.

    ## Why this matters
    The minutes put every decision under the point that it was taken on; this one would stand nowhere.

    ## What to do
    Points are counted from one.
    ---
    Рішення належить до питання, якого в порядку денному немає.

    ## Чому це важливо
    У протоколі кожне рішення стоїть під своїм питанням; це не стояло б ніде.

    ## Що робити
    Питання рахують від одиниці.
    """
    for decision in plan.strategy.decisions.values():
        points = len(plan.strategy.meetings[decision.meeting].agenda)
        if decision.item is not None and not 1 <= decision.item <= points:
            facts = {"decision": decision.id, "item": decision.item, "meeting": decision.meeting, "points": points}
            yield Finding(plan.strategy.span(decision, "item"), facts)
