"""The tables of resources and of financing, in the rows and columns of their forms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.programme.head import headed
from stratbuild.outputs.programme.money_form import FormRow, MoneyForm
from stratbuild.outputs.programme.sums import Sums
from stratbuild.quantity import ZERO, Money
from stratbuild.render.ast import Alignment, Block, Column, Row, Table

_ALIGNED: Mapping[str, Alignment] = {"number": "center", "title": "left"}


@dataclass(frozen=True)
class MoneyTable:
    """One table: its rows are exact sums by year, and are rounded only where they are shown."""

    told: PlanInWords
    form: MoneyForm

    @property
    def sums(self) -> Sums:
        """How sums are shown."""
        return Sums(self.told, self.form.in_thousands, self.form.decimals)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the plan's money."""
        return self.told.plan.budget.years

    @cached_property
    def rows(self) -> tuple[tuple[FormRow, str, Mapping[int, Money]], ...]:
        """The rows in their order: what each is of, its title, its money by year."""
        return tuple(self._rows())

    def block(self, caption: str | None = None) -> Block:
        """The table as a block."""
        columns, heads = list[Column](), list[tuple[str, str]]()
        for one in self.form.columns:
            for year in self.years if one.value == "years" else (0,):
                title = one.title.format(year=year, unit=self.sums.unit)
                columns.append(Column(title, one.width, _ALIGNED.get(one.value, "right")))
                heads.append((one.group.format(unit=self.sums.unit), title))
        rows = [
            Row(list(self._cells(number, title, money)), "total" if one.value == "total" else "plain")
            for number, (one, title, money) in enumerate(self.rows, start=1)
        ]
        return Table(columns, rows, caption, headed(heads), row_titles=self.form.columns[0].value == "title").block()

    @property
    def rounding_shows(self) -> bool:
        """Whether rounded sums miss a rounded total, along a row or down a column."""
        along = [list(money.values()) for _, _, money in self.rows]
        parts = [money for one, _, money in self.rows if one.value != "total"]
        down = [[money.get(year, ZERO) for money in parts] for year in self.years]
        return self.sums.rounding_shows([*along, *down, [Money.total(money.values()) for money in parts]])

    def _cells(self, number: int, title: str, money: Mapping[int, Money]) -> Iterator[str]:
        for one in self.form.columns:
            match one.value:
                case "number":
                    yield str(number)
                case "title":
                    yield title
                case "years":
                    yield from (self.sums.show(money.get(year, ZERO)) for year in self.years)
                case _:
                    yield self.sums.show(Money.total(money.values()))

    def _rows(self) -> Iterator[tuple[FormRow, str, Mapping[int, Money]]]:
        plan = self.told.plan
        paid: dict[str | None, dict[int, Money]] = {}
        for (source, year), money in plan.budget.by(source_of, year_of).items():
            paid.setdefault(None if source is None else str(source), {})[int(str(year))] = money
        for one in self.form.rows:
            match one.value:
                case "total":
                    yield one, one.title, self._added(list(paid.values()))
                case "sources":
                    for id_ in (*plan.strategy.sources, None):
                        if id_ in paid:
                            yield one, self.told.source(id_), paid[id_]
                case "kinds":
                    yield one, one.title, self._added([sums for id_, sums in paid.items() if self._kind(id_) in one.kinds])
                case _:
                    rest = [sums for id_, sums in paid.items() if self._kind(id_) not in self.form.named_kinds]
                    yield one, one.title, self._added(rest)

    def _kind(self, id_: str | None) -> object:
        return None if id_ is None else self.told.plan.strategy.sources[id_].kind

    def _added(self, sums: Sequence[Mapping[int, Money]]) -> Mapping[int, Money]:
        return {year: Money.total(one.get(year, ZERO) for one in sums) for year in self.years}
