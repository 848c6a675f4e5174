"""The sheet of the order of carrying out, with what each measure waits for and a bar over the quarters."""

from datetime import date, timedelta

from stratbuild.model import Window
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, day, text, whole
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style
from stratbuild.schema.measure import Measure

_HEADER_ROW, _FIRST_ROW = 3, 4
_HEADERS = (
    "order_place",
    "column_code",
    "order_measure",
    "column_lead",
    "order_after",
    "order_earliest",
    "column_start",
    "column_finish",
    "order_waited",
)
_MOST_QUARTERS = 48


def order_sheet(book: Book) -> tuple[Sheet, Names]:
    """The measures in an order in which they can be carried out; the bars show when."""
    measures = [book.plan.strategy.measures[one] for one in book.plan.order]
    spans = _spans(book)
    sheet = Sheet(
        name=book.titles["order"],
        widths=(6, 7.5, 52, 24, 16, 12, 10.5, 10.5, 9, *(4.2,) * len(spans)),
        rows=(
            *title_rows(book.say("order_title"), book.say("order_note")),
            Row((*(None,) * len(_HEADERS), *_years_above(spans))),
            Row((*book.headers(*_HEADERS), *(Cell(label, style=Style.HEADER) for label, _ in spans))),
            *(Row(_cells(book, measure, place, spans)) for place, measure in enumerate(measures, start=1)),
        ),
        frozen=(_FIRST_ROW, 3),
        repeated=(_HEADER_ROW - 1, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, _FIRST_ROW + max(len(measures), 1) - 1, len(_HEADERS) - 1),
    )
    return sheet, {}


def _spans(book: Book) -> list[tuple[str, Window]]:
    """The quarters that the strategy and its measures touch, or where they are many the years."""
    windows = [book.plan.period, *book.plan.windows.values()]
    years = range(min(one.first for one in windows).year, max(one.last for one in windows).year + 1)
    if len(years) * 4 > _MOST_QUARTERS:
        return [(f"{year % 100:02}", Window(date(year, 1, 1), date(year, 12, 31))) for year in years]
    names = book.locale.words["formats"]["quarters"]
    starts = [(str(names[place]), date(year, 3 * place + 1, 1)) for year in years for place in range(4)]
    ends = [first - timedelta(days=1) for _, first in starts[1:]] + [date(years[-1], 12, 31)]
    return [(name, Window(first, last)) for (name, first), last in zip(starts, ends, strict=True)]


def _years_above(spans: list[tuple[str, Window]]) -> list[Cell | None]:
    """The year above its first quarter."""
    return [
        Cell(str(window.first.year), style=Style.NOTE, wrap=False) if window.first.month == 1 else None for _, window in spans
    ]


def _cells(book: Book, measure: Measure, place: int, spans: list[tuple[str, Window]]) -> tuple[Cell, ...]:
    plan, codes = book.plan, book.plan.coverage.codes
    window = plan.windows.get(measure.id)
    lead = plan.strategy.units[measure.lead] if measure.lead else None
    return (
        whole(place),
        code(codes[measure.id]),
        text(book.text(measure.title)),
        text(book.unit_name(lead) if lead else book.say("no_unit")),
        text(", ".join(codes[before] for before in measure.predecessors)),
        day(_earliest(book, measure)),
        day(window.first if window else None),
        day(window.last if window else None),
        whole(len(plan.coverage.successors[measure.id])),
        *(_bar(window, span) for _, span in spans),
    )


def _earliest(book: Book, measure: Measure) -> date | None:
    """The day after the last of those that a measure waits for has ended; the first of the period where it waits for none."""
    ends = [book.plan.windows[before].last for before in measure.predecessors if before in book.plan.windows]
    if len(ends) < len(measure.predecessors):
        return None
    return max(ends) + timedelta(days=1) if ends else book.plan.period.first


def _bar(window: Window | None, span: Window) -> Cell:
    if window is None or window.last < span.first or span.last < window.first:
        return Cell()
    return Cell("■", style=Style.BAR)
