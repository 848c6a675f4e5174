"""YAML events to plain data: mappings, lists and texts, nothing else."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import _ruamel_yaml  # noqa: F401 - the C parser; without it ruamel.yaml would silently read fifty times slower
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from stratbuild.diagnostics import Diagnostic, Fault, Related, Severity, has_errors
from stratbuild.source import FORBIDDEN, SourceText, describe
from stratbuild.syntax import faults

Data = dict[str, "Data"] | list["Data"] | str

DEEPEST = 24
LONGEST_SCALAR = 200_000

_FIRST_WRITTEN = {"en": "first written here", "uk": "уперше записано тут"}

_PROBLEMS: tuple[tuple[str, Fault], ...] = (
    ("mapping values are not allowed", faults.COLON_IN_TEXT),
    ("found unexpected end of stream", faults.NOT_CLOSED),
    ("did not find expected ',' or", faults.NOT_CLOSED),
    ("did not find expected node content", faults.NOT_CLOSED),
    ("found unexpected document indicator", faults.NOT_CLOSED),
    ("did not find expected", faults.INDENTATION),
    ("could not find expected ':'", faults.INDENTATION),
    ("block sequence entries are not allowed", faults.INDENTATION),
    ("block mapping entries are not allowed", faults.INDENTATION),
    ("mapping keys are not allowed", faults.INDENTATION),
    ("undefined tag handle", faults.TAG),
    ("while parsing a tag", faults.TAG),
    ("while scanning a tag", faults.TAG),
    ("while scanning an anchor", faults.ANCHOR_OR_ALIAS),
    ("while scanning an alias", faults.ANCHOR_OR_ALIAS),
    ("while scanning a directive", faults.DIRECTIVE),
)


@dataclass(frozen=True)
class Tree:
    """The data of one file: what stands under each of its lists, and the text it was read from."""

    text: SourceText
    data: dict[str, Data]


def events(text: SourceText) -> Iterator[Any]:
    """The YAML events of a text, by ruamel.yaml's C parser: the only reader of YAML in the program."""
    yield from YAML(typ="safe", pure=False).parse(text.content)


def parse(text: SourceText) -> tuple[Tree | None, list[Diagnostic]]:
    """The data of a file, and everything in it that a strategy may not contain.

    Scalars stay text until the type of their field reads them; a value that is left out is an empty
    text. Texts are normalised to Unicode NFC. There is no tree where there is an error.
    """
    builder = _Builder(text)
    try:
        for event in events(text):
            builder.take(event)
    except MarkedYAMLError as error:
        builder.diagnostics.append(_not_yaml(text, error))
    except YAMLError as error:
        builder.diagnostics.append(Diagnostic(faults.NOT_YAML, text.span(0), {"problem": str(error)[:120]}))
    except _Stop:
        pass
    diagnostics = builder.diagnostics
    if has_errors(diagnostics):
        return None, diagnostics
    if builder.root is None or builder.root == "":
        return Tree(text, {}), [*diagnostics, Diagnostic(faults.FILE_IS_EMPTY, text.span(0), severity=Severity.WARNING)]
    if not isinstance(builder.root, dict):
        return None, [*diagnostics, Diagnostic(faults.FILE_NOT_A_MAPPING, text.span(builder.root_start))]
    return Tree(text, builder.root), diagnostics


class _Stop(Exception):
    """The rest of the file is not worth reading."""


class _Builder:
    """Grows the data event by event; the open containers lie on a stack, each with its pending key."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.diagnostics: list[Diagnostic] = []
        self.root: Data | None = None
        self.root_start = 0
        self._open: list[dict[str, Data] | list[Data]] = []
        self._keys: list[str | None] = []
        self._starts: list[dict[str, int]] = []
        self._documents = 0
        self._known: dict[str, str] = {}

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._start(event, {} if kind is MappingStartEvent else [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
            self._starts.pop()
        elif kind is AliasEvent:
            self._report(faults.ANCHOR_OR_ALIAS, event, text=f"*{event.anchor}")
            self._add("", event)
        elif kind is DocumentStartEvent:
            self._document(event)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_anchor_and_tag(event)
        value: str = event.value
        if event.style == '"':
            found = FORBIDDEN.search(value)
            if found is not None:
                self._report(faults.FORBIDDEN_ESCAPE, event, **describe(found[0]))
        if len(value) > LONGEST_SCALAR:
            self._report(faults.SCALAR_TOO_LONG, event, length=len(value), limit=LONGEST_SCALAR)
        if not value.isascii() and not unicodedata.is_normalized("NFC", value):
            value = unicodedata.normalize("NFC", value)
        self._add(value, event)

    def _start(self, event: Any, container: dict[str, Data] | list[Data]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_anchor_and_tag(event)
        if len(self._open) >= DEEPEST:
            self._report(faults.NESTED_TOO_DEEPLY, event, limit=DEEPEST)
            raise _Stop
        self._add(container, event)
        self._open.append(container)
        self._keys.append(None)
        self._starts.append({})

    def _add(self, value: Data, event: Any) -> None:
        if not self._open:
            self.root, self.root_start = value, event.start_mark.index
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, list):
            parent.append(value)
        elif key is None:
            self._keys[-1] = self._key(value, event)
        else:
            parent[key] = value
            self._keys[-1] = None

    def _key(self, value: Data, event: Any) -> str:
        if not isinstance(value, str):
            self._report(faults.KEY_NOT_A_WORD, event)
            raise _Stop
        if value == "<<":
            self._report(faults.MERGE_KEY, event)
        elif value == "":
            self._report(faults.EMPTY_KEY, event)
        start, end = event.start_mark.index, event.end_mark.index
        first = self._starts[-1].setdefault(value, start)
        if first != start:
            related = Related(self.text.span(first, first + end - start), _FIRST_WRITTEN)
            span = self.text.span(start, end)
            self.diagnostics.append(Diagnostic(faults.DUPLICATE_KEY, span, {"key": value}, related=(related,)))
        return self._known.setdefault(value, value)

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(faults.ANCHOR_OR_ALIAS, event, text=f"&{event.anchor}")
        if event.tag is not None:
            self._report(faults.TAG, event, text=str(event.tag))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._report(faults.DIRECTIVE, event)
        if self._documents > 1:
            self._report(faults.SEVERAL_DOCUMENTS, event)
            raise _Stop

    def _report(self, fault: Fault, event: Any, **facts: object) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        end = min(end, self.text.content.find("\n", start) if "\n" in self.text.content[start:end] else end)
        self.diagnostics.append(Diagnostic(fault, self.text.span(start, end if end > start else None), facts))


def _not_yaml(text: SourceText, error: MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    start = min(mark.index, len(text.content)) if mark is not None else 0
    problem = f"{error.context or ''}: {error.problem or ''}".strip(": ")
    if text.content[start : start + 1] == "\t":
        return Diagnostic(faults.TAB_IN_INDENTATION, text.span(start))
    for part, fault in _PROBLEMS:
        if part in problem:
            return Diagnostic(fault, text.span(_visible(text, start)), {"text": text.content[start : start + 1]})
    return Diagnostic(faults.NOT_YAML, text.span(start), {"problem": problem})


def _visible(text: SourceText, index: int) -> int:
    """The index itself, or the last visible character before the end of the file."""
    end = len(text.content.rstrip())
    return max(0, end - 1) if index >= end else index
