"""The form of measures: which columns it has, their titles, their order and the unit of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form
from stratbuild.source import SourceText, resource

TEXTS = ("number", "direction", "measure", "code", "term", "executors", "lead", "partners", "sources", "kpis", "result")
"""What a column of texts can hold."""
SUMS = ("years", "total")
"""What a column of sums can hold; `years` stands for a column of every year."""

_FILE = ("templates", "forms", "measures.yaml")
_KEYS = ("unit", "decimals", "columns")
_UNITS = ("one", "thousand")
_DECIMALS = tuple("012345")
_WIDTHS = tuple(map(str, range(4, 81)))
_USUAL_WIDTH = "14"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column, or one of every year. Its titles have places for the year and the unit."""

    value: str
    title: str
    group: str
    """The title above it and those beside it that have the same; nothing where there is none."""
    width: int


@dataclass(frozen=True)
class MeasuresForm:
    """The form in one language. Sums are in units of the currency or in thousands, and shown with so many decimals."""

    in_thousands: bool
    decimals: int
    columns: tuple[FormColumn, ...]


def shipped_form(language: str) -> MeasuresForm:
    """The form among the templates, which an office may have changed."""
    return decode_form(SourceText("/".join(_FILE), resource(*_FILE).read_text(encoding="utf-8")), language)


def decode_form(text: SourceText, language: str) -> MeasuresForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> MeasuresForm:
    reading.known_keys(data, (), _KEYS)
    unit = reading.one_of(data, ("unit",), _UNITS, "thousand")
    decimals = reading.one_of(data, ("decimals",), _DECIMALS, "1")
    made = [_column(reading, one, ("columns", place)) for place, one in enumerate(reading.items(data, "columns"))]
    return MeasuresForm(unit == "thousand", int(decimals), tuple(one for one in made if one is not None))


def _column(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
    value = reading.value_of(data, way, (*TEXTS, *SUMS))
    if value is None or not isinstance(data, dict):
        return None
    reading.known_keys(data, way, ("value", "width", "group", reading.language), titles=True)
    places = ("year", "unit") if value == "years" else ("unit",)
    title = reading.title(data, way, places)
    group = ""
    if "group" in data:
        inner = data["group"]
        found = reading.title(inner if isinstance(inner, dict) else {}, (*way, "group"), ("unit",))
        group = found or ""
    width = reading.one_of(data, (*way, "width"), _WIDTHS, _USUAL_WIDTH, shown=("4–80",))
    return None if title is None else FormColumn(value, title, group, int(width))
