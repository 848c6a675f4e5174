"""The money in pictures: what every year costs and who pays it, and what share of it each goal has."""

from collections.abc import Sequence

from stratbuild.model.budget import source, top_goal_of, year
from stratbuild.outputs.chapters.money import MOST_YEARS
from stratbuild.outputs.chapters.picture_words import Marked
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import ZERO, Money
from stratbuild.render.ast import Block, Column, Row, Table, figure
from stratbuild.render.chart.bars import Bar, Bars, draw_bars
from stratbuild.render.chart.columns import Columns, Stack, draw_columns
from stratbuild.render.chart.fills import COUNT
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.source import FundingSource

_WHOLE = Money(1000)
"""A hundred per cent in tenths, for dividing so that the parts make up the whole."""


def money_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The columns of the years; nothing where nothing costs anything, or where there are more years than a picture holds."""
    budget, say = told.plan.budget, told.words.say
    if not budget.total or len(budget.years) > 2 * MOST_YEARS:
        return []
    paying = payers(told)
    names = [name for name, _ in paying]
    by_year = budget.total_by(year)
    stacks = [
        Stack(str(of), [sums[place].hundredths for _, sums in paying], told.words.money(by_year.get(of, ZERO)))
        for place, of in enumerate(budget.years)
    ]
    chart = Columns(stacks, names, lambda hundredths: told.words.number(hundredths // 100))
    alternative = " ".join([say("pictures.money_told"), *(_year_told(told, of, by_year.get(of, ZERO)) for of in budget.years)])
    caption = marked(say("pictures.money_caption", currency=told.currency()), (BudgetLine, FundingSource))
    rows = [Row([name, *map(told.words.money, sums)]) for name, sums in paying]
    columns = [Column(say("concept.source"), 40), *(Column(str(of), 20, "right") for of in budget.years)]
    return [figure(draw_columns(chart, alternative), caption, Table(columns, rows, row_titles=True).block())]


def goal_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The bars of the goals of the highest level; nothing where fewer than two of them cost anything."""
    sums = told.plan.budget.total_by(top_goal_of(told.plan.strategy))
    goals = [(one, sums[one.id]) for one in told.plan.coverage.top_goals if sums.get(one.id)]
    if len(goals) < 2:
        return []
    words, say = told.words, told.words.say
    tenths = _WHOLE.split_whole([money.hundredths for _, money in goals])
    shares = [words.share(one.decimal.scaleb(1)) for one in tenths]
    bars = [
        Bar(f"{told.code(goal.id)}. {told.text(goal.title)}", money.hundredths, f"{told.words.money(money)} ({share})")
        for (goal, money), share in zip(goals, shares, strict=True)
    ]
    parts = [
        say("pictures.goal_share", code=told.code(goal.id), share=share) for (goal, _), share in zip(goals, shares, strict=True)
    ]
    caption = marked(say("pictures.goals_caption", currency=told.currency()), (BudgetLine,))
    rows = [Row([bar.name, words.money(money), share]) for bar, (_, money), share in zip(bars, goals, shares, strict=True)]
    columns = [
        Column(say("concept.goal"), 56),
        Column(say("concept.total"), 24, "right"),
        Column(say("pictures.share"), 20, "right"),
    ]
    alternative = f"{say('pictures.goals_told')} {'; '.join(parts)}."
    return [figure(draw_bars(Bars(bars), alternative), caption, Table(columns, rows, row_titles=True).block())]


def payers(told: PlanInWords) -> list[tuple[str, Sequence[Money]]]:
    """The sources that pay anything, by year; where there are more than fills, the smallest are put together."""
    budget = told.plan.budget
    sums, years = budget.by(source, year), budget.years
    found: list[tuple[str, Sequence[Money]]] = [
        (told.short_source(id_), [sums.get((id_, of), ZERO) for of in years])
        for id_ in (*told.plan.strategy.sources, None)
        if any(sums.get((id_, of)) for of in years)
    ]
    if len(found) <= COUNT:
        return found
    largest = sorted(found, key=lambda one: Money.total(one[1]), reverse=True)[: COUNT - 1]
    kept = [one for one in found if one in largest]
    others = [one[1] for one in found if one not in largest]
    together = [Money.total(one[place] for one in others) for place in range(len(years))]
    return [*kept, (told.words.say("pictures.other_sources", count=len(others)), together)]


def _year_told(told: PlanInWords, of: int, money: Money) -> str:
    return told.words.say("pictures.money_of_year", year=str(of), sum=told.money(money))
