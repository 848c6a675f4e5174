"""The sheet of decisions: the text, the votes, what they come to by the regulation and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from stratbuild.model import Plan
from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.model.governance.votes import verdict_of
from stratbuild.model.governance.voting import Verdict
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, quoted, text, whole
from stratbuild.outputs.sheets.registers.told import group_of
from stratbuild.render.workbook import Area, Cell, Highlight, Look, Row, Sheet, address
from stratbuild.schema.decision import GroupDecision, Outcome

_HEADER_ROW, _FIRST_ROW = 2, 3
_COLUMNS = {
    "number": 5.0,
    "decision_date": 10.5,
    "decision_meeting": 18.0,
    "decision_minutes": 10.0,
    "decision_item": 24.0,
    "decision_text": 40.0,
    "decision_for": 5.5,
    "decision_against": 8.0,
    "decision_abstained": 11.5,
    "decision_not_voting": 12.0,
    "decision_outcome": 11.5,
    "decision_why": 30.0,
    "decision_interests": 24.0,
    "decision_approves": 24.0,
    "decision_confirmed_by": 21.0,
    "key": 12.0,
    "meeting_key": 12.0,
}
_OUTCOME = list(_COLUMNS).index("decision_outcome")


def decided_by(plan: Plan, on: date) -> Sequence[GroupDecision]:
    """What had been put to the vote by a day, by meeting and point of the agenda."""
    strategy = plan.strategy
    order = {one.id: place for place, one in enumerate(meetings_in_order(strategy))}
    voted = (one for one in strategy.decisions.values() if strategy.meetings[one.meeting].starts.date() <= on)
    return sorted(voted, key=lambda one: (order[one.meeting], one.item or 0))


def decisions_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every decision that had been put to the vote; what was not adopted stands out."""
    decisions = decided_by(book.plan, book.edition.as_of)
    last = _FIRST_ROW + max(len(decisions), 1) - 1
    adopted = book.say(f"outcome.{Outcome.ADOPTED.value}")
    outcome = address(_FIRST_ROW, _OUTCOME)
    sheet = Sheet(
        name=book.titles["decisions"],
        widths=tuple(_COLUMNS.values()),
        rows=(
            *title_rows(book.say("decisions_title"), book.note("decisions_note", "decisions")),
            Row(book.headers(*_COLUMNS)),
            *(Row(_cells(book, number, one)) for number, one in enumerate(decisions, start=1)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(_COLUMNS) - 1),
        printed_columns=(0, len(_COLUMNS) - 3),
        highlights=(
            Highlight(Area(_FIRST_ROW, _OUTCOME, last, _OUTCOME), f'AND({outcome}<>"",{outcome}<>{quoted(adopted)})', Look.ALERT),
        ),
    )
    return sheet, {"decision_meetings": Area(_FIRST_ROW, len(_COLUMNS) - 1, last, len(_COLUMNS) - 1)}


def _cells(book: Book, number: int, decision: GroupDecision) -> tuple[Cell, ...]:
    group, strategy = group_of(book), book.plan.strategy
    meeting, found = strategy.meetings[decision.meeting], verdict_of(book.plan, decision)
    return (
        whole(number),
        day(meeting.starts.date()),
        text(group.body(meeting)),
        Cell() if meeting.number is None else whole(meeting.number),
        text(_item(book, decision)),
        text(book.text(decision.text)),
        *_votes(found),
        text(group.outcome(found)),
        text(group.why(decision, found)),
        text("; ".join(map(group.interest, decision.interests))),
        text("; ".join(_approved(book, decision))),
        text(book.text(decision.confirmed_by)),
        code(decision.id),
        code(meeting.id),
    )


def _votes(found: Verdict) -> tuple[Cell, ...]:
    if found.count is None:
        return (Cell(),) * 4
    return tuple(map(whole, (found.count.in_favour, found.count.against, found.count.abstained, found.count.not_voting)))


def _item(book: Book, decision: GroupDecision) -> str:
    agenda = book.plan.strategy.meetings[decision.meeting].agenda
    if decision.item is None:
        return ""
    if not 1 <= decision.item <= len(agenda):
        return str(decision.item)
    return book.say("item_and_title", item=decision.item, title=book.text(agenda[decision.item - 1].title))


def _approved(book: Book, decision: GroupDecision) -> Iterator[str]:
    if decision.approves_strategy:
        yield book.say("approves_strategy")
    yield from map(group_of(book).item, decision.approves)
    if decision.changes_regulation is not None:
        yield book.say("changes_regulation", change=book.text(decision.changes_regulation))
