"""Proposed dates, why each of them is another than planned, and what they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from stratbuild.model import Window
from stratbuild.planning.levelling.places import Place
from stratbuild.planning.levelling.problem import LimitKind, Problem
from stratbuild.planning.levelling.schedule import Proof
from stratbuild.quantity import PlanDate


@dataclass(frozen=True, slots=True)
class Peak:
    """A month in which a unit has more work than people on some day: the most that it has at once."""

    unit: str
    month: date
    """Its first day."""
    needed: Fraction
    capacity: Fraction
    measures: tuple[str, ...]
    """Those that need the unit on that day, in the order of the strategy."""


@dataclass(frozen=True, slots=True)
class UnitOver:
    """A unit and the first days of the months in which it would have more work than people."""

    unit: str
    months: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a measure cannot stay where it is planned."""

    over: tuple[UnitOver, ...] = ()
    waits_for: str | None = None
    """What it waits for and what has moved itself."""
    stands: date | None = None
    """The day on which it could begin by now at the earliest, where that is after the planned one."""


@dataclass(frozen=True, slots=True)
class Move:
    """A measure with other dates. Its money is left as it is."""

    measure: str
    was: Window
    window: Window
    why: Why
    start: PlanDate | None = None
    finish: PlanDate | None = None
    """The start and the finish as the text has to state them; none where it does not, or need not."""

    @property
    def delay(self) -> int:
        """Days by which it starts later."""
        return (self.window.first - self.was.first).days


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A measure for which there are no dates within its limits, so that it stays where it is."""

    measure: str
    window: Window
    limit: LimitKind
    day: date | None
    """The last day that the limit allows, to end on, or to begin on where money is the limit."""
    of: str | None
    """The year of the money, the whole, what waits, or the unit that lacks people."""
    over: tuple[UnitOver, ...]
    """The units that have more work than people because of it."""


@dataclass(frozen=True)
class Proposal:
    """Dates for a whole plan."""

    moves: tuple[Move, ...]
    milestones: Mapping[str, tuple[date, date]]
    """By milestone that follows: its day as planned, and as proposed."""
    not_placed: tuple[NotPlaced, ...]
    before: tuple[Peak, ...]
    """Where units lack people as the plan stands."""
    after: tuple[Peak, ...]
    proof: Proof
    """The delay and its bound, in days by the weights of priorities, in hundredths."""
    problem: Problem = field(repr=False)
    places: Mapping[str, Place] = field(repr=False)

    @property
    def ends(self) -> date | None:
        """The last day of all that has dates."""
        return max((place.window.last for place in self.places.values()), default=None)


def months_of(start: int, end: int) -> Sequence[date]:
    """The first days of the months that a stretch of time touches."""
    found: list[date] = []
    moment = start
    while moment < end:
        month = date.fromordinal(moment).replace(day=1)
        found.append(month)
        moment = (month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)).toordinal()
    return found
