"""The comparison of two plans for a terminal: both sums beside each other, and the difference with its sign."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from stratbuild.cli.budget_table import source_name
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.cli.table import WIDEST, Line, laid_out, printable_lines, wrapped
from stratbuild.model import Comparison, Window
from stratbuild.model.comparison import MeasureChange, MoneyChange
from stratbuild.quantity import Money
from stratbuild.render.locale import Locale
from stratbuild.schema.text import LocalizedText

_Name = Callable[[Hashable], str]


def comparison_text(comparison: Comparison, words: Locale, width: int = WIDEST) -> str:
    """The tables below each other, no wider than so many columns."""
    told, strategy = _Told(comparison, words, width), comparison.first.strategy
    years = sorted(int(str(one.key[0])) for one in comparison.by_year)
    codes = sorted(str(one.key[0]) for one in comparison.by_economic_code if one.key[0] is not None)
    tables = (
        told.heading(),
        told.totals(),
        told.table("by_year", comparison.by_year, str, years),
        told.table("by_source", comparison.by_source, told.source, strategy.sources),
        told.table("by_goal", comparison.by_goal, told.goal, strategy.goals),
        told.table("by_unit", comparison.by_unit, told.unit, strategy.units),
        told.table("by_economic_code", comparison.by_economic_code, told.economic_code, codes),
        told.measures(),
        told.targets(),
    )
    return "\n".join(table for table in tables if table)


class _Told:
    """A comparison in the words of a language."""

    def __init__(self, comparison: Comparison, words: Locale, width: int) -> None:
        self._comparison = comparison
        self._words = words
        self._width = width
        self._first, self._second = comparison.first, comparison.second
        self._strategy = comparison.first.strategy
        self._ids = (id_of(self._first), id_of(self._second))

    def heading(self) -> str:
        settings = self._strategy.settings
        told = (
            self._say("compared", title=self._text(settings.title)),
            *(f"{id_of(one)} — {title_of(one, self._words)}" for one in (self._first, self._second)),
            self._say("currency", currency=self._words.currency(settings.currency)),
        )
        return "".join(f"{line}\n" for one in told for line in wrapped(printable_lines(one), self._width))

    def totals(self) -> str:
        rows = [(self._say("total"), self._comparison.total), (self._say("after_total"), self._comparison.after)]
        shown = [(label, *self._sums(change)) for label, change in rows if change.first or change.second or change is rows[0][1]]
        return self._laid_out("", shown)

    def table(self, name: str, changes: Sequence[MoneyChange], label: _Name, order: Iterable[Hashable]) -> str:
        """One table in an order of its keys; money without a key comes last."""
        if not changes:
            return ""
        by_key = {one.key[0]: one for one in changes}
        rows: list[Line] = [(label(key), *self._sums(by_key[key])) for key in (*order, None) if key in by_key]
        rows += [None, (self._say("total"), *self._sums(self._comparison.total))]
        return self._laid_out(name, rows)

    def source(self, id_: Hashable) -> str:
        found = self._strategy.sources.get(str(id_))
        return self._say("no_source") if found is None else source_name(self._first, found, self._words)

    def goal(self, id_: Hashable) -> str:
        goal = self._strategy.goals[str(id_)]
        return f"{self._first.coverage.codes[goal.id]} {self._text(goal.title)}"

    def unit(self, id_: Hashable) -> str:
        found = self._strategy.units.get(str(id_))
        return self._say("no_unit") if found is None else f"{found.id} {self._text(found.name)}"

    def economic_code(self, code: Hashable) -> str:
        return self._say("no_code") if code is None else str(code)

    def measures(self) -> str:
        rows = [
            (self._measure(one), *self._sums(MoneyChange((), one.first_money, one.second_money)))
            for one in self._comparison.measures
        ]
        return self._laid_out("measures", rows) if rows else ""

    def targets(self) -> str:
        if not self._comparison.targets:
            return ""
        rows = []
        for one in self._comparison.targets:
            kpi = self._strategy.kpis[one.kpi]
            unit = f", {self._text(kpi.measurement_unit)}" if kpi.measurement_unit is not None else ""
            difference = one.second - one.first if one.first is not None and one.second is not None else None
            shown = [self._number(one.first), self._number(one.second), self._number(difference, signed=True)]
            rows.append((f"{one.kpi} {self._text(kpi.title)}{unit}, {one.year}", *shown))
        return self._laid_out("targets", rows)

    def _measure(self, one: MeasureChange) -> str:
        holder = self._first if one.in_first else self._second
        measure = holder.strategy.measures[one.measure]
        lines = [f"{one.measure} {self._text(measure.title)}"]
        if not one.in_second or not one.in_first:
            lines.append(f"  {self._say('left_out' if not one.in_second else 'added')}")
        elif one.first_window != one.second_window:
            lines.append(f"  {self._dates(one.first_window)} → {self._dates(one.second_window)}")
        return "\n".join(lines)

    def _dates(self, window: Window | None) -> str:
        if window is None:
            return self._say("no_dates")
        return f"{self._words.short_day(window.first)}–{self._words.short_day(window.last)}"

    def _laid_out(self, name: str, rows: Sequence[Line]) -> str:
        titles = ("", *self._ids, self._say("difference"))
        table = laid_out(titles, rows, self._width)
        return f"{self._say(name)}\n\n{table}" if name else table

    def _sums(self, change: MoneyChange) -> Iterator[str]:
        yield self._words.money(change.first)
        yield self._words.money(change.second)
        yield self._words.signed_money(change.difference) if change.difference != Money(0) else "—"

    def _number(self, number: Decimal | None, *, signed: bool = False) -> str:
        if number is None:
            return "—"
        return f"{'+' if signed and number > 0 else ''}{self._words.number(number)}"

    def _text(self, text: LocalizedText) -> str:
        return self._strategy.text(text, self._words.language)

    def _say(self, name: str, **facts: object) -> str:
        return self._words.say(f"cli.budget.{name}", **facts)
