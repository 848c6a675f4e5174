"""A picture that papers can show: a vector drawing and what it says in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

WIDEST, HIGHEST = 728.0, 392.0
"""Points: what a landscape page of A4 has room for, a heading above and a caption below left over."""

UPRIGHT, TALLEST = 481.0, 680.0
"""Points: what an upright page has room for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, its size in points, and the text for those who do not see it."""

    svg: str
    alternative: str
    width: float
    height: float

    def words(self) -> Iterator[str]:
        """Every text that stands in the drawing."""
        for node in ET.fromstring(self.svg).iter():  # noqa: S314 - the drawing is our own
            if node.text:
                yield node.text
