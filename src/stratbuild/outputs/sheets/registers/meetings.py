"""The sheet of meetings: when and where, how many came, how many decisions; public events among them."""

from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.model.governance.presence import MeetingState, Presence, Roll, roll, state_of
from stratbuild.model.governance.votes import votes_at
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, text, whole
from stratbuild.outputs.sheets.registers.decisions import decided_by
from stratbuild.outputs.sheets.registers.told import group_of
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.schema.meeting import Guest, Meeting, MeetingKind

_HEADER_ROW, _FIRST_ROW = 2, 3
_COLUMNS = {
    "number": 5.0,
    "meeting_what": 22.0,
    "meeting_number": 8.0,
    "meeting_date": 10.5,
    "meeting_time": 11.5,
    "meeting_place": 28.0,
    "meeting_chaired_by": 20.0,
    "meeting_secretary": 20.0,
    "meeting_present": 9.5,
    "meeting_substituted": 11.0,
    "meeting_absent": 9.5,
    "meeting_members": 9.0,
    "meeting_invited": 26.0,
    "meeting_participants": 10.0,
    "meeting_decisions": 9.0,
    "meeting_state": 13.0,
}
_INTERNAL = {"meeting_link": 30.0}
_PRESENT, _PARTICIPANTS, _DECISIONS = 8, 13, 14


def meetings_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every meeting and public event by its beginning; of one that is not held yet there are no numbers."""
    columns = {**_COLUMNS, **({} if book.edition.public else _INTERNAL), "key": 12.0}
    meetings = meetings_in_order(book.plan.strategy)
    last = _FIRST_ROW + max(len(meetings), 1) - 1
    decided = len(decided_by(book.plan, book.edition.as_of))
    total = list(
        padded((Cell(style=Style.TOTAL), Cell(book.say("total"), style=Style.TOTAL)), len(columns), Cell(style=Style.TOTAL))
    )
    total[_DECISIONS] = whole(decided, Style.TOTAL, f"SUM({Area(_FIRST_ROW, _DECISIONS, last, _DECISIONS)})")
    sheet = Sheet(
        name=book.titles["meetings"],
        widths=tuple(columns.values()),
        rows=(
            *title_rows(book.say("meetings_title"), book.note("meetings_note", "meetings", day=book.edition.as_of)),
            Row(book.headers(*columns)),
            *(Row(_cells(book, number, one, len(columns) - 1)) for number, one in enumerate(meetings, start=1)),
            Row(tuple(total)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        printed_columns=(0, len(_COLUMNS) - 1),
        filtered=Area(_HEADER_ROW, 0, last, len(columns) - 1),
    )
    return sheet, {}


def _cells(book: Book, number: int, meeting: Meeting, key: int) -> tuple[Cell, ...]:
    group, row, on = group_of(book), _FIRST_ROW + number - 1, book.edition.as_of
    state = state_of(meeting, on)
    held = state is MeetingState.HELD
    is_public = meeting.kind is MeetingKind.PUBLIC
    decided = len(votes_at(book.plan, meeting)) if meeting.starts.date() <= on else 0
    return (
        whole(number),
        text(group.body(meeting)),
        Cell() if meeting.number is None else whole(meeting.number),
        day(meeting.starts.date()),
        code(group.hours(meeting)),
        text(group.place(meeting)),
        text("" if meeting.chaired_by is None else group.member(meeting.chaired_by)),
        text("" if meeting.secretary is None else group.member(meeting.secretary)),
        *_numbers(roll(book.plan.strategy, meeting) if held and not is_public else None, row),
        text("; ".join(_guest(book, one) for one in meeting.invited)),
        Cell() if meeting.participants is None or not held else whole(meeting.participants),
        whole(decided, formula=_count(book, row, key)),
        text(book.say(state.value)),
        *(() if book.edition.public else (text(meeting.link or ""),)),
        code(meeting.id),
    )


def _numbers(found: Roll | None, row: int) -> tuple[Cell, ...]:
    if found is None:
        return (Cell(),) * 4
    numbers = [found.number_of(one) for one in (Presence.PRESENT, Presence.SUBSTITUTED, Presence.ABSENT)]
    return (*map(whole, numbers), whole(sum(numbers), formula=f"SUM({Area(row, _PRESENT, row, _PRESENT + 2)})"))


def _count(book: Book, row: int, key: int) -> str:
    """The decisions that bear the key of the meeting; none where there is no register of decisions."""
    return f"COUNTIF(decision_meetings,{address(row, key, column_fixed=True)})" if "decisions" in book.titles else "0"


def _guest(book: Book, guest: Guest) -> str:
    """Name and post; in the public edition the post alone."""
    post = book.text(guest.post)
    if book.edition.public:
        return post
    name = book.text(guest.name)
    return book.say("guest_and_post", guest=name, post=post) if post else name
