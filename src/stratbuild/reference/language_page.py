"""The page of the authoring language: every kind, every field, what its value looks like, when it is demanded."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stratbuild.reference.demands import demands_on
from stratbuild.reference.models import models
from stratbuild.reference.said import choice_in, field_in, form_in, model_in
from stratbuild.reference.shape import shapes
from stratbuild.render.locale import locale
from stratbuild.schema.base import COLLECTION, SEPARATOR, Entity
from stratbuild.schema.file import kinds
from stratbuild.schema.scalars import FORM

_REFERENCE = "#/definitions/"


def language_page(language: str) -> str:
    """A Markdown page about all kinds, fields and choices, in one language."""
    words = locale(language)
    lines = [f"# {words.say('reference.language_title')}", "", words.say("reference.language_note"), ""]
    for model in models():
        said = model_in(model, language)
        lines += [f'<a id="{model.__name__.lower()}"></a>', "", f"## {said.title}", "", said.description, ""]
        lines += _fields(model, language) if issubclass(model, BaseModel) else _choices(model, language)
    return "\n".join(lines).rstrip() + "\n"


def _fields(model: type[BaseModel], language: str) -> Iterator[str]:
    say, schema = locale(language).say, shapes()[model.__name__]
    yield from _head(say(f"reference.{name}") for name in ("key", "meaning", "value", "needed"))
    for name, field in model.model_fields.items():
        about = field_in(model, name, field, language)
        example = model.example_id if name == "id" and issubclass(model, Entity) else ""
        value = _value(schema["properties"][name], language, example)
        yield _row(f"`{name}`", f"**{about.title}.** {about.description}", value, _needed(model, name, field, language))
    yield ""


def _choices(model: type[Enum], language: str) -> Iterator[str]:
    say = locale(language).say
    yield from _head(say(f"reference.{name}") for name in ("value", "meaning"))
    for choice in model:
        yield _row(f"`{choice.value}`", choice_in(choice, language))
    yield ""


def _needed(model: type[BaseModel], name: str, field: FieldInfo, language: str) -> str:
    if field.is_required():
        return locale(language).say("reference.always")
    said = []
    for demand in demands_on(model, name):
        code = demand.fault.code
        said.append(demand.said(language).replace(code, f"[{code}](checks.{language}.md#{code.lower()})"))
    return " ".join(said)


def _value(schema: Mapping[str, Any], language: str, own_id: str = "") -> str:
    """What a value looks like, in a few words: a part, a choice, a list, a mapping, a form and its unit."""
    say = locale(language).say
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REFERENCE)
        model = next(one for one in models() if one.__name__ == name)
        link, own = f"[{model_in(model, language).title}](#{name.lower()})", shapes()[name]
        return f"{_value(own, language)} / {link}" if FORM in own else link
    if "items" in schema:
        return say("reference.list_of", what=_value(schema["items"], language))
    if "anyOf" in schema:
        return " / ".join(_value(one, language) for one in schema["anyOf"])
    collection = schema.get(COLLECTION, "")
    example = kinds()[collection.partition(SEPARATOR)[0]].example_id if collection else own_id
    form = "reference" if schema[FORM] == "id" and collection else schema[FORM]
    name = form_in(form, language, collection=collection, example=example).name
    inner = next(iter(schema.get("patternProperties", {}).values()), None) if form in {"by_year", "by_id"} else None
    return f"{name}: {_value(inner, language)}" if inner else name


def _head(cells: Iterator[str]) -> Iterator[str]:
    titles = tuple(cells)
    yield _row(*titles)
    yield "|---" * len(titles) + "|"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
