"""The page of the authoring language: every kind, every field, what its value looks like."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from stratbuild.reference.json_schema import file_schema
from stratbuild.reference.models import models, models_in
from stratbuild.reference.said import field_in, model_in
from stratbuild.render.locale import locale
from stratbuild.schema.scalars import ID_PATTERN


def language_page(language: str) -> str:
    """A Markdown page about all kinds and fields, in one language."""
    words = locale(language)
    schema = file_schema(language)
    by_name = {model.__name__: model for model in models()}
    lines = [f"# {words.say('reference.language_title')}", "", words.say("reference.language_note"), ""]
    for name, model in by_name.items():
        if issubclass(model, BaseModel):
            own = schema if name == schema_name() else schema["definitions"][name]
            lines += list(_section(model, own, by_name, language))
    return "\n".join(lines).rstrip() + "\n"


def schema_name() -> str:
    """The name of the file's own model."""
    return models()[0].__name__


def _section(model: type[BaseModel], schema: Mapping[str, Any], by_name: Mapping[str, type], language: str) -> Iterator[str]:
    words, said = locale(language), model_in(model, language)
    yield from (f"## {said.title}", "", said.description, "")
    heads = [words.say(f"reference.{name}") for name in ("key", "meaning", "value", "needed")]
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    required = schema.get("required", ())
    for name, field in model.model_fields.items():
        about = field_in(model, name, field, language)
        value = _value(schema["properties"][name], tuple(models_in(field.annotation)), by_name, language)
        needed = words.say("reference.always") if name in required else ""
        cells = (f"`{name}`", f"{about.title}. {about.description}", value, needed)
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def _value(schema: Mapping[str, Any], inner: tuple[type, ...], by_name: Mapping[str, type], language: str) -> str:
    """What a value looks like, in a few words: a choice, a part, an example."""
    words = locale(language)
    named = [model for model in inner if model.__name__ in by_name]
    if named and issubclass(named[0], Enum):
        return ", ".join(f"`{one.value}`" for one in named[0])
    if named:
        title = model_in(named[0], language).title
        return words.say("reference.list_of", what=title) if schema.get("type") == "array" else title
    if ID_PATTERN in (schema.get("pattern"), schema.get("items", {}).get("pattern")):
        one = words.say("reference.id")
        return words.say("reference.list_of", what=one) if schema.get("type") == "array" else one
    return ", ".join(f"`{example}`" for example in _examples(schema)) or words.say("reference.text")


def _examples(schema: Mapping[str, Any]) -> tuple[str, ...]:
    if "examples" in schema:
        return tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in schema["examples"])
    if schema.get("type") == "array":
        each = _examples(schema["items"])
        return (f"[{', '.join(each[:2])}]",) if each else ()
    for pattern, value in schema.get("patternProperties", {}).items():
        example = _examples(value)
        key = "2026" if "199" in pattern else "S-LOCAL"
        return (f"{{{key}: {example[0]}}}",) if example else ()
    return next((found for one in schema.get("anyOf", ()) if (found := _examples(one))), ())
