"""What a kind, a field, a choice or a form is called in a language.

English titles and explanations of kinds and fields stand in the code; those of other languages, the
choices and the forms in the catalogues. Words that a catalogue lacks are a `LookupError`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stratbuild.render.locale import FALLBACK, locale


@dataclass(frozen=True, slots=True)
class Said:
    """A title, and an explanation in one or two sentences; what is written in a file stands between backticks."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Form:
    """How the texts of a type are written: what such a value is called, with its unit, and what is asked for."""

    name: str
    expected: str


def model_in(model: type[Any], language: str) -> Said:
    """What a kind of entity, a part or an enumeration is called."""
    if language == FALLBACK:
        title = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in model.__name__).strip()
        return Said(title.capitalize(), _first_paragraph(model.__doc__ or ""))
    return _said(_entry(model.__name__, language), model.__name__, language)


def field_in(model: type[BaseModel], name: str, field: FieldInfo, language: str) -> Said:
    """What a field is called."""
    if language == FALLBACK:
        return Said(field.title or name, field.description or "")
    fields = _entry(model.__name__, language).get("fields")
    if not isinstance(fields, Mapping) or name not in fields:
        raise LookupError(f"{language}: schema.{model.__name__}.fields.{name}")
    return _said(fields[name], f"{model.__name__}.{name}", language)


def choice_in(choice: Enum, language: str) -> str:
    """What a choice means, in a sentence."""
    return locale(language).say(f"schema.{type(choice).__name__}.values.{choice.value}")


def form_in(name: str, language: str, *, collection: str, example: str) -> Form:
    """The words of a form; those of ids name the list that they are in, and an example."""
    say, facts = locale(language).say, {"collection": collection, "example": example}
    return Form(say(f"reference.forms.{name}.name", **facts), say(f"reference.forms.{name}.expected", **facts))


def _entry(name: str, language: str) -> Mapping[str, Any]:
    words = locale(language).words.get("schema", {})
    entry: Mapping[str, Any] | None = words.get(name)
    if entry is None:
        raise LookupError(f"{language}: schema.{name}")
    return entry


def _said(entry: Mapping[str, Any], name: str, language: str) -> Said:
    try:
        return Said(entry["title"], entry["description"])
    except KeyError as error:
        raise LookupError(f"{language}: schema.{name}.{error.args[0]}") from None


def _first_paragraph(docstring: str) -> str:
    return " ".join(docstring.strip().partition("\n\n")[0].split())
