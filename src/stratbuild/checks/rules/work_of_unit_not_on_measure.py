from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB358",
    severity=Severity.WARNING,
    en=(
        "{measure} needs people of {unit}, which neither leads it nor is a partner",
        "name {unit} in `partners`, or take its people out",
    ),
    uk=(
        "захід {measure} потребує людей підрозділу {unit}, а той не відповідає за нього й не є співвиконавцем",
        "назвіть {unit} у полі `partners` або приберіть його людей",
    ),
)
def work_of_unit_not_on_measure(plan: Plan) -> Iterator[Finding]:
    """A measure counts on people of a unit that it does not name.

    ## Why this matters
    The unit does not read of the task that its people are needed for; it appears in no column of
    performers.

    ## What to do
    Name it among the partners. If another unit was meant, correct the id.
    ---
    Захід розраховує на людей підрозділу, якого не називає.

    ## Чому це важливо
    Підрозділ не прочитає про завдання, для якого потрібні його люди: серед виконавців його немає.

    ## Що робити
    Назвіть його серед співвиконавців. Якщо мали на увазі інший підрозділ, виправте його код.
    """
    strategy = plan.strategy
    for measure in strategy.measures.values():
        for field, work in (("people", measure.people), ("person_months", measure.person_months)):
            for unit in work:
                if unit != measure.lead and unit not in measure.partners:
                    yield Finding(strategy.span(measure, field, unit, key=True), {"measure": measure.id, "unit": unit})
