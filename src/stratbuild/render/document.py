"""A document's tree, the same for every format, and the tree that each format's engine is given."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stratbuild.render.ast import API_VERSION, FILL, PICTURE, SAMPLE, Node, picture_of
from stratbuild.render.chart.picture import Picture
from stratbuild.render.docx_tree import docx_blocks, item_bookmarks
from stratbuild.render.html_tree import html_blocks
from stratbuild.render.tree import inside_groups, nodes, words

_LANGUAGE_TAGS = {"uk": "uk-UA", "en": "en-GB"}


def language_tag(language: str) -> str:
    """The tag by which programs choose a spelling, `uk-UA`; of other languages the language itself is the tag."""
    return _LANGUAGE_TAGS.get(language, language)


@dataclass(frozen=True)
class Fixed:
    """Words that papers have whatever their template says."""

    footer: str = ""
    """The line at the foot of every page: which edition this is."""
    skip: str = ""
    """The words of the link that takes readers of the HTML page past its head."""
    data: str = ""
    """What opens the table of a picture's data in the HTML page."""


@dataclass(frozen=True)
class Document:
    """One paper's tree, the same for every format."""

    title: str
    language: str
    blocks: Sequence[Node]
    fixed: Fixed = Fixed()
    author: str = ""
    """Whose paper it is, in its properties."""

    @property
    def language_tag(self) -> str:
        """The tag by which programs choose a spelling, `uk-UA`."""
        return language_tag(self.language)

    def for_docx(self) -> dict[str, Any]:
        """The tree for pandoc's DOCX writer."""
        return self._tree(docx_blocks(self.blocks))

    def for_html(self) -> dict[str, Any]:
        """The tree for pandoc's HTML writer."""
        return self._tree(html_blocks(self.blocks, self.fixed.data))

    def for_typst(self) -> dict[str, Any]:
        """The tree for `templates/typst/paper.typ`."""
        said = {"title": self.title, "language": self.language, "footer": self.fixed.footer, "author": self.author}
        return {**said, "blocks": list(self.blocks)}

    def text(self) -> Iterator[str]:
        """Every word of the document, those in its pictures too."""
        yield self.title
        yield self.fixed.footer
        yield from words(self.blocks)
        for picture in self.pictures():
            yield from picture.words()

    def places_to_fill(self) -> int:
        """How many places are left for the reader to fill."""
        return sum(map(_is_place_to_fill, nodes(self.blocks)))

    def items(self) -> Mapping[str, str]:
        """By bookmark of the DOCX: the field of an item that is printed there, `M-WIFI.title`."""
        return item_bookmarks(self.blocks)

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures in their order."""
        return tuple(picture_of(block) for block in inside_groups(self.blocks) if block["t"] == PICTURE)

    def _tree(self, blocks: list[Node]) -> dict[str, Any]:
        meta = {
            "lang": {"t": "MetaString", "c": self.language_tag},
            "pagetitle": {"t": "MetaString", "c": self.title},
            "footer": {"t": "MetaString", "c": self.fixed.footer},
            "skip": {"t": "MetaString", "c": self.fixed.skip},
        }
        return {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}


def to_json(tree: dict[str, Any]) -> bytes:
    """A tree as compact JSON."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def _is_place_to_fill(node: Node) -> bool:
    return node["t"] == "Span" and ["custom-style", FILL] in node["c"][0][2] and SAMPLE not in node["c"][0][1]
