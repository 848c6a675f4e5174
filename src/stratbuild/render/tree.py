"""Walking through a document's tree: its groups, its nodes, its words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from stratbuild.render.ast import Node

_LEAVES = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})


def changed(blocks: Iterable[Node], change: Callable[[Node], list[Node]]) -> list[Node]:
    """The blocks with a change made to each, those inside groups first."""
    found: list[Node] = []
    for block in blocks:
        inner = {"t": "Div", "c": [block["c"][0], changed(block["c"][1], change)]} if block["t"] == "Div" else block
        found += change(inner)
    return found


def inside_groups(blocks: Iterable[Node]) -> Iterator[Node]:
    """The blocks that are no groups, in their order."""
    for block in blocks:
        if block["t"] == "Div":
            yield from inside_groups(block["c"][1])
        else:
            yield block


def mapped(tree: Any, change: Callable[[Node], list[Node] | None]) -> Any:
    """The tree in which every node that a change answers for is replaced by its answer; the answer is not looked into."""
    if isinstance(tree, dict):
        if tree.get("t") in _LEAVES or "c" not in tree:
            return tree
        return {**tree, "c": mapped(tree["c"], change)}
    if isinstance(tree, list):
        found: list[Any] = []
        for one in tree:
            answer = change(one) if isinstance(one, dict) and "t" in one else None
            if answer is None:
                found.append(mapped(one, change))
            else:
                found += answer
        return found
    return tree


def nodes(tree: object) -> Iterator[Node]:
    """Every node of a tree, each before those inside it."""
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "t" in one:
                yield one
            waiting.append(one.get("c"))
        elif isinstance(one, list | tuple):
            waiting += reversed(one)


def words(tree: object) -> Iterator[str]:
    """Every word of a tree."""
    return (node["c"] for node in nodes(tree) if node["t"] == "Str")


def line(inlines: object) -> str:
    """The words of a line and the spaces between them."""
    return "".join(node["c"] if node["t"] == "Str" else " " for node in nodes(inlines) if node["t"] in _LEAVES)
