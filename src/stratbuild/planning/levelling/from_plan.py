"""The problem of a plan: what of it can still be moved, within what limits, and who is needed for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor, lcm

from stratbuild.model import Plan
from stratbuild.model.length import Days, length
from stratbuild.model.load import capacity_of, needs_of
from stratbuild.model.network import Link
from stratbuild.planning.levelling.places import DayPlaces, Place, Places, StepPlaces
from stratbuild.planning.levelling.problem import Demand, Limit, LimitKind, Needs, Problem, Task, Wait
from stratbuild.planning.levelling.profile import UNLIMITED
from stratbuild.planning.selection.weights import priority_weights
from stratbuild.quantity import LAST_YEAR, DurationUnit, Precision
from stratbuild.schema.measure import Measure, Priority

_GRAIN = 27_720
"""Parts of a person in which needs are counted, so that halves to twelfths are whole numbers; what remains is rounded up."""
_FINEST = 10_000
_LEAST_SHARE = Fraction(4, 5)
"""Work spread over as many days or months needs at least so much of what it needs elsewhere."""
_POINTS = 100
"""Points of a weight of one."""


def problem_of(plan: Plan) -> Problem:
    """What can be moved in a plan. Numbers of people are whole numbers of `grain(plan)` parts of a person."""
    planned, current = _places(plan)
    parts = grain(plan)
    around = _Surroundings(plan, current, frozenset(one.part_of for one in plan.strategy.measures.values() if one.part_of))
    tasks = {id_: _task(around, id_, planned[id_], parts) for id_ in plan.network.nodes if id_ in planned}
    tasks |= {
        id_: Task(id_, current[id_], current[id_], None, _demand(one, current[id_], parts)) for id_, one in around.stretched()
    }
    incoming: dict[str, list[Wait]] = {}
    outgoing: dict[str, list[Wait]] = {}
    bare = Problem(tasks, {}, {}, {}, plan.workdays)
    for links in plan.network.incoming.values():
        for link in links:
            if link.before in tasks and link.after in tasks:
                wait = _wait(bare, link)
                incoming.setdefault(link.after, []).append(wait)
                outgoing.setdefault(link.before, []).append(wait)
    return Problem(
        tasks,
        {id_: tuple(some) for id_, some in incoming.items()},
        {id_: tuple(some) for id_, some in outgoing.items()},
        dict(_capacities(plan, parts)),
        plan.workdays,
    )


def grain(plan: Plan) -> int:
    """In how many parts a person is counted."""
    people = [Fraction(one) for measure in plan.strategy.measures.values() for one in measure.people.values()]
    found = 1
    for one in people:
        found = lcm(found, one.denominator)
    return _GRAIN * min(found, _FINEST)


def _places(plan: Plan) -> tuple[dict[str, Place], dict[str, Place]]:
    """Where everything with dates is planned, and where it stands."""
    planned, current = {}, {}
    for id_ in plan.forecast:
        now = plan.forecast[id_]
        if id_ in plan.milestones:
            planned[id_], current[id_] = _moment(plan.milestones[id_]), _moment(now.last)
        else:
            was = plan.windows[id_]
            planned[id_], current[id_] = _place(was.first, was.last), _place(now.first, now.last)
    return planned, current


def _place(first: date, last: date) -> Place:
    return Place(first.toordinal(), last.toordinal() + 1)


def _moment(day: date) -> Place:
    return Place(day.toordinal() + 1, day.toordinal() + 1)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A plan, and where everything in it stands."""

    plan: Plan
    current: Mapping[str, Place]
    wholes: frozenset[str | None]
    """The measures that others are a part of."""

    def stretched(self) -> Iterator[tuple[str, Measure]]:
        """Measures that last as long as their parts and need people of their own."""
        for id_, measure in self.plan.strategy.measures.items():
            if id_ in self.current and id_ not in self.plan.network.nodes and (measure.people or measure.person_months):
                yield id_, measure

    def is_frozen(self, measure: Measure) -> bool:
        """Whether nothing may move a measure: it says so, it has begun, or others lie inside it or are stretched by it.

        Nor does anything that is later than the years that a strategy can name.
        """
        if (
            measure.fixed
            or measure.has_begun
            or measure.id in self.wholes
            or self.current[measure.id].window.last.year > LAST_YEAR
        ):
            return True
        stretched = {id_ for id_, _ in self.stretched()}
        return any(one.id in stretched for one in self.wholes_of(measure))

    def wholes_of(self, measure: Measure) -> Iterator[Measure]:
        """What a measure is a part of, at any height."""
        one = measure
        while one.part_of is not None:
            one = self.plan.strategy.measures[one.part_of]
            yield one

    def limits(self, measure: Measure) -> Iterator[Limit]:
        """What a measure has to keep. Where it does not already, it may at least not be later still."""
        stands = self.current[measure.id]
        yield from _end_limits(self.plan, self.plan.network.nodes[measure.id].deadline, stands)
        yield from _money_limit(self.plan, measure.id, stands)
        for whole in self.wholes_of(measure):
            around = self.current.get(whole.id)
            if around is None:
                continue
            if whole.id in self.plan.network.nodes:
                yield Limit(LimitKind.WHOLE, end=max(around.end, stands.end), of=whole.id)
                continue
            if whole.deadline is not None:
                yield Limit(LimitKind.DEADLINE, end=max(whole.deadline.last.toordinal() + 1, stands.end))
            if stands.start == around.start:
                yield from _money_limit(self.plan, whole.id, around)


def _task(around: _Surroundings, id_: str, planned: Place, parts: int) -> Task:
    plan, stands = around.plan, around.current[id_]
    node = plan.network.nodes[id_]
    if node.is_milestone:
        waits = node.start is None and plan.strategy.milestones[id_].actual is None
        places = DayPlaces(Days(0), planned) if waits else None
        return Task(id_, planned, stands, places, limits=tuple(_end_limits(plan, node.deadline, stands)), is_milestone=True)
    measure = plan.strategy.measures[id_]
    weight = max(1, round(priority_weights(plan)[measure.priority or Priority.MEDIUM] * _POINTS))
    is_said = _is_true_of(measure, stands)
    moving = None if around.is_frozen(measure) else places_of(plan, measure, planned, stands if is_said else None)
    return Task(
        id_, planned, stands, moving, _demand(measure, stands, parts), tuple(around.limits(measure)), weight, is_said=is_said
    )


def _is_true_of(measure: Measure, place: Place) -> bool:
    """Whether the stated dates, as coarse as they are, hold for a place."""
    first, last = place.window.first, place.window.last
    start_holds = measure.start is None or measure.start.first <= first <= measure.start.last
    return start_holds and (measure.finish is None or measure.finish.first <= last <= measure.finish.last)


def places_of(plan: Plan, measure: Measure, planned: Place, stands: Place | None) -> Places:
    """Where a measure may be: its stated dates keep their precision, what is reckoned moves by days."""
    taken = None if measure.duration is None else length(measure.duration, plan.workdays)
    start, finish = measure.start, measure.finish
    if start is None:
        return (
            DayPlaces(taken or Days(planned.end - planned.start), planned)
            if finish is None
            else StepPlaces(None, finish, taken, stands)
        )
    agrees = (
        taken is not None and finish is not None and finish.precision is Precision.DAY and taken.end(planned.start) == planned.end
    )
    if finish is not None and not agrees:
        return StepPlaces(start, finish, None, stands)
    if start.precision is Precision.DAY:
        return DayPlaces(taken or Days(1), planned, states_finish=agrees)
    return StepPlaces(start, finish, taken, stands)


def _end_limits(plan: Plan, deadline: int | None, stands: Place) -> Iterator[Limit]:
    if deadline is not None:
        yield Limit(LimitKind.DEADLINE, end=max(deadline, stands.end))
    yield Limit(LimitKind.STRATEGY, end=max(plan.period.last.toordinal() + 1, stands.end))


def _money_limit(plan: Plan, id_: str, stands: Place) -> Iterator[Limit]:
    """A measure has to begin in the first year in which it has money. Its end only moves away from the last."""
    lines = (line for line in plan.coverage.lines_of_measure.get(id_, ()) if line.id in plan.budget.parts)
    years = {year for line in lines for year, money in plan.budget.of_line(line.id).items() if money}
    for year in sorted(years.intersection(stands.window.years))[:1]:
        yield Limit(LimitKind.MONEY, start=date(year, 12, 31).toordinal(), of=str(year))


def _demand(measure: Measure, stands: Place, parts: int) -> Demand:
    def spread(place: Place) -> Needs:
        return {unit: ceil(people * parts) for unit, people in needs_of(measure, place.window).items()}

    steady = {unit: ceil(Fraction(people) * parts) for unit, people in measure.people.items()}
    if not measure.person_months:
        return Demand(steady)
    in_workdays = measure.duration is not None and measure.duration.unit is DurationUnit.WORKING_DAYS
    share = Fraction(0) if in_workdays else _LEAST_SHARE
    at_least = {unit: max(steady.get(unit, 0), floor(need * share)) for unit, need in spread(stands).items()}
    return Demand(steady, spread, at_least)


def _wait(bare: Problem, link: Link) -> Wait:
    """A link, and by how much the dates as they stand contradict it."""
    wait = Wait(link.before, link.after, link.type, link.dependency.lag)
    start, end = bare.least(wait, bare.tasks[link.before].current)
    after = bare.tasks[link.after].current
    return Wait(wait.before, wait.after, wait.type, wait.lag, max(0, start - after.start, end - after.end))


def _capacities(plan: Plan, parts: int) -> Iterator[tuple[str, Mapping[int, int]]]:
    years = [
        plan.period.first.year,
        plan.horizon.year,
        *(day.year for one in plan.forecast.values() for day in (one.first, one.last)),
    ]
    for unit in plan.strategy.units.values():
        stated = [*years, *unit.person_months]
        steps: dict[int, int] = {}
        for year in range(min(stated) - 1, max(stated) + 2):
            people = capacity_of(unit, year)
            steps[date(year, 1, 1).toordinal()] = UNLIMITED if people is None else floor(people * parts)
        yield unit.id, steps
