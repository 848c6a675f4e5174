"""A project before it is written for programs that schedule: tasks, links, resources, assignments, the calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from stratbuild.quantity import ZERO, Money
from stratbuild.schema.dependency import DependencyType

_SATURDAY = 5


class Constraint(Enum):
    """What a day that is stated demands of the start of a task."""

    NOT_EARLIER = "not earlier"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to another, both counted."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Latest:
    """How late a task may be."""

    days: Days
    """Without the whole project being later, or a deadline missed."""
    free_until: date
    """The last day on which it may end without anything that waits for it being later."""
    critical: bool


@dataclass(frozen=True, slots=True)
class ProjectLink:
    """A task waits for another."""

    before: int
    """The number of the task that is waited for."""
    type: DependencyType
    lag: int = 0
    """How many days later, or earlier where it is below zero."""
    is_lag_worked: bool = False
    """Whether the days of the lag are working days."""


@dataclass(frozen=True, slots=True)
class ProjectTask:
    """A line of the project: a goal or a whole with what is under it, a measure, or a milestone."""

    number: int
    """Which line it is, from 1."""
    level: int
    """How deep it stands, from 1."""
    name: str
    id: str
    """The id of the item in the strategy."""
    code: str
    """Its printed number, where it has one."""
    days: Days | None
    """As it now stands; none where its text says too little."""
    planned: Days | None = None
    """As it is planned."""
    is_summary: bool = False
    is_milestone: bool = False
    cost: Money = ZERO
    """Its money, without that of the lines below it."""
    links: tuple[ProjectLink, ...] = ()
    constraint: Constraint | None = None
    constraint_day: date | None = None
    deadline: date | None = None
    latest: Latest | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    contact: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ProjectResource:
    """A unit, with the people that it can give; none where it says nothing."""

    number: int
    id: str
    name: str
    people: Fraction | None
    people_by_year: Mapping[int, Fraction]
    """In years in which it can give another number of people."""


@dataclass(frozen=True, slots=True)
class ProjectAssignment:
    """People of a unit who are at work on a task all the time that it lasts."""

    task: int
    resource: int
    people: Fraction


@dataclass(frozen=True, slots=True)
class ProjectCalendar:
    """The working days: Monday to Friday, and what is otherwise within the project."""

    name: str
    exceptions: Mapping[date, bool]
    """By day on which it is not as on the other weeks' same day: whether it is worked."""
    holiday: str
    """What an exception that is not worked is called."""
    workday: str
    """What an exception that is worked is called."""

    def is_worked(self, day: date) -> bool:
        """Whether a day is a working day."""
        return self.exceptions.get(day, self.is_worked_weekday(day.weekday()))

    @staticmethod
    def is_worked_weekday(weekday: int) -> bool:
        """Whether a day of the week, from 0 for Monday, is worked where nothing else is said."""
        return weekday < _SATURDAY


@dataclass(frozen=True)
class ProjectFile:
    """One project in one language."""

    path: str
    """The path below the output folder: `plan.xml`; ASCII only."""
    title: str
    about: str
    company: str
    days: Days
    status: date | None
    """The day up to which actual dates are known."""
    currency: str
    """Its code, `UAH`."""
    currency_sign: str
    id_label: str
    """What the column is called that holds the ids of the strategy."""
    calendar: ProjectCalendar
    tasks: tuple[ProjectTask, ...]
    resources: tuple[ProjectResource, ...]
    assignments: tuple[ProjectAssignment, ...]
