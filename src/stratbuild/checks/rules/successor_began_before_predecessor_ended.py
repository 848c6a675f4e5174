from collections.abc import Iterator

from stratbuild.checks.actuals import actual_days
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB359",
    severity=Severity.WARNING,
    en=(
        "{measure} really began on {start}, but {predecessor}, which it waits for, was over only on {end}",
        "check the actual days; if both are right, the link was not needed, or a lead is missing: `lag: -2 weeks`",
    ),
    uk=(
        "захід {measure} насправді почався {start}, а {predecessor}, на який він чекає, завершено лише {end}",
        "перевірте справжні дні; якщо обидва правильні, зв’язок був зайвий або бракує `lag` з мінусом: `lag: -2 weeks`",
    ),
)
def successor_began_before_predecessor_ended(plan: Plan) -> Iterator[Finding]:
    """A measure began before the one was over that it waits for.

    ## Why this matters
    Either a day is written down wrongly, or the plan asks for a wait that nobody keeps, and so
    reckons all that follows too late.

    ## What to do
    Compare both days with the acts. If they are right, take the dependency out or say by how much
    the two may overlap.
    ---
    Захід почався раніше, ніж завершено той, на який він чекає.

    ## Чому це важливо
    Або день записано неправильно, або план вимагає чекати там, де ніхто не чекає, і тому рахує все
    подальше надто пізнім.

    ## Що робити
    Звірте обидва дні з актами. Якщо вони правильні, приберіть залежність або скажіть, наскільки
    обидва заходи можуть перекриватися.
    """
    strategy = plan.strategy
    ends = {item.id: (item, way, day) for item, way, day in actual_days(strategy) if way[-1] != "start"}
    for link in plan.links:
        measure = strategy.measures.get(link.after)
        if measure is None or measure.actual is None or link.before not in ends or not link.dependency.is_plain:
            continue
        start, (other, way, end) = measure.actual.start, ends[link.before]
        if start is not None and start <= end:
            related = Related(strategy.span(other, *way), {"en": "the end of the other", "uk": "завершення іншого"})
            facts = {"measure": measure.id, "start": start, "predecessor": other.id, "end": end}
            yield Finding(strategy.span(measure, "actual", "start"), facts, (related,))
