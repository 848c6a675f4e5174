"""The money: sums by year and by anything else, whose totals are those of the plan."""

from collections.abc import Hashable, Mapping

from stratbuild.model.budget import Key, economic_code, measure, source, top_goal_of, unit_of, year
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import ZERO, Money
from stratbuild.render.ast import Block, Column, Row, Table

MOST_YEARS = 6
"""With more years than this a table has no room for each, and shows the whole period only."""


def by_year_and(told: PlanInWords, key: Key, names: Mapping[Hashable, str], title: str, caption: str) -> Block:
    """A table of sums: a row for each value of the key that costs something, in the order of its names, a column for each year."""
    budget, words, shown = told.plan.budget, told.words, shown_years(told)
    sums, totals, years = budget.by(key, year), budget.total_by(key), budget.total_by(year)
    rows = [
        Row([name, *(_sum(told, sums.get((value, one), ZERO)) for one in shown), words.money(totals[value])])
        for value, name in names.items()
        if value in totals
    ]
    in_all = [words.money(years.get(one, ZERO)) for one in shown]
    rows.append(Row([words.say("concept.total"), *in_all, words.money(budget.total)], "total"))
    of_years = [Column(str(one), 18, "right") for one in shown]
    columns = [Column(title, 30), *of_years, Column(words.say("concept.total"), 20, "right")]
    return Table(columns, rows, caption, row_titles=True).block()


def by_source(told: PlanInWords, caption: str) -> Block:
    """The money by source and year; what nobody has been named to pay comes last."""
    names: dict[Hashable, str] = {id_: told.source(id_) for id_ in (*told.plan.strategy.sources, None)}
    return by_year_and(told, source, names, told.words.say("concept.source"), caption)


def by_top_goal(told: PlanInWords, caption: str) -> Block:
    """The money by goal of the highest level and year."""
    names: dict[Hashable, str] = {
        goal.id: f"{told.code(goal.id)}. {told.text(goal.title)}" for goal in told.plan.coverage.top_goals
    }
    return by_year_and(told, top_goal_of(told.plan.strategy), names, told.words.say("concept.goal"), caption)


def by_economic_code(told: PlanInWords, caption: str) -> Block | None:
    """The money by economic code and year, with the codes' official names; nothing where no line has a code."""
    codes = sorted({amount.line.economic_code for amount in told.plan.budget.amounts} - {None}, key=str)
    if not codes:
        return None
    table = told.plan.classifiers.get(str(told.plan.strategy.settings.classifiers.economic))
    official: Mapping[str, str] = table.names if table is not None else {}
    names: dict[Hashable, str] = {
        code: f"{code} – {official[code]}" if code in official else str(code) for code in map(str, codes)
    }
    return by_year_and(
        told, economic_code, {**names, None: told.words.say("concept.no_code")}, told.words.say("concept.economic_code"), caption
    )


def of_units(told: PlanInWords, caption: str) -> Block | None:
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
    return Table(columns, rows, caption, row_titles=True).block()


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
    return years if len(years) <= MOST_YEARS else ()


def _sum(told: PlanInWords, money: Money) -> str:
    return told.words.money(money) if money else told.words.say("papers.none")
