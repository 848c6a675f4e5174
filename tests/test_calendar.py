"""`calendar.ics`, read by another library than the one that writes it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject

from plan_samples import EDITION, LISTS, SETTINGS, plan_of
from stratbuild.model import Plan
from stratbuild.model.governance.tasks import tasks
from stratbuild.outputs.documents.calendar import calendar
from stratbuild.render.calendar import Calendar, CalendarEvent
from stratbuild.render.calendar_writer import write_calendar
from stratbuild.schema.assignment import Assignment
from strategies import check_folder

PLACE = "UA74020030000069340"
ROOT = Path(__file__).parent.parent


def written(plan: Plan, folder: Path, language: str = "uk") -> bytes:
    edition = replace(EDITION, language=language)
    (made,) = calendar(plan, edition)
    assert write_calendar(made, edition, folder) == "calendar.ics"
    return (folder / "calendar.ics").read_bytes()


def events(content: bytes) -> Mapping[str, vobject.base.Component]:
    """By UID: the events as the other library understands them; a UID that stands twice fails."""
    found = vobject.readOne(content.decode("utf-8"), validate=True).vevent_list
    by_uid = {one.uid.value: one for one in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_every_day_of_the_plan_is_an_event(tmp_path: Path) -> None:
    found = events(written(plan_of(), tmp_path))
    days = {uid.removesuffix(f"@{PLACE}"): one.dtstart.value for uid, one in found.items()}
    assert days == {
        "M-FIBRE.start": date(2026, 3, 1),
        "M-FIBRE.finish": date(2026, 6, 30),
        "M-FIBRE.deadline": date(2026, 7, 31),
        "M-WIFI.start": date(2026, 7, 15),
        "M-WIFI.finish": date(2026, 8, 11),
        "M-TRAIN.start": date(2026, 8, 15),
        "M-TRAIN.finish": date(2026, 9, 13),
        "M-TRAIN.deadline": date(2026, 12, 20),
        "M-TEST.start": date(2026, 8, 26),
        "M-TEST.finish": date(2026, 9, 8),
        "M-LAW.start": date(2026, 5, 4),
        "M-LAW.finish": date(2026, 5, 15),
        "MS-BUDGET.milestone": date(2026, 6, 30),
        "MS-BUDGET.deadline": date(2026, 12, 24),
        "MS-LINE.milestone": date(2026, 8, 11),
    }


def test_events_last_all_day_and_end_on_the_day_after(tmp_path: Path) -> None:
    content = written(plan_of(), tmp_path)
    for one in events(content).values():
        assert type(one.dtstart.value) is type(one.dtend.value) is date
        assert one.dtend.value - one.dtstart.value == timedelta(days=1)
        assert one.dtstamp.value == datetime(2026, 3, 15, tzinfo=UTC)
    assert b"DTSTART;VALUE=DATE:20260301\r\nDTEND;VALUE=DATE:20260302\r\n" in content


def test_an_event_says_what_people_ask(tmp_path: Path) -> None:
    found = events(written(plan_of(), tmp_path))
    finish = found[f"M-FIBRE.finish@{PLACE}"]
    assert finish.summary.value == "Завершення: 1.1.1. Прокласти «оптику»; далі, скрізь"
    assert finish.description.value.splitlines() == [
        "Строк: 03.2026\u00a0– 06.2026",
        "Відповідає: Відділ житлово-комунального господарства",
        "Ціль 1.1. Швидкий інтернет",
        "Результат: Лінії в селах",
        "Стратегія станом на 15.03.2026, редакція 0123456789ab",
    ]
    assert finish.categories.value == ["Завершення заходу", "ЖКГ"]
    assert "Строк: II квартал 2026 року" in found[f"MS-BUDGET.milestone@{PLACE}"].description.value
    assert "Строк: липень 2026 року" in found[f"M-FIBRE.deadline@{PLACE}"].description.value


def test_the_calendar_speaks_the_language_of_the_edition(tmp_path: Path) -> None:
    found = events(written(plan_of(), tmp_path, "en"))
    assert found[f"MS-LINE.milestone@{PLACE}"].summary.value == "Milestone: Мережа працює"


def test_lines_end_and_fold_as_the_standard_demands(tmp_path: Path) -> None:
    content = written(plan_of(), tmp_path)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # a fold never cuts through a letter
    assert r"«оптику»\; далі\, скрізь" in content.replace(b"\r\n ", b"").decode("utf-8")


def test_the_same_plan_is_the_same_file(tmp_path: Path) -> None:
    assert written(plan_of(), tmp_path) == written(plan_of(), tmp_path)


def test_events_are_known_again_when_the_strategy_changes(tmp_path: Path) -> None:
    before = events(written(plan_of(), tmp_path))
    more = "measures:\n  - {id: M-FIRST, goal: G-NET, title: Ще одне, start: 2026-02}\n"
    lists = LISTS.replace("measures:\n", more).replace("start: 2026-03, duration: 4 months", "start: 2026-04, duration: 4 months")
    after = events(written(plan_of(lists), tmp_path))
    assert set(after) == {*before, f"M-FIRST.start@{PLACE}", f"M-FIRST.finish@{PLACE}"}
    assert after[f"M-FIBRE.start@{PLACE}"].dtstart.value == date(2026, 4, 1)


def test_what_has_happened_moves_what_is_to_come(tmp_path: Path) -> None:
    lists = LISTS.replace("people: {U-JKG: 1.5}", "people: {U-JKG: 1.5}, actual: {start: 2026-03-02, finish: 2026-07-10}")
    found = events(written(plan_of(lists), tmp_path))
    assert found[f"M-FIBRE.finish@{PLACE}"].dtstart.value == date(2026, 7, 10)
    said = found[f"M-FIBRE.finish@{PLACE}"].description.value.splitlines()
    assert said[:2] == ["Відбулося", "За планом: 30.06.2026"]
    later = found[f"M-WIFI.start@{PLACE}"]
    assert later.dtstart.value == date(2026, 7, 27)  # two weeks after the 10th is Saturday the 25th
    assert later.description.value.startswith("За планом: 15.07.2026\n")


def test_a_scenario_has_events_of_its_own(tmp_path: Path) -> None:
    lists = LISTS + "scenarios:\n  - {id: SC-LATE, title: Із затримкою, measures: {M-FIBRE: {years_later: 1}}}\n"
    plan = plan_of(lists)
    base, late = (events(written(one, tmp_path)) for one in (plan, plan.scenarios["SC-LATE"]))
    assert not set(base) & set(late)
    one = late[f"M-FIBRE.start@SC-LATE.{PLACE}"]
    assert (one.dtstart.value, "Сценарій: Із затримкою" in one.description.value) == (date(2027, 3, 1), True)


@pytest.mark.parametrize(
    ("community", "place"),
    [
        ('{name: Менська громада, budget_code: "2551700000"}', "2551700000"),
        ("{name: Менська громада}", "[0-9a-f]{12}"),
    ],
)
def test_the_events_of_communities_without_a_code_are_their_own(tmp_path: Path, community: str, place: str) -> None:
    settings = re.sub(r"community: \{.*\}", f"community: {community}", SETTINGS)
    assert all(re.fullmatch(rf"[A-Z.a-z-]+@{place}", uid) for uid in events(written(plan_of(settings=settings), tmp_path)))


def test_without_dates_there_is_no_calendar() -> None:
    lists = "goals: [{id: G-NET, title: Інтернет}]\nmeasures: [{id: M-IDEA, goal: G-NET, title: Продумати}]\n"
    assert list(calendar(plan_of(lists), EDITION)) == []


def test_an_event_of_several_days_ends_on_the_day_after_the_last(tmp_path: Path) -> None:
    made = Calendar("calendar.ics", "План", (CalendarEvent("X@Y", date(2026, 12, 30), date(2026, 12, 31), "Кінець року"),))
    write_calendar(made, EDITION, tmp_path)
    (one,) = events((tmp_path / "calendar.ics").read_bytes()).values()
    assert (one.dtstart.value, one.dtend.value) == (date(2026, 12, 30), date(2027, 1, 1))


def test_the_calendar_of_the_sample_is_whole(tmp_path: Path) -> None:
    plan = check_folder(ROOT / "strategy").plan
    assert plan is not None
    found = events(written(plan, tmp_path))
    for id_, window in plan.forecast.items():
        if id_ in plan.strategy.measures:
            assert found[f"{id_}.start@{PLACE}"].dtstart.value == window.first
            assert found[f"{id_}.finish@{PLACE}"].dtstart.value == window.last
        else:
            assert found[f"{id_}.milestone@{PLACE}"].dtstart.value == window.last
    deadlines = [
        *(one.deadline for one in plan.strategy.measures.values()),
        *(one.deadline for one in plan.strategy.milestones.values()),
    ]
    days = sum(2 if id_ in plan.strategy.measures else 1 for id_ in plan.forecast)
    of_group = len(plan.strategy.meetings) + sum(one.due is not None for one in tasks_given(plan))
    assert len(found) == days + sum(one is not None for one in deadlines) + of_group


def tasks_given(plan: Plan) -> list[Assignment]:
    """The assignments that had been given by the day of the edition."""
    return [one.assignment for one in tasks(plan.strategy, EDITION.as_of)]
