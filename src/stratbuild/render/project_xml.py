"""Projects as XML of Microsoft Project (MSPDI), which ProjectLibre and others read, too; the same bytes for the same plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

from lxml import etree

from stratbuild.render.edition import Edition
from stratbuild.render.openxml import Element
from stratbuild.render.project_file import ProjectCalendar, ProjectFile, ProjectResource
from stratbuild.render.project_tasks import EVENLY, FIXED_DURATION, ID_FIELD, IN_DAYS, Part, task_parts
from stratbuild.render.project_time import SHIFTS, WorkingTime, end_of, span_of, start_of

_SPACE = "http://schemas.microsoft.com/project"
_SAVED_BY = 14
"""The version of the format: that of Microsoft Project 2010."""
_SIGN_BEHIND_SPACE = 3
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
_WORK = 1
"""The type of a resource that works."""
_OF_ONE_TIME = 1
"""The type of an exception that does not come again."""
_PRECISION = 10**4


def write_project(project: ProjectFile, edition: Edition, folder: Path) -> str:
    """Write a project below a folder, and give its path in it."""
    root = etree.Element(f"{{{_SPACE}}}Project", nsmap={None: _SPACE})  # type: ignore[dict-item]  # the stubs know no default name space
    _fill(root, _parts(project, edition))
    etree.indent(root)
    target = folder / project.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")
    return project.path


def _fill(parent: Element, parts: Iterable[Part]) -> None:
    for name, content in parts:
        if content is None or content == "":
            continue
        made = etree.SubElement(parent, f"{{{_SPACE}}}{name}")
        if isinstance(content, (str, int)):
            made.text = str(content)
        else:
            _fill(made, content)


def _parts(project: ProjectFile, edition: Edition) -> Iterator[Part]:
    time = WorkingTime(project)
    tasks = {task.number: task for task in project.tasks}
    effort = [(one, one.people * time.of(days)) for one in project.assignments if (days := tasks[one.task].days) is not None]
    by_task: dict[int, Fraction] = {}
    for assignment, work in effort:
        by_task[assignment.task] = by_task.get(assignment.task, Fraction()) + work
    yield from _head(project, edition)
    field = [("FieldID", ID_FIELD), ("FieldName", "Text1"), ("Alias", project.id_label)]
    yield "ExtendedAttributes", [("ExtendedAttribute", field)]
    yield "Calendars", [("Calendar", list(_calendar(project.calendar)))]
    yield "Tasks", list(task_parts(project, time, by_task))
    years = range(project.days.first.year, project.days.last.year + 1)
    yield "Resources", [("Resource", list(_resource(one, years, edition.as_of.year))) for one in project.resources]
    yield (
        "Assignments",
        [
            (
                "Assignment",
                [
                    ("UID", number),
                    ("TaskUID", assignment.task),
                    ("ResourceUID", assignment.resource),
                    ("Finish", end_of(days.last)),
                    ("Start", start_of(days.first)),
                    ("Units", _decimal(assignment.people)),
                    ("Work", span_of(work)),
                ],
            )
            for number, (assignment, work) in enumerate(effort, start=1)
            if (days := tasks[assignment.task].days) is not None
        ],
    )


def _head(project: ProjectFile, edition: Edition) -> Iterator[Part]:
    made = f"{edition.as_of.isoformat()}T00:00:00"
    yield "SaveVersion", _SAVED_BY
    yield "Name", project.path
    yield "Title", project.title
    yield "Subject", project.about
    yield "Company", project.company
    yield "Author", f"stratbuild {edition.programme_version}"
    yield "CreationDate", made
    yield "LastSaved", made
    yield "ScheduleFromStart", 1
    yield "StartDate", start_of(project.days.first)
    yield "FinishDate", end_of(project.days.last)
    yield "FYStartDate", 1
    yield "CriticalSlackLimit", 0
    yield "CurrencyDigits", 2
    yield "CurrencySymbol", project.currency_sign
    yield "CurrencyCode", project.currency
    yield "CurrencySymbolPosition", _SIGN_BEHIND_SPACE
    yield "CalendarUID", 1
    yield "DefaultStartTime", SHIFTS[0][0]
    yield "DefaultFinishTime", SHIFTS[-1][1]
    yield "MinutesPerDay", 480
    yield "MinutesPerWeek", 2400
    yield "DaysPerMonth", 20
    yield "DefaultTaskType", FIXED_DURATION
    yield "DefaultFixedCostAccrual", EVENLY
    yield "DurationFormat", IN_DAYS
    yield "HonorConstraints", 1
    yield "NewTasksEffortDriven", 0
    yield "NewTasksEstimated", 0
    yield "WeekStartDay", 1
    yield "StatusDate", None if project.status is None else end_of(project.status)
    yield "CurrentDate", start_of(edition.as_of)
    yield "NewTasksAreManual", 0


def _calendar(calendar: ProjectCalendar) -> Iterator[Part]:
    yield "UID", 1
    yield "Name", calendar.name
    yield "IsBaseCalendar", 1
    yield "BaseCalendarUID", -1
    yield (
        "WeekDays",
        [
            ("WeekDay", [("DayType", number), *_working(worked=calendar.is_worked_weekday(weekday))])
            for number, weekday in enumerate(_SUNDAY_FIRST, start=1)
        ],
    )
    yield "Exceptions", [("Exception", list(_exception(calendar, day))) for day in calendar.exceptions]


def _exception(calendar: ProjectCalendar, day: date) -> Iterator[Part]:
    worked = calendar.exceptions[day]
    yield "EnteredByOccurrences", 0
    yield "TimePeriod", [("FromDate", f"{day.isoformat()}T00:00:00"), ("ToDate", f"{day.isoformat()}T23:59:00")]
    yield "Occurrences", 1
    yield "Name", calendar.workday if worked else calendar.holiday
    yield "Type", _OF_ONE_TIME
    yield from _working(worked=worked)


def _working(*, worked: bool) -> Iterator[Part]:
    yield "DayWorking", int(worked)
    if worked:
        yield "WorkingTimes", [("WorkingTime", [("FromTime", begins), ("ToTime", ends)]) for begins, ends in SHIFTS]


def _resource(resource: ProjectResource, years: range, now: int) -> Iterator[Part]:
    people = resource.people_by_year.get(now, resource.people)
    yield "UID", resource.number
    yield "ID", resource.number
    yield "Name", resource.name
    yield "Type", _WORK
    yield "IsNull", 0
    yield "Initials", resource.id
    yield "MaxUnits", None if people is None else _decimal(people)
    yield "CalendarUID", 1
    yield "AvailabilityPeriods", list(_availability(resource, years))


def _availability(resource: ProjectResource, years: range) -> Iterator[Part]:
    """The people of each year where they differ; a resource without such years has as many at all times."""
    for year in years if resource.people_by_year else ():
        people = resource.people_by_year.get(year, resource.people)
        if people is not None:
            yield (
                "AvailabilityPeriod",
                [
                    ("AvailableFrom", f"{year}-01-01T00:00:00"),
                    ("AvailableTo", f"{year}-12-31T23:59:00"),
                    ("AvailableUnits", _decimal(people)),
                ],
            )


def _decimal(people: Fraction) -> str:
    """A number of people with up to four decimals."""
    whole, part = divmod(round(people * _PRECISION), _PRECISION)
    return f"{whole}.{part:04}".rstrip("0").rstrip(".")
