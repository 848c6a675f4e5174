"""Money that is not in the community's own budget, for information: by source, programme and economic code."""

from stratbuild.outputs.sheets.book import Names, title_rows
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, quoted, text
from stratbuild.outputs.sheets.request.content import Request, economic_title
from stratbuild.outputs.sheets.request.facts import OWN, Fact, economic_of, programme_of, source_id, year_label
from stratbuild.outputs.sheets.request.sheet import status_cell
from stratbuild.quantity import Money
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, padded

_HEADER_ROW, _FIRST_ROW, _FIRST_YEAR = 3, 4, 7


def has_other_money(request: Request) -> bool:
    """Whether any money is from elsewhere, or from nobody yet."""
    return any(fact.share not in OWN for fact in request.facts)


def others_sheet(request: Request) -> tuple[Sheet, Names]:
    """A row for every source, programme and code; sums are exact, in the currency itself."""
    book, years = request.book, request.years
    rows: dict[tuple[str | None, str, str], list[Fact]] = {}
    for fact in request.facts:
        if fact.share not in OWN:
            key = (fact.source.id if fact.source else None, programme_of(book, fact.line), economic_of(book, fact.line))
            rows.setdefault(key, []).append(fact)
    listed = sorted(rows.values(), key=lambda facts: (facts[0].source is None, list(rows.values()).index(facts)))
    last = _FIRST_ROW + len(listed) - 1
    largest = Money.total(one for facts in listed for fact in facts for one in fact.sums)
    headers = book.headers(
        "fact_source", "source_title", "source_kind", "source_confirmed", "fact_programme", "fact_economic", "economic_title"
    )
    of_years = [
        Cell(book.say("amount_of_year", year=year_label(book, one), currency=book.currency), style=Style.HEADER) for one in years
    ]
    totals = [
        money(Money.total(fact.sums[place] for facts in listed for fact in facts), Style.TOTAL, _formula(request, place, None))
        for place in range(len(years))
    ]
    label = padded((Cell(book.say("total"), style=Style.TOTAL, wrap=False),), _FIRST_YEAR, Cell(style=Style.TOTAL))
    sheet = Sheet(
        name=book.titles["others"],
        widths=(14, 46, 18, 13, 13, 9, 44, *(money_width(largest, 14),) * len(years)),
        rows=(
            *title_rows(book.say("others_title"), book.note("others_note", "budget_lines"), status_cell(book)),
            Row((*headers, *of_years)),
            *(Row(_cells(request, facts, _FIRST_ROW + at)) for at, facts in enumerate(listed)),
            Row((*label, *totals)),
        ),
        frozen=(_FIRST_ROW, 1),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, _FIRST_YEAR + len(years) - 1),
        protected=True,
    )
    return sheet, {
        f"others_{year}": Area(last + 1, _FIRST_YEAR + at, last + 1, _FIRST_YEAR + at) for at, year in enumerate(years)
    }


def _cells(request: Request, facts: list[Fact], row: int) -> tuple[Cell, ...]:
    book, first = request.book, facts[0]
    source, economic = first.source, economic_of(request.book, first.line)
    kind, confirmed = "", book.say("unconfirmed")
    if source is not None:
        kind, confirmed = book.say(f"kind_{source.kind.value}"), book.say("confirmed" if source.confirmed else "unconfirmed")
    return (
        code(source_id(book, first)),
        text(book.text(source.title) if source is not None else book.say("no_source")),
        text(kind),
        text(confirmed),
        code(programme_of(book, first.line)),
        code(economic),
        text(economic_title(book, economic)),
        *(
            money(Money.total(fact.sums[place] for fact in facts), formula=_formula(request, place, row))
            for place in range(len(request.years))
        ),
    )


def _formula(request: Request, place: int, row: int | None) -> str:
    """The sum of the facts of a row's source, programme and code, or of all that are not the community's own."""
    factors = [f"(fact_whose={quoted(request.book.say('whose_other'))})", f"fact_{request.years[place]}"]
    if row is not None:
        asked = (("fact_source", 0), ("fact_programme", 4), ("fact_economic", 5))
        factors = [*(f"EXACT({name},{fixed_column(row, column)})" for name, column in asked), *factors]
    return f"ROUND(SUMPRODUCT({'*'.join(factors)}),2)"
