"""The slides of the goals: all of the highest level, and each of them with those below it."""

from collections.abc import Iterator

from stratbuild.model.budget import goal_of, top_goal_of
from stratbuild.outputs.slides.deck import Deck
from stratbuild.quantity import ZERO, Money
from stratbuild.render.slides import Slide, SlideColumn, SlideTable
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure

_MOST_SLIDES = 5
"""With more goals of the highest level than this none of them has a slide of its own."""


def goal_slides(deck: Deck) -> Iterator[Slide]:
    """A table of the goals of the highest level, and one for each of them."""
    told, say = deck.told, deck.told.words.say
    plan, coverage = told.plan, told.plan.coverage
    if not coverage.top_goals:
        return
    money = plan.budget.total_by(top_goal_of(plan.strategy))
    columns = [
        SlideColumn("№", 6, "center"),
        SlideColumn(say("concept.goal"), 58),
        SlideColumn(say("concept.measures"), 12, "center"),
        SlideColumn(deck.say("sum", currency=told.currency()), 24, "right"),
    ]
    rows = []
    for goal in coverage.top_goals:
        count = told.words.number(len(_measures(deck, goal)))
        rows.append([told.code(goal.id), told.text(goal.title), count, told.words.money(money.get(goal.id, ZERO))])
    whole = told.words.number(len(plan.strategy.measures))
    rows.append(["", say("concept.total"), whole, told.words.money(plan.budget.total)])
    yield deck.slide(
        say("concept.goals_heading"), SlideTable(columns, rows, deck.say("goals_alternative"), total=True), Goal, BudgetLine
    )
    if len(coverage.top_goals) <= _MOST_SLIDES:
        yield from (slide for goal in coverage.top_goals if (slide := _goal(deck, goal)) is not None)


def _goal(deck: Deck, goal: Goal) -> Slide | None:
    told, say, coverage = deck.told, deck.told.words.say, deck.told.plan.coverage
    below = coverage.subgoals[goal.id]
    if not below:
        return None
    money = told.plan.budget.total_by(goal_of(told.plan.strategy))
    columns = [
        SlideColumn("№", 7, "center"),
        SlideColumn(told.level(below[0]), 36),
        SlideColumn(say("concept.expected_result"), 34),
        SlideColumn(say("concept.measures"), 9, "center"),
        SlideColumn(deck.say("sum", currency=told.currency()), 17, "right"),
    ]
    rows = []
    for one in below:
        measures = _measures(deck, one)
        spent = Money.total(money.get(part.id, ZERO) for part in _tree(deck, one))
        result = told.text(one.result) if one.result else say("papers.none")
        rows.append([told.code(one.id), told.text(one.title), result, told.words.number(len(measures)), told.words.money(spent)])
    table = SlideTable(columns, rows, deck.say("goal_alternative", code=told.code(goal.id)))
    return deck.slide(told.numbered_goal(goal), table, Goal, BudgetLine)


def _tree(deck: Deck, goal: Goal) -> list[Goal]:
    found = [goal]
    for one in deck.told.plan.coverage.subgoals[goal.id]:
        found += _tree(deck, one)
    return found


def _measures(deck: Deck, goal: Goal) -> list[Measure]:
    return [one for part in _tree(deck, goal) for one in deck.told.plan.coverage.measures_of_goal[part.id]]
