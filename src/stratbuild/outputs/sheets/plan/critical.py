"""The sheet of the critical path: the chain that decides the end, and by how much everything may slip."""

from collections.abc import Iterator

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, fixed_column, text, whole
from stratbuild.outputs.sheets.plan.reasons import reason
from stratbuild.outputs.sheets.plan.timeline import code_cell, dated, item_of, scheduled
from stratbuild.render.workbook import Area, Cell, Highlight, Look, Row, Sheet, Style, address, padded

_CHAIN = ("critical_step", "column_code", "gantt_item", "column_start", "column_finish", "column_days", "critical_reason")
_FLOATS = (
    "critical_number",
    *_CHAIN[1:],
    "critical_latest_start",
    "critical_latest_finish",
    "critical_total",
    "critical_free",
)
_DEADLINES = ("critical_deadline", "critical_spare")
_FORECAST = "critical_forecast_spare"
_START, _FINISH, _LATEST, _TOTAL, _DEADLINE, _SPARE, _FORECAST_SPARE = 3, 4, 7, 9, 11, 12, 13
_HEADING_ROW = 3


def critical_sheet(book: Book) -> tuple[Sheet, Names]:
    """The steps of the critical path, then every measure and milestone that has dates."""
    chain = book.plan.critical_path
    items = [id_ for id_ in dated(book) if id_ in book.plan.timing]
    first_step = _HEADING_ROW + 2
    heading = first_step + len(chain) + 1
    first = heading + 2
    last = first + len(items) - 1
    columns = _columns(book, items)
    sheet = Sheet(
        name=book.titles["critical"],
        widths=(6, 7.5, 44, 11, 11, 11, 40, 12, 12, 10, 12, *(12, 10, 10)[: len(columns) - _DEADLINE], 14),
        rows=(
            *title_rows(book.say("critical_title"), book.note("critical_note")),
            Row(()),
            _heading(book, "critical_chain"),
            Row((*padded(book.headers(*_CHAIN), len(columns)), *book.headers("column_id"))),
            *(
                Row((*padded(_common(book, id_, first_step + place, place + 1, len(columns)), len(columns)), code(id_)))
                for place, id_ in enumerate(chain)
            ),
            Row(()),
            _heading(book, "critical_all"),
            Row((*book.headers(*columns), *book.headers("column_id"))),
            *(Row(tuple(_cells(book, id_, first + place, place + 1, columns))) for place, id_ in enumerate(items)),
        ),
        printed_columns=(0, len(columns) - 1),
        highlights=tuple(
            Highlight(Area(first, column, last, column), f"AND(ISNUMBER({cell}),N({cell}){under})", Look.ALERT)
            for column, under in ((_TOTAL, "<=0"), (_SPARE, "<0"), (_FORECAST_SPARE, "<0"))
            if column < len(columns) and (cell := address(first, column))
        ),
    )
    names = {"float_id": len(columns), "float_total": _TOTAL, "float_free": _TOTAL + 1}
    if len(columns) > _DEADLINE:
        names |= {"deadline_id": len(columns), "deadline_spare": _SPARE}
    return sheet, {name: Area(first, column, last, column) for name, column in names.items()}


def _heading(book: Book, words: str) -> Row:
    return Row((Cell(book.say(words), style=Style.HEADING, wrap=False),))


def _columns(book: Book, items: list[str]) -> tuple[str, ...]:
    """The columns of deadlines are there where anything has one, that of the forecast where anything has happened."""
    if all(item_of(book, id_).deadline is None for id_ in items):
        return _FLOATS
    return (*_FLOATS, *_DEADLINES, *([] if book.plan.status_day is None else [_FORECAST]))


def _common(book: Book, id_: str, row: int, place: int, key: int) -> tuple[Cell, ...]:
    timing = book.plan.timing[id_]
    start, finish = scheduled(book, row, key, id_)
    days = Cell()
    if id_ in book.plan.strategy.measures:
        formula = f"{address(row, _FINISH)}-{address(row, _START)}+1"
        days = whole((timing.last - timing.first).days + 1, formula=formula)
    return (
        whole(place),
        code_cell(book, id_),
        text(book.text(item_of(book, id_).title)),
        start,
        finish,
        days,
        text(reason(book, id_)),
    )


def _cells(book: Book, id_: str, row: int, place: int, columns: tuple[str, ...]) -> Iterator[Cell]:
    timing = book.plan.timing[id_]
    yield from _common(book, id_, row, place, len(columns))
    yield day(timing.latest_first)
    yield day(timing.latest_last)
    yield whole(timing.total_float, formula=f"{address(row, _LATEST)}-{address(row, _START)}")
    yield whole(timing.free_float)
    if len(columns) > _DEADLINE:
        yield from _spares(book, id_, row, columns)
    yield code(id_)


def _spares(book: Book, id_: str, row: int, columns: tuple[str, ...]) -> Iterator[Cell]:
    """The deadline, the days to it by the plan, and by the forecast."""
    deadline = item_of(book, id_).deadline
    if deadline is None:
        yield from (Cell(),) * (len(columns) - _DEADLINE)
        return
    limit = address(row, _DEADLINE)
    yield day(deadline.last)
    yield whole((deadline.last - book.plan.timing[id_].last).days, formula=f"{limit}-{address(row, _FINISH)}")
    if len(columns) > _FORECAST_SPARE:
        expected = f"INDEX(order_forecast,MATCH({fixed_column(row, len(columns))},order_id,0))"
        yield whole((deadline.last - book.plan.forecast[id_].last).days, formula=f"{limit}-{expected}")
