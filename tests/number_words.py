"""A reader of numbers in Ukrainian words, written apart from the writer that it checks."""

_UNITS = {
    "нуль": 0, "один": 1, "одна": 1, "два": 2, "дві": 2, "три": 3, "чотири": 4, "п’ять": 5, "шість": 6, "сім": 7, "вісім": 8,
    "дев’ять": 9, "десять": 10, "одинадцять": 11, "дванадцять": 12, "тринадцять": 13, "чотирнадцять": 14, "п’ятнадцять": 15,
    "шістнадцять": 16, "сімнадцять": 17, "вісімнадцять": 18, "дев’ятнадцять": 19, "двадцять": 20, "тридцять": 30, "сорок": 40,
    "п’ятдесят": 50, "шістдесят": 60, "сімдесят": 70, "вісімдесят": 80, "дев’яносто": 90, "сто": 100, "двісті": 200, "триста": 300,
    "чотириста": 400, "п’ятсот": 500, "шістсот": 600, "сімсот": 700, "вісімсот": 800, "дев’ятсот": 900,
}  # fmt: skip
_SCALES = {"тисяч": 10**3, "мільйон": 10**6, "мільярд": 10**9, "трильйон": 10**12}


def read_number(words: str) -> int:
    """The number that words say; an unknown word is a `LookupError`."""
    total = part = 0
    for word in words.split():
        scale = next((value for stem, value in _SCALES.items() if word.startswith(stem)), None)
        if scale is not None:
            total, part = total + (part or 1) * scale, 0
        else:
            part += _UNITS[word]
    return total + part


def read_money(words: str) -> int:
    """The hundredths that a sum in words says: `дві гривні 05 копійок`."""
    before, _, after = words.partition(" грив")
    return read_number(before) * 100 + int(after.split()[1])
