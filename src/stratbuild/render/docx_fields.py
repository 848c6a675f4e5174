"""Fields of a DOCX: numbers of tables and pictures that Word counts, and references that follow them."""

import re
from collections.abc import Iterator
from copy import deepcopy

from stratbuild.render.numbering import NUMBER
from stratbuild.render.openxml import Element, element, is_, replace, tag

_NUMBER = re.compile(rf"{NUMBER}([tf])_[0-9]+")
_TARGET = re.compile(r"[tf]_[0-9]+")
SEQUENCES = {"t": "Table", "f": "Figure"}
"""By the first letter of an id: what the numbers count. Readers do not see the name."""


def make_fields(body: Element) -> None:
    """The numbers in captions become sequences, and the links to them references."""
    for start in [one for one in body.iter(tag("bookmarkStart")) if _NUMBER.fullmatch(str(one.get(tag("name"))))]:
        kind = str(start.get(tag("name"))).removeprefix(NUMBER)[0]
        runs = list(_runs_inside(start))
        if runs:
            _as_field(runs, f" SEQ {SEQUENCES[kind]} \\* ARABIC ")
    for link in [one for one in body.iter(tag("hyperlink")) if _TARGET.fullmatch(str(one.get(tag("anchor"))))]:
        runs = [one for one in link if is_(one, "r")]
        _as_field(runs, f" REF {NUMBER}{link.get(tag('anchor'))} \\h ")
        replace(link, *link)


def field(instruction: str, shown: list[Element]) -> list[Element]:
    """The runs of a field: its instruction, and what it shows until it is updated."""
    code = element("r", element("instrText", text=instruction))
    return [mark("begin"), code, mark("separate"), *shown, mark("end")]


def mark(kind: str) -> Element:
    """A run with the beginning, the middle or the end of a field."""
    return element("r", element("fldChar", fldCharType=kind))


def _as_field(runs: list[Element], instruction: str) -> None:
    """Put the marks of a field around runs that stand one after another."""
    made = field(instruction, [])
    properties = runs[0].find(tag("rPr"))
    for one in made:
        if properties is not None:
            one.insert(0, deepcopy(properties))
    for one in made[:3]:
        runs[0].addprevious(one)
    runs[-1].addnext(made[3])


def _runs_inside(start: Element) -> Iterator[Element]:
    following = start.getnext()
    while following is not None and not (is_(following, "bookmarkEnd") and following.get(tag("id")) == start.get(tag("id"))):
        if is_(following, "r"):
            yield following
        following = following.getnext()
