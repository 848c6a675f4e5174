"""What nobody sees who looks at a workbook, and what is read all the same: hidden rows, columns, sheets."""

from collections.abc import Iterator, Sequence

from stratbuild.exchange.known_rows import ReadTable
from stratbuild.exchange.proposal import HiddenPlace
from stratbuild.render.workbook import address


def hidden_places(tables: Sequence[ReadTable]) -> Iterator[HiddenPlace]:
    """Every table of which something is hidden: rows by hand or by a filter, columns, the whole sheet."""
    for read in tables:
        table, sheet = read.table, read.table.sheet
        numbers = {row.row.number for row in read.rows if row.key in table.base.rows}
        rows = tuple(number + 1 for number in sheet.hidden_rows if number in numbers)
        columns = tuple(address(0, place).rstrip("1") for place in sorted(table.places.values()) if sheet.is_column_hidden(place))
        if rows or columns or sheet.hidden:
            yield HiddenPlace(sheet.name, rows, columns, sheet.hidden)
