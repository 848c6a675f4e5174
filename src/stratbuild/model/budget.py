"""The money of a strategy as one table of facts, from which every total in every paper is summed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, NamedTuple

from stratbuild.model.funding import Part, division
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


@dataclass(frozen=True, slots=True)
class Key:
    """What amounts are grouped by: one of the columns of the facts, or what a table makes of it."""

    column: str
    table: Mapping[Any, Hashable] | None = None

    def __call__(self, amount: Amount) -> Hashable:
        """The key of an amount."""
        of_line = _OF_LINE.get(self.column)
        found: Hashable = getattr(amount, self.column) if of_line is None else of_line(amount.line)
        return found if self.table is None else self.table[found]


_OF_LINE: Mapping[str, Callable[[Any], Hashable]] = {
    "line": attrgetter("id"),
    "measure": attrgetter("measure"),
    "economic_code": attrgetter("economic_code"),
    "programme": attrgetter("programme"),
}
"""The columns that depend on nothing but the line, read of a line or of its terms."""

_CUBES = (("year", "measure"), ("year", "source", "economic_code", "programme"))
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
        return Money.total(amount.money for amount in self.amounts)

    def by(self, *keys: Key) -> Mapping[tuple[Hashable, ...], Money]:
        """Sums by any keys: `budget.by(year, source)` is a table from (year, source) to money.

        Keys without money are absent; the order is that of the facts.
        """
        named = {key.column for key in keys}
        columns = next((cube for cube in _CUBES if named.issubset(cube)), None)
        if columns is None:
            columns = tuple(named)
            rows: Mapping[tuple[Hashable, ...], int] = self._sums(columns)
        else:
            rows = self._cubes[columns]
        wanted = [(columns.index(key.column), key.table) for key in keys]
        groups: Iterable[tuple[Hashable, ...]] = (
            zip(
                *(
                    [row[place] for row in rows] if table is None else [table[row[place]] for row in rows]
                    for place, table in wanted
                ),
                strict=True,
            )
            if wanted
            else repeat(())
        )
        sums: defaultdict[tuple[Hashable, ...], int] = defaultdict(int)
        for group, hundredths in zip(groups, rows.values(), strict=False):
            sums[group] += hundredths
        return {group: Money(hundredths) for group, hundredths in sums.items()}

    @cached_property
    def _cubes(self) -> Mapping[tuple[str, ...], Mapping[tuple[Hashable, ...], int]]:
        return {columns: self._sums(columns) for columns in _CUBES}

    def _sums(self, columns: Sequence[str]) -> Mapping[tuple[Hashable, ...], int]:
        """The hundredths by columns, in the order of the facts."""
        sums: defaultdict[tuple[Hashable, ...], int] = defaultdict(int)
        for group, amount in zip(zip(*map(self._column, columns), strict=True), self.amounts, strict=True):
            sums[group] += amount.money.hundredths
        return sums

    def _column(self, name: str) -> Iterable[Hashable]:
        """What every amount has in a column; what depends on the line alone is asked once for each line."""
        of_line = _OF_LINE.get(name)
        if of_line is None:
            return map(attrgetter(name), self.amounts)
        return chain.from_iterable(map(repeat, map(of_line, self.terms.values()), map(len, self.parts.values())))

    def total_by(self, key: Key) -> Mapping[Hashable, Money]:
        """Sums by one key: `budget.total_by(year)` is a table from year to money."""
        return {group[0]: money for group, money in self.by(key).items()}


year = Key("year")
"""The year of an amount."""
source = Key("source")
"""The id of the source of an amount, or nothing."""
line = Key("line")
"""The id of the line of an amount."""
measure = Key("measure")
"""The id of the measure of an amount."""
economic_code = Key("economic_code")
"""The economic code of an amount, or nothing."""
programme = Key("programme")
"""The programme code of an amount, or nothing."""


def goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal that an amount's measure serves."""
    goals = {id_: one.goal for id_, one in strategy.measures.items()}
    return Key("measure", goals)


def top_goal_of(strategy: Strategy) -> Key:
    """A key: the id of the goal of the highest level above an amount's measure."""
    parents = {id_: goal.parent for id_, goal in strategy.goals.items()}
    tops: dict[str, str] = {}
    for goal in parents:
        tops[goal] = goal
        while (parent := parents[tops[goal]]) is not None:
            tops[goal] = tops.get(parent, parent)
    top_of = {id_: tops[one.goal] for id_, one in strategy.measures.items()}
    return Key("measure", top_of)


def unit_of(strategy: Strategy) -> Key:
    """A key: the id of the unit that leads an amount's measure, or nothing."""
    leads = {id_: one.lead for id_, one in strategy.measures.items()}
    return Key("measure", leads)


def fund_of(strategy: Strategy) -> Key:
    """A key: the fund of the budget that an amount is in, or nothing."""
    funds: dict[str | None, Hashable] = {id_: one.fund for id_, one in strategy.sources.items()} | {None: None}
    return Key("source", funds)


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
    terms = {
        id_: found if (found := known.terms.get(id_)) is not None and found.line is one else line_terms(one)
        for id_, one in strategy.budget_lines.items()
    }
    unchanged = frozenset(_unchanged(strategy, earlier[0], terms, known)) if earlier is not None else frozenset()
    parts = {id_: known.parts[id_] if id_ in unchanged else _parts(prices, payers, one) for id_, one in terms.items()}
    after = {
        id_: known.parts_after[id_] if id_ in unchanged else _parts_after(prices, one)
        for id_, one in terms.items()
        if one.recurring
    }
    period = strategy.settings.period
    years = set(range(period.start.first.year, period.finish.last.year + 1))
    years.update(amount.year for some in parts.values() for amount in some)
    return Budget(terms, parts, tuple(sorted(years)), after)


def _unchanged(strategy: Strategy, other: Strategy, terms: Mapping[str, LineTerms], known: Budget) -> Iterable[str]:
    """The lines that are the very same in two strategies, with all that their amounts depend on."""
    found = [one for id_, one in terms.items() if one is known.terms.get(id_)]
    if indices := _changed(strategy.price_indices, other.price_indices):
        found = [one for one in found if one.price_index not in indices]
    if rates := _changed(strategy.exchange_rates, other.exchange_rates):
        found = [one for one in found if one.exchange_rate not in rates]
    if taxes := _changed(strategy.vat_rates, other.vat_rates):
        found = [one for one in found if one.vat_rate not in taxes]
    if payers := {id_ for id_ in strategy.sources if strategy.payer(id_) != other.payer(id_)}:
        found = [
            one for one in found if payers.isdisjoint(one.funding) and payers.isdisjoint(chain(*one.funding_by_year.values()))
        ]
    return (one.id for one in found)


def _changed(items: Mapping[str, object], others: Mapping[str, object]) -> set[str]:
    return {id_ for id_, one in items.items() if one != others.get(id_)}


def _parts(prices: Prices, payers: Mapping[str | None, str | None], terms: LineTerms) -> tuple[Amount, ...]:
    found: list[Amount] = []
    line, of_years, of_all = terms.line, terms.funding_by_year, terms.funding
    for spent_in, money in prices.amount_by_year(terms).items():
        divided: Iterable[Part] = division(of_years.get(spent_in, of_all) if of_years else of_all, money)
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
