from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

from stratbuild.checks.money import largest, places_of
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Amount, Plan
from stratbuild.quantity import WHOLE, Money
from stratbuild.schema.source import CoFinancingScope, FundingSource


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
    for source in strategy.sources.values():
        terms = source.co_financing
        if terms is None:
            continue
        counted = {one.id for one in strategy.sources.values() if one.kind in terms.by and one.id != source.id}
        for amounts in _wholes(plan, source, terms.of).values():
            total = Money.total(amount.money for amount in amounts)
            paid = Money.total(amount.money for amount in amounts if amount.source in counted)
            due = _rounded_up(total, terms.minimum)
            if paid < due:
                facts = {
                    "source": source.id,
                    "kinds": tuple(kind.value for kind in terms.by),
                    "minimum": terms.minimum,
                    "of": _named(amounts, terms.of),
                    "paid": paid,
                    "total": total,
                    "share": (paid.decimal * WHOLE / total.decimal).quantize(Decimal("0.01"), ROUND_FLOOR),
                    "missing": due - paid,
                }
                place = strategy.span(source, "co_financing", "minimum")
                own = [amount for amount in amounts if amount.source == source.id]
                yield Finding(place, facts, places_of(strategy, largest(own)))


def _wholes(plan: Plan, source: FundingSource, scope: CoFinancingScope) -> Mapping[str, Sequence[Amount]]:
    """All money of everything that a source helps to pay, by what its minimum is reckoned of."""
    helped = {amount.line.id for amount in plan.budget.amounts if amount.source == source.id and amount.money}
    measures = {plan.strategy.budget_lines[id_].measure for id_ in helped}
    wholes: defaultdict[str, list[Amount]] = defaultdict(list)
    for amount in plan.budget.amounts:
        is_in_whole = amount.line.measure in measures if scope is CoFinancingScope.MEASURE else amount.line.id in helped
        if is_in_whole and amount.money:
            keys = {CoFinancingScope.MEASURE: amount.line.measure, CoFinancingScope.LINE: amount.line.id}
            wholes[keys.get(scope, "")].append(amount)
    return wholes


def _named(amounts: Sequence[Amount], scope: CoFinancingScope) -> tuple[str, ...]:
    if scope is CoFinancingScope.MEASURE:
        return (amounts[0].line.measure,)
    lines = tuple(dict.fromkeys(amount.line.id for amount in amounts))
    shown = tuple(dict.fromkeys(amount.line.id for amount in largest(amounts)))
    return shown if len(shown) == len(lines) else (*shown, "…")


def _rounded_up(total: Money, per_cent: Decimal) -> Money:
    numerator, denominator = (per_cent / WHOLE).as_integer_ratio()
    return Money(-(-total.hundredths * numerator // denominator))
