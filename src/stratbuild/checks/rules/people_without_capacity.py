from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.unit import UnitKind


@rule(
    "SB356",
    severity=Severity.NOTE,
    en=(
        "measures need people of {unit}, but it does not say how many it has (measures: {count})",
        "write `capacity:`, in full-time equivalents: 1.5",
    ),
    uk=(
        "заходи потребують людей підрозділу {unit}, а скільки їх є, не сказано (заходів: {count})",
        "впишіть `capacity:` у повних ставках: 1.5",
    ),
)
def people_without_capacity(plan: Plan) -> Iterator[Finding]:
    """Measures say how many people of a unit they need, and the unit does not say how many it has.

    ## Why this matters
    Nobody can tell whether the unit has too much to do: its load is drawn without a limit, and no
    dates are proposed within it.

    ## What to do
    Ask the head of the unit how many people can work on the strategy, and write the sum of their
    time: two half days are `capacity: 1`.
    ---
    Заходи кажуть, скільки людей підрозділу потребують, а підрозділ не каже, скільки їх має.

    ## Чому це важливо
    Невідомо, чи не забагато в підрозділу роботи: навантаження показано без межі, і дат у її рамках
    ніхто не запропонує.

    ## Що робити
    Спитайте керівника, скільки людей може працювати за стратегією, і впишіть суму їхнього часу:
    двоє на пів ставки — це `capacity: 1`.
    """
    strategy = plan.strategy
    for id_, by_month in plan.loads.items():
        unit = strategy.units[id_]
        if unit.kind is not UnitKind.PARTNER and any(load.capacity is None for load in by_month.values()):
            needing = [one for one in strategy.measures.values() if id_ in one.people or id_ in one.person_months]
            first = needing[0]
            place = strategy.span(first, "people" if id_ in first.people else "person_months", id_)
            related = Related(place, {"en": "people are needed here", "uk": "люди потрібні тут"})
            yield Finding(strategy.span(unit, "id"), {"unit": id_, "count": len(needing)}, (related,))
