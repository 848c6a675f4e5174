from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.schema.specification import TechnicalSpecification


@rule(
    "SB367",
    severity=Severity.WARNING,
    en=(
        "{line} with {money} pays for {specification} and for {first}",
        "divide the line, so that each specification has its own, or join the specifications",
    ),
    uk=(
        "з рядка {line} ({money}) оплачують і {specification}, і {first}",
        "поділіть рядок так, щоб кожне технічне завдання мало власний, або об’єднайте технічні завдання",
    ),
)
def budget_line_in_two_specifications(plan: Plan) -> Iterator[Finding]:
    """One budget line pays for two technical specifications.

    ## Why this matters
    The expected value of a purchase is the sum of its lines: the same money would be announced twice.

    ## What to do
    Divide the line into two with their own sums. If one specification has taken the place of the other,
    delete the old one.
    ---
    З одного рядка бюджету оплачують два технічні завдання.

    ## Чому це важливо
    Очікувана вартість закупівлі — це сума її рядків: ті самі кошти оголосили б двічі.

    ## Що робити
    Поділіть рядок на два з власними сумами. Якщо одне технічне завдання замінило друге, видаліть старе.
    """
    strategy = plan.strategy
    firsts: dict[str, tuple[TechnicalSpecification, int]] = {}
    for specification in strategy.specifications.values():
        for position, id_ in enumerate(specification.budget_lines):
            first, first_position = firsts.setdefault(id_, (specification, position))
            if first is specification:
                continue
            span = strategy.span(first, "budget_lines", first_position)
            money = plan.budget.total_of_line(id_)
            facts = {"line": id_, "money": money, "specification": specification.id, "first": first.id}
            related = Related(span, {"en": "the other specification", "uk": "інше технічне завдання"})
            yield Finding(strategy.span(specification, "budget_lines", position), facts, (related,))
