"""The door to num2words: whole numbers in the words of a language."""


def number_in_words(number: int, language: str, gender: str | None = None) -> str:
    """`двадцять одна` of 21 in Ukrainian and the feminine; languages without genders take none."""
    from num2words import num2words  # noqa: PLC0415 - few need it, and it is slow to load

    written = num2words(number, lang=language) if gender is None else num2words(number, lang=language, gender=gender)
    return str(written).replace("'", "’")
