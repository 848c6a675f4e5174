"""The Gantt chart: a bar for each measure under its goal, divided into sheets that fit on a page."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import floor

from stratbuild.render.chart import axis as time_axis
from stratbuild.render.chart import legend as signs
from stratbuild.render.chart.axis import Axis
from stratbuild.render.chart.lettering import baseline, baselines, cut, lines_of, text_width
from stratbuild.render.chart.picture import HIGHEST, WIDEST, Picture
from stratbuild.render.chart.svg import (
    DARK,
    LIGHT,
    MIDDLE,
    PALE,
    WHITE,
    Area,
    Pen,
    Shape,
    arrowhead,
    diamond,
    drawing,
    group,
    hatching,
    line,
    rectangle,
    text,
)

_LETTERS, _LEADING = 8.0, 9.6
_TITLE_LINES = 2
_PADDING = 3.2
_GROUP_HEIGHT = 14.0
_BAR_HEIGHT = 8.0
_DIAMOND = 4.6
_THINNEST_BAR = 1.5
_BESIDE = 4.0
_LABELS = 246.0
"""The width of the codes and titles, in points."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure or a milestone: its printed number, its title and its days; a milestone ends on the day that it is on."""

    code: str
    title: str
    first: date
    last: date
    critical: bool = False
    milestone: bool = False
    note: str = ""
    """What stands beside a milestone: its day."""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one goal under its title."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class GanttWords:
    """The words of the picture."""

    plain: str
    critical: str
    milestone: str
    continued: str
    """What follows the title of a group that began on the sheet before."""
    quarters: Sequence[str]


@dataclass(frozen=True)
class Gantt:
    """All bars, the period that the axis shows, and the arrows of the critical path, each from a bar to the next one."""

    groups: Sequence[BarGroup]
    first: date
    last: date
    words: GanttWords
    arrows: Sequence[tuple[Bar, Bar]] = ()
    width: float = WIDEST
    height: float = HIGHEST

    @cached_property
    def code_width(self) -> float:
        """The room for the longest printed number."""
        return max((text_width(bar.code, _LETTERS) for one in self.groups for bar in one.bars), default=0.0) + 6

    @cached_property
    def axis(self) -> Axis:
        """The axis, right of the titles."""
        return Axis(self.first, self.last, _LABELS, self.width - _LABELS - 0.5, self.words.quarters)

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """The lines of every title."""
        room = _LABELS - self.code_width - 8
        written = {bar.title for one in self.groups for bar in one.bars}
        return {title: lines_of(title, _LETTERS, room, _TITLE_LINES) for title in written}

    def row_height(self, bar: Bar) -> float:
        """As high as its title asks for."""
        return len(self.titles[bar.title]) * _LEADING + _PADDING


def sheets(chart: Gantt) -> tuple[tuple[BarGroup, ...], ...]:
    """The groups divided into as few sheets as there is room for, of about equal height; a group that goes on has its title again."""
    room = floor(chart.height - time_axis.HEIGHT - signs.HEIGHT)
    heights = {bar: chart.row_height(bar) for one in chart.groups for bar in one.bars}
    fewest = len(_packed(chart, heights, room))
    return _packed(chart, heights, bisect_left(range(room), -fewest, key=lambda lower: -len(_packed(chart, heights, lower))))


def _packed(chart: Gantt, heights: Mapping[Bar, float], room: float) -> tuple[tuple[BarGroup, ...], ...]:
    """Row after row, and a new sheet where one is full; a row that is higher than the room has one to itself."""
    found: list[list[BarGroup]] = []
    used, before = 0.0, -1
    for place, source in enumerate(chart.groups):
        for bar in source.bars:
            height = heights[bar]
            if not found or used + height + (0 if place == before else _GROUP_HEIGHT) > room:
                found.append([])
                used = 0.0
            if not found[-1] or place != before:
                title = f"{source.title} {chart.words.continued}" if place == before else source.title
                found[-1].append(BarGroup(title, []))
                used += _GROUP_HEIGHT
            found[-1][-1] = replace(found[-1][-1], bars=(*found[-1][-1].bars, bar))
            used += height
            before = place
    return tuple(map(tuple, found))


def draw_gantt(chart: Gantt, sheet: Sequence[BarGroup], alternative: str) -> Picture:
    """One sheet as a picture."""
    top, y = time_axis.HEIGHT, time_axis.HEIGHT
    middles: dict[Bar, float] = {}
    rows: list[Shape] = []
    for one in sheet:
        rows.append(_title(chart, one, y))
        y += _GROUP_HEIGHT
        for bar in one.bars:
            height = chart.row_height(bar)
            middles[bar] = y + height / 2
            rows.append(_row(chart, bar, y, height))
            y += height
    shapes = [chart.axis.head(0), chart.axis.grid(top, y), group(_arrows(chart, middles), "arrows"), *rows]
    shapes.append(line([(0, y), (chart.width, y)], Pen()))
    shapes.append(signs.legend(list(_entries(chart, middles)), chart.axis.left, y))
    return drawing(shapes, chart.width, y + signs.HEIGHT, alternative)


def _title(chart: Gantt, one: BarGroup, y: float) -> Shape:
    written = cut(one.title, _LETTERS, chart.width - 8, bold=True)
    band = rectangle(Area(0, y, chart.width, _GROUP_HEIGHT), PALE)
    return group([band, text(written, (3, baseline(y + _GROUP_HEIGHT / 2, _LETTERS)), _LETTERS, bold=True)], "group")


def _row(chart: Gantt, bar: Bar, y: float, height: float) -> Shape:
    middle = y + height / 2
    lines = chart.titles[bar.title]
    heights = baselines(middle, _LETTERS, _LEADING, lines)
    shapes = [line([(0, y), (chart.width, y)], Pen(LIGHT, 0.4))]
    if bar.code:
        shapes.append(text(bar.code, (3, heights[0]), _LETTERS))
    shapes += [text(one, (3 + chart.code_width, at), _LETTERS) for one, at in zip(lines, heights, strict=True)]
    if bar.milestone:
        shapes += _milestone(chart, bar, middle)
    else:
        begin, end = chart.axis.x(bar.first), chart.axis.x_after(bar.last)
        shapes += _bar(Area(begin, middle - _BAR_HEIGHT / 2, max(end - begin, _THINNEST_BAR), _BAR_HEIGHT), critical=bar.critical)
    return group(shapes, "milestone" if bar.milestone else "measure")


def _bar(area: Area, *, critical: bool) -> list[Shape]:
    if critical:
        return [rectangle(area, DARK, Pen(), kind="bar critical")]
    return [
        rectangle(area, WHITE),
        hatching(area, Pen(MIDDLE, 0.6)),
        rectangle(area, "none", Pen(DARK), kind="bar plain"),
    ]


def _milestone(chart: Gantt, bar: Bar, middle: float) -> list[Shape]:
    x = min(chart.axis.x_after(bar.last), chart.axis.right - _DIAMOND)
    shapes = [diamond((x, middle), _DIAMOND, DARK if bar.critical else WHITE, kind="milestone-sign")]
    if bar.note:
        need = text_width(bar.note, _LETTERS - 0.5)
        is_right = x + _DIAMOND + _BESIDE + need <= chart.axis.right
        at = x + _DIAMOND + _BESIDE if is_right else x - _DIAMOND - _BESIDE - need
        shapes.append(rectangle(Area(at - 1, middle - 4.5, need + 2, 9), WHITE))
        shapes.append(text(bar.note, (at, baseline(middle, _LETTERS - 0.5)), _LETTERS - 0.5))
    return shapes


def _arrows(chart: Gantt, middles: Mapping[Bar, float]) -> Iterator[Shape]:
    """From the end of what comes first to the beginning of what waits for it, where both are on the sheet."""
    for before, after in chart.arrows:
        if before not in middles or after not in middles:
            continue
        down = 1 if middles[after] > middles[before] else -1
        x = min(chart.axis.x_after(before.last), chart.axis.right) - (0 if before.milestone else 1)
        target = chart.axis.x_after(after.last) - _DIAMOND if after.milestone else chart.axis.x(after.first)
        start = (x, middles[before] + down * (_DIAMOND if before.milestone else _BAR_HEIGHT / 2))
        if target > x + 6:
            corner, tip = (x, middles[after]), (target, middles[after])
            points = [start, corner, tip]
        else:
            tip = (x, middles[after] - down * (_DIAMOND if after.milestone else _BAR_HEIGHT / 2))
            points = [start, tip]
        yield line(points, Pen(weight=0.9), kind="arrow")
        yield arrowhead(tip, points[-2])


def _entries(chart: Gantt, shown: Mapping[Bar, float]) -> Iterator[signs.Entry]:
    words = chart.words
    if any(not bar.critical and not bar.milestone for bar in shown):
        yield (lambda at: _bar(Area(*at, signs.SIGN_WIDTH, signs.SIGN_HEIGHT), critical=False)), words.plain
    if any(bar.critical for bar in shown):
        yield (lambda at: _bar(Area(*at, signs.SIGN_WIDTH, signs.SIGN_HEIGHT), critical=True)), words.critical
    if any(bar.milestone for bar in shown):
        half = signs.SIGN_HEIGHT / 2
        yield (lambda at: [diamond((at[0] + signs.SIGN_WIDTH / 2, at[1] + half), _DIAMOND, WHITE)]), words.milestone
