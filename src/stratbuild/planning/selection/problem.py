"""Which measures are to be chosen, as an exact problem in whole numbers: every measure is in or out."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model import Plan
from stratbuild.planning.selection.demands import Demand, DemandKind, Row, row
from stratbuild.planning.selection.money_rows import money_rows, unlimited
from stratbuild.planning.selection.obstacles import Obstacle, obstacles
from stratbuild.planning.selection.order_rows import bare_wholes, needs, order_rows
from stratbuild.planning.selection.weights import weights
from stratbuild.schema.alternative import Choice
from stratbuild.schema.measure import Measure, Priority


@dataclass(frozen=True)
class Problem:
    """All that a choice depends on. Money is in hundredths, weights are in points."""

    measures: tuple[str, ...]
    """In the order of the strategy."""
    weights: Mapping[str, int]
    rows: tuple[Row, ...]
    obstacles: Mapping[str, tuple[Obstacle, ...]]
    """By measure that is ruled out whatever the ceilings: why."""
    needs: Mapping[str, tuple[str, ...]]
    """By measure: the others that it waits for."""
    wholes: Mapping[str, str]
    """By measure that is a part: the whole."""
    bare: Mapping[str, tuple[str, ...]]
    """By whole that is nothing without its parts: the parts."""
    together: Mapping[str, tuple[str, ...]]
    """By measure: the others without which it is not chosen, of groups of all or none."""
    unlimited: Mapping[tuple[str, int], Mapping[str, int]]
    """By source and year without a stated ceiling: what each measure takes."""

    @cached_property
    def must(self) -> tuple[str, ...]:
        """The measures that have to be chosen by themselves."""
        return tuple(one.demand.id for one in self.rows if one.demand.kind is DemandKind.MUST)

    @cached_property
    def rows_of(self) -> Mapping[str, tuple[int, ...]]:
        """By measure: the places of the rows in which it counts."""
        found: dict[str, list[int]] = {id_: [] for id_ in self.measures}
        for place, one in enumerate(self.rows):
            for id_ in one.coefficients:
                found[id_].append(place)
        return {id_: tuple(places) for id_, places in found.items()}

    def value(self, chosen: Set[str]) -> int:
        """The weights of the chosen measures together."""
        return sum(self.weights[id_] for id_ in chosen)

    def broken(self, chosen: Set[str]) -> Iterator[Row]:
        """The demands that a choice does not meet, exactly."""
        return (one for one in self.rows if not one.holds(chosen))

    def closure(self, ids: Set[str], known: Set[str] = frozenset()) -> frozenset[str]:
        """Measures with all that they cannot be without, other than what is known to be there."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            one = waiting.pop()
            if one in found or one in known:
                continue
            found.add(one)
            waiting += self.needs[one]
            waiting += self.together.get(one, ())
            waiting += [self.wholes[one]] if one in self.wholes else []
        return frozenset(found)


def problem(plan: Plan) -> Problem:
    """The problem of a plan, with its ceilings and its funding as they are stated."""
    strategy = plan.strategy
    needed, bare, ruled_out = needs(strategy), bare_wholes(plan), obstacles(plan)
    must = (row(Demand(DemandKind.MUST, one.id), {one.id: 1}, least=1) for one in strategy.measures.values() if _is_settled(one))
    out = (row(Demand(DemandKind.RULED_OUT, id_), {id_: 1}, most=0) for id_ in ruled_out)
    together: dict[str, tuple[str, ...]] = {}
    for group in strategy.alternatives.values():
        if group.choose is Choice.ALL_OR_NONE:
            for id_ in group.measures:
                together[id_] = (*together.get(id_, ()), *(other for other in group.measures if other != id_))
    return Problem(
        measures=tuple(strategy.measures),
        weights=weights(plan),
        rows=(*must, *out, *money_rows(plan), *order_rows(plan, needed, bare)),
        obstacles=ruled_out,
        needs=needed,
        wholes={one.id: one.part_of for one in strategy.measures.values() if one.part_of is not None},
        bare=bare,
        together=together,
        unlimited=unlimited(plan),
    )


def _is_settled(measure: Measure) -> bool:
    """Whether a measure has to be carried out: its priority says so, or it has begun."""
    return measure.has_begun or measure.priority is Priority.MUST
