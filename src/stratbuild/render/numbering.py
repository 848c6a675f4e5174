"""From filled blocks to a document: ids and closed levels of headings, numbers of tables and pictures, references to them."""

from collections.abc import Iterable
from typing import Any, Literal

from stratbuild.diagnostics import Diagnostic
from stratbuild.render.ast import PICTURE, SEE, Node, text
from stratbuild.render.document import Document, Fixed
from stratbuild.render.faults import REFERENCE_LEADS_NOWHERE, PaperFault
from stratbuild.render.locale import Locale
from stratbuild.render.tree import changed, mapped, nodes

Numbered = Literal["t", "f"]
"""What has a number of its own, by the first letter of its id: tables `t_5`, figures `f_2`."""

NUMBER = "n_"
"""Before the id of a table or figure: the id of its number alone, which references show."""

_WORDS = {"t": "papers.table", "f": "papers.figure"}


def document(title: str, locale: Locale, blocks: Iterable[Node], *, footer: str = "", author: str = "") -> Document:
    """A document of filled blocks.

    Every heading gets an id of its own and lies at most one level below the one before it; every picture
    and every table with a caption gets a number. A reference to a table or picture that the document
    does not hold is a `PaperFault`.
    """
    numbering = _Numbering(locale)
    numbered = changed(list(blocks), numbering.change)
    resolved = numbering.resolved(numbered)
    if numbering.diagnostics:
        raise PaperFault(numbering.diagnostics)
    fixed = Fixed(footer, locale.say("papers.skip_link"), locale.say("papers.picture_data"))
    return Document(title, locale.language, resolved, fixed, author)


class _Numbering:
    """One pass over a document, which counts."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._headings = 0
        self._level = 0
        self._counts: dict[Numbered, int] = {"t": 0, "f": 0}
        self._ids: dict[int, str] = {}
        self.diagnostics: list[Diagnostic] = []

    def change(self, block: Node) -> list[Node]:
        if block["t"] == "Header":
            self._headings += 1
            level, (_, classes, attributes), line = block["c"]
            self._level = min(level, self._level + 1)
            return [{"t": "Header", "c": [self._level, [f"s_{self._headings}", classes, attributes], line]}]
        if block["t"] == "Table" and block["c"][1][1]:
            attributes, caption, *rest = block["c"]
            return [{"t": "Table", "c": [attributes, self._captioned("t", block, caption), *rest]}]
        if block["t"] == PICTURE:
            caption, *rest = block["c"]
            return [{**block, "c": [self._captioned("f", block, caption), *rest]}]
        return [block]

    def resolved(self, blocks: list[Node]) -> list[Node]:
        """The blocks with every reference become a link that shows a number."""
        if not any(node["t"] == SEE for node in nodes(blocks)):
            return blocks
        found: list[Node] = mapped(blocks, self._reference)
        return found

    def _captioned(self, kind: Numbered, block: Node, caption: list[Any]) -> list[Any]:
        self._counts[kind] += 1
        number = str(self._counts[kind])
        id_ = f"{kind}_{number}"
        self._ids[id(block)] = id_
        before, _, after = self._locale.say(_WORDS[kind], number="\0").partition("\0")
        shown = _span(f"{NUMBER}{id_}", text(number))
        label = _span(id_, [*text(before), shown, *text(after)])
        short, lines = caption
        return [short, [{"t": "Plain", "c": [label, *text(" – "), *lines[0]["c"]]}]]

    def _reference(self, node: Node) -> list[Node] | None:
        if node["t"] != SEE:
            return None
        id_ = self._ids.get(id(node["block"]))
        if id_ is None:
            self.diagnostics.append(Diagnostic(REFERENCE_LEADS_NOWHERE, node["span"]))
            return []
        return [{"t": "Link", "c": [["", ["see"], []], text(id_.partition("_")[2]), [f"#{id_}", ""]]}]


def _span(id_: str, inlines: list[Node]) -> Node:
    return {"t": "Span", "c": [[id_, [], []], inlines]}
