"""What changes directly inside a mapping."""

from collections.abc import Mapping

from stratbuild.rewrite import brackets
from stratbuild.rewrite.changes import Change
from stratbuild.rewrite.edits import is_year
from stratbuild.rewrite.habits import habits_of
from stratbuild.rewrite.layout import Layout
from stratbuild.rewrite.replacement import emptied, replaced
from stratbuild.rewrite.scalars import is_plain, manner_of
from stratbuild.rewrite.splices import Splice, put_in_lines, take_out_lines
from stratbuild.rewrite.writing import bracketed_entry, entry
from stratbuild.syntax import Data, Location, Place


def mapping_splices(layout: Layout, location: Location, change: Change) -> list[Splice]:
    """The splices that set, add and take out keys."""
    place = layout.place(location)
    old = place.value if isinstance(place.value, dict) else {}
    gone = [key for key in old if key in change.removed]
    staying = [key for key in old if key not in change.removed]
    new = {str(key): value for key, value in change.given.items() if key not in old}
    if not staying and location:
        return replaced(layout, location, new) if new else emptied(layout, location)
    splices = [one for key in staying if key in change.given for one in replaced(layout, (*location, key), change.given[key])]
    if layout.is_bracketed(place):
        splices += _in_brackets(layout, location, staying, gone, new)
    else:
        splices += [_taken_out(layout, location, staying, key) for key in gone]
        splices += _put_in(layout, location, staying, new)
    return splices


def _taken_out(layout: Layout, location: Location, staying: list[str], key: str) -> Splice:
    place = layout.place((*location, key))
    start = place.key[0] if place.key else place.start
    end = layout.end((*location, key))
    if layout.begins_line(start):
        is_nested = not isinstance(place.value, str) and not layout.is_bracketed(place)
        below = layout.lines_after(end, layout.column(start)) if is_nested else layout.next_line(end)
        return take_out_lines(layout, layout.line_start(start), below)
    following = layout.place((*location, staying[0])) if staying else None
    behind = layout.line_end(end)
    if following and following.key and not layout.has_comment(behind, following.key[0]):
        return Splice(start, following.key[0])
    return Splice(start, behind)


def _put_in(layout: Layout, location: Location, staying: list[str], new: Mapping[str, Data]) -> list[Splice]:
    if not new:
        return []
    place = layout.place(location)
    habits = habits_of(layout, location)
    line_break = layout.line_break
    column = layout.column(place.start) if place.value else 0
    quote = _quote_of_keys(layout, location)
    splices: list[Splice] = []
    for key in _in_order(new):
        lines = entry(key, new[key], column, habits, quote=quote)
        before = _before(staying, key)
        if not staying:
            splices.append(put_in_lines(layout, layout.line_start(place.start if place.value else len(layout.content)), lines))
        elif before is None:
            first = _key_start(layout.place((*location, staying[0])))
            splices.append(Splice(first, first, line_break.join(lines).lstrip(" ") + line_break + " " * column))
        else:
            at = layout.lines_after(layout.end((*location, before)), column)
            if not location and before == staying[-1] and isinstance(new[key], list):
                lines = ["", *lines]
            splices.append(put_in_lines(layout, at, lines))
    return splices


def _in_brackets(
    layout: Layout, location: Location, staying: list[str], gone: list[str], new: Mapping[str, Data]
) -> list[Splice]:
    old = layout.place(location).value
    assert isinstance(old, dict)
    numbers = {key: number for number, key in enumerate(old)}
    places = [layout.place((*location, key)) for key in old]
    ends = [layout.end((*location, key)) for key in old]
    spans = [(_key_start(place), layout.after_space(end)) for place, end in zip(places, ends, strict=True)]
    gone_numbers = {numbers[key] for key in gone}
    splices = brackets.taken_out(layout, spans, gone_numbers)
    if not new:
        return splices
    manners = habits_of(layout, location).manners
    quote = _quote_of_keys(layout, location)
    if not staying:
        at = layout.place(location).end - 1
        return [*splices, Splice(at, at, ", ".join(bracketed_entry(key, new[key], manners, quote) for key in _in_order(new)))]
    behind: dict[int, list[str]] = {}
    for key in _in_order(new):
        before = _before(staying, key)
        after = numbers[before] if before is not None else -1
        behind.setdefault(after, []).append(bracketed_entry(key, new[key], manners, quote))
    for after, texts in behind.items():
        splices += brackets.put_in(layout, spans, gone_numbers, after, texts)
    return splices


def _in_order(new: Mapping[str, Data]) -> list[str]:
    return sorted(new) if all(map(is_year, new)) else list(new)


def _before(old: list[str], key: str) -> str | None:
    """The key behind which a new one stands: the year before it, else the last; nothing where it is to be the first."""
    if old and is_year(key) and all(map(is_year, old)):
        earlier = [one for one in old if one < key]
        return earlier[-1] if earlier else None
    return old[-1] if old else None


def _key_start(place: Place) -> int:
    return place.key[0] if place.key else place.start


def _quote_of_keys(layout: Layout, location: Location) -> str | None:
    """The quote in which the keys around stand that could do without."""
    value = layout.place(location).value
    if not isinstance(value, dict) or not value:
        return None
    key = next(reversed(value))
    start = _key_start(layout.place((*location, key)))
    manner = manner_of(layout.content[start : start + 1], key)
    return manner if manner in {'"', "'"} and is_plain(key, bracketed=True) else None
