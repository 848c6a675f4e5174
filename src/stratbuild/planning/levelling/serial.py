"""Serial schedule generation: one task after the other gets the first place that has people enough.

First comes what has to start first: the least latest start, then the order of the strategy. No library is
needed, and the same strategy always gives the same dates.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from stratbuild.planning.levelling.places import FAR, Place
from stratbuild.planning.levelling.problem import Limit, LimitKind, Needs, Problem
from stratbuild.planning.levelling.profile import Profile
from stratbuild.planning.levelling.schedule import Proof, Schedule

SERIAL = "serial"

Priority = Callable[[str], int]

_LOOKED_BEYOND = 1_000
"""Days beyond its last place to which is looked for one that a task might have without its limits."""


def serial(problem: Problem) -> Schedule:
    """A place for everything. What finds none within its limits stays where it stands, and the others are put around it."""
    stuck: dict[str, Limit] = {}
    while True:
        places, more = one_pass(problem, frozenset(stuck))
        if not more:
            break
        stuck.update(more)
    bound = min(problem.delay(problem.earliest(frozenset(stuck))), objective := problem.delay(places))
    return Schedule(places, Proof(objective, bound, SERIAL), stuck)


def one_pass(
    problem: Problem, frozen: frozenset[str], priority: Priority | None = None
) -> tuple[dict[str, Place], dict[str, Limit]]:
    """The first place for one task after the other, and those that find none; by the least latest start unless told otherwise."""
    latest = problem.latest(frozen)
    first = priority or (lambda id_: latest[id_].start)
    rank = {id_: number for number, id_ in enumerate(problem.tasks)}
    placed = {id_: task.current for id_, task in problem.tasks.items() if not problem.moves(id_, frozen)}
    search = _Search(problem, problem.profiles(placed), placed, latest)
    missing = {id_: sum(wait.before not in placed for wait in problem.incoming.get(id_, ())) for id_ in rank if id_ not in placed}
    ready = [(first(id_), rank[id_], id_) for id_, count in missing.items() if not count]
    heapify(ready)
    stuck: dict[str, Limit] = {}
    while ready:
        id_ = heappop(ready)[-1]
        place = search.place(id_)
        if place is None:
            stuck[id_] = search.obstacle(id_)
            place = problem.tasks[id_].current
        search.put(id_, place)
        for wait in problem.outgoing.get(id_, ()):
            if wait.after in missing:
                missing[wait.after] -= 1
                if not missing[wait.after]:
                    heappush(ready, (first(wait.after), rank[wait.after], wait.after))
    return {id_: placed[id_] for id_ in problem.tasks}, stuck


@dataclass(frozen=True, slots=True)
class _Search:
    problem: Problem
    profiles: Mapping[str, Profile]
    placed: dict[str, Place]
    latest: Mapping[str, Place]

    def place(self, id_: str) -> Place | None:
        """The first place with people enough that leaves a place to all that waits for it."""
        last = self.latest[id_]
        place, _ = self._first(id_, last.start)
        return place if place is not None and place.start <= last.start and place.end <= last.end else None

    def put(self, id_: str, place: Place) -> None:
        """Settle a task."""
        self.placed[id_] = place
        for unit, need in self.problem.tasks[id_].demand.at(place).items():
            self.profiles[unit].take(place, need)

    def obstacle(self, id_: str) -> Limit:
        """What keeps a task from the first place that has people enough for it."""
        task = self.problem.tasks[id_]
        place, unit = self._first(id_, self.latest[id_].start + _LOOKED_BEYOND)
        if place is None:
            return Limit(LimitKind.CALENDAR if unit is None else LimitKind.CAPACITY, of=unit)
        for limit in task.limits:
            if place.start > limit.start or place.end > limit.end:
                return limit
        for wait in self.problem.outgoing.get(id_, ()):
            start, end = self.problem.most(wait, self.latest[wait.after])
            if place.start > start or place.end > end:
                return Limit(LimitKind.WAITING, start, end, wait.after)
        return Limit(LimitKind.CALENDAR)

    def _first(self, id_: str, last: int) -> tuple[Place | None, str | None]:
        """The first place that has people enough, or the first that starts after a last moment; or the unit that never has them."""
        task = self.problem.tasks[id_]
        assert task.places is not None, id_
        place = task.places.first(*self.problem.floor(id_, self.placed))
        while place is not None and place.start <= last:
            blocked, unit = self._blocked(place, task.demand.at(place))
            if not blocked:
                return place, None
            if task.demand.spread is not None:
                # Another place may need a little less, so that only what no place can do without rules out all of them.
                blocked, unit = self._blocked(place, task.demand.least)
            if blocked >= FAR:
                return None, unit
            place = task.places.first(max(blocked, place.start + 1))
        return place, None

    def _blocked(self, place: Place, needs: Needs) -> tuple[int, str | None]:
        """Until when units lack people for a place, and which the longest; 0 where none does."""
        found: tuple[int, str | None] = (0, None)
        for unit, need in needs.items():
            until = self.profiles[unit].blocked_until(place, need)
            if until is not None and until > found[0]:
                found = until, unit
        return found
