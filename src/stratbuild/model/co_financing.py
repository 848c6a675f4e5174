"""What others pay of what a source helps to pay, against the least part that the source asks of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.model.budget import Amount, Budget
from stratbuild.quantity import WHOLE, Money
from stratbuild.schema.source import CoFinancing, CoFinancingScope, FundingSource
from stratbuild.strategy import Strategy


@dataclass(frozen=True, slots=True)
class CoFinanced:
    """One whole that a minimum is reckoned of: a measure, a line, or all lines that the source helps to pay."""

    source: FundingSource
    terms: CoFinancing
    amounts: tuple[Amount, ...]
    paid: Money
    """What those pay whose money counts."""
    total: Money

    @property
    def due(self) -> Money:
        """The least that they have to pay."""
        numerator, denominator = least_part(self.terms.minimum)
        return Money(-(-self.total.hundredths * numerator // denominator))


def co_financed(strategy: Strategy, budget: Budget) -> Iterator[CoFinanced]:
    """Every whole of every source that asks others to pay."""
    for source in strategy.sources.values():
        terms = source.co_financing
        if terms is None:
            continue
        counted = counted_sources(strategy, source, terms)
        for amounts in _wholes(strategy, budget, source, terms.of).values():
            paid = Money.total(one.money for one in amounts if one.source in counted)
            yield CoFinanced(source, terms, tuple(amounts), paid, Money.total(one.money for one in amounts))


def counted_sources(strategy: Strategy, source: FundingSource, terms: CoFinancing) -> frozenset[str]:
    """The sources whose money counts: those of the kinds that are named, other than the source itself."""
    return frozenset(one.id for one in strategy.sources.values() if one.kind in terms.by and one.id != source.id)


def least_part(per_cent: Decimal) -> tuple[int, int]:
    """A minimum as numerator and denominator."""
    return (per_cent / WHOLE).as_integer_ratio()


def _wholes(strategy: Strategy, budget: Budget, source: FundingSource, scope: CoFinancingScope) -> Mapping[str, Sequence[Amount]]:
    """All money of everything that a source helps to pay, by what its minimum is reckoned of."""
    helped = {one.line.id for one in budget.amounts if one.source == source.id and one.money}
    measures = {strategy.budget_lines[id_].measure for id_ in helped}
    wholes: defaultdict[str, list[Amount]] = defaultdict(list)
    for one in budget.amounts:
        is_in_whole = one.line.measure in measures if scope is CoFinancingScope.MEASURE else one.line.id in helped
        if is_in_whole and one.money:
            keys = {CoFinancingScope.MEASURE: one.line.measure, CoFinancingScope.LINE: one.line.id}
            wholes[keys.get(scope, "")].append(one)
    return wholes
