"""Tables of other programs as CSV: rows with the lines that they stand on."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t")
"""The signs that may stand between cells."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it is written, from the line that it begins on to that on which it ends."""

    first: int
    last: int
    cells: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing but spaces."""
        return not any(cell.strip() for cell in self.cells)


class NotReadable(Exception):
    """A quote that begins on a line ends nowhere, or what follows it is no table."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def table_rows(content: str, delimiter: str) -> Iterator[TableRow]:
    """Every row, empty ones too; `NotReadable` at one that does not end."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise NotReadable(first) from None
        yield TableRow(first, reader.line_num, cells)
