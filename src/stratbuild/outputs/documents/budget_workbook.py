"""`budget.xlsx`: the budget for finance, with live formulas and their stored values."""

from collections.abc import Iterator

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.budget_about import about_sheet
from stratbuild.outputs.sheets.budget_charts import charts_sheet
from stratbuild.outputs.sheets.budget_checks import checks_sheet
from stratbuild.outputs.sheets.budget_codes import economic_sheet, programme_sheet
from stratbuild.outputs.sheets.budget_financing import financing_sheet
from stratbuild.outputs.sheets.budget_goals import goals_sheet
from stratbuild.outputs.sheets.budget_lines import lines_sheet, uses_economic_codes, uses_programmes
from stratbuild.outputs.sheets.budget_lists import lists_sheet
from stratbuild.outputs.sheets.budget_sources import sources_sheet
from stratbuild.outputs.sheets.budget_units import units_sheet
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook

_SHEETS = {
    "about": about_sheet,
    "lines": lines_sheet,
    "sources": sources_sheet,
    "goals": goals_sheet,
    "units": units_sheet,
    "economics": economic_sheet,
    "programmes": programme_sheet,
    "charts": charts_sheet,
    "financing": financing_sheet,
    "checks": checks_sheet,
    "lists": lists_sheet,
}


def budget_workbook(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """Lines with their codes, the same money by source, goal, unit and code, and checks that all of it agrees.

    Every sum of the workbook goes back to the lines and to the table of facts, so that a changed cell
    changes all of them. Sheets of codes that the strategy does not use are left out.
    """
    book = Book.of(plan, edition, "budget_workbook", _SHEETS)
    left_out = {key for key, used in (("economics", uses_economic_codes), ("programmes", uses_programmes)) if not used(book)}
    if left_out:
        book = Book.of(plan, edition, "budget_workbook", [key for key in _SHEETS if key not in left_out])
    sheets = [_SHEETS[key](book) for key in book.titles]
    yield book.workbook("budget.xlsx", book.say("about_title"), sheets)


OUTPUT = Output("budget", budget_workbook)
