"""What is to be put into the calendar, whatever it is: tasks with needs, links between them, and capacities."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from stratbuild.model.length import lagged, unlagged
from stratbuild.planning.levelling.places import FAR, Place, Places
from stratbuild.planning.levelling.profile import UNLIMITED, Profile
from stratbuild.quantity import Lag, Workdays
from stratbuild.schema.dependency import DependencyType

Needs = Mapping[str, int]
"""By unit: what is needed, in the whole numbers in which capacities are counted."""


class LimitKind(StrEnum):
    """Why a task may not be later."""

    DEADLINE = "deadline"
    STRATEGY = "strategy-end"
    MONEY = "money-year"
    """Its money is planned for a year in which it would not run any more."""
    WHOLE = "whole"
    """It is a part of a measure with dates of its own."""
    WAITING = "waiting"
    """What waits for it cannot be later."""
    CAPACITY = "capacity"
    """A unit never has as many people as it needs."""
    CALENDAR = "calendar"
    """There is no such later date."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A latest start, or a latest end, and where it comes from."""

    kind: LimitKind
    start: int = FAR
    end: int = FAR
    of: str | None = None
    """The whole, what waits, or the unit."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One task waits for another, as a link of the network does."""

    before: str
    after: str
    type: DependencyType
    lag: Lag | None = None
    tolerance: int = 0
    """Days by which the dates contradict it already; that much is not asked for again."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a task needs all the time that it runs; where work is spread over it, that depends on the place."""

    steady: Needs = field(default_factory=dict)
    spread: Callable[[Place], Needs] | None = None
    at_least: Needs = field(default_factory=dict)
    """No place needs less."""

    def at(self, place: Place) -> Needs:
        """What it needs at a place."""
        return self.steady if self.spread is None else self.spread(place)

    @property
    def least(self) -> Needs:
        """What it needs at every place."""
        return self.steady if self.spread is None else self.at_least


@dataclass(frozen=True, slots=True)
class Task:
    """A measure or a milestone. It is never put earlier than where it stands."""

    id: str
    planned: Place
    """Where the plan has it."""
    current: Place
    """Where it stands: as planned, or later, where it has not begun in time."""
    places: Places | None = None
    """Where else it may be; none where nothing moves it."""
    demand: Demand = field(default_factory=Demand)
    limits: tuple[Limit, ...] = ()
    weight: int = 0
    """How much a day of delay counts."""
    is_milestone: bool = False
    is_said: bool = True
    """Whether its text, as it is, is true of where it stands: of a March that begins on the 11th it is."""

    def is_moved_to(self, place: Place) -> bool:
        """Whether a place asks for other dates than those of the plan."""
        return place != self.planned and not (self.is_said and place == self.current)


@dataclass(frozen=True)
class Problem:
    """Tasks, each after those that it waits for."""

    tasks: Mapping[str, Task]
    incoming: Mapping[str, tuple[Wait, ...]]
    outgoing: Mapping[str, tuple[Wait, ...]]
    capacity: Mapping[str, Mapping[int, int]]
    """By unit: what it has from each moment on."""
    workdays: Workdays

    def moves(self, id_: str, frozen: Iterable[str] = ()) -> bool:
        """Whether a task may be elsewhere."""
        return self.tasks[id_].places is not None and id_ not in frozen

    def profiles(self, places: Mapping[str, Place]) -> dict[str, Profile]:
        """By unit: what is free next to tasks at places."""
        found = {unit: Profile(steps) for unit, steps in self.capacity.items()}
        for id_, place in places.items():
            for unit, need in self.tasks[id_].demand.at(place).items():
                found[unit].take(place, need)
        return found

    def delay(self, places: Mapping[str, Place]) -> int:
        """The days by which tasks start later than planned, each day by the weight of its task."""
        return sum(one.weight * (places[id_].start - one.planned.start) for id_, one in self.tasks.items() if one.weight)

    def least(self, wait: Wait, before: Place) -> tuple[int, int]:
        """The earliest start and end that a wait leaves to what waits."""
        match wait.type:
            case DependencyType.FINISH_TO_START:
                return self._later(wait, before.end) - wait.tolerance, 0
            case DependencyType.START_TO_START:
                # A milestone is at the end of its day, a start at the beginning of its own.
                moment = before.start + self.tasks[wait.after].is_milestone
                return self._later(wait, moment) - wait.tolerance, 0
            case DependencyType.FINISH_TO_FINISH:
                return 0, self._later(wait, before.end) - wait.tolerance

    def most(self, wait: Wait, after: Place) -> tuple[int, int]:
        """The latest start and end that a wait leaves to what is waited for."""
        match wait.type:
            case DependencyType.FINISH_TO_START:
                return FAR, self._sooner(wait, after.start + wait.tolerance)
            case DependencyType.START_TO_START:
                moment = self._sooner(wait, after.start + wait.tolerance)
                return moment - self.tasks[wait.after].is_milestone, FAR
            case DependencyType.FINISH_TO_FINISH:
                return FAR, self._sooner(wait, after.end + wait.tolerance)

    def _later(self, wait: Wait, moment: int) -> int:
        return lagged(moment, wait.lag, self.workdays, is_milestone=self.tasks[wait.after].is_milestone)

    def _sooner(self, wait: Wait, moment: int) -> int:
        return unlagged(moment, wait.lag, self.workdays, is_milestone=self.tasks[wait.after].is_milestone)

    def floor(self, id_: str, placed: Mapping[str, Place]) -> tuple[int, int]:
        """The earliest start and end of a task after what it waits for, and not before where it stands."""
        start, end = self.tasks[id_].current.start, 0
        for wait in self.incoming.get(id_, ()):
            least_start, least_end = self.least(wait, placed[wait.before])
            start, end = max(start, least_start), max(end, least_end)
        return start, end

    def ceiling(self, id_: str, latest: Mapping[str, Place]) -> tuple[int, int]:
        """The latest start and end of a task by its own limits and by what waits for it."""
        limits = self.tasks[id_].limits
        start, end = min((one.start for one in limits), default=FAR), min((one.end for one in limits), default=FAR)
        for wait in self.outgoing.get(id_, ()):
            most_start, most_end = self.most(wait, latest[wait.after])
            start, end = min(start, most_start), min(end, most_end)
        return start, end

    def earliest(self, frozen: Iterable[str] = ()) -> dict[str, Place]:
        """Where everything could be if every unit had people enough."""
        found: dict[str, Place] = {}
        for id_, task in self.tasks.items():
            place = task.places.first(*self.floor(id_, found)) if task.places is not None and id_ not in frozen else None
            found[id_] = place or task.current
        return found

    def latest(self, frozen: Iterable[str] = ()) -> dict[str, Place]:
        """The last places from which all limits can still be kept; where there is none, where the task stands."""
        found: dict[str, Place] = {}
        for id_, task in reversed(list(self.tasks.items())):
            place = task.places.latest(*self.ceiling(id_, found)) if task.places is not None and id_ not in frozen else None
            found[id_] = place or task.current
        return found


def is_unlimited(free: int) -> bool:
    """Whether what is free has no bound."""
    return free > UNLIMITED // 2
