"""What `stratbuild plan` tells of a plan besides its order, gathered for people and for programs alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stratbuild.model import Plan
from stratbuild.model.load import Load, Overload
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone


@dataclass(frozen=True, slots=True)
class Overloaded:
    """Months in a row in which a unit has the same work, and too much of it."""

    unit: str
    first: date
    last: date
    """The first days of the first and of the last of the months."""
    load: Load


def as_of(plan: Plan, day: date) -> Plan:
    """The plan as it stands on a day: what has not begun by then cannot begin before the next."""
    settings = plan.strategy.settings.model_copy(update={"status_on": day})
    return replace(plan, strategy=replace(plan.strategy, settings=settings))


def overloaded(plan: Plan) -> Iterator[Overloaded]:
    """The overloads of each unit, those of neighbouring months joined where nothing changes between them."""
    run: list[Overload] = []
    for one in plan.overloads:
        if run and not (run[-1].unit == one.unit and _next_month(run[-1].month) == one.month and run[-1].load == one.load):
            yield _joined(run)
            run = []
        run.append(one)
    if run:
        yield _joined(run)


def item_of(plan: Plan, id_: str) -> Measure | Milestone:
    """The measure or the milestone of an id."""
    measures = plan.strategy.measures
    return measures[id_] if id_ in measures else plan.strategy.milestones[id_]


def has_ended(plan: Plan, id_: str) -> bool:
    """Whether it is over."""
    item = item_of(plan, id_)
    if isinstance(item, Milestone):
        return item.actual is not None
    return item.actual is not None and item.actual.finish is not None


def milestones_by_day(plan: Plan) -> Sequence[tuple[Milestone, date]]:
    """The milestones that have a day, by day, those of one day in the order of the strategy."""
    days = plan.milestones
    return sorted(((plan.strategy.milestones[id_], day) for id_, day in days.items()), key=lambda one: one[1])


def slips_by_day(plan: Plan) -> Sequence[tuple[str, int]]:
    """What is to end on another day than planned, by how many days, what ends first coming first."""
    return sorted(plan.slips.items(), key=lambda one: plan.forecast[one[0]].last)


def planned_last(plan: Plan, id_: str) -> date:
    """The last day of a measure or a milestone as planned."""
    return plan.milestones[id_] if id_ in plan.milestones else plan.windows[id_].last


def _joined(run: Sequence[Overload]) -> Overloaded:
    return Overloaded(run[0].unit, run[0].month, run[-1].month, run[0].load)


def _next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
