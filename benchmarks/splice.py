"""`python -m benchmarks.splice [N [SEED]]`: edits of random texts; nothing but what they are about may change."""

import collections
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))  # where the layouts live that the tests use, too

from stratbuild.rewrite import AppendItem, Edit, Refused, RemoveItem, RemoveKey, SetKey, SetScalar, rewrite
from stratbuild.rewrite.expected import expected
from stratbuild.rewrite.layout import Layout
from stratbuild.source import SourceText
from stratbuild.syntax import Places, Tree, parse
from yaml_layouts import Layouts, edits_of, location_of

_WRONG_LINE_END = {True: "(?<!\r)\n", False: "\r"}
_COMMENT = re.compile(r"# к\d+;")


def outcome(chance: Random) -> str:
    """What comes of a random batch of edits of a random text; anything that is wrong is an `AssertionError`."""
    text = Layouts(chance).text()
    tree, found = parse(text)
    assert tree is not None, (text.content, found)
    edits = edits_of(chance, tree.data, chance.choice((1, 1, 1, 2, 4)))
    try:
        result = rewrite(text, edits)
    except Refused:
        return "refused"
    examine(tree, edits, result)
    return "changed" if result.content != text.content else "unchanged"


def examine(tree: Tree, edits: Sequence[Edit], result: SourceText) -> None:
    """Assert that a result says what it should, and that nothing outside the edits has changed."""
    again, _ = parse(result)
    wanted = expected(tree.data, edits)
    story = (tree.text.content, edits, result.content)
    assert again is not None, story
    assert again.data == wanted, story
    assert (result.path, result.byte_order_mark) == (tree.text.path, tree.text.byte_order_mark)
    if again.data == tree.data:
        assert result.content == tree.text.content, story
    assert "\n" not in tree.text.content or not re.search(_WRONG_LINE_END["\r\n" in tree.text.content], result.content), story
    layout = Layout(tree)
    touched = [_touched(tree, layout, edits, edit) for edit in edits]
    block = layout.block_of_lines_before(len(layout.content))
    if block and _ends_within_line(tree):
        # Its sign changes when it gets a line break and must not tell of it.
        touched.append((*block, False))
    lost = set(_COMMENT.findall(tree.text.content)) - set(_COMMENT.findall(result.content))
    for one in lost:
        at = tree.text.content.index(one)
        assert any(start <= at < end for start, end, may_lose in touched if may_lose), (one, *story)
    assert len(_COMMENT.findall(result.content)) == len(set(_COMMENT.findall(result.content))), story
    kept = iter(_lines(result.content))
    for line in _untouched_lines(tree.text.content, touched):
        assert line in kept, (line, *story)
    if len(edits) == 1:
        _examine_one(tree, edits[0], result, story)


def _examine_one(tree: Tree, edit: Edit, result: SourceText, story: object) -> None:
    places = Places(tree)
    place, is_there = places.find(location_of(edit))
    old, new = tree.text.content, result.content
    if isinstance(edit, SetScalar):
        assert new.startswith(old[: place.start if place.end > place.start or not place.key else place.key[1]]), story
        assert new.endswith(old[place.end :]), story
    elif isinstance(edit, AppendItem) or (isinstance(edit, SetKey) and not is_there):
        signs = iter(new)
        assert new == old or not place.value or _ends_within_line(tree) or all(sign in signs for sign in old), story


def _ends_within_line(tree: Tree) -> bool:
    """Whether the text ends within the last line of a block of lines, whose sign changes when something is added."""
    return not tree.text.content.endswith("\n")


def _touched(tree: Tree, layout: Layout, edits: Sequence[Edit], edit: Edit) -> tuple[int, int, bool]:
    """Where an edit may change something, and whether comments may be lost there."""
    places = Places(tree)
    location = location_of(edit)
    place, is_there = places.find(location)
    content = tree.text.content
    if isinstance(edit, SetScalar):
        start = place.start if place.end > place.start else place.key[1] if place.key else place.start - 1
        return start, place.end, False
    if not is_there or isinstance(edit, AppendItem):
        # A year before all others may come to stand beside the dash of its item.
        is_whole = not place.value or layout.is_bracketed(place) or not layout.begins_line(place.start)
        return (place.key[0] if place.key else place.start, place.end, False) if is_whole else (-1, -1, False)
    start = place.key[0] if place.key else place.start
    if isinstance(edit, SetKey):
        is_text = isinstance(place.value, str) and isinstance(edit.value, str)
        return start, layout.line_end(layout.end(location)), not is_text
    owner, _ = places.find(edit.location)
    beside = [one for one in edits if isinstance(one, RemoveKey | RemoveItem) and one.location == edit.location]
    if layout.is_bracketed(owner) or len(owner.value) == 1 or len(beside) > 1:
        start = owner.key[0] if owner.key else _line_of_dash(layout, edit.location) if edit.location else 0
        return start, max(owner.end, layout.line_end(layout.end(location))), True
    if isinstance(edit, RemoveItem):
        start = layout.dash(location)
    end = layout.lines_after(layout.end(location), layout.column(start))
    if not layout.begins_line(start):
        # The next key or item takes the place of the first one, beside the dash of another.
        return layout.line_start(start), layout.line_end(layout.skip(end)), True
    return _with_comments_above(content, layout.line_start(start)), end, True


def _line_of_dash(layout: Layout, location: Sequence[str | int]) -> int:
    return layout.line_start(layout.place(location).start if layout.is_inside_brackets(location) else layout.dash(location))


def _with_comments_above(content: str, start: int) -> int:
    """Where the comments directly above a line begin, which may go with it."""
    lines = content[:start].splitlines(keepends=True)
    while lines and lines[-1].lstrip(" \t").startswith("#"):
        start -= len(lines.pop())
    return start


def _untouched_lines(content: str, touched: Sequence[tuple[int, int, bool]]) -> list[str]:
    at = 0
    lines = []
    for line in content.splitlines(keepends=True):
        start, end = at, at + len(line)
        at = end
        if line.strip() and not any(start < to and end > begin for begin, to, _ in touched):
            lines.append(line.rstrip("\r\n"))
    return lines


def _lines(content: str) -> list[str]:
    return [line.rstrip("\r\n") for line in content.splitlines(keepends=True)]


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.perf_counter()
    outcomes = collections.Counter(outcome(Random(f"{seed} {one}")) for one in range(number))
    print(f"{number} files, {time.perf_counter() - begun:.0f} s, nothing else changed: {dict(outcomes.most_common())}")


if __name__ == "__main__":
    main()
