from collections.abc import Iterator

from stratbuild.checks.passages import finding
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


@rule(
    "SB815",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: texts in {language} ({count}) get into no paper; the papers are wanted in {wanted}",
        "correct the language’s code (Ukrainian is `uk`, English is `en`), or add it to `languages:`",
    ),
    uk=(
        "{owner}, поле {field}: тексти мовою {language} ({count}) не потраплять у документи; мови документів: {wanted}",
        "виправте код мови (українська — `uk`, англійська — `en`) або додайте його до `languages:`",
    ),
)
def text_in_unlisted_language(plan: Plan) -> Iterator[Finding]:
    """Texts are written in a language that no paper is wanted in.

    Each language is reported once, where it first stands.

    ## Why this matters
    Often the code of the language is mistyped: `ua` is the country, `uk` the language. The text is then
    there and is never printed.

    ## What to do
    Correct the code. Where papers in that language are wanted, add it to `languages` in the settings;
    where it is prepared for later, leave it as it is.

    ## Example
        title: {ua: Швидкий інтернет, en: Fast Internet}     # uk, not ua
    ---
    Тексти написано мовою, якою не потрібен жоден документ.

    Про кожну мову повідомляється один раз, там, де вона трапилася вперше.

    ## Чому це важливо
    Часто це описка в коді мови: `ua` — це країна, а мова — `uk`. Текст тоді є, але його ніколи не
    надрукують.

    ## Що робити
    Виправте код. Якщо документи цією мовою потрібні, додайте її до `languages` у налаштуваннях; якщо
    переклад підготовано на майбутнє, залиште все як є.

    ## Приклад
        title: {ua: Швидкий інтернет, en: Fast Internet}     # uk, а не ua
    """
    settings = plan.strategy.settings
    wanted = tuple(dict.fromkeys((settings.language, *settings.languages)))
    for language, prose in plan.prose.items():
        if language not in wanted:
            facts = {"language": language, "count": len(prose.passages), "wanted": wanted}
            yield finding(plan, prose.passages[0], facts)
