from collections import Counter
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.minimum import Each, Minimum


@rule(
    "SB606",
    en=(
        "{minimum} promises for {place} at least so many measures: {least}; in all there are: {count}",
        "add measures, or promise less",
    ),
    uk=(
        "{minimum} обіцяє для {place} щонайменше стільки заходів: {least}; усього їх є: {count}",
        "додайте заходи або обіцяйте менше",
    ),
)
def minimum_beyond_measures(plan: Plan) -> Iterator[Finding]:
    """A minimum is more than there are measures.

    ## Why this matters
    Even if all measures are carried out, the promise is broken; no choice under the money can keep
    it.

    ## What to do
    Add a measure for the district or the goal, name the district in the measures that reach it, or
    promise less. A measure counts for its goal and for all goals above.
    ---
    Мінімум більший, ніж є заходів.

    ## Чому це важливо
    Навіть якщо виконати всі заходи, обіцянку порушено; жоден вибір у межах коштів її не дотримає.

    ## Що робити
    Додайте захід для округу чи цілі, назвіть округ у заходах, які його охоплюють, або обіцяйте
    менше. Захід зараховується своїй цілі та всім вищим.
    """
    strategy = plan.strategy
    for minimum in strategy.minimums.values():
        for place, count in _counts(plan, minimum):
            if count < minimum.measures:
                facts = {"minimum": minimum.id, "place": place, "least": minimum.measures, "count": count}
                yield Finding(strategy.span(minimum, "measures"), facts)


def _counts(plan: Plan, minimum: Minimum) -> Iterator[tuple[str, int]]:
    """The districts or goals that a minimum holds for, each with all its measures."""
    if minimum.goal is not None:
        yield minimum.goal, _of_goal(plan, minimum.goal)
    elif minimum.each is Each.GOAL:
        yield from ((id_, _of_goal(plan, id_)) for id_ in plan.strategy.goals)
    elif minimum.each is Each.TOP_GOAL:
        yield from ((goal.id, _of_goal(plan, goal.id)) for goal in plan.coverage.top_goals)
    else:
        districts = plan.strategy.districts if minimum.district is None else (minimum.district,)
        reached = Counter(district for one in plan.strategy.measures.values() for district in set(one.districts))
        yield from ((id_, reached[id_]) for id_ in districts)


def _of_goal(plan: Plan, goal: str) -> int:
    found, waiting = 0, [goal]
    while waiting:
        one = waiting.pop()
        found += len(plan.coverage.measures_of_goal[one])
        waiting += (inner.id for inner in plan.coverage.subgoals[one])
    return found
