"""The group in `calendar.ics`: hours are the right moments everywhere, and nothing that is not public is in the public edition."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
import vobject

from group_record import RECORD, SETTINGS, record_of
from stratbuild import pipeline
from stratbuild.model import Plan
from stratbuild.outputs.documents.calendar import calendar
from stratbuild.render.calendar import Calendar, CalendarMeeting
from stratbuild.render.calendar_writer import write_calendar
from stratbuild.render.edition import Edition
from stratbuild.render.time_zone import Observance, observances

EDITION = Edition(date(2025, 6, 1), "0123456789ab", "uk", "0.1.0")
PLACE = "UA74020030000069340"
KYIV = ZoneInfo("Europe/Kyiv")

MEETING = """\
Засідання № 2 Робочої групи
2025-03-13T10:00:00+02:00 2025-03-13T11:00:00+02:00
Зала засідань; можна онлайн
Порядок денний:
1. Про Wi-Fi
2. Про решту
Головує: Гаврилюк Олена
Посилання для участі: https://meet.example.com/mt-2
Стратегія станом на 01.06.2025, редакція 0123456789ab"""

OTHERS = """\
MT-1.meeting Засідання № 1 Робочої групи, Засідання Робочої групи
MT-P.meeting Публічний захід «День відкритих даних», Публічний захід
MT-S.meeting Зустріч № 1 підгрупи «Мережі», Зустріч підгрупи
AS-1.due Виконано: Оприлюднити порядок, Доручення
AS-2.due Виконано: Надати видатки, Запит на інформацію
AS-3.due Доручення: Узгодити місця, Доручення
AS-4.due Доручення: Підготувати звіт, Доручення"""

ASKED = """\
Виконує: Фінансове управління; Цифровий відділ
Дано: Засідання № 1 від 23.01.2025
Виконано 12.02.2025
Стратегія станом на 01.06.2025, редакція 0123456789ab"""


def written(plan: Plan, folder: Path, edition: Edition = EDITION) -> str:
    (made,) = calendar(plan, edition)
    return (folder / write_calendar(made, edition, folder)).read_bytes().decode("utf-8")


def events(content: str) -> Mapping[str, icalendar.Event]:
    """By the first part of the UID: the events as they are read back."""
    found = icalendar.Calendar.from_ical(content).events
    return {str(one["uid"]).removesuffix(f"@{PLACE}"): one for one in found}


def test_a_meeting_says_what_people_ask(tmp_path: Path) -> None:
    found = events(written(record_of(), tmp_path))["MT-2.meeting"]
    hours = f"{found.decoded('dtstart').isoformat()} {found.decoded('dtend').isoformat()}"
    assert f"{found['summary']}\n{hours}\n{found['location']}\n{found['description']}" == MEETING
    assert found["transp"] == "OPAQUE"


def test_the_other_meetings_and_the_assignments_are_events(tmp_path: Path) -> None:
    found = events(written(record_of(), tmp_path))
    named = OTHERS.splitlines()
    told = [f"{uid} {found[uid]['summary']}, {found[uid].categories[0]}" for uid in (line.split()[0] for line in named)]
    assert told == named
    assert found["AS-2.due"]["description"] == ASKED
    assert found["AS-2.due"].decoded("dtstart") == date(2025, 2, 10)
    assert "dtend" not in found["MT-S.meeting"]  # nobody wrote when it ended, and nothing is invented
    assert "AS-5.due" not in found  # it has no due day
    assert "AS-6.due" not in found  # it had not been given by then


def test_the_public_calendar_has_no_links_and_keeps_nobody_busy(tmp_path: Path) -> None:
    public = replace(EDITION, public=True)
    content = written(pipeline.public(record_of()), tmp_path, public)
    assert "example.com" not in content.replace("\r\n ", "")
    assert {str(one["transp"]) for one in events(content).values()} == {"TRANSPARENT"}


def test_a_scenario_has_no_meetings(tmp_path: Path) -> None:
    lists = RECORD.replace("title: Облаштувати зони Wi-Fi}", "title: Облаштувати зони Wi-Fi, start: 2026-03, duration: 2 months}")
    plan = record_of(lists + "scenarios: [{id: SC-LATE, title: Пізніше, measures: {M-WIFI: {years_later: 1}}}]\n")
    content = written(plan.scenarios["SC-LATE"], tmp_path)
    assert {uid.partition(".")[0] for uid in events(content)} == {"M-WIFI"}
    assert "VTIMEZONE" not in content


HOURS = {
    "2025-03-29 10:00": "2025-03-29T08:00",
    "2025-03-30 02:59": "2025-03-30T00:59",
    "2025-03-30 04:00": "2025-03-30T01:00",  # the hour from three to four is left out
    "2025-03-31 10:00": "2025-03-31T07:00",
    "2025-10-25 23:30": "2025-10-25T20:30",
    "2025-10-26 03:30": "2025-10-26T00:30",  # it comes twice; the first is meant
    "2025-10-26 04:00": "2025-10-26T02:00",
    "2025-01-01 00:30": "2024-12-31T22:30",
    "2025-12-31 23:30": "2025-12-31T21:30",
}


@pytest.mark.parametrize("own", [False, True], ids=["known zone", "zone of the file"])
@pytest.mark.parametrize("hour", HOURS)
def test_an_hour_is_the_right_moment_across_the_change_of_clocks(tmp_path: Path, hour: str, own: bool) -> None:
    """Readers that know the zone and readers that take the clocks from the file come to the same moment."""
    content = written(record_of(RECORD.replace("2025-01-23 10:00", hour).replace("ends: 2025-01-23 11:30", "")), tmp_path)
    if own:
        content = content.replace("Europe/Kyiv", "Zone-Of-Mena")
    utc = datetime.fromisoformat(HOURS[hour]).replace(tzinfo=UTC)
    assert events(content)["MT-1.meeting"].decoded("dtstart").astimezone(UTC) == utc
    other = {one.uid.value: one for one in vobject.readOne(content, validate=True).vevent_list}
    assert other[f"MT-1.meeting@{PLACE}"].dtstart.value.astimezone(UTC) == utc


def test_another_zone_is_that_of_the_settings(tmp_path: Path) -> None:
    content = written(record_of(settings=SETTINGS + "  time_zone: Europe/Dublin\n"), tmp_path)
    assert "TZID:Europe/Dublin" in content
    assert events(content)["MT-2.meeting"].decoded("dtstart") == datetime(2025, 3, 13, 10, tzinfo=UTC)


def test_without_a_zone_hours_are_those_of_the_reader(tmp_path: Path) -> None:
    meeting = CalendarMeeting("X@Y", datetime(2025, 3, 13, 10), None, "Засідання")  # noqa: DTZ001 - that is what it says
    write_calendar(Calendar("calendar.ics", "План", (), (meeting,)), EDITION, tmp_path)
    assert "\r\nDTSTART:20250313T100000\r\n" in (tmp_path / "calendar.ics").read_bytes().decode()


def test_the_clocks_of_kyiv_in_2025() -> None:
    first, last = datetime(2025, 3, 1), datetime(2025, 11, 1)  # noqa: DTZ001 - hours on a wall
    hours = timedelta(hours=1)
    assert observances(KYIV, first, last) == (
        Observance(datetime(2024, 12, 31, 2), 2 * hours, 2 * hours, "EET", is_summer_time=False),  # noqa: DTZ001
        Observance(datetime(2025, 3, 30, 3), 2 * hours, 3 * hours, "EEST", is_summer_time=True),  # noqa: DTZ001
        Observance(datetime(2025, 10, 26, 4), 3 * hours, 2 * hours, "EET", is_summer_time=False),  # noqa: DTZ001
    )


@pytest.mark.parametrize("name", sorted(available_timezones())[::29])
def test_the_clocks_of_every_zone_follow_from_its_observances(name: str) -> None:
    zone = ZoneInfo(name)
    first, last = datetime(2009, 5, 1), datetime(2012, 5, 1)  # noqa: DTZ001 - years in which many zones changed their rules
    found = observances(zone, first, last)
    moments = [(one.begins - one.offset_before, one.offset) for one in found]
    assert moments == sorted(moments, key=lambda one: one[0])
    for day in range((last - first).days):
        for hour in (0, 1, 2, 3, 12):
            moment = first + timedelta(days=day, hours=hour)
            shown = [offset for begins, offset in moments if begins <= moment][-1]
            assert moment.replace(tzinfo=UTC).astimezone(zone).utcoffset() == shown


def test_the_calendar_of_the_sample_has_the_whole_record(sample: Plan, tmp_path: Path) -> None:
    found = events(written(sample, tmp_path, replace(EDITION, as_of=date(2026, 2, 1))))
    for meeting in sample.strategy.meetings.values():
        one = found[f"{meeting.id}.meeting"]
        assert one.decoded("dtstart").replace(tzinfo=None) == meeting.starts
        assert one.decoded("dtstart") == meeting.starts.replace(tzinfo=KYIV)
    for assignment in sample.strategy.assignments.values():
        assert found[f"{assignment.id}.due"].decoded("dtstart") == assignment.due
