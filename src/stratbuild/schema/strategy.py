"""The strategy itself: title, community, period, stage, languages and settings."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from stratbuild.diagnostics import Stage
from stratbuild.schema.base import Part
from stratbuild.schema.consultation import Consultation
from stratbuild.schema.passport import Passport
from stratbuild.schema.regulation import Regulation
from stratbuild.schema.scalars import (
    CoarseDate,
    Code,
    Currency,
    Day,
    DrawCount,
    FewYears,
    HowLong,
    Language,
    Order,
    PlainText,
    PositiveNumber,
    Share,
    Year,
    YesNo,
)
from stratbuild.schema.session import CouncilSession
from stratbuild.schema.swot import Swot
from stratbuild.schema.text import LongText, Text


class EconomicClassifier(StrEnum):
    """A classification of expenditure by its economic nature."""

    KEKV = "kekv"


class ProgrammeClassifier(StrEnum):
    """A classification of expenditure by budget programme."""

    TPKVKMB = "tpkvkmb"


class ProcurementClassifier(StrEnum):
    """A classification of what is bought."""

    DK021 = "dk021"


class Community(Part):
    """The community whose strategy this is, and its official codes."""

    name: Text = Field(title="Name", description="Full official name of the community.")
    katottg: Code | None = Field(
        None, title="Territory code", description="Code in the codifier of territories (КАТОТТГ), UA and 17 digits."
    )
    budget_code: Code | None = Field(
        None, title="Budget code", description='Code of the community\'s budget, ten digits in quotes: `"2551700000"`.'
    )


class StrategyPeriod(Part):
    """The first and the last day of the strategy."""

    start: CoarseDate = Field(title="Start", description="First day: `2025-01-01`; a year or a month means its first day.")
    finish: CoarseDate = Field(title="Finish", description="Last day: `2027-12-31`; a year or a month means its last day.")


class Classifiers(Part):
    """The systems that the codes of budget lines belong to; one that is left out is not checked."""

    economic: EconomicClassifier | None = Field(
        None, title="Economic codes", description="`kekv`: the Ukrainian economic classification of expenditure."
    )
    programme: ProgrammeClassifier | None = Field(
        None,
        title="Programme codes",
        description="`tpkvkmb`: seven digits whose last four are a code of the typical programme classification.",
    )
    procurement: ProcurementClassifier | None = Field(
        None, title="Procurement codes", description="`dk021`: ДК 021:2015, the Ukrainian edition of CPV."
    )
    files: Mapping[PlainText, PlainText] = Field(
        default_factory=dict,
        title="Files",
        description="Files of official classifiers by name (`tpkvkmb`, `dk021`): JSON, from code to name. Paths count from the strategy's folder.",
    )


class HolidayCalendar(StrEnum):
    """A table of public holidays that comes with the program."""

    UKRAINE = "ukraine"


class WorkCalendar(Part):
    """Which days are worked: Monday to Friday, and what is otherwise."""

    holidays: HolidayCalendar | None = Field(
        None, title="Public holidays", description="`ukraine`: the holidays of Ukraine; none where nothing is said."
    )
    holidays_worked: YesNo = Field(
        False,
        title="Holidays are worked",
        description="Whether holidays are working days, as they are in Ukraine while martial law lasts: `true` or `false`.",
    )
    days_off: tuple[Day, ...] = Field((), title="Days off", description="Other days that are not worked: `[2026-01-02]`.")
    days_worked: tuple[Day, ...] = Field(
        (), title="Days worked", description="Days that are worked all the same, for example moved Saturdays: `[2026-01-17]`."
    )


class PriorityWeights(Part):
    """How much a measure counts by its priority where measures are chosen under the money."""

    high: PositiveNumber = Field(title="High", description="Weight of high priority: `3`.")
    medium: PositiveNumber = Field(title="Medium", description="Weight of medium priority: `2`.")
    low: PositiveNumber = Field(title="Low", description="Weight of low priority: `1`.")


class Simulation(Part):
    """How the risk of money and time is reckoned by drawing many times."""

    draws: DrawCount | None = Field(None, title="Draws", description="How many times: `4000`, which holds where nothing is said.")
    seed: Order | None = Field(
        None, title="Seed", description="Number that the draws follow from: `1`, which holds where nothing is said."
    )
    correlation: Share | None = Field(
        None,
        title="Correlation",
        description="How much estimates without a driver move together: `30%`, which holds where nothing is said.",
    )


class Illustrative(Part):
    """Which figures are invented for illustration; the papers say so."""

    lists: tuple[PlainText, ...] = Field(
        title="Lists", description="Lists whose figures are illustrative, for example `budget_lines`."
    )
    note: Text = Field(title="Note", description="What the papers say about it.")


class StrategySettings(Part):
    """What the whole strategy is about and how it is written. It stands once, in one of the files."""

    title: Text = Field(title="Title", description="Full title of the strategy.")
    community: Community = Field(title="Community", description="Whose strategy it is.")
    period: StrategyPeriod = Field(title="Period", description="First and last day.")
    stage: Stage = Field(
        Stage.DRAFT,
        title="Stage",
        description="How far it has come; each stage demands more of the text.",
    )
    language: Language = Field(title="Main language", description="Language of every text that does not name its own: `en`.")
    languages: tuple[Language, ...] = Field(
        (),
        title="Languages of the papers",
        description="Languages that the papers are wanted in, `[uk, en]`; texts that lack one are reported.",
    )
    currency: Currency = Field("UAH", title="Currency", description="Currency of all sums: `EUR`.")
    price_base: Year | None = Field(None, title="Price base", description="Year of whose prices the sums are: `2026`.")
    years_after: FewYears = Field(
        3,
        title="Years afterwards",
        description="For how many years after the strategy the recurring costs are shown: `3`, which holds where nothing is said.",
    )
    request_year: Year | None = Field(
        None,
        title="Year of the budget request",
        description="Year whose budget is asked for, with the two that follow; the year after that of the edition where nothing is said.",
    )
    goal_levels: tuple[Text, ...] = Field(
        (),
        title="Names of the levels of goals",
        description="From the highest level down, `[Strategic goal, Operational goal]`.",
    )
    classifiers: Classifiers = Field(default_factory=Classifiers, title="Classifiers", description="The code systems in use.")
    calendar: WorkCalendar = Field(default_factory=WorkCalendar, title="Calendar", description="Which days are worked.")
    status_on: Day | None = Field(
        None,
        title="Actual dates up to",
        description="Day up to which actual dates are written down; the latest of them where nothing is said: `2026-10-31`.",
    )
    priority_weights: PriorityWeights | None = Field(
        None, title="Weights of priorities", description="How much priorities count where measures are chosen."
    )
    simulation: Simulation = Field(
        default_factory=Simulation, title="Simulation", description="How the risk of money and time is reckoned."
    )
    internal: tuple[PlainText, ...] = Field(
        (),
        title="Internal fields",
        description="Texts that the public edition leaves out, by list and field: `[risks.action, budget_lines.note]`.",
    )
    illustrative: Illustrative | None = Field(None, title="Illustrative figures", description="Which figures are invented.")
    passport: Passport | None = Field(
        None,
        title="Passport",
        description="Who ordered, wrote and carries out the strategy; with it the forms of a programme are made.",
    )
    session: CouncilSession | None = Field(
        None, title="Session", description="Session of the council that decides; with it the papers for the session are made."
    )
    regulation: Regulation | None = Field(
        None, title="Regulation", description="What the regulation of the working group sets; votes are counted by it."
    )
    time_zone: PlainText = Field(
        "Europe/Kyiv",
        title="Time zone",
        description="Zone of the clocks by which meetings are called: `Europe/Kyiv`, which holds where nothing is said.",
    )
    evidence_valid_for: HowLong | None = Field(
        None,
        title="Evidence is valid for",
        description="How old evidence may be on the first day of the strategy: `24 months`.",
    )
    consultation: Consultation | None = Field(
        None, title="Consultation", description="The public consultation on the draft; with it its notice and report are made."
    )
    vision: LongText | None = Field(None, title="Vision", description="What the community wants to be at the end of the period.")
    introduction: LongText | None = Field(
        None, title="Introduction", description="Why the strategy is written, by whom and on what grounds."
    )
    methodology: LongText | None = Field(
        None, title="Methodology", description="How the strategy was written: on what data, with whom, in what order."
    )
    present_state: LongText | None = Field(
        None, title="Present state", description="Where the community stands at the beginning."
    )
    swot: Swot | None = Field(None, title="SWOT", description="Strengths, weaknesses, opportunities and threats.")
    context: LongText | None = Field(
        None, title="Strategic context", description="Which other strategies and programmes it follows, and how it fits them."
    )
    expected_results: LongText | None = Field(
        None, title="Expected results", description="What will be different at the end of the period."
    )
    monitoring: LongText | None = Field(None, title="Monitoring", description="How and by whom progress is watched and reported.")
