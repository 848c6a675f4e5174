"""The text of new entries: on one line in brackets, or in lines of their own."""

import re
from collections.abc import Mapping

from stratbuild.rewrite.blocks import new_block
from stratbuild.rewrite.habits import Habits
from stratbuild.rewrite.scalars import spelled, spelled_key
from stratbuild.syntax import Data

_LONGEST_LINE = 100
_SHORT = re.compile(r"-?[0-9][0-9.]*%?|[A-Z]{1,8}(-[A-Z0-9]{1,12}){1,4}|rest|решта")
"""A figure, a share or an id."""


def on_one_line(value: Data, manners: Mapping[str, str] | None = None, manner: str = "") -> str:
    """A value as it stands in brackets; the manners are those of its keys, the manner its own if it is a text."""
    if isinstance(value, str):
        return spelled(value, bracketed=True, manner=manner)
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(inner) for inner in value) + "]"
    return "{" + ", ".join(bracketed_entry(key, inner, manners or {}) for key, inner in value.items()) + "}"


def bracketed_entry(key: str, value: Data, manners: Mapping[str, str], quote: str | None = None) -> str:
    """A key and its value as they stand between braces; the quote is that of the keys around."""
    return f"{spelled_key(key, bracketed=True, quote=quote)}: {on_one_line(value, manner=manners.get(key, ''))}"


def suits_one_line(value: Data, habit: str | None = None) -> bool:
    """Whether a value is better written in brackets: as its neighbours are, else where it is made of figures and ids."""
    if isinstance(value, str):
        return True
    if not value:
        return True
    if habit in {"{", "-"}:
        return habit == "{"
    return _is_short(value) and len(on_one_line(value)) <= _LONGEST_LINE


def entry(key: str, value: Data, column: int, habits: Habits, *, quote: str | None = None) -> list[str]:
    """The lines of a key and its value in a mapping that stands in a column."""
    head = " " * column + spelled_key(key, bracketed=False, quote=quote) + ":"
    manner = habits.manners.get(key, "")
    if isinstance(value, str):
        first, *more = _text(value, manner, column, habits)
        return [f"{head} {first}", *more]
    if suits_one_line(value, manner):
        return [f"{head} {on_one_line(value)}"]
    return [head, *below(value, column, habits)]


def below(value: Data, column: int, habits: Habits) -> list[str]:
    """The lines of a mapping or list below its key, which stands in a column."""
    if isinstance(value, dict):
        return mapping_lines(value, column + habits.step, habits)
    return [line for inner in value for line in item(inner, column + habits.list_step, habits)]


def mapping_lines(value: Mapping[str, Data], column: int, habits: Habits) -> list[str]:
    """The lines of a mapping that stands in a column."""
    return [line for key, inner in value.items() for line in entry(key, inner, column, habits)]


def item(value: Data, column: int, habits: Habits) -> list[str]:
    """The lines of an item of a list whose dashes stand in a column."""
    dash = " " * column + "-" + " " * (habits.item_step - 1)
    inner = column + habits.item_step
    if isinstance(value, str):
        first, *more = _text(value, "", column, habits)
        return [dash + first, *more]
    if not value or (isinstance(value, list) and suits_one_line(value)):
        return [dash + on_one_line(value)]
    if isinstance(value, list):
        lines = [line for part in value for line in item(part, inner, habits)]
    else:
        lines = mapping_lines(value, inner, habits)
    return [dash + lines[0][inner:], *lines[1:]]


def _text(value: str, manner: str, column: int, habits: Habits) -> list[str]:
    """A text in the manner of its neighbours; one of several lines after `|`."""
    sign = manner if manner in {"|", ">"} else "|" if "\n" in value else ""
    lines = new_block(sign, value, column=column, indent=column + habits.step, line_break=habits.line_break) if sign else None
    return lines or [spelled(value, bracketed=False, manner=manner, quote=habits.quote)]


def _is_short(value: Data) -> bool:
    if isinstance(value, str):
        return bool(_SHORT.fullmatch(value))
    if isinstance(value, list):
        return all(map(_is_short, value))
    return all(inner in ("true", "false") or (_SHORT.fullmatch(key) and _is_short(inner)) for key, inner in value.items())
