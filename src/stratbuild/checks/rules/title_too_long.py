from collections.abc import Iterator

from stratbuild.checks.passages import finding, titles
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_LONGEST = 255


@rule(
    "SB808",
    severity=Severity.WARNING,
    en=(
        "{owner}, {field}: the title has {length} characters, more than {longest}",
        "name it in one line; move how and why into the description",
    ),
    uk=(
        "{owner}, поле {field}: знаків у назві {length}, а має бути не більше {longest}",
        "назвіть одним рядком; як і навіщо — напишіть в описі",
    ),
)
def title_too_long(plan: Plan) -> Iterator[Finding]:
    """A title or a name is longer than 255 characters.

    ## Why this matters
    Titles stand in tables, in contents and in the properties of files, where there is no room for more;
    registers cut them off there, too.

    ## What to do
    Say what is done or reached in one line. How, where and why belong into `description`.
    ---
    Назва довша за 255 знаків.

    ## Чому це важливо
    Назви стоять у таблицях, у змісті та у властивостях файлів, де для більшого немає місця; реєстри теж
    їх обрізають.

    ## Що робити
    Скажіть одним рядком, що буде зроблено чи досягнуто. Як, де й навіщо — пишіть у полі `description`.
    """
    for passage in titles(plan):
        if len(passage.text) > _LONGEST:
            yield finding(plan, passage, {"length": len(passage.text), "longest": _LONGEST})
