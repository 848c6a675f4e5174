"""What a budget request is summed from: every part of every line in its three years, and whose money it is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stratbuild.model import Plan
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, money, money_width, sum_down, text
from stratbuild.outputs.sheets.request.form import YEARS
from stratbuild.quantity import ZERO, Money
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, padded
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.source import Fund, FundingSource, SourceKind

_HEADERS = (
    "fact_line",
    "fact_title",
    "fact_measure",
    "fact_programme",
    "fact_economic",
    "fact_source",
    "source_title",
    "fact_share",
    "fact_whose",
)
_ASKED = frozenset({"fact_programme", "fact_economic", "fact_source", "fact_share", "fact_whose"})
"""The columns that formulas of the other sheets ask."""
_HEADER_ROW, _FIRST_ROW, _FIRST_YEAR = 2, 3, 9


class Share(StrEnum):
    """Whose money a part is: a fund of the community's own budget, another source, nobody's yet."""

    GENERAL = "general"
    SPECIAL = "special"
    DEVELOPMENT = "development"
    UNDIVIDED = "undivided"
    """Of the community's own budget, no fund named; also what goes on after the strategy."""
    OTHER = "other"
    UNPAID = "unpaid"


OWN = (Share.GENERAL, Share.SPECIAL, Share.DEVELOPMENT, Share.UNDIVIDED)
"""What belongs to the community's own budget."""


@dataclass(frozen=True)
class Fact:
    """What one source pays for one line, or what keeping it costs after the strategy, in the years of the request."""

    line: BudgetLine
    source: FundingSource | None
    share: Share
    is_after: bool
    sums: tuple[Money, ...]


def years_of(plan: Plan, edition: Edition) -> tuple[int, ...]:
    """The year whose budget is asked for, and the two that follow."""
    wanted = plan.strategy.settings.request_year
    first = wanted if wanted is not None else edition.as_of.year + 1
    return tuple(range(first, first + YEARS))


def facts_of(plan: Plan, years: Sequence[int]) -> tuple[Fact, ...]:
    """The facts of those years, in the order of programmes, economic codes and lines; parts without money are left out."""
    sums: dict[tuple[str, str | None, bool], dict[int, Money]] = {}
    parts = ((one, False) for one in plan.budget.amounts)
    after = ((one, True) for one in plan.budget.after)
    for amount, is_after in (*parts, *after):
        if amount.year in years and amount.money:
            by_year = sums.setdefault((amount.line.id, amount.source, is_after), {})
            by_year[amount.year] = by_year.get(amount.year, ZERO) + amount.money
    strategy = plan.strategy
    found = []
    for (line_id, source_id, is_after), by_year in sums.items():
        source = strategy.sources[source_id] if source_id is not None else None
        line = strategy.budget_lines[line_id]
        listed = tuple(by_year.get(year, ZERO) for year in years)
        found.append(Fact(line, source, Share.UNDIVIDED if is_after else share_of(source), is_after, listed))
    return tuple(sorted(found, key=lambda one: (one.line.programme or "~", one.line.economic_code or "~")))


def share_of(source: FundingSource | None) -> Share:
    """Whose money a source's is: money in a fund, and any of the local budget, is the community's own."""
    if source is None:
        return Share.UNPAID
    match source.fund:
        case Fund.GENERAL:
            return Share.GENERAL
        case Fund.SPECIAL:
            return Share.SPECIAL
        case Fund.DEVELOPMENT:
            return Share.DEVELOPMENT
    return Share.UNDIVIDED if source.kind is SourceKind.LOCAL else Share.OTHER


def total(facts: Iterable[Fact], place: int, shares: Collection[Share] = tuple(Share)) -> Money:
    """The money of facts of some shares in one of the years, by its place."""
    return Money.total(fact.sums[place] for fact in facts if fact.share in shares)


def programme_of(book: Book, line: BudgetLine) -> str:
    """The programme code of a line, or that it has none."""
    return line.programme or book.say("no_programme")


def economic_of(book: Book, line: BudgetLine) -> str:
    """The economic code of a line, or that it has none."""
    return line.economic_code or book.say("no_economic")


def facts_sheet(book: Book, facts: tuple[Fact, ...], years: Sequence[int]) -> tuple[Sheet, Names]:
    """The facts as a table, exact to the hundredth; all other sheets add it up."""
    last = _FIRST_ROW + max(len(facts), 1) - 1
    largest = Money.total(one for fact in facts for one in fact.sums)
    headers = (*book.headers(*_HEADERS), *(_year_header(book, year) for year in years))
    totals = [sum_down(_FIRST_ROW, last, _FIRST_YEAR + at, [one.sums[at] for one in facts]) for at in range(len(years))]
    label = padded((Cell(book.say("total"), style=Style.TOTAL),), _FIRST_YEAR, Cell(style=Style.TOTAL))
    sheet = Sheet(
        name=book.titles["facts"],
        widths=(16, 44, 9, 14, 9, 17, 40, 22, 18, *(money_width(largest),) * len(years)),
        rows=(
            *title_rows(book.say("facts_title"), book.note("facts_note", "budget_lines")),
            Row(headers),
            *(Row(tuple(_cells(book, fact))) for fact in facts),
            *([] if facts else [Row(())]),
            Row((*label, *totals)),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, _FIRST_YEAR + len(years) - 1),
        protected=True,
    )
    columns = {name: place for place, name in enumerate(_HEADERS) if name in _ASKED}
    areas = {name: Area(_FIRST_ROW, column, last, column) for name, column in columns.items()}
    areas |= {f"fact_{year}": Area(_FIRST_ROW, _FIRST_YEAR + at, last, _FIRST_YEAR + at) for at, year in enumerate(years)}
    return sheet, areas


def _year_header(book: Book, year: int) -> Cell:
    return Cell(book.say("amount_of_year", year=year_label(book, year), currency=book.currency), style=Style.HEADER)


def _cells(book: Book, fact: Fact) -> Iterator[Cell]:
    line = fact.line
    yield code(line.id)
    yield text(book.text(line.title))
    yield code(book.plan.coverage.codes[line.measure])
    yield code(programme_of(book, line))
    yield code(economic_of(book, line))
    yield code(source_id(book, fact))
    yield text(_source_words(book, fact))
    yield text(book.say(f"share_{fact.share.value}"))
    yield text(book.say("whose_own" if fact.share in OWN else "whose_other"))
    for one in fact.sums:
        yield money(one)


def source_id(book: Book, fact: Fact) -> str:
    """The id of the source of a fact, or that none has been named."""
    return book.say("no_source") if fact.source is None else fact.source.id


def _source_words(book: Book, fact: Fact) -> str:
    if fact.is_after:
        return book.say("source_after")
    return book.say("no_source") if fact.source is None else book.text(fact.source.title)


def year_label(book: Book, year: int) -> str:
    """`2027 рік`, and that it is after the end or before the beginning of the strategy."""
    period = book.plan.period
    if year > period.last.year:
        return book.say("year_after", year=str(year))
    return book.say("year_before" if year < period.first.year else "year_within", year=str(year))
