from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.votes import facts_of, place_of
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.model.governance.approvals import changes_since_vote
from stratbuild.model.governance.covered import ChangeClass


@rule(
    "SB739",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=("{item} has changed since the vote of {day} ({decision}): {fields}", "put it to the vote again, or take the change back"),
    uk=("{item} змінено після голосування {day} ({decision}): {fields}", "поставте на голосування ще раз або поверніть схвалене"),
)
def changed_since_the_vote(plan: Plan) -> Iterator[Finding]:
    """What a decision approved is not any more what it was.

    ## Why this matters
    Members voted for a text, for sums and days. A later change of substance has nobody's vote behind it,
    and the council would get another paper than the group approved.

    ## What to do
    Vote again and mark the new text by `stratbuild approve`, or take the change back. Changes of capitals,
    stops, quotes and translations are editorial and told apart.
    ---
    Схвалене рішенням уже не таке, яким було.

    ## Чому це важливо
    Члени групи голосували за текст, суми й дні. За пізнішою зміною по суті немає нічийого голосу, і рада
    отримала б не той документ, який схвалила група.

    ## Що робити
    Проголосуйте ще раз і позначте новий текст командою `stratbuild approve` або поверніть схвалене. Зміни
    великих літер, розділових знаків, лапок і перекладів – редакційні, про них кажуть окремо.
    """
    for change in changes_since_vote(plan):
        if not change.is_editorial:
            substance = [name for name, kind in change.fields.items() if kind is not ChangeClass.EDITORIAL]
            yield Finding(place_of(plan, change), {**facts_of(plan, change), "fields": tuple(substance) or (change.how.value,)})
