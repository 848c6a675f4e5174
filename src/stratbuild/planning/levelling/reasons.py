"""Where units lack people, and why a measure cannot stay where it is planned."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from stratbuild.planning.levelling.places import Place
from stratbuild.planning.levelling.problem import Needs, Problem
from stratbuild.planning.levelling.profile import Profile
from stratbuild.planning.levelling.proposal import Peak, UnitOver, Why, months_of


@dataclass(frozen=True)
class Occupation:
    """Places of everything, and what they leave of the people of each unit."""

    problem: Problem
    places: Mapping[str, Place]
    since: int
    """What was before is past."""

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        """By unit: what is free."""
        return self.problem.profiles(self.places)

    @cached_property
    def lacks(self) -> Mapping[str, Sequence[tuple[int, int, int]]]:
        """By unit: the stretches of time in which it lacks people, and how many parts of them."""
        found = {
            unit: [
                (max(start, self.since), end, -free) for start, end, free in profile.stretches() if free < 0 and end > self.since
            ]
            for unit, profile in self.profiles.items()
        }
        return {unit: stretches for unit, stretches in found.items() if stretches}

    def peaks(self, parts: int) -> tuple[Peak, ...]:
        """The months in which a unit lacks people, each with the most that it needs at once."""
        found: list[Peak] = []
        for unit, stretches in self.lacks.items():
            worst: dict[date, tuple[int, int]] = {}
            for start, end, lack in stretches:
                for month in months_of(start, end):
                    if month not in worst or worst[month][0] < lack:
                        worst[month] = lack, max(start, month.toordinal())
            needing = [id_ for id_ in self.places if self.problem.tasks[id_].demand.at(self.places[id_]).get(unit)]
            for month, (lack, moment) in sorted(worst.items()):
                capacity = next(
                    has for since, has in sorted(self.problem.capacity[unit].items(), reverse=True) if since <= moment
                )
                there = tuple(id_ for id_ in needing if self.places[id_].start <= moment < self.places[id_].end)
                found.append(Peak(unit, month, Fraction(capacity + lack, parts), Fraction(capacity, parts), there))
        return tuple(found)

    def over(self, id_: str, place: Place) -> tuple[UnitOver, ...]:
        """The units of a task that lack people at a place, and in which months."""
        needs = self.problem.tasks[id_].demand.at(place)
        found = {unit: _within(self.lacks.get(unit, ()), place) for unit, need in needs.items() if need}
        return tuple(UnitOver(unit, months) for unit, months in found.items() if months)

    def over_with(self, id_: str, place: Place) -> tuple[UnitOver, ...]:
        """The units that would lack people if a task were at another place than it is."""
        demand, own = self.problem.tasks[id_].demand, self.places[id_]
        at_own, needs = demand.at(own), demand.at(place)
        found = {unit: self._short(unit, need, at_own, (own, place)) for unit, need in needs.items() if need}
        return tuple(UnitOver(unit, months) for unit, months in found.items() if months)

    def _short(self, unit: str, need: int, at_own: Needs, places: tuple[Place, Place]) -> tuple[date, ...]:
        own, place = places
        stretches = [
            (start, end, 0)
            for start, end, free in self.profiles[unit].stretches()
            if free + (at_own.get(unit, 0) if own.start <= start < own.end else 0) < need
        ]
        return _within(stretches, place)


def why(before: Occupation, after: Occupation, id_: str) -> Why:
    """Why a task is elsewhere: people are missing where it stands, or what it waits for has moved."""
    problem = before.problem
    task = problem.tasks[id_]
    latest = (0, None)
    for wait in problem.incoming.get(id_, ()):
        start, end = problem.least(wait, after.places[wait.before])
        late = max(start - task.current.start, end - task.current.end if end else 0)
        if late > latest[0]:
            latest = late, wait.before  # type: ignore[assignment]
    over = before.over(id_, task.current)
    if not over and latest[1] is None:
        over = after.over_with(id_, task.current)
    stands = date.fromordinal(task.current.start) if task.current.start > task.planned.start else None
    return Why(over, latest[1], stands)


def _within(stretches: Iterable[tuple[int, int, int]], place: Place) -> tuple[date, ...]:
    months = {
        month
        for start, end, _ in stretches
        if start < place.end and place.start < end
        for month in months_of(max(start, place.start), min(end, place.end))
    }
    return tuple(sorted(months))
