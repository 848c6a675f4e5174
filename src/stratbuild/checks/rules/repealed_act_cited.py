import re
from collections.abc import Iterator
from typing import NamedTuple

from stratbuild.checks.passages import around, finding, ukrainian
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan


class _Act(NamedTuple):
    name: str
    instead: str
    number: re.Pattern[str]
    date: re.Pattern[str] | None = None
    """What must stand near a number that other acts have, too."""


def _number(digits: str) -> re.Pattern[str]:
    """The number after its sign; the pattern begins with the digits, which are rare."""
    return re.compile(rf"{digits}(?:(?<=[№N]{digits})|(?<=[№N]\s{digits}))(?![\w/])")


_ACTS = (
    _Act(
        "наказ Мінекономіки від 04.12.2006 № 367",
        "наказ від 16.01.2019 № 42",
        _number("367"),
        re.compile(r"(?<!\d)0?4(?:\.12\.|\s+грудня\s+)2006"),
    ),
    _Act(
        "постанова КМУ від 12.04.2000 № 644",
        "постанова КМУ від 02.02.2024 № 119",
        _number("644"),
        re.compile(r"(?<!\d)12(?:\.04\.|\s+квітня\s+)2000"),
    ),
    _Act(
        "Закон України від 04.02.1998 № 74/98-ВР",
        "Закон України від 01.12.2022 № 2807-IX",
        re.compile(r"74/98-ВР"),
    ),
    _Act("ДСТУ 4163-2003", "ДСТУ 4163:2020", re.compile(r"ДСТУ\s4163\s?[-–:]\s?2003")),
)
"""Acts that older programmes cite and that are no longer in force, each with the act that ended it."""

_SAID_TO_BE_REPEALED = re.compile(r"втра\w+ чинн|скасован|замість|на заміну", re.IGNORECASE)
_NEAR = 100


@rule(
    "SB806",
    severity=Severity.WARNING,
    en=(
        "{owner}, {field}: cites an act that is no longer in force: {act}; the later act: {later}",
        "cite what is in force now; where history is meant, say that the act has lost its force",
    ),
    uk=(
        "{owner}, поле {field}: посилання на акт, що втратив чинність: {act}; пізніший акт: {later}",
        "посилайтеся на чинний акт; якщо йдеться про історію, зазначте, що той утратив чинність",
    ),
)
def repealed_act_cited(plan: Plan) -> Iterator[Finding]:
    """A text cites an act that has lost its force.

    Known are the order of the Ministry of Economy № 367 of 2006 on forms of target programmes, the
    government's resolution № 644 of 2000 on regional informatization programmes, the law № 74/98-ВР on
    the National Informatization Programme, and the standard ДСТУ 4163-2003. A text that says itself
    that the act has lost its force is left in peace.

    ## Why this matters
    Older programmes are copied together with their legal grounds. A draft decision that rests on a
    repealed act goes back to its authors, or is contested later.

    ## What to do
    Cite the act in force and compare the form with it. The later act that the finding names either
    took the place of the older one or ended it; look in the official register which.
    ---
    Текст посилається на акт, що втратив чинність.

    Відомі такі: наказ Мінекономіки № 367 від 2006 року про форми цільових програм, постанова КМУ № 644
    від 2000 року про регіональні програми інформатизації, Закон № 74/98-ВР про Національну програму
    інформатизації та ДСТУ 4163-2003. Якщо сам текст каже, що акт утратив чинність, зауваження немає.

    ## Чому це важливо
    Давні програми переписують разом із правовими підставами. Проєкт рішення, що спирається на скасований
    акт, повернуть авторам або згодом оскаржать.

    ## Що робити
    Посилайтеся на чинний акт і звірте з ним форму. Пізніший акт із зауваження або замінив попередній, або
    скасував його; що саме сталося, покаже офіційний реєстр.
    """
    for prose in ukrainian(plan):
        for act in _ACTS:
            for passage, matches in prose.matches_by_passage(act.number):
                if any(_is_cited(act, around(match, _NEAR)) for match in matches):
                    yield finding(plan, passage, {"act": act.name, "later": act.instead})


def _is_cited(act: _Act, text: str) -> bool:
    is_this_one = act.date is None or act.date.search(text) is not None
    return is_this_one and _SAID_TO_BE_REPEALED.search(text) is None
