import re
from collections.abc import Iterator

from stratbuild.checks.passages import finding, is_in_address, neighbours, ukrainian
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.prose import EDGE

_LETTER = "[а-яіїєґА-ЯІЇЄҐ]"
_PLACE = re.compile(rf" (?: +(?=\S)|(?=[,;:!?])|(?=\.[\s{EDGE}]))|,(?<={_LETTER},)(?={_LETTER})")
_MARK_OF_A_LIST = re.compile(r"[-*+]|\d+[.)]")
_NO_STOP = re.compile(r"[:;]-?[()]|::|!=")


@rule(
    "SB809",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: spaces too many or missing ({count} in all); the first place is “{found}”",
        "write “{mended}”",
    ),
    uk=(
        "{owner}, поле {field}: зайві або пропущені пробіли (усього {count}); перше місце — «{found}»",
        "напишіть «{mended}»",
    ),
)
def space_misplaced(plan: Plan) -> Iterator[Finding]:
    """A Ukrainian text has two spaces for one, a space before a comma or stop, or none after a comma.

    Numbers, times, addresses of the Internet and the indentation of lists are not meant.

    ## Why this matters
    A justified line shows each of them as a hole, and a comma that begins a line looks careless.

    ## What to do
    Write it as the finding shows; every other editor can replace two spaces by one in the whole file.
    ---
    В українському тексті два пробіли замість одного, пробіл перед розділовим знаком або жодного після коми.

    Числа, час, адреси в інтернеті та відступи списків до уваги не беруться.

    ## Чому це важливо
    У вирівняному рядку зайвий пробіл стає дірою, а кома на початку рядка свідчить про неуважність.

    ## Що робити
    Напишіть, як показано в зауваженні; два пробіли на один у цілому файлі замінить будь-який редактор.
    """
    for prose in ukrainian(plan):
        for passage, matches in prose.matches_by_passage(_PLACE):
            wrong = [match for match in matches if _is_wrong(match)]
            if wrong:
                left, right = neighbours(wrong[0])
                found = left + wrong[0][0] + right
                yield finding(plan, passage, {"count": len(wrong), "found": found, "mended": _mended(found)})


def _mended(text: str) -> str:
    without = re.sub(r" +(?=[,;:!?.])", "", text)
    return re.sub(rf",(?={_LETTER})", ", ", re.sub(" +", " ", without))


def _is_wrong(match: re.Match[str]) -> bool:
    left, right = neighbours(match)
    if match[0] == ",":
        return not is_in_address(match)
    if match[0] == " ":
        is_ratio = left[-1:].isdigit() and right.startswith(":")
        return left != "" and not is_ratio and not _NO_STOP.match(right)
    return left != "" and not _MARK_OF_A_LIST.fullmatch(left)
