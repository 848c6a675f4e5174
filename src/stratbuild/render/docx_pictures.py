"""Pictures in a DOCX: a bitmap that every program shows, and beside it the drawing for those that can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from stratbuild.render.chart.picture import Picture
from stratbuild.render.docx_tree import MARKER, PICTURE_MARKER
from stratbuild.render.openxml import Element, element, ensure, is_, parse, replace, serialised, style_of, tag

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VECTOR = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_PREFIXES = {"a": _DRAWING, "wp": _PLACED, "pic": _PICTURE, "r": _RELATED, "asvg": _VECTOR}
_VECTOR_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

_RELATIONSHIPS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_FIRST_ID = 1000
"""Above every number that pandoc gives to what it draws."""

_PER_POINT = 12_700
"""The units of a drawing's size in one point."""


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture and its bitmap, a PNG file."""

    picture: Picture
    bitmap: bytes


def place_pictures(parts: dict[str, bytes], body: Element, pictures: Sequence[PrintedPicture]) -> None:
    """Put every picture in the place of its marker, and its two files among the parts."""
    if not pictures:
        return
    relations, types = parse(parts[_RELATIONSHIPS]), parse(parts[_TYPES])
    markers = {style_of(one): one for one in body.iter(tag("p"))}
    for number, one in enumerate(pictures, start=1):
        _set(markers[f"{MARKER}{PICTURE_MARKER}{number}"], one.picture, number)
        for form, content in (("png", one.bitmap), ("svg", one.picture.svg.encode())):
            name = f"media/picture{number}.{form}"
            parts[f"word/{name}"] = content
            attributes = {"Id": _relation(number, form), "Type": f"{_RELATED}/image", "Target": name}
            etree.SubElement(relations, _beside(relations, "Relationship"), attributes)
    for form, kind in (("png", "image/png"), ("svg", "image/svg+xml")):
        if not any(one.get("Extension") == form for one in types):
            types.insert(0, etree.Element(_beside(types, "Default"), {"Extension": form, "ContentType": kind}))
    parts[_RELATIONSHIPS], parts[_TYPES] = serialised(relations), serialised(types)


def _set(marker: Element, picture: Picture, number: int) -> None:
    before = marker.getprevious()
    if before is not None and is_(before, "p") and not (style_of(before) or "").startswith(MARKER):
        properties = ensure(before, "pPr")
        if properties.find(tag("keepNext")) is None:
            properties.insert(sum(1 for one in properties if is_(one, "pStyle")), element("keepNext"))
    shown = element(
        "p",
        element("pPr", element("pStyle", val="CaptionedFigure")),
        element("r", _drawing(picture, number)),
    )
    replace(marker, shown)


def _drawing(picture: Picture, number: int) -> Element:
    size = {"cx": str(round(picture.width * _PER_POINT)), "cy": str(round(picture.height * _PER_POINT))}
    id_, name = str(_FIRST_ID + number), f"picture{number}"
    bitmap = _made(_DRAWING, "blip", {f"{{{_RELATED}}}embed": _relation(number, "png")})
    extension = _added(_added(bitmap, _DRAWING, "extLst"), _DRAWING, "ext", {"uri": _VECTOR_EXTENSION})
    _added(extension, _VECTOR, "svgBlip", {f"{{{_RELATED}}}embed": _relation(number, "svg")})

    shown = _made(_PICTURE, "pic")
    facts = _added(shown, _PICTURE, "nvPicPr")
    _added(facts, _PICTURE, "cNvPr", {"id": id_, "name": name, "descr": picture.alternative})
    _added(facts, _PICTURE, "cNvPicPr")
    fill = _added(shown, _PICTURE, "blipFill")
    fill.append(bitmap)
    _added(_added(fill, _DRAWING, "stretch"), _DRAWING, "fillRect")
    shape = _added(shown, _PICTURE, "spPr")
    place = _added(shape, _DRAWING, "xfrm")
    _added(place, _DRAWING, "off", {"x": "0", "y": "0"})
    _added(place, _DRAWING, "ext", size)
    _added(_added(shape, _DRAWING, "prstGeom", {"prst": "rect"}), _DRAWING, "avLst")

    inline = _made(_PLACED, "inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    _added(inline, _PLACED, "extent", size)
    _added(inline, _PLACED, "docPr", {"id": id_, "name": name, "descr": picture.alternative})
    locks = _added(inline, _PLACED, "cNvGraphicFramePr")
    _added(locks, _DRAWING, "graphicFrameLocks", {"noChangeAspect": "1"})
    data = _added(_added(inline, _DRAWING, "graphic"), _DRAWING, "graphicData", {"uri": _PICTURE})
    data.append(shown)
    return element("drawing", inline)


def _made(namespace: str, name: str, attributes: Mapping[str, str] | None = None) -> Element:
    return etree.Element(f"{{{namespace}}}{name}", dict(attributes or {}), nsmap=_PREFIXES)


def _added(parent: Element, namespace: str, name: str, attributes: Mapping[str, str] | None = None) -> Element:
    made = _made(namespace, name, attributes)
    parent.append(made)
    return made


def _relation(number: int, form: str) -> str:
    return f"rIdPicture{number}{form}"


def _beside(root: Element, name: str) -> str:
    """The full name of an element in the namespace of a part's root."""
    return f"{{{etree.QName(root).namespace}}}{name}"
