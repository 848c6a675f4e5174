"""The load of units: the work that measures ask of them by month, against the people that they have."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

from stratbuild.model.load import Load, capacity_of
from stratbuild.outputs.chapters.picture_words import Marked, captioned, people, quarters
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.render.chart.load import LoadChart, LoadWords, MonthOfUnit, UnitLoad, draw_load, sheets
from stratbuild.schema.measure import Measure
from stratbuild.schema.unit import ResponsibleUnit

_NOTHING = Fraction(0)


def load_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The units that say how many people they have and whose measures say how much they need, on as many sheets as needed."""
    shown = {
        unit: by_month for unit, by_month in told.plan.loads.items() if any(one.capacity is not None for one in by_month.values())
    }
    if not shown:
        return []
    say = told.words.say
    first, last = min(min(by_month) for by_month in shown.values()), max(max(by_month) for by_month in shown.values())
    words = LoadWords(
        say("pictures.needed"), say("pictures.over"), say("pictures.capacity"), quarters(told), partial(people, told)
    )
    units = [
        UnitLoad(told.unit(unit), _months(told.plan.strategy.units[unit], by_month, first, last), _note(told, by_month))
        for unit, by_month in shown.items()
    ]
    chart = LoadChart(units, first, last, words)
    caption = marked(say("pictures.load_caption"), (ResponsibleUnit, Measure))
    on_sheets = sheets(chart)
    pictures = [draw_load(chart, sheet, _in_words(told, sheet)) for sheet in on_sheets]
    return captioned(told, caption, pictures, [_data(told, sheet) for sheet in on_sheets])


def _months(unit: ResponsibleUnit, by_month: Mapping[date, Load], first: date, last: date) -> Mapping[date, MonthOfUnit]:
    """Every month of the axis, those without work too."""
    found: dict[date, MonthOfUnit] = {}
    month = first
    while month <= last:
        load = by_month.get(month) or Load(_NOTHING, capacity_of(unit, month.year), {})
        found[month] = MonthOfUnit(load.needed, load.capacity)
        month = (month + timedelta(days=31)).replace(day=1)
    return found


def _note(told: PlanInWords, by_month: Mapping[date, Load]) -> str:
    """The fullest month: where people are missing that in which the most are, else that with the most work."""
    stated = {month: load for month, load in by_month.items() if load.capacity is not None}
    month = max(stated, key=lambda one: (stated[one].over, stated[one].needed))
    load = stated[month]
    facts = {
        "month": told.words.month(month),
        "needed": people(told, load.needed),
        "capacity": people(told, load.capacity or _NOTHING),
    }
    over = sum(1 for one in stated.values() if one.over)
    if not over:
        return told.words.say("pictures.fullest", **facts)
    return told.words.say("pictures.overloaded", months=told.words.plural("months_long", over), **facts)


def _data(told: PlanInWords, sheet: Sequence[UnitLoad]) -> Block:
    say, none = told.words.say, told.words.say("papers.none")
    columns = [Column(say("concept.unit"), 46), Column(say("pictures.month"), 18, "center")]
    columns += [Column(say(f"pictures.{name}"), 18, "right") for name in ("needed", "capacity")]
    rows = []
    for unit in sheet:
        for month in sorted(unit.months):
            one = unit.months[month]
            if one.needed:
                capacity = none if one.capacity is None else people(told, one.capacity)
                rows.append(Row([unit.name, told.words.month(month), people(told, one.needed), capacity]))
    return Table(columns, rows).block()


def _in_words(told: PlanInWords, sheet: Sequence[UnitLoad]) -> str:
    parts = [told.words.say("pictures.load_of_unit", unit=one.name, note=one.note) for one in sheet]
    return " ".join([told.words.say("pictures.load_told"), *parts])
