"""`budget-request.xlsx`: the group's proposal to the budget of the coming year and the two that follow."""

from collections.abc import Iterator

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.request.checks import checks_sheet
from stratbuild.outputs.sheets.request.content import Request
from stratbuild.outputs.sheets.request.facts import facts_of, facts_sheet, years_of
from stratbuild.outputs.sheets.request.form import RequestForm, shipped_form
from stratbuild.outputs.sheets.request.others import has_other_money, others_sheet
from stratbuild.outputs.sheets.request.sheet import request_sheet
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook

_WORDS = "budget_request"
_PATH = "budget-request.xlsx"


def budget_request(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """The community's own money by programme and code in the columns of the form; other money for information.

    A strategy without money makes none.
    """
    if plan.budget.amounts or plan.budget.after:
        yield request_workbook(plan, edition, shipped_form(edition.language, edition.templates))


def request_workbook(plan: Plan, edition: Edition, form: RequestForm) -> Workbook:
    """The workbook in the columns and the unit of a form."""
    years = years_of(plan, edition)
    facts = facts_of(plan, years)
    others = has_other_money(Request(Book.of(plan, edition, _WORDS, ()), form, years, facts))
    book = Book.of(plan, edition, _WORDS, ["request", *(["others"] if others else []), "facts", "checks"])
    request = Request(book, form, years, facts)
    sheets = [request_sheet(request), *([others_sheet(request)] if others else []), facts_sheet(book, facts, years)]
    return book.workbook(_PATH, book.say("request_title"), [*sheets, checks_sheet(request)])


OUTPUT = Output("budget-request", budget_request)
"""Named as its file."""
