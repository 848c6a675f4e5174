"""The sheet of members: in which capacity, in which post, since when, in which role, by which act."""

from datetime import date

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, text, whole
from stratbuild.outputs.sheets.registers.told import group_of
from stratbuild.render.workbook import Area, Cell, Row, Sheet
from stratbuild.schema.member import Member

_HEADER_ROW, _FIRST_ROW = 2, 3
_COLUMNS = {
    "number": 5.0,
    "member_name": 26.0,
    "member_seat": 18.0,
    "member_post": 28.0,
    "member_unit": 30.0,
    "member_roles": 20.0,
    "member_subgroups": 17.0,
    "member_since": 10.5,
    "member_until": 10.5,
    "member_state": 10.0,
    "member_appointed_by": 25.0,
    "member_dismissed_by": 25.0,
}
_INTERNAL = {"member_email": 24.0, "member_phone": 17.0}
"""Not in the public edition, which is without these columns; nobody needs them on paper."""


def members_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every member in the order of the strategy, those who are members no more among them."""
    columns = {**_COLUMNS, **({} if book.edition.public else _INTERNAL), "key": 18.0}
    members = list(book.plan.strategy.members.values())
    last = _FIRST_ROW + max(len(members), 1) - 1
    sheet = Sheet(
        name=book.titles["members"],
        widths=tuple(columns.values()),
        rows=(
            *title_rows(book.say("members_title"), book.note("members_note", "members", day=book.edition.as_of)),
            Row(book.headers(*columns)),
            *(Row(_cells(book, number, one)) for number, one in enumerate(members, start=1)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        printed_columns=(0, len(_COLUMNS) - 1),
        filtered=Area(_HEADER_ROW, 0, last, len(columns) - 1),
    )
    return sheet, {}


def _cells(book: Book, number: int, member: Member) -> tuple[Cell, ...]:
    group = group_of(book)
    internal = () if book.edition.public else (text(book.text(member.email)), text(book.text(member.phone)))
    return (
        whole(number),
        text(book.text(member.name)),
        text(group.say(f"seat.{member.seat.value}")),
        text(book.text(member.post)),
        text(group.works_in(member)),
        text("; ".join(map(group.role, member.roles))),
        text("; ".join(_subgroups(book, member))),
        day(member.since),
        day(member.until),
        text(book.say(_state(member, book.edition.as_of))),
        text(book.text(member.appointed_by)),
        text(book.text(member.dismissed_by)),
        *internal,
        code(member.id),
    )


def _subgroups(book: Book, member: Member) -> list[str]:
    found = (one for one in book.plan.strategy.subgroups.values() if member.id in {*one.members, one.head})
    return [
        book.say("subgroup_head", subgroup=book.text(one.title)) if one.head == member.id else book.text(one.title)
        for one in found
    ]


def _state(member: Member, on: date) -> str:
    if member.sits_on(on):
        return "sits"
    return "not_yet" if on < member.since else "no_more"
