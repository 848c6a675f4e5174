import re
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan

_TERRITORY = re.compile(r"UA[0-9]{17}", re.ASCII)
_BUDGET = re.compile(r"[0-9]{10}", re.ASCII)


@rule(
    "SB306",
    en=(
        "the community's {key} is {code}, with {length} characters, but such a code reads {form}",
        "copy the code from the official source again, without spaces",
    ),
    uk=(
        "{key} громади — {code}, знаків: {length}, а такий код має вигляд {form}",
        "скопіюйте код з офіційного джерела ще раз, без пробілів",
    ),
)
def community_code_in_another_form(plan: Plan) -> Iterator[Finding]:
    """The community's code of territory or of budget does not have the form of such a code.

    The code of the budget is looked at only where the settings name a Ukrainian classifier.

    ## Why this matters
    The code goes into the passport, the open data and every budget paper; with a digit missing it
    names nobody, or another community.

    ## What to do
    Copy the code again: a КАТОТТГ code is `UA` and 17 digits, the code of a budget ten digits. Put it
    in quotes.

    ## Example
        community: {name: …, katottg: UA7402003000006934}   # a digit is missing
    ---
    Код території чи код бюджету громади записано не за його формою.

    Код бюджету перевіряється лише тоді, коли в налаштуваннях названо український класифікатор.

    ## Чому це важливо
    Код потрапляє в паспорт, у відкриті дані та в кожен бюджетний документ; без однієї цифри він не
    позначає нікого або позначає іншу громаду.

    ## Що робити
    Скопіюйте код ще раз: код за КАТОТТГ — це `UA` і 17 цифр, код бюджету — десять цифр. Візьміть його
    в лапки.

    ## Приклад
        community: {name: …, katottg: UA7402003000006934}   # бракує цифри
    """
    settings = plan.strategy.settings
    community, classifiers = settings.community, settings.classifiers
    checked = [("katottg", community.katottg, _TERRITORY, "UA00000000000000000")]
    if classifiers.economic is not None or classifiers.programme is not None:
        checked.append(("budget_code", community.budget_code, _BUDGET, "0000000000"))
    for key, code, pattern, form in checked:
        if code is not None and not pattern.fullmatch(code):
            facts = {"key": key, "code": code, "length": len(code), "form": form}
            yield Finding(plan.strategy.span(settings, "community", key), facts)
