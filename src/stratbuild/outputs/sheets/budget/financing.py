"""The sheet of facts: what every source pays for every line in every year. All sums by source come from here."""

from collections.abc import Mapping
from decimal import Decimal

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.funding_rows import Funding, fundings_of_line, part_cell, portion_cell
from stratbuild.outputs.sheets.budget.lines import ordered_lines, status_cell, uses_economic_codes, uses_programmes
from stratbuild.outputs.sheets.cells import SHARE_PATTERN, code, fixed_row, money, money_width, sum_across, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Alert, Area, Cell, Choice, Kind, Row, Sheet, Style, address, padded
from stratbuild.render.workbook_contract import EditableColumn, EditableRow, EditableTable, Form, NewRows
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.source import Fund

_TOTAL_ROW, _YEARS_ROW, _MACHINE_ROW, _HEADER_ROW, FIRST_ROW = 3, 4, 5, 6, 7


def fund_label(book: Book, source: str | None) -> str:
    """The fund that a source's money is in, in words."""
    fund = None if source is None else book.plan.strategy.sources[source].fund
    return book.say("fund_none" if fund is None else fund_word(book, fund))


def fund_word(book: Book, fund: Fund) -> str:
    """The name of a fund's words; where the development budget is told apart, the special fund is what is left of it."""
    return "fund_special_other" if fund is Fund.SPECIAL and uses_development_budget(book) else f"fund_{fund.value}"


def uses_development_budget(book: Book) -> bool:
    """Whether any source is in the development budget."""
    return any(source.fund is Fund.DEVELOPMENT for source in book.plan.strategy.sources.values())


def fundings(book: Book) -> tuple[Funding, ...]:
    """The rows of every line: those of all years, then those of years with a funding of their own."""
    return tuple(
        row
        for place, line in enumerate(ordered_lines(book), start=1)
        for row in fundings_of_line(book.plan.strategy, book.years, line, place)
    )


def financing_sheet(book: Book) -> tuple[Sheet, Names]:
    """The facts as a table; its shares are entered, all else follows from the sheet of lines."""
    rows = fundings(book)
    places = {key: place for place, key in enumerate(_columns(book, rows))}
    last_row = FIRST_ROW + max(len(rows), 1) - 1
    by_year = {year: Money.total(row.money.get(year, ZERO) for row in rows) for year in book.years}
    totals: list[Cell | None] = list(
        padded((Cell(book.say("total"), style=Style.TOTAL, wrap=False),), len(places), Cell(style=Style.TOTAL))
    )
    for year in book.years:
        area = _down(places[f"amount_{year}"], last_row)
        totals[places[f"amount_{year}"]] = money(by_year[year], Style.TOTAL, f"SUM({area})")
    everything = Money.total(by_year.values())
    totals[places["total"]] = money(everything, Style.TOTAL, f"SUM({_down(places['total'], last_row)})")
    editable = {
        places["line"]: EditableColumn("line", (), Form.ID),
        places["named"]: EditableColumn("source", (), Form.ID),
        places["of_year"]: EditableColumn("of_year", (), Form.CODE),
        places["part"]: EditableColumn("part", (), Form.PORTION),
    }
    table = EditableTable(
        key="funding",
        collection="budget_lines",
        header_row=_MACHINE_ROW,
        first_row=FIRST_ROW,
        mark_column=places["key"],
        columns=editable,
        rows=tuple(EditableRow(row.key, row.line.id, _way(row)) for row in rows),
        new_rows=NewRows.ENTRY,
    )
    keys: list[Cell | None] = [None] * len(places)
    for year in book.years:
        keys[places[f"amount_{year}"]] = Cell(year, Kind.YEAR, Style.NOTE)
    sheet = Sheet(
        name=book.titles["financing"],
        widths=tuple(_width(key, everything) for key in places),
        rows=(
            *title_rows(book.say("financing_title"), book.note("financing_note", "budget_lines"), status_cell(book)),
            Row(tuple(totals)),
            Row(tuple(keys)),
            machine_header("funding", places["key"], editable),
            Row(tuple(_header(book, key) for key in places)),
            *(Row(_cells(book, row, FIRST_ROW + number, places)) for number, row in enumerate(rows)),
        ),
        frozen=(FIRST_ROW, 1),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last_row, len(places) - 1),
        protected=True,
        unlocked=Area(FIRST_ROW, 0, last_row, len(places) - 1),
        printed_columns=(0, places["total"]),
        alerts=(Alert(_down(places["gap"], last_row), "!=", 0),) if "gap" in places else (),
        choices=_choices(book, places, last_row),
        tables=(table,),
    )
    return sheet, _names(book, places, last_row)


def _choices(book: Book, places: Mapping[str, int], last_row: int) -> tuple[Choice, ...]:
    """A row that is added names a line and a source that there are."""
    title = book.say("choice_title_other")
    return tuple(
        Choice(_down(places[key], last_row), source, title, book.say(message))
        for key, source, message in (("line", "line_id", "choice_line"), ("named", "source_id", "choice_source"))
    )


def _names(book: Book, places: Mapping[str, int], last_row: int) -> dict[str, Area]:
    names = {
        f"fact_{key}": _down(places[key], last_row)
        for key in ("line", "fund", "economic", "programme", "total", "gap")
        if key in places
    }
    names["fact_source"] = _down(places.get("payer", places["named"]), last_row)
    for year in book.years:
        place = places[f"amount_{year}"]
        names[f"fact_{year}"] = _down(place, last_row)
        names[f"facts_{year}"] = Area(_TOTAL_ROW, place, _TOTAL_ROW, place)
    names["facts_total"] = Area(_TOTAL_ROW, places["total"], _TOTAL_ROW, places["total"])
    return names


_WIDTHS = {
    "line": 15, "place": 7, "of_year": 8, "named": 11, "payer": 11, "source_title": 46, "fund": 18, "economic": 9,
    "programme": 11, "part": 12, "gap": 15, "key": 26,
}  # fmt: skip


def amount_places(book: Book, rows: tuple[Funding, ...]) -> Mapping[int, int]:
    """By year: the column of the sheet in which its amounts stand."""
    columns = _columns(book, rows)
    return {year: columns.index(f"amount_{year}") for year in book.years}


def _columns(book: Book, rows: tuple[Funding, ...]) -> list[str]:
    found = ["line", "place", "of_year", "named"]
    found += ["payer"] if any(row.named != row.payer for row in rows) else []
    found += ["source_title", "fund"]
    found += ["economic"] if uses_economic_codes(book) else []
    found += ["programme"] if uses_programmes(book) else []
    found += ["part", *(f"amount_{year}" for year in book.years), "total"]
    found += [f"correction_{year}" for year in book.years if any(row.corrections.get(year) for row in rows)]
    found += ["gap"] if any(row.closes_shares for row in rows) else []
    found.append("key")
    return found


def _down(column: int, last_row: int) -> Area:
    return Area(FIRST_ROW, column, last_row, column)


def _width(key: str, everything: Money) -> float:
    if key.startswith("correction"):
        return 11
    return _WIDTHS.get(key, money_width(everything))


def _header(book: Book, key: str) -> Cell:
    name, _, year = key.rpartition("_")
    if year.isdecimal():
        return Cell(book.say(f"fact_{name}", year=year, currency=book.currency), style=Style.HEADER)
    return book.headers(f"fact_{key}")[0]


def _way(row: Funding) -> tuple[str, ...]:
    start = ("funding",) if row.of_year is None else ("funding_by_year", str(row.of_year))
    return (*start, row.named) if row.named is not None else start


def _cells(book: Book, row: Funding, number: int, places: Mapping[str, int]) -> tuple[Cell | None, ...]:
    def at(key: str) -> str:
        return address(number, places[key])

    source = book.plan.strategy.sources.get(row.payer or "")
    missing = book.say("no_source")
    made: dict[str, Cell | None] = {
        "line": code(row.line.id),
        "place": Cell(row.place, Kind.WHOLE, formula=f"MATCH({at('line')},line_id,0)"),
        "of_year": code(str(row.of_year) if row.of_year is not None else book.say("all_years")),
        "named": code(row.named or missing),
        "payer": code(row.payer or missing),
        "source_title": text(book.text(source.title) if source else missing),
        "fund": text(fund_label(book, row.payer)),
        "economic": _line_code("economic", row.line.economic_code, at("place"), book.say("no_economic")),
        "programme": _line_code("programme", row.line.programme, at("place"), book.say("no_programme")),
        "part": portion_cell(book, row),
        "gap": _gap(row, number, places["part"]) if row.closes_shares else Cell(),
        "key": code(row.key),
        "total": sum_across(
            number, places[f"amount_{book.years[0]}"], [row.money.get(year, ZERO) for year in book.years], Style.SUBTOTAL
        ),
    }
    for year in book.years:
        made[f"amount_{year}"] = _amount(row, year, number, places)
        made[f"correction_{year}"] = money(row.corrections.get(year) or None)
    return tuple(made[key] for key in places)


def _amount(row: Funding, year: int, number: int, places: Mapping[str, int]) -> Cell:
    column = places[f"amount_{year}"]
    whole = f"INDEX(line_amounts,{address(number, places['place'])},MATCH({fixed_row(_YEARS_ROW, column)},line_years,0))"
    return part_cell(row, year, number, places, whole)


def _gap(row: Funding, number: int, part: int) -> Cell:
    """By how much the shares of a line miss the whole; the last source takes what is left and would hide it."""
    shares = Area(number - row.others, part, number, part)
    return Cell(Decimal(0), Kind.SHARE, formula=f"ROUND(SUM({shares})-1,6)", pattern=SHARE_PATTERN)


def _line_code(key: str, value: str | None, place: str, missing: str) -> Cell:
    found = f"INDEX(line_{key},{place})"
    label = f"label_no_{key}"
    return Cell(value or missing, Kind.CODE, formula=f'IF({found}="",{label},{found})')
