"""The sheet of assignments and requests for information: who, what, by when, done when, and how that stands."""

from stratbuild.model.governance.tasks import Task, TaskState, tasks
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, quoted, text, whole
from stratbuild.outputs.sheets.registers.told import group_of
from stratbuild.render.workbook import Area, Cell, Highlight, Kind, Look, Row, Sheet, Style, address

_DAY_ROW, _HEADER_ROW, _FIRST_ROW = 2, 3, 4
_COLUMNS = {
    "number": 5.0,
    "key": 11.0,
    "task_kind": 16.0,
    "task_title": 40.0,
    "task_who": 32.0,
    "task_meeting": 24.0,
    "task_decision": 12.0,
    "task_given": 10.5,
    "task_due": 10.5,
    "task_done": 10.5,
    "task_state": 15.0,
    "task_days_late": 12.0,
    "task_shown_by": 30.0,
}
_KEY, _DUE, _DONE, _STATE = (list(_COLUMNS).index(name) for name in ("key", "task_due", "task_done", "task_state"))
_LATE_PATTERN = '0;-0;""'
"""Days late; none is nothing."""


def assignments_sheet(book: Book) -> tuple[Sheet, Names]:
    """Everything that had been assigned or asked by the day; its state follows from that day and from what is typed."""
    found = tasks(book.plan.strategy, book.edition.as_of)
    last = _FIRST_ROW + max(len(found), 1) - 1
    states = Area(_FIRST_ROW, _STATE, last, _STATE)
    overdue = f"{address(_FIRST_ROW, _STATE)}={quoted(book.say(f'state.{TaskState.OVERDUE.value}'))}"
    as_of = Cell(book.edition.as_of, Kind.DATE, Style.INPUT)
    sheet = Sheet(
        name=book.titles["assignments"],
        widths=tuple(_COLUMNS.values()),
        rows=(
            *title_rows(book.say("assignments_title"), book.note("assignments_note", "assignments")),
            Row((Cell(book.say("as_of"), style=Style.NOTE, wrap=False), None, as_of)),
            Row(book.headers(*_COLUMNS)),
            *(Row(_cells(book, number, one)) for number, one in enumerate(found, start=1)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(_COLUMNS) - 1),
        highlights=(Highlight(states, overdue, Look.ALERT),),
    )
    names = {"as_of_day": Area(_DAY_ROW, 2, _DAY_ROW, 2), "task_key": Area(_FIRST_ROW, _KEY, last, _KEY), "task_state": states}
    return sheet, names


def _cells(book: Book, number: int, task: Task) -> tuple[Cell, ...]:
    group, assignment, row = group_of(book), task.assignment, _FIRST_ROW + number - 1
    decision = None if assignment.decision is None else book.plan.strategy.decisions[assignment.decision]
    meeting = None if decision is None else book.plan.strategy.meetings[decision.meeting]
    what = [book.text(assignment.title), book.text(assignment.description)]
    return (
        whole(number),
        code(assignment.id),
        text(book.say(f"kind.{assignment.kind.value}")),
        text("\n".join(filter(None, what))),
        text(group.performers(assignment)),
        text("" if meeting is None else group.meeting(meeting)),
        code(assignment.decision),
        day(task.given),
        day(assignment.due),
        Cell(assignment.done if task.is_done else None, Kind.DATE, Style.INPUT),
        Cell(book.say(f"state.{task.state.value}"), formula=_state(book, row)),
        Cell(task.days_late, Kind.WHOLE, formula=_days_late(row), pattern=_LATE_PATTERN),
        text(book.text(assignment.shown_by) if task.is_done else ""),
    )


def _state(book: Book, row: int) -> str:
    due, done = address(row, _DUE, column_fixed=True), address(row, _DONE, column_fixed=True)
    words = {state: quoted(book.say(f"state.{state.value}")) for state in TaskState}
    not_done = f'IF(AND({due}<>"",{due}<as_of_day),{words[TaskState.OVERDUE]},{words[TaskState.OPEN]})'
    is_done = f'IF(AND({due}<>"",{done}>{due}),{words[TaskState.DONE_LATE]},{words[TaskState.DONE]})'
    return f'IF({done}="",{not_done},{is_done})'


def _days_late(row: int) -> str:
    due, done = address(row, _DUE, column_fixed=True), address(row, _DONE, column_fixed=True)
    return f'IF({due}="",0,MAX(0,IF({done}="",as_of_day,{done})-{due}))'
