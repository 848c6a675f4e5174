"""The form of the budget request: which columns it has, their titles, their order and the unit of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.source import INSTALLED, SourceText, Templates

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
_DECIMALS = ("0", "1", "2", "3")
_PLACES = ("year", "unit")
_YEARS = tuple(str(one + 1) for one in range(YEARS))
_FILE = "budget_request.yaml"


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


def shipped_form(language: str, templates: Templates = INSTALLED) -> RequestForm:
    """The form among the templates, which an office may have changed."""
    return decode_form(shipped_text(_FILE, templates), language)


def decode_form(text: SourceText, language: str) -> RequestForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> RequestForm:
    in_thousands, decimals = reading.sums(data, usual_unit="one", decimals=_DECIMALS)
    return RequestForm(in_thousands, decimals, reading.columns(data, _column))


def _column(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
    value = reading.value_of(data, way, (*TEXTS, *SUMS))
    if value is None or not isinstance(data, dict):
        return None
    known = ("value", "width", "optional", *(("year",) if value in SUMS else ()), reading.language)
    reading.known_keys(data, way, known, titles=True)
    title = reading.title(data, way, _PLACES)
    width = reading.width(data, way)
    optional = reading.yes_or_no(data, (*way, "optional"))
    year = None
    if value in SUMS:
        reading.needed(data, way, "year")
        year = int(reading.one_of(data, (*way, "year"), _YEARS, "1"))
    return None if title is None else FormColumn(value, title, year, width, optional)
