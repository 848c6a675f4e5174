"""What a file may hold as JSON Schema, in no language yet: marks stand where `json_schema` puts words.

Draft 7, because that is what the YAML language servers of editors read best. The schema tells what a
text of a file looks like, which is less than what the program checks: it accepts 2026-02-30.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from stratbuild.schema.base import COLLECTION
from stratbuild.schema.file import file_model
from stratbuild.schema.ids import ID_PATTERN
from stratbuild.schema.scalars import FORM

DRAFT = "http://json-schema.org/draft-07/schema#"
LIST, BY_YEAR, BY_ID, BY_NAME = "list", "by_year", "by_id", "by_name"
"""The forms of values that are no single text."""

_OF_A_MAPPING = ("patternProperties", "additionalProperties")
Schema = dict[str, Any]


def shape(model: type[BaseModel]) -> tuple[Schema, Mapping[str, Schema]]:
    """The schema of a model, and those of the models and enumerations that it names, by their names."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    return _of_model(schema), {name: _of_model(inner) for name, inner in sorted(definitions.items())}


def shapes() -> Mapping[str, Schema]:
    """The schema of every model and enumeration, by its name; first that of a whole file."""
    schema, definitions = shape(file_model())
    return {file_model().__name__: schema, **definitions}


def _of_model(schema: Mapping[str, Any]) -> Schema:
    properties = {name: _closed(_without_null(field)) for name, field in schema.get("properties", {}).items()}
    return {**schema, "properties": properties} if properties else dict(schema)


def _without_null(schema: Mapping[str, Any]) -> Schema:
    """A field that may be left out is left out; YAML's null is not a value here, and a default is no advice.

    What is left of a choice between types becomes one schema, whose keywords speak of one type each:
    editors explain that better than `anyOf`. Types that cannot be told apart so stay a choice.
    """
    choices = [_closed(one) for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
    shared = {key for choice in choices for key in choice if sum(key in one for one in choices) > 1}
    if shared - {"type", FORM, COLLECTION}:
        return {**rest, "anyOf": choices}
    for choice in reversed(choices):
        rest |= {key: value for key, value in choice.items() if key not in shared or key not in rest}
    if "type" in shared:
        rest["type"] = [kind for choice in choices for kind in _listed(choice["type"])]
    if FORM in shared:
        rest[FORM] = "_or_".join(str(choice[FORM]) for choice in reversed(choices))
    return rest


def _closed(schema: Mapping[str, Any]) -> Schema:
    """A mapping whose keys have a form has no keys of another form; what its keys are is its form."""
    if "anyOf" in schema:
        return _without_null(schema)
    closed: Schema = {key: _closed(value) if isinstance(value, dict) else value for key, value in schema.items()}
    if closed.get("type") == "array":
        closed[FORM] = LIST
    if "patternProperties" in closed:
        closed["additionalProperties"] = False
    if any(isinstance(closed.get(key), dict) for key in _OF_A_MAPPING) and FORM not in closed:
        names = closed.pop("propertyNames", {})
        closed[FORM] = _form_of_mapping(closed)
        closed |= {key: value for key, value in names.items() if key == COLLECTION}
    return closed


def _form_of_mapping(schema: Mapping[str, Any]) -> str:
    patterns = schema.get("patternProperties", {})
    return BY_NAME if not patterns else BY_ID if ID_PATTERN in patterns else BY_YEAR


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
