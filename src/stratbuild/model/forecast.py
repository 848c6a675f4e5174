"""The plan as it now stands: what has happened is fixed, what has not is moved by it."""

from collections.abc import Mapping
from datetime import date

from stratbuild.model.network import Network, Node
from stratbuild.model.timing import Span, bound
from stratbuild.quantity import Refusal
from stratbuild.schema.measure import Actual, Measure
from stratbuild.schema.milestone import Milestone
from stratbuild.strategy import Strategy


def status_day(strategy: Strategy) -> date | None:
    """The day up to which actual dates are known; none where there are none."""
    stated = strategy.settings.status_on
    items: list[Measure | Milestone] = [*strategy.measures.values(), *strategy.milestones.values()]
    known = [day for item in items for day in _days(item)]
    return None if not known and stated is None else max((stated,) if stated else known)


def forecast(strategy: Strategy, network: Network, planned: Mapping[str, Span], status: date) -> dict[str, Span]:
    """Every item as it was, or as it can now be: not before the day after the status, not before what it waits for.

    Nothing that has not begun is moved to an earlier day than the plan has. Where the plan itself lets
    two measures overlap, as coarse dates may, the forecast does too.
    """
    found: dict[str, Span] = {}
    tomorrow = status.toordinal() + 1
    for id_, plan in planned.items():
        node = network.nodes[id_]
        item = strategy.measures.get(id_) or strategy.milestones[id_]
        try:
            found[id_] = _known(item, node, plan, tomorrow) or _moved(network, node, plan, (planned, found), tomorrow)
        except Refusal:
            found[id_] = plan
    return found


def _known(item: Measure | Milestone, node: Node, plan: Span, tomorrow: int) -> Span | None:
    if isinstance(item, Milestone):
        return None if item.actual is None else Span(item.actual.toordinal() + 1, item.actual.toordinal() + 1)
    actual = item.actual or Actual()
    if actual.start is None and actual.finish is None:
        return None
    start = min(plan.start, actual.finish.toordinal()) if actual.start is None else actual.start.toordinal()  # type: ignore[union-attr]
    if actual.finish is not None:
        # Where it is said to have ended before it began, which has a finding, it has a day at least.
        return Span(min(start, actual.finish.toordinal()), actual.finish.toordinal() + 1)
    return Span(start, max(node.length.end(start), tomorrow + 1))


def _moved(network: Network, node: Node, plan: Span, spans: tuple[Mapping[str, Span], Mapping[str, Span]], tomorrow: int) -> Span:
    planned, found = spans
    start = max(plan.start, tomorrow + node.is_milestone)
    for link in network.incoming[node.id]:
        if link.before in found:
            tolerated = max(0, bound(network, link, planned[link.before], node) - plan.start)
            start = max(start, bound(network, link, found[link.before], node) - tolerated)
    start = node.length.possible(start)
    return Span(start, node.length.end(start))


def _days(item: Measure | Milestone) -> list[date]:
    if isinstance(item, Milestone):
        return [] if item.actual is None else [item.actual]
    return [] if item.actual is None else [day for day in (item.actual.start, item.actual.finish) if day is not None]
