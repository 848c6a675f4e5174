"""The form of indicators: its columns, and the groups of a budget programme in their order."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.outputs.programme.form_column import DECIMALS, FormColumn, column_reader
from stratbuild.render.locale import FALLBACK, languages
from stratbuild.schema.kpi import KpiGroup
from stratbuild.source import INSTALLED, SourceText, Templates

COLUMNS = ("number", "title", "measurement_unit", "baseline", "goal", "owner", "value_source", "years", "last")
"""What a column can hold; `years` stands for a column of every year."""
OTHER = "other"
GROUPS = (*(one.value for one in KpiGroup), OTHER)
"""The groups that indicators can be in, and the place of those without one."""

_FILE = "indicators.yaml"
_KEYS = ("unit", "decimals", "columns", "groups")


@dataclass(frozen=True, slots=True)
class FormGroup:
    """One group: its title, and that of the row of money where it has one."""

    value: str
    title: str
    money: str | None


@dataclass(frozen=True)
class IndicatorsForm:
    """The form in one language; its unit is that of the row of money."""

    in_thousands: bool
    decimals: int
    columns: tuple[FormColumn, ...]
    groups: tuple[FormGroup, ...]


def shipped_indicators_form(language: str, templates: Templates = INSTALLED) -> IndicatorsForm:
    """The form among the templates, which an office may have changed."""
    return decode_indicators_form(shipped_text(_FILE, templates), language)


def decode_indicators_form(text: SourceText, language: str) -> IndicatorsForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> IndicatorsForm:
    in_thousands, decimals = reading.sums(data, usual_unit="thousand", decimals=DECIMALS, keys=_KEYS)
    return IndicatorsForm(
        in_thousands, decimals, reading.columns(data, column_reader(COLUMNS, ())), reading.columns(data, _group, "groups")
    )


def _group(reading: FormReading, data: object, way: tuple[str | int, ...]) -> FormGroup | None:
    value = reading.value_of(data, way, GROUPS)
    if value is None or not isinstance(data, dict):
        return None
    names = tuple(key for key in data if key.startswith("money_"))
    reading.known_keys(data, way, ("value", "money", *names, reading.language), titles=True)
    title = reading.title(data, way, ())
    money = None
    if reading.yes_or_no(data, (*way, "money")):
        keys = (f"money_{reading.language}", f"money_{FALLBACK}")
        key = keys[0] if keys[0] in data or reading.language in languages() else keys[1]
        reading.needed(data, way, key)
        money = str(data.get(key, ""))
    return None if title is None else FormGroup(value, title, money)
