import re
from collections.abc import Iterator

from stratbuild.checks.passages import EDGE_OR_SPACE, finding, is_in_address, neighbours, ukrainian
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan

_CYRILLIC = "а-яіїєґА-ЯІЇЄҐ"
_PLACE = re.compile(
    rf" (?: +(?=\S)|(?=[,;:!?])|(?=\.{EDGE_OR_SPACE}))|,(?<=[{_CYRILLIC}],)(?=[{_CYRILLIC}])"
)
_MARK_OF_A_LIST = re.compile(r"[-*+]|\d+[.)]")


@rule(
    "SB809",
    severity=Severity.NOTE,
    en=(
        "{owner}, {field}: a space too many or too few: {count}; the first is in “{found}”",
        "write “{mended}”",
    ),
    uk=(
        "{owner}, поле {field}: зайвий або пропущений пробіл: {count}; перший — «{found}»",
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
                space = {",": ", ", " ": ""}.get(wrong[0][0], " ")
                facts = {"count": len(wrong), "found": left + wrong[0][0] + right, "mended": left + space + right}
                yield finding(plan, passage, facts)


def _is_wrong(match: re.Match[str]) -> bool:
    left, right = neighbours(match)
    if match[0] == ",":
        return not is_in_address(match)
    if not left:
        return False
    if match[0] == " ":
        # `1 : 100` is a ratio, and `:)` and `::` are no stops.
        return not left[-1].isdigit() and not right.startswith((":)", ":(", "::", ";)")) or right.startswith(",")
    begins_line = match.string[match.start() - len(left) - 1].isspace() or ord(match.string[match.start() - len(left) - 1]) == 0
    return not (begins_line and _MARK_OF_A_LIST.fullmatch(left))
