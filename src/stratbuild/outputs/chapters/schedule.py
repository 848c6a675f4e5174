"""The plan of measures: one wide table of who does what when, with what result and for how much."""

from stratbuild.outputs.chapters.money import of_measures, shown_years
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import Money
from stratbuild.render.ast import Block, Cell, Column, Content, Line, Row, Table, line_break


def plan_table(told: PlanInWords, caption: str) -> Block:
    """Every measure under its goal, in the order of the printed numbers, with sums by year that add up to the budget's."""
    plan, words = told.plan, told.words
    years, money = shown_years(told), of_measures(told)
    has_money = bool(plan.budget.amounts)
    columns = [
        Column(words.say("concept.code"), 6.5, "center"),
        Column(words.say("concept.measure"), 21),
        Column(words.say("concept.lead_and_partners"), 20),
        Column(words.say("concept.dates"), 11.5, "center"),
        Column(words.say("concept.result"), 20),
    ]
    if has_money:
        columns += [Column(str(year), 12.5, "right") for year in years]
        columns.append(Column(words.say("concept.total"), 13.5, "right"))
    rows: list[Row] = []
    for goal in plan.coverage.goals_in_order():
        measures = plan.coverage.measures_of_goal[goal.id]
        if measures:
            rows.append(Row([Cell(told.goal_line(goal), columns=len(columns), align="left")], "group"))
        for measure in measures:
            parts = dict(money.get(measure.id, ()))
            cells: list[Content | Cell] = [
                told.code(measure.id),
                told.field(measure, "title"),
                _units(told, measure.lead, measure.partners),
                told.dates(measure) or words.say("papers.none"),
                told.field_or_none(measure, "result"),
            ]
            if has_money:
                cells += [words.money(parts[year]) if year in parts else words.say("papers.none") for year in years]
                cells.append(words.money(Money.total(parts.values())) if parts else words.say("papers.none"))
            rows.append(Row(cells))
    if has_money:
        spent = plan.budget.amounts
        totals = [words.money(Money.total(one.money for one in spent if one.year == year)) for year in years]
        rows.append(
            Row([Cell(words.say("concept.total"), columns=5, align="left"), *totals, words.money(plan.budget.total)], "total")
        )
    return Table(columns, rows, caption).block()


def _units(told: PlanInWords, lead: str | None, partners: tuple[str, ...]) -> Content:
    if lead is None:
        return told.words.say("papers.none")
    joined = ", ".join(told.short_unit(one) for one in partners)
    if not joined:
        return told.short_unit(lead)
    line: Line = [told.short_unit(lead), line_break(), told.words.say("concept.with_partners", partners=joined)]
    return line
