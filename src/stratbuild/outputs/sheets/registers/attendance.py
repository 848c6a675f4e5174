"""The sheet of attendance: every member beside every meeting that was held, and how often each took part."""

from decimal import ROUND_HALF_UP, Decimal

from stratbuild.model.governance.presence import Presence, Roll, rolls
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, quoted, text, whole
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address, padded
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member

_HEADER_ROW, _FIRST_ROW, _FIRST_MEETING = 2, 3, 2
_COUNTED = (Presence.PRESENT, Presence.SUBSTITUTED, Presence.ABSENT)


def attendance_sheet(book: Book) -> tuple[Sheet, Names]:
    """A row for every member, a column for every meeting of the group or a subgroup that had been held by the day."""
    held, members = rolls(book.plan.strategy, book.edition.as_of), list(book.plan.strategy.members.values())
    last, after = _FIRST_ROW + max(len(members), 1) - 1, _FIRST_MEETING + len(held)
    marks = {one.value: book.say(f"mark.{one.value}") for one in Presence}
    ending = ("attendance_present", "attendance_substituted", "attendance_absent", "attendance_share", "key")
    width = after + len(ending)
    sheet = Sheet(
        name=book.titles["attendance"],
        widths=(5, 30, *(9.5,) * len(held), 10, 10, 8, 8, 18),
        rows=(
            *title_rows(book.say("attendance_title"), book.note("attendance_note", "meetings", **marks)),
            Row((*book.headers("number", "of_member"), *(_header(book, one.meeting) for one in held), *book.headers(*ending))),
            *(Row(_cells(book, number, one, held)) for number, one in enumerate(members, start=1)),
            *(() if members else (Row(()),)),
            *(Row(padded(_totals(book, one, held, last), width, Cell(style=Style.TOTAL))) for one in _COUNTED),
        ),
        frozen=(_FIRST_ROW, _FIRST_MEETING),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        printed_columns=(0, width - 2),
        filtered=Area(_HEADER_ROW, 0, last, width - 1),
    )
    return sheet, {"attendance_marks": Area(_FIRST_ROW, _FIRST_MEETING, last, max(after - 1, _FIRST_MEETING))}


def _header(book: Book, meeting: Meeting) -> Cell:
    if meeting.kind is MeetingKind.SUBGROUP:
        short = book.say(
            "attendance_of_subgroup",
            subgroup=book.text(book.plan.strategy.subgroups[meeting.subgroup].title) if meeting.subgroup else "",
            number=meeting.number or "",
        )
    else:
        short = book.say("attendance_of_group", number=meeting.number or "")
    return Cell(book.say("attendance_meeting", meeting=short, day=meeting.starts.date()), style=Style.HEADER)


def _cells(book: Book, number: int, member: Member, held: tuple[Roll, ...]) -> tuple[Cell, ...]:
    row, after = _FIRST_ROW + number - 1, _FIRST_MEETING + len(held)
    presences = [one.by_member[member.id] for one in held]
    counts = [presences.count(one) for one in _COUNTED]
    return (
        whole(number),
        text(book.text(member.name)),
        *(code(book.say(f"mark.{one.value}")) for one in presences),
        *(
            whole(count, formula=_count(book, Area(row, _FIRST_MEETING, row, after - 1), one))
            for one, count in zip(_COUNTED, counts, strict=True)
        ),
        _share(counts, [address(row, after + place) for place in range(len(_COUNTED))]),
        code(member.id),
    )


def _totals(book: Book, presence: Presence, held: tuple[Roll, ...], last: int) -> tuple[Cell, ...]:
    first = (Cell(style=Style.TOTAL), Cell(book.say(f"attendance_{presence.value}"), style=Style.TOTAL))
    counts = (
        whole(
            one.number_of(presence),
            Style.TOTAL,
            _count(book, Area(_FIRST_ROW, _FIRST_MEETING + place, last, _FIRST_MEETING + place), presence),
        )
        for place, one in enumerate(held)
    )
    return (*first, *counts)


def _count(book: Book, area: Area, presence: Presence) -> str:
    return f"COUNTIF({area},{quoted(book.say(f'mark.{presence.value}'))})"


def _share(counts: list[int], cells: list[str]) -> Cell:
    """How much of the meetings that a member belonged to somebody came for the member; empty where there was none."""
    came, of_all = counts[0] + counts[1], sum(counts)
    part = f"({cells[0]}+{cells[1]})/SUM({cells[0]}:{cells[2]})"
    formula = f'IF(SUM({cells[0]}:{cells[2]})=0,"",ROUND({part},4))'
    value = (Decimal(came) / of_all).quantize(Decimal("0.0001"), ROUND_HALF_UP) if of_all else ""
    return Cell(value, Kind.SHARE, formula=formula, pattern="0%")
