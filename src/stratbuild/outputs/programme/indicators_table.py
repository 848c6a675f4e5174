"""The table of indicators in the groups of a budget programme, and the money as the first of those of input."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratbuild.model.budget import year as year_of
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.programme.head import headed
from stratbuild.outputs.programme.indicators_form import OTHER, FormGroup, IndicatorsForm
from stratbuild.outputs.programme.sums import Sums
from stratbuild.quantity import ZERO, Money
from stratbuild.render.ast import Alignment, Block, Cell, Column, Row, Table
from stratbuild.schema.kpi import Kpi

_LEFT = ("title", "goal", "owner", "value_source")


@dataclass(frozen=True)
class IndicatorsTable:
    """One table: a title row and the indicators of every group that has any."""

    told: PlanInWords
    form: IndicatorsForm

    @property
    def sums(self) -> Sums:
        """How the money is shown."""
        return Sums(self.told, self.form.in_thousands, self.form.decimals)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that any indicator or the money has a value for."""
        plan = self.told.plan
        return tuple(sorted({year for kpi in plan.strategy.kpis.values() for year in kpi.targets} | set(plan.budget.years)))

    def block(self) -> Block:
        """The table as a block."""
        columns, heads = list[Column](), list[tuple[str, str]]()
        for one in self.form.columns:
            for year in self.years if one.value == "years" else (0,):
                title = one.title.format(year=year)
                aligned: Alignment = "left" if one.value in _LEFT else "center"
                columns.append(Column(title, one.width, aligned))
                heads.append((one.group, title))
        rows: list[Row] = []
        for place, (group, kpis) in enumerate(self._groups(), start=1):
            rows.append(Row([Cell(f"{_roman(place)}. {group.title}", columns=len(columns), align="left")], "group"))
            first = 1
            if group.money is not None:
                rows.append(Row(list(self._money_cells(group.money))))
                first = 2
            rows += [Row(list(self._cells(number, kpi))) for number, kpi in enumerate(kpis, start=first)]
        return Table(columns, rows, head=headed(heads)).block()

    def _groups(self) -> Iterator[tuple[FormGroup, Sequence[Kpi]]]:
        kpis = list(self.told.plan.strategy.kpis.values())
        for one in self.form.groups:
            own = [kpi for kpi in kpis if (kpi.group.value if kpi.group else OTHER) == one.value]
            if own or (one.money is not None and self.told.plan.budget.amounts):
                yield one, own

    def _cells(self, number: int, kpi: Kpi) -> Iterator[str]:
        told, none = self.told, self.told.words.say("papers.none")
        for one in self.form.columns:
            match one.value:
                case "number":
                    yield str(number)
                case "title":
                    yield told.text(kpi.title)
                case "measurement_unit":
                    yield told.text(kpi.measurement_unit) if kpi.measurement_unit else none
                case "baseline":
                    yield told.baseline(kpi)
                case "goal":
                    yield told.code(kpi.goal) if kpi.goal else none
                case "owner":
                    yield told.short_unit(kpi.owner) if kpi.owner else none
                case "value_source":
                    yield told.text(kpi.source) if kpi.source else none
                case "years":
                    yield from (told.words.number(kpi.targets[year]) if year in kpi.targets else none for year in self.years)
                case _:
                    yield told.words.number(kpi.targets[max(kpi.targets)]) if kpi.targets else none

    def _money_cells(self, title: str) -> Iterator[str]:
        by_year = self.told.plan.budget.total_by(year_of)
        for one in self.form.columns:
            match one.value:
                case "number":
                    yield "1"
                case "title":
                    yield title
                case "measurement_unit":
                    yield self.sums.unit
                case "years":
                    yield from (self.sums.show(by_year.get(year, ZERO)) for year in self.years)
                case "last":
                    yield self.sums.show(Money.total(by_year.values()))
                case _:
                    yield self.told.words.say("papers.none")


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V")[number - 1]
