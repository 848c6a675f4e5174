"""Changing a YAML text by splicing: only the characters of what changed, everything else byte for byte.

A batch of edits names places in the text as it stands. The text that comes of it is read again, and
unless it says exactly what the edits ask for, nothing comes of it but a finding.
"""

from stratbuild.rewrite.edits import AppendItem, Edit, RemoveItem, RemoveKey, SetKey, SetScalar, Unquoted, Value
from stratbuild.rewrite.rewriting import Refused, encode, rewrite

__all__ = [
    "AppendItem",
    "Edit",
    "Refused",
    "RemoveItem",
    "RemoveKey",
    "SetKey",
    "SetScalar",
    "Unquoted",
    "Value",
    "encode",
    "rewrite",
]
