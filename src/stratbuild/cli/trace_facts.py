"""What a trace says of each item: its number, its title, its money, where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.diagnostics import Span
from stratbuild.model import Plan
from stratbuild.model.trace import money_of_measure
from stratbuild.quantity import Money
from stratbuild.render.locale import Locale
from stratbuild.schema.base import Entity
from stratbuild.schema.text import LocalizedText

_TITLES = ("title", "name", "text")
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item as a trace names it."""

    code: str | None
    title: str
    money: Money | None
    place: Span


def facts_of(plan: Plan, id_: str, words: Locale, before: str | None = None) -> ItemFacts:
    """What is told of an item; a goal, a measure, a budget line and a source have their money beside them.

    `before` is the item that it was met from: of a source below a budget line only what it pays for that
    line is told.
    """
    item = next(by_id[id_] for by_id in plan.strategy.items.values() if id_ in by_id)
    return ItemFacts(plan.coverage.codes.get(id_), _title(plan, item, words), _money(plan, id_, before), plan.strategy.span(item))


def _title(plan: Plan, item: Entity, words: Locale) -> str:
    for name in _TITLES:
        text = getattr(item, name, None)
        if isinstance(text, LocalizedText):
            said = " ".join(plan.strategy.text(text, words.language).split())
            return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
    starts = getattr(item, "starts", None)
    return item.id if starts is None else words.short_day(starts.date())


def _money(plan: Plan, id_: str, before: str | None) -> Money | None:
    if id_ in plan.strategy.measures:
        return money_of_measure(plan, id_) or None
    if id_ in plan.budget.parts:
        return plan.budget.total_of_line(id_)
    if id_ in plan.strategy.goals:
        return plan.once(_money_of_goals)[id_] or None
    if id_ in plan.strategy.sources:
        paid = plan.budget.amounts if before not in plan.budget.parts else plan.budget.parts[str(before)]
        return Money.total(one.money for one in paid if one.source == id_) or None
    return None


def _money_of_goals(plan: Plan) -> Mapping[str, Money]:
    """By goal: the money of its measures and of the goals below it, reckoned from below upwards."""
    found: dict[str, Money] = {}
    for goal in reversed(plan.coverage.goals_in_order()):  # a goal comes after its parent
        own = [money_of_measure(plan, one.id) for one in plan.coverage.measures_of_goal[goal.id]]
        found[goal.id] = Money.total([*own, *(found[one.id] for one in plan.coverage.subgoals[goal.id])])
    return found
