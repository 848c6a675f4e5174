"""Dates at which no unit has more work than people, proposed for a whole plan."""

from collections.abc import Callable, Iterator
from datetime import date

from stratbuild.model import Plan
from stratbuild.planning.levelling.from_plan import grain, problem_of
from stratbuild.planning.levelling.places import FAR
from stratbuild.planning.levelling.problem import Limit, LimitKind, Problem
from stratbuild.planning.levelling.proposal import Move, NotPlaced, Proposal
from stratbuild.planning.levelling.reasons import Occupation, why
from stratbuild.planning.levelling.schedule import Schedule

Solver = Callable[[Problem], Schedule]


def level(plan: Plan, solver: Solver) -> Proposal:
    """Proposed dates of a plan. What is fixed, has begun or is over stays; nothing else begins before the status day is past."""
    problem = problem_of(plan)
    schedule = solver(problem)
    since = 0 if plan.status_day is None else plan.status_day.toordinal() + 1
    before = Occupation(problem, {id_: task.current for id_, task in problem.tasks.items()}, since)
    after = Occupation(problem, schedule.places, since)
    measures = [id_ for id_ in plan.strategy.measures if id_ in problem.tasks]
    moved = [
        id_ for id_ in measures if problem.moves(id_, schedule.stuck) and problem.tasks[id_].is_moved_to(schedule.places[id_])
    ]
    days = {
        id_: (task.planned.window.last, schedule.places[id_].window.last)
        for id_, task in problem.tasks.items()
        if task.is_milestone and task.places is not None and task.is_moved_to(schedule.places[id_])
    }
    parts = grain(plan)
    return Proposal(
        tuple(_move(before, after, id_) for id_ in moved),
        days,
        tuple(_not_placed(after, schedule, [id_ for id_ in measures if id_ in schedule.stuck])),
        before.peaks(parts),
        after.peaks(parts),
        schedule.proof,
        problem,
        schedule.places,
    )


def _move(before: Occupation, after: Occupation, id_: str) -> Move:
    task, place = before.problem.tasks[id_], after.places[id_]
    assert task.places is not None, id_
    return Move(id_, task.planned.window, place.window, why(before, after, id_), *task.places.dates(place))


def _not_placed(after: Occupation, schedule: Schedule, ids: list[str]) -> Iterator[NotPlaced]:
    """Of those without a place, the ones that are missing people where they stand, or cannot stay as planned."""
    for id_ in ids:
        task, limit = after.problem.tasks[id_], schedule.stuck[id_]
        over = after.over(id_, task.current)
        if over or task.is_moved_to(task.current):
            yield NotPlaced(id_, task.current.window, limit.kind, _day(limit), limit.of, over)


def _day(limit: Limit) -> date | None:
    if limit.kind is LimitKind.MONEY:
        return date.fromordinal(limit.start)
    last = min(limit.start, limit.end - 1)
    return date.fromordinal(last) if 0 < last < FAR - 1 else None
