"""The money of a strategy as one table of facts, from which every total in every paper is summed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from stratbuild.model.funding import Part
from stratbuild.model.prices import LineTerms, Prices, line_terms
from stratbuild.quantity import ZERO, Money
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.strategy import Strategy


class Amount(NamedTuple):
    """What one source pays for one line in one year. Without a source, nobody has been named to pay it."""

    line: BudgetLine
    year: int
    source: str | None
    money: Money


Group = tuple[Hashable, ...]
Key = Callable[[Amount], Hashable]
"""What amounts are grouped by."""


@dataclass(frozen=True, slots=True)
class Column:
    """A key that is a column of the facts, or what a table makes of it; by such keys sums are found fastest."""

    name: str
    table: Mapping[Any, Hashable] | None = None

    def __call__(self, amount: Amount) -> Hashable:
        """The key of an amount."""
        of_line = _OF_LINE.get(self.name)
        found: Hashable = getattr(amount, self.name) if of_line is None else of_line(amount.line)
        return found if self.table is None else self.table[found]


_OF_LINE: Mapping[str, Callable[[Any], Hashable]] = {
    "line": attrgetter("id"),
    "measure": attrgetter("measure"),
    "economic_code": attrgetter("economic_code"),
    "programme": attrgetter("programme"),
}
"""The columns that depend on nothing but the line, read of a line or of its terms."""

_CUBES: tuple[tuple[str, ...], ...] = (("year", "measure"), ("year", "source", "economic_code", "programme"))
"""Columns that most tables need no more than; the facts are added up by them once, and the tables from there."""


@dataclass(frozen=True)
class Budget:
    """The facts, and sums over them. Every total is a sum of the same facts, so all of them agree."""

    terms: Mapping[str, LineTerms] = field(repr=False)
    """By line: what it says of its money."""
    parts: Mapping[str, tuple[Amount, ...]] = field(repr=False)
    """By line: its amounts of every year and source, in the order of the strategy."""
    years: tuple[int, ...]
    """The years of the strategy and any further ones in which money is spent."""
    parts_after: Mapping[str, tuple[Amount, ...]] = field(default_factory=dict, repr=False)
    """By recurring line: what it costs in each year after the strategy."""

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The facts: all parts of all lines."""
        return tuple(chain.from_iterable(self.parts.values()))

    @cached_property
    def after(self) -> tuple[Amount, ...]:
        """What recurring lines cost in the years after the strategy, which nobody pays yet; it is in no other sum."""
        return tuple(chain.from_iterable(self.parts_after.values()))

    def of_line(self, line_id: str) -> Mapping[int, Money]:
        """The money of a line by year; years that it does not name are absent."""
        sums: dict[int, Money] = {}
        for part in self.parts[line_id]:
            sums[part.year] = sums.get(part.year, ZERO) + part.money
        return sums

    def total_of_line(self, line_id: str) -> Money:
        """The money of a line in all years."""
        return Money.total(part.money for part in self.parts[line_id])

    @property
    def total(self) -> Money:
        """All the money of all years."""
        return Money(sum(self._hundredths))

    def by(self, *keys: Key) -> Mapping[Group, Money]:
        """Sums by any keys: `budget.by(year, source)` is a table from (year, source) to money.

        Keys without money are absent; the order is that of the facts.
        """
        columns = [key for key in keys if isinstance(key, Column)]
        if len(columns) < len(keys):
            return _totals(zip(*(map(key, self.amounts) for key in keys), strict=True), self._hundredths)
        named = {column.name for column in columns}
        cube = next((one for one in _CUBES if named.issubset(one)), None)
        names, rows = (cube, self._cubes[cube]) if cube is not None else ((*named,), self._sums((*named,)))
        groups = zip(*(_found(rows, names.index(one.name), one.table) for one in columns), strict=True) if columns else repeat(())
        return _totals(groups, rows.values())

    @cached_property
    def _cubes(self) -> Mapping[tuple[str, ...], Mapping[Group, int]]:
        return {columns: self._sums(columns) for columns in _CUBES}

    def _sums(self, columns: Sequence[str]) -> Mapping[Group, int]:
        """The hundredths by columns, in the order of the facts."""
        return _summed(zip(*map(self._column, columns), strict=True), self._hundredths)

    @cached_property
    def _hundredths(self) -> tuple[int, ...]:
        return tuple(map(attrgetter("money.hundredths"), self.amounts))

    @cached_property
    def _years(self) -> tuple[int, ...]:
        return tuple(map(attrgetter("year"), self.amounts))

    def _column(self, name: str) -> Iterable[Hashable]:
        """What every amount has in a column; what depends on the line alone is asked once for each line."""
        of_line = _OF_LINE.get(name)
        if name == "year":
            return self._years
        if of_line is None:
            return map(attrgetter(name), self.amounts)
        return chain.from_iterable(map(repeat, map(of_line, self.terms.values()), map(len, self.parts.values())))

    def total_by(self, key: Key) -> Mapping[Hashable, Money]:
        """Sums by one key: `budget.total_by(year)` is a table from year to money."""
        return {group[0]: money for group, money in self.by(key).items()}


def _found(rows: Iterable[Group], place: int, table: Mapping[Any, Hashable] | None) -> Iterable[Hashable]:
    column = map(itemgetter(place), rows)
    return column if table is None else map(table.__getitem__, column)


def _summed(groups: Iterable[Group], hundredths: Iterable[int]) -> Mapping[Group, int]:
    sums: defaultdict[Group, int] = defaultdict(int)
    for group, amount in zip(groups, hundredths, strict=False):
        sums[group] += amount
    return sums


def _totals(groups: Iterable[Group], hundredths: Iterable[int]) -> Mapping[Group, Money]:
    return {group: Money(amount) for group, amount in _summed(groups, hundredths).items()}


year = Column("year")
"""The year of an amount."""
source = Column("source")
"""The id of the source of an amount, or nothing."""
line = Column("line")
"""The id of the line of an amount."""
measure = Column("measure")
"""The id of the measure of an amount."""
economic_code = Column("economic_code")
"""The economic code of an amount, or nothing."""
programme = Column("programme")
"""The programme code of an amount, or nothing."""


def goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal that an amount's measure serves."""
    goals = {id_: one.goal for id_, one in strategy.measures.items()}
    return Column("measure", goals)


def top_goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal of the highest level above an amount's measure."""
    parents = {id_: goal.parent for id_, goal in strategy.goals.items()}
    tops: dict[str, str] = {}
    for goal in parents:
        tops[goal] = goal
        while (parent := parents[tops[goal]]) is not None:
            tops[goal] = tops.get(parent, parent)
    top_of = {id_: tops[one.goal] for id_, one in strategy.measures.items()}
    return Column("measure", top_of)


def unit_of(strategy: Strategy) -> Key:
    """A key: the id of the unit that leads an amount's measure, or nothing."""
    leads = {id_: one.lead for id_, one in strategy.measures.items()}
    return Column("measure", leads)


def fund_of(strategy: Strategy) -> Key:
    """A key: the fund of the budget that an amount is in, or nothing."""
    funds: dict[str | None, Hashable] = {id_: one.fund for id_, one in strategy.sources.items()} | {None: None}
    return Column("source", funds)


def budget(strategy: Strategy, earlier: "tuple[Strategy, Budget] | None" = None) -> Budget:
    """Divide every line's amount of every year among its sources.

    The parts add up to the amount: they are split by the rule of the largest remainder. Parts that
    are not the whole together leave the rest to no source, or are taken in proportion where they are
    more; a rule reports both. What an earlier budget of another strategy says of lines that are the
    same in both is taken from it.
    """
    prices = Prices(strategy)
    payers: dict[str | None, str | None] = {id_: strategy.payer(id_) for id_ in strategy.payers}
    known = earlier[1] if earlier is not None else Budget({}, {}, ())
    terms = known.terms
    if earlier is None or strategy.budget_lines is not earlier[0].budget_lines:
        terms = {
            id_: found if (found := known.terms.get(id_)) is not None and found.line is one else line_terms(one)
            for id_, one in strategy.budget_lines.items()
        }
    anew = terms if earlier is None else _to_reckon(strategy, earlier[0], terms, known)
    parts = {id_: known.parts.get(id_, ()) for id_ in terms}
    parts.update((id_, _parts(prices, payers, terms[id_])) for id_ in anew)
    after = {id_: known.parts_after.get(id_, ()) for id_, one in terms.items() if one.recurring}
    after.update((id_, _parts_after(prices, terms[id_])) for id_ in anew if id_ in after)
    period = strategy.settings.period
    years = set(range(period.start.first.year, period.finish.last.year + 1))
    years.update(chain.from_iterable(one.stated for one in terms.values()))
    return Budget(terms, parts, tuple(sorted(years)), after)


def _to_reckon(strategy: Strategy, other: Strategy, terms: Mapping[str, LineTerms], known: Budget) -> Iterable[str]:
    """The lines that are others than in another strategy, or whose amounts depend on something that is."""
    found = set() if terms is known.terms else {id_ for id_, one in terms.items() if one is not known.terms.get(id_)}
    if indices := _changed(strategy.price_indices, other.price_indices):
        found |= {id_ for id_, one in terms.items() if one.price_index in indices}
    if rates := _changed(strategy.exchange_rates, other.exchange_rates):
        found |= {id_ for id_, one in terms.items() if one.exchange_rate in rates}
    if taxes := _changed(strategy.vat_rates, other.vat_rates):
        found |= {id_ for id_, one in terms.items() if one.vat_rate in taxes}
    if payers := {id_ for id_ in strategy.sources if strategy.payer(id_) != other.payer(id_)}:
        found |= {id_ for id_, one in terms.items() if not payers.isdisjoint(one.sources)}
    return [id_ for id_ in terms if id_ in found]


def _changed(items: Mapping[str, object], others: Mapping[str, object]) -> set[str]:
    return {id_ for id_, one in items.items() if one != others.get(id_)}


def _parts(prices: Prices, payers: Mapping[str | None, str | None], terms: LineTerms) -> tuple[Amount, ...]:
    line, by_year = terms.line, prices.amount_by_year(terms)
    if terms.sole_source is not None:  # most lines: nothing is to be divided
        payer = payers.get(terms.sole_source, terms.sole_source)
        return tuple([Amount(line, spent_in, payer, money) for spent_in, money in by_year.items()])
    found: list[Amount] = []
    for spent_in, money in by_year.items():
        divided: Iterable[Part] = terms.division_by_year.get(spent_in, terms.division)(money)
        if payers:
            divided = _paid(payers, divided)
        found += [Amount(line, spent_in, payer, part) for payer, part in divided if part or not money]
    return tuple(found)


def _parts_after(prices: Prices, terms: LineTerms) -> tuple[Amount, ...]:
    return tuple(Amount(terms.line, later, None, money) for later, money in prices.after_by_year(terms).items())


def _paid(payers: Mapping[str | None, str | None], divided: Iterable[Part]) -> Iterable[Part]:
    """The parts of those who really pay: in place of sources that do not come, others or nobody."""
    paid: dict[str | None, Money] = {}
    for named, part in divided:
        payer = payers.get(named, named)
        paid[payer] = paid[payer] + part if payer in paid else part
    return paid.items()
