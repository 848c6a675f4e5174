"""Which deadlines are missed, for certain or as coarse dates may have it, and the chain that leads to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from stratbuild.checks.dates import earliest_spans, in_words
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.network import open_wholes
from stratbuild.model.timing import Timing, chain
from stratbuild.quantity import PlanDate
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone

_SHOWN_STEPS = 10
_LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Missed:
    """A measure or a milestone that ends after its deadline as the plan has it."""

    item: Measure | Milestone
    deadline: PlanDate
    last: date
    is_certain: bool
    """Whether no dates that the text leaves open would keep it."""
    shown_chain: tuple[str, ...]
    """What leads to it, each waiting for the one before; an ellipsis stands for the middle of a long chain."""
    timing: Mapping[str, Timing]

    @property
    def chain(self) -> tuple[str, ...]:
        """All that leads to it, however long: each waits for the one before."""
        return chain(self.shown_chain[-1], self.timing)


def missed_deadlines(plan: Plan) -> Iterator[Missed]:
    """Every deadline that the plan misses, of what has not ended yet."""
    earliest, wholes, steps_to = earliest_spans(plan), open_wholes(plan.strategy), chains(plan)
    for item, deadline in deadlines(plan):
        last = planned_end(plan, item)
        if last is None or last <= deadline.last:
            continue
        parts = [one for one in wholes.get(item.id, (item.id,)) if one in plan.timing]
        steps = steps_to(max(parts, key=lambda one: plan.timing[one].last))
        is_certain = any(date.fromordinal(earliest[one].end - 1) > deadline.last for one in parts if one in earliest)
        yield Missed(item, deadline, last, is_certain, steps, plan.timing)


def deadlines(plan: Plan) -> Iterator[tuple[Measure | Milestone, PlanDate]]:
    """Every measure and milestone that has a deadline and has not ended yet."""
    items: Iterable[Measure | Milestone] = (*plan.strategy.measures.values(), *plan.strategy.milestones.values())
    for item in items:
        actual = item.ended_on if isinstance(item, Measure) else item.actual
        if item.deadline is not None and actual is None:
            yield item, item.deadline


def planned_end(plan: Plan, item: Measure | Milestone) -> date | None:
    """The last day of a measure or the day of a milestone as planned."""
    if isinstance(item, Milestone):
        return plan.milestones.get(item.id)
    window = plan.windows.get(item.id)
    return None if window is None else window.last


def chains(plan: Plan) -> Callable[[str], tuple[str, ...]]:
    """A function from an item to the chain that decides when it is; an ellipsis stands for the middle of a long one."""
    firsts: dict[str, str] = {}
    for id_, one in plan.timing.items():
        firsts[id_] = id_ if one.driven_by is None else firsts[one.driven_by]

    def steps_to(id_: str) -> tuple[str, ...]:
        found = [id_]
        while (before := plan.timing[found[-1]].driven_by) is not None:
            if len(found) == _SHOWN_STEPS:
                return (firsts[id_], _LEFT_OUT, *reversed(found))
            found.append(before)
        return tuple(reversed(found))

    return steps_to


def shown_steps(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of a chain, with an ellipsis for the middle of a long one."""
    return steps if len(steps) <= _SHOWN_STEPS + 1 else (steps[0], _LEFT_OUT, *steps[-_SHOWN_STEPS:])


def places_of_steps(plan: Plan, steps: tuple[str, ...]) -> tuple[Related, ...]:
    """The places of the steps of a chain, each with its planned dates."""
    strategy = plan.strategy
    return tuple(
        Related(
            strategy.span(strategy.measures.get(id_) or strategy.milestones[id_], "id"),
            {language: f"{id_}: {dates}" for language, dates in in_words(plan.timing[id_].first, plan.timing[id_].last).items()},
        )
        for id_ in steps
        if id_ != _LEFT_OUT
    )
