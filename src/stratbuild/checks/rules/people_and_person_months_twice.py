from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB357",
    en=(
        "{measure} states the work of {unit} twice: people {people} and person-months {months}",
        "keep one of the two, `people` or `person_months`",
    ),
    uk=(
        "для заходу {measure} роботу підрозділу {unit} вказано двічі: `people` — {people}, `person_months` — {months}",
        "залиште одне з двох: `people` або `person_months`",
    ),
)
def people_and_person_months_twice(plan: Plan) -> Iterator[Finding]:
    """A measure says twice how much work of a unit it needs: as people and as person-months.

    ## Why this matters
    The two would be added up, and the unit would seem to have twice the work.

    ## What to do
    Keep `people` where somebody works on it all the time, and `person_months` where the work as a
    whole is known.
    ---
    Для заходу двічі сказано, скільки роботи підрозділу він потребує: людьми й людино-місяцями.

    ## Чому це важливо
    Одне додалося б до другого, і підрозділ мав би начебто вдвічі більше роботи.

    ## Що робити
    Залиште `people`, якщо хтось працює весь час, або `person_months`, якщо відомо, скільки роботи
    всього.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        for unit, months in measure.person_months.items():
            if unit in measure.people:
                related = Related(strategy.span(measure, "people", unit, key=True), {"en": "the people", "uk": "люди"})
                facts = {"measure": measure.id, "unit": unit, "people": measure.people[unit], "months": months}
                yield Finding(strategy.span(measure, "person_months", unit, key=True), facts, (related,))
