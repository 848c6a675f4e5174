"""A column of a form of a programme: what it holds, its titles, how wide it is."""

from collections.abc import Callable
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading

YEARS = "years"
"""Stands for a column of every year, whose title has a place for it."""

DECIMALS = tuple("012345")
"""How many decimals a form may show of sums in thousands."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column, or one of every year. Its titles have places for the year and the unit."""

    value: str
    title: str
    group: str
    """The title above it and those beside it that have the same; nothing where there is none."""
    width: int


def column_reader(
    values: tuple[str, ...], places: tuple[str, ...]
) -> Callable[[FormReading, object, tuple[str | int, ...]], FormColumn | None]:
    """What reads a column that may hold these values; the title of a sum has these places, and that of years one more."""

    def column(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
        value = reading.value_of(data, way, values)
        if value is None or not isinstance(data, dict):
            return None
        reading.known_keys(data, way, ("value", "width", "group", reading.language), titles=True)
        title = reading.title(data, way, ("year", *places) if value == YEARS else places)
        return None if title is None else FormColumn(value, title, reading.group(data, way), reading.width(data, way))

    return column
