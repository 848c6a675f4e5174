from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB733",
    severity=Severity.WARNING,
    en=("nobody sits in the group as {seat}, whom the regulation names", "appoint a member, or correct `regulation.seats`"),
    uk=("у групі нікого немає від {seat}, кого називає Положення", "введіть члена групи або виправте `regulation.seats`"),
)
def capacity_without_member(plan: Plan) -> Iterator[Finding]:
    """A capacity in which the regulation wants members has none at the end of the record.

    ## Why this matters
    The regulation (1.2) lists whom the group is made up of, so that the strategy is not written by
    officials alone.

    ## What to do
    Ask the mayor to appoint somebody; the composition is approved by an order (1.3).
    ---
    Від когось із тих, кого називає Положення, у групі нікого немає.

    ## Чому це важливо
    Положення (1.2) називає, з кого складається група, щоб стратегію писали не самі посадовці.

    ## Що робити
    Запропонуйте міському голові когось увести; склад затверджують розпорядженням (1.3).
    """
    regulation, members = plan.strategy.settings.regulation, plan.strategy.members.values()
    if regulation is None or not members:
        return
    taken = {one.seat for one in members if one.until is None}
    for place, seat in enumerate(regulation.seats):
        if seat not in taken:
            yield Finding(plan.strategy.span(plan.strategy.settings, "regulation", "seats", place), {"seat": seat.value})
