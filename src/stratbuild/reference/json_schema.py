"""JSON Schemas of what a file may hold, with titles, explanations and complaints in one language, for editors.

Besides the keywords of draft 7 they hold those by which editors show more: `markdownDescription`,
`markdownEnumDescriptions`, and `errorMessage` in place of a regular expression.
"""

from collections.abc import Container, Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from stratbuild.reference.demands import demands_on
from stratbuild.reference.models import models
from stratbuild.reference.said import Said, choice_in, field_in, form_in, model_in
from stratbuild.reference.shape import DRAFT, Schema, shape
from stratbuild.render.locale import locale
from stratbuild.schema.base import COLLECTION, SEPARATOR, Entity
from stratbuild.schema.file import file_model, kinds
from stratbuild.schema.scalars import FORM


def file_schema(language: str) -> Schema:
    """The schema of a whole file: the strategy's settings and any of the lists."""
    return _finished(file_model(), language)


def entity_schema(kind: type[Entity], language: str) -> Schema:
    """The schema of one item of a list."""
    return _finished(kind, language)


def _finished(model: type[BaseModel], language: str) -> Schema:
    by_name = {one.__name__: one for one in models()}
    schema, definitions = shape(model)
    explained = {name: _explained(inner, by_name[name], language) for name, inner in definitions.items()}
    complete = {"$schema": DRAFT, "$comment": locale(language).say("reference.generated"), **_explained(schema, model, language)}
    return complete | ({"definitions": explained} if explained else {})


def _explained(schema: Mapping[str, Any], model: type[BaseModel] | type[Enum], language: str) -> Schema:
    said = _told(model_in(model, language))
    if not issubclass(model, BaseModel):
        choices = [choice_in(choice, language) for choice in model]
        complaint = locale(language).say("reference.one_of", choices=", ".join(one.value for one in model))
        explained = {"enumDescriptions": choices, "markdownEnumDescriptions": choices, "errorMessage": complaint}
        return said | _rest(schema, said) | explained
    properties = {}
    for name, field in model.model_fields.items():
        about = field_in(model, name, field, language)
        due = (demand.said(language) for demand in demands_on(model, name))
        told = _told(Said(about.title, " ".join((about.description, *due))))
        own = model.example_id if name == "id" and issubclass(model, Entity) else ""
        properties[name] = told | _rest(_spoken(schema["properties"][name], language, own), told)
    return said | _spoken(_rest(schema, {"properties", *said}), language) | {"properties": properties}


def _rest(schema: Mapping[str, Any], told: Container[str]) -> Schema:
    return {key: value for key, value in schema.items() if key not in told}


def _told(said: Said) -> Schema:
    """Title and explanation; only Markdown shows what is written in a file in letters of its own."""
    plain = {"title": said.title, "description": said.description.replace("`", "")}
    return plain | ({"markdownDescription": said.description} if "`" in said.description else {})


def _spoken(schema: Mapping[str, Any], language: str, own_id: str = "") -> Schema:
    """A schema whose forms are put into words, and whose ids have an example of their kind."""
    spoken: Schema = {
        key: _spoken(value, language, own_id) if isinstance(value, dict) else value
        for key, value in schema.items()
        if key not in {FORM, COLLECTION}
    }
    if FORM not in schema:
        return spoken
    collection = str(schema.get(COLLECTION, ""))
    example = kinds()[collection.partition(SEPARATOR)[0]].example_id if collection else own_id
    name = "reference" if schema[FORM] == "id" and collection else str(schema[FORM])
    spoken["errorMessage"] = form_in(name, language, collection=collection, example=example).expected
    takes_it = "examples" not in spoken and schema.get("type") != "object"
    return spoken | ({"examples": [example]} if example and takes_it else {})
