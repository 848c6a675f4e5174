"""What changes directly inside a list."""

from stratbuild.rewrite import brackets
from stratbuild.rewrite.changes import Change
from stratbuild.rewrite.habits import habits_of
from stratbuild.rewrite.layout import Layout
from stratbuild.rewrite.replacement import emptied, replaced
from stratbuild.rewrite.splices import Splice, put_in_lines, take_out_lines
from stratbuild.rewrite.writing import item, on_one_line
from stratbuild.syntax import Data, Location


def list_splices(layout: Layout, location: Location, change: Change) -> list[Splice]:
    """The splices that change items, take them out and put new ones at the end."""
    place = layout.place(location)
    old = place.value if isinstance(place.value, list) else []
    gone = {number for number in range(len(old)) if number in change.removed}
    is_below = bool(old) and not layout.is_bracketed(place) and layout.begins_line(place.start)
    if len(gone) == len(old) and not (is_below and change.appended):
        return replaced(layout, location, change.appended) if change.appended else _emptied(layout, location)
    if layout.is_bracketed(place):
        spans = [(inner.start, inner.end) for inner in (layout.place((*location, number)) for number in range(len(old)))]
        splices = brackets.taken_out(layout, spans, gone)
        if change.appended:
            manners = habits_of(layout, location).manners
            texts = [on_one_line(value, manners) for value in change.appended]
            last = max(number for number in range(len(old)) if number not in gone)
            splices += brackets.put_in(layout, spans, gone, last, texts)
    else:
        splices = [_taken_out(layout, location, number, gone, len(old)) for number in sorted(gone)]
        splices += _appended(layout, location, gone, len(old), change.appended)
    for number, value in change.given.items():
        splices += replaced(layout, (*location, number), value)
    return splices


def _taken_out(layout: Layout, location: Location, number: int, gone: set[int], count: int) -> Splice:
    dash = layout.dash((*location, number))
    column = layout.column(dash)
    start = layout.line_start(dash)
    end = layout.lines_after(layout.end((*location, number)), column)
    if not layout.begins_line(dash):
        # The first item of a list that begins on the line of another one: the next takes its place.
        following = next((other for other in range(number + 1, count) if other not in gone), None)
        behind = layout.line_end(layout.end((*location, number)))
        if following is None or layout.has_comment(behind, layout.dash((*location, following))):
            return Splice(dash, behind)
        return Splice(dash, layout.dash((*location, following)))
    if _comment_goes_with(layout, location, number, gone, count):
        start = _first_comment_line(layout, start)
    before = layout.line_start(start - 1) if start else 0
    heads_next = number + 1 < count and (number == 0 or layout.comment_column(before) is not None)
    if start and layout.is_blank_line(end) and heads_next:
        while layout.is_blank_line(end):
            end = layout.next_line(end)
    elif start and layout.is_blank_line(before) and (layout.is_blank_line(end) or end >= len(layout.content)):
        if layout.is_blank_line(end):
            while layout.is_blank_line(end):
                end = layout.next_line(end)
        elif layout.block_of_lines_before(start) is None:
            while start and layout.is_blank_line(layout.line_start(start - 1)):
                start = layout.line_start(start - 1)
    return take_out_lines(layout, start, end)


def _comment_goes_with(layout: Layout, location: Location, number: int, gone: set[int], count: int) -> bool:
    """Whether the comment directly above an item speaks of it alone: a further one, or the end, comes before what stays."""
    if number == 0:
        return False
    for other in range(number + 1, count):
        start = layout.line_start(layout.dash((*location, other)))
        if _first_comment_line(layout, start) < start:
            return True
        if other not in gone:
            return False
    return True


def _first_comment_line(layout: Layout, start: int) -> int:
    """Where the comment lines directly above a line begin."""
    while start and layout.comment_column(layout.line_start(start - 1)) is not None:
        start = layout.line_start(start - 1)
    return start


def _appended(layout: Layout, location: Location, gone: set[int], count: int, items: list[Data]) -> list[Splice]:
    if not items:
        return []
    last = (*location, count - 1)
    column = layout.column(layout.place(location).start)
    habits = habits_of(layout, last if isinstance(layout.place(last).value, dict) else location)
    place = layout.place(last)
    at = layout.lines_after(layout.end(last), column)
    blank = [""] * _blank_lines(layout, location, count)
    lines: list[str] = []
    is_first = len(gone) == count
    for value in items:
        if layout.is_bracketed(place) and not isinstance(value, str):
            written = [" " * column + "-" + " " * (habits.item_step - 1) + on_one_line(value, habits.manners)]
        else:
            written = item(value, column, habits)
        lines += written if is_first and not lines else [*blank, *written]
    return [put_in_lines(layout, at, lines)]


def _blank_lines(layout: Layout, location: Location, count: int) -> int:
    """How many blank lines stand between the last two items; one where there is a single item of several lines."""
    last = (*location, count - 1)
    if count == 1:
        return int(layout.line_start(layout.end(last)) > layout.line_start(layout.place(location).start))
    at = layout.next_line(layout.end((*location, count - 2)))
    end = layout.dash(last)
    return sum(layout.is_blank_line(line) for line in _lines_between(layout, at, end))


def _lines_between(layout: Layout, at: int, end: int) -> list[int]:
    starts = []
    while at < end:
        starts.append(at)
        at = layout.next_line(at)
    return starts


def _emptied(layout: Layout, location: Location) -> list[Splice]:
    """All items are taken out one by one, so that comments between them stay."""
    place = layout.place(location)
    count = len(place.value)
    if layout.is_bracketed(place) or layout.is_inside_brackets(location) or not layout.begins_line(place.start):
        return emptied(layout, location)
    at = layout.after_key(location)
    return [
        Splice(at, at, " []"),
        *(_taken_out(layout, location, number, set(range(count)), count) for number in range(count)),
    ]
