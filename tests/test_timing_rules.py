"""Rules of dates, links, work, risks and contributions near their edges: what is certain, what coarse dates leave open."""

import pytest

from strategies import SETTINGS, check_texts, lines

HEAD = (
    "units: [{id: U-IT, name: Відділ, capacity: 2}, {id: U-EXT, name: Фонд, kind: partner}]\n"
    "goals: [{id: G-NET, title: Швидкий інтернет}]\n"
)


def found(*measures: str, codes: str, more: str = "", settings: str = "") -> list[str]:
    """The codes of some rules about measures that are given without id, goal and title: M-A, M-B, …"""
    items = [
        f"  - {{id: M-{letter}, goal: G-NET, title: Захід {letter}, {fields}}}\n"
        for letter, fields in zip("ABCDE", measures, strict=False)
    ]
    text = HEAD + more + ("measures:\n" + "".join(items) if items else "")
    checked = check_texts({"a.yaml": text, "s.yaml": SETTINGS + settings})
    assert checked.plan is not None, lines(checked.diagnostics)
    return [one.code for one in checked.diagnostics if one.code in codes.split()]


@pytest.mark.parametrize(
    ("fields", "silent"),
    [
        ("duration: 3 months, after: [M-A]", True),
        ("duration: 3 months, after: [{milestone: MS-X}]", True),
        ("duration: 3 months, finish: 2026-10", True),
        ("duration: 3 months, not_before: 2026-04", True),
        ("duration: 3 months", False),
        ("after: [M-A]", False),
        ("finish: 2026-10", False),
        ("finish: 2026-10, duration: 9999 years", False),
        ("not_before: 2026-04", False),
    ],
)
def test_what_decides_a_start_in_its_place(fields: str, *, silent: bool) -> None:
    milestones = "milestones: [{id: MS-X, title: Віха, on: 2026}]\n"
    assert (found("start: 2026-01", fields, codes="SB321", more=milestones) == []) == silent


def test_a_whole_begins_with_its_parts() -> None:
    assert found("result: Мережа", "part_of: M-A, start: 2026-03, duration: 2 months", codes="SB321 SB349") == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("start: 2026-02, duration: 7 months", "start: 2026-09, after: [{measure: M-A, lag: 2 weeks}]", []),
        ("start: 2026-02, duration: 7 months", "start: 2026-09-14, after: [{measure: M-A, lag: 2 weeks}]", ["SB344"]),
        ("start: 2026-02, duration: 7 months", "start: 2026-09-15, after: [{measure: M-A, lag: 2 weeks}]", []),
        ("start: 2026-02, duration: 7 months", "start: 2026-08-18, after: [{measure: M-A, lag: -2 weeks}]", []),
        ("start: 2026-02, duration: 7 months", "start: 2026-08-17, after: [{measure: M-A, lag: -2 weeks}]", ["SB344"]),
        ("start: 2026-02-10", "start: 2026-02-09, after: [{measure: M-A, type: start-to-start}]", ["SB344"]),
        ("start: 2026-02-10", "start: 2026-02-10, after: [{measure: M-A, type: start-to-start}]", []),
        ("start: 2026-02", "start: 2026-02-01, after: [{measure: M-A, type: start-to-start}]", []),
        ("start: 2026, finish: 2026-06-10", "start: 2026, finish: 2026-06-09, after: [{measure: M-A, type: finish-to-finish}]", ["SB344"]),
        ("start: 2026, finish: 2026-06-10", "start: 2026, finish: 2026-06-10, after: [{measure: M-A, type: finish-to-finish}]", []),
        ("start: 2026, finish: 2026-06", "finish: 2026-06, after: [{measure: M-A, type: finish-to-finish}]", []),
        ("start: 2026, finish: 2026-06", "start: 2026-01, duration: 3 months, after: [{measure: M-A, type: finish-to-finish}]", ["SB344"]),
        ("finish: 2026-08", "start: 2026-05, after: [M-A]", ["SB332"]),
        ("start: 2026-02, duration: 7 months", "finish: 2026-08-31, after: [M-A]", ["SB345"]),
        ("start: 2026-02, duration: 7 months", "finish: 2026-09-01, after: [M-A]", []),
        ("start: 2026-02, duration: 7 months", "finish: 2026-09, duration: 1 month, after: [M-A]", []),
    ],
)  # fmt: skip
def test_links_of_every_type(first: str, second: str, expected: list[str]) -> None:
    assert found(first, second, codes="SB332 SB344 SB345") == expected


def test_a_start_before_the_reckoned_end_of_what_it_waits_for() -> None:
    measures = "start: 2026-02, duration: 7 months", "duration: 2 months, after: [M-A]", "start: 2026-10, after: [M-B]"
    assert found(*measures, codes="SB332") == ["SB332"]
    coarse = "start: 2026", "duration: 2 months, after: [M-A]", "start: 2026-10, after: [M-B]"
    assert found(*coarse, codes="SB332 SB344") == []


@pytest.mark.parametrize(
    ("on", "start", "expected"),
    [
        ("2026-06-10", "2026-06-10", ["SB344"]),
        ("2026-06-10", "2026-06-11", []),
        ("2026-06", "2026-06", []),
        ("2026-07", "2026-06", ["SB344"]),
    ],
)
def test_a_measure_begins_the_day_after_a_milestone(on: str, start: str, expected: list[str]) -> None:
    milestones = f"milestones: [{{id: MS-X, title: Віха, on: {on}}}]\n"
    assert found(f"start: {start}, after: [{{milestone: MS-X}}]", codes="SB344", more=milestones) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("start: 2026-02-01, duration: 2 months", "duration: 10 days, after: [M-A], deadline: 2026-04-10", []),
        ("start: 2026-02-01, duration: 2 months", "duration: 11 days, after: [M-A], deadline: 2026-04-10", ["SB341"]),
        ("start: 2026", "duration: 11 days, after: [M-A], deadline: 2026-04-10", ["SB342"]),
        ("start: 2026", "duration: 11 months, after: [M-A], deadline: 2026-04-10", ["SB341"]),
        ("start: 2026, deadline: 2026", "start: 2026", []),
        ("start: 2026-02, finish: 2026-12, deadline: 2026-12-20", "start: 2026", ["SB342"]),
        (
            "start: 2026-02, finish: 2026-11, actual: {start: 2026-02-02, finish: 2026-11-30}, deadline: 2026-10",
            "start: 2026",
            [],
        ),
        ("start: 2027-06", "duration: 7 months, after: [M-A]", ["SB328"]),
        ("start: 2027", "duration: 7 months, after: [M-A]", ["SB342"]),
    ],
)
def test_deadlines_and_the_end_of_the_strategy(first: str, second: str, expected: list[str]) -> None:
    assert found(first, second, codes="SB328 SB341 SB342 SB319") == expected


def test_a_whole_keeps_its_deadline_by_its_last_part() -> None:
    parts = "part_of: M-A, start: 2026-02-01, duration: 2 months", "part_of: M-A, duration: 2 months, after: [M-B]"
    assert found("deadline: 2026-05-31", *parts, codes="SB341 SB342") == []
    assert found("deadline: 2026-05-30", *parts, codes="SB341 SB342") == ["SB341"]


def test_working_days_count_by_the_calendar() -> None:
    measure = "start: 2026-12-21, duration: 5 working days, deadline: 2026-12-25"
    assert found(measure, codes="SB341") == []
    assert found(measure, codes="SB341", settings="  calendar: {holidays: ukraine}\n") == ["SB341"]
    assert found(measure, codes="SB341", settings="  calendar: {holidays: ukraine, holidays_worked: true}\n") == []


def test_an_endless_duration_is_reported_where_it_stands_and_nowhere_else() -> None:
    measures = "start: 2026", "duration: 9999 years, after: [M-A]", "duration: 1 month, after: [M-B]"
    assert found(*measures, codes="SB321 SB331 SB349") == ["SB331", "SB349"]


def test_people_of_a_partner_have_no_capacity_to_state() -> None:
    assert found("start: 2026, partners: [U-EXT], people: {U-EXT: 1}", codes="SB356 SB358") == []


def test_as_much_work_as_people_is_no_overload() -> None:
    assert found("start: 2026-02, lead: U-IT, people: {U-IT: 2}", codes="SB355") == []
    assert found("start: 2026-02, lead: U-IT, people: {U-IT: 2.1}", codes="SB355") == ["SB355"]


@pytest.mark.parametrize(
    ("longest", "expected"), [("4 weeks", ["SB374"]), ("31 days", []), ("30 days", []), ("1 month", []), ("27 days", ["SB374"])]
)
def test_durations_in_unlike_units_are_told_apart_only_for_certain(longest: str, expected: list[str]) -> None:
    measure = f"start: 2026, duration: 29 days, duration_range: {{shortest: 10 days, longest: {longest}}}"
    assert found(measure, codes="SB374") == expected


KPI = (
    "kpis: [{id: K-A, goal: G-NET, title: Округи, measurement_unit: %s, baseline: {value: 10}, targets: {2026: 20, 2027: 30}}]\n"
)


@pytest.mark.parametrize(
    ("unit", "given", "expected"),
    [
        ("округів", "{2026: 10, 2027: 10}", []),
        ("округів", "{2026: 9, 2027: 11}", ["SB521"]),
        ("округів", "{2026: 10, 2027: 12}", []),
        ("округів", "{2026: 10, 2027: 13}", ["SB523"]),
        ('"%"', "{2026: 10, 2027: 90}", ["SB522"]),
        ('"%"', "{2026: 10, 2027: 60}", ["SB523"]),
        ("округів", "{2025: 10, 2027: 10}", ["SB525"]),
    ],
)
def test_contributions_against_targets(unit: str, given: str, expected: list[str]) -> None:
    shown = found(
        f"start: 2026, kpis: [K-A], contributions: {{K-A: {given}}}", codes="SB521 SB522 SB523 SB525 SB526", more=KPI % unit
    )
    assert sorted(shown) == expected


def test_a_part_adds_for_its_whole() -> None:
    added = "part_of: M-A, start: 2026, kpis: [K-A], contributions: {K-A: {2026: 20}}"
    beside = "start: 2026, kpis: [K-A]"
    assert found(beside, added, codes="SB524", more=KPI % "округів") == []
    assert found(beside, added, beside, codes="SB524", more=KPI % "округів") == ["SB524"]


def test_measures_that_only_go_together_may_wait_for_each_other() -> None:
    group = "alternatives: [{id: ALT-A, title: Разом, measures: [M-A, M-B], choose: all-or-none}]\n"
    measures = "start: 2026, priority: must", "start: 2027, priority: must, after: [M-A]"
    assert found(*measures, codes="SB603 SB604 SB605", more=group) == []
