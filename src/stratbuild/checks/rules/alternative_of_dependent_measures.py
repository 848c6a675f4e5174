from collections import deque
from collections.abc import Collection, Iterator, Mapping

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.schema.alternative import Choice


@rule(
    "SB604",
    en=(
        "{measure} waits for {other}, and only one of {alternative} is to be carried out",
        "take one of the two out of the group, or the dependency out of `after`",
    ),
    uk=(
        "захід {measure} чекає на {other}, а з групи {alternative} буде виконано лише один захід",
        "приберіть один із них із групи або залежність з `after`",
    ),
)
def alternative_of_dependent_measures(plan: Plan) -> Iterator[Finding]:
    """Of two measures that exclude each other one waits for the other.

    ## Why this matters
    The second could be carried out only together with the first, and together they may not: it
    could never be chosen.

    ## What to do
    If the two are steps, take one out of the group. If they are variants, take the dependency out.
    ---
    З двох заходів, що виключають один одного, один чекає на другий.

    ## Чому це важливо
    Другий можливий лише разом із першим, а разом їх виконувати не можна: його ніколи не вдалося б
    обрати.

    ## Що робити
    Якщо це кроки, приберіть один із них із групи. Якщо це варіанти, приберіть залежність.
    """
    strategy = plan.strategy
    before: dict[str, list[str]] = {}
    for link in plan.links if strategy.alternatives else ():
        before.setdefault(link.after, []).append(link.before)
    for one in strategy.alternatives.values():
        if one.choose is Choice.ALL_OR_NONE:
            continue
        group = dict.fromkeys(one.measures)
        for id_ in group:
            other = _waited_for(id_, before, group)
            if other is not None:
                measure = strategy.measures[id_]
                related = Related(strategy.span(measure, "after"), {"en": "what it waits for", "uk": "на що він чекає"})
                facts = {"measure": id_, "other": other, "alternative": one.id}
                yield Finding(strategy.span(one, "measures", one.measures.index(id_)), facts, (related,))


def _waited_for(start: str, before: Mapping[str, list[str]], group: Collection[str]) -> str | None:
    """The first member of a group that a measure waits for, at once or through others."""
    seen, waiting = {start}, deque([start])
    while waiting:
        for id_ in before.get(waiting.popleft(), ()):
            if id_ in group and id_ != start:
                return id_
            if id_ not in seen:
                seen.add(id_)
                waiting.append(id_)
    return None
