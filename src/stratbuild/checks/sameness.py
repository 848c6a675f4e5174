"""Which texts are the same to a reader, whatever their capitals, spaces and apostrophes."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")

_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´‘′＇", "'"))


def as_read(text: str) -> str:
    """The text as a reader takes it in: two texts that differ only in form become equal."""
    return " ".join(text.casefold().translate(_APOSTROPHES).split()).strip(" .;,")


def repeated(items: Iterable[tuple[str, _Item]]) -> Iterator[tuple[_Item, _Item]]:
    """Every item whose text is the same to a reader as an earlier one's, and the first such item."""
    firsts: dict[str, _Item] = {}
    for text, item in items:
        first = firsts.setdefault(as_read(text), item)
        if first is not item:
            yield item, first
