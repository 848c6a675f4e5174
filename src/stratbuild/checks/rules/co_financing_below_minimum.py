from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Amount, Plan
from stratbuild.model.co_financing import co_financed
from stratbuild.quantity import WHOLE
from stratbuild.schema.source import CoFinancingScope


@rule(
    "SB449",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=(
        "{source} asks that others ({kinds}) pay at least {minimum} % of {of}; they pay {paid} of {total}, which is {share} %: {missing} too little",
        "let sources of these kinds pay {missing} more of it, and {source} as much less",
    ),
    uk=(
        "{source} вимагає, щоб інші ({kinds}) оплатили щонайменше {minimum} % від {of}; вони платять {paid} із {total}, тобто {share} %: бракує {missing}",
        "нехай джерела цих видів оплатять на {missing} більше, а {source} на стільки ж менше",
    ),
)
def co_financing_below_minimum(plan: Plan) -> Iterator[Finding]:
    """Others pay less than a source asks of them where it pays.

    Counted are sources of the kinds that `co_financing.by` names, other than the source itself; the whole
    is all the money of the measure, of the line, or of all lines that the source helps to pay.

    ## Why this matters
    A donor or a state call turns an application down when the community's own part is too small, however
    good the rest is.

    ## What to do
    Move money from the source to those whose money counts, or reduce what is bought. The terms of the
    source are written in its `co_financing:`.

    ## Example
        sources:
          - {id: S-EGAP, …, co_financing: {minimum: 10%, by: [local, own], of: measure}}
    ---
    Інші платять менше, ніж вимагає джерело там, де платить воно.

    Зараховуються джерела тих видів, які названо в `co_financing.by`, крім самого джерела; цілим вважаються
    всі кошти заходу, рядка або всіх рядків, які джерело допомагає оплатити.

    ## Чому це важливо
    Донор або державний конкурс відхиляє заявку, якщо частка самої громади замала, хоч би яким добрим було
    все інше.

    ## Що робити
    Перенесіть кошти з цього джерела на ті, чиї кошти зараховують, або зменште закупівлю. Умови джерела
    записано в його `co_financing:`.

    ## Приклад
        sources:
          - {id: S-EGAP, …, co_financing: {minimum: 10%, by: [local, own], of: measure}}
    """
    strategy = plan.strategy
    for one in co_financed(strategy, plan.budget):
        if one.paid < one.due:
            facts = {
                "source": one.source.id,
                "kinds": tuple(kind.value for kind in one.terms.by),
                "minimum": one.terms.minimum,
                "of": _named(one.amounts, one.terms.of),
                "paid": one.paid,
                "total": one.total,
                "share": (one.paid.decimal * WHOLE / one.total.decimal).quantize(Decimal("0.01"), ROUND_FLOOR),
                "missing": one.due - one.paid,
            }
            place = strategy.span(one.source, "co_financing", "minimum")
            own = [amount for amount in one.amounts if amount.source == one.source.id]
            yield Finding(place, facts, places_of(strategy, largest(own)))


def _named(amounts: Sequence[Amount], scope: CoFinancingScope) -> tuple[str, ...]:
    if scope is CoFinancingScope.MEASURE:
        return (amounts[0].line.measure,)
    lines = tuple(dict.fromkeys(amount.line.id for amount in amounts))
    shown = tuple(dict.fromkeys(amount.line.id for amount in largest(amounts)))
    return shown if len(shown) == len(lines) else (*shown, "…")
