import re
from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan

_RANGE = re.compile(r"\b((?:19|20)[0-9]{2})\s?[-–—/]\s?((?:19|20)[0-9]{2})\b", re.ASCII)
_YEAR = re.compile(r"(?<![0-9-])(?:19|20)[0-9]{2}(?![0-9-])", re.ASCII)


@rule(
    "SB307",
    severity=Severity.WARNING,
    en=(
        "the title names {named}, but the strategy runs {first}–{last}",
        "make the title and the period agree",
    ),
    uk=(
        "у назві стоїть {named}, а стратегія триває {first}–{last}",
        "узгодьте назву з періодом",
    ),
)
def strategy_title_with_other_years(plan: Plan) -> Iterator[Finding]:
    """The years in the strategy's title are not those of its period.

    Two years joined by a dash are taken for the first and the last year; otherwise the latest year that
    the title names is taken for the last one.

    ## Why this matters
    A decision "for 2019–2020" that approves a programme "for 2018–2020" has been adopted before: the
    title is copied into the decision, the passport and every page, and the lawyers of the council will
    ask which of the two is meant.

    ## What to do
    Change the title or the period, so that both say the same.
    ---
    Роки в назві стратегії не збігаються з її періодом.

    Два роки через риску вважаються першим і останнім; інакше останнім роком вважається найпізніший із
    названих.

    ## Чому це важливо
    Рішення «на 2019–2020 роки», яким затверджено програму «на 2018–2020 роки», уже траплялося: назва
    переходить у рішення, у паспорт і на кожну сторінку, і юристи ради спитають, який із термінів
    правильний.

    ## Що робити
    Змініть назву або період так, щоб вони збігалися.
    """
    settings = plan.strategy.settings
    first, last = settings.period.start.first.year, settings.period.finish.last.year
    for language, title in settings.title.by_language.items():
        named, agrees = _named_years(title, first, last)
        if not agrees:
            way = ("title", language) if language else ("title",)
            related = Related(
                plan.strategy.span(settings, "period", key=True), {"en": "the strategy's period", "uk": "період стратегії"}
            )
            yield Finding(plan.strategy.span(settings, *way), {"named": named, "first": first, "last": last}, (related,))


def _named_years(title: str, first: int, last: int) -> tuple[str, bool]:
    """The years that a title names, as they are printed, and whether they are the period's."""
    found = _RANGE.search(title)
    if found is not None:
        years = int(found[1]), int(found[2])
        return f"{years[0]}–{years[1]}", years == (first, last)
    latest = max(map(int, _YEAR.findall(title)), default=last)
    return str(latest), latest == last
