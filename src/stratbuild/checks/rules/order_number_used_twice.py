from collections.abc import Iterable, Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure


@rule(
    "SB317",
    severity=Severity.WARNING,
    en=(
        "{item} asks for place {order}, which {first} has asked for already",
        "give each of them a place of its own, or leave `order` out: then the order of the lines counts",
    ),
    uk=(
        "{item} просить місце {order}, але його вже просить {first}",
        "дайте кожному своє місце або приберіть `order`: тоді діє порядок рядків",
    ),
)
def order_number_used_twice(plan: Plan) -> Iterator[Finding]:
    """Two goals of one parent, or two measures of one goal, ask for the same place.

    ## Why this matters
    The printed numbers follow from the order. With two items on one place, which of them is 1.2 and
    which 1.3 depends on the files, not on what was decided.

    ## What to do
    Change one of the two numbers, or take `order` out of both.
    ---
    Дві цілі однієї вищої цілі або два заходи однієї цілі просять те саме місце.

    ## Чому це важливо
    Друковані номери випливають із порядку. Якщо двоє стоять на одному місці, хто з них 1.2, а хто 1.3,
    вирішують файли, а не ваше рішення.

    ## Що робити
    Змініть одне з двох чисел або приберіть `order` в обох.
    """
    yield from _repeated_places(plan, ((goal, goal.parent, goal.order) for goal in plan.strategy.goals.values()))
    yield from _repeated_places(plan, ((one, one.goal, one.order) for one in plan.strategy.measures.values()))


def _repeated_places(plan: Plan, items: Iterable[tuple[Goal | Measure, str | None, int | None]]) -> Iterator[Finding]:
    firsts: dict[tuple[str | None, int], Goal | Measure] = {}
    for item, owner, order in items:
        if order is None:
            continue
        first = firsts.setdefault((owner, order), item)
        if first is not item:
            related = Related(plan.strategy.span(first, "order"), {"en": "the same place", "uk": "те саме місце"})
            facts = {"item": item.id, "order": order, "first": first.id}
            yield Finding(plan.strategy.span(item, "order"), facts, (related,))
