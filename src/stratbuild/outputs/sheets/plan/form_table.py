"""What the form of measures says before it is a sheet: its columns, its rows, their exact sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model.budget import measure as measure_of
from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.plan.form import SUMS, FormColumn, MeasuresForm
from stratbuild.quantity import ZERO, Money
from stratbuild.schema.measure import Measure

NOBODY = "none"
"""The key of money that no source pays."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: one of the form, for a year where it stands for all of them."""

    form: FormColumn
    year: int | None = None

    @property
    def is_sum(self) -> bool:
        """Whether it holds sums."""
        return self.form.value in SUMS


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a measure, and who pays; nothing where the form does not ask for sources or there is no money."""

    measure: Measure
    source: str | None


@dataclass(frozen=True)
class FormTable:
    """What the sheet says before it is one."""

    book: Book
    form: MeasuresForm

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, that of the years once for every year."""
        found = []
        for one in self.form.columns:
            found += [Column(one, year) for year in self.book.years] if one.value == "years" else [Column(one)]
        return tuple(found)

    @cached_property
    def by_source(self) -> bool:
        """Whether every source has a row."""
        return any(one.value == "sources" for one in self.form.columns)

    @cached_property
    def sums(self) -> Mapping[tuple[str, str], Mapping[int, Money]]:
        """By measure and the key of its source: the money of each year."""
        found: dict[tuple[str, str], dict[int, Money]] = {}
        for (measure, source, year), money in self.book.plan.budget.by(measure_of, source_of, year_of).items():
            by_year = found.setdefault((str(measure), NOBODY if source is None else str(source)), {})
            by_year[int(str(year))] = by_year.get(int(str(year)), ZERO) + money
        return found

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources that pay anything, in the order of the strategy, then of money that nobody pays."""
        paying = {source for _, source in self.sums}
        return tuple(one for one in (*self.book.plan.strategy.sources, NOBODY) if one in paying)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows of measures in the printed order; one without money has one too."""
        found: list[Line] = []
        for measure in self.book.plan.coverage.measures_in_order():
            paid = [Line(measure, one) for one in self.sources if (measure.id, one) in self.sums] if self.by_source else []
            found += paid or [Line(measure, None)]
        return tuple(found)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """By measure: its number in the form."""
        return {one.id: place for place, one in enumerate(self.book.plan.coverage.measures_in_order(), start=1)}

    @property
    def unit(self) -> str:
        """The unit of the sums in words."""
        currency = self.book.currency
        return self.book.say("form_thousands", currency=currency) if self.form.in_thousands else currency

    def of(self, column: Column, lines: Sequence[Line]) -> Money:
        """The exact sum of rows in a column."""
        return Money.total(
            money
            for line in lines
            for source in ((line.source,) if line.source else self.sources if not self.by_source else ())
            if self._counts(column, source)
            for year, money in self.sums.get((line.measure.id, source), {}).items()
            if column.year in (None, year)
        )

    def _counts(self, column: Column, source: str) -> bool:
        """Whether a column shows the money of a source; what nobody pays is among the rest."""
        if column.form.value not in ("kinds", "rest"):
            return True
        found = self.book.plan.strategy.sources.get(source)
        return column.form.value == "rest" if found is None else found.kind in column.form.kinds
