"""That the request is the plan: its sums against the plan's own, and against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from stratbuild.model.budget import source, year
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import money, quoted, text
from stratbuild.outputs.sheets.request.content import Request
from stratbuild.outputs.sheets.request.facts import OWN, share_of, total, year_label
from stratbuild.outputs.sheets.request.sheet import status_cell, sum_cell
from stratbuild.quantity import ZERO, Money, in_thousands, rounding_gap
from stratbuild.render.workbook import Alert, Area, Cell, Kind, Row, Sheet, Style, address, padded

_STATUS_ROW, _HEADER_ROW, _FIRST_ROW = 2, 3, 4
_FIRST, _SECOND, _DIFFERENCE, _COUNT = range(1, 5)


@dataclass(frozen=True)
class _Comparison:
    """A sum of the workbook, and what it has to be: the plan's own sum as it was reckoned, or another sum of the workbook."""

    words: str
    formula: str
    sum: Money
    against: str | None


def checks_sheet(request: Request) -> tuple[Sheet, Names]:
    """Comparisons whose difference is zero; in thousands, also how far the rounding of rows shows in every column."""
    book = request.book
    comparisons = list(_comparisons(request))
    last = _FIRST_ROW + len(comparisons) - 1
    rounding = _rounding_rows(request, last + 2) if request.form.in_thousands else ()
    title, note, status = title_rows(book.say("checks_title"), book.say("checks_note", currency=book.currency), status_cell(book))
    count = Cell(0, Kind.WHOLE, Style.NOTE, 'COUNTIF(check_differences,"<>0")')
    sheet = Sheet(
        name=book.titles["checks"],
        widths=(88, 20, 20, 16, 20),
        rows=(
            title,
            note,
            Row((*padded(status.cells, _COUNT), count)),
            Row(book.headers("check_what", "check_first", "check_second", "check_difference", "check_verdict")),
            *(Row(tuple(_cells(book, one, _FIRST_ROW + at))) for at, one in enumerate(comparisons)),
            *rounding,
        ),
        frozen=(_FIRST_ROW, 0),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        protected=True,
        alerts=(Alert(Area(_FIRST_ROW, _DIFFERENCE, last, _DIFFERENCE), "!=", 0),),
    )
    names = {
        "check_differences": Area(_FIRST_ROW, _DIFFERENCE, last, _DIFFERENCE),
        "check_total": Area(_STATUS_ROW, _COUNT, _STATUS_ROW, _COUNT),
    }
    return sheet, names


def _comparisons(request: Request) -> Iterator[_Comparison]:
    book, plan = request.book, request.book.plan
    by_source = plan.budget.by(source, year)
    own_words, other_words = quoted(book.say("whose_own")), quoted(book.say("whose_other"))
    for place, of in enumerate(request.years):
        after = Money.total(one.money for one in plan.budget.after if one.year == of)
        planned = plan.budget.total_by(year).get(of, ZERO)
        label = year_label(book, of)
        yield _Comparison(book.say("facts_are_the_plans", year=label), f"SUM(fact_{of})", planned + after, None)
        own = Money.total(
            sum_of
            for (paid_by, when), sum_of in by_source.items()
            if when == of and paid_by is not None and share_of(plan.strategy.sources[str(paid_by)]) in OWN
        )
        own_formula = f"SUMPRODUCT((fact_whose={own_words})*fact_{of})"
        yield _Comparison(book.say("own_is_the_plans", year=label), own_formula, own + after, None)
        other_formula = f"SUMPRODUCT((fact_whose={other_words})*fact_{of})"
        yield _Comparison(
            book.say("own_and_others", year=label),
            f"{own_formula}+{other_formula}",
            total(request.facts, place),
            f"SUM(fact_{of})",
        )
    if not request.form.in_thousands:
        for place, column in enumerate(request.columns):
            if column.year is not None:
                words = book.say("rows_are_the_total", column=column_title(request, place))
                yield _Comparison(
                    words, _of_rows(request, place), request.sum_of(column, request.own), _total_address(request, place)
                )


def column_title(request: Request, place: int) -> str:
    """The title of a column of sums, as its header shows it."""
    column = request.columns[place]
    return column.title.format(year=year_label(request.book, request.years[request.place(column)]), unit=request.unit)


def _of_rows(request: Request, place: int) -> str:
    """The sum of the rows of economic codes in a column of the request."""
    keys = Area(request.first_row, len(request.columns) + 1, request.last_row, len(request.columns) + 1)
    area = Area(request.first_row, place, request.last_row, place)
    sheet = f"'{quoted_sheet(request)}'!"
    return f'SUMPRODUCT(({sheet}{keys}<>"")*{sheet}{area})'


def _total_address(request: Request, place: int) -> str:
    return f"'{quoted_sheet(request)}'!{address(request.total_row, place)}"


def quoted_sheet(request: Request) -> str:
    """The name of the sheet of the request, as it stands between apostrophes."""
    return request.book.titles["request"].replace("'", "''")


def _cells(book: Book, one: _Comparison, row: int) -> Iterator[Cell]:
    first, second, difference = (address(row, column) for column in (_FIRST, _SECOND, _DIFFERENCE))
    yield text(one.words)
    yield money(one.sum, formula=f"ROUND({one.formula},2)")
    yield money(one.sum, formula=None if one.against is None else f"ROUND({one.against},2)")
    yield money(ZERO, Style.SUBTOTAL, f"ROUND({first}-{second},2)")
    agrees, differs = quoted(book.say("agrees")), quoted(book.say("differs"))
    yield Cell(book.say("agrees"), formula=f"IF({difference}=0,{agrees},{differs})")


def _rounding_rows(request: Request, at: int) -> tuple[Row, ...]:
    """By column: the sum of its rounded rows, its rounded total, and how far they are from each other."""
    book, decimals = request.book, request.form.decimals
    rows = [Row(()), Row((Cell(book.say("rounding_title", unit=request.unit), style=Style.HEADING, wrap=False),))]
    codes = [one for one in request.groups if one.economic is not None]
    for place, column in enumerate(request.columns):
        if column.year is None:
            continue
        row = at + len(rows) - 1
        parts = [request.sum_of(column, one.facts) for one in codes]
        gap = rounding_gap(parts, decimals)
        shown = in_thousands(Money.total(parts), decimals)
        total_cell = sum_cell(request, Money.total(parts), Style.PLAIN, _total_address(request, place))
        pattern = total_cell.pattern
        formula = f"ROUND({address(row, _FIRST)}-{address(row, _SECOND)},{decimals})"
        rows.append(
            Row(
                (
                    text(column_title(request, place)),
                    Cell(shown + gap, Kind.NUMBER, formula=f"ROUND({_of_rows(request, place)},{decimals})", pattern=pattern),
                    total_cell,
                    Cell(gap + Decimal(0), Kind.NUMBER, Style.SUBTOTAL, formula, pattern),
                )
            )
        )
    return tuple(rows)
