"""Which generated files there are, and what stands in each."""

import json
import re
from collections.abc import Mapping
from typing import Any

from stratbuild.reference.checks_page import checks_page
from stratbuild.reference.json_schema import entity_schema, file_schema
from stratbuild.reference.language_page import language_page
from stratbuild.render.locale import languages
from stratbuild.schema.file import kinds

FILE_SCHEMA = "strategy-file.schema.json"
"""The name of the schema that editors use, in the folder of every language."""


def reference_files() -> Mapping[str, str]:
    """Every generated file by its path below `schemas/`, with its text; the same for the same code and words."""
    files: dict[str, str] = {}
    for language in languages():
        files[f"{language}/{FILE_SCHEMA}"] = _written(file_schema(language))
        for kind in kinds().values():
            files[f"{language}/{_hyphenated(kind.__name__)}.schema.json"] = _written(entity_schema(kind, language))
        files[f"language.{language}.md"] = language_page(language)
        files[f"checks.{language}.md"] = checks_page(language)
    return dict(sorted(files.items()))


def _written(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _hyphenated(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
