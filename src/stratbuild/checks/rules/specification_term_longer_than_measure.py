from collections.abc import Iterator

from stratbuild.checks.dates import field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.quantity import Refusal


@rule(
    "SB368",
    severity=Severity.WARNING,
    en=(
        "{specification} allows {term} after the contract, but {measure} takes only from {first} to {last}",
        "shorten the term, or let the measure last longer",
    ),
    uk=(
        "технічне завдання {specification} дає строк {term} від договору, а захід {measure} триває лише від {first} до {last}",
        "скоротіть строк або продовжте захід",
    ),
)
def specification_term_longer_than_measure(plan: Plan) -> Iterator[Finding]:
    """The term of a delivery is longer than the whole measure that it belongs to.

    ## Why this matters
    Even a contract signed on the first day of the measure would be carried out after its last one: the
    measure would be reported as done without what it buys.

    ## What to do
    Compare the two. The measure has to hold the procurement, too, which takes weeks before the contract
    is signed.
    ---
    Строк постачання довший за весь захід, до якого він належить.

    ## Чому це важливо
    Навіть договір, підписаний першого дня заходу, було б виконано вже після його завершення: про захід
    звітували б без того, що він купує.

    ## Що робити
    Порівняйте обидва строки. У захід має вміститися й сама закупівля, яка триває кілька тижнів до
    підписання договору.
    """
    strategy = plan.strategy
    for specification in strategy.specifications.values():
        window, term = plan.windows.get(specification.measure), specification.delivery_term
        if window is None or term is None:
            continue
        try:
            is_longer = term.last_day_from(window.first, plan.workdays) > window.last
        except Refusal:
            is_longer = True
        if is_longer:
            measure = strategy.measures[specification.measure]
            place = strategy.span(measure, field_of_end(measure))
            facts = {
                "specification": specification.id,
                "term": term,
                "measure": measure.id,
                "first": window.first,
                "last": window.last,
            }
            related = Related(place, {"en": "the measure's dates", "uk": "строки заходу"})
            yield Finding(strategy.span(specification, "delivery_term"), facts, (related,))
