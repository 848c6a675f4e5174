"""JSON Schemas of what a file may hold, with titles and explanations in one language, for editors.

Draft 7, because that is what the YAML language servers of editors read best. The schema tells what a
text of a file looks like, which is less than what the program checks: it accepts 2026-02-30.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel

from stratbuild.reference.models import models
from stratbuild.reference.said import field_in, model_in
from stratbuild.schema.base import Entity
from stratbuild.schema.file import file_model

_DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def file_schema(language: str) -> Schema:
    """The schema of a whole file: the strategy's settings and any of the lists."""
    return _finished(file_model(), language)


def entity_schema(kind: type[Entity], language: str) -> Schema:
    """The schema of one item of a list."""
    return _finished(kind, language)


def _finished(model: type[BaseModel], language: str) -> Schema:
    by_name = {one.__name__: one for one in models()}
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    schema = _explained(schema, model, language)
    definitions = {name: _explained(inner, by_name[name], language) for name, inner in sorted(definitions.items())}
    complete = {"$schema": _DRAFT, **schema}
    return complete | ({"definitions": definitions} if definitions else {})


def _explained(schema: Schema, model: type[BaseModel] | type[Enum], language: str) -> Schema:
    said = model_in(model, language)
    own = {"title": said.title, "description": said.description}
    if not issubclass(model, BaseModel):
        return own | {key: value for key, value in schema.items() if key not in own}
    properties = {}
    for name, field in model.model_fields.items():
        about = field_in(model, name, field, language)
        told = {"title": about.title, "description": about.description}
        inner = _closed(_without_null(schema["properties"][name]))
        properties[name] = told | {key: value for key, value in inner.items() if key not in (*told, "default")}
    rest = {key: value for key, value in schema.items() if key not in (*own, "properties")}
    return own | rest | {"properties": properties}


def _without_null(schema: Mapping[str, Any]) -> Schema:
    """A field that may be left out is left out; YAML's null is not a value here."""
    choices = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(choices) == 1:
        return rest | _without_null(choices[0])
    return rest | ({"anyOf": [_without_null(one) for one in choices]} if choices else {})


def _closed(schema: Mapping[str, Any]) -> Schema:
    """A mapping whose keys have a form has no keys of another form."""
    closed: Schema = {key: _closed(value) if isinstance(value, dict) else value for key, value in schema.items()}
    if "anyOf" in closed:
        closed["anyOf"] = [_closed(one) for one in closed["anyOf"]]
    return closed | ({"additionalProperties": False} if "patternProperties" in closed else {})
