"""`registers.xlsx`: the members of the group, its meetings, decisions and assignments, who came and who did what."""

from collections.abc import Callable, Iterator, Mapping

from stratbuild.model import Plan
from stratbuild.model.governance.presence import rolls
from stratbuild.model.governance.tasks import tasks
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book, Names
from stratbuild.outputs.sheets.registers.assignments import assignments_sheet
from stratbuild.outputs.sheets.registers.attendance import attendance_sheet
from stratbuild.outputs.sheets.registers.decisions import decided_by, decisions_sheet
from stratbuild.outputs.sheets.registers.meetings import meetings_sheet
from stratbuild.outputs.sheets.registers.members import members_sheet
from stratbuild.outputs.sheets.registers.performers import by_member_sheet, by_unit_sheet, performers_sheet
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Sheet, Workbook

_SHEETS: Mapping[str, Callable[[Book], tuple[Sheet, Names]]] = {
    "members": members_sheet,
    "meetings": meetings_sheet,
    "decisions": decisions_sheet,
    "assignments": assignments_sheet,
    "by_member": by_member_sheet,
    "by_unit": by_unit_sheet,
    "attendance": attendance_sheet,
    "performers": performers_sheet,
}
"""By key, in their order; the rows that the sums are made of come last."""


def registers(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """The registers as they stand on the day of the edition; without a record of a group there are none.

    What a scenario changes is the plan, and never what the group has done: its set has no registers.
    """
    if plan.scenario is None:
        book = Book.of(plan, edition, "registers", [key for key in _SHEETS if _says_something(plan, edition, key)])
        if book.titles:
            yield book.workbook("registers.xlsx", book.say("title"), [_SHEETS[key](book) for key in book.titles])


def _says_something(plan: Plan, edition: Edition, key: str) -> bool:
    strategy = plan.strategy
    match key:
        case "members":
            return bool(strategy.members)
        case "meetings":
            return bool(strategy.meetings)
        case "decisions":
            return bool(decided_by(plan, edition.as_of))
        case "attendance":
            return bool(rolls(strategy, edition.as_of))
        case "by_member" | "by_unit":
            return bool(tasks(strategy, edition.as_of)) and bool(strategy.members if key == "by_member" else strategy.units)
    return bool(tasks(strategy, edition.as_of))


OUTPUT = Output("registers", registers)
