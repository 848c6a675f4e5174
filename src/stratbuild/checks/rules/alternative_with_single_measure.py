from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB603",
    severity=Severity.WARNING,
    en=("{alternative} leaves nothing to choose: its measures are {count}", "name at least two measures, or delete the group"),
    uk=("у групі {alternative} немає з чого обирати: заходів — {count}", "назвіть щонайменше два заходи або видаліть групу"),
)
def alternative_with_single_measure(plan: Plan) -> Iterator[Finding]:
    """A group of alternatives has fewer than two measures.

    ## Why this matters
    A measure takes nobody's place; the other one was forgotten, or deleted.

    ## What to do
    Name the other measures. If there is none, delete the group.
    ---
    У групі альтернатив менш як два заходи.

    ## Чому це важливо
    Захід нікого не замінює; інший забули або видалили.

    ## Що робити
    Назвіть інші заходи. Якщо їх немає, видаліть групу.
    """
    for one in plan.strategy.alternatives.values():
        count = len(set(one.measures))
        if count < 2:
            yield Finding(plan.strategy.span(one, "measures"), {"alternative": one.id, "count": count})
