"""The house style: margins and named styles of `reference.docx`, which a secretary changes in Word; the PDF takes its look from them."""

import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from lxml import etree

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.render.archive import unpack
from stratbuild.render.faults import REFERENCE_NOT_READABLE, PaperFault
from stratbuild.render.openxml import Element, parse, tag
from stratbuild.source import Templates

NAME = "reference.docx"
NEEDED = (
    "Normal",
    "Body Text",
    "Title",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "Table Text",
    "Table Caption",
    "Note",
)
"""Styles without which no paper can be made."""

LETTERS = 11 / 12
"""Of the size in Word: the letters of the PDF's font are larger than those of Times New Roman at the same size."""

_TWIPS_OF_POINT, _TWIPS_OF_MM = 20, 56.6929
_OFF = ("0", "false", "off", "none")
_ALIGNED = {"start": "left", "end": "right", "distribute": "both"}


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of a style look; lengths are points, `line` is a share of the usual distance of lines."""

    size: float = 12.0
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    line: float = 1.0
    sticky: bool = False
    """Whether it stays on the page of what follows."""


@dataclass(frozen=True)
class HouseStyle:
    """The margins of an upright page in millimetres, and the look of every style by its name."""

    margins: Mapping[str, float]
    styles: Mapping[str, Look]

    def for_typst(self) -> dict[str, Any]:
        """What `templates/typst/paper.typ` draws by: sizes are those of the PDF's font."""
        shown = {name: asdict(replace(look, size=round(look.size * LETTERS, 2))) for name, look in self.styles.items()}
        return {"margins": dict(self.margins), "styles": shown}


@cache
def house_style(templates: Templates) -> HouseStyle:
    """The style of the templates' reference document; one that cannot be read, or lacks a style, is a `PaperFault`."""
    try:
        parts = unpack(templates.path(NAME).read_bytes())
        styles, document = parse(parts["word/styles.xml"]), parse(parts["word/document.xml"])
        margins = next(document.iter(tag("pgMar")))
        sides = {side: round(float(margins.get(tag(side), "0")) / _TWIPS_OF_MM, 2) for side in ("left", "right", "top", "bottom")}
        looks = _looks(styles)
    except (zipfile.BadZipFile, KeyError, StopIteration, ValueError, etree.XMLSyntaxError) as error:
        raise _fault(str(error) or type(error).__name__) from None
    missing = [name for name in NEEDED if name not in looks]
    if missing:
        raise _fault(", ".join(missing))
    return HouseStyle(MappingProxyType(sides), MappingProxyType(looks))


def _fault(problem: str) -> PaperFault:
    return PaperFault([Diagnostic(REFERENCE_NOT_READABLE, Span(f"templates/{NAME}"), {"problem": problem})])


def _looks(root: Element) -> dict[str, Look]:
    by_id = {str(one.get(tag("styleId"))): one for one in root.iter(tag("style")) if one.get(tag("type")) == "paragraph"}
    found: dict[str, Look] = {}
    for one in by_id.values():
        chain = [one]
        while (base := chain[-1].find(tag("basedOn"))) is not None and len(chain) < len(by_id):
            below = by_id.get(str(base.get(tag("val"))))
            if below is None:
                break
            chain.append(below)
        look = Look()
        for style in reversed(chain):
            look = replace(look, **_said(style))
        name = one.find(tag("name"))
        found[str(None if name is None else name.get(tag("val")))] = look
    return found


def _said(style: Element) -> dict[str, Any]:
    """What a style itself says of its look."""
    found: dict[str, Any] = {}
    for name, key in (("b", "bold"), ("i", "italic"), ("keepNext", "sticky")):
        mark = next(style.iter(tag(name)), None)
        if mark is not None:
            found[key] = mark.get(tag("val"), "1") not in _OFF
    if (size := next(style.iter(tag("sz")), None)) is not None:
        found["size"] = float(str(size.get(tag("val")))) / 2
    if (colour := next(style.iter(tag("color")), None)) is not None and colour.get(tag("val")) != "auto":
        found["colour"] = f"#{colour.get(tag('val'))}"
    if (aligned := next(style.iter(tag("jc")), None)) is not None:
        written = str(aligned.get(tag("val")))
        found["align"] = _ALIGNED.get(written, written)
    # Spacing of letters has the same name as that of paragraphs, and stands elsewhere.
    spacing, indent = (style.find(f"{tag('pPr')}/{tag(name)}") for name in ("spacing", "ind"))
    if spacing is not None:
        found |= _lengths(spacing, {"before": "before", "after": "after"})
        if spacing.get(tag("line")) and spacing.get(tag("lineRule"), "auto") == "auto":
            found["line"] = float(str(spacing.get(tag("line")))) / 240
    if indent is not None:
        found |= _lengths(indent, {"left": "left", "right": "right", "firstLine": "first"})
    return found


def _lengths(node: Element, names: Mapping[str, str]) -> dict[str, float]:
    return {
        key: float(str(node.get(tag(name)))) / _TWIPS_OF_POINT for name, key in names.items() if node.get(tag(name)) is not None
    }
