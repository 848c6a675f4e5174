"""The sheet of the order of carrying out: what each waits for, what decides its start, and how late it is."""

from collections import Counter
from collections.abc import Iterator

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, text, whole
from stratbuild.outputs.sheets.plan.reasons import reason, waits_for
from stratbuild.outputs.sheets.plan.timeline import code_cell, item_of, lead_cell, scheduled, window_of
from stratbuild.render.workbook import Area, Cell, Highlight, Look, Row, Sheet, address
from stratbuild.schema.measure import Measure

_HEADER_ROW, _FIRST_ROW = 2, 3
_HEADERS = (
    "order_place",
    "column_code",
    "order_measure",
    "column_lead",
    "order_after",
    "order_reason",
    "column_start",
    "column_finish",
    "order_waited",
)
_FACTS = ("order_actual_start", "order_actual_finish", "order_forecast_start", "order_forecast_finish", "order_slip")
_FINISH, _FORECAST_FINISH, _SLIP = 7, 12, 13


def order_sheet(book: Book) -> tuple[Sheet, Names]:
    """The measures in an order in which they can be carried out, milestones where they fall among them."""
    items = _ordered(book)
    status = book.plan.status_day
    waited = Counter(before for before, _ in {(link.before, link.after) for link in book.plan.links})
    headers = _HEADERS if status is None else (*_HEADERS, *_FACTS)
    note = [book.note("order_note"), *([] if status is None else [book.say("order_status", day=status)])]
    last = _FIRST_ROW + max(len(items), 1) - 1
    slips = Area(_FIRST_ROW, _SLIP, last, _SLIP)
    late = address(_FIRST_ROW, _SLIP)
    sheet = Sheet(
        name=book.titles["order"],
        widths=(6, 7.5, 48, 24, 22, 36, 10.5, 10.5, 9, *(() if status is None else (11.5, 11.5, 11.5, 11.5, 11)), 14),
        rows=(
            *title_rows(book.say("order_title"), " ".join(note)),
            Row(book.headers(*headers, "column_id")),
            *(Row(tuple(_cells(book, id_, _FIRST_ROW + place, len(headers), waited[id_]))) for place, id_ in enumerate(items)),
        ),
        frozen=(_FIRST_ROW, 3),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(headers)),
        printed_columns=(0, len(headers) - 1),
        highlights=() if status is None else (Highlight(slips, f"AND(ISNUMBER({late}),N({late})>0)", Look.ALERT),),
    )
    columns = {"order_id": len(headers), "order_forecast": _FORECAST_FINISH, "order_slip": _SLIP}
    return sheet, {name: Area(_FIRST_ROW, column, last, column) for name, column in columns.items()} if status else {}


def _ordered(book: Book) -> list[str]:
    """The order of the measures, with each milestone before the first measure that begins after its day."""
    waiting = sorted(book.plan.milestones, key=lambda id_: book.plan.milestones[id_])
    found: list[str] = []
    for id_ in book.plan.order:
        window = book.plan.windows.get(id_)
        while waiting and (window is None or book.plan.milestones[waiting[0]] < window.first):
            found.append(waiting.pop(0))
        found.append(id_)
    return [*found, *waiting]


def _cells(book: Book, id_: str, row: int, key: int, waited: int) -> Iterator[Cell]:
    item = item_of(book, id_)
    yield whole(row - _FIRST_ROW + 1)
    yield code_cell(book, id_)
    yield text(book.text(item.title))
    yield lead_cell(book, item)
    yield text(waits_for(book, id_))
    yield text(reason(book, id_))
    yield from scheduled(book, row, key, id_)
    yield whole(waited)
    if book.plan.status_day is not None:
        yield from _facts(book, id_, row)
    yield code(id_)


def _facts(book: Book, id_: str, row: int) -> Iterator[Cell]:
    """What has really happened, what is to be expected, and by how many days that is late."""
    item, planned, forecast = item_of(book, id_), window_of(book, id_), book.plan.forecast.get(id_)
    if isinstance(item, Measure):
        yield day(item.actual.start if item.actual else None)
        yield day(item.actual.finish if item.actual else None)
    else:
        yield day(item.actual)
        yield day(item.actual)
    yield day(forecast.first if forecast else None)
    yield day(forecast.last if forecast else None)
    if forecast is None or planned is None:
        yield Cell()
    else:
        formula = f"{address(row, _FORECAST_FINISH)}-{address(row, _FINISH)}"
        yield whole((forecast.last - planned.last).days, formula=formula)
