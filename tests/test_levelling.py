"""Dates within the people of the units: nobody has too much work, links and limits hold, the best is found, only dates are written."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path
from random import Random

import pytest

from levelled import contradictions, overloaded_days, random_lists, random_plan, windows_after
from plan_samples import plan_of
from stratbuild.cli import main
from stratbuild.model import Plan
from stratbuild.model.length import Days
from stratbuild.planning.levelling import Proposal, level, writing
from stratbuild.planning.levelling.cp_sat import Limits, Objective, cp_sat
from stratbuild.planning.levelling.levelling import Solver
from stratbuild.planning.levelling.places import DayPlaces, Place, StepPlaces
from stratbuild.planning.levelling.problem import Demand, Limit, LimitKind, Problem, Task, Wait
from stratbuild.planning.levelling.serial import serial
from stratbuild.quantity import EVERY_WEEKDAY, PlanDate
from stratbuild.rewrite import rewrite
from stratbuild.schema.dependency import DependencyType
from stratbuild.source import SourceText
from strategies import SETTINGS

PSPLIB = sorted((Path(__file__).parent / "data" / "psplib").glob("*.json"))
UNITS = """\
units:
  - {id: U-IT, name: Відділ цифрового розвитку, capacity: 1.5}
goals:
  - {id: G-A, title: Ціль}
measures:
"""


def plan(measures: str, more: str = "") -> Plan:
    return plan_of(UNITS + measures + more, SETTINGS)


def first_days(proposal: Proposal) -> dict[str, str]:
    return {one.measure: one.window.first.isoformat() for one in proposal.moves}


def stays(plan: Plan, proposal: Proposal) -> set[str]:
    """The measures that nothing may move, and those for which no place was found."""
    measures = plan.strategy.measures.values()
    wholes = {one.part_of for one in measures}
    settled = {
        one.id
        for one in measures
        if one.fixed or one.actual or one.id in wholes or (one.part_of and one.part_of not in plan.network.nodes)
    }
    return settled | {one.measure for one in proposal.not_placed}


def assert_sound(plan: Plan, proposal: Proposal) -> None:
    """No unit has too much work on any day through a measure that could move; links, fixed dates and deadlines hold."""
    windows, moved = windows_after(plan, proposal), {one.measure for one in proposal.moves}
    settled = stays(plan, proposal)
    assert not moved & settled
    for day, unit, there in overloaded_days(plan, windows):
        assert there <= settled, (day, unit, there - settled)
    before = contradictions(plan, plan.forecast)
    for link, late in contradictions(plan, windows).items():
        assert late <= before[link], link
    for id_ in moved:
        deadline = plan.strategy.measures[id_].deadline
        latest = max(date.max if deadline is None else deadline.last, plan.forecast[id_].last)
        assert plan.forecast[id_].first <= windows[id_].first
        assert windows[id_].last <= min(latest, max(plan.period.last, plan.forecast[id_].last))


@pytest.mark.parametrize("block", range(10))
def test_nobody_has_too_much_work_and_links_hold(block: int) -> None:
    moved = 0
    for seed in range(block * 20, block * 20 + 20):
        found = random_plan(seed)
        proposal = level(found, serial)
        assert_sound(found, proposal)
        moved += len(proposal.moves)
    assert moved > 10


@pytest.mark.parametrize("seed", range(0, 40, 4))
def test_the_solver_keeps_the_same_and_is_no_worse_than_the_rule(seed: int) -> None:
    found = random_plan(seed)
    by_rule, proposal = level(found, serial), level(found, lambda problem: cp_sat(problem, limits=Limits(Decimal(0))))
    assert_sound(found, proposal)
    assert proposal.proof.bound <= proposal.proof.objective
    assert len(proposal.not_placed) <= len(by_rule.not_placed)
    if len(proposal.not_placed) == len(by_rule.not_placed):
        assert proposal.proof.objective <= by_rule.proof.objective


@pytest.mark.parametrize("block", range(5))
def test_files_with_the_dates_written_give_the_proposed_plan(block: int) -> None:
    written = 0
    for seed in range(block * 20, block * 20 + 20):
        lists, settings = random_lists(seed)
        found = plan_of(lists, settings)
        proposal = level(found, serial)
        wanted = writing(found, proposal)
        if not wanted.edits:
            assert not proposal.moves
            continue
        changed = plan_of(rewrite(SourceText("a.yaml", lists), wanted.edits["a.yaml"]).content, settings)
        assert {id_: changed.windows[id_] for id_ in wanted.windows} == dict(wanted.windows)
        assert [changed.windows[one.measure] for one in proposal.moves] == [one.window for one in proposal.moves]
        written += len(proposal.moves)
    assert written > 10


@pytest.mark.parametrize("solver", [serial, cp_sat])
def test_the_same_plan_always_gets_the_same_dates(solver: Solver) -> None:
    assert level(random_plan(8), solver).moves == level(random_plan(8), solver).moves != ()


@dataclass(frozen=True)
class Small:
    """A measure that states months: the first, how many, its people, its weight, what it waits for, its last possible month."""

    month: int
    months: int
    people: Decimal
    weight: int
    before: str | None
    deadline: int


def small_plan(seed: int) -> tuple[Plan, Mapping[str, Small]]:
    """Four measures of one unit in one year."""
    random = Random(seed)
    found: dict[str, Small] = {}
    for number in range(4):
        before = random.choice([None, *found])
        earliest = 1 if before is None else found[before].month + found[before].months
        people, weight = Decimal(random.choice(["0.5", "1", "1.5"])), random.choice([3, 1])
        month = min(9, earliest + random.randint(0, 1))
        found[f"M-{number}"] = Small(month, random.randint(1, 3), people, weight, before, random.choice([12, 12, 11]))
    lines = "".join(
        f"  - {{id: {id_}, goal: G-A, title: а, start: 2025-{one.month:02}, duration: {one.months} months, "
        f"people: {{U-IT: {one.people}}}, priority: {'high' if one.weight == 3 else 'low'}, deadline: 2025-{one.deadline:02}"
        f"{'' if one.before is None else f', after: [{one.before}]'}}}\n"
        for id_, one in found.items()
    )
    return plan_of(UNITS + lines, SETTINGS.replace("2027-12-31", "2025-12-31")), found


def least_delay(small: Mapping[str, Small]) -> int | None:
    """The least delay in days, each by its weight, over all months in which the measures may start."""
    delays = [
        sum(one.weight * (_first(at[id_]) - _first(one.month)).days for id_, one in small.items())
        for starts in product(*(range(one.month, one.deadline - one.months + 2) for one in small.values()))
        if _is_possible(small, at := dict(zip(small, starts, strict=True)))
    ]
    return min(delays, default=None)


def _is_possible(small: Mapping[str, Small], at: Mapping[str, int]) -> bool:
    in_order = all(one.before is None or at[one.before] + small[one.before].months <= at[id_] for id_, one in small.items())
    return in_order and all(
        sum((one.people for id_, one in small.items() if at[id_] <= month < at[id_] + one.months), Decimal(0)) <= Decimal("1.5")
        for month in range(1, 13)
    )


def _first(month: int) -> date:
    return date(2025, month, 1)


def test_on_small_plans_the_solver_finds_what_a_search_through_everything_finds() -> None:
    compared = 0
    for seed in range(60):
        found, small = small_plan(seed)
        best = least_delay(small)
        proposal = level(found, lambda problem: cp_sat(problem, limits=Limits(Decimal(0))))
        assert bool(proposal.not_placed) == (best is None), seed
        if best is not None:
            assert Decimal(proposal.proof.objective) / 100 == best, seed
            assert proposal.proof.is_optimal
            compared += best > 0
    assert compared > 20


def psplib(path: Path) -> tuple[int, Problem]:
    """A published instance: tasks of so many days, four resources, and its known least length."""
    facts = json.loads(path.read_text(encoding="utf-8"))
    start = date(2026, 1, 1).toordinal()
    horizon = Limit(LimitKind.STRATEGY, end=start + sum(facts["durations"]))
    tasks = {}
    for number, (days, demand) in enumerate(zip(facts["durations"], facts["demands"], strict=True), start=1):
        place = Place(start, start + days)
        needs = Demand({f"R{unit}": need for unit, need in enumerate(demand) if need})
        tasks[str(number)] = Task(str(number), place, place, DayPlaces(Days(days), place), needs, (horizon,), 1)
    waits = [
        Wait(str(before), str(after), DependencyType.FINISH_TO_START)
        for before, some in enumerate(facts["successors"], start=1)
        for after in some
    ]
    return facts["optimum"], Problem(
        tasks,
        {id_: tuple(wait for wait in waits if wait.after == id_) for id_ in tasks},
        {id_: tuple(wait for wait in waits if wait.before == id_) for id_ in tasks},
        {f"R{unit}": {start: capacity} for unit, capacity in enumerate(facts["capacities"])},
        EVERY_WEEKDAY,
    )


def length_of(problem: Problem, places: Mapping[str, Place]) -> int:
    """The days from the first start to the last end of places that keep all links and capacities."""
    for wait in (one for some in problem.incoming.values() for one in some):
        assert places[wait.before].end <= places[wait.after].start
    days = range(min(one.start for one in places.values()), max(one.end for one in places.values()))
    for unit, steps in problem.capacity.items():
        needs = {id_: task.demand.steady.get(unit, 0) for id_, task in problem.tasks.items()}
        for day in days:
            at_work = [id_ for id_, place in places.items() if place.start <= day < place.end]
            assert sum(needs[id_] for id_ in at_work) <= max(steps.values())
    return len(days)


def test_there_are_published_instances() -> None:
    assert len(PSPLIB) >= 6


@pytest.mark.parametrize("path", PSPLIB, ids=lambda path: path.stem)
def test_the_rule_comes_near_the_best_known_length(path: Path) -> None:
    optimum, problem = psplib(path)
    assert optimum <= length_of(problem, serial(problem).places) <= optimum * 1.3


@pytest.mark.parametrize("path", PSPLIB, ids=lambda path: path.stem)
def test_the_solver_proves_the_best_known_length(path: Path) -> None:
    optimum, problem = psplib(path)
    found = cp_sat(problem, Objective.LENGTH, Limits(gap=Decimal(0), effort=Decimal(120)))
    assert (length_of(problem, found.places), found.proof.objective, found.proof.bound) == (optimum, optimum, optimum)


TWO = "  - {id: M-FIRST, goal: G-A, title: а, start: 2025-03-10, duration: 20 days, people: {U-IT: 1}, deadline: 2025-04}\n"


@pytest.mark.parametrize(
    ("dates", "start", "finish", "window"),
    [
        ("start: 2025-03-17, duration: 10 days", "2025-03-30", None, ("2025-03-30", "2025-04-08")),
        ("start: 2025-03, duration: 1 months", "2025-04", None, ("2025-04-01", "2025-04-30")),
        ("start: 2025-Q1", "2025-Q2", None, ("2025-04-01", "2025-06-30")),
        ("start: 2025", "2026", None, ("2026-01-01", "2026-12-31")),
        ("start: 2025-03, finish: 2025-04", "2025-04", "2025-05", ("2025-04-01", "2025-05-31")),
        ("start: 2025-03-15, finish: 2025-04", "2025-04-15", "2025-05", ("2025-04-15", "2025-05-31")),
        ("start: 2025-03-17, finish: 2025-03-19", "2025-03-30", "2025-04-01", ("2025-03-30", "2025-04-01")),
        ("start: 2025-Q1, finish: 2025-05-20", "2025-Q2", "2025-08-20", ("2025-04-01", "2025-08-20")),
        ("finish: 2025-04, duration: 2 months", None, "2025-05", ("2025-04-01", "2025-05-31")),
        ("finish: 2025-03-20, duration: 3 days", None, "2025-04-01", ("2025-03-30", "2025-04-01")),
        ("start: 2025-03-17, duration: 3 working days", "2025-03-31", None, ("2025-03-31", "2025-04-02")),
        ("not_before: 2025-03-17, duration: 3 working days", "2025-03-31", None, ("2025-03-31", "2025-04-02")),
        ("start: 2025-03-17, duration: 1 weeks, finish: 2025-03-23", "2025-03-30", "2025-04-05", ("2025-03-30", "2025-04-05")),
    ],
)
def test_dates_move_as_precisely_as_they_are_stated(
    dates: str, start: str | None, finish: str | None, window: tuple[str, str]
) -> None:
    found = plan(TWO + f"  - {{id: M-SECOND, goal: G-A, title: б, {dates}, people: {{U-IT: 1}}}}\n")
    (move,) = level(found, serial).moves
    assert move.measure == "M-SECOND"
    assert (move.window.first.isoformat(), move.window.last.isoformat()) == window
    stated = [None if one is None else str(one) for one in (move.start, move.finish)]
    assert stated == [start or window[0] if "finish" not in dates or start else None, finish]


def test_dates_beyond_the_calendar_are_no_places() -> None:
    places = StepPlaces(PlanDate.parse("2100"), None, None)
    first = places.first(0)
    assert first is not None
    assert places.first(first.start + 1) is None
    assert places.latest(first.start - 1, first.end) is None
    assert places.latest(10**7, 10**7) == first


LATE = "  - {id: M-LATE, goal: G-A, title: б, start: 2025-03, duration: 1 months, people: {U-IT: 1}"


@pytest.mark.parametrize(
    ("keys", "more", "limit", "of", "day"),
    [
        (", deadline: 2025-03-31", "", "deadline", None, "2025-03-31"),
        (", part_of: M-WHOLE", "  - {id: M-WHOLE, goal: G-A, title: в, start: 2025-Q1}\n", "whole", "M-WHOLE", "2025-03-31"),
        (
            "",
            "  - {id: M-NEXT, goal: G-A, title: в, start: 2025-04, fixed: true, after: [M-LATE]}\n",
            "waiting",
            "M-NEXT",
            "2025-03-31",
        ),
        (", person_months: {U-IT: 4}", "", "capacity", "U-IT", None),
    ],
)
def test_what_has_no_place_stays_and_says_why(keys: str, more: str, limit: str, of: str | None, day: str | None) -> None:
    found = plan(TWO.replace("}, d", "}, fixed: true, d") + LATE + keys + "}\n" + more)
    proposal = level(found, serial)
    assert proposal.moves == ()
    (one,) = proposal.not_placed
    assert (one.measure, one.limit, one.of) == ("M-LATE", limit, of)
    assert (None if one.day is None else one.day.isoformat()) == day
    assert [(over.unit, over.months) for over in one.over] == [("U-IT", (date(2025, 3, 1),))]
    assert [peak.month for peak in proposal.after] == [date(2025, 3, 1)]


def test_money_keeps_a_measure_in_its_years() -> None:
    money = "sources:\n  - {id: S-A, title: в, kind: local}\nbudget_lines:\n  - {id: B-A, measure: M-B, title: в, funding: S-A, amounts: {2025: 1.00, 2026: 1.00}}\n"
    busy = "  - {id: M-A, goal: G-A, title: а, start: 2025-11-10, duration: 40 days, people: {U-IT: 1}, fixed: true}\n"
    second = "  - {id: M-B, goal: G-A, title: б, start: 2025-12, duration: 2 months, people: {U-IT: 1}}\n"
    (one,) = level(plan(busy + second, money), serial).not_placed
    assert (one.limit, one.of, one.day) == (LimitKind.MONEY, "2025", date(2025, 12, 31))
    assert first_days(level(plan(busy + second), serial)) == {"M-B": "2026-01-01"}
    by_days = second.replace("2025-12,", "2025-12-01,")
    assert first_days(level(plan(busy + by_days, money), serial)) == {"M-B": "2025-12-20"}


def test_the_past_stays_and_nothing_begins_in_it() -> None:
    measures = """\
  - {id: M-DONE, goal: G-A, title: а, start: 2025-01, duration: 1 months, people: {U-IT: 1}, actual: {start: 2025-01-05, finish: 2025-02-20}}
  - {id: M-RUNS, goal: G-A, title: б, start: 2025-02-01, duration: 50 days, people: {U-IT: 1}, actual: {start: 2025-02-21}}
  - {id: M-NEW, goal: G-A, title: в, start: 2025-02-03, duration: 10 days, people: {U-IT: 1}}
  - {id: M-MARCH, goal: G-A, title: г, start: 2025-03, duration: 1 weeks}
  - {id: M-FIXED, goal: G-A, title: ґ, start: 2025-03-20, duration: 5 days, people: {U-IT: 1}, fixed: true}
"""
    settings = f"{SETTINGS}  status_on: 2025-03-10\n"
    proposal = level(plan_of(UNITS + measures, settings), serial)
    assert first_days(proposal) == {"M-NEW": "2025-04-12"}
    (move,) = proposal.moves
    assert move.why.stands == date(2025, 3, 11)
    assert [over.months for over in move.why.over] == [(date(2025, 3, 1),)]
    assert proposal.places["M-MARCH"].window.first == date(2025, 3, 11)


def test_what_waits_moves_with_it_and_stays_reckoned() -> None:
    measures = (
        TWO
        + """\
  - {id: M-B, goal: G-A, title: б, start: 2025-03-15, duration: 10 days, people: {U-IT: 1}}
  - {id: M-C, goal: G-A, title: в, duration: 5 days, after: [{measure: M-B, lag: 1 weeks}]}
"""
    )
    milestones = "milestones:\n  - {id: MS-A, title: г, after: [M-C]}\n"
    found = plan(measures, milestones)
    proposal = level(found, serial)
    assert first_days(proposal) == {"M-B": "2025-03-30", "M-C": "2025-04-16"}
    assert [move.why.waits_for for move in proposal.moves] == [None, "M-B"]
    assert proposal.milestones == {"MS-A": (date(2025, 4, 5), date(2025, 4, 20))}
    (edits,) = writing(found, proposal).edits.values()
    assert len(edits) == 1


def test_a_plan_without_overload_stays_as_it_is() -> None:
    proposal = level(plan(TWO), serial)
    assert (proposal.moves, proposal.before, proposal.after, proposal.proof.objective) == ((), (), (), 0)


STRATEGY = """\
units:
  - {id: U-IT, name: Відділ, capacity: 1.5}
goals:
  - {id: G-A, title: Ціль}
measures:
  # Найперше.
  - {id: M-A, goal: G-A, title: а, start: 2025-03, duration: 1 months, people: {U-IT: 1}, deadline: 2025-03}
  - id: M-B
    goal: G-A
    title: б
    start: "2025-03"   # у лапках
    finish: 2025-04    # разом із початком
    people: {U-IT: 1}
  - id: M-C
    goal: G-A
    title: в
    duration: 3 days
    after: [M-A]
    people: {U-IT: 1}

  - {id: M-D, goal: G-A, title: г, duration: 2 days, after: [M-B]}
"""
LEVELLED = (
    STRATEGY.replace('start: "2025-03"', 'start: "2025-04"')
    .replace("finish: 2025-04 ", "finish: 2025-05 ")
    .replace(
        "    after: [M-A]\n    people: {U-IT: 1}\n",
        "    after: [M-A]\n    people: {U-IT: 1}\n    start: '2025-06-01'\n".replace("'", '"'),
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(STRATEGY, encoding="utf-8", newline="\n")
    (tmp_path / "s.yaml").write_text(SETTINGS, encoding="utf-8", newline="\n")
    return tmp_path


def lines_of(folder: Path) -> list[str]:
    return (folder / "a.yaml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("solver", ["serial", "cp-sat"])
def test_apply_writes_the_dates_and_nothing_else(folder: Path, solver: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["plan", str(folder), "--level", "--solver", solver]
    assert main(options) == 0
    said = capsys.readouterr()
    assert "M-B" in said.out
    assert "--apply" in said.err
    assert lines_of(folder) == STRATEGY.splitlines()
    assert main([*options, "--apply"]) == 0
    assert str(folder / "a.yaml").replace("\\", "/") in capsys.readouterr().out
    assert lines_of(folder) == LEVELLED.splitlines()
    assert main([*options, "--apply", "--format", "json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["moves"], again["files"], again["applied"]) == ([], [], False)


def test_the_proposal_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(folder), "--level", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(one["measure"], one["delay"], one["start"], one["finish"]) for one in said["moves"]] == [
        ("M-B", 31, "2025-04", "2025-05"),
        ("M-C", 61, "2025-06-01", None),
        ("M-D", 31, "2025-06-01", None),
    ]
    assert said["moves"][0]["why"] == {
        "over": [{"unit": "U-IT", "months": ["2025-03", "2025-04"]}],
        "waits_for": None,
        "stands": None,
    }
    assert said["moves"][2]["why"]["waits_for"] == "M-B"
    assert [(one["month"], one["needed"], one["capacity"]) for one in said["overloads_before"]] == [
        ("2025-03", "2", "1.5"),
        ("2025-04", "2", "1.5"),
    ]
    assert said["overloads_after"] == []
    assert said["files"] == [(folder / "a.yaml").as_posix()]
    assert said["proof"]["delay"] == "246"


@pytest.mark.parametrize("language", ["uk", "en"])
def test_without_the_solver_there_is_a_finding(
    folder: Path, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    assert main(["plan", str(folder), "--level", "--solver", "cp-sat", "--lang", language]) == 4
    said = capsys.readouterr()
    assert (said.out, "SB894" in said.err, "stratbuild[level]" in said.err) == ("", True, True)
    assert main(["plan", str(folder), "--level"]) == 0


def test_dates_of_a_scenario_are_shown_and_not_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = "scenarios:\n  - {id: SC-A, title: Другий згодом, measures: {M-D: {duration: 3 days}}}\n"
    with (folder / "a.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write(scenario)
    options = ["plan", str(folder), "--level", "--scenario", "SC-A"]
    assert main(options) == 0
    assert capsys.readouterr().err
    assert main([*options, "--apply"]) == 2
    assert "SB391" in capsys.readouterr().err
    assert lines_of(folder) == (STRATEGY + scenario).splitlines()


def test_a_solver_that_runs_out_of_effort_leaves_it_to_the_rule() -> None:
    by_rule = level(random_plan(8), serial)
    proposal = level(random_plan(8), lambda problem: cp_sat(problem, limits=Limits(effort=Decimal(0))))
    assert proposal.moves == by_rule.moves
    assert proposal.proof.bound <= proposal.proof.objective == by_rule.proof.objective
