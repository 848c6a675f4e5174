"""The request itself: the community's own money by programme and economic code, in the columns of the form."""

from collections.abc import Iterator

from stratbuild.outputs.sheets.book import Book, Names
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, quoted, text
from stratbuild.outputs.sheets.request.content import SHARES, Group, Request, text_of
from stratbuild.outputs.sheets.request.facts import year_label
from stratbuild.outputs.sheets.request.form import FormColumn
from stratbuild.quantity import Money, in_thousands
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style

_HUNDREDTHS = 2


def request_sheet(request: Request) -> tuple[Sheet, Names]:
    """Title, notes, the table with a row for every programme and for every economic code in it, the totals."""
    book, columns = request.book, request.columns
    largest = Money.total(one for fact in request.own for one in fact.sums)
    keys = len(columns)
    at = range(request.first_row, request.last_row + 1)
    rows = [
        Row(_group_cells(request, group, row, number), int(group.economic is not None))
        for (row, group), number in _numbered(at, request.groups)
    ]
    sheet = Sheet(
        name=book.titles["request"],
        widths=(*(max(one.width, money_width(largest)) if one.year else one.width for one in columns), 13, 9),
        rows=(
            Row((Cell(book.say("request_title"), style=Style.TITLE, wrap=False),)),
            *(Row((Cell(note, style=Style.NOTE, wrap=False),)) for note in request.notes),
            Row((status_cell(book),)),
            Row(
                (
                    *(Cell(_title(request, one), style=Style.HEADER) for one in columns),
                    *book.headers("key_programme", "key_economic"),
                )
            ),
            *(rows or [Row(())]),
            Row(tuple(_total_cells(request))),
        ),
        frozen=(request.first_row, 0),
        repeated=(request.header_row, request.header_row),
        protected=True,
        printed_columns=(0, keys - 1),
    )
    area = {"key_programme": keys, "key_economic": keys + 1}
    return sheet, {name: Area(request.first_row, column, request.last_row, column) for name, column in area.items()}


def status_cell(book: Book) -> Cell:
    """Whether all sums agree, as on the sheet of checks."""
    passed, failed = book.say("all_checks_pass"), book.say("some_checks_fail")
    return Cell(
        passed, style=Style.NOTE, formula=f"IF(check_total=0,{quoted(passed)},{quoted(f'{failed} ')}&check_total)", wrap=False
    )


def sum_formula(request: Request, column: FormColumn, row: int | None, *, is_programme: bool = False) -> str:
    """The formula of a sum of the facts: of a row's programme and code, of its programme, or of everything."""
    book = request.book
    keys = len(request.columns)
    shares = "+".join(f"(fact_share={quoted(book.say(f'share_{share.value}'))})" for share in SHARES[column.value])
    factors = [f"({shares})", f"fact_{request.years[request.place(column)]}"]
    if row is not None:
        factors.insert(0, f"EXACT(fact_programme,{fixed_column(row, keys)})")
        if not is_programme:
            factors.insert(1, f"EXACT(fact_economic,{fixed_column(row, keys + 1)})")
    added = f"SUMPRODUCT({'*'.join(factors)})"
    return f"ROUND({added}/1000,{request.form.decimals})" if request.form.in_thousands else f"ROUND({added},{_HUNDREDTHS})"


def sum_cell(request: Request, value: Money, style: Style, formula: str) -> Cell:
    """A sum in the unit of the form."""
    if not request.form.in_thousands:
        return money(value, style, formula)
    decimals = request.form.decimals
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return Cell(in_thousands(value, decimals), Kind.NUMBER, style, formula, pattern)


def _numbered(at: range, groups: tuple[Group, ...]) -> Iterator[tuple[tuple[int, Group], int]]:
    """Every group with its row, and the number of its programme."""
    number = 0
    for row, group in zip(at, groups, strict=False):
        number += group.economic is None
        yield (row, group), number


def _group_cells(request: Request, group: Group, row: int, number: int) -> tuple[Cell, ...]:
    is_programme = group.economic is None
    style = Style.GROUP if is_programme else Style.PLAIN
    cells = []
    for column in request.columns:
        if column.year is not None:
            formula = sum_formula(request, column, row, is_programme=is_programme)
            cells.append(sum_cell(request, request.sum_of(column, group.facts), style, formula))
        elif column.value.endswith("title") or column.value in ("manager", "measures"):
            cells.append(text(text_of(request, column.value, group, number), style))
        else:
            cells.append(code(text_of(request, column.value, group, number) or None, style))
    return (*cells, code(group.programme, Style.NOTE), code(group.economic, Style.NOTE))


def _total_cells(request: Request) -> Iterator[Cell]:
    for place, column in enumerate(request.columns):
        if column.year is not None:
            yield sum_cell(request, request.sum_of(column, request.own), Style.TOTAL, sum_formula(request, column, None))
        else:
            yield Cell(request.book.say("total") if place == 0 else None, style=Style.TOTAL, wrap=False)


def _title(request: Request, column: FormColumn) -> str:
    if column.year is None:
        return column.title.format(year="", unit=request.unit)
    return column.title.format(year=year_label(request.book, request.years[request.place(column)]), unit=request.unit)
