"""The sheet of contributions: by indicator and year what measures add, what is reached, and what is missing to the target."""

from collections.abc import Iterator
from decimal import Decimal

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import across, code, text
from stratbuild.quantity import WHOLE
from stratbuild.render.workbook import Area, Cell, Highlight, Kind, Look, Row, Sheet, Style, address
from stratbuild.schema.kpi import Direction, Kpi

_HEADER_ROW, _FIRST_ROW = 3, 4
_BEFORE = ("column_code", "contributions_item", "contributions_unit", "contributions_baseline", "contributions_overlap")
_BASELINE, _OVERLAP, _FIRST_YEAR = 3, 4, 5
_SUMS = ("contributions_sum", "contributions_net", "contributions_reached", "contributions_target", "contributions_gap")
_PATTERN = "General"
_DECIMALS = 6
_MISSES = {Direction.INCREASE: ">0", Direction.DECREASE: "<0", Direction.MAINTAIN: "<>0"}


def contributions_sheet(book: Book) -> tuple[Sheet, Names]:
    """A block for every indicator that has a baseline and to which measures contribute."""
    years = _years(book)
    rows: list[Row] = []
    highlights: list[Highlight] = []
    names: dict[str, Area] = {}
    last_year = _FIRST_YEAR + len(years) - 1
    for place, id_ in enumerate(book.plan.contributions, start=1):
        kpi = book.plan.strategy.kpis[id_]
        rows += (Row(cells, level) for level, cells in _block(book, kpi, _FIRST_ROW + len(rows), years))
        gap = _FIRST_ROW + len(rows) - 1
        cell = address(gap, _FIRST_YEAR)
        missed = f"AND(ISNUMBER({cell}),N({cell}){_MISSES[kpi.direction]})"
        highlights.append(Highlight(Area(gap, _FIRST_YEAR, gap, last_year), missed, Look.ALERT))
        names |= {
            f"reached_{place}": Area(gap - 2, _FIRST_YEAR, gap - 2, last_year),
            f"gap_{place}": Area(gap, _FIRST_YEAR, gap, last_year),
        }
    explained = Cell(book.say("contributions_explained"), style=Style.NOTE, wrap=False)
    sheet = Sheet(
        name=book.titles["contributions"],
        widths=(8, 52, 12, 12, 12, *(11,) * len(years), 11, 13),
        rows=(
            *title_rows(book.say("contributions_title"), book.note("contributions_note", "kpis"), explained),
            Row(
                (
                    *book.headers(*_BEFORE),
                    *(Cell(year, Kind.YEAR, Style.HEADER) for year in years),
                    *book.headers("contributions_all_years", "column_id"),
                )
            ),
            *rows,
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        printed_columns=(0, last_year + 1),
        highlights=tuple(highlights),
    )
    return sheet, names


def _years(book: Book) -> tuple[int, ...]:
    """The years of the strategy, and further ones that something is contributed or aimed at in."""
    more = (year for one in book.plan.contributions.values() for year in one.by_year)
    return tuple(sorted({*book.plan.period.years, *more}))


def _block(book: Book, kpi: Kpi, row: int, years: tuple[int, ...]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The indicator, the measures that contribute, the sums: level of the outline and cells of each row."""
    plan = book.plan
    found = plan.contributions[kpi.id]
    assert kpi.baseline is not None, kpi.id
    goal = plan.coverage.codes[kpi.goal] if kpi.goal else None
    filler = (Cell(style=Style.GROUP),) * (len(years) + 1)
    yield (
        0,
        (
            code(goal, Style.GROUP),
            text(book.text(kpi.title), Style.GROUP),
            text(book.text(kpi.measurement_unit), Style.GROUP),
            Cell(kpi.baseline.value, Kind.NUMBER, Style.GROUP, pattern=_PATTERN),
            Cell(found.overlap / WHOLE, Kind.SHARE, Style.GROUP),
            *filler,
            code(kpi.id, Style.GROUP),
        ),
    )
    first = row + 1
    for place, id_ in enumerate(found.by_measure):
        given = plan.strategy.measures[id_].contributions[kpi.id]
        total = f"SUM({across(first + place, _FIRST_YEAR, _FIRST_YEAR + len(years) - 1)})"
        yield (
            1,
            (
                code(plan.coverage.codes[id_]),
                text(book.text(plan.strategy.measures[id_].title)),
                *(Cell(),) * 3,
                *(Cell(given.get(year), Kind.NUMBER, Style.INPUT, pattern=_PATTERN) for year in years),
                _figure(found.by_measure[id_], f"ROUND({total},{_DECIMALS})"),
                code(id_),
            ),
        )
    yield from ((1, cells) for cells in _sums(book, kpi, (row, len(found.by_measure)), years))


def _sums(book: Book, kpi: Kpi, place: tuple[int, int], years: tuple[int, ...]) -> Iterator[tuple[Cell, ...]]:
    """The five rows below the measures of an indicator."""
    row, count = place
    first, last = row + 1, row + count
    found = book.plan.contributions[kpi.id]
    assert kpi.baseline is not None, kpi.id
    measures = [book.plan.strategy.measures[id_].contributions[kpi.id] for id_ in found.by_measure]
    added = [sum((one.get(year, Decimal(0)) for one in measures), Decimal(0)) for year in years]
    left = (WHOLE - found.overlap) / WHOLE
    net = [one * left for one in added]
    reached = [kpi.baseline.value + sum(net[: at + 1], Decimal(0)) for at in range(len(years))]
    overlap, baseline = (address(row, column, row_fixed=True, column_fixed=True) for column in (_OVERLAP, _BASELINE))
    columns = range(_FIRST_YEAR, _FIRST_YEAR + len(years))
    last_year = columns[-1]
    sums, nets, values, aims = range(last + 1, last + 5)
    cells: list[list[Cell]] = [
        [_figure(one, f"ROUND(SUM({Area(first, at, last, at)}),{_DECIMALS})") for at, one in zip(columns, added, strict=True)],
        [_figure(one, f"ROUND({address(sums, at)}*(1-{overlap}),{_DECIMALS})") for at, one in zip(columns, net, strict=True)],
        [
            _figure(
                one, f"ROUND({baseline}+SUM({address(nets, _FIRST_YEAR, column_fixed=True)}:{address(nets, at)}),{_DECIMALS})"
            )
            for at, one in zip(columns, reached, strict=True)
        ],
        [Cell(kpi.targets.get(year), Kind.NUMBER, Style.INPUT, pattern=_PATTERN) for year in years],
        [
            _figure(
                kpi.targets[year] - one if year in kpi.targets else None,
                f'IF({address(aims, at)}="","",ROUND({address(aims, at)}-{address(values, at)},{_DECIMALS}))',
                Style.TOTAL,
            )
            for at, year, one in zip(columns, years, reached, strict=True)
        ],
    ]
    totals = [
        _figure(sum(some, Decimal(0)), f"ROUND(SUM({across(at, _FIRST_YEAR, last_year)}),{_DECIMALS})")
        for at, some in ((sums, added), (nets, net))
    ]
    for words, some, end in zip(_SUMS, cells, (*totals, None, None, None), strict=True):
        style = Style.TOTAL if words == _SUMS[-1] else Style.SUBTOTAL
        before = (Cell(style=style), text(book.say(words), style), *(Cell(style=style),) * 3)
        yield (*before, *some, end or Cell(style=style), code(kpi.id, style))


def _figure(value: Decimal | None, formula: str, style: Style = Style.SUBTOTAL) -> Cell:
    shown: str | Decimal = "" if value is None else round(value, _DECIMALS)
    return Cell(shown, Kind.NUMBER, style, formula, _PATTERN)
