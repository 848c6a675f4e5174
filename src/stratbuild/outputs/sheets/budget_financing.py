"""The sheet of facts: what every source pays for every line in every year. All sums by source come from here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from stratbuild.model.budget import line as line_of
from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget_lines import ordered_lines, status_cell, uses_economic_codes, uses_programmes
from stratbuild.outputs.sheets.cells import code, money, money_width, text
from stratbuild.quantity import WHOLE, ZERO, Money, Proportion
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address, padded
from stratbuild.schema.budget_line import BudgetLine

_TOTAL_ROW, _HEADER_ROW, _FIRST_ROW = 3, 4, 5
_SHARE_PATTERN = "0.00##%"


@dataclass(frozen=True)
class Funding:
    """One row: a source's share of a line's amount in a year, and what it comes to.

    `correction` is what the rule of the largest remainder gives or takes from the rounded share. The
    last source of a line and year takes what the others leave, so that the parts always add up.
    """

    line: BudgetLine
    place: int
    """The place of the line in its sheet, from 1."""
    year: int
    source: str | None
    share: Decimal
    line_amount: Money
    money: Money
    correction: Money
    others: int
    """How many rows of the same line and year stand directly above, for the last of several; else none."""


def fund_label(book: Book, source: str | None) -> str:
    """The fund that a source's money is in, in words."""
    fund = None if source is None else book.plan.strategy.sources[source].fund
    return book.say(f"fund_{fund.value}" if fund is not None else "fund_none")


def fundings(book: Book) -> tuple[Funding, ...]:
    """The rows of every line, for each year of the plan, so that money moved to another year is still divided."""
    paid = book.plan.budget.by(line_of, year_of, source_of)
    return tuple(
        row
        for place, line in enumerate(ordered_lines(book), start=1)
        for year in book.years
        for row in _of_year(line, place, year, {source: paid.get((line.id, year, source), ZERO) for source in _shares(line)})
    )


def financing_sheet(book: Book) -> tuple[Sheet, Names]:
    """The facts as a table; its shares are entered, all else follows from the sheet of lines."""
    rows = fundings(book)
    columns = ["line", "place", "year", "source", "source_title", "fund"]
    columns += ["economic"] if uses_economic_codes(book) else []
    columns += ["programme"] if uses_programmes(book) else []
    columns += ["line_amount", "share", "correction", "amount"]
    places = {key: place for place, key in enumerate(columns)}
    last_row = _FIRST_ROW + max(len(rows), 1) - 1
    amount = places["amount"]
    area = Area(_FIRST_ROW, amount, last_row, amount)
    total = Money.total(row.money for row in rows)
    label = (Cell(book.say("total"), style=Style.TOTAL, wrap=False),)
    sheet = Sheet(
        name=book.titles["financing"],
        widths=tuple(_WIDTHS.get(key, money_width(total)) for key in columns),
        rows=(
            *title_rows(book.say("financing_title"), book.note("financing_note", "budget_lines"), status_cell(book)),
            Row((*padded(label, amount, Cell(style=Style.TOTAL)), money(total, Style.TOTAL, f"SUM({area})"))),
            Row(book.headers(*(f"fact_{key}" for key in columns))),
            *(Row(_cells(book, row, _FIRST_ROW + number, places)) for number, row in enumerate(rows)),
        ),
        frozen=(_FIRST_ROW, 1),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last_row, len(columns) - 1),
        protected=True,
    )
    named = ("line", "year", "source", "fund", "economic", "programme", "amount")
    names = {f"fact_{key}": Area(_FIRST_ROW, places[key], last_row, places[key]) for key in named if key in places}
    names["facts_total"] = Area(_TOTAL_ROW, amount, _TOTAL_ROW, amount)
    return sheet, names


_WIDTHS = {
    "line": 15, "place": 7, "year": 7, "source": 11, "source_title": 60, "fund": 20, "economic": 9, "programme": 11,
    "share": 10, "correction": 11,
}  # fmt: skip


def _shares(line: BudgetLine) -> dict[str | None, Decimal]:
    """The shares of a line's sources in per cent, 100 together whatever the strategy says."""
    shares: dict[str | None, Decimal] = {
        source: part.per_cent for source, part in line.funding.items() if isinstance(part, Proportion)
    }
    together = sum(shares.values(), Decimal(0))
    if together < WHOLE:
        shares[None] = WHOLE - together
    elif together > WHOLE:
        shares = {source: share * WHOLE / together for source, share in shares.items()}
    return shares


def _of_year(line: BudgetLine, place: int, year: int, paid: dict[str | None, Money]) -> Iterator[Funding]:
    amount = Money.total(paid.values())
    last = len(paid) - 1
    for number, (source, share) in enumerate(_shares(line).items()):
        row = Funding(line, place, year, source, share, amount, paid[source], ZERO, 0)
        if last and number == last:
            yield replace(row, others=last)
        else:
            yield replace(row, correction=paid[source] - _rounded_share(amount, share))


def _rounded_share(amount: Money, share: Decimal) -> Money:
    exact = Decimal(amount.hundredths) * share / WHOLE
    return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)))


def _cells(book: Book, row: Funding, number: int, places: dict[str, int]) -> tuple[Cell, ...]:
    def at(key: str) -> str:
        return address(number, places[key])

    source = book.plan.strategy.sources.get(row.source or "")
    whole_line = f"INDEX(line_amounts,{at('place')},MATCH({at('year')},line_years,0))"
    if row.others:
        above = Area(number - row.others, places["amount"], number - 1, places["amount"])
        formula = f"ROUND({at('line_amount')}-SUM({above}),2)"
    else:
        formula = f"ROUND({at('line_amount')}*{at('share')},2)+{at('correction')}"
    made = {
        "line": code(row.line.id),
        "place": Cell(row.place, Kind.WHOLE, formula=f"MATCH({at('line')},line_id,0)"),
        "year": Cell(row.year, Kind.YEAR),
        "source": code(row.source or book.say("no_source")),
        "source_title": text(book.text(source.title) if source else book.say("no_source")),
        "fund": text(fund_label(book, row.source)),
        "economic": _line_code("economic", row.line.economic_code, at("place"), book.say("no_economic")),
        "programme": _line_code("programme", row.line.programme, at("place"), book.say("no_programme")),
        "line_amount": money(row.line_amount, formula=whole_line),
        "share": Cell(row.share / WHOLE, Kind.SHARE, Style.INPUT, pattern=_SHARE_PATTERN),
        "correction": money(row.correction or None),
        "amount": money(row.money, Style.SUBTOTAL, formula),
    }
    return tuple(made[key] for key in places)


def _line_code(key: str, value: str | None, place: str, missing: str) -> Cell:
    found = f"INDEX(line_{key},{place})"
    label = f"label_no_{key}"
    return Cell(value or missing, Kind.CODE, formula=f'IF({found}="",{label},{found})')
