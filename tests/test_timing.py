"""The critical path method against another reckoning: dates found by trying every day, floats by really moving."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from stratbuild.model import Plan
from stratbuild.model.length import lagged as lagged_moment
from stratbuild.model.length import unlagged
from stratbuild.quantity import DurationUnit, Lag, Workdays
from strategies import check_texts

DAY = timedelta(days=1)
FIRST = date(2025, 1, 1)
OFF = (date(2025, 1, 6), date(2025, 1, 20), date(2025, 2, 3))
CALENDAR = f"calendar: {{days_off: [{', '.join(map(str, OFF))}], days_worked: [2025-01-11]}}"
SETTINGS = f"""\
strategy:
  title: Цифрова стратегія
  community: {{name: Громада}}
  period: {{start: 2025-01-01, finish: 2027-12-31}}
  language: uk
  {CALENDAR}
goals: [{{id: G-A, title: Ціль}}]
"""


def is_worked(day: date) -> bool:
    return day == date(2025, 1, 11) or (day.weekday() < 5 and day not in OFF)


@dataclass(frozen=True)
class Wait:
    before: int
    type: str
    lag: tuple[int, str] | None


@dataclass(frozen=True)
class Task:
    length: tuple[int, str]
    waits: tuple[Wait, ...]
    start: date | None = None
    not_before: date | None = None
    deadline: date | None = None

    def text(self, number: int) -> str:
        fields = {"id": f"M-{number}", "goal": "G-A", "title": f"Захід {number}", "duration": "{} {}".format(*self.length)}
        fields |= {name: str(day) for name in ("start", "not_before", "deadline") if (day := getattr(self, name))}
        after = [
            f"{{measure: M-{one.before}, type: {one.type}" + (f", lag: {one.lag[0]} {one.lag[1]}" if one.lag else "") + "}"
            for one in self.waits
        ]
        return "  - {" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + f", after: [{', '.join(after)}]}}\n"


def moved(day: date, count: int, unit: str) -> date:
    """So much later, found step by step."""
    if unit == "months":
        return day + relativedelta(months=count)
    if unit != "working days":
        return day + count * (7 if unit == "weeks" else 1) * DAY
    while not is_worked(day):
        day += DAY
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_worked(day):
            day += step
    return day


def end(task: Task, start: date) -> date:
    """The day after the last."""
    count, unit = task.length
    if unit == "working days":
        while not is_worked(start):
            start += DAY
        for _ in range(count - 1):
            start += DAY
            while not is_worked(start):
                start += DAY
        return start + DAY
    return moved(start, count, unit)


def lagged(day: date, wait: Wait) -> date:
    return day if wait.lag is None else moved(day, *wait.lag)


def allows(task: Task, start: date, wait: Wait, before: tuple[date, date], tolerated: int) -> bool:
    """Whether a link lets a measure start on a day; days that the plan itself has overlapping do not count."""
    on = start + tolerated * DAY
    match wait.type:
        case "finish-to-start":
            return on >= lagged(before[1], wait)
        case "start-to-start":
            return on >= lagged(before[0], wait)
    return end(task, on) >= lagged(before[1], wait)


def reckoned(
    tasks: list[Task], least: Mapping[int, date], tolerated: Mapping[tuple[int, int], int] | None = None
) -> list[tuple[date, date]]:
    """The earliest start and end of each, by trying one day after another; each waits only for those before it.

    Without `tolerated` a stated start is kept as it is; with it, it is the earliest.
    """
    found: list[tuple[date, date]] = []
    for number, task in enumerate(tasks):
        start = task.start or task.not_before or (min((FIRST, *(one[0] for one in found))) - 300 * DAY if task.waits else FIRST)
        start = max(start, least.get(number, start))
        if tolerated is not None or task.start is None:
            overlap = tolerated or {}
            while not all(
                allows(task, start, wait, found[wait.before], overlap.get((number, place), 0))
                for place, wait in enumerate(task.waits)
            ):
                start += DAY
            if task.start is None:
                while task.length[1] == "working days" and not is_worked(start):
                    start += DAY
        found.append((start, end(task, start)))
    return found


def overlaps(tasks: list[Task], planned: list[tuple[date, date]]) -> dict[tuple[int, int], int]:
    """By measure and place of a link: by how many days the text itself contradicts it."""
    found = {}
    for number, task in enumerate(tasks):
        for place, wait in enumerate(task.waits):
            days = 0
            while not allows(task, planned[number][0], wait, planned[wait.before], days):
                days += 1
            found[number, place] = days
    return found


lengths = st.one_of(
    st.tuples(st.integers(1, 40), st.just("days")),
    st.tuples(st.integers(1, 12), st.just("working days")),
    st.tuples(st.integers(1, 4), st.just("weeks")),
    st.tuples(st.integers(1, 3), st.just("months")),
)
lags = st.one_of(
    st.none(),
    st.tuples(st.integers(-20, 20).filter(bool), st.sampled_from(["days", "working days"])),
    st.tuples(st.sampled_from([-1, 1, 2]), st.sampled_from(["weeks", "months"])),
)
days = st.dates(date(2025, 1, 1), date(2025, 6, 30))


@st.composite
def plans(draw: st.DrawFn) -> list[Task]:
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 7))):
        chosen = draw(st.lists(st.integers(0, number - 1), max_size=3, unique=True)) if number else []
        types = st.sampled_from(["finish-to-start", "start-to-start", "finish-to-finish"])
        waits = tuple(Wait(before, draw(types), draw(lags)) for before in chosen)
        pinned = draw(st.sampled_from([None, None, "start", "not_before"]))
        day = draw(days)
        deadline = draw(st.one_of(st.none(), st.none(), st.dates(date(2025, 3, 1), date(2025, 12, 31))))
        tasks.append(
            Task(draw(lengths), waits, day if pinned == "start" else None, day if pinned == "not_before" else None, deadline)
        )
    return tasks


def plan_of(tasks: list[Task]) -> Plan:
    text = SETTINGS + "measures:\n" + "".join(task.text(number) for number, task in enumerate(tasks))
    plan = check_texts({"a.yaml": text}).plan
    assert plan is not None
    return plan


@settings(deadline=None, max_examples=150)
@given(plans())
def test_dates_are_those_found_by_trying_every_day(tasks: list[Task]) -> None:
    plan = plan_of(tasks)
    expected = reckoned(tasks, {})
    for number, (start, after) in enumerate(expected):
        one = plan.timing[f"M-{number}"]
        assert (one.first, one.last) == (start, after - DAY), number


@settings(deadline=None, max_examples=60)
@given(plans())
def test_a_float_is_how_far_a_measure_can_really_be_moved(tasks: list[Task]) -> None:
    plan = plan_of(tasks)
    planned = reckoned(tasks, {})
    tolerated = overlaps(tasks, planned)
    horizon = max(after for _, after in planned)

    def fits(number: int, shift: int) -> bool:
        """Whether all ends stay within the end of the plan and their deadlines when one starts so much later."""
        new = reckoned(tasks, {number: planned[number][0] + shift * DAY}, tolerated)
        limits = [min(horizon, task.deadline + DAY) if task.deadline else horizon for task in tasks]
        on_its_way = downstream(tasks, number)
        return all(new[other][1] <= limits[other] for other in on_its_way)

    for number in range(len(tasks)):
        room = plan.timing[f"M-{number}"].total_float
        if not fits(number, 0):  # a deadline is missed already, by itself or by what waits for it
            assert min(plan.timing[f"M-{other}"].total_float for other in downstream(tasks, number)) < 0
            continue
        assert room >= 0
        assert fits(number, room), number
        assert not fits(number, room + 1), number


def downstream(tasks: list[Task], number: int) -> set[int]:
    """A measure and all that waits for it, however far."""
    found = {number}
    for other, task in enumerate(tasks):
        if any(wait.before in found for wait in task.waits):
            found.add(other)
    return found


def test_the_critical_path_is_the_chain_that_decides_the_end() -> None:
    plan = plan_of(
        [
            Task((10, "days"), ()),
            Task((3, "days"), (Wait(0, "finish-to-start", None),)),
            Task((20, "days"), (Wait(0, "finish-to-start", (5, "days")),)),
            Task((1, "weeks"), (Wait(1, "finish-to-start", None), Wait(2, "finish-to-start", None))),
        ]
    )
    assert plan.critical_path == ("M-0", "M-2", "M-3")
    assert plan.timing["M-1"].total_float == plan.timing["M-1"].free_float == 22
    assert [plan.timing[id_].critical for id_ in ("M-0", "M-1", "M-2", "M-3")] == [True, False, True, True]
    assert plan.timing["M-3"].last == date(2025, 2, 11)


@pytest.mark.parametrize(
    ("type_", "lag", "start"),
    [
        ("finish-to-start", None, "2025-02-01"),
        ("finish-to-start", (1, "months"), "2025-03-01"),
        ("finish-to-start", (-10, "working days"), "2025-01-17"),
        ("start-to-start", None, "2025-01-01"),
        ("start-to-start", (2, "weeks"), "2025-01-15"),
        ("finish-to-finish", None, "2025-01-27"),
        ("finish-to-finish", (3, "days"), "2025-01-30"),
    ],
)
def test_each_type_of_link_by_hand(type_: str, lag: tuple[int, str] | None, start: str) -> None:
    plan = plan_of([Task((1, "months"), ()), Task((5, "days"), (Wait(0, type_, lag),))])
    assert plan.timing["M-1"].first == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("type_", "lag", "day"),
    [
        ("finish-to-start", None, "2025-01-03"),
        ("finish-to-start", (5, "working days"), "2025-01-11"),
        ("finish-to-start", (-2, "working days"), "2025-01-01"),
        ("finish-to-start", (2, "days"), "2025-01-05"),
        ("start-to-start", (3, "working days"), "2025-01-07"),
        ("finish-to-finish", (1, "working days"), "2025-01-07"),
    ],
)
def test_a_milestone_so_many_working_days_later_is_on_a_working_day(type_: str, lag: tuple[int, str] | None, day: str) -> None:
    """The measure runs from Wednesday 1 to Friday 3 January 2025; Monday 6 is not worked, Saturday 11 is."""
    said = "" if lag is None else f", lag: {lag[0]} {lag[1]}"
    text = SETTINGS + (
        "measures: [{id: M-A, goal: G-A, title: а, start: 2025-01-01, finish: 2025-01-03}]\n"
        f"milestones: [{{id: MS-A, title: в, after: [{{measure: M-A, type: {type_}{said}}}]}}]\n"
    )
    plan = check_texts({"a.yaml": text}).plan
    assert plan is not None
    assert plan.milestones["MS-A"] == date.fromisoformat(day)


@given(st.integers(736_000, 738_000), st.integers(-30, 30).filter(bool), st.sampled_from(list(DurationUnit)), st.booleans())
def test_the_way_back_over_a_lag_is_the_last_that_leads_no_further(
    moment: int, count: int, unit: DurationUnit, is_milestone: bool
) -> None:
    workdays, lag = Workdays(frozenset({date(2019, 1, 1)})), Lag(count, unit)
    sooner = unlagged(moment, lag, workdays, is_milestone=is_milestone)
    assert lagged_moment(sooner, lag, workdays, is_milestone=is_milestone) <= moment
    assert lagged_moment(sooner + 1, lag, workdays, is_milestone=is_milestone) > moment


@pytest.mark.parametrize("lag", ["0 days", "-0 weeks", "0 working days", "0 місяців"])
def test_a_lag_of_nothing_is_none(lag: str) -> None:
    """The measure ends on a Saturday: in working days, too, what waits begins on the day after."""
    text = SETTINGS + (
        "measures:\n- {id: M-A, goal: G-A, title: а, start: 2025-01-01, duration: 4 days}\n"
        f"- {{id: M-B, goal: G-A, title: б, duration: 1 day, after: [{{measure: M-A, lag: {lag}}}]}}\n"
    )
    plan = check_texts({"a.yaml": text}).plan
    assert plan is not None
    assert plan.timing["M-B"].first == date(2025, 1, 5)
    (dependency,) = plan.strategy.measures["M-B"].after
    assert dependency.is_plain
