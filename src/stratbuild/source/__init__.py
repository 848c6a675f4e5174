"""Reading: the only stage that opens the strategy's files and the program's own templates."""

from stratbuild.source.characters import FORBIDDEN, describe, unfit_characters
from stratbuild.source.decode import MOST_FINDINGS, SourceText, capped, decode, unfit_in
from stratbuild.source.folder import read_file, read_folder, read_table_file
from stratbuild.source.resources import resource, resource_text
from stratbuild.source.templates import INSTALLED, Templates

__all__ = [
    "FORBIDDEN",
    "INSTALLED",
    "MOST_FINDINGS",
    "SourceText",
    "Templates",
    "capped",
    "decode",
    "describe",
    "read_file",
    "read_folder",
    "read_table_file",
    "resource",
    "resource_text",
    "unfit_characters",
    "unfit_in",
]
