"""The lines of a project and how deep each stands: goals, what is below them, milestones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from stratbuild.model import Plan
from stratbuild.model.network import open_wholes
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

Item: TypeAlias = Goal | Measure | Milestone


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """An item, its depth from 1, and whether anything stands below it."""

    item: Item
    level: int
    is_summary: bool


def outline(plan: Plan) -> tuple[OutlineLine, ...]:
    """Every measure and milestone under its goal, each goal that has any after its parent.

    A whole that lasts as long as its parts has them below it; milestones without a goal come last.
    """
    below = _below(plan)
    found: list[OutlineLine] = []
    waiting: list[tuple[Item, int]] = [(one, 1) for one in reversed(_top(plan, below))]
    while waiting:
        item, level = waiting.pop()
        inner = below.get(item.id, ())
        found.append(OutlineLine(item, level, bool(inner)))
        waiting += ((one, level + 1) for one in reversed(inner))
    return tuple(found)


def _below(plan: Plan) -> Mapping[str, list[Item]]:
    """By goal or whole: what stands below it, in order."""
    found: dict[str, list[Item]] = {}
    wholes = open_wholes(plan.strategy)
    for measure in plan.coverage.measures_in_order():
        whole = measure.part_of if measure.part_of in wholes else None
        found.setdefault(whole or measure.goal, []).append(measure)
    for milestone in plan.strategy.milestones.values():
        if milestone.goal is not None:
            found.setdefault(milestone.goal, []).append(milestone)
    for goal in reversed(plan.coverage.goals_in_order()):
        subgoals: list[Item] = [one for one in plan.coverage.subgoals[goal.id] if found.get(one.id)]
        if subgoals:
            found[goal.id] = [*subgoals, *found.get(goal.id, ())]
    return found


def _top(plan: Plan, below: Mapping[str, list[Item]]) -> list[Item]:
    return [*_goals(plan, below), *(one for one in plan.strategy.milestones.values() if one.goal is None)]


def _goals(plan: Plan, below: Mapping[str, list[Item]]) -> Iterator[Goal]:
    return (goal for goal in plan.coverage.top_goals if below.get(goal.id))
