"""What can be added to a choice of measures, and what that would break."""

from collections.abc import Iterator, Set
from fractions import Fraction

from stratbuild.planning.selection.demands import DemandKind, Row
from stratbuild.planning.selection.problem import Problem

MONEY = frozenset({DemandKind.CEILING, DemandKind.UNPAID, DemandKind.PROGRAMME})
"""The demands that more money meets."""


class Additions:
    """What adding measures to a choice that meets every demand would break."""

    def __init__(self, problem: Problem, chosen: Set[str]) -> None:
        self._problem, self._chosen = problem, set(chosen)
        self._totals = [one.total(chosen) for one in problem.rows]

    def bundle(self, measure: str) -> frozenset[str]:
        """A measure with all that is missing of what it cannot be without.

        Of a whole that is nothing without its parts the part comes along that needs the least extra money.
        """
        found = self._problem.closure({measure}, self._chosen)
        settled: set[str] = set()
        while True:
            bare = next((id_ for id_ in sorted(found) if self._is_bare(id_, found, settled)), None)
            if bare is None:
                return found
            settled.add(bare)
            together = frozenset((*found, *self._chosen))
            ways = [found | self._problem.closure({part}, together) for part in self._problem.bare[bare]]
            found = min(ways, key=lambda way: (self._is_hopeless(way), self._excess(way), len(way)))

    def broken(self, added: Set[str]) -> Iterator[tuple[Row, int]]:
        """The demands that are not met with the added measures, and the sums with them.

        What was not met before either, and is no worse now, is left out.
        """
        places = sorted({place for id_ in added for place in self._problem.rows_of[id_]})
        for place in places:
            one, before = self._problem.rows[place], self._totals[place]
            total = before + one.total(added)
            if one.lacks(total) > one.lacks(before):
                yield one, total

    def add(self, bundle: Set[str]) -> None:
        """Take measures into the choice."""
        for id_ in bundle:
            for place in self._problem.rows_of[id_]:
                self._totals[place] += self._problem.rows[place].coefficients[id_]
        self._chosen |= bundle

    def _is_bare(self, whole: str, found: Set[str], settled: Set[str]) -> bool:
        parts = self._problem.bare.get(whole, ())
        return bool(parts) and whole not in settled and not any(id_ in found or id_ in self._chosen for id_ in parts)

    def _is_hopeless(self, added: Set[str]) -> bool:
        return any(one.demand.kind not in MONEY for one, _ in self.broken(added))

    def _excess(self, added: Set[str]) -> int:
        return sum(total - (one.most or 0) for one, total in self.broken(added) if one.demand.kind in MONEY)


def improved(problem: Problem, chosen: Set[str]) -> frozenset[str]:
    """A choice with everything added that still fits and is worth something, what is worth most for its money first."""
    additions = Additions(problem, chosen)
    found = set(chosen)
    order = sorted(problem.measures, key=lambda id_: -_worth(problem, id_))
    while True:
        before = len(found)
        for id_ in order:
            if id_ not in found:
                bundle = additions.bundle(id_)
                if problem.value(bundle) > 0 and not any(additions.broken(bundle)):
                    additions.add(bundle)
                    found |= bundle
        if len(found) == before:
            return frozenset(found)


def _worth(problem: Problem, measure: str) -> Fraction:
    """The weight of a measure for its part of the ceilings that it draws on."""
    rows = (problem.rows[place] for place in problem.rows_of[measure])
    taken = sum(
        (Fraction(one.coefficients[measure], max(1, one.most or 0)) for one in rows if one.demand.kind in MONEY), Fraction()
    )
    return problem.weights[measure] / (taken + Fraction(1, 1_000_000))
