"""The one door to OR-Tools, whose CP-SAT finds the best places and proves how good they are; it comes with the extra `level`.

One worker, one seed, and an end by gap or by effort, which the solver counts in its own steps and not in
seconds: the answer does not depend on the machine or its load.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from importlib.metadata import version
from math import ceil, gcd
from typing import TYPE_CHECKING, Any

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.model.length import Days
from stratbuild.planning.levelling.faults import SOLVER_NOT_INSTALLED
from stratbuild.planning.levelling.places import DayPlaces, Place
from stratbuild.planning.levelling.problem import Problem, Wait, is_unlimited
from stratbuild.planning.levelling.profile import Profile
from stratbuild.planning.levelling.schedule import Proof, Schedule
from stratbuild.planning.levelling.serial import one_pass, serial
from stratbuild.schema.dependency import DependencyType

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_SEED = 1
_NOISE = 1e-6


class Objective(Enum):
    """What is to be as small as it can be."""

    DELAY = "delay"
    """The days by which tasks start later than planned, each by its weight."""
    LENGTH = "length"
    """The days until all of it is over."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When the solver may stop before it has proved the best answer."""

    gap: Decimal = Decimal(1)
    """The answer may be so much worse than the bound, in per cent."""
    effort: Decimal = Decimal(10)
    """In units of the solver, each a second or a few of a usual machine."""


class SolverMissing(Exception):
    """OR-Tools is not installed; the finding says how to install it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message("en"))
        self.diagnostic = diagnostic


def cp_sat(problem: Problem, objective: Objective = Objective.DELAY, limits: Limits | None = None) -> Schedule:
    """The best places, or some within the gap; never worse ones than those of the rule. Without the solver `SolverMissing` is raised.

    What has no place, by proof or by the end of the effort, stays where the rule leaves it.
    """
    tool, by_rule = _tool(), serial(problem)
    name = f"OR-Tools CP-SAT {tool.version}"
    search = _Search(tool, problem, objective, limits or Limits(), by_rule.places)
    if by_rule.stuck:
        found = search.found(frozenset())
        if found.places is not None:
            return Schedule(found.places, Proof(found.value, min(found.bound, found.value), name))
    found = search.found(frozenset(by_rule.stuck))
    places, value = by_rule.places, _value(problem, objective, by_rule.places)
    if found.places is not None and found.value <= value:
        places, value = found.places, found.value
    return Schedule(places, Proof(value, min(found.bound, value), name), by_rule.stuck)


@dataclass(frozen=True, slots=True)
class _Found:
    places: Mapping[str, Place] | None
    """None where there are none, or none were found."""
    value: int
    bound: int


@dataclass(frozen=True, slots=True)
class _Tool:
    model: Any
    version: str


def _tool() -> _Tool:
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise SolverMissing(Diagnostic(SOLVER_NOT_INSTALLED, Span(""))) from error
    return _Tool(cp_model, version("ortools"))


@dataclass(frozen=True, slots=True)
class _Variables:
    """Where a task is, in the model."""

    start: "cp_model.IntVar"
    end: "cp_model.LinearExprT"
    size: "cp_model.LinearExprT"
    first: Place
    last: Place
    candidates: Sequence[Place] | None = None
    """Its possible places, and the variable that is the number of one; none where every day of a range is possible."""
    number: "cp_model.IntVar | None" = None


@dataclass(slots=True)
class _Model:
    tool: _Tool
    problem: Problem
    frozen: frozenset[str]
    variables: dict[str, _Variables] = field(default_factory=dict)
    model: Any = None
    base: int = 0
    horizon: int = 0
    is_impossible: bool = False

    def build(self, objective: Objective, hint: Mapping[str, Place]) -> None:
        """The whole model."""
        self.model = self.tool.model.CpModel()
        earliest, latest = self.problem.earliest(self.frozen), self.problem.latest(self.frozen)
        self.base = min((one.start for one in earliest.values()), default=0)
        self.horizon = (
            max([self.base, *(one.end for one in latest.values()), *(one.end for one in earliest.values())]) - self.base
        )
        for id_ in self.problem.tasks:
            if self.problem.moves(id_, self.frozen):
                if earliest[id_].start > latest[id_].start or earliest[id_].end > latest[id_].end:
                    self.is_impossible = True
                    return
                self.variables[id_] = self._variables(id_, earliest[id_], latest[id_])
        for waits in self.problem.incoming.values():
            for wait in waits:
                if wait.before in self.variables and wait.after in self.variables:
                    self._link(wait)
        length = self.model.new_int_var(0, self.horizon, "length")
        for one in self.variables.values():
            self.model.add(length >= one.end)
        self._capacities(length)
        for id_, one in self.variables.items():
            if one.candidates is None:
                self.model.add_hint(one.start, hint[id_].start - self.base)
            elif hint[id_] in one.candidates:
                self.model.add_hint(one.number, one.candidates.index(hint[id_]))
        self.model.minimize(length if objective is Objective.LENGTH else sum(self._delays()))

    def solved(self, limits: Limits) -> tuple[dict[str, Place] | None, int]:
        """The places, where any are found, and the bound of their value."""
        if self.is_impossible:
            return None, 0
        solver = self.tool.model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = _SEED
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = float(limits.effort)
        solver.parameters.relative_gap_limit = float(limits.gap / 100)
        status = solver.solve(self.model)
        bound = ceil(solver.best_objective_bound - _NOISE)
        if status not in {self.tool.model.OPTIMAL, self.tool.model.FEASIBLE}:
            return None, bound
        places = {id_: task.current for id_, task in self.problem.tasks.items()}
        for id_, one in self.variables.items():
            if one.candidates is not None:
                places[id_] = one.candidates[solver.value(one.number)]
            else:
                places[id_] = Place(solver.value(one.start) + self.base, solver.value(one.end) + self.base)
        return places, bound

    def _variables(self, id_: str, first: Place, last: Place) -> _Variables:
        task = self.problem.tasks[id_]
        places = task.places
        if isinstance(places, DayPlaces) and isinstance(places.length, Days) and task.demand.spread is None:
            start = self.model.new_int_var(first.start - self.base, last.start - self.base, id_)
            return _Variables(start, start + places.length.count, places.length.count, first, last)
        assert places is not None, id_
        candidates = [first]
        while candidates[-1].start < last.start:
            following = places.first(candidates[-1].start + 1)
            if following is None or following.start > last.start or following.end > last.end:
                break
            candidates.append(following)
        number = self.model.new_int_var(0, len(candidates) - 1, f"{id_} number")
        start, end = (self._chosen(number, [getattr(one, name) - self.base for one in candidates]) for name in ("start", "end"))
        size = self._chosen(number, [one.end - one.start for one in candidates])
        self.model.add(start + size == end)
        return _Variables(start, end, size, first, candidates[-1], candidates, number)

    def _chosen(self, number: "cp_model.IntVar", values: Sequence[int]) -> "cp_model.IntVar":
        """The value of the chosen candidate."""
        found: cp_model.IntVar = self.model.new_int_var(min(values), max(values), "")
        self.model.add_element(number, values, found)
        return found

    def _link(self, wait: Wait) -> None:
        before, after = self.variables[wait.before], self.variables[wait.after]
        starts = wait.type is DependencyType.START_TO_START
        waited = before.start if starts else before.end
        waiting = after.end if wait.type is DependencyType.FINISH_TO_FINISH else after.start
        first, last = (before.first.start, before.last.start) if starts else (before.first.end, before.last.end)
        moments = [max(self.problem.least(wait, Place(one, one))) - self.base for one in range(first, last + 1)]
        steps = {moment - one for moment, one in zip(moments, range(first - self.base, last - self.base + 1), strict=True)}
        if len(steps) == 1:
            self.model.add(waiting >= waited + steps.pop())
            return
        least = self.model.new_int_var(min(moments), max(moments), "")
        self.model.add_element(waited - (first - self.base), moments, least)
        self.model.add(waiting >= least)

    def _capacities(self, length: "cp_model.IntVar") -> None:
        settled = {id_: task.current for id_, task in self.problem.tasks.items() if id_ not in self.variables}
        for unit, profile in self.problem.profiles(settled).items():
            tables = {id_: table for id_, one in self.variables.items() if (table := self._needs(id_, one, unit))}
            if tables:
                self._capacity(profile, tables, length)

    def _needs(self, id_: str, one: _Variables, unit: str) -> Sequence[int]:
        """What a task needs of a unit at each of its candidates, or at all of them; nothing where it needs none."""
        demand = self.problem.tasks[id_].demand
        if demand.spread is None or one.candidates is None:
            return [demand.steady[unit]] if demand.steady.get(unit) else []
        found = [demand.at(place).get(unit, 0) for place in one.candidates]
        return found if any(found) else []

    def _capacity(self, profile: Profile, tables: Mapping[str, Sequence[int]], length: "cp_model.IntVar") -> None:
        needed = sum(max(table) for table in tables.values())
        stretches = list(self._stretches(profile))
        most = max(needed if is_unlimited(free) else max(0, free) for _, _, free in stretches)
        divisor = gcd(*(need for table in tables.values() for need in table)) or 1
        intervals: list[cp_model.IntervalVar] = []
        demands: list[cp_model.LinearExprT] = []
        for start, end, free in stretches:
            taken = most // divisor - (most if is_unlimited(free) else max(0, min(free, most))) // divisor
            if taken:
                intervals.append(self.model.new_fixed_size_interval_var(start, end - start, ""))
                demands.append(taken)
        energy = []
        for id_, table in tables.items():
            one = self.variables[id_]
            parts = [need // divisor for need in table]
            demand = parts[0] if len(parts) == 1 else self._chosen(one.number, parts)  # type: ignore[arg-type]
            intervals.append(self.model.new_interval_var(one.start, one.size, one.end, ""))
            demands.append(demand)
            energy.append(min(parts) * one.size)
        self.model.add_cumulative(intervals, demands, most // divisor)
        # Redundant, but without it the bound stays at the longest chain wherever people are what decides.
        self.model.add(length * (most // divisor) >= sum(energy))

    def _stretches(self, profile: Profile) -> Iterator[tuple[int, int, int]]:
        """What is free from one moment to the next, as far as the model reaches."""
        for start, end, free in profile.stretches():
            first, last = max(start - self.base, 0), min(end - self.base, self.horizon)
            if first < last:
                yield first, last, free

    def _delays(self) -> Iterator["cp_model.LinearExprT"]:
        for id_, task in self.problem.tasks.items():
            if task.weight:
                one = self.variables.get(id_)
                start = task.current.start - self.base if one is None else one.start
                yield task.weight * (start - (task.planned.start - self.base))


@dataclass(frozen=True, slots=True)
class _Search:
    tool: _Tool
    problem: Problem
    objective: Objective
    limits: Limits
    hint: Mapping[str, Place]

    def found(self, frozen: frozenset[str]) -> _Found:
        """The best places found where these tasks stay where they are, and what none can be better than."""
        model = _Model(self.tool, self.problem, frozen)
        model.build(self.objective, self.hint)
        places, bound = model.solved(self.limits)
        bound = max(bound, _value(self.problem, self.objective, self.problem.earliest(frozen)))
        if places is None:
            return _Found(None, 0, bound)
        places = _settled(self.problem, frozen, places)
        return _Found(places, _value(self.problem, self.objective, places), bound)


def _settled(problem: Problem, frozen: frozenset[str], places: Mapping[str, Place]) -> dict[str, Place]:
    """The same, with everything moved to the left as far as its turn lets it; where that fails, as it is."""
    tidied, stuck = one_pass(problem, frozen, priority=lambda id_: places[id_].start)
    is_better = not stuck and all(_value(problem, one, tidied) <= _value(problem, one, places) for one in Objective)
    return tidied if is_better else dict(places)


def _value(problem: Problem, objective: Objective, places: Mapping[str, Place]) -> int:
    if objective is Objective.DELAY:
        return problem.delay(places)
    return max((one.end for one in places.values()), default=0) - min((one.start for one in places.values()), default=0)
