"""The concept: all of the strategy as one paper for the council and the residents."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from stratbuild.model import Plan
from stratbuild.outputs.chapters.assumptions import assumptions_table
from stratbuild.outputs.chapters.goals import goal_tree, measure_facts, order_table
from stratbuild.outputs.chapters.indicators import kpi_sources, kpi_table, results_table
from stratbuild.outputs.chapters.money import by_economic_code, by_source, by_top_goal, of_measures, of_units
from stratbuild.outputs.chapters.needs import matrix_table, programmes_table, reasons
from stratbuild.outputs.chapters.outlook import after_table, programme_limits, scenario_table
from stratbuild.outputs.chapters.pictures import plan_pictures
from stratbuild.outputs.chapters.risks import risk_chapter
from stratbuild.outputs.chapters.schedule import plan_table
from stratbuild.outputs.chapters.state import findings_tables
from stratbuild.outputs.chapters.surveys import answers_tables, surveys
from stratbuild.outputs.chapters.swot import swot_table
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.programme.passport_form import shipped_passport_form
from stratbuild.outputs.programme.passport_table import PassportTable
from stratbuild.outputs.session.annexes import annex_head
from stratbuild.quantity import Money
from stratbuild.render.ast import Line
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.render.tree import line
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.exchange_rate import ExchangeRate
from stratbuild.schema.file import SETTINGS
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.measure import Measure
from stratbuild.schema.price_index import PriceIndex
from stratbuild.schema.programme import BudgetProgramme
from stratbuild.schema.scenario import Scenario
from stratbuild.schema.source import FundingSource
from stratbuild.schema.vat_rate import VatRate

_CHAPTERS = ("introduction", "methodology", "present_state", "vision", "context", "expected_results", "monitoring")
"""The chapters that people write whole."""

_DEEPEST_HEADING = 4


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """One paper: what each of its parts says. Parts about which the strategy says nothing are empty."""
    told = in_words(plan, edition.language, edition.templates)
    settings = plan.strategy.settings
    title = told.text(settings.title)
    money = of_measures(told)
    marked = partial(_with_mark, told)
    values: dict[str, object] = {
        "title": title,
        "community": told.text(settings.community.name),
        "scenario": _scenario(told),
        "stage": told.words.say(f"papers.stages.{settings.stage.value}"),
        "period": told.period(),
        "edition": {"date": told.words.day(edition.as_of), "revision": edition.revision, "version": edition.programme_version},
        "currency": told.currency(),
        "price_base": settings.price_base,
        "illustrative": told.text(settings.illustrative.note) if settings.illustrative else None,
        "annex": annex_head(plan, edition, told, "concept"),
        "passport": None
        if settings.passport is None
        else PassportTable(told, shipped_passport_form(edition.language, edition.templates)).block(),
        "findings": findings_tables(told, marked),
        "surveys": surveys(told, marked),
        "answers": answers_tables(told, marked),
        "programmes": programmes_table(told),
        "matrix": matrix_table(told, marked),
        "swot": swot_table(told),
        **{name: told.long(getattr(settings, name), f"{SETTINGS}.{name}") for name in _CHAPTERS},
        "counts": _counts(told),
        "goal_tree": goal_tree(told) if plan.coverage.top_goals else None,
        "goals": [_goal(told, goal, money) for goal in plan.coverage.goals_in_order()],
        "unplaced_kpis": kpi_table(
            told, [kpi for kpi in plan.strategy.kpis.values() if kpi.goal is None], _marked(told, "caption_kpis_of_all", Kpi)
        ),
        "results": results_table(told, _marked(told, "caption_results", Kpi)),
        "plan": plan_table(told, _marked(told, "caption_plan", BudgetLine)) if plan.strategy.measures else None,
        "pictures": plan_pictures(told, marked),
        "budget": _budget(told) if plan.budget.amounts else None,
        "units": of_units(told, _marked(told, "caption_units", BudgetLine)),
        "order": order_table(told),
        "risks": risk_chapter(told, marked),
        "kpi_sources": kpi_sources(told),
    }
    yield Paper(
        "concept", (Format.DOCX, Format.PDF, Format.HTML), "concept.md.j2", title, values, told.footer(edition), told.community()
    )


OUTPUT = Output("concept", view)


def _counts(told: PlanInWords) -> list[tuple[str, str]]:
    """What the strategy consists of, in numbers: a name and a number."""
    strategy, words = told.plan.strategy, told.words
    levels = told.plan.coverage.levels.values()
    counted = [
        (words.say("concept.level_count", level=_level_name(told, level)), sum(1 for one in levels if one == level))
        for level in sorted(set(levels))
    ]
    counted += [(words.say("concept.measures"), len(strategy.measures)), (words.say("concept.kpis_heading"), len(strategy.kpis))]
    found = [(name, words.number(count)) for name, count in counted if count]
    if told.plan.budget.amounts:
        found.append((_marked_words(told, "money_of_period", BudgetLine), told.money(told.plan.budget.total)))
    return found


def _level_name(told: PlanInWords, level: int) -> str:
    names = told.plan.strategy.settings.goal_levels
    return told.text(names[level]) if level < len(names) else told.words.say("concept.goal")


def _goal(told: PlanInWords, goal: Goal, money: Mapping[str, Sequence[tuple[int, Money]]]) -> Mapping[str, object]:
    coverage = told.plan.coverage
    level = coverage.levels[goal.id] + 1
    below = _below(told, goal)
    spent = Money.total(part for measure in below for _, part in money.get(measure.id, ()))
    return {
        "level": min(level, _DEEPEST_HEADING),
        "heading": told.goal_line(goal),
        "description": told.long(goal.description, f"{goal.id}.description"),
        "result": _sentence(told, goal) if goal.result else None,
        "because": reasons(told, goal),
        "money": told.money(spent) if spent else None,
        "money_label": _marked_words(told, "money_of_goal", BudgetLine),
        "kpis": kpi_table(told, coverage.kpis_of_goal[goal.id], _marked(told, "caption_kpis", Kpi, code=told.code(goal.id))),
        "measure_level": min(level + 1, _DEEPEST_HEADING),
        "measures": [_measure(told, measure, money.get(measure.id, ())) for measure in coverage.measures_of_goal[goal.id]],
    }


def _sentence(told: PlanInWords, goal: Goal) -> Line:
    """The result of a goal, which stands among sentences, with the full stop that its author did not need."""
    found = told.field(goal, "result")
    return found if line(found.node).endswith((".", "!", "?", "…")) else [found, "."]


def _below(told: PlanInWords, goal: Goal) -> Sequence[Measure]:
    coverage = told.plan.coverage
    waiting, found = [goal], list[Measure]()
    while waiting:
        one = waiting.pop()
        found += coverage.measures_of_goal[one.id]
        waiting += coverage.subgoals[one.id]
    return found


def _measure(told: PlanInWords, measure: Measure, money: Sequence[tuple[int, Money]]) -> Mapping[str, object]:
    label = _marked_words(told, "money", BudgetLine)
    return {
        "heading": told.measure_heading(measure),
        "description": told.long(measure.description, f"{measure.id}.description"),
        "facts": measure_facts(told, measure, money, label),
    }


def _budget(told: PlanInWords) -> Mapping[str, object]:
    currency = told.currency()
    return {
        "total": told.money(told.plan.budget.total),
        "by_source": by_source(told, _marked(told, "caption_by_source", FundingSource, BudgetLine, currency=currency)),
        "by_goal": by_top_goal(told, _marked(told, "caption_by_goal", BudgetLine, currency=currency)),
        "by_code": by_economic_code(told, _marked(told, "caption_by_code", BudgetLine, currency=currency)),
        "programme_limits": programme_limits(told, _marked(told, "caption_programme_limits", BudgetLine, BudgetProgramme)),
        "assumptions": assumptions_table(told, _marked(told, "caption_assumptions", VatRate, PriceIndex, ExchangeRate)),
        "after": after_table(told, _marked(told, "caption_after", BudgetLine)),
        "scenarios": scenario_table(told, _marked(told, "caption_scenarios", BudgetLine, Scenario)),
        "scenarios_told": [_described(told, one) for one in told.plan.strategy.scenarios.values()],
    }


def _scenario(told: PlanInWords) -> Mapping[str, object] | None:
    """The scenario that the paper shows; nothing where it shows the strategy as written."""
    found = told.plan.scenario
    return None if found is None else _described(told, found)


def _described(told: PlanInWords, scenario: Scenario) -> Mapping[str, object]:
    return {"title": told.text(scenario.title), "description": told.long(scenario.description, f"{scenario.id}.description")}


def _marked(told: PlanInWords, name: str, *kinds: type[Entity], **facts: object) -> str:
    """A caption, and that the figures are illustrative where the strategy says so of any of these lists."""
    facts.setdefault("currency", told.currency())
    return _with_mark(told, told.words.say(f"concept.{name}", **facts), kinds)


def _marked_words(told: PlanInWords, name: str, *kinds: type[Entity]) -> str:
    return _with_mark(told, told.words.say(f"concept.{name}"), kinds)


def _with_mark(told: PlanInWords, written: str, kinds: Iterable[type[Entity]]) -> str:
    return told.marked(written, *kinds)
