"""The annex of measures on paper: the same form and the same exact sums as the sheet of the plan's workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.programme.head import headed
from stratbuild.outputs.programme.sums import Sums
from stratbuild.outputs.sheets.plan.form_table import Column as FormColumn
from stratbuild.outputs.sheets.plan.form_table import FormTable, Line
from stratbuild.outputs.sheets.plan.form_texts import paid_by, source_name, texts_of
from stratbuild.render.ast import Alignment, Block, Cell, Column, Content, Inline, Row, Table, line_break

_CENTRED = ("number", "code", "term")


@dataclass(frozen=True)
class MeasuresTable:
    """One table of measures, a row for each, or for each source that pays for it."""

    told: PlanInWords
    table: FormTable

    @property
    def sums(self) -> Sums:
        """How sums are shown."""
        return Sums(self.told, self.table.form.in_thousands, self.table.form.decimals)

    def block(self) -> Block:
        """The table as a block. What belongs to a measure stands once, beside all that pay for it."""
        rows = [Row(list(self._cells(place))) for place in range(len(self.table.lines))]
        if self.table.by_source:
            rows += [self._source_total(place, source) for place, source in enumerate(self.table.sources)]
        rows.append(Row(list(self._total(self.table.lines, self.table.book.say("form_total"))), "total"))
        columns = [Column(self._title(one), self._width(one), _aligned(one)) for one in self.table.columns]
        heads = [(one.form.group.format(unit=self.sums.unit), self._title(one)) for one in self.table.columns]
        return Table(columns, rows, head=headed(heads)).block()

    @property
    def rounding_shows(self) -> bool:
        """Whether rounded sums miss a rounded total, along a row or down a column."""
        down = [[self.table.of(one, [line]) for line in self.table.lines] for one in self.table.columns if one.is_sum]
        parted = [[one for one in self.table.columns if one.form.value in values] for values in (("years",), ("kinds", "rest"))]
        along = [[self.table.of(one, lines) for one in columns] for lines in self._added_up() for columns in parted]
        return self.sums.rounding_shows([*down, *along])

    def _added_up(self) -> Iterator[Sequence[Line]]:
        """What has a row of its own: every line, and all together."""
        yield from ([line] for line in self.table.lines)
        yield self.table.lines

    def _title(self, column: FormColumn) -> str:
        return column.form.title.format(year=column.year or "", unit=self.sums.unit)

    def _width(self, column: FormColumn) -> float:
        """The width of the form; a column of sums is wide enough for its total."""
        if not column.is_sum:
            return column.form.width
        return max(column.form.width, 1.5 * len(self.sums.show(self.table.of(column, self.table.lines))) + 3)

    def _cells(self, place: int) -> Iterator[Content | Cell]:
        lines = self.table.lines
        line, before = lines[place], lines[place - 1] if place else None
        is_first = before is None or before.measure.id != line.measure.id
        opens = before is None or before.measure.goal != line.measure.goal
        paying = sum(one.measure.id == line.measure.id for one in lines[place : place + len(self.table.sources) + 1])
        for one in self.table.columns:
            if one.is_sum:
                yield self.sums.show(self.table.of(one, [line]))
            elif one.form.value == "sources":
                yield source_name(self.table, self.told, line)
            elif is_first:
                # A direction has more rows than a page: it is named once, and by its number afterwards.
                shown = (
                    (self.told.code(line.measure.goal),)
                    if one.form.value == "direction" and not opens
                    else texts_of(self.table, self.told, one.form.value, line.measure)
                )
                yield Cell(_lines(shown), rows=paying)

    def _source_total(self, place: int, source: str) -> Row:
        lines = [one for one in self.table.lines if one.source == source]
        label = self.table.book.say("form_sum") if place == 0 else ""
        return Row(list(self._total(lines, label, paid_by(self.told, source))), "total")

    def _total(self, lines: Sequence[Line], label: str, source: str = "") -> Iterator[Content | Cell]:
        """A row of totals: a label over the columns of texts, the source in its own column, the sums in theirs."""
        columns = self.table.columns
        first = next(
            (at for at, one in enumerate(columns) if one.is_sum or (source and one.form.value == "sources")), len(columns)
        )
        if first:
            yield Cell(label, columns=first, align="left")
        for one in columns[first:]:
            if one.is_sum:
                yield self.sums.show(self.table.of(one, lines))
            else:
                yield source if one.form.value == "sources" else ""


def _aligned(column: FormColumn) -> Alignment:
    return "right" if column.is_sum else "center" if column.form.value in _CENTRED else "left"


def _lines(shown: Sequence[str]) -> Content:
    found: list[str | Inline] = []
    for place, one in enumerate(shown):
        found += [line_break(), one] if place else [one]
    return found
