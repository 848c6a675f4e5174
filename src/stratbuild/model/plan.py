"""The plan: a strategy with everything that follows from it, derived once, for checks and papers alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.model.budget import Budget, budget
from stratbuild.model.classifier import Classifier
from stratbuild.model.coverage import Coverage, coverage
from stratbuild.model.prose import Prose, prose
from stratbuild.model.scenario import in_scenario, lineage
from stratbuild.model.schedule import Window, carrying_out_order, find_cycles, window
from stratbuild.schema.scenario import Scenario
from stratbuild.strategy import Strategy


@dataclass(frozen=True)
class Plan:
    """A linked strategy, its references read backwards, its dates, its money, its order."""

    strategy: Strategy
    budget: Budget
    classifiers: Mapping[str, Classifier] = field(default_factory=lambda: MappingProxyType({}))
    """By name (`kekv`, `tpkvkmb`, `dk021`): the tables that were given."""

    scenario: Scenario | None = None
    """The scenario that the plan shows; none where it is the strategy as written."""

    @cached_property
    def coverage(self) -> Coverage:
        """Who belongs to whom, and the printed numbers."""
        return coverage(self.strategy)

    @cached_property
    def windows(self) -> Mapping[str, Window]:
        """By measure: the days on which it runs; measures whose dates say too little are absent."""
        return {one.id: found for one in self.strategy.measures.values() if (found := window(one)) is not None}

    @cached_property
    def scenarios(self) -> Mapping[str, "Plan"]:
        """By id: the plan of every scenario. Lines that cost the same as in what it inherits from are not reckoned again."""
        found: dict[str, Plan] = {}
        for scenario in self.strategy.scenarios.values():
            for one in lineage(self.strategy, scenario):
                if one.id not in found:
                    known = self if one.inherits is None else found[one.inherits]
                    strategy = in_scenario(self.strategy, one)
                    money = budget(strategy, (known.strategy, known.budget))
                    found[one.id] = Plan(strategy, money, self.classifiers, one)
        return MappingProxyType({id_: found[id_] for id_ in self.strategy.scenarios})

    @property
    def period(self) -> Window:
        """The first and the last day of the strategy."""
        period = self.strategy.settings.period
        return Window(period.start.first, max(period.start.first, period.finish.last))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the measures in an order in which they can be carried out; always the same one."""
        return carrying_out_order(self.strategy.measures, self.windows)

    @cached_property
    def prose(self) -> Mapping[str, Prose]:
        """By language: all texts that people wrote, to be searched at once."""
        return prose(self.strategy)


def derive(strategy: Strategy, classifiers: Mapping[str, Classifier]) -> tuple[Plan | None, list[Diagnostic]]:
    """The plan of a strategy; none where measures wait for each other in a circle."""
    diagnostics = find_cycles(strategy)
    if has_errors(diagnostics):
        return None, diagnostics
    return Plan(strategy, budget(strategy), classifiers), diagnostics
