"""The schedule by month: bars that formulas draw between the start and the finish of each measure, milestones among them."""

from stratbuild.model.network import open_wholes
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, text
from stratbuild.outputs.sheets.plan.calendar_header import ROWS, calendar_header, merged_years
from stratbuild.outputs.sheets.plan.timeline import (
    MILESTONE_SIGN,
    Span,
    code_cell,
    dated,
    item_of,
    lead_cell,
    spans,
    undated,
    window_of,
)
from stratbuild.quantity import DurationUnit
from stratbuild.render.workbook import Area, Cell, Highlight, Kind, Look, Row, Sheet, Style, address
from stratbuild.schema.measure import Measure

_LEGEND_ROW, _HEADER_ROW = 2, 3
_FIRST_ROW = _HEADER_ROW + ROWS
_HEADERS = (
    "column_code",
    "gantt_item",
    "column_lead",
    "gantt_start",
    "gantt_finish",
    "gantt_days",
    "gantt_latest",
    "gantt_float",
)
_START, _FINISH, _DAYS, _LATEST, _FLOAT, _CALENDAR = 3, 4, 5, 6, 7, 8
_BAR, _CRITICAL_BAR = "■", "●"
_MONTHS_IN = {DurationUnit.MONTHS: 1, DurationUnit.QUARTERS: 3, DurationUnit.YEARS: 12}
_MOST_PARTS = 30
"""More parts than this are not named in a formula."""


def gantt_sheet(book: Book) -> tuple[Sheet, Names]:
    """Every measure and milestone by its dates; those without dates come last, for a person to try some."""
    calendar = spans(book)
    items = (*dated(book), *undated(book))
    wholes = open_wholes(book.plan.strategy)
    rows_of = {id_: _FIRST_ROW + place for place, id_ in enumerate(items)}
    last, key = _FIRST_ROW + len(items) - 1, _CALENDAR + len(calendar)
    bars = Area(_FIRST_ROW, _CALENDAR, last, key - 1)
    corner = address(_FIRST_ROW, _CALENDAR)
    sheet = Sheet(
        name=book.titles["gantt"],
        widths=(7.5, 40, 25, 11, 11, 8, 12, 9.5, *(4.2 if len(span.label) > 2 else 3.2 for span in calendar), 14),
        rows=(
            *title_rows(book.say("gantt_title"), book.note("gantt_note")),
            Row((Cell(book.say("gantt_legend"), style=Style.NOTE, wrap=False),)),
            *calendar_header(book.headers(*_HEADERS), calendar, book.headers("column_id")),
            *(Row(_cells(book, id_, rows_of, calendar, wholes.get(id_, ()))) for id_ in items),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_FIRST_ROW - 2, _FIRST_ROW - 1),
        printed_columns=(0, key - 1),
        highlights=(
            Highlight(bars, f'{corner}="{_CRITICAL_BAR}"', Look.CRITICAL_BAR),
            Highlight(bars, f'{corner}="{_BAR}"', Look.BAR),
            Highlight(bars, f'{corner}="{MILESTONE_SIGN}"', Look.MILESTONE),
            Highlight(Area(_FIRST_ROW, _FLOAT, last, _FLOAT), f"{_is_critical(_FIRST_ROW)}", Look.ALERT),
        ),
        merged=merged_years(_HEADER_ROW, _CALENDAR, calendar),
    )
    columns = {"gantt_id": key, "gantt_start": _START, "gantt_finish": _FINISH}
    return sheet, {name: Area(_FIRST_ROW, column, last, column) for name, column in columns.items()}


def _is_critical(row: int) -> str:
    cell = address(row, _FLOAT, column_fixed=True)
    return f"AND(ISNUMBER({cell}),N({cell})<=0)"


def _cells(book: Book, id_: str, rows_of: dict[str, int], calendar: tuple[Span, ...], inner: tuple[str, ...]) -> tuple[Cell, ...]:
    row, item, timing = rows_of[id_], item_of(book, id_), book.plan.timing.get(id_)
    start, finish, days = _dates(book, id_, rows_of, inner)
    first, latest = (address(row, column) for column in (_START, _LATEST))
    slack: Cell = Cell()
    if timing is not None:
        slack = Cell(timing.total_float, Kind.WHOLE, formula=f'IF({first}="","",{latest}-{first})')
    return (
        code_cell(book, id_),
        text(book.text(item.title)),
        lead_cell(book, item),
        start,
        finish,
        days,
        Cell(timing.latest_first if timing else None, Kind.DATE),
        slack,
        *(_bar(book, id_, row, _CALENDAR + place, span) for place, span in enumerate(calendar)),
        code(id_),
    )


def _dates(book: Book, id_: str, rows_of: dict[str, int], inner: tuple[str, ...]) -> tuple[Cell, Cell, Cell]:
    """Start, finish and days; what follows from the others is a formula."""
    item, window, row = item_of(book, id_), window_of(book, id_), rows_of[id_]
    first, last, count = (address(row, column) for column in (_START, _FINISH, _DAYS))
    start = Cell(window.first if window else None, Kind.DATE, Style.INPUT)
    finish = Cell(window.last if window else None, Kind.DATE, Style.INPUT)
    if not isinstance(item, Measure):
        follows = Cell(window.last if window else "", Kind.DATE, formula=f'IF({first}="","",{first})')
        return start, follows, Cell()
    reckoned = Cell(
        (window.last - window.first).days + 1 if window else "",
        Kind.WHOLE,
        formula=f'IF(OR({first}="",{last}=""),"",{last}-{first}+1)',
    )
    if window is None:
        return start, finish, reckoned
    parts = [rows_of[part] for part in inner if part in book.plan.windows]
    if parts:
        if len(parts) > _MOST_PARTS:
            return start, finish, reckoned
        firsts, lasts = (",".join(address(part, column) for part in parts) for column in (_START, _FINISH))
        return (
            Cell(window.first, Kind.DATE, formula=f"MIN({firsts})"),
            Cell(window.last, Kind.DATE, formula=f"MAX({lasts})"),
            reckoned,
        )
    if item.duration is None or item.finish is not None:
        return start, finish, reckoned
    months = _MONTHS_IN.get(item.duration.unit)
    if months is not None:
        formula = f'IF({first}="","",EDATE({first},{item.duration.count * months})-1)'
        return start, Cell(window.last, Kind.DATE, formula=formula), reckoned
    days = Cell((window.last - window.first).days + 1, Kind.WHOLE, Style.INPUT)
    return start, Cell(window.last, Kind.DATE, formula=f'IF({first}="","",{first}+{count}-1)'), days


def _bar(book: Book, id_: str, row: int, column: int, span: Span) -> Cell:
    start, finish = (address(row, one, column_fixed=True) for one in (_START, _FINISH))
    opens, closes = (address(one, column, row_fixed=True) for one in (_HEADER_ROW, _HEADER_ROW + 1))
    sign, shown = f'"{MILESTONE_SIGN}"', MILESTONE_SIGN
    if isinstance(item_of(book, id_), Measure):
        timing = book.plan.timing.get(id_)
        sign = f'IF({_is_critical(row)},"{_CRITICAL_BAR}","{_BAR}")'
        shown = _CRITICAL_BAR if timing is not None and timing.critical else _BAR
    window = window_of(book, id_)
    is_in = window is not None and window.first <= span.last and window.last >= span.first
    formula = f'IF(AND({start}<>"",{finish}<>"",{start}<={closes},{finish}>={opens}),{sign},"")'
    return Cell(shown if is_in else "", Kind.CODE, formula=formula, pattern="General", wrap=False)
