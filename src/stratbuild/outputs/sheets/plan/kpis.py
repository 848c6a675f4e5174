"""The sheet of indicators: from what value to what value in which year, who reports it and from where."""

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, number, text
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style
from stratbuild.schema.kpi import Kpi

_HEADER_ROW, _FIRST_ROW = 3, 4
_BEFORE = (
    "kpi_goal",
    "kpi_title",
    "kpi_group",
    "kpi_unit",
    "kpi_direction",
    "kpi_baseline",
    "kpi_baseline_date",
    "kpi_baseline_source",
)
_AFTER = ("kpi_owner", "kpi_source", "kpi_measures", "kpi_id")


def kpis_sheet(book: Book) -> tuple[Sheet, Names]:
    """The indicators in the printed order of their goals; those without a goal come last."""
    years = _years(book)
    kpis = _ordered(book)
    width = len(_BEFORE) + len(years) + len(_AFTER)
    targets = tuple(Cell(book.say("kpi_target", year=str(year)), style=Style.HEADER) for year in years)
    sheet = Sheet(
        name=book.titles["kpis"],
        widths=(8, 46, 13, 12, 13, 11, 18, 28, *(10.5,) * len(years), 22, 30, 16, 13),
        rows=(
            *title_rows(book.say("kpis_title"), book.note("kpis_note", "kpis")),
            Row(()),
            Row((*book.headers(*_BEFORE), *targets, *book.headers(*_AFTER))),
            *(Row(_cells(book, kpi, years)) for kpi in kpis),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, _FIRST_ROW + max(len(kpis), 1) - 1, width - 1),
    )
    return sheet, {}


def _years(book: Book) -> tuple[int, ...]:
    """The years of the strategy and any further ones that a target is set for."""
    period = book.plan.period.years
    return tuple(sorted({*period, *(year for kpi in book.plan.strategy.kpis.values() for year in kpi.targets)}))


def _ordered(book: Book) -> list[Kpi]:
    coverage = book.plan.coverage
    listed = [kpi for goal in coverage.goals_in_order() for kpi in coverage.kpis_of_goal[goal.id]]
    return [*listed, *(kpi for kpi in book.plan.strategy.kpis.values() if kpi.goal is None)]


def _cells(book: Book, kpi: Kpi, years: tuple[int, ...]) -> tuple[Cell, ...]:
    coverage, baseline = book.plan.coverage, kpi.baseline
    return (
        code(coverage.codes[kpi.goal] if kpi.goal else None),
        text(book.text(kpi.title)),
        text(book.say(f"group_{kpi.group.value}") if kpi.group else ""),
        text(book.text(kpi.measurement_unit)),
        text(book.say(f"direction_{kpi.direction.value}")),
        number(baseline.value if baseline else None),
        text(book.locale.plan_date(baseline.on) if baseline and baseline.on else ""),
        text(book.text(baseline.source) if baseline else ""),
        *(number(kpi.targets.get(year)) for year in years),
        text(book.unit_name(book.plan.strategy.units[kpi.owner]) if kpi.owner else ""),
        text(book.text(kpi.source)),
        text(book.codes_of(coverage.measures_of_kpi[kpi.id])),
        code(kpi.id),
    )
