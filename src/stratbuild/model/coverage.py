"""Who belongs to whom: the references of the strategy read backwards, and the numbers that are printed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.schema.specification import TechnicalSpecification
from stratbuild.strategy import Strategy

_Item = TypeVar("_Item")
_Numbered = TypeVar("_Numbered", Goal, Measure)


@dataclass(frozen=True)
class Coverage:
    """For every goal, measure and unit what hangs on it. Every id has an entry, if only an empty one."""

    top_goals: tuple[Goal, ...]
    """The goals without a parent, in printing order."""
    subgoals: Mapping[str, tuple[Goal, ...]]
    """By goal: the goals of the next level, in printing order."""
    measures_of_goal: Mapping[str, tuple[Measure, ...]]
    """By goal: its own measures, in printing order."""
    kpis_of_goal: Mapping[str, tuple[Kpi, ...]]
    lines_of_measure: Mapping[str, tuple[BudgetLine, ...]]
    specifications_of_measure: Mapping[str, tuple[TechnicalSpecification, ...]]
    measures_of_kpi: Mapping[str, tuple[Measure, ...]]
    measures_led: Mapping[str, tuple[Measure, ...]]
    """By unit: the measures that it leads."""
    measures_joined: Mapping[str, tuple[Measure, ...]]
    """By unit: the measures in which it is a partner."""
    successors: Mapping[str, tuple[Measure, ...]]
    """By measure: those that wait for it."""
    codes: Mapping[str, str]
    """By goal and measure: the printed number, `1`, `1.2`, `1.2.3`, which follows from the order."""
    levels: Mapping[str, int]
    """By goal: its level, 0 at the top."""

    def goals_in_order(self) -> tuple[Goal, ...]:
        """Every goal, each after its parent, in printing order."""
        found: list[Goal] = []
        waiting = list(reversed(self.top_goals))
        while waiting:
            goal = waiting.pop()
            found.append(goal)
            waiting.extend(reversed(self.subgoals[goal.id]))
        return tuple(found)

    def measures_in_order(self) -> tuple[Measure, ...]:
        """Every measure in the order of the printed numbers: those of a goal's subgoals before its own."""
        found: list[Measure] = []
        waiting: list[Goal | tuple[Measure, ...]] = list(reversed(self.top_goals))
        while waiting:
            one = waiting.pop()
            if isinstance(one, tuple):
                found += one
            else:
                waiting.append(self.measures_of_goal[one.id])
                waiting += reversed(self.subgoals[one.id])
        return tuple(found)


def coverage(strategy: Strategy) -> Coverage:
    """Read the references of a linked strategy backwards and number its goals and measures."""
    goals, measures = strategy.goals.values(), strategy.measures.values()
    top = tuple(_ordered(goal for goal in goals if goal.parent is None))
    subgoals = _grouped(strategy.goals, ((goal.parent, goal) for goal in _ordered(goals) if goal.parent is not None))
    of_goal = _grouped(strategy.goals, ((measure.goal, measure) for measure in _ordered(measures)))
    codes, levels = _numbers(top, subgoals, of_goal)
    return Coverage(
        top_goals=top,
        subgoals=subgoals,
        measures_of_goal=of_goal,
        kpis_of_goal=_grouped(strategy.goals, ((kpi.goal, kpi) for kpi in strategy.kpis.values() if kpi.goal is not None)),
        lines_of_measure=_grouped(strategy.measures, ((line.measure, line) for line in strategy.budget_lines.values())),
        specifications_of_measure=_grouped(strategy.measures, ((one.measure, one) for one in strategy.specifications.values())),
        measures_of_kpi=_grouped(strategy.kpis, ((kpi, measure) for measure in measures for kpi in measure.kpis)),
        measures_led=_grouped(strategy.units, ((one.lead, one) for one in measures if one.lead is not None)),
        measures_joined=_grouped(strategy.units, ((unit, measure) for measure in measures for unit in measure.partners)),
        successors=_grouped(strategy.measures, ((before, measure) for measure in measures for before in measure.predecessors)),
        codes=codes,
        levels=levels,
    )


def _ordered(items: Iterable[_Numbered]) -> list[_Numbered]:
    """By the order that an item asks for, else as written; a sort that keeps equals in place."""
    return sorted(items, key=lambda item: (item.order is None, item.order or 0))


def _grouped(ids: Iterable[str], pairs: Iterable[tuple[str, _Item]]) -> Mapping[str, tuple[_Item, ...]]:
    found: defaultdict[str, list[_Item]] = defaultdict(list)
    for id_, item in pairs:
        found[id_].append(item)
    return {id_: tuple(found.get(id_, ())) for id_ in ids}


def _numbers(
    top: tuple[Goal, ...], subgoals: Mapping[str, tuple[Goal, ...]], of_goal: Mapping[str, tuple[Measure, ...]]
) -> tuple[dict[str, str], dict[str, int]]:
    codes: dict[str, str] = {}
    levels: dict[str, int] = {}
    waiting = [(goal, str(number), 0) for number, goal in enumerate(top, start=1)]
    while waiting:
        goal, code, level = waiting.pop()
        codes[goal.id], levels[goal.id] = code, level
        inner = subgoals[goal.id]
        waiting += [(one, f"{code}.{number}", level + 1) for number, one in enumerate(inner, start=1)]
        for number, measure in enumerate(of_goal[goal.id], start=len(inner) + 1):
            codes[measure.id] = f"{code}.{number}"
    return codes, levels
