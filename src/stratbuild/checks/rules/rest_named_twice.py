from collections.abc import Iterator

from stratbuild.checks.money import fundings
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.quantity import Rest


@rule(
    "SB436",
    in_scenarios=True,
    en=(
        "not one source of {line} pays the rest, but {count}: {sources}",
        "leave `rest` to one of them, and give the others a share (60%) or a sum (100000.00)",
    ),
    uk=(
        "решту рядка {line} оплачує не одне джерело, а {count}: {sources}",
        "лишіть `rest` одному з них, а іншим дайте частку (60%) або суму (100000.00)",
    ),
)
def rest_named_twice(plan: Plan) -> Iterator[Finding]:
    """Several sources of a budget line pay what the others leave.

    ## Why this matters
    Nothing says how the rest is divided between them.

    ## What to do
    Leave `rest` (`решта`) to one source and say of every other what it pays.

    ## Example
        funding: {S-EGAP: 100000.00, S-LOCAL: rest, S-OBL: rest}    # how much is each?
    ---
    Кілька джерел рядка бюджету платять те, що лишили інші.

    ## Чому це важливо
    Ніщо не каже, як поділити решту між ними.

    ## Що робити
    Лишіть `rest` (`решта`) одному джерелу, а про кожне інше скажіть, скільки воно платить.

    ## Приклад
        funding: {S-EGAP: 100000.00, S-LOCAL: rest, S-OBL: rest}    # скільки кожному?
    """
    strategy = plan.strategy
    for line in strategy.budget_lines.values():
        for way, funding in fundings(line):
            first, *others = [source for source, portion in funding.items() if isinstance(portion, Rest)] or [""]
            if others:
                related = Related(strategy.span(line, *way, first), {"en": "the first rest", "uk": "перша решта"})
                facts = {"line": line.id, "count": 1 + len(others), "sources": (first, *others)}
                yield Finding(strategy.span(line, *way, others[0]), facts, (related,))
