"""From a rendered template to a document's blocks: the values take the places of their tokens."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeGuard

from stratbuild.diagnostics import Diagnostic, Fault
from stratbuild.render.ast import SEE, Block, Inline, Node, item_blocks, text
from stratbuild.render.faults import BLOCK_INSIDE_LINE, TEMPLATE_USES_FORBIDDEN, VALUE_INSIDE_MARKUP, PaperFault
from stratbuild.render.markdown import markdown
from stratbuild.render.markup import OPEN, TOKEN, Inserted, Rendered, template_span
from stratbuild.render.paper import Markup

_PARAGRAPHS = ("Para", "Plain")
_HOLDING_INLINES = ("Emph", "Strong", "Underline", "Superscript", "Subscript", "Strikeout", "SmallCaps")
_PLAIN_INLINES = ("Str", "Space", "SoftBreak", "LineBreak")


def fill(rendered: Rendered, parsed: Sequence[Node]) -> list[Node]:
    """The blocks that pandoc made of a rendered template, with every token replaced by its value's nodes.

    A table in a line, a value in an attribute or an address, and a construct that papers do not have
    are a `PaperFault`, all of them at once.
    """
    filling = _Filling(rendered)
    found = filling.blocks(parsed)
    if filling.diagnostics:
        raise PaperFault(filling.diagnostics)
    return found


class _Filling:
    """One pass over a document, which keeps what it finds wrong."""

    def __init__(self, rendered: Rendered) -> None:
        self._rendered = rendered
        self.diagnostics: list[Diagnostic] = []

    def blocks(self, parsed: Iterable[Node]) -> list[Node]:
        return [node for block in parsed for node in self._block(block)]

    def _block(self, block: Node) -> list[Node]:
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in _PARAGRAPHS:
            alone = self._standing_alone(content)
            return self._as_blocks(alone, kind) if alone is not None else [{"t": kind, "c": self._inlines(content)}]
        if kind == "Header":
            self._markup(content[1])
            return [{"t": kind, "c": [content[0], content[1], self._inlines(content[2])]}]
        if kind == "Div":
            self._markup(content[0])
            return [{"t": kind, "c": [content[0], self.blocks(content[1])]}]
        if kind == "BulletList":
            return [{"t": kind, "c": [self.blocks(item) for item in content]}]
        if kind == "OrderedList":
            return [{"t": kind, "c": [content[0], [self.blocks(item) for item in content[1]]]}]
        if kind == "BlockQuote":
            return [{"t": kind, "c": self.blocks(content)}]
        return self._forbidden(kind, content)

    def _inlines(self, parsed: Iterable[Node]) -> list[Node]:
        return [node for inline in parsed for node in self._inline(inline)]

    def _inline(self, inline: Node) -> list[Node]:
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind == "Str":
            return self._words(content)
        if kind in _PLAIN_INLINES:
            return [inline]
        if kind in _HOLDING_INLINES:
            return [{"t": kind, "c": self._inlines(content)}]
        if kind == "Span":
            self._markup(content[0])
            return [{"t": kind, "c": [content[0], self._inlines(content[1])]}]
        if kind == "Link":
            self._markup([content[0], content[2]])
            return [{"t": kind, "c": [content[0], self._inlines(content[1]), content[2]]}]
        return self._forbidden(kind, content)

    def _words(self, written: str) -> list[Node]:
        found: list[Node] = []
        for place, piece in enumerate(TOKEN.split(written)):
            if place % 2:
                found += self._as_inlines(self._rendered.inserted[int(piece)])
            elif piece:
                found.append({"t": "Str", "c": piece})
        return found

    def _standing_alone(self, content: Sequence[Node]) -> Inserted | None:
        if len(content) != 1 or content[0]["t"] != "Str":
            return None
        found = TOKEN.fullmatch(content[0]["c"])
        return None if found is None else self._rendered.inserted[int(found[1])]

    def _as_blocks(self, inserted: Inserted, paragraph: str) -> list[Node]:
        value = inserted.value
        if isinstance(value, Markup):
            written = markdown(value.text)
            return [block.node for block in (item_blocks(written, value.item) if value.item else written)]
        if isinstance(value, Block):
            return [value.node]
        if _is_series(value) and any(isinstance(one, Block) for one in value):
            return [node for one in value for node in self._as_blocks(replace(inserted, value=one), paragraph)]
        return [{"t": paragraph, "c": self._as_inlines(inserted)}]

    def _as_inlines(self, inserted: Inserted) -> list[Node]:
        value = inserted.value
        if isinstance(value, str):
            return text(value)
        if isinstance(value, Inline):
            return [{**value.node, "span": inserted.span} if value.node["t"] == SEE else value.node]
        if isinstance(value, int | Decimal | date):
            return text(str(value))
        if _is_series(value):
            return [node for one in value for node in self._as_inlines(replace(inserted, value=one))]
        if isinstance(value, Markup | Block):
            self._found(BLOCK_INSIDE_LINE, inserted)
        else:
            self._found(TEMPLATE_USES_FORBIDDEN, inserted, construct=type(value).__name__)
        return []

    def _markup(self, attributes: object) -> None:
        """Attributes and addresses belong to the template alone."""
        self._no_values_in(attributes)

    def _no_values_in(self, content: object) -> bool:
        found = TOKEN.search(json.dumps(content, ensure_ascii=False))
        if found is not None:
            self._found(VALUE_INSIDE_MARKUP, self._rendered.inserted[int(found[1])])
        return found is None

    def _forbidden(self, kind: str, content: object) -> list[Node]:
        if self._no_values_in(content):
            line = self._line_of(content)
            self.diagnostics.append(
                Diagnostic(TEMPLATE_USES_FORBIDDEN, template_span(self._rendered.template, line), {"construct": kind})
            )
        return []

    def _line_of(self, content: object) -> int:
        """The line of the rendered text in which a construct's first words stand, as near as can be told."""
        words = _first_text(content)
        for number, line in enumerate(self._rendered.source.splitlines(), start=1):
            if words and words in line:
                return number
        return 1

    def _found(self, fault: Fault, inserted: Inserted, **facts: object) -> None:
        self.diagnostics.append(Diagnostic(fault, inserted.span, facts))


def _is_series(value: object) -> TypeGuard[Iterable[object]]:
    return isinstance(value, Iterable) and not isinstance(value, str | Mapping)


def _first_text(content: object) -> str:
    if isinstance(content, str):
        return content.strip().partition("\n")[0] if OPEN not in content else ""
    if isinstance(content, Mapping):
        content = list(content.values())
    if isinstance(content, list):
        return next((found for one in reversed(content) if (found := _first_text(one))), "")
    return ""
