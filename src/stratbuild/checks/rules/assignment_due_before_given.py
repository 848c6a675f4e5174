from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.model.governance.tasks import given_on


@rule(
    "SB735",
    en=("{assignment} was due or done on {day}, before it was given on {given}", "correct one of the days"),
    uk=("{assignment}: строк або виконання {day}, раніше, ніж доручено {given}", "виправте один із днів"),
)
def assignment_due_before_given(plan: Plan) -> Iterator[Finding]:
    """An assignment was due, or was done, before it was given.

    ## Why this matters
    In the register it would be overdue from its first day, or done before anybody had asked.

    ## What to do
    Correct the day that is wrong. It is given on `issued`, or on the day of the meeting that decided it.
    ---
    Строк доручення або день його виконання раніші за день, коли його дано.

    ## Чому це важливо
    У реєстрі воно було б прострочене від першого дня або виконане до того, як про нього попросили.

    ## Що робити
    Виправте хибний день. Дають доручення в день `issued` або в день засідання, яке його ухвалило.
    """
    for one in plan.strategy.assignments.values():
        given = given_on(plan.strategy, one)
        for name in ("due", "done"):
            day = getattr(one, name)
            if given is not None and day is not None and day < given:
                yield Finding(plan.strategy.span(one, name), {"assignment": one.id, "day": day, "given": given})
