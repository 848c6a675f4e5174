from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.schema.base import Entity
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import LocalizedText, fingerprint
from stratbuild.strategy.texts import field_name, owner_id, texts
from stratbuild.strategy.walk import Way


@rule(
    "SB820",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: nothing says from which text the translation into {language} was made, as other translations do",
        "compare them, then write `{language}_of: {now}` beside it",
    ),
    uk=(
        "{owner}, поле {field}: не сказано, з якого тексту зроблено переклад мовою {language}, хоча для інших це записано",
        "порівняйте їх, а тоді запишіть поруч `{language}_of: {now}`",
    ),
)
def translation_without_fingerprint(plan: Plan) -> Iterator[Finding]:
    """A translation has no fingerprint, while others of the strategy have one.

    ## Why this matters
    Without it nobody is told when the original changes and the translation stays behind.

    ## What to do
    Compare the translation with the original and write the fingerprint that the finding shows.
    ---
    Переклад не має відбитка, хоча інші переклади стратегії його мають.

    ## Чому це важливо
    Без нього ніхто не дізнається, що оригінал змінився, а переклад лишився старим.

    ## Що робити
    Порівняйте переклад з оригіналом і запишіть відбиток, який показано в зауваженні.
    """
    strategy = plan.strategy
    if len(plan.prose) == 1:
        return
    found: list[tuple[Entity | StrategySettings, Way, LocalizedText]] = []
    owners: tuple[Entity | StrategySettings, ...] = (strategy.settings, *strategy.everything())
    for owner in owners:
        found += [(owner, way, text) for way, text in texts(owner) if len(text.by_language) > 1]
    if not any(text.made_of for _, _, text in found):
        return
    for owner, way, text in found:
        for language in text.languages(strategy.language) - {strategy.language} - set(text.made_of):
            now = fingerprint(strategy.text(text))
            facts = {"owner": owner_id(owner), "field": field_name(way), "language": language, "now": now}
            yield Finding(strategy.span(owner, *way, language), facts)
