"""Reading and writing WordprocessingML elements by their short names."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def tag(name: str) -> str:
    """The full name of an element or attribute, `tr`."""
    return f"{{{WORD}}}{name}"


def element(name: str, *children: Element, text: str | None = None, **attributes: str) -> Element:
    """A new element with attributes, children and text; spaces at the ends of text are kept."""
    made = etree.Element(tag(name), {tag(key): value for key, value in attributes.items()}, nsmap={"w": WORD})
    made.extend(children)
    if text is not None:
        made.text = text
        made.set(_XML_SPACE, "preserve")
    return made


def child(parent: Element, name: str) -> Element:
    """The first child of a name; that there is none is a fault of the engine and a `LookupError`."""
    found = parent.find(tag(name))
    if found is None:
        raise LookupError(name)
    return found


def ensure(parent: Element, name: str, *, after: tuple[str, ...] = ()) -> Element:
    """The child of a name, made as the first one, or after the named ones, where it is missing."""
    found = parent.find(tag(name))
    if found is None:
        found = element(name)
        parent.insert(sum(1 for one in parent if is_(one, *after)), found)
    return found


def replace(old: Element, *new: Element) -> None:
    """Put elements in the place of one, or take it out; what follows it stays."""
    for one in new:
        old.addprevious(one)
    parent = old.getparent()
    if parent is not None:
        parent.remove(old)


def is_(node: Element, *names: str) -> bool:
    """Whether an element has one of the names."""
    return node.tag in {tag(name) for name in names}


def style_of(paragraph: Element) -> str | None:
    """The id of a paragraph's style."""
    found = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return None if found is None else found.get(tag("val"))


def parse(part: bytes) -> Element:
    """A part's root; entities are not resolved and nothing is loaded."""
    return etree.fromstring(part, _PARSER)


def serialised(root: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
