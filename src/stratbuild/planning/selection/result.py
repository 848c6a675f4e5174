"""What a choice of measures comes to, and why the others are out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from stratbuild.diagnostics import Diagnostic
from stratbuild.planning.selection.obstacles import Obstacle
from stratbuild.planning.selection.problem import Problem
from stratbuild.planning.selection.weights import POINTS
from stratbuild.quantity import Money


class ReasonKind(StrEnum):
    """Why a measure is out."""

    OBSTACLE = "obstacle"
    """Its money, or that of what it needs, is not as it has to be."""
    ALTERNATIVE = "alternative"
    """Another one of its group is chosen."""
    NEED = "need"
    """A measure that it waits for is out."""
    WHOLE = "whole"
    """The measure that it is a part of is out."""
    TOGETHER = "together"
    """It is chosen only together with one that is out."""
    PARTS = "parts"
    """None of its parts is in, and it is nothing without them."""
    NO_ROOM = "no-room"
    """A source has not enough money in a year."""
    UNPAID = "unpaid"
    """Nobody is named to pay it in a year."""
    NO_ROOM_IN_PROGRAMME = "no-room-in-programme"
    """A budget programme has not enough room in a year."""
    CO_FINANCING = "co-financing"
    """Others would pay too small a part of all that a source helps to pay."""
    ADDS_NOTHING = "adds-nothing"
    """It could be in, but its weight, with that of what it needs, is not above zero."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a measure is out."""

    kind: ReasonKind
    id: str | None = None
    """The measure that is out, the group, the source or the programme."""
    others: tuple[str, ...] = ()
    """The measures of the group that are chosen instead."""
    year: int | None = None
    money: Money | None = None
    """What is missing, or what others would pay too little."""
    obstacle: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why a measure is out, and with what it could be in, next to all that is chosen."""

    measure: str
    reasons: tuple[Reason, ...]
    with_it: tuple[str, ...] = ()
    """The measures that are out, too, and would have to come with it."""
    can_be_in: bool = False
    """Whether it can be in next to what is chosen once there is the extra money, which is proved in whole numbers."""
    extra: Mapping[tuple[int, str | None], Money] = field(default_factory=dict)
    """By year and source, or nobody where nobody is named to pay: the money that is missing; each sum is the least."""
    extra_of_programmes: Mapping[tuple[int, str], Money] = field(default_factory=dict)
    """By year and programme: by how much its ceiling would have to be higher."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How good a choice is, and who says so."""

    value: int
    """Its weight in points."""
    bound: int
    """No choice has a greater weight."""
    nodes: int
    solver: str

    @property
    def is_optimal(self) -> bool:
        """Whether no choice is better."""
        return self.value == self.bound

    @property
    def gap(self) -> Decimal:
        """How much better another choice can be at most, in per cent, rounded up."""
        if self.is_optimal:
            return Decimal(0)
        return (Decimal(100 * (self.bound - self.value)) / max(1, abs(self.value))).quantize(Decimal("0.0001"), ROUND_CEILING)

    @property
    def weight(self) -> Decimal:
        """The value as a weight."""
        return Decimal(self.value) / POINTS

    @property
    def weight_bound(self) -> Decimal:
        """The bound as a weight."""
        return Decimal(self.bound) / POINTS


@dataclass(frozen=True)
class Selection:
    """The measures that fit the money, or what keeps any choice from meeting all demands."""

    problem: Problem = field(repr=False)
    chosen: tuple[str, ...] = ()
    """In the order of the strategy."""
    proof: Proof | None = None
    """Nothing where there is no choice."""
    why_not: tuple[WhyNot, ...] = ()
    """Of every measure that is out, in the order of the strategy."""
    contradictions: Sequence[Diagnostic] = ()
    """Where there is no choice: the demands that contradict each other."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The measures that are out, in the order of the strategy."""
        chosen = set(self.chosen)
        return () if self.proof is None else tuple(id_ for id_ in self.problem.measures if id_ not in chosen)
