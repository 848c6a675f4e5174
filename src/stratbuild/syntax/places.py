"""Where every key and every value of a file stands, counted out only when somebody asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stratbuild.diagnostics import Span
from stratbuild.syntax.parse import Data, Tree

Location = Sequence[str | int]
"""The way to a value from the top of a file: `("measures", 3, "funding", "S-LOCAL")`."""
