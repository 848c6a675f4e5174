"""The group: composition, rolls, votes by the regulation, its rhythm, assignments as of a day."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.model import Plan
from stratbuild.model.governance.attendance import attendance, needed
from stratbuild.model.governance.composition import bearer, composition
from stratbuild.model.governance.rhythm import spans_without_meeting
from stratbuild.model.governance.tasks import TaskState, tasks
from stratbuild.model.governance.voting import Ground, Obstacle, Verdict, verdict
from stratbuild.quantity.moments import after_the_gap, exists, is_ambiguous, parse_moment
from stratbuild.schema.decision import Outcome
from stratbuild.schema.member import Role
from stratbuild.schema.regulation import Quorum
from stratbuild.strategy import Strategy
from strategies import check_texts, lines

SETTINGS = """
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
"""
KYIV = ZoneInfo("Europe/Kyiv")


def strategy_of(text: str, settings: str = SETTINGS) -> Strategy:
    checked = check_texts({"s.yaml": settings, "a.yaml": text})
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan.strategy


@dataclass(frozen=True)
class Sitting:
    """A vote as an independent count sees it: who is there, who may decide, how everybody voted."""

    present: int
    substituted: int
    absent: int
    interested: int
    votes: tuple[str, ...]
    """Of those who have a vote, in order; the head is the first member, present if anybody is."""
    by_name: bool
    majority: str
    tie: str
    quorum: int | None
    shift: int
    """By how much the written count is wrong."""

    @property
    def all(self) -> int:
        return self.present + self.substituted + self.absent


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    present, substituted, absent = draw(st.integers(1, 8)), draw(st.integers(0, 4)), draw(st.integers(0, 6))
    # Those who declared an interest are the last of the members present.
    interested = draw(st.integers(0, min(3, present)))
    voters = present + substituted - interested
    votes = draw(st.lists(st.sampled_from(["for", "against", "abstained", "silent"]), min_size=voters, max_size=voters))
    return Sitting(
        present,
        substituted,
        absent,
        interested,
        tuple(votes),
        draw(st.booleans()),
        draw(st.sampled_from(["of_votes", "of_present", "of_members"])),
        draw(st.sampled_from(["head", "chair", "rejected"])),
        draw(st.none() | st.integers(1, 20)),
        draw(st.sampled_from([0, 0, 0, 0, 1, -1])),
    )


def written(one: Sitting) -> str:
    """The sitting as a strategy. Members 1… are present, then come the substituted, then the absent."""
    ids = [f"MB-{number}" for number in range(1, one.all + 1)]
    present, rest = ids[: one.present], ids[one.present :]
    substituted, absent = rest[: one.substituted], rest[one.substituted :]
    away = "absences: [{since: 2025-03-01, until: 2025-03-31, reason: leave, substitute: Заступник}]"
    members = "\n".join(
        f"  - {{id: {id_}, name: Член, seat: business, since: 2025-01-01"
        + (", roles: [{role: head, since: 2025-01-01}]" if id_ == "MB-1" else "")
        + (f", {away}" if id_ in substituted else "")
        + "}"
        for id_ in ids
    )
    voters = [id_ for id_ in ids[: one.present + one.substituted] if id_ not in interested(one)]
    cast = dict(zip(voters, one.votes, strict=True))
    count = {kind: list(cast.values()).count(kind) for kind in ("for", "against", "abstained", "silent")}
    in_favour = max(0, count["for"] + one.shift)
    rest_of_votes = f"abstained: {count['abstained']}, not_voting: {count['silent']}"
    lines_of_vote = [f"votes: {{in_favour: {in_favour}, against: {count['against']}, {rest_of_votes}}}"]
    if one.by_name:
        names = ", ".join(f"{id_}: {vote}" for id_, vote in cast.items() if vote != "silent")
        lines_of_vote.append(f"by_name: {{{names}}}" if names else "text: Ухвалити.")
    elif cast.get("MB-1", "silent") != "silent":
        lines_of_vote.append(f"head_vote: {cast['MB-1']}")
    if not any(line.startswith("text") for line in lines_of_vote):
        lines_of_vote.append("text: Ухвалити.")
    if interested(one):
        lines_of_vote.append(f"interests: [{', '.join(f'{{member: {id_}}}' for id_ in interested(one))}]")
    indented = "\n".join(f"    {line}" for line in lines_of_vote)
    return f"""
members:
{members}
meetings:
  - id: MT-1
    starts: 2025-03-13 10:00
    chaired_by: MB-1
    present: [{", ".join(present)}]
    substituted: [{", ".join(substituted)}]
    absent: [{", ".join(absent)}]
decisions:
  - id: DC-1
    meeting: MT-1
{indented}
"""


def interested(one: Sitting) -> list[str]:
    return [f"MB-{one.present - number}" for number in range(one.interested)]


def settings_of(one: Sitting) -> str:
    quorum = "" if one.quorum is None else f"    quorum: {{members: {one.quorum}}}\n"
    return SETTINGS + f"  regulation:\n    majority: {one.majority}\n    tie: {one.tie}\n    substitutes_for: [leave]\n{quorum}"


def counted_anew(one: Sitting) -> str | None:
    """The outcome by a count of its own; nothing where the vote must be refused."""
    pro, contra = one.votes.count("for"), one.votes.count("against")
    if one.shift:
        return None
    if one.quorum is not None and one.present + one.substituted < one.quorum:
        return "rejected"
    of = {"of_votes": pro + contra, "of_present": len(one.votes), "of_members": one.all}[one.majority]
    if pro > of - pro:
        return "adopted"
    if pro < of - pro or of == 0:
        return "rejected"
    decides = one.tie != "rejected" and one.interested < one.present
    if not decides:
        return "rejected"
    head = one.votes[0]
    if head == "silent":
        return None  # nobody has written down how the head voted
    return "adopted" if head == "for" else "rejected"


@given(sittings())
def test_any_vote_has_the_outcome_of_an_independent_count_or_is_refused(one: Sitting) -> None:
    expected = counted_anew(one)
    if one.shift < 0 and one.votes.count("for") == 0:
        return  # nothing to take away
    strategy = strategy_without_rules(one)
    found = verdict(strategy, strategy.decisions["DC-1"])
    assert (found.outcome.value if found.outcome else None) == expected, found
    assert (found.outcome is None) == isinstance(found.why, Obstacle)
    assert len(found.voters) == len(one.votes)


def strategy_without_rules(one: Sitting) -> Strategy:
    from stratbuild.pipeline import load  # noqa: PLC0415 - the rules would refuse half of the votes
    from stratbuild.source import SourceText  # noqa: PLC0415 - as above

    loaded, found = load([SourceText("s.yaml", settings_of(one)), SourceText("a.yaml", written(one))])
    assert loaded is not None, lines(found)
    return loaded


@given(sittings())
def test_present_and_absent_are_all_members_or_it_is_told(one: Sitting) -> None:
    strategy = strategy_without_rules(one)
    roll = attendance(strategy, strategy.meetings["MT-1"])
    assert roll.is_sound
    assert len(roll.members) == one.all
    assert len(roll.voters) == one.present + one.substituted


@given(st.integers(0, 60), st.integers(1, 100), st.booleans())
def test_a_quorum_of_a_share_is_the_least_number_that_reaches_it(members: int, share: int, more_than: bool) -> None:
    least = needed(Quorum.model_validate({"share": f"{share}%", "more_than": "true" if more_than else "false"}), members)
    reached = [
        count
        for count in range(members + 2)
        if (Fraction(count * 100) > share * members if more_than else Fraction(count * 100) >= share * members)
    ]
    assert least == reached[0]


GROUP = """
members:
  - {id: MB-1, name: Перший, seat: business, since: 2025-01-10, until: 2025-02-28, roles: [{role: head, since: 2025-01-10}]}
  - {id: MB-2, name: Друга, seat: business, since: 2025-01-10, roles: [{role: head, since: 2025-03-01}]}
  - {id: MB-3, name: Третій, seat: business, since: 2025-03-01}
"""


@pytest.mark.parametrize(
    ("day", "members", "head"),
    [
        (date(2025, 1, 9), [], None),
        (date(2025, 1, 10), ["MB-1", "MB-2"], "MB-1"),
        (date(2025, 2, 28), ["MB-1", "MB-2"], "MB-1"),
        (date(2025, 3, 1), ["MB-2", "MB-3"], "MB-2"),
    ],
)
def test_the_composition_of_any_day(day: date, members: list[str], head: str | None) -> None:
    strategy = strategy_of(GROUP)
    assert [one.id for one in composition(strategy, day)] == members
    found = bearer(strategy, Role.HEAD, day)
    assert (found.id if found else None) == head


def test_the_sample_has_a_tie_a_substitute_an_interest_and_a_rejection(sample: Plan) -> None:
    found = {id_: verdict(sample.strategy, one) for id_, one in sample.strategy.decisions.items()}
    assert all(one.outcome is not None for one in found.values()), "every vote can be counted"
    assert {one.why for one in found.values()} == {Ground.MAJORITY, Ground.NO_MAJORITY, Ground.TIE_DECIDED_FOR}
    tie = found["DC-09-1"]
    assert (tie.outcome, tie.decider, tie.count and (tie.count.in_favour, tie.count.against)) == (
        Outcome.ADOPTED,
        "MB-HAVRYLIUK",
        (9, 9),
    )
    assert "MB-FEDORENKO" not in found["DC-07-2"].voters
    assert "MB-KOVAL" in found["DC-05-1"].voters, "an official came for this member, who was on a mission"
    assert found["DC-11-3"].outcome is Outcome.REJECTED


def test_the_group_of_the_sample_has_22_members_at_every_meeting(sample: Plan) -> None:
    for meeting in sample.strategy.meetings.values():
        assert len(composition(sample.strategy, meeting.starts.date())) == 22
        assert not meeting.is_held or attendance(sample.strategy, meeting).is_sound
    assert len(composition(sample.strategy, date(2024, 12, 1))) == 0
    assert spans_without_meeting(sample.strategy) == ()


def test_an_official_who_comes_for_an_absent_head_does_not_decide_a_tie() -> None:
    text = """
members:
  - id: MB-1
    name: Голова
    seat: business
    since: 2025-01-10
    roles: [{role: head, since: 2025-01-10}]
    absences: [{since: 2025-03-01, until: 2025-03-31, reason: leave, substitute: Заступник}]
  - {id: MB-2, name: Друга, seat: business, since: 2025-01-10}
meetings: [{id: MT-1, starts: "2025-03-13 10:00", present: [MB-2], substituted: [MB-1]}]
decisions: [{id: DC-1, meeting: MT-1, text: Ухвалити., by_name: {MB-1: for, MB-2: against}}]
"""
    found = verdict_of(text, "  regulation: {tie: head, substitutes_for: [leave]}\n")
    assert (found.outcome, found.why) == (Outcome.REJECTED, Ground.TIE_WITHOUT_DECIDER)


def test_without_a_regulation_no_rule_is_invented() -> None:
    found = verdict_of(
        """
members:
  - {id: MB-1, name: Голова, seat: business, since: 2025-01-10, roles: [{role: head, since: 2025-01-10}]}
  - {id: MB-2, name: Друга, seat: business, since: 2025-01-10}
  - {id: MB-3, name: Третя, seat: business, since: 2025-01-10}
meetings: [{id: MT-1, starts: "2025-03-13 10:00", present: [MB-1], absent: [MB-2, MB-3]}]
decisions: [{id: DC-1, meeting: MT-1, text: Ухвалити., votes: {in_favour: 1, against: 0, abstained: 0}}]
""",
        "",
    )
    assert (found.outcome, found.why) == (Outcome.ADOPTED, Ground.MAJORITY)


def verdict_of(text: str, settings: str) -> Verdict:
    strategy = strategy_of(text, SETTINGS + settings)
    return verdict(strategy, strategy.decisions["DC-1"])


@pytest.mark.parametrize(
    ("every", "months", "until", "missing"),
    [
        ("month", (1, 2, 4), None, [date(2025, 3, 1)]),
        ("month", (1, 2), date(2025, 4, 30), [date(2025, 3, 1)]),
        ("month", (1, 2), date(2025, 5, 1), [date(2025, 3, 1), date(2025, 4, 1)]),
        ("quarter", (1, 8), None, [date(2025, 4, 1)]),
        ("quarter", (3, 4), None, []),
    ],
)
def test_the_months_without_a_meeting(every: str, months: tuple[int, ...], until: date | None, missing: list[date]) -> None:
    meetings = "\n".join(f"  - {{id: MT-{one}, starts: '2025-{one:02}-13 10:00', present: [MB-1]}}" for one in months)
    members = "members: [{id: MB-1, name: Перший, seat: business, since: 2025-01-01, roles: [{role: head, since: 2025-01-01}]}]"
    strategy = strategy_of(f"{members}\nmeetings:\n{meetings}\n", SETTINGS + f"  regulation: {{meets_every: {every}}}\n")
    assert list(spans_without_meeting(strategy, until)) == missing


def test_assignments_as_of_a_day() -> None:
    strategy = strategy_of("""
members: [{id: MB-1, name: Перший, seat: business, since: 2025-01-01}]
assignments:
  - {id: AS-1, title: Вчасно, members: [MB-1], issued: 2025-01-10, due: 2025-01-31, done: 2025-01-31, shown_by: Файл}
  - {id: AS-2, title: Пізно, members: [MB-1], issued: 2025-01-10, due: 2025-01-31, done: 2025-02-03, shown_by: Файл}
  - {id: AS-3, title: Ні, members: [MB-1], issued: 2025-01-10, due: 2025-02-01}
  - {id: AS-4, title: Без строку, members: [MB-1], issued: 2025-02-20}
""")

    def states(day: date) -> dict[str, tuple[TaskState, int]]:
        return {one.assignment.id: (one.state, one.days_late) for one in tasks(strategy, day)}

    assert states(date(2025, 2, 1)) == {
        "AS-1": (TaskState.DONE, 0),
        "AS-2": (TaskState.OVERDUE, 1),
        "AS-3": (TaskState.OPEN, 0),
    }
    assert states(date(2025, 2, 28)) == {
        "AS-1": (TaskState.DONE, 0),
        "AS-2": (TaskState.DONE_LATE, 3),
        "AS-3": (TaskState.OVERDUE, 27),
        "AS-4": (TaskState.OPEN, 0),
    }


def test_the_clocks_of_kyiv() -> None:
    assert not exists(parse_moment("2025-03-30 03:30"), KYIV)
    assert after_the_gap(parse_moment("2025-03-30 03:30"), KYIV) == parse_moment("2025-03-30 04:30")
    assert exists(parse_moment("2025-03-30 04:00"), KYIV)
    assert is_ambiguous(parse_moment("2025-10-26 03:30"), KYIV)
    assert not is_ambiguous(parse_moment("2025-10-26 04:00"), KYIV)
    assert not is_ambiguous(parse_moment("2025-03-30 03:30"), KYIV)
