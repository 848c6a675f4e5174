import re
from collections.abc import Iterator

from stratbuild.checks.passages import UKRAINIAN, finding, titles
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

# Abbreviations end in a consonant and are short; a word that ends otherwise, or is long, is whole.
_WHOLE_LAST_WORD = re.compile(
    r"(?:[^\W\d_]{2,}[аеєиіїоуюяьй]|[^\W\d_]{7,}|[»”)])\.",
    re.IGNORECASE,
)
_LONGEST_SHOWN = 30


@rule(
    "SB812",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: the title ends with a full stop: {end}",
        "delete the full stop",
    ),
    uk=(
        "{owner}, поле {field}: назва закінчується крапкою: {end}",
        "видаліть крапку",
    ),
)
def title_with_full_stop(plan: Plan) -> Iterator[Finding]:
    """A Ukrainian title or name ends with a full stop that belongs to no abbreviation.

    ## Why this matters
    Titles are printed as headings, in tables and in the middle of sentences of other papers, where a full
    stop is wrong.

    ## What to do
    Delete it. If the title consists of two sentences, the second one belongs into `description`.
    ---
    Українська назва закінчується крапкою, що не належить скороченню.

    ## Чому це важливо
    Назви друкують як заголовки, у таблицях і всередині речень інших документів, де крапка є помилкою.

    ## Що робити
    Видаліть її. Якщо в назві два речення, друге має стояти в полі `description`.
    """
    for passage in titles(plan):
        if passage.language == UKRAINIAN and passage.text.endswith("."):
            words = passage.text[-_LONGEST_SHOWN:].split()
            if _WHOLE_LAST_WORD.search(words[-1]):
                yield finding(plan, passage, {"end": words[-1]})
