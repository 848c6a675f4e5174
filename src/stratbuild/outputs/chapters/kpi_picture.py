"""The paths of the indicators: from where each starts and what it should reach in which year."""

from collections.abc import Sequence
from fractions import Fraction

from stratbuild.outputs.chapters.picture_words import Marked, captioned
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.render.chart.paths import Path, Paths, Step, draw_paths, sheets
from stratbuild.schema.kpi import Kpi

_FEWEST = 2
"""With fewer values than this there is no path."""


def kpi_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The paths of all indicators that have one, in the order of their goals, on as many sheets as needed."""
    coverage = told.plan.coverage
    kpis = [kpi for goal in coverage.goals_in_order() for kpi in coverage.kpis_of_goal[goal.id]]
    kpis += [kpi for kpi in told.plan.strategy.kpis.values() if kpi.goal is None]
    paths = [_path(told, kpi) for kpi in kpis if len(kpi.targets) + (kpi.baseline is not None) >= _FEWEST]
    if not paths:
        return []
    chart = Paths(paths)
    on_sheets = sheets(chart)
    pictures = [draw_paths(chart, sheet, _in_words(told, sheet)) for sheet in on_sheets]
    caption = marked(told.words.say("pictures.kpis_caption"), (Kpi,))
    return captioned(told, caption, pictures, [_data(told, sheet) for sheet in on_sheets])


def _path(told: PlanInWords, kpi: Kpi) -> Path:
    words = told.words
    unit = f", {told.text(kpi.measurement_unit)}" if kpi.measurement_unit else ""
    code = f"{told.code(kpi.goal)}. " if kpi.goal else ""
    begin = None
    if kpi.baseline is not None:
        when = str(kpi.baseline.on.first.year) if kpi.baseline.on else words.say("pictures.at_first")
        begin = Step(when, Fraction(kpi.baseline.value), words.number(kpi.baseline.value))
    steps = [Step(str(year), Fraction(kpi.targets[year]), words.number(kpi.targets[year])) for year in sorted(kpi.targets)]
    return Path(f"{code}{told.text(kpi.title)}{unit}", begin, steps)


def _in_words(told: PlanInWords, sheet: Sequence[Path]) -> str:
    parts = []
    for one in sheet:
        shown = [*([one.begin] if one.begin else []), *one.steps]
        facts = {"title": one.title, "first": shown[0].shown, "last": shown[-1].shown, "year": shown[-1].when}
        parts.append(told.words.say("pictures.kpi_told", **facts))
    return " ".join([told.words.say("pictures.kpis_told"), *parts])


def _data(told: PlanInWords, sheet: Sequence[Path]) -> Block:
    say, none = told.words.say, told.words.say("papers.none")
    years = sorted({step.when for one in sheet for step in one.steps})
    columns = [Column(say("concept.kpi"), 46), Column(say("concept.baseline"), 18, "center")]
    columns += [Column(year, 12, "center") for year in years]
    rows = []
    for one in sheet:
        reached = {step.when: step.shown for step in one.steps}
        begin = none if one.begin is None else f"{one.begin.shown} ({one.begin.when})"
        rows.append(Row([one.title, begin, *(reached.get(year, none) for year in years)]))
    return Table(columns, rows, row_titles=True).block()
