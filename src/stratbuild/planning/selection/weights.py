"""How much every measure counts: by its priority, and by how far it takes the indicators that have a weight."""

from collections.abc import Mapping
from fractions import Fraction

from stratbuild.model import Plan
from stratbuild.quantity import WHOLE
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Priority

POINTS = 10_000
"""Whole points of a weight of one: weights are reckoned to four decimals, a half rounded up."""

_USUAL = {Priority.HIGH: 3, Priority.MEDIUM: 2, Priority.LOW: 1}


def priority_weights(plan: Plan) -> Mapping[Priority, Fraction]:
    """By priority: its weight. What must be done counts as much as what is wanted highly."""
    stated = plan.strategy.settings.priority_weights
    found = {one: Fraction(usual if stated is None else getattr(stated, one.value)) for one, usual in _USUAL.items()}
    return {**found, Priority.MUST: found[Priority.HIGH]}


def weights(plan: Plan) -> Mapping[str, int]:
    """By measure: its weight in points, that of its priority and those of the indicators that it moves."""
    by_priority = priority_weights(plan)
    moved = _moved(plan)
    return {
        one.id: _points(by_priority[one.priority or Priority.MEDIUM] + moved.get(one.id, 0))
        for one in plan.strategy.measures.values()
    }


def _moved(plan: Plan) -> Mapping[str, Fraction]:
    """By measure: the weight of each indicator times the part of its way that the measure makes, together."""
    found: dict[str, Fraction] = {}
    for id_, contribution in plan.contributions.items():
        kpi = plan.strategy.kpis[id_]
        way = _way(kpi)
        if kpi.weight is None or not way:
            continue
        counted = Fraction(kpi.weight) * Fraction(WHOLE - contribution.overlap) / Fraction(WHOLE) / way
        for measure, added in contribution.by_measure.items():
            found[measure] = found.get(measure, Fraction()) + counted * Fraction(added)
    return found


def _way(kpi: Kpi) -> Fraction:
    """From the baseline to the last target, with its sign; nothing where either is missing."""
    if kpi.baseline is None or not kpi.targets:
        return Fraction()
    return Fraction(kpi.targets[max(kpi.targets)]) - Fraction(kpi.baseline.value)


def _points(weight: Fraction) -> int:
    return (2 * weight.numerator * POINTS + weight.denominator) // (2 * weight.denominator)
