"""A plan as one language tells it: the texts, names, dates and sums that papers print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stratbuild.model import Plan
from stratbuild.quantity import Money, PlanDate, Precision
from stratbuild.render.ast import Inline, Line, item
from stratbuild.render.edition import Edition
from stratbuild.render.locale import Locale, locale
from stratbuild.render.paper import Markup
from stratbuild.render.spliced import say_line
from stratbuild.schema.base import Entity
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.schema.text import LocalizedText
from stratbuild.source import INSTALLED, Templates


@dataclass(frozen=True)
class PlanInWords:
    """A plan and the language that it is told in."""

    plan: Plan
    words: Locale

    def text(self, text: LocalizedText) -> str:
        """A text in the language, else in the strategy's own."""
        return self.plan.strategy.text(text, self.words.language)

    def long(self, text: LocalizedText | None, item: str = "") -> Markup | None:
        """A long text, which may hold limited Markdown; with the field of an item that it is, `M-WIFI.description`."""
        return None if text is None else Markup(self.text(text), item)

    def field(self, owner: Entity, name: str) -> Inline:
        """A text of an item, by which reviewers' comments find their way back to it; there must be one."""
        return item(self.text(getattr(owner, name)), f"{owner.id}.{name}")

    def field_or_none(self, owner: Entity, name: str) -> Line:
        """A text of an item, or a dash where there is none."""
        return self.words.say("papers.none") if getattr(owner, name) is None else self.field(owner, name)

    def quoted(self, text: str) -> str:
        """A text in quotes; quotes inside it become those of the second rank."""
        outer, inner = (self.words.say(f"papers.{name}", text="\0").split("\0") for name in ("quoted", "quoted_within"))
        for before, after in zip(outer, inner, strict=True):
            text = text.replace(before, after)
        return text.join(outer)

    def community(self) -> str:
        """Whose strategy it is."""
        return self.text(self.plan.strategy.settings.community.name)

    def code(self, id_: str) -> str:
        """The printed number of a goal or a measure."""
        return self.plan.coverage.codes[id_]

    def unit(self, id_: str) -> str:
        """The full name of a unit."""
        return self.text(self.plan.strategy.units[id_].name)

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Names in the order of the language's alphabet."""
        return sorted(names, key=self.words.place_in_alphabet)

    def short_unit(self, id_: str) -> str:
        """The name of a unit for tables."""
        unit = self.plan.strategy.units[id_]
        return self.text(unit.short_name or unit.name)

    def source(self, id_: object) -> str:
        """The name of a funding source; without one, that none is named."""
        found = self.plan.strategy.sources.get(str(id_))
        if found is None:
            return self.words.say("concept.no_source")
        name = self.text(found.title)
        return name if found.confirmed else self.words.say("concept.unconfirmed", source=name)

    def short_source(self, id_: object) -> str:
        """The name of a funding source for narrow columns; that it is not confirmed is said all the same."""
        found = self.plan.strategy.sources.get(str(id_))
        if found is None or found.short_title is None:
            return self.source(id_)
        name = self.text(found.short_title)
        return name if found.confirmed else self.words.say("concept.unconfirmed", source=name)

    def money(self, money: Money) -> str:
        """A sum with the currency."""
        return self.words.money(money, self.plan.strategy.settings.currency)

    def currency(self) -> str:
        """The short name of the currency."""
        return self.words.currency(self.plan.strategy.settings.currency)

    def level(self, goal: Goal) -> str:
        """What a goal of this level is called."""
        names, level = self.plan.strategy.settings.goal_levels, self.plan.coverage.levels[goal.id]
        return self.text(names[level]) if level < len(names) else self.words.say("concept.goal")

    def goal_line(self, goal: Goal) -> Line:
        """`Operational goal 1.2. Title`, the title as a field of the goal."""
        return [f"{self.level(goal)} {self.code(goal.id)}. ", self.field(goal, "title")]

    def measure_heading(self, measure: Measure) -> Line:
        """`Measure 1.2.3. Title`, the title as a field of the measure."""
        return say_line(self.words, "concept.measure_heading", code=self.code(measure.id), title=self.field(measure, "title"))

    def numbered_goal(self, goal: Goal) -> str:
        """`Operational goal 1.2. Title`."""
        return f"{self.level(goal)} {self.code(goal.id)}. {self.text(goal.title)}"

    def numbered_measure(self, measure: Measure) -> str:
        """`1.2.3. Title`."""
        return f"{self.code(measure.id)}. {self.text(measure.title)}"

    def dates(self, measure: Measure) -> str | None:
        """When a measure runs: whole years as years, days where they are given, else months."""
        window = self.plan.windows.get(measure.id)
        if window is None:
            return self.words.plan_date(measure.start) if measure.start else None
        first, last = window.first, window.last
        if (first.month, first.day) == (1, 1) and (last + timedelta(days=1)).year > last.year:
            return self._years(first.year, last.year)
        begins = self._short(first, measure.start)
        ends = self._short(last, measure.finish)
        return begins if begins == ends else f"{begins}\u00a0– {ends}"

    def period(self) -> str:
        """The strategy's period: whole years as years, else its days."""
        period = self.plan.period
        if (period.first.month, period.first.day) == (1, 1) and (period.last + timedelta(days=1)).year > period.last.year:
            return self._years(period.first.year, period.last.year)
        return f"{self.words.short_day(period.first)}\u00a0– {self.words.short_day(period.last)}"

    def scenario(self) -> str | None:
        """That the plan is that of a scenario; nothing where it is the strategy as written."""
        found = self.plan.scenario
        return None if found is None else self.words.say("papers.of_scenario", title=self.text(found.title))

    def baseline(self, kpi: Kpi) -> str:
        """The value at the beginning and when it was taken; nothing is a dash."""
        if kpi.baseline is None:
            return self.words.say("papers.none")
        value = self.words.number(kpi.baseline.value)
        return f"{value} ({self.coarse_date(kpi.baseline.on)})" if kpi.baseline.on else value

    def is_illustrative(self, *kinds: type[Entity]) -> bool:
        """Whether the strategy says of any of these lists that its figures are invented."""
        illustrative = self.plan.strategy.settings.illustrative
        return illustrative is not None and any(kind.collection in illustrative.lists for kind in kinds)

    def marked(self, written: str, *kinds: type[Entity]) -> str:
        """A caption, and that its figures are illustrative where they are."""
        return f"{written} ({self.words.say('concept.illustrative_mark')})" if self.is_illustrative(*kinds) else written

    def footer(self, edition: Edition) -> str:
        """The line at the foot of every page: whose paper it is, and which edition."""
        community = self.community()
        day = self.words.short_day(edition.as_of)
        said = self.words.say("concept.footer", community=community, revision=edition.revision, date=day)
        public = self.words.say("papers.public") if edition.public else None
        return ". ".join(filter(None, (said, public, self.scenario())))

    def coarse_date(self, when: PlanDate) -> str:
        """A date for a narrow column, no finer than a month: `2025`, `02.2025`."""
        return str(when.first.year) if when.precision is Precision.YEAR else self.words.month(when.first)

    def _years(self, first: int, last: int) -> str:
        if first == last:
            return self.words.say("concept.one_year", year=first)
        return self.words.say("concept.years", first=first, last=last)

    def _short(self, day: date, written: PlanDate | None) -> str:
        if written is not None and written.precision is Precision.DAY:
            return self.words.short_day(day)
        return self.words.month(day)


def in_words(plan: Plan, language: str, templates: Templates = INSTALLED) -> PlanInWords:
    """A plan in a language, in the words of these templates."""
    return PlanInWords(plan, locale(language, templates))
