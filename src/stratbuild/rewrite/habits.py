"""How a text is written that is to get a new entry: its indentation, and how the neighbours write the same keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stratbuild.rewrite.layout import Layout
from stratbuild.rewrite.scalars import is_plain, kind, manner_of
from stratbuild.syntax import Location

_NEIGHBOURS = 20


@dataclass(frozen=True)
class Habits:
    """How new entries are written."""

    line_break: str = "\n"
    quote: str = "'"
    step: int = 2
    """How much deeper a mapping stands than its key."""
    list_step: int = 2
    """How much deeper the dashes of a list stand than its key."""
    item_step: int = 2
    """How much deeper an item stands than its dash."""
    manners: Mapping[str, str] = field(default_factory=dict)
    """For a key how its text is written, or `{` or `-` for a mapping or list in brackets or below."""


def habits_of(layout: Layout, location: Location) -> Habits:
    """The habits around a mapping or list: those of its neighbours in the list that it belongs to, then of the file."""
    manners: dict[str, str] = {}
    steps: dict[str, int] = {}
    for neighbour in _neighbours(layout, tuple(location)):
        _observe(layout, neighbour, manners, steps)
    _observe(layout, (), {}, steps)
    return Habits(
        layout.line_break,
        layout.quote,
        steps.get("step", steps.get("list_step") or 2),
        steps.get("list_step", 2),
        steps.get("item_step", 2),
        manners,
    )


def _neighbours(layout: Layout, location: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The mapping itself, and the last items of the nearest list around, nearest first."""
    value = layout.place(location).value
    if isinstance(value, dict):
        yield location
    for length in range(len(location), -1, -1):
        around = layout.place(location[:length]).value
        if isinstance(around, list):
            yield location[:length]
            path = location[length + 1 :]
            for number in range(len(around) - 1, max(-1, len(around) - 1 - _NEIGHBOURS), -1):
                neighbour = (*location[:length], number, *path)
                if isinstance(_value(around[number], path), dict) and neighbour != location:
                    yield neighbour
            return


def _value(value: object, path: tuple[str | int, ...]) -> object:
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return None
        value = value[step]
    return value


def _observe(layout: Layout, location: tuple[str | int, ...], manners: dict[str, str], steps: dict[str, int]) -> None:
    place = layout.place(location)
    if layout.is_bracketed(place):
        _observe_manners(layout, location, manners)
        return
    if isinstance(place.value, list):
        if place.value and layout.place((*location, 0)).end > layout.place((*location, 0)).start:
            item = layout.place((*location, 0))
            if layout.line_start(item.start) == layout.line_start(place.start):
                steps.setdefault("item_step", item.start - place.start)
        return
    if not isinstance(place.value, dict):
        return
    _observe_manners(layout, location, manners)
    column = layout.column(place.start)
    for key, value in place.value.items():
        inner = layout.place((*location, key))
        if value and not isinstance(value, str) and not layout.is_bracketed(inner) and layout.begins_line(inner.start):
            steps.setdefault("step" if isinstance(value, dict) else "list_step", layout.column(inner.start) - column)
            if isinstance(value, list):
                _observe(layout, (*location, key), {}, steps)


def _observe_manners(layout: Layout, location: tuple[str | int, ...], manners: dict[str, str]) -> None:
    place = layout.place(location)
    for key, value in place.value.items() if isinstance(place.value, dict) else ():
        inner = layout.place((*location, key))
        if key in manners or not value:
            continue
        if not isinstance(value, str):
            manners[key] = "{" if layout.is_bracketed(inner) else "-"
        else:
            manner = manner_of(layout.content[inner.start : inner.end][:1], value)
            if manner not in {"'", '"'} or _is_free(value):
                manners[key] = manner


def _is_free(text: str) -> bool:
    """Whether a text in quotes could do without: a quote that was needed is no habit. Codes are quoted by habit."""
    return text.replace("-", "").isalnum() or (kind(text) in {"word", "figure"} and is_plain(text, bracketed=True))
