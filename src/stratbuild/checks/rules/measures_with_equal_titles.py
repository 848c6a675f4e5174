from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import repeated
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB338",
    severity=Severity.WARNING,
    en=("{measure} has the same title as {first}", "say in each title what sets the two apart, or join them"),
    uk=("захід {measure} має таку саму назву, як {first}", "покажіть у назвах, чим заходи різняться, або об’єднайте їх"),
)
def measures_with_equal_titles(plan: Plan) -> Iterator[Finding]:
    """Two measures have the same title; capitals, spaces and the kind of apostrophe do not count.

    ## Why this matters
    One purchase that stands in the plan twice is paid twice; two different ones under one title cannot
    be told apart in a report.

    ## What to do
    If it is the same measure, delete one and move its lines. If it is done in two places or two years,
    say so in the titles.
    ---
    Два заходи мають однакову назву; великі літери, пробіли й вигляд апострофа не враховуються.

    ## Чому це важливо
    Закупівлю, яка стоїть у плані двічі, двічі й оплатять; дві різні під однією назвою не відрізнити у
    звіті.

    ## Що робити
    Якщо це той самий захід, видаліть один і перенесіть його рядки. Якщо він виконується у двох місцях
    чи в два роки, скажіть про це в назвах.
    """
    strategy = plan.strategy
    for measure, first in repeated((strategy.text(measure.title), measure) for measure in strategy.measures.values()):
        related = Related(strategy.span(first, "title"), {"en": "the same title", "uk": "така сама назва"})
        yield Finding(strategy.span(measure, "title"), {"measure": measure.id, "first": first.id}, (related,))
