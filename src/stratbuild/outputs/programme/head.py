"""The head of a form's table: titles of columns, and above those that belong together the title of their group."""

from collections.abc import Sequence
from itertools import groupby

from stratbuild.render.ast import Cell, Row


def headed(titles: Sequence[tuple[str, str]]) -> Sequence[Row]:
    """The rows of the head for every column's group and title; none where no column has a group, and titles are enough."""
    if not any(group for group, _ in titles):
        return ()
    upper, lower = list[Cell](), list[Cell]()
    for group, some in groupby(titles, key=lambda one: one[0]):
        columns = [title for _, title in some]
        if group:
            upper.append(Cell(group, columns=len(columns)))
            lower += [Cell(title) for title in columns]
        else:
            upper += [Cell(title, rows=2) for title in columns]
    return (Row(upper), Row(lower))
