"""A picture inside an HTML page: the drawing itself, with its name and what it says in words."""

from lxml import etree

from stratbuild.render.chart.picture import Picture

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def inline_svg(picture: Picture, title: str, number: int) -> str:
    """The drawing as an element of the page; the number keeps its identifiers apart from those of others."""
    root = etree.fromstring(picture.svg, _PARSER)
    for place, (name, words) in enumerate((("title", title), ("desc", picture.alternative))):
        made = etree.Element(f"{_NAMESPACE}{name}", {"id": f"picture_{number}_{name}"})
        made.text = words
        root.insert(place, made)
    root.set("role", "img")
    root.set("aria-labelledby", f"picture_{number}_title")
    root.set("aria-describedby", f"picture_{number}_desc")
    for name in ("width", "height"):
        # The page's styles say how wide a drawing is.
        root.attrib.pop(name)
    return etree.tostring(root, encoding="unicode")
