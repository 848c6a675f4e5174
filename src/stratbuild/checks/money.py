"""What several rules ask of money: where an amount stands, whose money it is, which amounts are the largest."""

from collections.abc import Iterable, Iterator, Mapping

from stratbuild.diagnostics import Related
from stratbuild.model import Amount, Plan
from stratbuild.quantity import Money, Portion
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.source import FundingSource, SourceKind
from stratbuild.strategy import Strategy

_PUBLIC = frozenset({SourceKind.LOCAL, SourceKind.REGIONAL, SourceKind.STATE})


def amount_field(line: BudgetLine) -> str:
    """The field under which the years of a line stand."""
    return next((name for name in ("quantity", "year_shares", "evenly_over") if getattr(line, name)), "amounts")


def costing(plan: Plan) -> Iterator[tuple[BudgetLine, Money]]:
    """Every line that costs something in any year, and how much in all its years."""
    for line in plan.strategy.budget_lines.values():
        money = plan.budget.total_of_line(line.id)
        if money:
            yield line, money


def is_public(source: FundingSource) -> bool:
    """Whether the money goes through a public budget, and so under that budget's codes."""
    return source.fund is not None or source.kind in _PUBLIC


def is_paid_from_budget(strategy: Strategy, line: BudgetLine) -> bool:
    """Whether any part of a line goes through a public budget; a line that nobody pays yet is taken for one."""
    return not line.sources or any(is_public(strategy.sources[source]) for source in line.sources)


def largest(amounts: Iterable[Amount], at_most: int = 3) -> list[Amount]:
    """The largest few amounts, equal ones in the order of the strategy."""
    return sorted(amounts, key=lambda amount: -amount.money.hundredths)[:at_most]


def places_of(strategy: Strategy, amounts: Iterable[Amount]) -> tuple[Related, ...]:
    """The places of amounts, each called by its line, its year and its sum."""
    return tuple(
        Related(
            strategy.span(amount.line, amount_field(amount.line), str(amount.year), key=True),
            dict.fromkeys(("en", "uk"), f"{amount.line.id}, {amount.year}: {amount.money}"),
        )
        for amount in amounts
    )


def fundings(line: BudgetLine) -> Iterator[tuple[tuple[str, ...], Mapping[str, Portion]]]:
    """Every funding of a line that says anything, with the way to it: that of all years, then those of single years."""
    if line.funding:
        yield ("funding",), line.funding
    for year, funding in line.funding_by_year.items():
        if funding:
            yield ("funding_by_year", str(year)), funding
