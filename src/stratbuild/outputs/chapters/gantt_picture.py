"""The Gantt chart of the plan: every measure and milestone that has dates, under its goal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stratbuild.outputs.chapters.picture_words import Marked, captioned, critical, listed, quarters
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Cell, Column, Row, Table
from stratbuild.render.chart.gantt import Bar, BarGroup, Gantt, GanttWords, draw_gantt, sheets
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone


def gantt_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The chart on as many sheets as it needs; nothing where no measure has dates."""
    by_id = _bars(told)
    groups = list(_groups(told, by_id))
    shown = [bar for one in groups for bar in one.bars]
    if all(bar.milestone for bar in shown):
        return []
    say, period, path = told.words.say, told.plan.period, told.plan.critical_path
    words = GanttWords(
        say("pictures.measure"), say("pictures.critical"), say("pictures.milestone"), say("pictures.continued"), quarters(told)
    )
    chart = Gantt(
        groups,
        min([period.first, *(bar.first for bar in shown)]),
        max([period.last, *(bar.last for bar in shown)]),
        words,
        [(by_id[one], by_id[other]) for one, other in pairwise(path) if one in by_id and other in by_id],
    )
    caption = marked(say("pictures.gantt_caption"), (Measure, Milestone))
    on_sheets = sheets(chart)
    pictures = [draw_gantt(chart, sheet, _in_words(told, chart, sheet)) for sheet in on_sheets]
    return captioned(told, caption, pictures, [_data(told, sheet) for sheet in on_sheets])


def _bars(told: PlanInWords) -> Mapping[str, Bar]:
    plan, path = told.plan, critical(told)
    found = {
        id_: Bar(told.code(id_), told.text(plan.strategy.measures[id_].title), window.first, window.last, critical=id_ in path)
        for id_, window in plan.windows.items()
    }
    for id_, day in plan.milestones.items():
        title = told.text(plan.strategy.milestones[id_].title)
        found[id_] = Bar("", title, day, day, critical=id_ in path, milestone=True, note=told.words.short_day(day))
    return found


def _groups(told: PlanInWords, by_id: Mapping[str, Bar]) -> Iterator[BarGroup]:
    coverage, milestones = told.plan.coverage, told.plan.strategy.milestones.values()
    for goal in coverage.goals_in_order():
        own = [by_id[one.id] for one in coverage.measures_of_goal[goal.id] if one.id in by_id]
        own += [by_id[one.id] for one in milestones if one.goal == goal.id and one.id in by_id]
        if own:
            yield BarGroup(told.numbered_goal(goal), own)
    rest = [by_id[one.id] for one in milestones if one.goal is None and one.id in by_id]
    if rest:
        yield BarGroup(told.words.say("pictures.milestones"), rest)


def _data(told: PlanInWords, sheet: Sequence[BarGroup]) -> Block:
    say, none = told.words.say, told.words.say("papers.none")
    columns = [Column(say("concept.code"), 10, "center"), Column(say("pictures.measure_or_milestone"), 50)]
    columns += [Column(say(f"pictures.{name}"), 20, "center") for name in ("begins", "ends")]
    rows = []
    for one in sheet:
        rows.append(Row([Cell(one.title, columns=len(columns), align="left")], "group"))
        for bar in one.bars:
            first = none if bar.milestone else told.words.short_day(bar.first)
            rows.append(Row([bar.code or none, bar.title, first, told.words.short_day(bar.last)]))
    return Table(columns, rows).block()


def _in_words(told: PlanInWords, chart: Gantt, sheet: Sequence[BarGroup]) -> str:
    say, words = told.words.say, told.words
    measures = [bar for one in sheet for bar in one.bars if not bar.milestone]
    milestones = [bar for one in sheet for bar in one.bars if bar.milestone]
    counted = [words.plural("concept.measures_count", len(measures))] if measures else []
    counted += [words.plural("pictures.milestones_count", len(milestones))] if milestones else []
    told_of = [
        say(
            "pictures.gantt_told",
            counted=say("pictures.and").join(counted),
            first=words.month(chart.first),
            last=words.month(chart.last),
        )
    ]
    if len(measures) > 1:
        told_of.append(say("pictures.gantt_from_to", first=measures[0].code, last=measures[-1].code))
    path = [bar.code or say("pictures.quoted", title=bar.title) for bar in (*measures, *milestones) if bar.critical]
    told_of.append(say("pictures.gantt_path", names=listed(told, path)) if path else say("pictures.gantt_no_path"))
    return " ".join(told_of)
