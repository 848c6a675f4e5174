from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.model.load import Load, Overload
from stratbuild.quantity import PlanDate
from stratbuild.strategy import Strategy

_SHOWN_MONTHS = 12
_SHOWN_MEASURES = 6


@rule(
    "SB355",
    severity=Severity.WARNING,
    en=(
        "{unit} has more work than people (months: {count}): {months}; most in {month}: {needed} people needed, {capacity} at hand, for {measures}",
        "move one of these measures, give work to another unit, write the people that it will really have, or ask `stratbuild plan --level` for dates",
    ),
    uk=(
        "підрозділ {unit} має більше роботи, ніж людей (місяців: {count}): {months}; найбільше — {month}: потрібно {needed}, є {capacity}; заходи: {measures}",
        "перенесіть один із цих заходів, передайте роботу іншому підрозділу, впишіть, скільки людей справді буде, або спитайте дати в `stratbuild plan --level`",
    ),
)
def unit_overloaded(plan: Plan) -> Iterator[Finding]:
    """In some months the measures of a unit need more people than it has.

    People are counted as a month's average in full-time equivalents; a measure that runs for half a
    month counts half. Where actual dates or `status_on` say how things stand, only the months that are
    still to come are looked at, with the dates that follow from it.

    ## Why this matters
    Work without people is late or done badly, and the whole plan after it as well. The months and
    the measures are known before, when something can still be moved.

    ## What to do
    Move a measure that has float, spread its work over more time, or let another unit take part. If
    more people are to come, write them in `capacity` or, for single years, in `person_months`.
    ---
    У деякі місяці заходам підрозділу потрібно більше людей, ніж у нього є.

    Людей пораховано в повних ставках у середньому за місяць: захід, що триває пів місяця, рахується
    наполовину. Якщо фактичні дати або `status_on` кажуть, як стоять справи, береться лише час, що
    попереду, з датами, які з цього випливають.

    ## Чому це важливо
    Роботу, на яку бракує людей, роблять пізно або погано, а за нею затримується й решта плану.
    Місяці та заходи відомі заздалегідь, коли ще можна щось перенести.

    ## Що робити
    Перенесіть захід, який має запас часу, розподіліть роботу на довший час або залучіть інший
    підрозділ. Якщо людей побільшає, впишіть їх у `capacity` або, для окремих років, у
    `person_months`.
    """
    strategy = plan.strategy
    by_unit: dict[str, list[Overload]] = {}
    for one in plan.overloads:
        by_unit.setdefault(one.unit, []).append(one)
    for id_, months in by_unit.items():
        worst = max(months, key=lambda one: one.load.over)
        unit, load = strategy.units[id_], worst.load
        largest = sorted(load.by_measure, key=lambda measure: -load.by_measure[measure])[:_SHOWN_MEASURES]
        facts = {
            "unit": id_,
            "count": len(months),
            "months": (*(_month(one) for one in months[:_SHOWN_MONTHS]), *(("…",) if len(months) > _SHOWN_MONTHS else ())),
            "month": _month(worst),
            "needed": _rounded(load.needed),
            "capacity": _rounded(load.capacity or Fraction(0)),
            "measures": (*largest, *(("…",) if len(load.by_measure) > _SHOWN_MEASURES else ())),
        }
        by_year = worst.month.year in unit.person_months
        way = ("person_months", str(worst.month.year)) if by_year else ("capacity",)
        yield Finding(strategy.span(unit, *way), facts, _places(strategy, id_, load, largest))


def _month(one: Overload) -> PlanDate:
    return PlanDate.of_month(one.month)


def _rounded(people: Fraction) -> Decimal:
    return (Decimal(people.numerator) / people.denominator).quantize(Decimal("0.01"), ROUND_CEILING).normalize()


def _places(strategy: Strategy, unit: str, load: Load, measures: list[str]) -> tuple[Related, ...]:
    found = []
    for id_ in measures:
        measure = strategy.measures[id_]
        field = "people" if unit in measure.people else "person_months"
        label = dict.fromkeys(("en", "uk"), f"{id_}: {_rounded(load.by_measure[id_]):f}")
        found.append(Related(strategy.span(measure, field, unit), label))
    return tuple(found)
