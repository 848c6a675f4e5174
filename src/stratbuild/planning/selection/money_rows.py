"""The demands on money: ceilings of sources and of budget programmes by year, co-financing over the whole strategy."""

from collections.abc import Hashable, Iterator, Mapping

from stratbuild.model import Plan
from stratbuild.model.budget import Key
from stratbuild.model.budget import measure as by_measure
from stratbuild.model.budget import programme as by_programme
from stratbuild.model.budget import source as by_source
from stratbuild.model.budget import year as by_year
from stratbuild.model.co_financing import co_financed, counted_sources, least_part
from stratbuild.planning.selection.demands import Demand, DemandKind, Row, row
from stratbuild.schema.source import CoFinancingScope

_Column = tuple[Hashable, int]
"""Who gives the money, and in which year."""


def money_rows(plan: Plan) -> Iterator[Row]:
    """Every demand on money that any measure has a part in. A year without a ceiling has none."""
    spent = spending(plan, by_source)
    for source in plan.strategy.sources.values():
        for year, ceiling in source.ceilings.items():
            if used := spent.get((source.id, year)):
                yield row(Demand(DemandKind.CEILING, source.id, year=year), used, most=ceiling.hundredths)
    for (giver, year), used in spent.items():
        if giver is None:
            yield row(Demand(DemandKind.UNPAID, year=year), used, most=0)
    under = spending(plan, by_programme) if plan.strategy.programmes else {}
    for programme in plan.strategy.programmes.values():
        for year, ceiling in programme.ceilings.items():
            if used := under.get((programme.code, year)):
                yield row(Demand(DemandKind.PROGRAMME, programme.id, year=year), used, most=ceiling.hundredths)
    yield from _co_financing(plan)


def unlimited(plan: Plan) -> Mapping[tuple[str, int], Mapping[str, int]]:
    """By source and year for which no ceiling is stated: what each measure takes, in hundredths."""
    sources = plan.strategy.sources
    return {
        (str(source), year): used
        for (source, year), used in spending(plan, by_source).items()
        if source is not None and year not in sources[str(source)].ceilings
    }


def spending(plan: Plan, key: Key) -> Mapping[_Column, Mapping[str, int]]:
    """By what a key gives and by year: what each measure takes, in hundredths, where it takes anything."""
    found: dict[_Column, dict[str, int]] = {}
    for (measure, year, giver), money in plan.budget.by(by_measure, by_year, key).items():
        if money:
            found.setdefault((giver, int(str(year))), {})[str(measure)] = money.hundredths
    return found


def _co_financing(plan: Plan) -> Iterator[Row]:
    """Of everything that a source helps to pay others pay a part: paid × denominator − total × numerator is not below zero."""
    strategy = plan.strategy
    for whole in co_financed(strategy, plan.budget):
        if whole.terms.of is not CoFinancingScope.STRATEGY:
            continue
        counted = counted_sources(strategy, whole.source, whole.terms)
        numerator, denominator = least_part(whole.terms.minimum)
        balance: dict[str, int] = {}
        for amount in whole.amounts:
            paid = denominator if amount.source in counted else 0
            id_ = amount.line.measure
            balance[id_] = balance.get(id_, 0) + amount.money.hundredths * (paid - numerator)
        yield row(Demand(DemandKind.CO_FINANCING, whole.source.id), balance, least=0, divisor=denominator)
