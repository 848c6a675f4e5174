"""Official classifiers: tables of codes that budget lines are checked against."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.model.faults import CLASSIFIER_NOT_READABLE
from stratbuild.source import SourceText


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
    except (ValueError, RecursionError) as error:
        return None, [_not_readable(name, text.path, str(error)[:120])]
    if not isinstance(data, dict) or not data:
        return None, [_not_readable(name, text.path, "{}")]
    names: dict[str, str] = {}
    for code, value in data.items():
        title = value.get("name") if isinstance(value, dict) else value
        if not isinstance(title, str):
            return None, [_not_readable(name, text.path, code)]
        names[code] = title
    return Classifier(name, MappingProxyType(names)), []


def _not_readable(name: str, path: str, problem: str) -> Diagnostic:
    return Diagnostic(CLASSIFIER_NOT_READABLE, Span(path), {"name": name, "problem": problem})
