from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan
from stratbuild.schema.measure import Measure


@rule(
    "SB325",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("measures.free_of_cost | budget_lines",),
    en=(
        "{measure} has no budget line and does not say that it is free of cost",
        "write a budget line with `measure: {measure}`, or say in `free_of_cost` why none is needed",
    ),
    uk=(
        "захід {measure} не має рядка бюджету, і не сказано, що коштів він не потребує",
        "запишіть рядок бюджету з `measure: {measure}` або поясніть у полі `free_of_cost`, чому кошти не потрібні",
    ),
)
def measure_without_money(plan: Plan) -> Iterator[Finding]:
    """A measure has no budget line and no reason why it needs none.

    A larger measure may be paid through its parts, and a part through the larger one.

    ## Why this matters
    A measure that promises a result without money is asked about first at the budget commission. Where
    staff do the work in their own time the paper should say so.

    ## What to do
    Estimate the cost and write a budget line, even a rough one. If there is none, write the reason:
    `free_of_cost: done by the department's own staff`.
    ---
    Захід не має рядка бюджету і пояснення, чому кошти не потрібні.

    Більший захід може фінансуватися через свої частини, а частина — через більший захід.

    ## Чому це важливо
    Про захід, який обіцяє результат без коштів, бюджетна комісія питає найперше. Якщо роботу виконують
    працівники в межах своїх обов’язків, про це варто сказати.

    ## Що робити
    Оцініть вартість і запишіть рядок бюджету, хоч би приблизний. Якщо витрат немає, впишіть причину:
    `free_of_cost: виконують працівники відділу`.
    """
    measures = plan.strategy.measures
    settled = {measure.id for measure in measures.values() if _speaks_of_money(plan, measure)}
    paid_through_parts: set[str] = set()
    for id_ in settled:
        whole = measures[id_].part_of
        while whole is not None and whole not in paid_through_parts:
            paid_through_parts.add(whole)
            whole = measures[whole].part_of
    for measure in measures.values():
        is_paid = measure.id in settled or measure.id in paid_through_parts or measure.part_of in settled
        if not is_paid:
            yield Finding(plan.strategy.span(measure, "id"), {"measure": measure.id})


def _speaks_of_money(plan: Plan, measure: Measure) -> bool:
    return bool(plan.coverage.lines_of_measure[measure.id]) or measure.free_of_cost is not None
