"""`plan.xlsx`: the measures in their order for those who carry them out."""

from collections.abc import Iterator

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.plan.kpis import kpis_sheet
from stratbuild.outputs.sheets.plan.measures import measures_sheet
from stratbuild.outputs.sheets.plan.order import order_sheet
from stratbuild.outputs.sheets.plan.units import units_sheet
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook

_SHEETS = {"measures": measures_sheet, "kpis": kpis_sheet, "units": units_sheet, "order": order_sheet}


def plan_workbook(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """Measures under their goals with dates and money, indicators, units, and the order of carrying out."""
    book = Book.of(plan, edition, "plan_workbook", _SHEETS)
    yield book.workbook("plan.xlsx", book.say("measures_title"), [_SHEETS[key](book) for key in book.titles])


OUTPUT = Output("plan", plan_workbook)
