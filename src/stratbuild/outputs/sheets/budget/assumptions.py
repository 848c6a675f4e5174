"""The sheet of assumptions: value added tax, indices of prices and what they come to, rates of exchange."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from stratbuild.model.prices import price_base
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import status_cell
from stratbuild.outputs.sheets.cells import SHARE_PATTERN, code, day, text
from stratbuild.quantity import WHOLE, chained
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address
from stratbuild.render.workbook_contract import EditableColumn, EditableRow, EditableTable, Form
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.base import Entity

_RATE_PATTERN, _FACTOR_PATTERN = "#,##0.00####", "0.000000"
_ID, _TITLE, _FIRST = 0, 1, 3
_ONE = Decimal(1)
_Inputs = Mapping[int, EditableColumn]


@dataclass
class _Making:
    """The rows made so far, with the names and the tables that they bring."""

    rows: list[Row]
    names: dict[str, Area] = field(default_factory=dict)
    tables: list[EditableTable] = field(default_factory=list)

    def block(self, title: str, header: Row, rows: Sequence[Row], items: Sequence[Entity], columns: _Inputs) -> int:
        """Add a titled table whose inputs are read back, and give its first row."""
        key = type(items[0]).collection
        self.rows += [Row(()), Row((Cell(title, style=Style.HEADING, wrap=False),))]
        machine = len(self.rows)
        self.rows += [machine_header(key, _ID, columns), header, *rows]
        listed = tuple(EditableRow(item.id, item.id) for item in items)
        self.tables.append(EditableTable(key, key, machine, machine + 2, _ID, columns, listed))
        return machine + 2


def has_assumptions(book: Book) -> bool:
    """Whether the budget assumes anything."""
    strategy = book.plan.strategy
    return bool(strategy.vat_rates or strategy.price_indices or strategy.exchange_rates)


def assumptions_sheet(book: Book) -> tuple[Sheet, Names]:
    """Inputs with their sources; below the indices what they come to since each price base."""
    base = book.plan.strategy.settings.price_base
    note = book.say("assumptions_note", year=base) if base is not None else book.say("assumptions_note_plain")
    making = _Making(list(title_rows(book.say("assumptions_title"), note, status_cell(book))))
    if book.plan.strategy.vat_rates:
        _vat(book, making)
    if book.plan.strategy.price_indices:
        _indices(book, making)
        _factors(book, making)
    if book.plan.strategy.exchange_rates:
        _rates(book, making)
    count = max((len(row.cells) for row in making.rows), default=4)
    sheet = Sheet(
        name=book.titles["assumptions"],
        widths=(18, 46, 56, *(13,) * (count - 3)),
        rows=tuple(making.rows),
        frozen=(3, 0),
        repeated=(0, 2),
        protected=True,
        tables=tuple(making.tables),
    )
    return sheet, making.names


def _vat(book: Book, making: _Making) -> None:
    rates = tuple(book.plan.strategy.vat_rates.values())
    rows = [Row((code(one.id), text(book.text(one.title)), text(book.text(one.source)), _share(one.rate))) for one in rates]
    header = Row(book.headers("assumption_id", "assumption_title", "assumption_source", "vat_rate"))
    columns = {_FIRST: EditableColumn("rate", ("rate",), Form.SHARE)}
    first = making.block(book.say("vat_block"), header, rows, rates, columns)
    making.names |= _columns(first, len(rows), vat_id=_ID, vat_rate=_FIRST)


def _steps(book: Book) -> tuple[int, ...]:
    """The years for which an index is asked: from the one after the earliest price base to the last of the plan."""
    named = {year for one in book.plan.strategy.price_indices.values() for year in one.index}
    bases = [base for _, base in _bases(book)]
    return tuple(sorted(named | set(range(min(bases, default=book.years[0]) + 1, book.years[-1] + 1))))


def _bases(book: Book) -> list[tuple[str, int]]:
    """The indices that lines use, each with the year that it is counted from."""
    strategy = book.plan.strategy
    used = (
        (line.price_index, base)
        for line in strategy.budget_lines.values()
        if line.price_index is not None and (base := price_base(strategy, line)) is not None
    )
    return sorted(set(used))


def _indices(book: Book, making: _Making) -> None:
    indices, steps = tuple(book.plan.strategy.price_indices.values()), _steps(book)
    rows = []
    for one in indices:
        cells = [Cell(_part(one.index.get(year)), Kind.SHARE, Style.INPUT, pattern=SHARE_PATTERN) for year in steps]
        rows.append(Row((code(one.id), text(book.text(one.title)), text(book.text(one.source)), *cells)))
    heads = tuple(Cell(book.say("index_of_year", year=year, before=year - 1), style=Style.HEADER) for year in steps)
    header = Row((*book.headers("assumption_id", "assumption_title", "assumption_source"), *heads))
    columns = {
        _FIRST + place: EditableColumn(f"index_{year}", ("index", str(year)), Form.INDEX) for place, year in enumerate(steps)
    }
    first = making.block(book.say("index_block"), header, rows, indices, columns)
    making.names |= _columns(first, len(rows), index_id=_ID)
    making.names |= {
        f"index_{year}": Area(first, _FIRST + place, first + len(rows) - 1, _FIRST + place) for place, year in enumerate(steps)
    }


def _factors(book: Book, making: _Making) -> None:
    bases = _bases(book)
    if not bases:
        return
    years = tuple(range(min(base for _, base in bases), book.years[-1] + 1))
    heads = tuple(Cell(book.say("factor_of_year", year=year), style=Style.HEADER) for year in years)
    making.rows += [
        Row(()),
        Row((Cell(book.say("factor_block"), style=Style.HEADING, wrap=False),)),
        Row((None, None, None, *(Cell(year, Kind.YEAR, Style.NOTE) for year in years))),
        Row((*book.headers("factor_id", "factor_base", "assumption_title"), *heads)),
    ]
    first = len(making.rows)
    for used in bases:
        making.rows.append(_factor_row(book, used, years, len(making.rows), first - 2))
    making.names |= _columns(first, len(bases), factor_id=_ID)
    making.names |= {
        f"factor_{year}": Area(first, _FIRST + place, first + len(bases) - 1, _FIRST + place)
        for place, year in enumerate(years)
        if year in book.years
    }


def _factor_row(book: Book, used: tuple[str, int], years: Sequence[int], at: int, keys_row: int) -> Row:
    id_, base = used
    index = book.plan.strategy.price_indices[id_]
    cells = [code(f"{id_}/{base}"), Cell(base, Kind.YEAR), text(book.text(index.title))]
    factor = _ONE
    for place, year in enumerate(years):
        if place == 0:
            cells.append(Cell(factor, Kind.NUMBER, pattern=_FACTOR_PATTERN))
            continue
        if year > base:
            factor = chained(factor, index.index.get(year, WHOLE))
        key, own_base = address(at, _ID, column_fixed=True), address(at, _TITLE, column_fixed=True)
        step = f'INDEX(index_{year},MATCH(LEFT({key},FIND("/",{key})-1),index_id,0))'
        before, of_year = address(at, _FIRST + place - 1), address(keys_row, _FIRST + place, row_fixed=True)
        formula = f'IF({of_year}<={own_base},1,IF({step}="",{before},ROUND({before}*{step},6)))'
        cells.append(Cell(factor, Kind.NUMBER, formula=formula, pattern=_FACTOR_PATTERN))
    return Row(tuple(cells))


def _rates(book: Book, making: _Making) -> None:
    rates = tuple(book.plan.strategy.exchange_rates.values())
    count = len(book.years)
    general, own, effective = _FIRST + 1, _FIRST + 2, _FIRST + 2 + count
    start = len(making.rows) + 4
    rows = []
    for number, one in enumerate(rates):
        cells = [code(one.id), text(book.text(one.title)), text(book.text(one.source)), code(one.currency), _rate(one.rate)]
        cells += [_rate(one.rate_by_year.get(year)) for year in book.years]
        for place, year in enumerate(book.years):
            of_year, whole = address(start + number, own + place), address(start + number, general)
            value = one.rate_by_year.get(year, one.rate)
            cells.append(Cell(value, Kind.NUMBER, formula=f'IF({of_year}="",{whole},{of_year})', pattern=_RATE_PATTERN))
        rows.append(Row((*cells, day(one.on))))
    header = Row(
        (
            *book.headers("assumption_id", "assumption_title", "assumption_source", "rate_currency", "rate"),
            *book.year_headers("own_rate_of_year"),
            *book.year_headers("rate_of_year"),
            *book.headers("rate_on"),
        )
    )
    columns = {general: EditableColumn("rate", ("rate",), Form.RATE)}
    columns |= {
        own + place: EditableColumn(f"rate_{year}", ("rate_by_year", str(year)), Form.RATE)
        for place, year in enumerate(book.years)
    }
    first = making.block(book.say("rate_block"), header, rows, rates, columns)
    making.names |= _columns(first, len(rows), rate_id=_ID)
    making.names |= {
        f"rate_{year}": Area(first, effective + place, first + len(rows) - 1, effective + place)
        for place, year in enumerate(book.years)
    }


def _columns(first: int, count: int, **places: int) -> dict[str, Area]:
    return {name: Area(first, place, first + count - 1, place) for name, place in places.items()}


def _share(per_cent: Decimal) -> Cell:
    return Cell(_part(per_cent), Kind.SHARE, Style.INPUT, pattern=SHARE_PATTERN)


def _part(per_cent: Decimal | None) -> Decimal | None:
    return None if per_cent is None else per_cent / WHOLE


def _rate(rate: Decimal | None) -> Cell:
    return Cell(rate, Kind.NUMBER, Style.INPUT, pattern=_RATE_PATTERN)
