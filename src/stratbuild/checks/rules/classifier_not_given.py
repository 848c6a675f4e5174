from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.strategy import Classifiers

_NAMES = {"programme": "ТПКВКМБ", "procurement": "ДК 021:2015"}
_CODES = {"programme": "programme", "procurement": "cpv"}


@rule(
    "SB419",
    severity=Severity.NOTE,
    en=(
        "codes of {system} are checked only for their form, for want of its table",
        "give the table: `--classifier {name}=FILE`, or `files: {{{name}: FILE}}` under `classifiers:`",
    ),
    uk=(
        "коди {system} перевірено лише за формою, бо таблиці немає",
        "дайте таблицю: `--classifier {name}=ФАЙЛ` або `files: {{{name}: ФАЙЛ}}` у `classifiers:`",
    ),
)
def classifier_not_given(plan: Plan) -> Iterator[Finding]:
    """A strategy uses an official classifier whose table was not given.

    ## Why this matters
    ТПКВКМБ and ДК 021 change by order of ministries and do not travel with the program. Without the table a
    code that does not exist goes unnoticed.

    ## What to do
    Point to the file that the office keeps: JSON, from code to name.
    ---
    Стратегія вживає офіційний класифікатор, таблиці якого не дано.

    ## Чому це важливо
    ТПКВКМБ і ДК 021 змінюються наказами міністерств і не постачаються з програмою. Без таблиці неіснуючий
    код лишиться непоміченим.

    ## Що робити
    Вкажіть файл, який веде установа: JSON, від коду до назви.
    """
    settings = plan.strategy.settings
    for field in Classifiers.model_fields:
        used = getattr(settings.classifiers, field)
        if field in _NAMES and used is not None and used.value not in plan.classifiers and _is_used(plan, field):
            facts = {"system": _NAMES[field], "name": used.value}
            yield Finding(plan.strategy.span(settings, "classifiers", field), facts)


def _is_used(plan: Plan, field: str) -> bool:
    code = _CODES[field]
    return any(getattr(line, code) is not None for line in plan.strategy.budget_lines.values())
