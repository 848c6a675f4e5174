"""Text in one language or in several: a plain string, or a mapping from language to string."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from stratbuild.schema.scalars import _LANGUAGE, FORM, WORDS

MAIN = ""
"""Stands for the strategy's main language where a text does not name its language."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text by language. A plain string belongs to the strategy's main language."""

    by_language: Mapping[str, str]

    def in_language(self, language: str, main: str) -> str | None:
        """The text in a language, where `main` is the strategy's own; nothing where it is not translated."""
        found = self.by_language.get(language)
        return self.by_language.get(MAIN) if found is None and language == main else found

    def best(self, language: str, main: str) -> str:
        """The text in a language, else in the main one, else in any: never empty."""
        return self.in_language(language, main) or self.in_language(main, main) or next(iter(self.by_language.values()))

    def languages(self, main: str) -> frozenset[str]:
        """The languages that the text is written in."""
        return frozenset(language or main for language in self.by_language)


def _read(value: Any) -> LocalizedText:
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("value_is_empty", "empty")
        return LocalizedText(MappingProxyType({MAIN: value.strip()}))
    if not isinstance(value, dict):
        raise PydanticCustomError("text_expected", "text expected")
    if not value:
        raise PydanticCustomError("value_is_empty", "empty")
    for language, text in value.items():
        if not _LANGUAGE.fullmatch(language):
            raise PydanticCustomError("text_by_unknown_language", "language", {"text": language})
        if not isinstance(text, str):
            raise PydanticCustomError("text_expected", "text expected")
        if not text.strip():
            raise PydanticCustomError("translation_is_empty", "empty", {"language": language})
    return LocalizedText(MappingProxyType({language: text.strip() for language, text in value.items()}))


_JSON_SCHEMA = {
    "type": [*WORDS, "object"],
    "pattern": r"\S",
    "patternProperties": {"^[a-z]{2,3}$": {FORM: "plain_text", "type": list(WORDS), "pattern": r"\S"}},
    "additionalProperties": False,
    "minProperties": 1,
}

Text = Annotated[LocalizedText, PlainValidator(_read), WithJsonSchema({FORM: "text", **_JSON_SCHEMA})]
"""One line, printed exactly as it is written."""

LongText = Annotated[LocalizedText, PlainValidator(_read), WithJsonSchema({FORM: "long_text", **_JSON_SCHEMA})]
"""Paragraphs in limited Markdown: emphasis, lists, links with http, https or mailto."""
