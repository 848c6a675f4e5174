"""One linked strategy: every item by its id, every reference certain, every field with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from stratbuild.diagnostics import Span, Stage
from stratbuild.schema.alternative import Alternative
from stratbuild.schema.assignment import Assignment
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.decision import Approval, GroupDecision
from stratbuild.schema.district import District
from stratbuild.schema.estimate_class import EstimateClass
from stratbuild.schema.exchange_rate import ExchangeRate
from stratbuild.schema.file import SETTINGS
from stratbuild.schema.finding import StateFinding
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.schema.meeting import Meeting
from stratbuild.schema.member import Member
from stratbuild.schema.milestone import Milestone
from stratbuild.schema.minimum import Minimum
from stratbuild.schema.price_index import PriceIndex
from stratbuild.schema.programme import BudgetProgramme
from stratbuild.schema.proposal import Proposal
from stratbuild.schema.related_programme import RelatedProgramme
from stratbuild.schema.risk import Risk
from stratbuild.schema.risk_driver import RiskDriver
from stratbuild.schema.scenario import Scenario
from stratbuild.schema.source import FundingSource
from stratbuild.schema.specification import TechnicalSpecification
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.subgroup import Subgroup
from stratbuild.schema.survey import Question, Survey
from stratbuild.schema.text import LocalizedText
from stratbuild.schema.unit import ResponsibleUnit
from stratbuild.schema.vat_rate import VatRate
from stratbuild.syntax import Places

Items = Mapping[str, Mapping[str, Entity]]
"""Every item by the name of its list and its id, in the order of files and lines."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item is written: its file's places and the way to it."""

    places: Places
    location: tuple[str | int, ...]


@dataclass(frozen=True)
class Strategy:
    """All that the files say, linked: an id that an item names is an item of the right list."""

    settings: StrategySettings
    items: Items
    origins: Mapping[str, Origin] = field(repr=False)
    payers: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    """By source whose money does not come: the one that pays in its place, or nobody. Only a scenario has any."""
    changed_by: tuple[str, ...] = ()
    """The scenarios whose changes hold here, the nearest first; none in the strategy as written."""

    @property
    def stage(self) -> Stage:
        """How far the strategy has come."""
        return self.settings.stage

    @property
    def language(self) -> str:
        """The main language of its texts."""
        return self.settings.language

    @property
    def goals(self) -> Mapping[str, Goal]:
        """The goals by id."""
        return self.items["goals"]  # type: ignore[return-value]

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures by id."""
        return self.items["measures"]  # type: ignore[return-value]

    @property
    def units(self) -> Mapping[str, ResponsibleUnit]:
        """The responsible units by id."""
        return self.items["units"]  # type: ignore[return-value]

    @property
    def kpis(self) -> Mapping[str, Kpi]:
        """The indicators by id."""
        return self.items["kpis"]  # type: ignore[return-value]

    @property
    def sources(self) -> Mapping[str, FundingSource]:
        """The funding sources by id."""
        return self.items["sources"]  # type: ignore[return-value]

    @property
    def budget_lines(self) -> Mapping[str, BudgetLine]:
        """The budget lines by id."""
        return self.items["budget_lines"]  # type: ignore[return-value]

    @property
    def specifications(self) -> Mapping[str, TechnicalSpecification]:
        """The technical specifications by id."""
        return self.items["specifications"]  # type: ignore[return-value]

    @property
    def programmes(self) -> Mapping[str, BudgetProgramme]:
        """The budget programmes by id."""
        return self.items["programmes"]  # type: ignore[return-value]

    @property
    def vat_rates(self) -> Mapping[str, VatRate]:
        """The rates of value added tax by id."""
        return self.items["vat_rates"]  # type: ignore[return-value]

    @property
    def price_indices(self) -> Mapping[str, PriceIndex]:
        """The indices of prices by id."""
        return self.items["price_indices"]  # type: ignore[return-value]

    @property
    def exchange_rates(self) -> Mapping[str, ExchangeRate]:
        """The rates of exchange by id."""
        return self.items["exchange_rates"]  # type: ignore[return-value]

    @property
    def scenarios(self) -> Mapping[str, Scenario]:
        """The scenarios by id."""
        return self.items["scenarios"]  # type: ignore[return-value]

    @property
    def milestones(self) -> Mapping[str, Milestone]:
        """The milestones by id."""
        return self.items["milestones"]  # type: ignore[return-value]

    @property
    def districts(self) -> Mapping[str, District]:
        """The districts by id."""
        return self.items["districts"]  # type: ignore[return-value]

    @property
    def alternatives(self) -> Mapping[str, Alternative]:
        """The groups of measures to choose between by id."""
        return self.items["alternatives"]  # type: ignore[return-value]

    @property
    def minimums(self) -> Mapping[str, Minimum]:
        """The least numbers of measures by id."""
        return self.items["minimums"]  # type: ignore[return-value]

    @property
    def estimate_classes(self) -> Mapping[str, EstimateClass]:
        """The classes of estimates by id."""
        return self.items["estimate_classes"]  # type: ignore[return-value]

    @property
    def risk_drivers(self) -> Mapping[str, RiskDriver]:
        """The common causes of risk by id."""
        return self.items["risk_drivers"]  # type: ignore[return-value]

    @property
    def risks(self) -> Mapping[str, Risk]:
        """The risks by id."""
        return self.items["risks"]  # type: ignore[return-value]

    @property
    def surveys(self) -> Mapping[str, Survey]:
        """The surveys by id."""
        return self.items["surveys"]  # type: ignore[return-value]

    @property
    def questions(self) -> Mapping[str, Question]:
        """The questions of surveys by id."""
        return self.items["questions"]  # type: ignore[return-value]

    @property
    def findings(self) -> Mapping[str, StateFinding]:
        """The findings of the state assessment by id."""
        return self.items["findings"]  # type: ignore[return-value]

    @property
    def related_programmes(self) -> Mapping[str, RelatedProgramme]:
        """The programmes and experience of others by id."""
        return self.items["related_programmes"]  # type: ignore[return-value]

    @property
    def proposals(self) -> Mapping[str, Proposal]:
        """The proposals by id."""
        return self.items["proposals"]  # type: ignore[return-value]

    @property
    def members(self) -> Mapping[str, Member]:
        """The members of the group by id."""
        return self.items["members"]  # type: ignore[return-value]

    @property
    def subgroups(self) -> Mapping[str, Subgroup]:
        """The subgroups by id."""
        return self.items["subgroups"]  # type: ignore[return-value]

    @property
    def meetings(self) -> Mapping[str, Meeting]:
        """The meetings by id."""
        return self.items["meetings"]  # type: ignore[return-value]

    @property
    def decisions(self) -> Mapping[str, GroupDecision]:
        """The decisions of the group by id."""
        return self.items["decisions"]  # type: ignore[return-value]

    @property
    def assignments(self) -> Mapping[str, Assignment]:
        """The assignments and requests for information by id."""
        return self.items["assignments"]  # type: ignore[return-value]

    @property
    def approvals(self) -> Mapping[str, Approval]:
        """The marks of what was approved by id."""
        return self.items["approvals"]  # type: ignore[return-value]

    def everything(self) -> Iterator[Entity]:
        """Every item of every list."""
        for by_id in self.items.values():
            yield from by_id.values()

    def payer(self, source: str) -> str | None:
        """Who pays the part of a source: itself, the one that has taken its place, or nobody."""
        found: str | None = source
        seen: set[str] = set()
        while found is not None and found in self.payers:
            seen.add(found)
            found = self.payers[found]
            if found in seen:
                return None
        return found

    def span(self, item: Entity | StrategySettings, *way: str | int, key: bool = False) -> Span:
        """The place of an item, or of what the way leads to inside it.

        Keys of mappings are written as text, places in lists as numbers: `span(line, "amounts", "2029")`,
        `span(measure, "after", 1)`. Points at the value, or with `key` at its key; at the nearest owner
        where the way leads nowhere. What a scenario says in its place is pointed at there.
        """
        if isinstance(item, Entity):
            for scenario in self.changed_by:
                origin = self.origins[scenario]
                for inside in ways_of_change(item, way):
                    location = (*origin.location, type(item).collection, item.id, *inside)
                    if origin.places.holds(location):
                        return origin.places.span(location, key=key)
        origin = self.origins[item.id if isinstance(item, Entity) else SETTINGS]
        return origin.places.span((*origin.location, *way), key=key)

    def is_said_in(self, item: Entity, span: Span) -> bool:
        """Whether a place lies inside what is written of an item."""
        origin = self.origins[item.id]
        whole = origin.places.extent(origin.location)
        return whole.path == span.path and whole.line <= span.line <= whole.end_line

    def text(self, text: LocalizedText, language: str | None = None) -> str:
        """A text in a language, else in the main one."""
        return text.best(language or self.language, self.language)


def ways_of_change(item: Entity, way: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], ...]:
    """Where a scenario says what stands at a way inside an item, from the item's own key in the scenario; the first that is there."""
    match way[:1]:
        case ("index" | "rate",) if not isinstance(item, FundingSource):
            return (way[1:],)
        case ("funding",):
            return (way, way[:1])  # a single source that stands alone, and a funding that is wholly another
        case ("start" | "finish" | "duration",):
            return (way, ("years_later",))
    return (way,) if way else ()
