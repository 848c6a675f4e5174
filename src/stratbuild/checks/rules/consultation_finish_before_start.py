from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB643",
    en=("the consultation ends on {finish}, before it begins on {start}", "correct one of the days"),
    uk=("обговорення закінчується {finish}, раніше, ніж починається {start}", "виправте один із днів"),
)
def consultation_finish_before_start(plan: Plan) -> Iterator[Finding]:
    """The consultation ends before it begins.

    ## Why this matters
    The notice would ask for proposals in a time that does not exist.

    ## What to do
    Correct the day that is wrong.
    ---
    Громадське обговорення закінчується раніше, ніж починається.

    ## Чому це важливо
    Повідомлення просило б надсилати пропозиції у строк, якого немає.

    ## Що робити
    Виправте хибний день.
    """
    one = plan.strategy.settings.consultation
    if one is not None and one.start is not None and one.finish is not None and one.finish < one.start:
        facts = {"start": one.start, "finish": one.finish}
        yield Finding(plan.strategy.span(plan.strategy.settings, "consultation", "finish"), facts)
