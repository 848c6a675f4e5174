"""The indicators: those of a goal with every year, all of them from where to what, and where their values come from."""

from collections.abc import Sequence

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Cell, Column, Row, Table, item
from stratbuild.schema.kpi import Kpi


def kpi_table(told: PlanInWords, kpis: Sequence[Kpi], caption: str) -> Block | None:
    """Indicators with their base value and the value to be reached by the end of each year."""
    if not kpis:
        return None
    words = told.words
    years = sorted({year for kpi in kpis for year in kpi.targets})
    columns = [
        Column(words.say("concept.kpi"), 31),
        Column(words.say("concept.measurement_unit"), 12, "center"),
        Column(words.say("concept.baseline"), 16, "center"),
        *(Column(str(year), 10, "center") for year in years),
        Column(words.say("concept.owner"), 24),
    ]
    rows = [
        Row(
            [
                told.field(kpi, "title"),
                told.field_or_none(kpi, "measurement_unit"),
                told.baseline(kpi),
                *(words.number(kpi.targets[year]) if year in kpi.targets else words.say("papers.none") for year in years),
                told.short_unit(kpi.owner) if kpi.owner else words.say("papers.none"),
            ]
        )
        for kpi in kpis
    ]
    return Table(columns, rows, caption, row_titles=True).block()


def kpi_sources(told: PlanInWords) -> Block | None:
    """Where the values of the indicators come from and how they are computed."""
    words, none = told.words, told.words.say("papers.none")
    kpis = [kpi for goal in told.plan.coverage.goals_in_order() for kpi in told.plan.coverage.kpis_of_goal[goal.id]]
    kpis += [kpi for kpi in told.plan.strategy.kpis.values() if kpi.goal is None]
    if not any(kpi.source or kpi.description or (kpi.baseline and kpi.baseline.source) for kpi in kpis):
        return None
    columns = [
        Column(words.say("concept.goal"), 7, "center"),
        Column(words.say("concept.kpi"), 26),
        Column(words.say("concept.kpi_group"), 11),
        Column(words.say("concept.how_computed"), 24),
        Column(words.say("concept.baseline_source"), 17),
        Column(words.say("concept.value_source"), 17),
    ]
    rows = [
        Row(
            [
                told.code(kpi.goal) if kpi.goal else none,
                told.field(kpi, "title"),
                words.say(f"concept.kpi_groups.{kpi.group.value}") if kpi.group else none,
                told.field_or_none(kpi, "description"),
                item(told.text(kpi.baseline.source), f"{kpi.id}.baseline.source")
                if kpi.baseline and kpi.baseline.source
                else none,
                told.field_or_none(kpi, "source"),
            ]
        )
        for kpi in kpis
    ]
    return Table(columns, rows, words.say("concept.caption_kpi_sources")).block()


def results_table(told: PlanInWords, caption: str) -> Block | None:
    """Every indicator that has a target under its goal of the highest level: the value at the beginning and that at the end."""
    words = told.words
    columns = [
        Column(words.say("concept.kpi"), 48),
        Column(words.say("concept.measurement_unit"), 15, "center"),
        Column(words.say("concept.baseline"), 18, "center"),
        Column(words.say("concept.last_target"), 19, "center"),
    ]
    coverage, rows = told.plan.coverage, list[Row]()
    for goal in coverage.goals_in_order():
        kpis = [kpi for kpi in coverage.kpis_of_goal[goal.id] if kpi.targets]
        if kpis:
            rows.append(Row([Cell(told.goal_line(goal), columns=len(columns), align="left")], "group"))
        for kpi in kpis:
            last = max(kpi.targets)
            reached = words.say("concept.value_in_year", value=words.number(kpi.targets[last]), year=str(last))
            rows.append(Row([told.field(kpi, "title"), told.field_or_none(kpi, "measurement_unit"), told.baseline(kpi), reached]))
    return Table(columns, rows, caption).block() if rows else None
