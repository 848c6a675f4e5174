"""Words of a catalogue with more than text in their places: references, fields of items."""

from stratbuild.render.ast import Inline
from stratbuild.render.locale import Locale

_MARK = "\ue002"
"""Stands around the places while the words are formatted; no text of a strategy holds it."""


def say_line(locale: Locale, name: str, /, **facts: object) -> list[str | Inline]:
    """The words of a name as the pieces of a line, with inlines where the facts are such."""
    pieces = [fact for fact in facts.values() if isinstance(fact, Inline)]
    numbers = iter(range(len(pieces)))
    places = {key: f"{_MARK}{next(numbers)}{_MARK}" if isinstance(fact, Inline) else fact for key, fact in facts.items()}
    parts = locale.say(name, **places).split(_MARK)
    return [pieces[int(part)] if place % 2 else part for place, part in enumerate(parts)]
