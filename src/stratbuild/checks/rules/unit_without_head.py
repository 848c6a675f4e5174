from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB352",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("units.head",),
    en=(
        "{unit} leads {measures} and does not say who answers for it",
        "write the post in `head:`, without a personal name",
    ),
    uk=(
        "підрозділ {unit} відповідає за {measures}, але не сказано, хто за нього відповідає",
        "впишіть посаду в `head:`, без прізвища",
    ),
)
def unit_without_head(plan: Plan) -> Iterator[Finding]:
    """A unit leads measures, and the post of the person who answers for it is not named.

    ## Why this matters
    The regulation asks for responsible persons in the implementation plan, not only for departments.

    ## What to do
    Write the post: `head: Начальник відділу`. Personal names grow old and are personal data; they do
    not belong into the strategy.
    ---
    Підрозділ відповідає за заходи, але не названо посади того, хто відповідає за сам підрозділ.

    ## Чому це важливо
    Положення вимагає, щоб у плані реалізації були відповідальні особи, а не лише відділи.

    ## Що робити
    Впишіть посаду: `head: Начальник відділу`. Прізвища застарівають і є персональними даними; у
    стратегії їм не місце.
    """
    for unit in plan.strategy.units.values():
        led = plan.coverage.measures_led[unit.id]
        if led and unit.head is None:
            facts = {"unit": unit.id, "measures": tuple(measure.id for measure in led[:12])}
            yield Finding(plan.strategy.span(unit, "id"), facts)
