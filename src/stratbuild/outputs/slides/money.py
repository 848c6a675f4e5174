"""The slides of the money: by year and source, by goal, the largest measures, the units that answer for it."""

from collections.abc import Iterator

from stratbuild.model.budget import measure as measure_of
from stratbuild.model.budget import top_goal_of, unit_of, year
from stratbuild.outputs.chapters.money import MOST_YEARS
from stratbuild.outputs.chapters.money_picture import payers
from stratbuild.outputs.slides.deck import MOST, Deck
from stratbuild.quantity import ZERO, Money
from stratbuild.render.slides import Slide, SlideChart, SlideColumn, SlideSeries, SlideTable
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.measure import Measure
from stratbuild.schema.source import FundingSource
from stratbuild.schema.unit import ResponsibleUnit

_PATTERN = "#,##0"


def money_slides(deck: Deck) -> Iterator[Slide]:
    """Two charts and two tables; none where nothing costs anything."""
    budget = deck.told.plan.budget
    if not budget.total:
        return
    if len(budget.years) <= MOST_YEARS:
        yield _by_year(deck)
    if (
        len([one for one in deck.told.plan.coverage.top_goals if one.id in budget.total_by(top_goal_of(deck.told.plan.strategy))])
        > 1
    ):
        yield _by_goal(deck)
    yield _largest(deck)
    units = _units(deck)
    if units is not None:
        yield units


def _by_year(deck: Deck) -> Slide:
    told, budget = deck.told, deck.told.plan.budget
    series = [SlideSeries(name, [one.decimal for one in sums]) for name, sums in payers(told)]
    totals = budget.total_by(year)
    said = "; ".join(f"{of}: {told.money(totals.get(of, ZERO))}" for of in budget.years)
    title = deck.say("by_year", total=told.money(budget.total))
    chart = SlideChart(
        "stacked columns", [str(of) for of in budget.years], series, _PATTERN, f"{deck.say('by_year_alternative')} {said}."
    )
    return deck.slide(title, chart, BudgetLine, FundingSource)


def _by_goal(deck: Deck) -> Slide:
    told = deck.told
    sums = told.plan.budget.total_by(top_goal_of(told.plan.strategy))
    goals = [one for one in told.plan.coverage.top_goals if one.id in sums]
    names = [f"{told.code(one.id)}. {told.text(one.title)}" for one in goals]
    series = [SlideSeries(deck.say("sum", currency=told.currency()), [sums[one.id].decimal for one in goals])]
    said = "; ".join(f"{told.code(one.id)}: {told.money(sums[one.id])}" for one in goals)
    chart = SlideChart("bars", names, series, _PATTERN, f"{deck.say('by_goal_alternative')} {said}.")
    return deck.slide(deck.say("by_goal", currency=told.currency()), chart, BudgetLine)


def _largest(deck: Deck) -> Slide:
    told, say = deck.told, deck.told.words.say
    sums = {str(id_): money for id_, money in told.plan.budget.total_by(measure_of).items()}
    order = {one.id: place for place, one in enumerate(told.plan.coverage.measures_in_order())}
    chosen = sorted(sums, key=lambda id_: (-sums[id_].hundredths, order[id_]))[:MOST]
    columns = [
        SlideColumn("№", 8, "center"),
        SlideColumn(say("concept.measure"), 46),
        SlideColumn(say("concept.lead"), 26),
        SlideColumn(deck.say("sum", currency=told.currency()), 20, "right"),
    ]
    rows = []
    for id_ in chosen:
        measure = told.plan.strategy.measures[id_]
        lead = told.short_unit(measure.lead) if measure.lead else say("papers.none")
        rows.append([told.code(id_), told.text(measure.title), lead, told.words.money(sums[id_])])
    share = _share(deck, Money.total(sums[id_] for id_ in chosen))
    title = deck.say("largest", share=share) if len(chosen) < len(sums) else deck.say("all_measures")
    return deck.slide(title, SlideTable(columns, rows, deck.say("largest_alternative")), Measure, BudgetLine)


def _share(deck: Deck, part: Money) -> str:
    whole = deck.told.plan.budget.total
    tenths, _ = Money(100).split_whole([part.hundredths, whole.hundredths - part.hundredths])
    return deck.told.words.share(tenths.decimal.scaleb(2))


def _units(deck: Deck) -> Slide | None:
    told, say = deck.told, deck.told.words.say
    money = told.plan.budget.total_by(unit_of(told.plan.strategy))
    leading = [id_ for id_ in told.plan.strategy.units if told.plan.coverage.measures_led[id_]]
    if not leading:
        return None
    chosen = sorted(leading, key=lambda id_: (-money.get(id_, ZERO).hundredths, leading.index(id_)))[:MOST]
    columns = [
        SlideColumn(say("concept.unit"), 52),
        SlideColumn(say("concept.measures"), 18, "center"),
        SlideColumn(deck.say("sum", currency=told.currency()), 30, "right"),
    ]
    rows = [
        [told.unit(id_), told.words.number(len(told.plan.coverage.measures_led[id_])), told.words.money(money.get(id_, ZERO))]
        for id_ in chosen
    ]
    return deck.slide(
        say("concept.units_heading"), SlideTable(columns, rows, deck.say("units_alternative")), ResponsibleUnit, BudgetLine
    )
