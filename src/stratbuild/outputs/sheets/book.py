"""What the sheets of one workbook share: the plan, the language, the words, the names of the sheets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stratbuild.model import Plan
from stratbuild.render.edition import Edition
from stratbuild.render.locale import Locale, locale
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, Workbook, sheet_names
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure
from stratbuild.schema.text import LocalizedText
from stratbuild.schema.unit import ResponsibleUnit

Names = Mapping[str, Area]
"""By defined name: the area on the sheet that it is given with."""


@dataclass(frozen=True)
class Book:
    """One workbook in the making. `words_of` is the catalogue's file with its words."""

    plan: Plan
    edition: Edition
    words_of: str
    titles: Mapping[str, str]
    """By the key of a sheet: its name in the workbook."""
    locale: Locale = field(repr=False)

    @classmethod
    def of(cls, plan: Plan, edition: Edition, words_of: str, sheets: Iterable[str]) -> "Book":
        """The book of a plan with the sheets of these keys, whose names are the words `sheet_<key>`."""
        words, keys = locale(edition.language, edition.templates), tuple(sheets)
        names = sheet_names([words.say(f"{words_of}.sheet_{key}") for key in keys])
        return cls(plan, edition, words_of, dict(zip(keys, names, strict=True)), words)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the money is shown by."""
        return self.plan.budget.years

    @property
    def currency(self) -> str:
        """The currency as the language writes it: `грн`."""
        code = self.plan.strategy.settings.currency
        shown = self.locale.words["formats"]["currencies"].get(code, code)
        return str(shown)

    def say(self, name: str, **facts: object) -> str:
        """Words of the workbook's catalogue."""
        return self.locale.say(f"{self.words_of}.{name}", **facts)

    def note(self, name: str, *lists: str, **facts: object) -> str:
        """The words below a sheet's title, and that its figures are illustrative where the strategy says so of these lists."""
        illustrative = self.plan.strategy.settings.illustrative
        told = [self.say(name, currency=self.currency, **facts)]
        if illustrative is not None and set(lists) & set(illustrative.lists):
            told.append(self.locale.say("papers.illustrative"))
        return " ".join([*(f"{scenario}." for scenario in self.scenario_note), *told])

    @property
    def scenario_note(self) -> tuple[str, ...]:
        """That the figures are those of a scenario; nothing where they are of the strategy as written."""
        scenario = self.plan.scenario
        return () if scenario is None else (self.locale.say("papers.of_scenario", title=self.text(scenario.title)),)

    def text(self, text: LocalizedText | None) -> str:
        """A text of the strategy in the workbook's language; nothing where there is none."""
        return "" if text is None else self.plan.strategy.text(text, self.edition.language)

    def unit_name(self, unit: ResponsibleUnit) -> str:
        """The short name of a unit, else its full one."""
        return self.text(unit.short_name or unit.name)

    def codes_of(self, measures: Iterable[Measure]) -> str:
        """The printed numbers of measures, in their order."""
        codes = [self.plan.coverage.codes[measure.id] for measure in measures]
        return ", ".join(sorted(codes, key=lambda code: [int(part) for part in code.split(".")]))

    def goal_name(self, goal: Goal) -> str:
        """The printed number and the title of a goal."""
        return f"{self.plan.coverage.codes[goal.id]} {self.text(goal.title)}"

    def goal_level(self, goal: Goal) -> str:
        """What a goal of this level is called in the strategy."""
        levels = self.plan.strategy.settings.goal_levels
        level = self.plan.coverage.levels[goal.id]
        return self.text(levels[level]) if level < len(levels) else self.say("goal")

    def year_headers(self, name: str) -> tuple[Cell, ...]:
        """A header for every year, with the year and the currency in its words."""
        return tuple(self.year_header(name, year) for year in self.years)

    def year_header(self, name: str, year: int | str) -> Cell:
        """The header of one year, be it of the plan or not."""
        return Cell(self.say(name, year=str(year), currency=self.currency), style=Style.HEADER)

    def year_keys(self) -> tuple[Cell, ...]:
        """The years as numbers, which stand above their headers for formulas to refer to."""
        return tuple(Cell(year, Kind.YEAR, Style.NOTE) for year in self.years)

    def headers(self, *names: str) -> tuple[Cell, ...]:
        """Header cells with the words of these names; the currency may stand in them."""
        return tuple(Cell(self.say(name, currency=self.currency), style=Style.HEADER) for name in names)

    def workbook(self, path: str, title: str, sheets: Iterable[tuple[Sheet, Names]]) -> Workbook:
        """The finished workbook of these sheets and their names."""
        made = tuple(sheets)
        settings = self.plan.strategy.settings
        return Workbook(
            path=path,
            title=". ".join([title, self.text(settings.title), *self.scenario_note]),
            author=self.text(settings.community.name),
            sheets=tuple(sheet for sheet, _ in made),
            names={name: (sheet.name, area) for sheet, names in made for name, area in names.items()},
            date_pattern=self.say("date_pattern"),
            page_footer=self.say("page_footer"),
        )


def title_rows(title: str, note: str, last: Cell | None = None) -> tuple[Row, ...]:
    """The first rows of a sheet: its title, what its figures are, and where given one cell more."""
    rows = [Row((Cell(title, style=Style.TITLE, wrap=False),)), Row((Cell(note, style=Style.NOTE, wrap=False),))]
    return (*rows, Row((last,))) if last is not None else tuple(rows)
