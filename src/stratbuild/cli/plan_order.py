"""The table of the measures in the order in which they can be carried out, as wide as a terminal."""

from collections.abc import Sequence
from itertools import zip_longest

from stratbuild.cli.formats.excerpt import printable
from stratbuild.cli.table import WIDEST, shown_width, wrapped
from stratbuild.model import Plan
from stratbuild.model.timing import Timing
from stratbuild.render.locale import Locale
from stratbuild.schema.dependency import Dependency, DependencyType

_COLUMNS = ("number", "code", "id", "title", "start", "finish", "float", "after")
_TITLE, _AFTER, _FLOAT = _COLUMNS.index("title"), _COLUMNS.index("after"), _COLUMNS.index("float")
_NARROW_TITLE, _NARROW_AFTER = 16, 12
"""Columns of a terminal below which another column is rather left out."""
_NARROWEST = 8
_GAP = "  "
_LEFT_OUT = ("number", "code", "after")
"""The columns that a narrow terminal can do without, the first to go coming first."""


def order_table(plan: Plan, words: Locale, width: int | None = None) -> str:
    """One row a measure with its dates, its floats and what it waits for; long cells break into lines."""
    rows = [
        [words.say(f"cli.plan.{column}") for column in _COLUMNS],
        *(_row(plan, words, number, id_) for number, id_ in enumerate(plan.order, start=1)),
    ]
    natural = [max(shown_width(row[place]) for row in rows) for place in range(len(_COLUMNS))]
    places, widths = _layout(natural, width)
    note = "".join(f"{line}\n" for line in wrapped(words.say("cli.plan.float_note"), width or WIDEST))
    return "".join(_lines(row, places, widths) for row in rows) + f"\n{note}"


def waits_for(dependency: Dependency, words: Locale) -> str:
    """What is waited for in few words: `M-FIBRE`, `M-FIBRE поч–поч +2 тижні`."""
    said = [dependency.on]
    if dependency.type is not DependencyType.FINISH_TO_START:
        said.append(words.say(f"cli.plan.{dependency.type.name.lower()}"))
    if dependency.lag is not None:
        said.append(words.lag(dependency.lag))
    return " ".join(said)


def _row(plan: Plan, words: Locale, number: int, id_: str) -> list[str]:
    measure, window = plan.strategy.measures[id_], plan.windows.get(id_)
    return [
        str(number),
        plan.coverage.codes[id_],
        id_,
        printable(plan.strategy.text(measure.title, words.language)),
        words.short_day(window.first) if window else "—",
        words.short_day(window.last) if window else "—",
        _floats(plan.timing.get(id_)),
        ", ".join(waits_for(one, words) for one in measure.after) or "—",
    ]


def _floats(timing: Timing | None) -> str:
    """The total float, and the free one where it is less."""
    if timing is None:
        return "—"
    total = str(timing.total_float).replace("-", "−")
    return total if timing.total_float <= timing.free_float else f"{total} ({timing.free_float})"


def _layout(natural: Sequence[int], width: int | None) -> tuple[list[int], list[int]]:
    """Which columns are shown, and how wide each of all columns is."""
    places, widths = list(range(len(_COLUMNS))), list(natural)
    if width is None:
        return places, widths
    left_out = iter(_LEFT_OUT)
    while True:
        others = sum(natural[place] + len(_GAP) for place in places if place not in (_TITLE, _AFTER))
        after = min(natural[_AFTER], _NARROW_AFTER) + len(_GAP) if _AFTER in places else 0
        room = width - others
        if room - after >= _NARROW_TITLE or (name := next(left_out, None)) is None:
            break
        places.remove(_COLUMNS.index(name))
    if _AFTER in places:
        wish = max(_NARROW_AFTER, room - natural[_TITLE] - len(_GAP), room // 3)
        widths[_AFTER] = min(natural[_AFTER], wish)
        room -= widths[_AFTER] + len(_GAP)
    widths[_TITLE] = min(natural[_TITLE], max(_NARROWEST, room))
    return places, widths


def _lines(row: Sequence[str], places: Sequence[int], widths: Sequence[int]) -> str:
    columns = [wrapped(row[place], widths[place]) for place in places]
    return "".join(
        _GAP.join(_aligned(cell, place, widths[place]) for cell, place in zip(cells, places, strict=True)).rstrip() + "\n"
        for cells in zip_longest(*columns, fillvalue="")
    )


def _aligned(cell: str, place: int, width: int) -> str:
    space = " " * (width - shown_width(cell))
    return space + cell if place == _FLOAT else cell + space
