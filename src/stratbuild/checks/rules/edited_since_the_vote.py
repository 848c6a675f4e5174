from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.votes import facts_of, place_of
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.approvals import changes_since_vote


@rule(
    "SB740",
    severity=Severity.NOTE,
    en=(
        "{item} has been edited since the vote of {day} ({decision}), without a change of substance: {fields}",
        "nothing, unless the group wants to see the edited text",
    ),
    uk=(
        "{item} редаговано після голосування {day} ({decision}) без змін по суті: {fields}",
        "нічого, якщо група не хоче бачити відредагований текст",
    ),
)
def edited_since_the_vote(plan: Plan) -> Iterator[Finding]:
    """The wording of what was approved has been edited.

    ## Why this matters
    Capitals, stops, quotes, apostrophes, spaces, the order of items and translations may be mended without
    a vote; that it happened is said.

    ## What to do
    Look whether the change is indeed editorial. A change of words, numbers, days or names is told as a
    change of substance.
    ---
    Схвалений текст відредаговано.

    ## Чому це важливо
    Великі літери, розділові знаки, лапки, апострофи, пропуски, порядок записів і переклади можна виправляти
    без голосування; про це лише повідомляють.

    ## Що робити
    Гляньте, чи зміна справді редакційна. Зміну слів, чисел, днів чи назв показують як зміну по суті.
    """
    for change in changes_since_vote(plan):
        if change.is_editorial:
            yield Finding(place_of(plan, change), {**facts_of(plan, change), "fields": tuple(change.fields)})
