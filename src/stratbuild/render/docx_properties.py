"""The properties of a DOCX: title, author, language, days; and the language in which its spelling is checked."""

from dataclasses import dataclass
from datetime import date

from lxml import etree

from stratbuild.render.document import Document
from stratbuild.render.openxml import Element, parse, serialised, tag

_CORE, _STYLES, _SETTINGS = "docProps/core.xml", "word/styles.xml", "word/settings.xml"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_DUBLIN_TERMS = "http://purl.org/dc/terms/"
_SAID = ("title", "creator", "language")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a DOCX says about itself, and the line at the foot of its pages."""

    title: str
    author: str
    language: str
    """A tag, `uk-UA`."""
    day: date
    footer: str

    @classmethod
    def of(cls, document: Document, day: date) -> "Properties":
        """The properties of a document of a day."""
        return cls(document.title, document.author, document.language_tag, day, document.fixed.footer)


def write_properties(parts: dict[str, bytes], properties: Properties) -> None:
    """Put the properties into the parts of a DOCX."""
    parts[_CORE] = _core(parts[_CORE], properties)
    for name in (_STYLES, _SETTINGS):
        parts[name] = _speaking(parts[name], properties.language)
    footers = {name: part for name, part in parts.items() if name.startswith("word/footer")}
    parts |= {name: _with_footer(part, properties.footer) for name, part in footers.items()}


def _core(part: bytes, properties: Properties) -> bytes:
    root = parse(part)
    values = dict(zip(_SAID, (properties.title, properties.author, properties.language), strict=True))
    for name, value in values.items():
        for old in root.findall(f"{{{_DUBLIN}}}{name}"):
            root.remove(old)
        if value:
            etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = value
    for name in ("created", "modified"):
        for when in root.findall(f"{{{_DUBLIN_TERMS}}}{name}"):
            when.text = f"{properties.day.isoformat()}T00:00:00Z"
    return serialised(root)


def _speaking(part: bytes, language: str) -> bytes:
    """The part with one language for all scripts: a word in the other one would be underlined as wrong."""
    root = parse(part)
    found: list[Element] = [*root.iter(tag("lang")), *root.iter(tag("themeFontLang"))]
    for one in found:
        for script in ("val", "eastAsia"):
            if one.get(tag(script)) is not None:
                one.set(tag(script), language)
    return serialised(root)


def _with_footer(part: bytes, footer: str) -> bytes:
    root = parse(part)
    for text in root.iter(tag("t")):
        if text.text == "{footer}":
            text.text = footer
    return serialised(root)
