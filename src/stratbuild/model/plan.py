"""The plan: a strategy with everything that follows from it, derived once, for checks and papers alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from stratbuild.diagnostics import Diagnostic
from stratbuild.model.budget import Budget, budget
from stratbuild.model.classifier import Classifier
from stratbuild.model.contributions import Contribution, contributions
from stratbuild.model.coverage import Coverage, coverage
from stratbuild.model.forecast import forecast, status_day
from stratbuild.model.load import Load, Overload, loads, overloads
from stratbuild.model.network import Link, Network, links, network, open_wholes
from stratbuild.model.prose import Prose, prose
from stratbuild.model.scenario import in_scenario, lineage
from stratbuild.model.schedule import Window, carrying_out_order, find_cycles, settled_order
from stratbuild.model.survey.answers import AnswerTable
from stratbuild.model.survey.tabulation import Tabulation, tabulations
from stratbuild.model.timing import Span, Timing, as_days, critical_path, earliest, timing
from stratbuild.quantity import EVERY_WEEKDAY, Workdays
from stratbuild.schema.scenario import Scenario
from stratbuild.strategy import Strategy

_Found = TypeVar("_Found")


@dataclass(frozen=True)
class Plan:
    """A linked strategy, its references read backwards, its dates, its money, its order."""

    strategy: Strategy
    budget: Budget
    classifiers: Mapping[str, Classifier] = field(default_factory=lambda: MappingProxyType({}))
    """By name (`kekv`, `tpkvkmb`, `dk021`): the tables that were given."""

    answers: Mapping[str, AnswerTable] = field(default_factory=lambda: MappingProxyType({}))
    """By survey that names a file of answers: the file."""
    workdays: Workdays = EVERY_WEEKDAY
    scenario: Scenario | None = None
    """The scenario that the plan shows; none where it is the strategy as written."""

    _reckoned: dict[Callable[["Plan"], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, function: Callable[["Plan"], _Found]) -> _Found:
        """What a function makes of the plan, reckoned once for all papers that need it; the model need not know the function."""
        if function not in self._reckoned:
            self._reckoned[function] = function(self)
        found: _Found = self._reckoned[function]
        return found

    @cached_property
    def coverage(self) -> Coverage:
        """Who belongs to whom, and the printed numbers."""
        return coverage(self.strategy)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What waits for what, in the order of the strategy."""
        return tuple(links(self.strategy))

    @cached_property
    def network(self) -> Network:
        """Every measure and milestone that can have dates, and the links between them."""
        order = settled_order(self.strategy, self.links)
        assert order is not None, "a plan has no circles"
        return network(self.strategy, self.workdays, order, self.links)

    @cached_property
    def _earliest(self) -> tuple[Mapping[str, Span], Mapping[str, str]]:
        return earliest(self.network)

    @cached_property
    def windows(self) -> Mapping[str, Window]:
        """By measure: the days on which it runs as planned; measures whose dates say too little are absent.

        A stated start is kept whatever the measure waits for; without one it starts as soon as it can.
        A whole without dates of its own lasts as long as its parts.
        """
        return self._as_windows(self._earliest[0], self.strategy.measures)

    @cached_property
    def milestones(self) -> Mapping[str, date]:
        """By milestone: the day on which it is planned; those whose text says too little are absent."""
        spans, nodes = self._earliest[0], self.network.nodes
        return {id_: as_days(nodes[id_], spans[id_])[1] for id_ in self.strategy.milestones if id_ in spans}

    @cached_property
    def timing(self) -> Mapping[str, Timing]:
        """By measure and milestone: planned and latest dates, and how much it may slip."""
        return timing(self.network, *self._earliest)

    @cached_property
    def critical_path(self) -> tuple[str, ...]:
        """The chain of measures and milestones that decides when the plan ends."""
        return critical_path(self.timing)

    @property
    def horizon(self) -> date:
        """The last day of the strategy, or of what ends after it."""
        return max([self.period.last, *(one.last for one in self.timing.values())])

    @cached_property
    def status_day(self) -> date | None:
        """The day up to which actual dates are known; none where there are none."""
        return status_day(self.strategy)

    @cached_property
    def forecast(self) -> Mapping[str, Window]:
        """By measure and milestone: as it now stands, what has happened fixed and the rest moved by it."""
        spans = self._earliest[0]
        if self.status_day is not None:
            spans = forecast(self.strategy, self.network, spans, self.status_day)
        return self._as_windows(spans, (*self.strategy.measures, *self.strategy.milestones))

    @cached_property
    def slips(self) -> Mapping[str, int]:
        """By measure and milestone that ends on another day than planned: how many days later."""
        planned = {**{id_: one.last for id_, one in self.windows.items()}, **self.milestones}
        late = {id_: (one.last - planned[id_]).days for id_, one in self.forecast.items()}
        return {id_: days for id_, days in late.items() if days}

    @cached_property
    def loads(self) -> Mapping[str, Mapping[date, Load]]:
        """By unit and first day of the month: the work of its measures, and the people that it has."""
        return loads(self.strategy, self.windows)

    @cached_property
    def overloads(self) -> tuple[Overload, ...]:
        """Every month in which a unit has more work than people; after the status day, where there is one, as it then stands."""
        if self.status_day is None:
            return tuple(overloads(self.loads))
        this_month = (self.status_day + timedelta(days=1)).replace(day=1) if self.status_day < date.max else date.max
        return tuple(one for one in overloads(loads(self.strategy, self.forecast)) if one.month >= this_month)

    @cached_property
    def contributions(self) -> Mapping[str, Contribution]:
        """By indicator: what measures add to it, against its targets."""
        return contributions(self.strategy)

    def _as_windows(self, spans: Mapping[str, Span], ids: Iterable[str]) -> Mapping[str, Window]:
        nodes, wholes = self.network.nodes, open_wholes(self.strategy)
        found: dict[str, Window] = {}
        for id_ in ids:
            inner = [spans[part] for part in wholes[id_] if part in spans] if id_ in wholes else []
            if inner:
                first, last = min(one.start for one in inner), max(one.end for one in inner)
                found[id_] = Window(date.fromordinal(first), date.fromordinal(last - 1))
            elif id_ in spans:
                found[id_] = Window(*as_days(nodes[id_], spans[id_]))
        return found

    @cached_property
    def scenarios(self) -> Mapping[str, "Plan"]:
        """By id: the plan of every scenario. Lines that cost the same as in what it inherits from are not reckoned again."""
        found: dict[str, Plan] = {}
        for scenario in self.strategy.scenarios.values():
            for one in lineage(self.strategy, scenario):
                if one.id not in found:
                    known = self if one.inherits is None else found[one.inherits]
                    strategy = in_scenario(self.strategy, one, self._begin)
                    money = budget(strategy, (known.strategy, known.budget))
                    found[one.id] = Plan(strategy, money, self.classifiers, self.answers, self.workdays, one)
        return MappingProxyType({id_: found[id_] for id_ in self.strategy.scenarios})

    def _begin(self, measure: str) -> date | None:
        window = self.windows.get(measure)
        return None if window is None else window.first

    @property
    def period(self) -> Window:
        """The first and the last day of the strategy."""
        period = self.strategy.settings.period
        return Window(period.start.first, max(period.start.first, period.finish.last))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the measures in an order in which they can be carried out; always the same one."""
        return carrying_out_order(self.strategy, self.links, self.windows)

    @cached_property
    def tabulations(self) -> Mapping[str, Tabulation]:
        """By question of a survey: its answers, counted."""
        return tabulations(self.strategy, self.answers)

    @cached_property
    def prose(self) -> Mapping[str, Prose]:
        """By language: all texts that people wrote, to be searched at once."""
        return prose(self.strategy)


def derive(
    strategy: Strategy,
    classifiers: Mapping[str, Classifier],
    workdays: Workdays = EVERY_WEEKDAY,
    answers: Mapping[str, AnswerTable] = MappingProxyType({}),
) -> tuple[Plan | None, list[Diagnostic]]:
    """The plan of a strategy; none where measures wait for each other in a circle."""
    all_links = links(strategy)
    if settled_order(strategy, all_links) is None:
        return None, find_cycles(strategy, all_links)
    return Plan(strategy, budget(strategy), classifiers, answers, workdays), []
