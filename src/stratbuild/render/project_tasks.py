"""The tasks of a project as elements of MSPDI, in the order of the published schema.

Sums stand in hundredths of the currency, lags and floats in tenths of a minute.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from stratbuild.quantity import Money
from stratbuild.render.project_file import Constraint, Days, ProjectFile, ProjectLink, ProjectTask
from stratbuild.render.project_time import WorkingTime, end_of, span_of, start_of
from stratbuild.schema.dependency import DependencyType

Content: TypeAlias = str | int | Sequence["Part"] | None
Part: TypeAlias = tuple[str, Content]
"""An element: its name, and its text or the elements in it; one that is empty is left out."""

ID_FIELD = "188743731"
"""The field Text1 of tasks, by the number that Microsoft Project gives it: it holds the id of the item."""
EVENLY = 3
"""Sums are spread evenly over the task."""
FIXED_DURATION = 1
IN_DAYS, IN_ELAPSED_DAYS = 7, 8

_TYPES = {DependencyType.FINISH_TO_FINISH: 0, DependencyType.FINISH_TO_START: 1, DependencyType.START_TO_START: 3}
_CONSTRAINTS = {None: 0, Constraint.EXACTLY: 2, Constraint.NOT_EARLIER: 4}
_WORKDAY, _WHOLE_DAY = 4800, 14400
"""In tenths of a minute."""
_FINISHED = 100


def task_parts(project: ProjectFile, time: WorkingTime, work: Mapping[int, Fraction]) -> Iterator[Part]:
    """Every task; `work` gives the person-days of those that people are assigned to."""
    for task, outline, cost in zip(project.tasks, _outline_numbers(project.tasks), _with_inner_costs(project.tasks), strict=True):
        yield (
            "Task",
            [
                *_head(task, outline),
                *_dates(task, time, work.get(task.number, Fraction())),
                ("FixedCost", task.cost.hundredths),
                ("FixedCostAccrual", EVENLY),
                ("PercentComplete", _FINISHED if task.actual_finish else 0),
                ("Cost", cost.hundredths),
                *_actual(task, time),
                *_conditions(task),
                ("ExtendedAttribute", [("FieldID", ID_FIELD), ("Value", task.id)]),
                *_baseline(task, time),
            ],
        )


def _head(task: ProjectTask, outline: str) -> Iterator[Part]:
    yield "UID", task.number
    yield "ID", task.number
    yield "Name", task.name
    yield "Manual", int(task.days is None)  # a task without dates is one that nobody has scheduled yet
    yield "Type", FIXED_DURATION
    yield "IsNull", 0
    yield "Contact", task.contact
    yield "WBS", task.code or outline
    yield "OutlineNumber", outline
    yield "OutlineLevel", task.level


def _dates(task: ProjectTask, time: WorkingTime, work: Fraction) -> Iterator[Part]:
    if task.days is not None:
        yield "Start", _start(task, task.days)
        yield "Finish", end_of(task.days.last)
        yield "Duration", _duration(task, task.days, time)
    yield "DurationFormat", IN_DAYS
    yield "Work", span_of(work)
    yield "EffortDriven", 0
    yield "Estimated", 0
    yield "Milestone", int(task.is_milestone)
    yield "Summary", int(task.is_summary)
    if task.latest is not None and task.days is not None:
        yield "Critical", int(task.latest.critical)
        yield "LateStart", _start(task, task.latest.days)
        yield "LateFinish", end_of(task.latest.days.last)
        yield "FreeSlack", max(0, time.after(task.latest.free_until, task.days.last)) * _WORKDAY
        yield "TotalSlack", time.after(task.latest.days.last, task.days.last) * _WORKDAY


def _actual(task: ProjectTask, time: WorkingTime) -> Iterator[Part]:
    if task.actual_start is not None:
        yield "ActualStart", end_of(task.actual_start) if task.is_milestone else start_of(task.actual_start)
    if task.actual_finish is not None and task.days is not None:
        yield "ActualFinish", end_of(task.actual_finish)
        yield "ActualDuration", _duration(task, task.days, time)
        yield "RemainingDuration", span_of(0)


def _conditions(task: ProjectTask) -> Iterator[Part]:
    yield "ConstraintType", _CONSTRAINTS[task.constraint]
    if task.constraint_day is not None:
        yield "ConstraintDate", end_of(task.constraint_day) if task.is_milestone else start_of(task.constraint_day)
    if task.deadline is not None:
        yield "Deadline", end_of(task.deadline)
    yield "Notes", task.notes
    for link in task.links:
        yield "PredecessorLink", list(_link(link))


def _link(link: ProjectLink) -> Iterator[Part]:
    yield "PredecessorUID", link.before
    yield "Type", _TYPES[link.type]
    yield "CrossProject", 0
    yield "LinkLag", link.lag * (_WORKDAY if link.is_lag_worked else _WHOLE_DAY)
    yield "LagFormat", IN_DAYS if link.is_lag_worked or not link.lag else IN_ELAPSED_DAYS


def _baseline(task: ProjectTask, time: WorkingTime) -> Iterator[Part]:
    """The adopted plan, against which a slip shows."""
    if task.planned is not None:
        yield (
            "Baseline",
            [
                ("Number", 0),
                ("Start", _start(task, task.planned)),
                ("Finish", end_of(task.planned.last)),
                ("Duration", _duration(task, task.planned, time)),
                ("DurationFormat", IN_DAYS),
            ],
        )


def _start(task: ProjectTask, days: Days) -> str:
    """A milestone is at the end of its day."""
    return end_of(days.last) if task.is_milestone else start_of(days.first)


def _duration(task: ProjectTask, days: Days, time: WorkingTime) -> str:
    return span_of(0 if task.is_milestone else time.of(days))


def _outline_numbers(tasks: Sequence[ProjectTask]) -> Iterator[str]:
    """`1.2.3` of each task: its place among its neighbours below that of the line that it stands under."""
    places: list[int] = []
    for task in tasks:
        del places[task.level :]
        places += [0] * (task.level - len(places))
        places[-1] += 1
        yield ".".join(map(str, places))


def _with_inner_costs(tasks: Sequence[ProjectTask]) -> list[Money]:
    """The sum of each task with those of all lines below it."""
    inner: dict[int, list[Money]] = {}
    found: list[Money] = []
    for task in reversed(tasks):
        total = Money.total([task.cost, *inner.pop(task.level + 1, ())])
        inner.setdefault(task.level, []).append(total)
        found.append(total)
    return found[::-1]
