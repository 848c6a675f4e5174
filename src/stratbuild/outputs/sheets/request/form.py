"""The form of the budget request: which columns it has, their titles, their order and the unit of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form
from stratbuild.source import SourceText, resource

TEXTS = (
    "number",
    "programme",
    "programme_title",
    "functional_code",
    "manager",
    "economic_code",
    "economic_title",
    "measures",
)
"""What a column of texts can hold."""
SUMS = ("general", "special", "development", "undivided", "total")
"""What a column of sums can hold."""

YEARS = 3
_UNITS = ("one", "thousand")
_DECIMALS = ("0", "1", "2", "3")
_PLACES = ("year", "unit")
_KEYS = ("unit", "decimals", "columns")
_YES_OR_NO = {"так": True, "true": True, "ні": False, "false": False}
_WIDTHS = tuple(map(str, range(4, 81)))
_USUAL_WIDTH = "14"
_YEARS = tuple(str(one + 1) for one in range(YEARS))
_FILE = ("templates", "forms", "budget_request.yaml")


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column. Its title has places for the year and the unit."""

    value: str
    title: str
    year: int | None
    """1 for the first year of the request; nothing for a text."""
    width: int
    optional: bool
    """Whether it is left out where it holds nothing."""


@dataclass(frozen=True)
class RequestForm:
    """The form in one language. Sums are in units of the currency, or in thousands with so many decimals."""

    in_thousands: bool
    decimals: int
    columns: tuple[FormColumn, ...]


def shipped_form(language: str) -> RequestForm:
    """The form among the templates, which an office may have changed."""
    return decode_form(SourceText("/".join(_FILE), resource(*_FILE).read_text(encoding="utf-8")), language)


def decode_form(text: SourceText, language: str) -> RequestForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> RequestForm:
    reading.known_keys(data, (), _KEYS)
    unit = reading.one_of(data, ("unit",), _UNITS, "one")
    decimals = reading.one_of(data, ("decimals",), _DECIMALS, "1")
    made = [_column(reading, one, ("columns", place)) for place, one in enumerate(reading.items(data, "columns"))]
    return RequestForm(unit == "thousand", int(decimals), tuple(one for one in made if one is not None))


def _column(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
    value = reading.value_of(data, way, (*TEXTS, *SUMS))
    if value is None or not isinstance(data, dict):
        return None
    known = ("value", "width", "optional", *(("year",) if value in SUMS else ()), reading.language)
    reading.known_keys(data, way, known, titles=True)
    title = reading.title(data, way, _PLACES)
    width = reading.one_of(data, (*way, "width"), _WIDTHS, _USUAL_WIDTH, shown=("4–80",))
    optional = reading.one_of(data, (*way, "optional"), tuple(_YES_OR_NO), "ні")
    year = None
    if value in SUMS:
        reading.needed(data, way, "year")
        year = int(reading.one_of(data, (*way, "year"), _YEARS, "1"))
    return None if title is None else FormColumn(value, title, year, int(width), _YES_OR_NO[optional])
