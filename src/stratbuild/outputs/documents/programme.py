"""The forms of a programme: passport, measures, resources, financing, indicators, each a paper of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.programme.indicators_form import shipped_indicators_form
from stratbuild.outputs.programme.indicators_table import IndicatorsTable
from stratbuild.outputs.programme.measures_table import MeasuresTable
from stratbuild.outputs.programme.money_form import FINANCE, RESOURCES, shipped_money_form
from stratbuild.outputs.programme.money_table import MoneyTable
from stratbuild.outputs.programme.passport_form import shipped_passport_form
from stratbuild.outputs.programme.passport_table import PassportTable
from stratbuild.outputs.session.annexes import annex_head
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.plan.form import LONG, SHORT, shipped_form
from stratbuild.outputs.sheets.plan.form_table import FormTable
from stratbuild.render.ast import Block
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """A paper for every form that there is something to say in; none where the strategy has no passport."""
    if plan.strategy.settings.passport is None:
        return
    told = in_words(plan, edition.language, edition.templates)
    for form in _forms(told, edition):
        yield _paper(told, edition, form)


OUTPUT = Output("programme", view)


@dataclass(frozen=True)
class _Form:
    """One form: its name in `programme/`, its table, the lists whose figures it shows."""

    name: str
    table: Block
    kinds: tuple[type[Entity], ...]
    rounding_shows: bool = False
    wide: bool = False


def _forms(told: PlanInWords, edition: Edition) -> Iterator[_Form]:
    language, templates, plan = edition.language, edition.templates, told.plan
    passport = PassportTable(told, shipped_passport_form(language, templates))
    yield _Form("passport", passport.block(), (BudgetLine,), passport.rounding_shows)
    if plan.strategy.measures:
        book = Book(plan, edition, "plan_workbook", {}, locale(language, templates))
        for name, form in (("measures", LONG), ("measures-short", SHORT)):
            measures = MeasuresTable(told, FormTable(book, shipped_form(language, templates, form)))
            yield _Form(name, measures.block(), (BudgetLine, Measure), measures.rounding_shows, wide=True)
    if plan.budget.amounts:
        for name, form in (("resources", RESOURCES), ("finance", FINANCE)):
            money = MoneyTable(told, shipped_money_form(form, language, templates))
            yield _Form(name, money.block(), (BudgetLine,), money.rounding_shows)
    if plan.strategy.kpis or plan.budget.amounts:
        indicators = IndicatorsTable(told, shipped_indicators_form(language, templates))
        yield _Form("indicators", indicators.block(), (Kpi, BudgetLine), wide=True)


def _paper(told: PlanInWords, edition: Edition, form: _Form) -> Paper:
    stem, say = f"programme/{form.name}", told.words.say
    heading, title = say(f"programme.{form.name.replace('-', '_')}"), told.text(told.plan.strategy.settings.title)
    values: dict[str, object] = {
        "annex": annex_head(told.plan, edition, told, stem),
        "heading": heading,
        "title": title,
        "scenario": told.scenario(),
        "wide": form.wide,
        "table": form.table,
        "rounding_shows": form.rounding_shows,
        "is_illustrative": told.is_illustrative(*form.kinds),
        "edition": {"date": told.words.day(edition.as_of), "revision": edition.revision},
    }
    formats = (Format.DOCX, Format.PDF)
    return Paper(stem, formats, "programme.md.j2", f"{heading}. {title}", values, told.footer(edition), told.community())
