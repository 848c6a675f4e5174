"""The form of the budget request: which columns it has, their titles, their order and the unit of its sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from stratbuild.diagnostics import Diagnostic, Fault, Suggestion, has_errors
from stratbuild.outputs.form_faults import FORM_ASKS_FOR_UNKNOWN, FORM_PART_MISSING, FORM_VALUE_UNFIT
from stratbuild.render.faults import PaperFault
from stratbuild.schema.nearest import nearest
from stratbuild.source import SourceText, resource
from stratbuild.syntax import Places, parse

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
_WIDTHS = range(4, 81)
_USUAL_WIDTH = 14
_FILE = ("forms", "budget_request.yaml")


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
    path: Path = resource("templates", *_FILE)
    return decode_form(SourceText("/".join(("templates", *_FILE)), path.read_text(encoding="utf-8")), language)


def decode_form(text: SourceText, language: str) -> RequestForm:
    """A form from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    tree, found = parse(text)
    if tree is None or has_errors(found):
        raise PaperFault(found)
    reading = _Reading(Places(tree), language)
    form = reading.form(tree.data)
    if reading.findings:
        raise PaperFault(reading.findings)
    return form


class _Reading:
    """One reading of a form, which keeps what it finds wrong."""

    def __init__(self, places: Places, language: str) -> None:
        self._places = places
        self._language = language
        self.findings: list[Diagnostic] = []

    def form(self, data: Mapping[str, object]) -> RequestForm:
        for key in data:
            if key not in _KEYS:
                self._unknown((key,), key, _KEYS)
        unit = self._one_of(data, ("unit",), _UNITS, "one")
        decimals = self._one_of(data, ("decimals",), _DECIMALS, "1")
        columns = data.get("columns")
        if not isinstance(columns, list) or not columns:
            self._found(FORM_PART_MISSING, ("columns",), key="columns")
            columns = []
        made = [self._column(one, ("columns", place)) for place, one in enumerate(columns)]
        return RequestForm(unit == "thousand", int(decimals), tuple(one for one in made if one is not None))

    def _column(self, data: object, way: tuple[str | int, ...]) -> FormColumn | None:
        if not isinstance(data, dict) or "value" not in data:
            self._found(FORM_PART_MISSING, way, key="value")
            return None
        value = data["value"]
        titles = [key for key in data if len(key) in (2, 3)]
        for key in data:
            if key not in {"value", "year", "width", "optional", *titles}:
                self._unknown((*way, key), key, ("value", "year", "width", "optional", self._language))
        if value not in (*TEXTS, *SUMS):
            self._unknown((*way, "value"), str(value), (*TEXTS, *SUMS), key=False)
            return None
        title = data.get(self._language)
        if not isinstance(title, str):
            self._found(FORM_PART_MISSING, way, key=self._language)
            return None
        self._check_title(title, (*way, self._language))
        width = self._one_of(data, (*way, "width"), tuple(map(str, _WIDTHS)), str(_USUAL_WIDTH), shown=("4–80",))
        optional = self._one_of(data, (*way, "optional"), tuple(_YES_OR_NO), "ні")
        return FormColumn(str(value), title, self._year(data, value, way), int(width), _YES_OR_NO[optional])

    def _year(self, data: Mapping[str, object], value: object, way: tuple[str | int, ...]) -> int | None:
        if value in TEXTS:
            if "year" in data:
                self._unknown((*way, "year"), "year", ("value", "width", "optional", self._language))
            return None
        if "year" not in data:
            self._found(FORM_PART_MISSING, way, key="year")
            return None
        return int(self._one_of(data, (*way, "year"), tuple(str(one + 1) for one in range(YEARS)), "1"))

    def _check_title(self, title: str, way: tuple[str | int, ...]) -> None:
        try:
            places = [name for _, name, _, _ in Formatter().parse(title) if name is not None]
        except ValueError:
            self._found(FORM_VALUE_UNFIT, way, key=str(way[-1]), value=title, allowed="{year}, {unit}")
            return
        for name in places:
            if name not in _PLACES:
                self._unknown(way, f"{{{name}}}", tuple(f"{{{one}}}" for one in _PLACES), key=False)

    def _one_of(
        self,
        data: Mapping[str, object],
        way: tuple[str | int, ...],
        allowed: tuple[str, ...],
        usual: str,
        shown: tuple[str, ...] = (),
    ) -> str:
        """A value that is one of a few; where nothing is said, the usual one."""
        key = str(way[-1])
        value = data.get(key, usual)
        if isinstance(value, str) and value in allowed:
            return value
        self._found(FORM_VALUE_UNFIT, way, key=key, value=value if isinstance(value, str) else "…", allowed=shown or allowed)
        return usual

    def _unknown(self, way: tuple[str | int, ...], name: str, known: tuple[str, ...], *, key: bool = True) -> None:
        span = self._places.span(way, key=key)
        suggestion = Suggestion(nearest(name, known), known)
        self.findings.append(Diagnostic(FORM_ASKS_FOR_UNKNOWN, span, {"name": name, "known": suggestion}))

    def _found(self, fault: Fault, way: tuple[str | int, ...], **facts: object) -> None:
        self.findings.append(Diagnostic(fault, self._places.span(way), facts))
