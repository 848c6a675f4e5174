import re
from collections.abc import Iterator

from stratbuild.checks.passages import ukrainian
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.model.prose import EDGE

# The sign for inches follows a digit; a quote opens before a letter or a digit and follows none.
_QUOTED = re.compile(rf'"(?<!\w")(?=\w)[^"\n{EDGE}]*"')
_SHOWN = 5


@rule(
    "SB811",
    severity=Severity.NOTE,
    en=(
        "quotations in straight quotes: {count}, in {texts} texts; the first is {quotation}",
        "write {mended}",
    ),
    uk=(
        "цитат і назв у прямих лапках: {count}, текстів із ними: {texts}; перша — {quotation}",
        "напишіть {mended}",
    ),
)
def straight_quotes(plan: Plan) -> Iterator[Finding]:
    """Ukrainian texts have quotations in straight quotes; this is said once for the whole strategy.

    ## Why this matters
    Official Ukrainian documents use «лапки». Straight quotes come with text from web pages and tables,
    and a document with both looks like what it is: pasted together.

    ## What to do
    Write «…». In YAML these need no care, while straight quotes may be taken for the ends of a value.
    ---
    В українських текстах є цитати або назви в прямих лапках; про це сказано один раз на всю стратегію.

    ## Чому це важливо
    В офіційних українських документах ужито «лапки». Прямі лапки потрапляють сюди разом із текстом з
    вебсторінок і таблиць, і документ з обома виглядає склеєним із клаптів.

    ## Що робити
    Напишіть «…». У YAML із ними немає клопоту, а прямі лапки можна сплутати з межами значення.
    """
    for prose in ukrainian(plan):
        found = list(prose.matches_by_passage(_QUOTED))
        if found:
            (first, (quotation, *_)), *others = found
            facts = {
                "count": sum(len(matches) for _, matches in found),
                "texts": len(found),
                "quotation": quotation[0],
                "mended": f"«{quotation[0][1:-1]}»",
            }
            related = tuple(
                Related(plan.strategy.span(passage.owner, *passage.way), {"en": "here as well", "uk": "так само тут"})
                for passage, _ in others[: _SHOWN - 1]
            )
            yield Finding(plan.strategy.span(first.owner, *first.way), facts, related)
