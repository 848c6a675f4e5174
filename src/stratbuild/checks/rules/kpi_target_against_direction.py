from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.kpi import Direction


@rule(
    "SB509",
    en=(
        "{kpi} has `direction: {direction}`, but goes from {before} to {after} in {year}",
        "correct the value, or `direction:`",
    ),
    uk=(
        "показник {kpi} має `direction: {direction}`, а змінюється з {before} на {after} у {year} році",
        "виправте значення або `direction:`",
    ),
)
def kpi_target_against_direction(plan: Plan) -> Iterator[Finding]:
    """A target of an indicator runs against its direction.

    ## Why this matters
    Either a digit is wrong, or the direction is: a share of broken equipment should fall. Both make the
    report praise the wrong thing.

    ## What to do
    Compare the value with the one before it, and with `direction`. Values that only stand still are not
    reported.
    ---
    Цільове значення показника рухається проти його напряму.

    ## Чому це важливо
    Помилкова або цифра, або напрям: частка зламаної техніки має зменшуватися. І те, і те змусить звіт
    хвалити не те.

    ## Що робити
    Порівняйте значення з попереднім і з `direction`. Значення, які лише не змінюються, не вважаються
    помилкою.
    """
    for kpi in plan.strategy.kpis.values():
        if kpi.direction is Direction.MAINTAIN:
            continue
        steps: list[tuple[str, Decimal]] = [(str(year), value) for year, value in sorted(kpi.targets.items())]
        if kpi.baseline is not None:
            steps.insert(0, ("baseline", kpi.baseline.value))
        for (_, before), (year, after) in pairwise(steps):
            falls = after < before
            if after != before and falls == (kpi.direction is Direction.INCREASE):
                facts = {"kpi": kpi.id, "direction": kpi.direction.value, "before": before, "after": after, "year": year}
                yield Finding(plan.strategy.span(kpi, "targets", year), facts)
