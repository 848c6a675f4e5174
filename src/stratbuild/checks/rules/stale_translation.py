from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.schema.base import Entity
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import fingerprint
from stratbuild.strategy.texts import field_name, owner_id, texts


@rule(
    "SB819",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=(
        "{owner}, {field}: the text has changed since it was translated into {language} (it was {then} and is {now})",
        "mend the translation, then write `{language}_of: {now}`",
    ),
    uk=(
        "{owner}, поле {field}: текст змінився відтоді, як його перекладено мовою {language} (був {then}, став {now})",
        "виправте переклад, а тоді запишіть `{language}_of: {now}`",
    ),
)
def stale_translation(plan: Plan) -> Iterator[Finding]:
    """A translation was made from another text than the one that stands there now.

    Beside a translation stands the fingerprint of the text that it was made from, eight signs: `en_of`.
    It changes with any word of the original, and not with its line breaks.

    ## Why this matters
    The Ukrainian concept says 24 points of access and the English one still says 18: a donor reads a
    promise that nobody makes any more.

    ## What to do
    Compare the two texts, mend the translation, and write the fingerprint that the finding shows.

    ## Example
        title: {uk: Швидкий інтернет у кожному селі, en: Fast Internet in every village, en_of: 5a1c9e07}
    ---
    Переклад зроблено не з того тексту, який стоїть тепер.

    Поруч із перекладом стоїть відбиток тексту, з якого його зроблено, вісім знаків: `en_of`. Він змінюється з
    кожним словом оригіналу, а з переносом рядків – ні.

    ## Чому це важливо
    В українській концепції 24 точки доступу, а в англійській досі 18: донор читає обіцянку, якої вже ніхто
    не дає.

    ## Що робити
    Порівняйте обидва тексти, виправте переклад і запишіть відбиток, який показано в зауваженні.

    ## Приклад
        title: {uk: Швидкий інтернет у кожному селі, en: Fast Internet in every village, en_of: 5a1c9e07}
    """
    strategy = plan.strategy
    if len(plan.prose) == 1:
        return
    owners: tuple[Entity | StrategySettings, ...] = (strategy.settings, *strategy.everything())
    for owner in owners:
        for way, text in texts(owner):
            if text.made_of:
                now = fingerprint(strategy.text(text))
                for language, then in text.made_of.items():
                    if then != now:
                        facts = {
                            "owner": owner_id(owner),
                            "field": field_name(way),
                            "language": language,
                            "then": then,
                            "now": now,
                        }
                        yield Finding(strategy.span(owner, *way, f"{language}_of"), facts)
