"""What has happened moves what has not; work against people, month by month; contributions against targets."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratbuild.model import Plan
from stratbuild.model.workdays import orthodox_easter
from strategies import SETTINGS, check_texts

GOAL = "goals: [{id: G-A, title: Ціль}]\n"


def plan_of(text: str, more: str = "") -> Plan:
    plan = check_texts({"a.yaml": GOAL + text, "s.yaml": SETTINGS + more}).plan
    assert plan is not None
    return plan


def shown(plan: Plan, id_: str) -> str:
    window = plan.forecast[id_]
    return f"{window.first} {window.last}"


def test_without_actual_dates_the_forecast_is_the_plan() -> None:
    plan = plan_of("measures: [{id: M-A, goal: G-A, title: а, start: 2025-03, duration: 2 months}]\n")
    assert plan.status_day is None
    assert shown(plan, "M-A") == "2025-03-01 2025-04-30"
    assert plan.slips == {}


CHAIN = """
measures:
  - {id: M-A, goal: G-A, title: а, start: 2025-03, duration: 2 months, actual: %s}
  - {id: M-B, goal: G-A, title: б, start: 2025-05-01, duration: 1 month, after: [M-A]}
  - {id: M-C, goal: G-A, title: в, duration: 1 month, after: [{measure: M-B, lag: 1 week}]}
  - {id: M-D, goal: G-A, title: г, start: 2025-09, duration: 1 month}
milestones: [{id: MS-X, title: Готово, after: [M-C]}]
"""


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        # Late by ten days: what waits moves, what does not wait stays.
        ("{start: 2025-03-03, finish: 2025-05-10}", ["2025-03-03 2025-05-10", "2025-05-11 2025-06-10", "2025-06-18 2025-07-17"]),
        # Early: what has a stated start stays where it is.
        ("{start: 2025-03-01, finish: 2025-04-10}", ["2025-03-01 2025-04-10", "2025-05-01 2025-05-31", "2025-06-08 2025-07-07"]),
        # Running: it takes as long as planned from when it really began.
        ("{start: 2025-03-20}", ["2025-03-20 2025-05-19", "2025-05-20 2025-06-19", "2025-06-27 2025-07-26"]),
        # Only its end is known.
        ("{finish: 2025-05-02}", ["2025-03-01 2025-05-02", "2025-05-03 2025-06-02", "2025-06-10 2025-07-09"]),
    ],
)
def test_what_has_happened_moves_what_waits_for_it(actual: str, expected: list[str]) -> None:
    plan = plan_of(CHAIN % actual)
    assert [shown(plan, id_) for id_ in ("M-A", "M-B", "M-C")] == expected
    assert shown(plan, "M-D") == "2025-09-01 2025-09-30"
    assert plan.forecast["MS-X"].last == plan.forecast["M-C"].last
    # The plan itself stays what was adopted.
    assert (plan.windows["M-A"].last, plan.windows["M-C"].first) == (date(2025, 4, 30), date(2025, 6, 8))


def test_what_has_not_begun_by_the_day_of_the_status_begins_after_it() -> None:
    plan = plan_of(CHAIN % "{start: 2025-03-01, finish: 2025-04-30}", "  status_on: 2025-09-14\n")
    assert shown(plan, "M-B") == "2025-09-15 2025-10-14"
    assert shown(plan, "M-D") == "2025-09-15 2025-10-14"
    assert plan.slips["M-D"] == 14
    assert "M-A" not in plan.slips


def test_a_running_measure_is_not_over_before_the_day_of_the_status() -> None:
    plan = plan_of(CHAIN % "{start: 2025-03-01}", "  status_on: 2025-06-30\n")
    assert shown(plan, "M-A") == "2025-03-01 2025-07-01"


def test_coarse_dates_that_overlap_in_the_plan_may_do_so_in_the_forecast() -> None:
    plan = plan_of(
        """
measures:
  - {id: M-A, goal: G-A, title: а, start: 2025, actual: {start: 2025-01-11}}
  - {id: M-B, goal: G-A, title: б, start: 2025, after: [M-A]}
"""
    )
    assert shown(plan, "M-A") == "2025-01-11 2026-01-10"
    assert shown(plan, "M-B") == "2025-01-12 2026-01-11"


LOAD = """
units:
  - {id: U-A, name: Відділ, capacity: 1.5, person_months: {2026: 18}}
  - {id: U-B, name: Без людей}
measures:
  - {id: M-A, goal: G-A, title: а, lead: U-A, start: 2025-02, duration: 2 months, people: {U-A: 1}}
  - {id: M-B, goal: G-A, title: б, lead: U-A, start: 2025-02-15, finish: 2025-03-31, person_months: {U-A: 3, U-B: 1}}
  - {id: M-C, goal: G-A, title: в, lead: U-A, start: 2026-01, duration: 1 month, people: {U-A: 1.5}}
  - {id: M-D, goal: G-A, title: г, lead: U-A, start: 2025-02}
"""


def test_load_is_people_by_month_on_average() -> None:
    plan = plan_of(LOAD)
    february, march = plan.loads["U-A"][date(2025, 2, 1)], plan.loads["U-A"][date(2025, 3, 1)]
    # 14 of 28 days in February and all of March are one month and a half, so two people.
    assert february.needed == 1 + 2 * Fraction(14, 28)
    assert march.needed == 3
    assert march.by_measure == {"M-A": 1, "M-B": 2}
    assert (february.over, march.over) == (Fraction(1, 2), Fraction(3, 2))
    assert plan.loads["U-A"][date(2026, 1, 1)].capacity == Fraction(3, 2)
    assert plan.loads["U-B"][date(2025, 3, 1)].over == 0
    assert [(one.unit, one.month) for one in plan.overloads] == [("U-A", date(2025, 2, 1)), ("U-A", date(2025, 3, 1))]


def test_once_it_is_known_how_things_stand_only_overloads_to_come_count() -> None:
    late = LOAD.replace("start: 2025-02, duration: 2 months,", "start: 2025-02, duration: 2 months, actual: {start: 2025-03-10},")
    plan = plan_of(late, "  status_on: 2025-03-31\n")
    # By the plan February and March are overloaded; as it stands M-A goes on in April, when M-B, not begun, begins.
    (april,) = plan.overloads
    assert (april.month, april.load.by_measure["M-A"]) == (date(2025, 4, 1), Fraction(1))
    assert april.load.by_measure["M-B"] == 3 / (1 + Fraction(15, 31))
    assert set(plan.loads["U-A"]) == {date(2025, 2, 1), date(2025, 3, 1), date(2026, 1, 1)}
    assert plan_of(LOAD, "  status_on: 2025-02-28\n").overloads[0].month == date(2025, 3, 1)


@settings(deadline=None, max_examples=50)
@given(st.dates(date(2025, 1, 1), date(2025, 12, 1)), st.integers(1, 500), st.integers(1, 60))
def test_person_months_are_all_in_the_load_wherever_the_measure_lies(first: date, days: int, work: int) -> None:
    plan = plan_of(
        "units: [{id: U-A, name: Відділ, capacity: 1}]\nmeasures: [{id: M-A, goal: G-A, title: а, lead: U-A, "
        f"start: {first}, duration: {days} days, person_months: {{U-A: {work}}}}}]\n"
    )
    assert sum(load.needed for load in plan.loads["U-A"].values()) == work


def test_contributions_add_up_with_their_overlap() -> None:
    plan = plan_of(
        """
kpis:
  - {id: K-A, goal: G-A, title: а, baseline: {value: 20}, overlap: 10%, targets: {2025: 30, 2027: 80}}
  - {id: K-B, goal: G-A, title: б, targets: {2027: 5}}
measures:
  - {id: M-A, goal: G-A, title: а, kpis: [K-A], contributions: {K-A: {2025: 10, 2026: 20}, K-B: {2026: 1}}}
  - {id: M-B, goal: G-A, title: б, kpis: [K-A], contributions: {K-A: {2026: 20}}}
"""
    )
    found = plan.contributions["K-A"]
    assert list(plan.contributions) == ["K-A"]
    assert {year: (one.reached, one.gap) for year, one in found.by_year.items()} == {
        2025: (Decimal(29), Decimal(1)),
        2026: (Decimal(65), None),
        2027: (Decimal(65), Decimal(15)),
    }
    assert found.by_measure == {"M-A": 30, "M-B": 20}


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-05-05"), (2025, "2025-04-20"), (2026, "2026-04-12"), (2027, "2027-05-02")]
)
def test_easter_is_the_orthodox_one(year: int, day: str) -> None:
    assert orthodox_easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("calendar", "last"),
    [
        ("", "2025-12-26"),
        ("  calendar: {holidays: ukraine}\n", "2025-12-29"),
        ("  calendar: {holidays: ukraine, holidays_worked: true}\n", "2025-12-26"),
        ("  calendar: {days_off: [2025-12-24], days_worked: [2025-12-27]}\n", "2025-12-27"),
    ],
)
def test_working_days_are_counted_by_the_calendar_of_the_strategy(calendar: str, last: str) -> None:
    text = "measures: [{id: M-A, goal: G-A, title: а, start: 2025-12-22, duration: 5 working days}]\n"
    assert plan_of(text, calendar).windows["M-A"].last == date.fromisoformat(last)


def test_a_holiday_on_a_weekend_gives_the_next_working_day_off() -> None:
    plan = plan_of("measures: []\n", "  calendar: {holidays: ukraine}\n")
    # 24 August 2025 is a Sunday, 28 June 2025 a Saturday, 20 April 2025 Easter.
    off = [
        day
        for day in (date(2025, 8, 25), date(2025, 6, 30), date(2025, 4, 21), date(2025, 6, 9))
        if not plan.workdays.is_worked(day)
    ]
    assert len(off) == 4


def test_a_whole_without_dates_lasts_as_long_as_its_parts() -> None:
    plan = plan_of(
        """
measures:
  - {id: M-W, goal: G-A, title: ціле, after: [M-A]}
  - {id: M-A, goal: G-A, title: а, start: 2025-01, duration: 1 month}
  - {id: M-P, goal: G-A, title: п, part_of: M-W, duration: 2 months}
  - {id: M-Q, goal: G-A, title: р, part_of: M-W, duration: 1 month, after: [M-P]}
  - {id: M-B, goal: G-A, title: б, duration: 1 week, after: [M-W]}
"""
    )
    windows = {id_: f"{one.first} {one.last}" for id_, one in plan.windows.items()}
    assert windows == {
        "M-W": "2025-02-01 2025-04-30",
        "M-A": "2025-01-01 2025-01-31",
        "M-P": "2025-02-01 2025-03-31",
        "M-Q": "2025-04-01 2025-04-30",
        "M-B": "2025-05-01 2025-05-07",
    }
    assert plan.critical_path == ("M-A", "M-P", "M-Q", "M-B")


def test_a_circle_through_a_whole_is_told() -> None:
    checked = check_texts(
        {
            "a.yaml": GOAL
            + """measures:
  - {id: M-W, goal: G-A, title: ціле, after: [M-A]}
  - {id: M-P, goal: G-A, title: п, part_of: M-W, duration: 2 months}
  - {id: M-A, goal: G-A, title: а, after: [M-P], duration: 1 month}
""",
            "s.yaml": SETTINGS,
        }
    )
    assert checked.plan is None
    assert [one.code for one in checked.diagnostics] == ["SB301"]
