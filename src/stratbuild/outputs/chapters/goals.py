"""The goals: their tree, their indicators, and what is said about each measure."""

from collections.abc import Iterable, Sequence

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import Money
from stratbuild.render.ast import Block, Cell, Column, Content, Line, Row, Table, bullets, paragraph, strong
from stratbuild.schema.goal import Goal
from stratbuild.schema.measure import Measure


def goal_tree(told: PlanInWords) -> Block:
    """All goals as a list in a list, with the number of measures of each."""
    return _branch(told, told.plan.coverage.top_goals)


def _branch(told: PlanInWords, goals: Sequence[Goal]) -> Block:
    coverage = told.plan.coverage
    items: list[Content] = []
    for goal in goals:
        own = coverage.measures_of_goal[goal.id]
        count = f" ({told.words.plural('concept.measures_count', len(own))})" if own else ""
        title: Line = [strong(f"{told.level(goal)} {told.code(goal.id)}."), " ", told.field(goal, "title"), count]
        below = coverage.subgoals[goal.id]
        items.append([paragraph(title), _branch(told, below)] if below else title)
    return bullets(items)


def measure_facts(
    told: PlanInWords, measure: Measure, money_by_year: Sequence[tuple[int, Money]], money_label: str
) -> Block | None:
    """What is known about a measure, a row for each thing; nothing where nothing is known."""
    strategy, words = told.plan.strategy, told.words
    facts: list[tuple[str, Line | None]] = [
        ("lead", told.unit(measure.lead) if measure.lead else None),
        ("partners", _listed(told.short_unit(id_) for id_ in measure.partners)),
        ("dates", told.dates(measure)),
        ("part_of", told.numbered_measure(strategy.measures[measure.part_of]) if measure.part_of else None),
        ("after", _listed(told.numbered_measure(strategy.measures[id_]) for id_ in measure.predecessors)),
        ("result", told.field(measure, "result") if measure.result else None),
        ("kpis", _listed(told.text(strategy.kpis[id_].title) for id_ in measure.kpis)),
    ]
    rows = [Row([words.say(f"concept.{name}"), value]) for name, value in facts if value]
    if money_by_year:
        rows.append(Row([money_label, _spent(told, money_by_year)]))
    elif measure.free_of_cost:
        rows.append(Row([money_label, words.say("concept.free_of_cost", reason=told.text(measure.free_of_cost))]))
    if not rows:
        return None
    return Table([Column("", 27), Column("", 73)], rows, row_titles=True, kind="facts").block()


def order_table(told: PlanInWords) -> Block | None:
    """What waits for what, in the order in which the measures can be carried out."""
    plan, words, none = told.plan, told.words, told.words.say("papers.none")
    if not any(measure.after for measure in plan.strategy.measures.values()):
        return None
    columns = [
        Column(words.say("concept.place"), 8, "center"),
        Column(words.say("concept.code"), 9, "center"),
        Column(words.say("concept.measure"), 38),
        Column(words.say("concept.dates"), 16, "center"),
        Column(words.say("concept.after"), 15, "center"),
        Column(words.say("concept.awaited_by"), 14, "center"),
    ]
    rows: list[Row] = []
    for place, id_ in enumerate(plan.order, start=1):
        measure = plan.strategy.measures[id_]
        before = ", ".join(told.code(one) for one in measure.predecessors)
        waiting = ", ".join(told.code(one.id) for one in plan.coverage.successors[id_])
        cells: list[Content | Cell] = [str(place), told.code(id_), told.field(measure, "title"), told.dates(measure) or none]
        rows.append(Row([*cells, before or none, waiting or none]))
    return Table(columns, rows, words.say("concept.caption_order")).block()


def _spent(told: PlanInWords, money_by_year: Sequence[tuple[int, Money]]) -> str:
    total = told.money(Money.total(money for _, money in money_by_year))
    if len(money_by_year) == 1:
        return told.words.say("concept.spent_in_one_year", total=total, year=money_by_year[0][0])
    parts = "; ".join(f"{year}\u00a0– {told.words.money(money)}" for year, money in money_by_year)
    return told.words.say("concept.spent", total=total, parts=parts)


def _listed(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None
