"""Reading: the only stage that opens the strategy's files and the program's own templates."""

from stratbuild.source.decode import FORBIDDEN, SourceText, decode, describe
from stratbuild.source.folder import read_file, read_folder
from stratbuild.source.resources import resource, resource_text

__all__ = ["FORBIDDEN", "SourceText", "decode", "describe", "read_file", "read_folder", "resource", "resource_text"]
