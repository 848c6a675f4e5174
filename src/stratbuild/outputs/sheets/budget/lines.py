"""The sheet of the budget lines: what is entered, and what follows from it on the same row."""

from collections.abc import Mapping

from stratbuild.model import Classifier
from stratbuild.model.budget import line as line_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.line_columns import columns
from stratbuild.outputs.sheets.budget.line_table import LineColumn, LineRow, is_detailed
from stratbuild.outputs.sheets.cells import money
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Alert, Area, Cell, Choice, Row, Sheet, Style, padded
from stratbuild.render.workbook_contract import EditableRow, EditableTable, NewRows
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.budget_line import BudgetLine

_TOTAL_ROW, _YEARS_ROW, _MACHINE_ROW, _HEADER_ROW = 3, 5, 7, 8
FIRST_ROW = 9


def ordered_lines(book: Book) -> tuple[BudgetLine, ...]:
    """The lines in the printed order of their measures."""
    coverage = book.plan.coverage
    return tuple(line for measure in coverage.measures_in_order() for line in coverage.lines_of_measure[measure.id])


def uses_economic_codes(book: Book) -> bool:
    """Whether the strategy classifies its expenditure by economic codes."""
    lines = book.plan.strategy.budget_lines.values()
    return book.plan.strategy.settings.classifiers.economic is not None or any(line.economic_code for line in lines)


def uses_programmes(book: Book) -> bool:
    """Whether any line names a budget programme."""
    return any(line.programme for line in book.plan.strategy.budget_lines.values())


def economic_titles(book: Book) -> Mapping[str, str]:
    """The official names of the economic codes, where the strategy has a classifier with names."""
    table = economic_classifier(book)
    return table.names if table is not None else {}


def economic_classifier(book: Book) -> Classifier | None:
    """The table of the economic codes that the strategy asks for, where it was given."""
    asked = book.plan.strategy.settings.classifiers.economic
    return book.plan.classifiers.get(asked.value) if asked is not None else None


def status_cell(book: Book) -> Cell:
    """The verdict of all checks, shown on every sheet."""
    return Cell(book.say("all_checks_pass"), style=Style.NOTE, formula="check_status", wrap=False)


def lines_sheet(book: Book) -> tuple[Sheet, Names]:
    """All lines, in the printed order of their measures, with the total above the headers."""
    made = columns(
        book,
        programmes=uses_programmes(book),
        economic_codes=uses_economic_codes(book),
        economic_titles=economic_titles(book),
    )
    places = {column.key: place for place, column in enumerate(made)}
    sums = book.plan.budget.by(line_of, year_of)
    lines = [
        LineRow(item, FIRST_ROW + number, {year: sums.get((item.id, year), ZERO) for year in book.years}, places)
        for number, item in enumerate(ordered_lines(book))
    ]
    last_row = FIRST_ROW + max(len(lines), 1) - 1
    editable = {place: column.editable for place, column in enumerate(made) if column.editable is not None}
    table = EditableTable(
        key="lines",
        collection="budget_lines",
        header_row=_MACHINE_ROW,
        first_row=FIRST_ROW,
        mark_column=0,
        columns=editable,
        rows=tuple(EditableRow(line.item.id, line.item.id) for line in lines),
        new_rows=NewRows.ITEM,
    )
    rows = [
        *title_rows(book.say("lines_title"), book.note("lines_note", "budget_lines"), status_cell(book)),
        _sums_row(book, places, lines, visible=False),
        _sums_row(book, places, lines, visible=True),
        Row((*(None,) * places[f"amount_{book.years[0]}"], *book.year_keys())),
        Row(tuple(Cell(column.mark or None, style=Style.NOTE) for column in made)),
        machine_header("lines", 0, editable),
        Row(tuple(column.header for column in made)),
        *(Row(tuple(column.cell(line) for column in made)) for line in lines),
    ]
    sheet = Sheet(
        name=book.titles["lines"],
        widths=tuple(column.width for column in made),
        rows=tuple(rows),
        frozen=(FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last_row, len(made) - 1),
        protected=True,
        unlocked=Area(FIRST_ROW, 0, last_row, len(made) - 1),
        choices=tuple(_choices(book, places, last_row)),
        alerts=(Alert(Area(FIRST_ROW, places["rest"], last_row, places["rest"]), "!=", 0),),
        printed_columns=(0, places["sources"]),
        folded_columns=_folded(made),
        tables=(table,),
    )
    return sheet, _names(book, places, last_row)


def _folded(made: tuple[LineColumn, ...]) -> tuple[tuple[int, int], ...]:
    """The columns of how an amount comes about fold away together."""
    inner = [place for place, column in enumerate(made) if column.is_detail]
    return ((inner[0], inner[-1]),) if inner else ()


def _sums_row(book: Book, places: Mapping[str, int], lines: list[LineRow], *, visible: bool) -> Row:
    """The sums of all rows, or of those that a filter leaves."""
    label, style = (book.say("visible_rows"), Style.SUBTOTAL) if visible else (book.say("total"), Style.TOTAL)
    first = places[f"amount_{book.years[0]}"]
    last_row = FIRST_ROW + max(len(lines), 1) - 1
    by_year = [Money.total(line.sums[year] for line in lines) for year in book.years]
    cells: list[Cell | None] = list(padded((Cell(label, style=style, wrap=False),), first, Cell(style=style)))
    for offset, total in enumerate([*by_year, Money.total(by_year)]):
        area = Area(FIRST_ROW, first + offset, last_row, first + offset)
        cells.append(money(total, style, f"SUBTOTAL(109,{area})" if visible else f"SUM({area})"))
    return Row(padded(cells, places["sources"] + 1, Cell(style=style)))


def _choices(book: Book, places: Mapping[str, int], last_row: int) -> list[Choice]:
    """Cells that should hold a code or an id of a list."""
    wanted = {
        "economic": ("kekv_leaf", "choice_title", "choice_economic", bool(economic_titles(book))),
        "programme": ("programme_list", "choice_title", "choice_programme", bool(book.plan.strategy.programmes)),
        "measure": ("measure_list", "choice_title_other", "choice_measure", bool(book.plan.strategy.measures)),
    }
    found = []
    for key, (source, title, message, given) in wanted.items():
        if given and key in places:
            area = Area(FIRST_ROW, places[key], last_row, places[key])
            found.append(Choice(area, source, book.say(title), book.say(message)))
    return found


def _names(book: Book, places: Mapping[str, int], last_row: int) -> dict[str, Area]:
    first, last = places[f"amount_{book.years[0]}"], places[f"amount_{book.years[-1]}"]

    def area(key: str) -> Area:
        return Area(FIRST_ROW, places[key], last_row, places[key])

    names = {
        f"line_{key}": area(key) for key in ("id", "measure", "unit", "economic", "programme", "total", "rest") if key in places
    }
    names["line_amounts"] = Area(FIRST_ROW, first, last_row, last)
    names["line_years"] = Area(_YEARS_ROW, first, _YEARS_ROW, last)
    for year in book.years:
        place = places[f"amount_{year}"]
        names[f"amt_{year}"] = area(f"amount_{year}")
        names[f"stated_{year}"] = area(f"stated_{year}" if is_detailed(book.plan.strategy) else f"amount_{year}")
        names[f"lines_{year}"] = Area(_TOTAL_ROW, place, _TOTAL_ROW, place)
        if f"coefficient_{year}" in places:
            names[f"coefficient_{year}"] = area(f"coefficient_{year}")
    names["lines_total"] = names["budget_total"] = Area(_TOTAL_ROW, places["total"], _TOTAL_ROW, places["total"])
    return names
