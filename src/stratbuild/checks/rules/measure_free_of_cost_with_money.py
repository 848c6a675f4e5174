from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.quantity import Money


@rule(
    "SB326",
    en=(
        "{measure} is said to be free of cost, but {money} are planned for it in {lines}",
        "take `free_of_cost` out, or take the lines away or give them to another measure",
    ),
    uk=(
        "сказано, що захід {measure} не потребує коштів, але в {lines} для нього заплановано {money}",
        "приберіть `free_of_cost` або приберіть ці рядки чи передайте їх іншому заходу",
    ),
)
def measure_free_of_cost_with_money(plan: Plan) -> Iterator[Finding]:
    """A measure says that it needs no money, and has budget lines.

    ## Why this matters
    The concept would print the reason why nothing is paid, and the budget a sum for the same measure.

    ## What to do
    Decide which of the two is right. Where a free measure has one paid part, make the part a measure of
    its own with `part_of`.
    ---
    Про захід сказано, що кошти не потрібні, а рядки бюджету в нього є.

    ## Чому це важливо
    Концепція пояснювала б, чому захід нічого не коштує, а бюджет показував би для нього суму.

    ## Що робити
    Вирішіть, що з двох правильне. Якщо в безоплатному заході є одна платна частина, зробіть її окремим
    заходом із `part_of`.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        lines = plan.coverage.lines_of_measure[measure.id]
        if measure.free_of_cost is not None and lines:
            money = Money.total(plan.budget.total_of_line(line.id) for line in lines)
            related = Related(strategy.span(lines[0], "measure"), {"en": "a line of the measure", "uk": "рядок бюджету заходу"})
            facts = {"measure": measure.id, "lines": tuple(line.id for line in lines), "money": money}
            yield Finding(strategy.span(measure, "free_of_cost"), facts, (related,))
