"""Mappings and lists in brackets: what is put in between their signs, and what is taken out."""

from collections.abc import Sequence

from stratbuild.rewrite.layout import Layout
from stratbuild.rewrite.splices import Splice

Span = tuple[int, int]
"""Where an entry begins and ends, without the comma behind it."""


def taken_out(layout: Layout, spans: Sequence[Span], gone: set[int]) -> list[Splice]:
    """Some of the entries are taken out, at least one stays."""
    staying = [number for number in range(len(spans)) if number not in gone]
    splices = []
    for number in sorted(gone):
        start, end = spans[number]
        comma = layout.skip(end)
        has_comma = layout.content[comma : comma + 1] == ","
        behind = comma + 1 if has_comma else end
        following = next((spans[one][0] for one in staying if one > number), None)
        before = spans[staying[-1]][1]
        if layout.begins_line(start) and has_comma and _is_rest_of_line(layout, behind):
            splices.append(Splice(layout.line_start(start), layout.next_line(behind)))
        elif following is not None and not layout.has_comment(behind, following):
            splices.append(Splice(start, following))
        elif following is None and not layout.has_comment(before, start):
            splices.append(Splice(before, end))
        else:
            splices.append(Splice(start, behind))
    return splices


def put_in(layout: Layout, spans: Sequence[Span], gone: set[int], after: int, texts: Sequence[str]) -> list[Splice]:
    """Entries are put in behind one of those that stay, or before the first of them where `after` is -1.

    Where every entry has a line of its own, so have the new ones.
    """
    has_lines = len(spans) > 1 and all(layout.begins_line(start) for start, _ in spans)
    first = next(number for number in range(len(spans)) if number not in gone)
    start, end = spans[max(after, first)]
    between = layout.line_break + " " * layout.column(start) if has_lines else _gap(layout, spans)
    if after < 0:
        return [Splice(start, start, "".join(f"{text},{between}" for text in texts))]
    comma = layout.skip(end)
    has_comma = layout.content[comma : comma + 1] == ","
    at = layout.line_end(comma)
    rest = range(after + 1, len(spans))
    loses_comma = bool(rest) and gone.issuperset(rest) and not layout.has_comment(end, spans[after + 1][0])
    if has_lines and has_comma and not loses_comma and _is_rest_of_line(layout, comma + 1):
        return [Splice(at, at, "".join(f"{between}{text}," for text in texts))]
    if has_lines and not has_comma and not loses_comma and layout.line_end(end) < comma:
        at = layout.line_end(end)
        return [Splice(end, end, ","), Splice(at, at, ",".join(between + text for text in texts))]
    space = " " if layout.content[end - 1] == ":" else ""
    return [Splice(end, end, space + "".join(f",{between}{text}" for text in texts))]


def _is_rest_of_line(layout: Layout, index: int) -> bool:
    """Whether only blanks and a comment follow on the line."""
    return layout.skip(index) > layout.line_end(index) or layout.line_end(index) == index


def _gap(layout: Layout, spans: Sequence[Span]) -> str:
    """What stands between a comma and the next entry on one line."""
    if len(spans) > 1:
        gap = layout.content[spans[0][1] : spans[1][0]].strip().partition(",")[2]
        between = layout.content[spans[0][1] : spans[1][0]]
        if not gap and between.lstrip(" ") in {",", ", "}:
            return between.lstrip(" ")[1:]
    return " "
