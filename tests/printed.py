"""Reading printed papers back: their words, tables and parts, as their readers would meet them."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree
from pypdf import PdfReader

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Page(HTMLParser):
    """An HTML page: its words, its elements and their attributes."""

    content: str
    words: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside: list[str] = []
        self.feed(self.content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self.words.append(data)

    @property
    def text(self) -> str:
        return one_line("".join(self.words))


def html(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def docx_part(path: Path, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return etree.fromstring(archive.read(name))


def docx_paragraphs(path: Path) -> list[str]:
    return [words(one) for one in docx_part(path).iter(f"{WORD}p")]


def inside(root: etree._Element, *names: str) -> etree._Element:
    """The first element of the last name below the first of each name before it."""
    for name in names:
        found = next(root.iter(WORD + name), None)
        assert found is not None, name
        root = found
    return root


def value(node: etree._Element, name: str) -> str | None:
    """An attribute by its short name."""
    found = node.get(WORD + name)
    return None if found is None else str(found)


def words(node: etree._Element | None) -> str:
    """The words of an element and all in it."""
    return "" if node is None else "".join(text.text or "" for text in node.iter(f"{WORD}t"))


def docx_text(path: Path) -> str:
    return one_line(" ".join(docx_paragraphs(path)))


def docx_tables(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """The caption before every table, and the words of its cells."""
    for table in docx_part(path).iter(f"{WORD}tbl"):
        before = table.getprevious()
        caption = "" if before is None else words(before)
        yield caption, [[words(cell) for cell in row.findall(f"{WORD}tc")] for row in table.findall(f"{WORD}tr")]


def pdf_text(path: Path) -> str:
    return one_line(" ".join(page.extract_text() for page in PdfReader(path).pages))


def one_line(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """The text without white space and hyphens: what line ends cannot change."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-\u00ad\u2010")
