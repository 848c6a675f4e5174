"""Long texts in limited Markdown: emphasis, lists and safe links; everything else stays literal."""

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stratbuild.render.ast import Block, Node, text

_SAFE_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"\\]+", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_DEEPEST = 24
"""The parser drops what is nested deeper than its limit; a text that comes near it is printed as it is written."""


def markdown(written: str) -> list[Block]:
    """The blocks of a text in limited Markdown. A link with another scheme than http, https or mailto is its text."""
    tokens = _parser().parse(written)
    if any(token.level >= _DEEPEST for token in tokens):
        return [Block({"t": "Para", "c": text(paragraph)}) for paragraph in _BLANK_LINES.split(written.strip())]
    opened: list[list[Node]] = [[]]
    lists: list[list[list[Node]]] = []
    starts: list[int] = []
    for token in tokens:
        match token.type:
            case "inline":
                opened[-1].append({"t": "Para", "c": _inlines(token.children or ())})
            case "bullet_list_open" | "ordered_list_open":
                lists.append([])
                starts.append(int(str(token.attrs.get("start", 1))))
            case "list_item_open":
                opened.append([])
            case "list_item_close":
                lists[-1].append(_tight(opened.pop()))
            case "bullet_list_close":
                starts.pop()
                opened[-1].append({"t": "BulletList", "c": lists.pop()})
            case "ordered_list_close":
                opened[-1].append({"t": "OrderedList", "c": [[starts.pop(), {"t": "Decimal"}, {"t": "Period"}], lists.pop()]})
            case _:
                pass
    return [Block(node) for node in opened[0]]


def _inlines(tokens: Sequence[Token]) -> list[Node]:
    opened: list[list[Node]] = [[]]
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "em_open":
                opened.append([])
            case "link_open":
                opened.append([])
                links.append(str(token.attrs.get("href", "")))
            case "strong_close":
                inner = opened.pop()
                opened[-1].append({"t": "Strong", "c": inner})
            case "em_close":
                inner = opened.pop()
                opened[-1].append({"t": "Emph", "c": inner})
            case "link_close":
                inner, target = opened.pop(), links.pop()
                is_safe = _SAFE_LINK.fullmatch(target) is not None
                opened[-1] += [{"t": "Link", "c": [["", [], []], inner, [target, ""]]}] if is_safe else inner
            case "softbreak":
                opened[-1].append({"t": "Space"})
            case "hardbreak":
                opened[-1].append({"t": "LineBreak"})
            case _:
                opened[-1] += text(token.content)
    return opened[0]


def _tight(blocks: list[Node]) -> list[Node]:
    """A list item of one paragraph, without the space that stands between paragraphs."""
    if sum(block["t"] == "Para" for block in blocks) > 1:
        return blocks
    return [{"t": "Plain", "c": block["c"]} if block["t"] == "Para" else block for block in blocks]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False, "maxNesting": _DEEPEST + 8})
    return parser.enable(["emphasis", "link", "list", "newline", "escape"])
