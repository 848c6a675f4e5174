"""`plan.xml`, read by MPXJ, on which ProjectLibre and other programs that schedule are built."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from mpxj_reading import Read, read_by_mpxj
from plan_samples import EDITION, LISTS, plan_of
from stratbuild.model import Plan
from stratbuild.model.budget import measure as of_measure
from stratbuild.model.load import needs_of
from stratbuild.outputs.documents.project_file import project_file
from stratbuild.render.project_xml import write_project
from stratbuild.schema.dependency import DependencyType
from strategies import check_folder

ROOT = Path(__file__).parent.parent
SPACE = {"p": "http://schemas.microsoft.com/project"}
TYPES = {DependencyType.FINISH_TO_START: "FS", DependencyType.START_TO_START: "SS", DependencyType.FINISH_TO_FINISH: "FF"}
HOUR = 3600


def written(plan: Plan, folder: Path) -> Path:
    (made,) = project_file(plan, EDITION)
    return folder / write_project(made, EDITION, folder)


def tasks(read: Read) -> Mapping[str, Mapping[str, Any]]:
    """By id of the strategy: the tasks as MPXJ understands them."""
    return {one["text1"]: one for one in read["tasks"]}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def days(task: Mapping[str, Any], prefix: str = "") -> tuple[date, date]:
    return moment(task[f"{prefix}start"]).date(), moment(task[f"{prefix}finish"]).date()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read_by_mpxj(written(plan_of(), tmp_path_factory.mktemp("project")))


def test_the_outline_is_that_of_the_goals(small: Read) -> None:
    outline = [(one["outline_level"], one["outline_number"], one["text1"], one.get("summary", False)) for one in small["tasks"]]
    assert outline == [
        (1, "1", "G-TOP", True),
        (2, "1.1", "G-NET", True),
        (3, "1.1.1", "M-FIBRE", False),
        (3, "1.1.2", "M-WIFI", False),
        (3, "1.1.3", "MS-LINE", False),
        (1, "2", "G-SKILL", True),
        (2, "2.1", "M-TRAIN", False),
        (2, "2.2", "M-TEST", False),
        (2, "2.3", "M-LAW", False),
        (2, "2.4", "M-IDEA", False),
        (1, "3", "MS-BUDGET", False),
    ]


def test_dates_and_durations(small: Read) -> None:
    found = tasks(small)
    fibre = found["M-FIBRE"]
    assert (fibre["start"], fibre["finish"]) == ("2026-03-01T08:00:00.0", "2026-06-30T17:00:00.0")
    # 87 weekdays from the 1st of March to the 30th of June, one of them off, and a Saturday that is worked.
    assert fibre["duration"] == 87 * 8 * HOUR
    assert found["M-WIFI"]["duration"] == 20 * 8 * HOUR
    assert days(found["G-NET"]) == (date(2026, 3, 1), date(2026, 8, 11))
    assert (found["MS-LINE"]["milestone"], found["MS-LINE"]["start"]) == (True, "2026-08-11T17:00:00.0")
    assert "start" not in found["M-IDEA"]


def test_links_have_their_type_and_lag(small: Read) -> None:
    found = tasks(small)
    numbers = {task["unique_id"]: id_ for id_, task in found.items()}
    links = {
        (numbers[link["predecessor_task_unique_id"]], id_, link["type"], link.get("lag"), link.get("lag_units"))
        for id_, task in found.items()
        for link in task.get("predecessors", ())
    }
    assert links == {
        ("M-FIBRE", "M-WIFI", "FS", 14 * 24 * HOUR, "ed"),
        ("M-WIFI", "M-TRAIN", "SS", 31 * 24 * HOUR, "ed"),  # a month after the 15th of July
        ("MS-BUDGET", "M-TRAIN", "FS", None, None),
        ("M-TRAIN", "M-TEST", "FF", -3 * 8 * HOUR, None),
        ("M-WIFI", "MS-LINE", "FS", None, None),
    }


def test_limits_and_floats(small: Read) -> None:
    found = tasks(small)
    assert found["M-FIBRE"]["constraint_type"] == "START_NO_EARLIER_THAN"
    assert found["M-LAW"]["constraint_type"] == "MUST_START_ON"
    assert found["M-LAW"]["constraint_date"] == "2026-05-04T08:00:00.0"
    assert found["M-WIFI"]["constraint_type"] == "AS_SOON_AS_POSSIBLE"
    assert found["M-FIBRE"]["deadline"] == "2026-07-31T17:00:00.0"
    assert found["MS-BUDGET"]["constraint_date"] == "2026-06-30T17:00:00.0"
    assert {id_ for id_, one in found.items() if one.get("critical")} == {"M-FIBRE", "M-WIFI", "M-TRAIN"}
    assert found["MS-LINE"]["late_finish"] == "2026-09-13T17:00:00.0"
    assert found["MS-LINE"]["total_slack"] == 23 * 8 * HOUR  # the working days from the 12th of August to the 13th of September


def test_money_stands_to_the_kopeck(small: Read) -> None:
    found = tasks(small)
    assert [found[id_].get("cost") for id_ in ("M-FIBRE", "M-WIFI", "G-NET", "M-LAW")] == [1234567.89, 100000.01, 1334567.9, None]
    assert found["M-FIBRE"]["fixed_cost"] == 1234567.89
    assert "fixed_cost" not in found["G-NET"]
    assert (small["property_values"]["currency_code"], small["property_values"]["currency_digits"]) == ("UAH", 2)


def test_units_and_their_work(small: Read) -> None:
    found = tasks(small)
    resources = {one["initials"]: one for one in small["resources"]}
    assert resources["U-IT"]["max_units"] == 150.0
    assert resources["U-JKG"]["name"] == "Відділ житлово-комунального господарства"
    table = {(one["start"][:10], one["end"][:10], one["units"]) for one in resources["U-JKG"]["availability_table"]}
    assert table >= {("2026-01-01", "2026-12-31", 200.0), ("2027-01-01", "2027-12-31", 50.0)}
    work = {(one["task_unique_id"], one["resource_unique_id"]): one for one in small["assignments"]}
    assert set(work) == {
        (found["M-FIBRE"]["unique_id"], resources["U-JKG"]["unique_id"]),
        (found["M-WIFI"]["unique_id"], resources["U-IT"]["unique_id"]),
    }
    fibre = work[found["M-FIBRE"]["unique_id"], resources["U-JKG"]["unique_id"]]
    assert (fibre["assignment_units"], fibre["work"]) == (150.0, int(1.5 * 87 * 8 * HOUR))


def test_the_calendar_has_the_days_that_are_otherwise(small: Read) -> None:
    (calendar,) = small["calendars"]
    assert [day for day in ("saturday", "sunday", "monday") if calendar[day]["type"] == "working"] == ["monday"]
    exceptions = {one["from"]: (one["name"], "hours" in one or one.get("type") == "working") for one in calendar["exceptions"]}
    assert exceptions == {"2026-03-09": ("Неробочий день", False), "2026-03-14": ("Робочий день", True)}


def test_what_has_happened_and_what_was_planned(tmp_path: Path) -> None:
    lists = LISTS.replace("people: {U-JKG: 1.5}", "people: {U-JKG: 1.5}, actual: {start: 2026-03-02, finish: 2026-07-10}")
    lists = lists.replace(
        "goal: G-NET, lead: U-IT, after: [M-WIFI]}", "goal: G-NET, lead: U-IT, after: [M-WIFI], actual: 2026-08-25}"
    )
    read = read_by_mpxj(written(plan_of(lists), tmp_path))
    found = tasks(read)
    fibre = found["M-FIBRE"]
    assert days(fibre, "actual_") == days(fibre) == (date(2026, 3, 2), date(2026, 7, 10))
    assert days(fibre, "baseline_") == (date(2026, 3, 1), date(2026, 6, 30))
    assert fibre["percent_complete"] == 100.0
    assert found["MS-LINE"]["actual_finish"] == "2026-08-25T17:00:00.0"
    assert "actual_start" not in found["M-WIFI"]
    assert read["property_values"]["status_date"] == "2026-08-25T17:00:00.0"


def test_a_whole_without_dates_is_made_of_its_parts(tmp_path: Path) -> None:
    lists = """\
goals: [{id: G-NET, title: Інтернет}]
measures:
  - {id: M-WHOLE, goal: G-NET, title: Усе разом}
  - {id: M-ONE, goal: G-NET, part_of: M-WHOLE, title: Перше, start: 2026-02, duration: 1 months}
  - {id: M-TWO, goal: G-NET, part_of: M-WHOLE, title: Друге, duration: 1 months, after: [M-ONE]}
  - {id: M-NEXT, goal: G-NET, title: Потім, duration: 1 months, after: [M-WHOLE]}
"""
    found = tasks(read_by_mpxj(written(plan_of(lists), tmp_path)))
    assert [(one["outline_level"], id_) for id_, one in found.items()] == [
        (1, "G-NET"),
        (2, "M-WHOLE"),
        (3, "M-ONE"),
        (3, "M-TWO"),
        (2, "M-NEXT"),
    ]
    assert days(found["M-WHOLE"]) == (date(2026, 2, 1), date(2026, 3, 31))
    waits = [link["predecessor_task_unique_id"] for link in found["M-NEXT"]["predecessors"]]
    assert waits == [found["M-ONE"]["unique_id"], found["M-TWO"]["unique_id"]]


def test_the_project_of_the_sample_is_whole(tmp_path: Path) -> None:
    plan = check_folder(ROOT / "strategy").plan
    assert plan is not None
    read = read_by_mpxj(written(plan, tmp_path))
    found = tasks(read)
    strategy, money = plan.strategy, plan.budget.total_by(of_measure)
    assert {id_ for id_ in found if not id_.startswith("G-")} == {*strategy.measures, *strategy.milestones}
    for id_, window in plan.forecast.items():
        assert days(found[id_]) == (window.first, window.last), id_
    parts_of: dict[str, list[str]] = {}
    for id_, measure in strategy.measures.items():
        if measure.part_of is not None:
            parts_of.setdefault(measure.part_of, []).append(id_)
    for id_, measure in strategy.measures.items():
        # What is written for a whole is its own; the reader adds what its parts cost.
        own = sum(money[one].hundredths for one in (id_, *parts_of.get(id_, ())) if one in money)
        assert round(Decimal(str(found[id_].get("cost", 0))) * 100) == own, id_
        assert found[id_].get("critical", False) == (id_ in plan.timing and plan.timing[id_].critical), id_
        assert (measure.deadline is None) == ("deadline" not in found[id_])
    numbers = {one["unique_id"]: id_ for id_, one in found.items()}
    links = {
        (numbers[link["predecessor_task_unique_id"]], id_, link["type"])
        for id_, task in found.items()
        for link in task.get("predecessors", ())
    }
    assert links == {(link.before, link.after, TYPES[link.type]) for link in plan.links}
    assert len(links) > 20
    units = {one["unique_id"]: one for one in read["resources"]}
    assert [one["initials"] for one in units.values()] == list(strategy.units)
    people = {
        (numbers[one["task_unique_id"]], units[one["resource_unique_id"]]["initials"]): one["assignment_units"]
        for one in read["assignments"]
    }
    needed = {
        (id_, unit): float(need * 100)
        for id_, measure in strategy.measures.items()
        if id_ in plan.forecast
        for unit, need in needs_of(measure, plan.forecast[id_]).items()
    }
    assert people == pytest.approx(needed, abs=0.01)
    top = [one for one in read["tasks"] if one["outline_level"] == 1]
    assert sum(round(Decimal(str(one.get("cost", 0))) * 100) for one in top) == plan.budget.total.hundredths


def test_the_same_plan_is_the_same_file(tmp_path: Path) -> None:
    first = written(plan_of(), tmp_path).read_bytes()
    assert written(plan_of(), tmp_path).read_bytes() == first
    assert first.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<Project xmlns=")


ORDER = re.findall(
    r"\w+",
    """
    UID ID Name Manual Type IsNull Contact WBS OutlineNumber OutlineLevel Start Finish Duration DurationFormat
    Work EffortDriven Estimated Milestone Summary Critical LateStart LateFinish FreeSlack TotalSlack FixedCost
    FixedCostAccrual PercentComplete Cost ActualStart ActualFinish ActualDuration RemainingDuration ConstraintType
    ConstraintDate Deadline Notes PredecessorLink ExtendedAttribute Baseline
    """,
)
"""A part of the sequence that Microsoft's schema of tasks prescribes; its own program refuses others."""


def test_elements_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    root = etree.parse(written(plan_of(), tmp_path)).getroot()
    for task in root.iterfind("p:Tasks/p:Task", SPACE):
        places = [ORDER.index(etree.QName(one).localname) for one in task]
        assert all(first <= second for first, second in pairwise(places))


def test_a_text_cannot_break_the_file(tmp_path: Path) -> None:
    lists = LISTS.replace("Облаштувати Wi-Fi", '"<Task>&amp; ]]> \\"</Name>"')
    root = etree.parse(written(plan_of(lists), tmp_path)).getroot()
    assert '<Task>&amp; ]]> "</Name>' in [one.text for one in root.iterfind("p:Tasks/p:Task/p:Name", SPACE)]


def test_a_scenario_says_so(tmp_path: Path) -> None:
    lists = LISTS + "scenarios:\n  - {id: SC-LATE, title: Із затримкою, measures: {M-FIBRE: {years_later: 1}}}\n"
    root = etree.parse(written(plan_of(lists).scenarios["SC-LATE"], tmp_path)).getroot()
    assert "Сценарій: Із затримкою" in (root.findtext("p:Subject", namespaces=SPACE) or "")


def test_without_measures_there_is_no_project() -> None:
    assert list(project_file(plan_of("goals: [{id: G-NET, title: Інтернет}]\n"), EDITION)) == []
