from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import repeated
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB516",
    severity=Severity.WARNING,
    en=(
        "{kpi} has the same title as {first}",
        "merge the two, or say in the titles how they differ",
    ),
    uk=(
        "{kpi} має таку саму назву, що й {first}",
        "об’єднайте їх або скажіть у назвах, чим вони різняться",
    ),
)
def kpis_with_equal_titles(plan: Plan) -> Iterator[Finding]:
    """Two indicators have the same title.

    ## Why this matters
    Two equal lines in a table look like a slip, and two units will report two values for one thing.

    ## What to do
    Delete one, or name what is different: the place, the group of people.
    ---
    Два показники мають однакову назву.

    ## Чому це важливо
    Два однакові рядки в таблиці виглядають як помилка, а два підрозділи подадуть два значення одного й того
    самого.

    ## Що робити
    Видаліть один або назвіть відмінність: місце, групу людей.
    """
    strategy = plan.strategy
    for kpi, first in repeated((strategy.text(one.title), one) for one in strategy.kpis.values()):
        related = Related(strategy.span(first, "title"), {"en": "the other one", "uk": "інший показник"})
        yield Finding(strategy.span(kpi, "title"), {"kpi": kpi.id, "first": first.id}, (related,))
