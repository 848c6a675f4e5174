"""Beside the money of the plan: what keeping its results costs, the limits of programmes, other courses of things."""

from collections.abc import Sequence
from dataclasses import dataclass

from stratbuild.model.budget import programme, year
from stratbuild.outputs.chapters.money import MOST_YEARS, shown_years
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import ZERO, Money, rounding_gap
from stratbuild.render.ast import Block, Cell, Column, Row, Table

_DECIMALS = 1


@dataclass(frozen=True)
class InThousands:
    """A table in thousands, and whether its rounded sums miss a rounded total."""

    table: Block
    rounding_shows: bool


def after_table(told: PlanInWords, caption: str) -> Block | None:
    """Every line whose cost goes on after the strategy, with what it costs in each year that is shown."""
    plan, words = told.plan, told.words
    years = sorted({one.year for one in plan.budget.after})
    if not years:
        return None
    sums: dict[tuple[str, int], Money] = {}
    for one in plan.budget.after:
        sums[one.line.id, one.year] = sums.get((one.line.id, one.year), ZERO) + one.money
    lines = list(dict.fromkeys(one.line.id for one in plan.budget.after))
    rows = []
    for id_ in lines:
        line = plan.strategy.budget_lines[id_]
        paid = [sums.get((id_, of), ZERO) for of in years]
        rows.append(Row([told.text(line.title), told.code(line.measure), *_shown(told, paid)]))
    totals = [Money.total(sums.get((id_, of), ZERO) for id_ in lines) for of in years]
    rows.append(Row([words.say("concept.total"), "", *_shown(told, totals)], "total"))
    columns = [Column(words.say("concept.recurring_line"), 40), Column(words.say("concept.measure"), 12)]
    columns += [Column(str(of), 18, "right") for of in years]
    return Table([*columns, Column(words.say("concept.total"), 18, "right")], rows, caption, row_titles=True).block()


def programme_limits(told: PlanInWords, caption: str) -> Block | None:
    """By programme that has ceilings and by year: what is planned, the ceiling, what is left."""
    plan, words, shown = told.plan, told.words, shown_years(told)
    limited = [one for one in plan.strategy.programmes.values() if one.ceilings]
    if not limited or not shown:
        return None
    sums, none = plan.budget.by(programme, year), words.say("papers.none")
    rows: list[Row] = []
    for one in limited:
        rows.append(Row([Cell(f"{one.code} – {told.text(one.title)}", columns=len(shown) + 1)], "group"))
        planned = [sums.get((one.code, of), ZERO) for of in shown]
        ceilings = [one.ceilings.get(of) for of in shown]
        left = [limit - spent if limit is not None else None for limit, spent in zip(ceilings, planned, strict=True)]
        for name, values in (("planned", planned), ("ceiling", ceilings), ("headroom", left)):
            rows.append(Row([words.say(f"concept.{name}"), *(none if value is None else words.money(value) for value in values)]))
    columns = [Column(words.say("concept.programme"), 30), *(Column(str(of), 22, "right") for of in shown)]
    return Table(columns, rows, caption, row_titles=True).block()


def scenario_table(told: PlanInWords, caption: str) -> InThousands | None:
    """By scenario and year, in thousands, and how much more its total is than that of the strategy as written.

    Nothing where there are no scenarios, or where the plan is itself that of one.
    """
    plan, words = told.plan, told.words
    if plan.scenario is not None or not plan.strategy.scenarios:
        return None
    plans = [(words.say("concept.as_written"), plan)]
    plans += [(told.text(plan.strategy.scenarios[id_].title), one) for id_, one in plan.scenarios.items()]
    years = sorted({of for _, one in plans for of in one.budget.years})
    shown = years if len(years) <= MOST_YEARS else []
    rows, rounding_shows = [], False
    for title, one in plans:
        by_year = one.budget.total_by(year)
        sums = [by_year.get(of, ZERO) for of in years]
        difference = one.budget.total - plan.budget.total
        # The difference is read against the two totals above it, so it is one more sum that may not fit them.
        rounding_shows |= bool(shown and rounding_gap(sums, _DECIMALS)) or bool(
            rounding_gap((plan.budget.total, difference), _DECIMALS)
        )
        of_years = [words.thousands(by_year.get(of, ZERO), _DECIMALS) for of in shown]
        rows.append(Row([title, *of_years, words.thousands(one.budget.total, _DECIMALS), _signed(told, difference)]))
    columns = [Column(words.say("concept.scenario"), 30), *(Column(str(of), 16, "right") for of in shown)]
    columns += [Column(words.say("concept.total"), 18, "right"), Column(words.say("concept.difference"), 18, "right")]
    return InThousands(Table(columns, rows, caption, row_titles=True).block(), rounding_shows)


def _signed(told: PlanInWords, difference: Money) -> str:
    if not difference:
        return told.words.say("papers.none")
    return f"{'+' if difference.hundredths > 0 else ''}{told.words.thousands(difference, _DECIMALS)}"


def _shown(told: PlanInWords, sums: Sequence[Money]) -> list[str]:
    """The sums of the years and their total; nothing stands for no money."""
    none = told.words.say("papers.none")
    return [told.words.money(one) if one else none for one in (*sums, Money.total(sums))]
