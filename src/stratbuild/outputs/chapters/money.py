"""The money: sums by year and by anything else, whose totals are those of the plan."""

from collections.abc import Callable, Hashable, Mapping, Sequence

from stratbuild.model.budget import Key, economic_code, measure, source, top_goal_of, unit_of, year
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import ZERO, Money
from stratbuild.render.ast import Block, Column, Line, Row, Table

_MOST_YEARS = 6
"""With more years than this a table has no room for each, and shows the whole period only."""


def by_year_and(told: PlanInWords, key: Key, name: Callable[[Hashable], Line], order: Sequence[Hashable], title: str, caption: str) -> Block:
    """A table of sums: a row for each value of the key in the given order, a column for each year."""
    budget, words = told.plan.budget, told.words
    sums = budget.by(key, year)
    rows = [
        Row([name(value), *(_sum(told, sums.get((value, one), ZERO)) for one in shown_years(told)), words.money(_total(sums, value))])
        for value in order
        if any(group[0] == value for group in sums)
    ]
    years = budget.total_by(year)
    totals = [words.money(years.get(one, ZERO)) for one in shown_years(told)]
    rows.append(Row([words.say("concept.total"), *totals, words.money(budget.total)], "total"))
    years_shown = [Column(str(one), 18, "right") for one in shown_years(told)]
    columns = [Column(title, 30), *years_shown, Column(words.say("concept.total"), 20, "right")]
    return Table(columns, rows, caption, row_titles=True).block()


def by_source(told: PlanInWords, caption: str) -> Block:
    """The money by source and year; what nobody has been named to pay comes last."""
    order = [*told.plan.strategy.sources, None]
    return by_year_and(told, source, told.source, order, told.words.say("concept.source"), caption)


def by_top_goal(told: PlanInWords, caption: str) -> Block:
    """The money by goal of the highest level and year."""
    goals = told.plan.strategy.goals
    order = [goal.id for goal in told.plan.coverage.top_goals]
    key = top_goal_of(told.plan.strategy)

    def name(id_: Hashable) -> Line:
        return f"{told.code(str(id_))}. {told.text(goals[str(id_)].title)}"

    return by_year_and(told, key, name, order, told.words.say("concept.goal"), caption)


def by_economic_code(told: PlanInWords, caption: str) -> Block | None:
    """The money by economic code and year, with the codes' official names; nothing where no line has a code."""
    codes = {amount.line.economic_code for amount in told.plan.budget.amounts}
    if codes <= {None}:
        return None
    table = told.plan.classifiers.get(str(told.plan.strategy.settings.classifiers.economic))
    names: Mapping[str, str] = table.names if table is not None else {}
    order = [*sorted(code for code in codes if code is not None), None]

    def name(code: Hashable) -> Line:
        if code is None:
            return told.words.say("concept.no_code")
        official = names.get(str(code))
        return f"{code} – {official}" if official else str(code)

    return by_year_and(told, economic_code, name, order, told.words.say("concept.economic_code"), caption)


def of_units(told: PlanInWords) -> Block | None:
    """The units that lead or join measures, with the codes of those measures and the money that a unit leads."""
    plan, words, none = told.plan, told.words, told.words.say("papers.none")
    money = plan.budget.total_by(unit_of(plan.strategy))
    columns = [
        Column(words.say("concept.unit"), 34),
        Column(words.say("concept.leads"), 25),
        Column(words.say("concept.joins"), 22),
        Column(words.say("concept.money_led", currency=told.currency()), 19, "right"),
    ]
    rows: list[Row] = []
    for id_, unit in plan.strategy.units.items():
        led, joined = plan.coverage.measures_led[id_], plan.coverage.measures_joined[id_]
        if not led and not joined:
            continue
        head = f" ({told.text(unit.head)})" if unit.head else ""
        codes = [", ".join(told.code(one.id) for one in some) or none for some in (led, joined)]
        rows.append(Row([told.unit(id_) + head, *codes, words.money(money[id_]) if id_ in money else none]))
    if not rows:
        return None
    if None in money:
        rows.append(Row([words.say("concept.no_unit"), none, none, words.money(money[None])]))
    rows.append(Row([words.say("concept.total"), "", "", words.money(plan.budget.total)], "total"))
    return Table(columns, rows, words.say("concept.caption_units"), row_titles=True).block()


def of_measures(told: PlanInWords) -> Mapping[str, tuple[tuple[int, Money], ...]]:
    """By measure: the years in which it costs something, and how much."""
    found: dict[str, list[tuple[int, Money]]] = {}
    sums = told.plan.budget.by(measure, year)
    for one, when in sorted(sums, key=lambda group: int(str(group[1]))):
        found.setdefault(str(one), []).append((int(str(when)), sums[one, when]))
    return {id_: tuple(parts) for id_, parts in found.items()}


def shown_years(told: PlanInWords) -> tuple[int, ...]:
    """The years that have a column of their own."""
    years = told.plan.budget.years
    return years if len(years) <= _MOST_YEARS else ()


def _sum(told: PlanInWords, money: Money) -> str:
    return told.words.money(money) if money else told.words.say("papers.none")


def _total(sums: Mapping[tuple[Hashable, ...], Money], value: Hashable) -> Money:
    return Money.total(money for group, money in sums.items() if group[0] == value)
