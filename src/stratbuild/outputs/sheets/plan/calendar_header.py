"""The rows above the columns of a calendar: the first and the last day for formulas, the year, the month."""

from collections.abc import Sequence
from itertools import groupby

from stratbuild.outputs.sheets.plan.timeline import Span
from stratbuild.render.workbook import Area, Cell, Kind, Row, Style

ROWS = 4
"""How many rows there are: two hidden ones with days, the years, the headers."""


def calendar_header(headers: Sequence[Cell], spans: Sequence[Span], after: Sequence[Cell] = ()) -> tuple[Row, ...]:
    """The rows of a table whose columns after `headers` are months, quarters or years."""
    before = (None,) * len(headers)
    days = [
        Row((*before, *(Cell(one, Kind.DATE, Style.NOTE, wrap=False) for one in ends)), hidden=True)
        for ends in ([span.first for span in spans], [span.last for span in spans])
    ]
    years = [Cell(str(span.first.year), style=Style.HEADER, wrap=False) for span in spans]
    labels = [Cell(span.label, style=Style.HEADER, wrap=False) for span in spans]
    return (*days, Row((*before, *_once(years))), Row((*headers, *labels, *after)))


def merged_years(first_row: int, first_column: int, spans: Sequence[Span]) -> tuple[Area, ...]:
    """The cells of each year above its months, as one."""
    found = []
    column = first_column
    for _, some in groupby(spans, key=lambda span: span.first.year):
        count = len(list(some))
        if count > 1:
            found.append(Area(first_row + 2, column, first_row + 2, column + count - 1))
        column += count
    return tuple(found)


def _once(years: Sequence[Cell]) -> list[Cell]:
    """Every year's first cell as it is, the others empty: they are one cell with it."""
    return [
        one if place == 0 or years[place - 1].value != one.value else Cell(style=Style.HEADER) for place, one in enumerate(years)
    ]
