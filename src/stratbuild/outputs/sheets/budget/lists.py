"""The sheet of reference lists: the codes that cells choose from, and the words that formulas put in."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import economic_classifier, economic_titles
from stratbuild.outputs.sheets.cells import code, text
from stratbuild.render.workbook import Area, Cell, Row, Sheet

_HEADER_ROW, _FIRST_ROW = 3, 4
_LABELS = {
    "agrees": "agrees",
    "differs": "differs",
    "all_pass": "all_checks_pass",
    "some_fail": "some_checks_fail",
    "no_source": "no_source",
    "all_years": "all_years",
    "rest_word": "rest_word",
    "no_economic": "no_economic",
    "no_programme": "no_programme",
    "unconfirmed": "unconfirmed",
}
"""By the end of a defined name `label_…`: the words that it leads to."""


@dataclass(frozen=True)
class _Block:
    """A list beside the others: the column that it begins in, the names of its headers, its rows."""

    column: int
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def area(self, column: int = 0, count: int | None = None) -> Area:
        """The cells of one of its columns, or of the first few rows of it."""
        last = _FIRST_ROW + (len(self.rows) if count is None else count) - 1
        return Area(_FIRST_ROW, self.column + column, last, self.column + column)


def lists_sheet(book: Book) -> tuple[Sheet, Names]:
    """The words, the economic codes (those that money may be planned on first), the programmes, the measures."""
    blocks = [block for block in (_words(book), _codes(book), _programmes(book), _measures(book)) if block.rows]
    width = max(block.column + len(block.headers) for block in blocks)
    rows = []
    for place in range(-1, max(len(block.rows) for block in blocks)):
        cells: list[Cell | None] = [None] * width
        for block in blocks:
            found = book.headers(*block.headers) if place < 0 else block.rows[place] if place < len(block.rows) else ()
            cells[block.column : block.column + len(found)] = found
        rows.append(Row(tuple(cells)))
    sheet = Sheet(
        name=book.titles["lists"],
        widths=(44, 3, 10, 70, 26, 3, 12, 60, 3, 16, 60)[:width],
        rows=(*title_rows(book.say("lists_title"), book.say("lists_note")), Row(()), *rows),
        frozen=(_FIRST_ROW, 0),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        protected=True,
    )
    return sheet, _names(book, {block.headers[0]: block for block in blocks})


def _names(book: Book, blocks: Mapping[str, _Block]) -> dict[str, Area]:
    names = {f"label_{name}": Area(_FIRST_ROW + at, 0, _FIRST_ROW + at, 0) for at, name in enumerate(_LABELS)}
    if "economic_code" in blocks:
        names["kekv_code"] = blocks["economic_code"].area()
        names["kekv_name"] = blocks["economic_code"].area(1)
        leaves = len(_leaves(book))
        if leaves:
            names["kekv_leaf"] = blocks["economic_code"].area(count=leaves)
    for name, header in (("programme_list", "programme_code"), ("measure_list", "list_measure")):
        if header in blocks:
            names[name] = blocks[header].area()
    return names


def _words(book: Book) -> _Block:
    return _Block(0, ("list_words",), tuple((text(book.say(words)),) for words in _LABELS.values()))


def _codes(book: Book) -> _Block:
    titles, leaves = economic_titles(book), _leaves(book)
    listed = [*leaves, *(one for one in titles if one not in leaves)]
    rows = ((code(one), text(titles[one]), text(book.say("code_leaf" if one in leaves else "code_group"))) for one in listed)
    return _Block(2, ("economic_code", "economic_name", "list_use"), tuple(rows))


def _leaves(book: Book) -> tuple[str, ...]:
    table = economic_classifier(book)
    return tuple(one for one in economic_titles(book) if table is not None and table.is_leaf(one))


def _programmes(book: Book) -> _Block:
    named = sorted({one.code: book.text(one.title) for one in book.plan.strategy.programmes.values()}.items())
    return _Block(6, ("programme_code", "programme_name"), tuple((code(number), text(title)) for number, title in named))


def _measures(book: Book) -> _Block:
    listed = book.plan.coverage.measures_in_order()
    return _Block(9, ("list_measure", "list_measure_title"), tuple((code(one.id), text(book.text(one.title))) for one in listed))
