"""Text in one language or in several: a plain string, or a mapping from language to string."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from stratbuild.schema.scalars import _LANGUAGE, FORM, WORDS

_MADE_OF = "_of"
"""Ends the key of a fingerprint, `en_of: 3f2a9c01` beside `en: …`."""

MAIN = ""
"""Stands for the strategy's main language where a text does not name its language."""


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A text by language. A plain string belongs to the strategy's main language."""

    by_language: Mapping[str, str]
    made_of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By language of a translation: the fingerprint of the text that it was made from, where it is written down."""

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


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that change with any word of a text, and not with its line breaks."""
    return hashlib.sha256(unicodedata.normalize("NFC", " ".join(text.split())).encode()).hexdigest()[:8]


def _read(value: Any) -> LocalizedText:
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("value_is_empty", "empty")
        return LocalizedText(MappingProxyType({MAIN: value.strip()}))
    if not isinstance(value, dict):
        raise PydanticCustomError("text_expected", "text expected")
    if not value:
        raise PydanticCustomError("value_is_empty", "empty")
    made_of = {
        key.removesuffix(_MADE_OF): mark
        for key, mark in value.items()
        if key.removesuffix(_MADE_OF) in value and key.endswith(_MADE_OF)
    }
    texts = {key: text for key, text in value.items() if key.removesuffix(_MADE_OF) not in made_of or key in made_of}
    for language, text in (*texts.items(), *made_of.items()):
        if not _LANGUAGE.fullmatch(language):
            raise PydanticCustomError("text_by_unknown_language", "language", {"text": language})
        if not isinstance(text, str):
            raise PydanticCustomError("text_expected", "text expected")
        if not text.strip():
            raise PydanticCustomError("translation_is_empty", "empty", {"language": language})
    return LocalizedText(_stripped(texts), _stripped(made_of))


def _stripped(texts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({language: text.strip() for language, text in texts.items()})


_JSON_SCHEMA = {
    "type": [*WORDS, "object"],
    "pattern": r"\S",
    "patternProperties": {"^[a-z]{2,3}(_of)?$": {FORM: "plain_text", "type": list(WORDS), "pattern": r"\S"}},
    "additionalProperties": False,
    "minProperties": 1,
}

Text = Annotated[LocalizedText, PlainValidator(_read), WithJsonSchema({FORM: "text", **_JSON_SCHEMA})]
"""One line, printed exactly as it is written."""

LongText = Annotated[LocalizedText, PlainValidator(_read), WithJsonSchema({FORM: "long_text", **_JSON_SCHEMA})]
"""Paragraphs in limited Markdown: emphasis, lists, links with http, https or mailto."""
