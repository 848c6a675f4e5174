"""What can be changed in a text. Locations lead through the text as it stands before the whole batch."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stratbuild.syntax import Data, Location

Value = str | Mapping[str, "Value"] | Sequence["Value"]
"""What may be written: a text, or mappings and lists of texts."""


class Unquoted(str):
    """A text that is meant as a date, a number or yes and no: written without quotes wherever YAML lets it be."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SetScalar:
    """Another text in the place of one; the way it is written (plain, quoted, a block of lines) stays if it can."""

    location: Location
    value: str


@dataclass(frozen=True, slots=True)
class SetKey:
    """The value of a key of a mapping.

    A new key goes to its place among years, else to the end. Of a mapping that becomes another one with
    some of the same keys, only what differs is written; any other change of kind replaces the whole value.
    """

    location: Location
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """A key of a mapping and its value are taken out; a mapping without keys stays as `{}`."""

    location: Location
    key: str


@dataclass(frozen=True, slots=True)
class AppendItem:
    """A new last item of a list, written as those before it; a list that is not there yet is begun."""

    location: Location
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """An item of a list is taken out, and the comments inside it; a list without items stays as `[]`.

    A comment directly above goes with it only when it clearly speaks of this item alone: when another
    comment, or the end of the list, comes before the next item that stays. Above the first item it always
    stays, for it may speak of the list; so does every comment beyond a blank line.
    """

    location: Location
    index: int


Edit = SetScalar | SetKey | RemoveKey | AppendItem | RemoveItem


def as_data(value: Value) -> Data:
    """A value as our reader gives it back: mappings, lists and texts in Unicode NFC."""
    if isinstance(value, str):
        normal = unicodedata.normalize("NFC", value)
        return Unquoted(normal) if isinstance(value, Unquoted) else normal
    if isinstance(value, Mapping):
        return {unicodedata.normalize("NFC", key): as_data(inner) for key, inner in value.items()}
    return [as_data(inner) for inner in value]


def texts_of(edit: Edit) -> Iterator[str]:
    """All texts that an edit brings, keys included."""
    match edit:
        case SetKey(_, key, value):
            yield from _texts({key: value})
        case SetScalar(_, value) | AppendItem(_, value):
            yield from _texts(value)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from value if isinstance(value, Mapping) else ()
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)


def is_year(key: str) -> bool:
    """Whether a key is a year, so that its neighbours are sorted."""
    return len(key) == 4 and key.isascii() and key.isdecimal()
