"""Who carries out what: a row for every assignment and one who does it, and the sums by member and by unit over these rows."""

from collections.abc import Mapping

from stratbuild.model.governance.tasks import Task, TaskState, tasks
from stratbuild.model.governance.workload import Workload, performers, workloads
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, quoted, text, whole
from stratbuild.outputs.sheets.registers.told import group_of
from stratbuild.render.workbook import Area, Cell, Highlight, Look, Row, Sheet, Style, address

_HEADER_ROW, _FIRST_ROW = 2, 3
_HEADERS = ("number", "performer_name", "performer_task", "task_state", "task_key", "performer_key")
_TASK, _STATE, _PERFORMER = 4, 3, 5
_COUNTS = {
    "count_given": None,
    "count_done": TaskState.DONE,
    "count_done_late": TaskState.DONE_LATE,
    "count_overdue": TaskState.OVERDUE,
    "count_open": TaskState.OPEN,
}
_SUMS_FIRST_COLUMN, _OVERDUE = 3, 6


def performers_sheet(book: Book) -> tuple[Sheet, Names]:
    """The rows that the sums are made of, in the order of the assignments; states are those of the sheet of assignments."""
    strategy = book.plan.strategy
    pairs = [(id_, task) for task in tasks(strategy, book.edition.as_of) for id_ in performers(strategy, task.assignment)]
    last = _FIRST_ROW + max(len(pairs), 1) - 1
    sheet = Sheet(
        name=book.titles["performers"],
        widths=(5, 44, 60, 16, 11, 18),
        rows=(
            *title_rows(
                book.say("performers_title"),
                book.note(
                    "performers_note", "assignments", by_member=book.say("sheet_by_member"), by_unit=book.say("sheet_by_unit")
                ),
            ),
            Row(book.headers(*_HEADERS)),
            *(Row(_pair(book, number, id_, task)) for number, (id_, task) in enumerate(pairs, start=1)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(_HEADERS) - 1),
    )
    columns = {"performer_key": _PERFORMER, "performer_state": _STATE}
    return sheet, {name: Area(_FIRST_ROW, column, last, column) for name, column in columns.items()}


def by_member_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every member with how much was assigned, done in time, done late, overdue."""
    group = group_of(book)
    members = book.plan.strategy.members.values()
    return _sums(book, "member", {one.id: (book.text(one.name), group.say(f"seat.{one.seat.value}")) for one in members})


def by_unit_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every unit with how much was assigned or asked, done in time, done late, overdue."""
    units = book.plan.strategy.units.values()
    return _sums(book, "unit", {one.id: (book.text(one.name), book.text(one.head)) for one in units})


def _pair(book: Book, number: int, id_: str, task: Task) -> tuple[Cell, ...]:
    row = _FIRST_ROW + number - 1
    state = f"INDEX(task_state,MATCH({address(row, _TASK, column_fixed=True)},task_key,0))"
    strategy = book.plan.strategy
    name = strategy.members[id_].name if id_ in strategy.members else strategy.units[id_].name
    return (
        whole(number),
        text(book.text(name)),
        text(book.text(task.assignment.title)),
        Cell(book.say(f"state.{task.state.value}"), formula=state),
        code(task.assignment.id),
        code(id_),
    )


def _sums(book: Book, kind: str, named: Mapping[str, tuple[str, str]]) -> tuple[Sheet, Names]:
    """A row for everybody of a kind, named with what is told beside the name, and a last row with the sums."""
    found = workloads(book.plan.strategy, book.edition.as_of)
    second = "member_seat" if kind == "member" else "unit_head"
    headers = ("number", f"of_{kind}", second, *_COUNTS, "key")
    last = _FIRST_ROW + max(len(named), 1) - 1
    key = len(headers) - 1
    total = [Cell(style=Style.TOTAL), Cell(book.say("total"), style=Style.TOTAL), Cell(style=Style.TOTAL)]
    for column, state in enumerate(_COUNTS.values(), start=_SUMS_FIRST_COLUMN):
        area = Area(_FIRST_ROW, column, last, column)
        total.append(whole(sum(_count(found[id_], state) for id_ in named), Style.TOTAL, f"SUM({area})"))
    overdue = Area(_FIRST_ROW, _OVERDUE, last, _OVERDUE)
    sheet = Sheet(
        name=book.titles[f"by_{kind}"],
        widths=(5, 48, 32, 11, 13, 14, 13, 15, 18),
        rows=(
            *title_rows(book.say(f"by_{kind}_title"), book.note(f"by_{kind}_note", "assignments")),
            Row(book.headers(*headers)),
            *(
                Row(
                    (
                        whole(number),
                        *map(text, names),
                        *_counts(book, _FIRST_ROW + number - 1, key, found[id_]),
                        code(id_),
                    )
                )
                for number, (id_, names) in enumerate(named.items(), start=1)
            ),
            *(() if named else (Row(()),)),
            Row((*total, Cell(style=Style.TOTAL))),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, key),
        highlights=(Highlight(overdue, f"N({address(_FIRST_ROW, _OVERDUE)})>0", Look.ALERT),),
    )
    return sheet, {f"sums_of_{kind}": Area(_FIRST_ROW, _SUMS_FIRST_COLUMN, last, key)}


def _counts(book: Book, row: int, key: int, found: Workload) -> tuple[Cell, ...]:
    who = address(row, key, column_fixed=True)
    cells = []
    for state in _COUNTS.values():
        such = "" if state is None else f",performer_state,{quoted(book.say(f'state.{state.value}'))}"
        cells.append(whole(_count(found, state), formula=f"COUNTIFS(performer_key,{who}{such})"))
    return tuple(cells)


def _count(found: Workload, state: TaskState | None) -> int:
    return len(found.tasks) if state is None else found.number_of(state)
