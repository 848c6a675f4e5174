"""`budget.xlsx`: the budget for finance, with live formulas and their stored values."""

from collections.abc import Callable, Iterator, Mapping

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.sheets.book import Book, Names
from stratbuild.outputs.sheets.budget.about import about_sheet
from stratbuild.outputs.sheets.budget.after import after_sheet, has_costs_after
from stratbuild.outputs.sheets.budget.assumptions import assumptions_sheet, has_assumptions
from stratbuild.outputs.sheets.budget.charts import charts_sheet
from stratbuild.outputs.sheets.budget.checks import checks_sheet
from stratbuild.outputs.sheets.budget.codes import economic_sheet, programme_sheet
from stratbuild.outputs.sheets.budget.financing import financing_sheet
from stratbuild.outputs.sheets.budget.goals import goals_sheet
from stratbuild.outputs.sheets.budget.lines import lines_sheet, uses_economic_codes, uses_programmes
from stratbuild.outputs.sheets.budget.lists import lists_sheet
from stratbuild.outputs.sheets.budget.scenario_changes import has_scenarios, scenario_lines_sheet
from stratbuild.outputs.sheets.budget.scenario_facts import scenario_facts_sheet
from stratbuild.outputs.sheets.budget.scenario_measures import scenario_measures_sheet
from stratbuild.outputs.sheets.budget.scenarios import scenarios_sheet
from stratbuild.outputs.sheets.budget.since import has_earlier, since_sheet
from stratbuild.outputs.sheets.budget.sources import sources_sheet
from stratbuild.outputs.sheets.budget.units import units_sheet
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Sheet, Workbook
from stratbuild.render.workbook_editable import with_contract

_SHEETS: Mapping[str, Callable[[Book], tuple[Sheet, Names]]] = {
    "about": about_sheet,
    "assumptions": assumptions_sheet,
    "lines": lines_sheet,
    "sources": sources_sheet,
    "goals": goals_sheet,
    "units": units_sheet,
    "economics": economic_sheet,
    "programmes": programme_sheet,
    "after": after_sheet,
    "scenarios": scenarios_sheet,
    "since": since_sheet,
    "charts": charts_sheet,
    "financing": financing_sheet,
    "scenario_measures": scenario_measures_sheet,
    "scenario_lines": scenario_lines_sheet,
    "scenario_facts": scenario_facts_sheet,
    "checks": checks_sheet,
    "lists": lists_sheet,
}
_ONLY_WHERE: Mapping[str, Callable[[Book], bool]] = {
    "assumptions": has_assumptions,
    "economics": uses_economic_codes,
    "programmes": uses_programmes,
    "after": has_costs_after,
    "scenarios": has_scenarios,
    "since": has_earlier,
    "scenario_measures": has_scenarios,
    "scenario_lines": has_scenarios,
    "scenario_facts": has_scenarios,
}
"""By sheet that not every strategy needs: whether this one does."""


def budget_workbook(plan: Plan, edition: Edition) -> Iterator[Workbook]:
    """Lines with their codes, the same money by source, goal, unit and code, and checks that all of it agrees.

    Every sum of the workbook goes back to the lines and to the table of facts, so that a changed cell
    changes all of them. Sheets that the strategy has nothing for are left out. What may be edited is
    described in the workbook itself, so that the edits can be read back.
    """
    all_sheets = Book.of(plan, edition, "budget_workbook", _SHEETS)
    used = [key for key in _SHEETS if _ONLY_WHERE.get(key, _always)(all_sheets)]
    book = Book.of(plan, edition, "budget_workbook", used)
    made = book.workbook("budget.xlsx", book.say("about_title"), [_SHEETS[key](book) for key in used])
    yield with_contract(made, _facts(plan, edition))


def _always(book: Book) -> bool:
    return bool(book.titles)


def _facts(plan: Plan, edition: Edition) -> Mapping[str, str]:
    """What the workbook says of itself to the program that reads it back."""
    community = plan.strategy.settings.community
    return {
        "community": community.katottg or plan.strategy.text(community.name),
        "revision": edition.revision,
        "scenario": plan.scenario.id if plan.scenario is not None else "",
        "as_of": edition.as_of.isoformat(),
        "language": edition.language,
        "currency": plan.strategy.settings.currency,
    }


OUTPUT = Output("budget", budget_workbook)
