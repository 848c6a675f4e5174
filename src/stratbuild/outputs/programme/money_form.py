"""The forms of resources and of financing: rows of sources or of kinds of them, columns of years."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.outputs.programme.form_column import DECIMALS, FormColumn, column_reader
from stratbuild.schema.source import SourceKind
from stratbuild.source import INSTALLED, SourceText, Templates

RESOURCES, FINANCE = "resources.yaml", "finance.yaml"
"""The forms among the templates."""

COLUMNS = ("number", "title", "years", "total")
"""What a column can hold; `years` stands for a column of every year."""
ROWS = ("total", "kinds", "rest", "sources")
"""What a row can show; `sources` stands for a row of every source that pays anything."""

_KEYS = ("unit", "decimals", "columns", "rows")


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row, or one of every source, whose title is then the source's own."""

    value: str
    title: str
    kinds: frozenset[SourceKind]


@dataclass(frozen=True)
class MoneyForm:
    """The form in one language."""

    in_thousands: bool
    decimals: int
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]

    @property
    def named_kinds(self) -> frozenset[SourceKind]:
        """The kinds that rows of their own show; the others are the rest."""
        return frozenset[SourceKind]().union(*(one.kinds for one in self.rows))


def shipped_money_form(name: str, language: str, templates: Templates = INSTALLED) -> MoneyForm:
    """One of the forms among the templates, which an office may have changed."""
    return decode_money_form(shipped_text(name, templates), language)


def decode_money_form(text: SourceText, language: str) -> MoneyForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> MoneyForm:
    in_thousands, decimals = reading.sums(data, usual_unit="thousand", decimals=DECIMALS, keys=_KEYS)
    return MoneyForm(
        in_thousands, decimals, reading.columns(data, column_reader(COLUMNS, ("unit",))), reading.columns(data, _row, "rows")
    )


def _row(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormRow | None:
    value = reading.value_of(data, way, ROWS)
    if value is None or not isinstance(data, dict):
        return None
    reading.known_keys(data, way, ("value", *(("kinds",) if value == "kinds" else ()), reading.language), titles=True)
    title = "" if value == "sources" else reading.title(data, way, ("unit",))
    kinds = reading.kinds(data, way) if value == "kinds" else frozenset[SourceKind]()
    return None if title is None else FormRow(value, title, kinds)
