"""The present state: what the analysis has found, by area."""

from collections.abc import Sequence

from stratbuild.outputs.chapters.picture_words import Marked
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Content, Line, Row, Table, item, paragraph, strong
from stratbuild.schema.finding import StateArea, StateFinding


def findings_tables(told: PlanInWords, marked: Marked) -> Sequence[Block]:
    """A table for each area that has findings, in the order in which the regulation names the areas."""
    return [
        _table(told, area, found, marked)
        for area in StateArea
        if (found := [one for one in told.plan.strategy.findings.values() if one.area is area])
    ]


def value_of(told: PlanInWords, finding: StateFinding) -> str | None:
    """The value of a finding with its unit; nothing where it has none."""
    if finding.value is None:
        return None
    unit = f"\u00a0{told.text(finding.measurement_unit)}" if finding.measurement_unit else ""
    return f"{told.words.number(finding.value)}{unit}"


def _table(told: PlanInWords, area: StateArea, found: Sequence[StateFinding], marked: Marked) -> Block:
    say, none = told.words.say, told.words.say("papers.none")
    columns = [
        Column(say("evidence.finding"), 40),
        Column(say("evidence.value"), 15, "center"),
        Column(say("evidence.date"), 12, "center"),
        Column(say("evidence.severity"), 13, "center"),
        Column(say("evidence.source"), 20),
    ]
    rows = [
        Row(
            [
                _what(told, one),
                value_of(told, one) or none,
                told.coarse_date(one.on) if one.on else none,
                say(f"evidence.severities.{one.severity.value}") if one.severity else none,
                told.field_or_none(one, "source"),
            ]
        )
        for one in found
    ]
    caption = marked(say("evidence.caption_findings", area=say(f"evidence.areas.{area.value}")), (StateFinding,))
    return Table(columns, rows, caption, row_titles=True).block()


def _what(told: PlanInWords, finding: StateFinding) -> Content:
    """What was found, and below it what was measured and how."""
    title: Line = [strong(told.field(finding, "title"))]
    below: list[Block] = []
    if finding.indicator:
        below.append(paragraph([item(told.text(finding.indicator), f"{finding.id}.indicator")]))
    if finding.description:
        below.append(paragraph([item(told.text(finding.description), f"{finding.id}.description")]))
    return [paragraph(title), *below] if below else title
