"""YAML events to plain data: mappings, lists and texts, nothing else."""

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from _ruamel_yaml import CParser  # ruamel.yaml's own; asked through ruamel.yaml, its absence would pass unnoticed
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from stratbuild.diagnostics import Diagnostic, Fault, Related, Severity, Span, has_errors
from stratbuild.source import MOST_FINDINGS, SourceText, capped, describe, unfit_characters, unfit_in
from stratbuild.syntax import faults, file_faults, sign_faults
from stratbuild.syntax.problems import diagnose

Data = dict[str, "Data"] | list["Data"] | str

DEEPEST = 24
LONGEST_SCALAR = 200_000
MOST_VALUES = 2_000_000
MOST_VALUES_OF_AN_ITEM = 150_000
"""Keys are counted, too."""

_FIRST_WRITTEN = {"en": "first written here", "uk": "уперше записано тут"}


@dataclass(frozen=True)
class Tree:
    """The data of one file: what stands under each of its lists, and the text it was read from.

    `marks` holds the first and the end index of every key and value, in the order of the text.
    """

    text: SourceText
    data: dict[str, Data]
    marks: Sequence[int] = ()


def events(text: SourceText) -> Iterator[Any]:
    """The YAML events of a text, by ruamel.yaml's C parser: the only reader of YAML in the program."""
    next_event = CParser(text.content).get_event
    while (event := next_event()) is not None:
        yield event


def parse(text: SourceText) -> tuple[Tree | None, list[Diagnostic]]:
    """The data of a file, and everything in it that a strategy may not contain.

    Scalars stay text until the type of their field reads them; a value that is left out is an empty
    text. Texts are normalised to Unicode NFC. There is no tree where there is an error.
    """
    reader = _Reader(text)
    diagnostics = reader.diagnostics
    root: Data | None = None
    try:
        root = reader.document()
    except MarkedYAMLError as error:
        problem = diagnose(text, error, _innermost_bracket(text))
        if all(one.span.line != problem.span.line for one in diagnostics):
            diagnostics.append(problem)
    except YAMLError:
        # The parser stops at characters that it cannot read, all of which are unfit for a strategy.
        diagnostics += unfit_in(text)
    except _Stop:
        pass
    if has_errors(diagnostics):
        return None, capped(diagnostics)
    if root is None or root == "":
        return Tree(text, {}), [*diagnostics, Diagnostic(file_faults.FILE_IS_EMPTY, text.span(0), severity=Severity.WARNING)]
    if not isinstance(root, dict):
        return None, [*diagnostics, Diagnostic(file_faults.FILE_NOT_A_MAPPING, text.span(reader.marks[0]))]
    return Tree(text, root, reader.marks), diagnostics


def _innermost_bracket(text: SourceText) -> int | None:
    """The index of the innermost `[` or `{` that is open where the parser gives up."""
    opened: list[Any] = []
    try:
        for event in events(text):
            if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                opened.append(event)
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                opened.pop()
    except YAMLError:
        places = [one.start_mark.index for one in reversed(opened) if one.flow_style]
        return next((at for at in places if text.content[at] in "[{"), None)
    return None


class _Stop(Exception):
    """The rest of the file is not worth reading."""


class _Reader:
    """Takes the events one by one; each value is read whole by the function for the event that begins it."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.diagnostics: list[Diagnostic] = []
        self.marks = array("I")
        self._events = events(text)
        self._known_keys: dict[str, str] = {}
        self._most_marks = 2 * MOST_VALUES

    def document(self) -> Data | None:
        """The value that the file is, if it holds any."""
        root: Data | None = None
        documents = 0
        for event in self._events:
            kind = type(event)
            if kind is DocumentStartEvent:
                documents += 1
                if event.version or event.tags:
                    self._report(faults.DIRECTIVE, event)
                if documents > 1:
                    self._report(faults.SEVERAL_DOCUMENTS, event)
                    raise _Stop
            elif kind not in {StreamStartEvent, DocumentEndEvent, StreamEndEvent}:
                root = self._value(event, 0)
        return root

    def _value(self, event: Any, depth: int) -> Data:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._mark(event)
            self._report(faults.ANCHOR_OR_ALIAS, event, text=f"*{event.anchor}"[:40])
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_anchor_and_tag(event)
        if depth >= DEEPEST:
            self._report(faults.NESTED_TOO_DEEPLY, event, limit=DEEPEST)
            raise _Stop
        return self._mapping(event, depth + 1) if kind is MappingStartEvent else self._list(event, depth + 1)

    def _mapping(self, event: Any, depth: int) -> dict[str, Data]:
        end = self._mark(event) + 1
        data: dict[str, Data] = {}
        first_events: dict[str, Any] = {}
        take = self._events.__next__
        while type(event := take()) is not MappingEndEvent:
            key = self._key(event)
            first = first_events.setdefault(key, event)
            if first is not event:
                self._report(faults.DUPLICATE_KEY, event, first=first, key=key[:60])
            if depth == 1:
                self._begin_item()
            data[key] = self._value(take(), depth)
        self.marks[end] = event.end_mark.index
        return data

    def _list(self, event: Any, depth: int) -> list[Data]:
        end = self._mark(event) + 1
        data: list[Data] = []
        take = self._events.__next__
        while type(event := take()) is not SequenceEndEvent:
            if depth == 2:
                self._begin_item()
            data.append(self._value(event, depth))
        self.marks[end] = event.end_mark.index
        return data

    def _key(self, event: Any) -> str:
        if type(event) is AliasEvent:
            self._report(faults.ANCHOR_OR_ALIAS, event, text=f"*{event.anchor}"[:40])
            raise _Stop
        if type(event) is not ScalarEvent:
            self._report(faults.KEY_NOT_A_WORD, event)
            raise _Stop
        key = self._scalar(event)
        if key == "<<":
            self._report(faults.MERGE_KEY, event)
        elif key == "":
            self._report(faults.EMPTY_KEY, event)
        return self._known_keys.setdefault(key, key)

    def _scalar(self, event: Any) -> str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_anchor_and_tag(event)
        self._mark(event)
        value: str = event.value
        if not value.isascii() and not unicodedata.is_normalized("NFC", value):
            value = unicodedata.normalize("NFC", value)
        if event.style == '"':
            self._refuse_unfit(event, value)
        if len(value) > LONGEST_SCALAR:
            self._report(faults.SCALAR_TOO_LONG, event, length=len(value), limit=LONGEST_SCALAR)
        return value

    def _mark(self, event: Any) -> int:
        """Note where an event stands, and say at which of the marks that is."""
        at = len(self.marks)
        if at >= self._most_marks:
            self._report(
                file_faults.TOO_MANY_VALUES, event, limit=MOST_VALUES if at == 2 * MOST_VALUES else MOST_VALUES_OF_AN_ITEM
            )
            raise _Stop
        self.marks.extend((event.start_mark.index, event.end_mark.index))
        return at

    def _begin_item(self) -> None:
        self._most_marks = min(len(self.marks) + 2 * MOST_VALUES_OF_AN_ITEM, 2 * MOST_VALUES)

    def _refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(faults.ANCHOR_OR_ALIAS, event, text=f"&{event.anchor}"[:40])
        if event.tag is not None:
            self._report(faults.TAG, event, text=str(event.tag)[:40])

    def _refuse_unfit(self, event: Any, value: str) -> None:
        """Refuse what only the escapes of a text in double quotes can bring into it; the rest is found in the bytes."""
        found = "".join(value[start:end] for start, end, _, _ in unfit_characters(value, MOST_FINDINGS))
        written = self.text.content[event.start_mark.index : event.end_mark.index] if found else ""
        escaped = next((sign for sign in reversed(found) if sign not in written), None)
        if escaped is not None:
            self._report(sign_faults.FORBIDDEN_ESCAPE, event, **describe(escaped))

    def _report(self, fault: Fault, event: Any, *, first: Any = None, **facts: object) -> None:
        """A finding that is underlined from the beginning of an event to its end, or that of its first line."""
        related = () if first is None else (Related(self._span(first), _FIRST_WRITTEN),)
        self.diagnostics.append(Diagnostic(fault, self._span(event), facts, related=related))
        if len(self.diagnostics) > MOST_FINDINGS:
            raise _Stop

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark.index, event.end_mark.index
        return self.text.span(start, min(end, max(start + 1, self.text.end_of_line(start))) if end > start else None)
