"""Data about people in texts that are published: addresses, telephones, tax numbers, passports."""

import re
from collections.abc import Iterator

_PATTERNS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<![\d№])(?<!\d[.,])(?:\+?\s?38[\s()–-]{0,2})?\(?0\d(?:[\s().–-]{0,2}\d){8}(?![\d])"),
    re.compile(r"(?<![^\W\d_])[А-ЯІЇЄҐ]{2}\s?№?\s?\d{6}(?!\d)"),
    re.compile(r"(?<!\d)(?:19|20)\d{6}-\d{5}(?!\d)"),
)
"""An e-mail address, a telephone, a passport as a booklet, a number of the register of people."""

_PASSPORT_CARD = re.compile(r"(?:паспорт|посвідчен|ID-карт|passport)[^\d\n]{0,40}(\d{9})(?!\d)", re.IGNORECASE)
_TAX_NUMBER = re.compile(r"(?<![\d.,])\d{10}(?![\d]|[.,]\d)")
_TAX_WORDS = re.compile(r"(?:РНОКПП|ІПН|ідентифікаційн\w*|податков\w* номер\w*|код платника)\W{0,40}$", re.IGNORECASE)
_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_SHOWN = 2


def personal_data(text: str) -> Iterator[str]:
    """Everything in a text that looks like data about a person, in its order."""
    found: dict[int, str] = {}
    for start, end in sorted(_places(text), key=lambda place: (place[0], -place[1])):
        if not any(start < other + len(written) for other, written in found.items()):
            found[start] = text[start:end]
    yield from found.values()


def hidden(datum: str) -> str:
    """`iv••@••••.•••`: the first two letters or digits, and the signs between the others."""
    left, written = _SHOWN, []
    for sign in datum:
        written.append("•" if sign.isalnum() and left <= 0 else sign)
        left -= sign.isalnum()
    return "".join(written)


def _places(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span(1) for match in _PASSPORT_CARD.finditer(text))
    for match in _TAX_NUMBER.finditer(text):
        # Codes of budgets have ten digits too; a number that nothing calls a tax number must at least add up as one.
        if _adds_up(match[0]) or _TAX_WORDS.search(text[max(0, match.start() - 60) : match.start()]):
            yield match.span()


def _adds_up(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return total % 11 % 10 == int(number[-1])
