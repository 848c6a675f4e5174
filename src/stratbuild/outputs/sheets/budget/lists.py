"""The sheet of reference lists: the codes that cells choose from, and the words that formulas put in."""

from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import economic_classifier, economic_titles
from stratbuild.outputs.sheets.cells import code, text
from stratbuild.render.workbook import Area, Cell, Row, Sheet, padded

_HEADER_ROW, _FIRST_ROW, _PROGRAMME = 3, 4, 6
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


def lists_sheet(book: Book) -> tuple[Sheet, Names]:
    """On the left the words, on the right the economic codes, those that money may be planned on first."""
    titles = economic_titles(book)
    table = economic_classifier(book)
    leaves = [one for one in titles if table is not None and table.is_leaf(one)]
    others = [one for one in titles if one not in leaves]
    left = [(f"label_{name}", book.say(words)) for name, words in _LABELS.items()]
    right = [*leaves, *others]
    rows = []
    for place in range(max(len(left), len(right))):
        cells: list[Cell | None] = [text(left[place][1]) if place < len(left) else None, None]
        if place < len(right):
            planned = book.say("code_leaf" if place < len(leaves) else "code_group")
            cells += [code(right[place]), text(titles[right[place]]), text(planned)]
        rows.append(Row(tuple(cells)))
    programmes = sorted({one.code: book.text(one.title) for one in book.plan.strategy.programmes.values()}.items())
    for place, (number, title) in enumerate(programmes):
        if place == len(rows):
            rows.append(Row(()))
        rows[place] = Row((*padded(rows[place].cells, _PROGRAMME), code(number), text(title)))
    header = list(book.headers("list_words"))
    if right:
        header += [Cell(), *book.headers("economic_code", "economic_name", "list_use")]
    if programmes:
        header = [*header, *[Cell()] * (_PROGRAMME - len(header)), *book.headers("programme_code", "programme_name")]
    sheet = Sheet(
        name=book.titles["lists"],
        widths=(44, 3, 10, 70, 26, 3, 12, 60),
        rows=(
            *title_rows(book.say("lists_title"), book.say("lists_note")),
            Row(()),
            Row(tuple(cell if cell != Cell() else None for cell in header)),
            *rows,
        ),
        frozen=(_FIRST_ROW, 0),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        protected=True,
    )
    names = {name: Area(_FIRST_ROW + at, 0, _FIRST_ROW + at, 0) for at, (name, _) in enumerate(left)}
    if right:
        names["kekv_code"] = Area(_FIRST_ROW, 2, _FIRST_ROW + len(right) - 1, 2)
        names["kekv_name"] = Area(_FIRST_ROW, 3, _FIRST_ROW + len(right) - 1, 3)
    if programmes:
        names["programme_list"] = Area(_FIRST_ROW, _PROGRAMME, _FIRST_ROW + len(programmes) - 1, _PROGRAMME)
    if leaves:
        names["kekv_leaf"] = Area(_FIRST_ROW, 2, _FIRST_ROW + len(leaves) - 1, 2)
    return sheet, names
