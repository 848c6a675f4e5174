"""A paper before it is printed: which template, which values, in which formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """A file format that papers are made in; the value is the file's suffix."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


@dataclass(frozen=True)
class Markup:
    """A long text in limited Markdown, which may stand where a template has a paragraph of its own."""

    text: str
    item: str = ""
    """The field of an item that it is, `M-WIFI.description`; nothing where it is none."""


@dataclass(frozen=True)
class Paper:
    """One paper in one language. The template says in what order, the values what.

    Values are texts, numbers already written, `Markup`, blocks of `render.ast`, and mappings and lists
    of them for the template to walk through. No value is ever read as markup of the template.
    """

    stem: str
    """The path without suffix, below the output folder: `concept`, `tor/T-WIFI`; ASCII only."""
    formats: tuple[Format, ...]
    template: str
    """The name of a file in `templates/`: `concept.md.j2`."""
    title: str
    """The document's title in its properties."""
    values: Mapping[str, object]
    footer: str = ""
    """The line at the foot of every page: which edition this is."""
    author: str = ""
    """Whose paper it is, in its properties."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that the paper becomes."""
        return tuple(f"{self.stem}.{form.value}" for form in self.formats)
