from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB334",
    severity=Severity.NOTE,
    en=(
        "{measure} waits for {predecessor} and for {between}, which waits for {predecessor} itself",
        "take {predecessor} out of `after`: the order stays the same",
    ),
    uk=(
        "захід {measure} чекає на {predecessor} і на {between}, який сам чекає на {predecessor}",
        "приберіть {predecessor} з `after`: порядок не зміниться",
    ),
)
def redundant_dependency(plan: Plan) -> Iterator[Finding]:
    """A measure waits for another that a third one, for which it also waits, waits for already.

    ## Why this matters
    The chart gets a line that says nothing, and when the order changes there is one entry more to
    remember.

    ## What to do
    Take the entry out. Keep it if the measure needs the result itself and the middle one may fall away.
    ---
    Захід чекає на інший, на який уже чекає третій, а на третій цей захід теж чекає.

    ## Чому це важливо
    На графіку з’являється лінія, яка нічого не додає, а коли порядок зміниться, треба пам’ятати про ще
    один запис.

    ## Що робити
    Приберіть зайвий запис. Залиште його, якщо захід потребує саме цього результату, а середній захід
    може відпасти.
    """
    strategy = plan.strategy
    places = {
        one.id: {other.measure: place for place, other in enumerate(one.after) if other.is_plain and other.measure is not None}
        for one in strategy.measures.values()
    }
    sets = {id_: frozenset(named) for id_, named in places.items()}
    for measure in strategy.measures.values():
        if len(places[measure.id]) < 2:
            continue
        between = {id_: middle for middle in places[measure.id] for id_ in sets[measure.id] & sets[middle]}
        for predecessor, position in places[measure.id].items():
            if predecessor in between:
                middle = strategy.measures[between[predecessor]]
                way = ("after", places[middle.id][predecessor])
                related = Related(
                    strategy.span(middle, *way), {"en": "waited for here already", "uk": "тут на нього вже чекають"}
                )
                facts = {"measure": measure.id, "predecessor": predecessor, "between": middle.id}
                yield Finding(strategy.span(measure, "after", position), facts, (related,))
