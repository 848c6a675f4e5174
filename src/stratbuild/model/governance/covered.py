"""What a vote covers: which fields of which items were approved, and of what kind a change of each is."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from stratbuild.model.governance.marks import Mark, mark_of
from stratbuild.model.plan import Plan
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.measure import Measure


class ChangeClass(StrEnum):
    """Of what kind a change is. Only an editorial one needs no new vote."""

    CONTENT = "content"
    SCOPE = "scope"
    MONEY = "money"
    SCHEDULE = "schedule"
    INDICATORS = "indicators"
    RESPONSIBILITY = "responsibility"
    EDITORIAL = "editorial"


STRATEGY, REGULATION = "strategy", "regulation"
"""Under which names the texts of the settings and the regulation are marked, beside the ids of items."""
DATES, SUMS = "dates", "sums"
"""Under which names is marked what follows from several fields: when a measure runs, what a line costs."""


def _classes(**by_class: str) -> Mapping[str, ChangeClass]:
    return MappingProxyType({name: ChangeClass(kind) for kind, names in by_class.items() for name in names.split()})


COVERED: Mapping[str, Mapping[str, ChangeClass]] = MappingProxyType(
    {
        STRATEGY: _classes(
            content="title goal_levels vision introduction methodology present_state swot context expected_results monitoring",
            schedule="period",
            money="currency price_base",
        ),
        "goals": _classes(content="title description result", scope="parent", editorial="order"),
        "measures": _classes(
            content="title description result free_of_cost priority",
            scope="goal part_of districts",
            responsibility="lead partners",
            schedule=f"{DATES} deadline",
            indicators="kpis contributions",
            editorial="order",
        ),
        "kpis": _classes(
            content="title description source",
            scope="goal",
            indicators="group measurement_unit direction baseline targets",
            responsibility="owner",
        ),
        "budget_lines": _classes(
            content="title",
            scope="measure",
            money=f"{SUMS} programme economic_code cpv quantity measurement_unit recurring",
            editorial="note",
        ),
        "sources": _classes(
            content="title description", money="kind fund ceilings confirmed co_financing pays_for", editorial="short_title"
        ),
        "risks": _classes(
            content="title description category response action probability cost cost_share delay",
            scope="measures",
            responsibility="owner",
        ),
        "specifications": _classes(
            content="title kind purpose items requirements brand_reason delivery_place delivery_term warranty",
            scope="measure budget_lines",
            responsibility="prepared_by",
        ),
        "milestones": _classes(content="title description", schedule=f"{DATES} deadline", scope="goal", responsibility="lead"),
    }
)
"""By list, or by the name of what is no item: the fields that a vote covers, and of what kind a change of each is."""


def approves(decision: GroupDecision) -> bool:
    """Whether a decision approves any text."""
    return bool(decision.approves) or decision.approves_strategy or decision.changes_regulation is not None


def covered(plan: Plan, decision: GroupDecision) -> Mapping[str, Mapping[str, Mark]]:
    """The marks of all that a decision approves, as it is now, by item and field.

    A measure is approved together with its budget lines; the strategy with all its items and texts.
    """
    strategy, found = plan.strategy, dict[str, Mapping[str, Mark]]()
    if decision.approves_strategy:
        found[STRATEGY] = _of_settings(plan)
        for collection in COVERED:
            for item in strategy.items.get(collection, {}).values():
                found[item.id] = marks_of_item(plan, item)
    for item in _approved(plan, decision):
        found.setdefault(item.id, marks_of_item(plan, item))
    if decision.changes_regulation is not None and strategy.settings.regulation is not None:
        regulation = strategy.settings.regulation
        values = ((name, getattr(regulation, name)) for name in type(regulation).model_fields)
        found[REGULATION] = {name: mark_of(value, strategy.language) for name, value in values if value not in (None, (), False)}
    return found


def marks_of_item(plan: Plan, item: Entity) -> Mapping[str, Mark]:
    """The marks of an item by field; a field that says nothing has none."""
    main, found = plan.strategy.language, dict[str, Mark]()
    for name in COVERED[type(item).collection]:
        value = _value(plan, item, name)
        if value is not None:
            found[name] = mark_of(value, main)
    return found


def class_of(plan: Plan, id_: str, field: str) -> ChangeClass:
    """Of what kind a change of a field is; what no list covers any more is content."""
    if id_ == REGULATION:
        return ChangeClass.CONTENT
    item = next((by_id[id_] for by_id in plan.strategy.items.values() if id_ in by_id), None)
    return COVERED.get(STRATEGY if item is None else type(item).collection, {}).get(field, ChangeClass.CONTENT)


def _approved(plan: Plan, decision: GroupDecision) -> Iterator[Entity]:
    strategy = plan.strategy
    for id_ in decision.approves:
        item = next(by_id[id_] for by_id in strategy.items.values() if id_ in by_id)
        yield item
        if isinstance(item, Measure):
            yield from (line for line in strategy.budget_lines.values() if line.measure == item.id)


def _of_settings(plan: Plan) -> Mapping[str, Mark]:
    settings, main = plan.strategy.settings, plan.strategy.language
    values = ((name, getattr(settings, name)) for name in COVERED[STRATEGY])
    return {name: mark_of(value, main) for name, value in values if value not in (None, ())}


def _value(plan: Plan, item: Entity, name: str) -> object:
    """What a field says; nothing where it is left at its default."""
    if name == DATES:
        window = plan.windows.get(item.id)
        return plan.milestones.get(item.id) if window is None else (window.first, window.last)
    if name == SUMS and isinstance(item, BudgetLine):
        return tuple(sorted((one.year, one.source or "", one.money) for one in plan.budget.parts[item.id])) or None
    value = getattr(item, name)
    return None if value == type(item).model_fields[name].get_default(call_default_factory=True) else value
