"""Official classifiers: tables of codes that budget lines are checked against."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic
from stratbuild.model.faults import CLASSIFIER_NOT_JSON, CLASSIFIER_WITHOUT_NAMES
from stratbuild.source import SourceText

_SHOWN = 40


@dataclass(frozen=True)
class Classifier:
    """A table of codes with their official names, and for a tree of codes which are leaves."""

    name: str
    names: Mapping[str, str]

    def __contains__(self, code: str) -> bool:
        return code in self.names

    def is_leaf(self, code: str) -> bool:
        """Whether no other code stands below this one in a tree that pads codes with zeros."""
        stem = code.rstrip("0")
        return not stem or not any(other != code and other.startswith(stem) and len(other) == len(code) for other in self.names)


def decode_classifier(name: str, text: SourceText) -> tuple[Classifier | None, list[Diagnostic]]:
    """A classifier from JSON: an object from code to name, or from code to an object with a `name`."""
    try:
        data = json.loads(text.content)
    except json.JSONDecodeError as error:
        return None, [Diagnostic(CLASSIFIER_NOT_JSON, text.span(min(error.pos, len(text.content.rstrip()))), {"name": name})]
    except (ValueError, RecursionError):  # a number or a nesting beyond what any table of codes holds
        return None, [_without_names(name, text, 0)]
    if not isinstance(data, dict) or not data:
        return None, [_without_names(name, text, 0)]
    names: dict[str, str] = {}
    for code, value in data.items():
        title = value.get("name") if isinstance(value, dict) else value
        if not isinstance(title, str):
            return None, [_without_names(name, text, max(0, text.content.find(json.dumps(code, ensure_ascii=False))))]
        names[code] = title
    return Classifier(name, MappingProxyType(names)), []


def _without_names(name: str, text: SourceText, place: int) -> Diagnostic:
    shown = text.content[place : place + _SHOWN].split("\n", 1)[0].strip()
    return Diagnostic(CLASSIFIER_WITHOUT_NAMES, text.span(place), {"name": name, "at": shown})
