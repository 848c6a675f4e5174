"""The tasks of a project: what each line of its outline says of dates, links, limits and money."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from stratbuild.model import Plan, Window
from stratbuild.model.budget import measure as of_measure
from stratbuild.model.network import Link
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.project.outline import OutlineLine
from stratbuild.quantity import ZERO, DurationUnit, Money, Refusal
from stratbuild.render.project_file import Constraint, Days, Latest, ProjectLink, ProjectTask
from stratbuild.schema.dependency import DependencyType
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

_DAYS_IN = {DurationUnit.DAYS: 1, DurationUnit.WEEKS: 7}


def tasks_of(told: PlanInWords, lines: tuple[OutlineLine, ...]) -> tuple[ProjectTask, ...]:
    """The task of every line, numbered from 1."""
    plan = told.plan
    numbers = {line.item.id: number for number, line in enumerate(lines, start=1)}
    waits: dict[str, dict[ProjectLink, None]] = {}
    for link in plan.links:
        waits.setdefault(link.after, {})[_link(plan, link, numbers[link.before])] = None
    source = _Source(
        told,
        numbers,
        {id_: tuple(some) for id_, some in waits.items()},
        plan.budget.total_by(of_measure),
        {**_windows_of_goals(plan.forecast, lines), **plan.forecast},
        {**_windows_of_goals(_planned(plan), lines), **_planned(plan)},
    )
    return tuple(map(source.task, lines))


def around(windows: Iterable[Window]) -> Window | None:
    """From the first day of all to the last; none where there is nothing."""
    some = list(windows)
    return Window(min(one.first for one in some), max(one.last for one in some)) if some else None


@dataclass(frozen=True)
class _Source:
    """What tasks are made from."""

    told: PlanInWords
    numbers: Mapping[str, int]
    links: Mapping[str, tuple[ProjectLink, ...]]
    money: Mapping[object, Money]
    windows: Mapping[str, Window]
    planned: Mapping[str, Window]

    def task(self, line: OutlineLine) -> ProjectTask:
        """The task of a line."""
        item = line.item
        constraint, day = _constraint(self.told.plan, item)
        started, finished = _actual(item)
        return ProjectTask(
            number=self.numbers[item.id],
            level=line.level,
            name=self.told.text(item.title),
            id=item.id,
            code=self.told.plan.coverage.codes.get(item.id, ""),
            days=_days(self.windows.get(item.id)),
            planned=_days(self.planned.get(item.id)),
            is_summary=line.is_summary,
            is_milestone=isinstance(item, Milestone),
            cost=self.money.get(item.id, ZERO),
            links=self.links.get(item.id, ()),
            constraint=constraint,
            constraint_day=day,
            deadline=None if isinstance(item, Goal) or item.deadline is None else item.deadline.last,
            latest=_latest(self.told.plan, item.id),
            actual_start=started,
            actual_finish=finished,
            contact="" if isinstance(item, Goal) or item.lead is None else self.told.unit(item.lead),
            notes="\n\n".join(self._notes(item)),
        )

    def _notes(self, item: Goal | Measure | Milestone) -> Iterator[str]:
        if item.description is not None:
            yield self.told.text(item.description).strip()
        if isinstance(item, Measure) and item.result is not None:
            yield self.told.words.say("project.result", result=self.told.text(item.result))


def _windows_of_goals(windows: Mapping[str, Window], lines: tuple[OutlineLine, ...]) -> dict[str, Window]:
    """By goal: from the first day of all that stands below it to the last."""
    found: dict[str, Window] = {}
    inner: dict[int, list[Window]] = {}
    for line in reversed(lines):
        below = inner.pop(line.level + 1, [])
        window = around(below) if isinstance(line.item, Goal) else windows.get(line.item.id)
        if window is not None:
            found[line.item.id] = window
            inner.setdefault(line.level, []).append(window)
    return found


def _planned(plan: Plan) -> Mapping[str, Window]:
    return {**plan.windows, **{id_: Window(day, day) for id_, day in plan.milestones.items()}}


def _days(window: Window | None) -> Days | None:
    return None if window is None else Days(window.first, window.last)


def _link(plan: Plan, link: Link, before: int) -> ProjectLink:
    lag = link.dependency.lag
    if lag is None:
        return ProjectLink(before, link.type)
    if lag.unit is DurationUnit.WORKING_DAYS:
        return ProjectLink(before, link.type, lag.count, is_lag_worked=True)
    if lag.unit in _DAYS_IN:
        return ProjectLink(before, link.type, lag.count * _DAYS_IN[lag.unit])
    # Months are not equally long, and such programs count every month as thirty days: the days of this very lag are told.
    moment = _moment(plan, link)
    try:
        later = lag.from_day(moment)
    except Refusal:  # it leads out of the calendar, and what waits has no dates
        later = date.max if lag.count > 0 else date.min
    return ProjectLink(before, link.type, (later - moment).days)


def _moment(plan: Plan, link: Link) -> date:
    """The day from which a lag counts."""
    window = plan.forecast.get(link.before, plan.period)
    is_start = link.type is DependencyType.START_TO_START and link.before not in plan.strategy.milestones
    return window.first if is_start else min(window.last, date.max - timedelta(days=1)) + timedelta(days=1)


def _constraint(plan: Plan, item: Goal | Measure | Milestone) -> tuple[Constraint | None, date | None]:
    """What the text of an item demands of its start."""
    node = plan.network.nodes.get(item.id)
    if isinstance(item, Goal) or node is None:
        return None, None
    moment = node.floor if node.start is None else node.start
    if moment is None:
        return None, None
    is_fixed = isinstance(item, Measure) and item.fixed and node.start is not None
    # A milestone is at the end of its day, which is where the next one begins.
    day = date.fromordinal(moment - node.is_milestone)
    return (Constraint.EXACTLY if is_fixed else Constraint.NOT_EARLIER), day


def _latest(plan: Plan, id_: str) -> Latest | None:
    timing = plan.timing.get(id_)
    if timing is None:
        return None
    free_until = timing.last + timedelta(days=timing.free_float)
    return Latest(Days(timing.latest_first, timing.latest_last), free_until, timing.critical)


def _actual(item: Goal | Measure | Milestone) -> tuple[date | None, date | None]:
    if isinstance(item, Goal) or item.actual is None:
        return None, None
    return (item.actual, item.actual) if isinstance(item, Milestone) else (item.actual.start, item.actual.finish)
