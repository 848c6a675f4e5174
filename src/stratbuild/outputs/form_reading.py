"""Reads forms, the files that say which columns a workbook has, and keeps whatever is wrong with them."""

from collections.abc import Callable, Mapping, Sequence
from string import Formatter
from typing import TypeVar

from stratbuild.diagnostics import Diagnostic, Fault, Suggestion, has_errors
from stratbuild.outputs.form_faults import FORM_ASKS_FOR_UNKNOWN, FORM_PART_MISSING, FORM_VALUE_UNFIT
from stratbuild.render.faults import PaperFault
from stratbuild.render.locale import FALLBACK, languages
from stratbuild.schema.nearest import nearest
from stratbuild.schema.source import SourceKind
from stratbuild.source import INSTALLED, SourceText, Templates
from stratbuild.syntax import Places, parse

_Way = tuple[str | int, ...]
_Form = TypeVar("_Form")
_Column = TypeVar("_Column")

_FOLDER = "forms"
_KEYS = ("unit", "decimals", "columns")
_YES_OR_NO = {"так": True, "true": True, "ні": False, "false": False}
_UNITS = ("one", "thousand")
_WIDTHS = tuple(map(str, range(4, 81)))
_USUAL_WIDTH = "14"


class FormReading:
    """One reading of a form in a language, with what it finds wrong."""

    def __init__(self, places: Places, language: str) -> None:
        self._places = places
        self.language = language
        self.findings: list[Diagnostic] = []

    def sums(
        self, data: Mapping[str, object], *, usual_unit: str, decimals: tuple[str, ...], keys: tuple[str, ...] = _KEYS
    ) -> tuple[bool, int]:
        """Whether sums are in thousands of the currency, and with how many decimals they are shown."""
        self.known_keys(data, (), keys)
        in_thousands = self.one_of(data, ("unit",), _UNITS, usual_unit) == "thousand"
        return in_thousands, int(self.one_of(data, ("decimals",), decimals, "1"))

    def columns(
        self, data: Mapping[str, object], column: Callable[["FormReading", object, _Way], _Column | None], key: str = "columns"
    ) -> tuple[_Column, ...]:
        """The columns, or what else a list holds, as a function reads them, without those that it cannot."""
        made = (column(self, one, (key, place)) for place, one in enumerate(self.items(data, key)))
        return tuple(one for one in made if one is not None)

    def width(self, data: Mapping[str, object], way: _Way) -> int:
        """How wide a column is, in signs."""
        return int(self.one_of(data, (*way, "width"), _WIDTHS, _USUAL_WIDTH, shown=("4–80",)))

    def group(self, data: Mapping[str, object], way: _Way) -> str:
        """The title above a column and those beside it that have the same; nothing where there is none."""
        if "group" not in data:
            return ""
        inner = data["group"]
        return self.title(inner if isinstance(inner, dict) else {}, (*way, "group"), ("unit",)) or ""

    def kinds(self, data: Mapping[str, object], way: _Way) -> frozenset[SourceKind]:
        """The kinds of sources that a column or a row names."""
        self.needed(data, way, "kinds")
        listed = data.get("kinds", [])
        names = listed if isinstance(listed, list) else [listed]
        known = tuple(kind.value for kind in SourceKind)
        for place, name in enumerate(names):
            if name not in known:
                self._unknown((*way, "kinds", place), str(name), known, key=False)
        return frozenset(SourceKind(name) for name in names if name in known)

    def yes_or_no(self, data: Mapping[str, object], way: _Way) -> bool:
        """Whether something holds; it does not where nothing is said."""
        return _YES_OR_NO[self.one_of(data, way, tuple(_YES_OR_NO), "ні")]

    def known_keys(self, data: Mapping[str, object], way: _Way, known: tuple[str, ...], *, titles: bool = False) -> None:
        """Find keys that are not known; with titles, every short key is the title in a language."""
        for key in data:
            if key not in known and not (titles and len(key) in (2, 3)):
                self._unknown((*way, key), key, known, key=True)

    def needed(self, data: Mapping[str, object], way: _Way, key: str) -> None:
        """Find that a key is missing."""
        if key not in data:
            self._found(FORM_PART_MISSING, way, key=key)

    def items(self, data: Mapping[str, object], key: str) -> Sequence[object]:
        """A list that must not be empty."""
        found = data.get(key)
        if isinstance(found, list) and found:
            return found
        self._found(FORM_PART_MISSING, (key,), key=key)
        return ()

    def value_of(self, data: object, way: _Way, known: tuple[str, ...], *, key: str = "value") -> str | None:
        """What a column holds; nothing where that is missing or not known."""
        if not isinstance(data, dict) or key not in data:
            self._found(FORM_PART_MISSING, way, key=key)
            return None
        if data[key] in known:
            return str(data[key])
        self._unknown((*way, key), str(data[key]), known, key=False)
        return None

    def title(self, data: Mapping[str, object], way: _Way, places: tuple[str, ...]) -> str | None:
        """A title in the language, with no other places in braces than these.

        A language that only an office's own catalogue knows may have the English title.
        """
        found = data.get(self.language)
        if found is None and self.language not in languages():
            found = data.get(FALLBACK)
        if not isinstance(found, str):
            self._found(FORM_PART_MISSING, way, key=self.language)
            return None
        allowed = tuple(f"{{{one}}}" for one in places)
        try:
            named = [name for _, name, _, _ in Formatter().parse(found) if name is not None]
        except ValueError:
            self._found(FORM_VALUE_UNFIT, (*way, self.language), key=self.language, value=found, allowed=", ".join(allowed))
            return None
        for name in named:
            if name not in places:
                self._unknown((*way, self.language), f"{{{name}}}", allowed, key=False)
        return found

    def one_of(
        self, data: Mapping[str, object], way: _Way, allowed: tuple[str, ...], usual: str, shown: tuple[str, ...] = ()
    ) -> str:
        """A value that is one of a few; where nothing is said, the usual one."""
        key = str(way[-1])
        value = data.get(key, usual)
        if isinstance(value, str) and value in allowed:
            return value
        self._found(FORM_VALUE_UNFIT, way, key=key, value=value if isinstance(value, str) else "…", allowed=shown or allowed)
        return usual

    def _unknown(self, way: _Way, name: str, known: tuple[str, ...], *, key: bool) -> None:
        suggestion = Suggestion(nearest(name, known), known)
        self.findings.append(
            Diagnostic(FORM_ASKS_FOR_UNKNOWN, self._places.span(way, key=key), {"name": name, "known": suggestion})
        )

    def _found(self, fault: Fault, way: _Way, **facts: object) -> None:
        self.findings.append(Diagnostic(fault, self._places.span(way), facts))


def shipped_text(name: str, templates: Templates = INSTALLED) -> SourceText:
    """The text of a form among the templates, which an office may have changed."""
    return SourceText(f"templates/{_FOLDER}/{name}", templates.text(_FOLDER, name))


def read_form(text: SourceText, language: str, form: Callable[[FormReading, Mapping[str, object]], _Form]) -> _Form:
    """A form from its YAML, as a function reads it. Whatever is wrong with it is a `PaperFault` with every finding."""
    tree, found = parse(text)
    if tree is None or has_errors(found):
        raise PaperFault(found)
    reading = FormReading(Places(tree), language)
    made = form(reading, tree.data)
    if reading.findings:
        raise PaperFault(reading.findings)
    return made
