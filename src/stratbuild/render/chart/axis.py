"""The axis of time: where a day is, and the years, quarters or months that there is room to name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stratbuild.render.chart.lettering import baseline, text_width
from stratbuild.render.chart.svg import MIDDLE, PALE, Area, Pen, Shape, group, line, rectangle, text

LABEL = 7.5
"""The size of the axis' letters, in points."""

HEIGHT = 24.0
"""Of the axis' two bands, in points."""

_FAINT = "#d9e0e7"
_ROOM = 3.0


@dataclass(frozen=True, slots=True)
class Division:
    """A year, a quarter or a month of the axis: from its first day to the day after its last."""

    first: date
    end: date
    label: str


@dataclass(frozen=True)
class Axis:
    """Days from left to right: from the first of a month to the end of another."""

    first: date
    last: date
    left: float
    width: float
    quarters: Sequence[str]
    """The names of the four quarters."""

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    def x(self, day: date) -> float:
        """Where a day begins."""
        begin, end = self._begin.toordinal(), self._end
        share = (min(max(day.toordinal(), begin), end) - begin) / (end - begin)
        return self.left + share * self.width

    def x_after(self, day: date) -> float:
        """Where a day ends."""
        return self.right if day == date.max else self.x(day + timedelta(days=1))

    def years(self) -> tuple[Division, ...]:
        """The years, each as far as it is on the axis."""
        return tuple(self._divisions(12))

    def parts(self) -> tuple[Division, ...]:
        """Months where all can be named, else quarters, else nothing below the years."""
        for months, label in ((1, "12"), (3, max(self.quarters, key=lambda name: text_width(name, LABEL)))):
            found = tuple(self._divisions(months))
            if len(found) * (text_width(label, LABEL) + _ROOM) <= self.width:
                return found
        return ()

    def head(self, top: float) -> Shape:
        """The two bands with the names of the years and their parts."""
        years, parts = self.years(), self.parts()
        band = HEIGHT / 2 if parts else HEIGHT
        shapes = [rectangle(Area(self.left, top, self.width, HEIGHT), PALE)]
        free = self.left
        for year in years:
            begin, end = self.x(year.first), self._x_end(year)
            shapes.append(line([(begin, top), (begin, top + HEIGHT)], Pen(MIDDLE)))
            need, middle = text_width(year.label, LABEL, bold=True), (begin + end) / 2
            if need <= end - begin - 2 or (need + _ROOM < self.right - middle and middle - need / 2 > free):
                shapes.append(text(year.label, (middle, baseline(top + band / 2, LABEL)), LABEL, bold=True, anchor="middle"))
                free = middle + need / 2 + _ROOM
        for part in parts:
            begin, end = self.x(part.first), self._x_end(part)
            shapes.append(line([(begin, top + band), (begin, top + HEIGHT)], Pen(MIDDLE, 0.4)))
            if text_width(part.label, LABEL) <= end - begin:
                at = ((begin + end) / 2, baseline(top + band * 1.5, LABEL))
                shapes.append(text(part.label, at, LABEL, anchor="middle"))
        if parts:
            shapes.append(line([(self.left, top + band), (self.right, top + band)], Pen(MIDDLE, 0.4)))
        shapes.append(line([(self.left, top + HEIGHT), (self.right, top + HEIGHT)], Pen()))
        return group(shapes, "axis")

    def grid(self, top: float, bottom: float) -> Shape:
        """Lines through the picture, the years' stronger than those of their parts."""
        years = {year.first for year in self.years()}
        thin = [self.x(part.first) for part in self.parts() if part.first not in years]
        shapes = [line([(x, top), (x, bottom)], Pen(_FAINT, 0.35)) for x in thin]
        shapes += [line([(x, top), (x, bottom)], Pen(MIDDLE, 0.6)) for x in [*map(self.x, sorted(years)), self.right]]
        return group(shapes, "grid")

    @property
    def _begin(self) -> date:
        return self.first.replace(day=1)

    @property
    def _end(self) -> int:
        return _next_part(self.last, 1)

    def _x_end(self, division: Division) -> float:
        return self.right if division.end.toordinal() >= self._end else self.x(division.end)

    def _divisions(self, months: int) -> Iterator[Division]:
        begin = self._begin
        while begin.toordinal() < self._end:
            end = min(_next_part(begin, months), self._end)
            yield Division(begin, date.fromordinal(min(end, date.max.toordinal())), self._label(begin, months))
            if end > date.max.toordinal():
                return
            begin = date.fromordinal(end)

    def _label(self, begin: date, months: int) -> str:
        match months:
            case 1:
                return str(begin.month)
            case 3:
                return self.quarters[(begin.month - 1) // 3]
        return str(begin.year)


def _next_part(day: date, months: int) -> int:
    """The first day after a part of the year of so many months that a day is in; it may be after the last day that there is."""
    month = (day.month - 1) // months * months + months
    if month < 12:
        return date(day.year, month + 1, 1).toordinal()
    return date(day.year, 12, 31).toordinal() + 1
