"""`plan.xlsx`: when, in what order, by whom and for how much, for those who carry the measures out."""

from collections.abc import Callable, Iterator, Mapping

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book, Names
from stratbuild.outputs.sheets.plan.contributions import contributions_sheet
from stratbuild.outputs.sheets.plan.critical import critical_sheet
from stratbuild.outputs.sheets.plan.form import MeasuresForm, shipped_form
from stratbuild.outputs.sheets.plan.form_sheet import form_sheet
from stratbuild.outputs.sheets.plan.gantt import gantt_sheet
from stratbuild.outputs.sheets.plan.kpis import kpis_sheet
from stratbuild.outputs.sheets.plan.load import load_sheet
from stratbuild.outputs.sheets.plan.measures import measures_sheet
from stratbuild.outputs.sheets.plan.order import order_sheet
from stratbuild.outputs.sheets.plan.people import people_sheet
from stratbuild.outputs.sheets.plan.risks import risks_sheet
from stratbuild.outputs.sheets.plan.units import units_sheet
from stratbuild.planning.risk import risk
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Sheet, Workbook

_SHEETS: Mapping[str, Callable[[Book], tuple[Sheet, Names] | None]] = {
    "measures": measures_sheet,
    "gantt": gantt_sheet,
    "critical": critical_sheet,
    "load": load_sheet,
    "people": people_sheet,
    "kpis": kpis_sheet,
    "contributions": contributions_sheet,
    "units": units_sheet,
    "order": order_sheet,
    "risks": risks_sheet,
}
"""By key; the form of measures, which takes its columns from a file, comes after the measures."""


def plan_workbook(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """Measures under their goals with dates and money, their form, schedule, critical path, load, indicators and order."""
    yield plan_workbook_in(plan, edition, shipped_form(edition.language, edition.templates))


def plan_workbook_in(plan: Plan, edition: Edition, form: MeasuresForm) -> Workbook:
    """The workbook with the form of measures in the columns of a form. Sheets that would say nothing are absent."""
    sheets = {"measures": _SHEETS["measures"], "form": lambda book: form_sheet(book, form), **_SHEETS}
    book = Book.of(plan, edition, "plan_workbook", [key for key in sheets if _says_something(plan, key)])
    made = (sheets[key](book) for key in book.titles)
    return book.workbook("plan.xlsx", book.say("measures_title"), [one for one in made if one is not None])


def _says_something(plan: Plan, key: str) -> bool:
    match key:
        case "form":
            return bool(plan.strategy.measures)
        case "gantt":
            return bool(plan.windows or plan.milestones)
        case "critical":
            return bool(plan.timing)
        case "load" | "people":
            return bool(plan.loads)
        case "contributions":
            return bool(plan.contributions)
        case "risks":
            return plan.once(risk) is not None
    return True


OUTPUT = Output("plan", plan_workbook)
