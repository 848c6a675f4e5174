"""What a measure's coarse dates leave open: the field that says its end, its latest start, its earliest end."""

from collections.abc import Iterator
from datetime import date

from stratbuild.quantity import Refusal
from stratbuild.schema.measure import Measure
from stratbuild.strategy import Strategy


def field_of_end(measure: Measure) -> str:
    """The field that says when a measure ends: its finish, else its duration, else its start."""
    if measure.finish is not None:
        return "finish"
    return "start" if measure.duration is None else "duration"


def latest_start(measure: Measure) -> date | None:
    """The last day on which a measure can begin: `2026` leaves all of the year open."""
    return None if measure.start is None else measure.start.last


def earliest_end(measure: Measure) -> date | None:
    """The first day on which a measure can be over, where its dates say anything of it."""
    if measure.finish is not None:
        return measure.finish.first if measure.start is None else max(measure.start.first, measure.finish.first)
    if measure.start is None:
        return None
    if measure.duration is None:
        return measure.start.first
    try:
        return measure.duration.last_day_from(measure.start.first)
    except Refusal:
        return None


def plain_predecessors(strategy: Strategy, measure: Measure) -> Iterator[Measure]:
    """The measures that have to be over before one begins, without lag or lead."""
    return (strategy.measures[one.measure] for one in measure.after if one.is_plain and one.measure is not None)
