from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.sameness import repeated
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan


@rule(
    "SB353",
    severity=Severity.WARNING,
    en=("{unit} and {first} have the same {field}", "if it is the same unit, keep one of the two; else tell them apart"),
    uk=(
        "підрозділи {unit} і {first} мають однакове поле {field}",
        "якщо це той самий підрозділ, залиште один; якщо ні — розрізніть їх",
    ),
)
def units_with_equal_names(plan: Plan) -> Iterator[Finding]:
    """Two units have the same name or the same short name.

    ## Why this matters
    In the tables of the plan the two cannot be told apart, and the work of one unit is counted in two
    rows.

    ## What to do
    Keep one of them and name it in all measures. If there are two units, write the full official names.
    ---
    Два підрозділи мають однакову назву або однакову коротку назву.

    ## Чому це важливо
    У таблицях плану їх не розрізнити, а роботу одного підрозділу рахують у двох рядках.

    ## Що робити
    Залиште один і назвіть його в усіх заходах. Якщо підрозділів справді два, впишіть повні офіційні
    назви.
    """
    strategy, units = plan.strategy, plan.strategy.units.values()
    names = {
        "name": [(strategy.text(unit.name), unit) for unit in units],
        "short_name": [(strategy.text(unit.short_name), unit) for unit in units if unit.short_name is not None],
    }
    for field, named in names.items():
        for unit, first in repeated(named):
            related = Related(strategy.span(first, field), {"en": "the same name", "uk": "така сама назва"})
            yield Finding(strategy.span(unit, field), {"unit": unit.id, "field": field, "first": first.id}, (related,))
