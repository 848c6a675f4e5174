"""A value that takes the place of another: a text of a text, or one kind of value of another kind."""

from stratbuild.rewrite.blocks import rewritten_block
from stratbuild.rewrite.habits import habits_of
from stratbuild.rewrite.layout import BLOCK_HEADER, Layout
from stratbuild.rewrite.scalars import manner_of, spelled
from stratbuild.rewrite.splices import Splice, take_out_lines
from stratbuild.rewrite.writing import below, item, mapping_lines, on_one_line, suits_one_line
from stratbuild.syntax import Data, Location


def replaced(layout: Layout, location: Location, value: Data) -> list[Splice]:
    """Another value in the place of one that is there."""
    place = layout.place(location)
    bracketed = layout.is_inside_brackets(location)
    if isinstance(value, str):
        return _text(layout, location, value, bracketed=bracketed)
    if not value or bracketed:
        return _one_line(layout, location, on_one_line(value))
    if place.value and not isinstance(place.value, str):
        as_before = "{" if layout.is_bracketed(place) else "-"
    else:
        as_before = habits_of(layout, location[:-1]).manners.get(str(location[-1]), "")
    if suits_one_line(value, as_before):
        return _one_line(layout, location, on_one_line(value))
    return _lines(layout, location, value)


def _text(layout: Layout, location: Location, value: str, *, bracketed: bool) -> list[Splice]:
    place = layout.place(location)
    if not isinstance(place.value, str):
        return _one_line(layout, location, spelled(value, bracketed=bracketed, quote=layout.quote))
    span = layout.content[place.start : place.end]
    if layout.is_block_of_lines(place):
        column = layout.column(layout.place(location[:-1]).start)
        block = rewritten_block(span, place.value, value, line_break=layout.line_break, column=column)
        if block is not None:
            return [Splice(place.start, place.end, block)]
        return _one_line(layout, location, spelled(value, bracketed=False, manner='"'))
    manner = manner_of(span, place.value) if span else ""
    return _one_line(layout, location, spelled(value, bracketed=bracketed, manner=manner, quote=layout.quote))


def _one_line(layout: Layout, location: Location, written: str) -> list[Splice]:
    """A text, or what is in brackets, in the place of anything."""
    place = layout.place(location)
    content = layout.content
    end = layout.end(location)
    if layout.is_block_of_lines(place):
        return [Splice(place.start, end, written + _comment_of_block(layout, place.start))]
    if isinstance(place.value, str) or not place.value or layout.is_bracketed(place):
        if place.end > place.start:
            return [Splice(place.start, place.end, written)]
        at = layout.after_key(location)
        before = " " if content[at - 1] in ":-" else ": "
        after = "" if content[at : at + 1] in {"", " ", "\t", "\r", "\n", ",", "}", "]"} else " "
        return [Splice(at, at, before + written + after)]
    if not layout.begins_line(place.start):
        return [Splice(place.start, end, written)]
    at = layout.after_key(location)
    return [Splice(at, at, " " + written), take_out_lines(layout, layout.line_start(place.start), layout.next_line(end))]


def _lines(layout: Layout, location: Location, value: Data) -> list[Splice]:
    """A mapping or list in lines of its own in the place of anything."""
    place = layout.place(location)
    habits = habits_of(layout, location[:-1])
    line_break = layout.line_break
    end = layout.end(location)
    is_below = bool(place.value) and not isinstance(place.value, str) and not layout.is_bracketed(place)
    if place.key is None and not (is_below and layout.begins_line(place.start)):
        dash = layout.dash(location)
        first, *more = item(value, layout.column(dash), habits)
        rest = "" if is_below else layout.content[end : layout.line_end(end)]
        return [Splice(dash, layout.line_end(end), line_break.join((first.lstrip(" ") + rest, *more)))]
    around = layout.column(layout.place(location[:-1]).start if place.key is None else place.key[0])
    if is_below and isinstance(value, dict) and isinstance(place.value, dict):
        lines = mapping_lines(value, layout.column(place.start), habits)
    else:
        lines = below(value, around, habits)
    if layout.begins_line(place.start) and place.end > place.start:
        return [Splice(layout.line_start(place.start), layout.line_end(end), line_break.join(lines))]
    at = layout.after_key(location)
    is_block = layout.is_block_of_lines(place)
    rest = _comment_of_block(layout, place.start) if is_block else layout.content[end : layout.line_end(end)]
    return [Splice(at, layout.line_end(end), line_break.join((rest, *lines)))]


def _comment_of_block(layout: Layout, start: int) -> str:
    header = BLOCK_HEADER.match(layout.content, start)
    return header[3] if header else ""


def emptied(layout: Layout, location: Location) -> list[Splice]:
    """A mapping or list without anything in it."""
    empty: Data = {} if isinstance(layout.place(location).value, dict) else []
    return _one_line(layout, location, on_one_line(empty))
