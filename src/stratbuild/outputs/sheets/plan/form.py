"""The form of measures: which columns it has, their titles, their order and the unit of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.schema.source import SourceKind
from stratbuild.source import INSTALLED, SourceText, Templates

TEXTS = ("number", "direction", "measure", "code", "term", "executors", "lead", "partners", "sources", "kpis", "result")
"""What a column of texts can hold."""
SUMS = ("years", "total", "kinds", "rest")
"""What a column of sums can hold; `years` stands for a column of every year, `rest` for the kinds of sources that no other names."""

LONG, SHORT = "measures.yaml", "measures_short.yaml"
"""The forms of measures among the templates."""
_DECIMALS = tuple("012345")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column, or one of every year. Its titles have places for the year and the unit."""

    value: str
    title: str
    group: str
    """The title above it and those beside it that have the same; nothing where there is none."""
    width: int
    kinds: frozenset[SourceKind] = frozenset()
    """The kinds of sources whose money it shows, where it is not that of all."""


@dataclass(frozen=True)
class MeasuresForm:
    """The form in one language. Sums are in units of the currency or in thousands, and shown with so many decimals."""

    in_thousands: bool
    decimals: int
    columns: tuple[FormColumn, ...]


def shipped_form(language: str, templates: Templates = INSTALLED, name: str = LONG) -> MeasuresForm:
    """One of the forms among the templates, which an office may have changed."""
    return decode_form(shipped_text(name, templates), language)


def decode_form(text: SourceText, language: str) -> MeasuresForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> MeasuresForm:
    in_thousands, decimals = reading.sums(data, usual_unit="thousand", decimals=_DECIMALS)
    columns = reading.columns(data, _column)
    rest = frozenset(SourceKind).difference(*(one.kinds for one in columns))
    return MeasuresForm(
        in_thousands, decimals, tuple(replace(one, kinds=rest) if one.value == "rest" else one for one in columns)
    )


def _column(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
    value = reading.value_of(data, way, (*TEXTS, *SUMS))
    if value is None or not isinstance(data, dict):
        return None
    known = ("value", "width", "group", *(("kinds",) if value == "kinds" else ()), reading.language)
    reading.known_keys(data, way, known, titles=True)
    places = ("year", "unit") if value == "years" else ("unit",)
    title = reading.title(data, way, places)
    group = reading.group(data, way)
    width = reading.width(data, way)
    kinds = reading.kinds(data, way) if value == "kinds" else frozenset()
    return None if title is None else FormColumn(value, title, group, width, kinds)
