"""What the sheets of the registers share: the group in words."""

from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.outputs.sheets.book import Book


def group_of(book: Book) -> GroupInWords:
    """The record of the group in the language of a book."""
    return GroupInWords(in_words(book.plan, book.edition.language, book.edition.templates))
