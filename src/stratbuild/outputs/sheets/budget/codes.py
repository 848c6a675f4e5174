"""The sheets of codes: money by economic code and by budget programme, each by year and by fund."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from stratbuild.model.budget import Amount, economic_code, programme
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.financing import fund_label, fund_word, uses_development_budget
from stratbuild.outputs.sheets.budget.lines import economic_titles, status_cell
from stratbuild.outputs.sheets.cells import (
    code,
    fixed_column,
    fixed_row,
    headroom,
    money,
    money_width,
    part_of,
    sum_across,
    sum_down,
    text,
)
from stratbuild.quantity import ZERO, Money
from stratbuild.render.workbook import Alert, Area, Cell, Row, Sheet, Style, address, padded
from stratbuild.render.workbook_contract import EditableColumn, EditableRow, EditableTable, Form
from stratbuild.render.workbook_editable import machine_header
from stratbuild.schema.programme import BudgetProgramme
from stratbuild.schema.source import Fund

_MACHINE_ROW, _HEADER_ROW, _FIRST_ROW, _FIRST_YEAR = 3, 4, 5, 2


@dataclass(frozen=True)
class _Code:
    """One code, or the money without one; or a group of codes, whose rows follow."""

    value: str | None
    title: str
    is_group: bool = False
    below: int = 0
    """How many codes of the group follow."""


@dataclass(frozen=True)
class _Codes:
    """What makes one of the two sheets: its key, how an amount is given a code, the codes in order."""

    key: str
    key_of: Callable[[Amount], object]
    codes: tuple[_Code, ...]
    limits: Mapping[str, BudgetProgramme] = field(default_factory=dict)
    """By code: the programme with its ceilings, where there are any."""


def economic_sheet(book: Book) -> tuple[Sheet, Names]:
    """By economic code; where the classifier knows the classes of expenditure, under them."""
    titles = economic_titles(book)
    used = _used(book, economic_code)
    grouped: dict[str, list[str]] = {}
    for one in used:
        grouped.setdefault(f"{one[0]}000", []).append(one)
    codes: list[_Code] = []
    if titles and all(group in titles for group in grouped):
        for group, members in grouped.items():
            codes.append(_Code(group, titles[group], is_group=True, below=len(members)))
            codes += [_Code(one, titles.get(one, "")) for one in members]
    else:
        codes = [_Code(one, titles.get(one, "")) for one in used]
    codes.append(_Code(None, book.say("no_economic")))
    return _sheet(book, _Codes("economic", economic_code, tuple(codes)))


def programme_sheet(book: Book) -> tuple[Sheet, Names]:
    """By budget programme; its name is that of the typical programme where the classifier was given."""
    classifier = book.plan.strategy.settings.classifiers.programme
    table = book.plan.classifiers.get(classifier.value) if classifier is not None else None
    names: Mapping[str, str] = table.names if table is not None else {}
    own = {one.code: one for one in book.plan.strategy.programmes.values()}
    listed = sorted({*_used(book, programme), *own})
    codes = [_Code(one, book.text(own[one].title) if one in own else names.get(one[-4:], "")) for one in listed]
    limits = own if any(one.ceilings for one in own.values()) else {}
    return _sheet(book, _Codes("programme", programme, (*codes, _Code(None, book.say("no_programme"))), limits))


def _funds(book: Book) -> tuple[str, ...]:
    """The funds that stand beside each other; the development budget where any source is in it."""
    funds = [fund for fund in Fund if fund is not Fund.DEVELOPMENT or uses_development_budget(book)]
    return (*(fund_word(book, fund) for fund in funds), "fund_none")


def _over(share: int, count: int, last: int) -> Alert:
    first = share + 1 + count
    return Alert(Area(_FIRST_ROW, first, last, first + count - 1), "<", 0)


def _used(book: Book, key: Callable[[Amount], object]) -> tuple[str, ...]:
    """The codes of all lines in ascending order, those of lines without money too."""
    lines = book.plan.strategy.budget_lines.values()
    values = {str(found) for line in lines if (found := key(Amount(line, 0, None, ZERO))) is not None}
    return tuple(sorted(values))


def _sheet(book: Book, codes: _Codes) -> tuple[Sheet, Names]:
    count = len(book.years)
    funds = _funds(book)
    total, first_fund = _FIRST_YEAR + count, _FIRST_YEAR + count + 1
    share = first_fund + len(funds)
    last = _FIRST_ROW + len(codes.codes) - 1
    amounts = _amounts(book, codes)
    columns = [*range(_FIRST_YEAR, share)]
    everything = Money.total(one.money for one in book.plan.budget.amounts)
    whole = address(last + 1, total, row_fixed=True)
    header = (
        *book.headers(f"{codes.key}_code", f"{codes.key}_name"),
        *book.year_headers("amount_of_year"),
        *book.headers("total_money", *funds, "share"),
    )
    editable: dict[int, EditableColumn] = {}
    limit_table: tuple[EditableTable, ...] = ()
    if codes.limits:
        header = (*header, *book.year_headers("ceiling_of_year"), *book.year_headers("headroom_of_year"))
        editable = {
            share + 1 + place: EditableColumn(f"ceiling_{year}", ("ceilings", str(year)), Form.SUM)
            for place, year in enumerate(book.years)
        }
        owners = [codes.limits.get(one.value or "") for one in codes.codes]
        listed = tuple(None if one is None else EditableRow(one.code, one.id) for one in owners)
        limit_table = (EditableTable("programmes", "programmes", _MACHINE_ROW, _FIRST_ROW, 0, editable, listed),)
    rows = []
    for place, one in enumerate(codes.codes):
        at = _FIRST_ROW + place
        values = _group_values(codes, amounts, place) if one.is_group else amounts[one.value]
        part = part_of(values[count], everything, (address(at, total), whole), Style.GROUP if one.is_group else Style.PLAIN)
        owner = codes.limits.get(one.value or "")
        limits = _limit_cells(book, owner, at, values, share) if owner is not None else ()
        cells = (*_first_cells(one), *_value_cells(book, codes, one, at, values), part, *limits)
        rows.append(Row(cells, _level(codes, place)))
    totals = [
        sum_down(_FIRST_ROW, last, column, [amounts[one.value][at] for one in codes.codes if not one.is_group])
        for at, column in enumerate(columns)
    ]
    label = padded((Cell(book.say("total"), style=Style.TOTAL),), _FIRST_YEAR, Cell(style=Style.TOTAL))
    sheet = Sheet(
        name=book.titles[f"{codes.key}s"],
        widths=(13, 54, *(money_width(everything),) * (share - _FIRST_YEAR), 9, *(money_width(everything),) * len(editable) * 2),
        rows=(
            *title_rows(book.say(f"{codes.key}_title"), book.note(f"{codes.key}_note", "budget_lines"), status_cell(book)),
            machine_header(f"{codes.key}s", 0, editable),
            Row(header),
            *rows,
            Row((*label, *totals, part_of(everything, everything, (whole, whole), Style.TOTAL))),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(header) - 1),
        protected=True,
        tables=limit_table,
        alerts=(_over(share, count, last),) if codes.limits else (),
    )
    names = {
        f"{codes.key}s_{year}": Area(last + 1, _FIRST_YEAR + at, last + 1, _FIRST_YEAR + at) for at, year in enumerate(book.years)
    }
    names[f"{codes.key}s_total"] = Area(last + 1, total, last + 1, total)
    if codes.limits:
        names["programme_headroom"] = Area(_FIRST_ROW, share + 1 + count, last, share + 2 * count)
    return sheet, names


def _amounts(book: Book, codes: _Codes) -> dict[str | None, list[Money]]:
    """By code: the sums of the years, of all years, and of the funds over all years."""
    budget = book.plan.budget
    by_year = budget.by(codes.key_of, year_of)
    by_fund = budget.by(codes.key_of, lambda amount: fund_label(book, amount.source))
    labels = [book.say(fund) for fund in _funds(book)]
    found: dict[str | None, list[Money]] = {}
    for one in codes.codes:
        years = [by_year.get((one.value, year), ZERO) for year in book.years]
        found[one.value] = [*years, Money.total(years), *(by_fund.get((one.value, label), ZERO) for label in labels)]
    return found


def _group_values(codes: _Codes, amounts: dict[str | None, list[Money]], place: int) -> list[Money]:
    members = codes.codes[place + 1 : place + 1 + codes.codes[place].below]
    return [Money.total(column) for column in zip(*(amounts[one.value] for one in members), strict=True)]


def _first_cells(one: _Code) -> tuple[Cell, ...]:
    style = Style.GROUP if one.is_group else Style.PLAIN
    return code(one.value if one.value is not None else one.title, style), text(one.title, style)


def _value_cells(book: Book, codes: _Codes, one: _Code, at: int, values: list[Money]) -> list[Cell]:
    count = len(book.years)
    if one.is_group:
        return [sum_down(at + 1, at + one.below, _FIRST_YEAR + place, [value], Style.GROUP) for place, value in enumerate(values)]
    key = fixed_column(at, 0)
    is_this = f'--(line_{codes.key}="")' if one.value is None else f"--EXACT(line_{codes.key},{key})"
    cells = [money(value, formula=f"SUMPRODUCT({is_this},amt_{year})") for year, value in zip(book.years, values, strict=False)]
    cells.append(sum_across(at, _FIRST_YEAR, values[:count], Style.SUBTOTAL))
    for place, value in enumerate(values[count + 1 :], start=_FIRST_YEAR + count + 1):
        fund = fixed_row(_HEADER_ROW, place)
        formula = f"SUMPRODUCT(EXACT(fact_{codes.key},{key})*(fact_fund={fund}),fact_total)"
        cells.append(money(value, formula=formula))
    return cells


def _level(codes: _Codes, place: int) -> int:
    for before in range(place - 1, -1, -1):
        if codes.codes[before].is_group:
            return 1 if place <= before + codes.codes[before].below else 0
    return 0


def _limit_cells(book: Book, programme_of: BudgetProgramme, at: int, values: list[Money], share: int) -> tuple[Cell, ...]:
    """The ceilings of a programme, which are entered, and what is left of each."""
    ceilings = [money(programme_of.ceilings.get(year), Style.INPUT) for year in book.years]
    left = []
    for place, year in enumerate(book.years):
        limit, spent = address(at, share + 1 + place), address(at, _FIRST_YEAR + place)
        left.append(headroom(programme_of.ceilings.get(year), values[place], limit, spent))
    return (*ceilings, *left)
