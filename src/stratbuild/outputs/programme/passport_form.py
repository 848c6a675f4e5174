"""The form of the passport: which rows it has, how they are called, and which must be filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.outputs.programme.form_column import DECIMALS
from stratbuild.schema.source import SourceKind
from stratbuild.source import INSTALLED, SourceText, Templates

TEXTS = (
    "title",
    "community",
    "katottg",
    "budget_code",
    "ordered_by",
    "agreed_on",
    "aim",
    "goals",
    "initiator",
    "developer",
    "co_developers",
    "executor",
    "participants",
    "period",
    "empty",
)
"""What a row can say."""
SUMS = ("total", "kinds", "rest")
"""What a row of money can hold."""

_FILE = "passport.yaml"
_KEYS = ("unit", "decimals", "rows")


@dataclass(frozen=True, slots=True)
class PassportRow:
    """One row. Its title has a place for the unit of sums."""

    value: str
    title: str
    kinds: frozenset[SourceKind]
    required: bool
    """Whether it is a place to fill where there is nothing to say."""
    under: bool
    """Whether it belongs to the row before, and is numbered below it."""


@dataclass(frozen=True)
class PassportForm:
    """The form in one language."""

    in_thousands: bool
    decimals: int
    rows: tuple[PassportRow, ...]

    @property
    def named_kinds(self) -> frozenset[SourceKind]:
        """The kinds of sources that rows of their own show; the others are the rest."""
        return frozenset[SourceKind]().union(*(one.kinds for one in self.rows))


def shipped_passport_form(language: str, templates: Templates = INSTALLED) -> PassportForm:
    """The form among the templates, which an office may have changed."""
    return decode_passport_form(shipped_text(_FILE, templates), language)


def decode_passport_form(text: SourceText, language: str) -> PassportForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> PassportForm:
    in_thousands, decimals = reading.sums(data, usual_unit="thousand", decimals=DECIMALS, keys=_KEYS)
    return PassportForm(in_thousands, decimals, reading.columns(data, _row, "rows"))


def _row(reading: FormReading, data: object, way: tuple[str | int, ...]) -> PassportRow | None:
    value = reading.value_of(data, way, (*TEXTS, *SUMS))
    if value is None or not isinstance(data, dict):
        return None
    known = ("value", "required", "under", *(("kinds",) if value == "kinds" else ()), reading.language)
    reading.known_keys(data, way, known, titles=True)
    title = reading.title(data, way, ("unit",))
    kinds = reading.kinds(data, way) if value == "kinds" else frozenset[SourceKind]()
    required, under = reading.yes_or_no(data, (*way, "required")), reading.yes_or_no(data, (*way, "under"))
    return None if title is None else PassportRow(value, title, kinds, required, under)
