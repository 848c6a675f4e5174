"""The sheet of what changed since an earlier edition: every line with other money, was, is, difference, and room to say why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.budget.lines import ordered_lines, status_cell
from stratbuild.outputs.sheets.cells import code, fixed_column, money, money_width, sum_across, sum_down, text
from stratbuild.quantity import ZERO, Money
from stratbuild.render.earlier import EarlierBudget
from stratbuild.render.workbook import Area, Cell, Row, Sheet, Style, address, padded

_HEADER_ROW, _FIRST_ROW, _FIRST_YEAR = 3, 4, 3


@dataclass(frozen=True)
class _Changed:
    """A line of either edition whose money differs."""

    id: str
    title: str
    kind: str
    was: dict[int, Money]
    now: dict[int, Money]


def has_earlier(book: Book) -> bool:
    """Whether an earlier edition was given to compare with."""
    return book.edition.earlier is not None


def since_sheet(book: Book) -> tuple[Sheet, Names]:
    """Lines that came, went or cost otherwise, in the printed order, those that went last; the sums bridge the two totals."""
    earlier = book.edition.earlier
    if earlier is None:
        raise ValueError("no earlier edition")
    years = tuple(sorted({*book.years, *(year for by_year in earlier.amounts.values() for year in by_year)}))
    changed = list(_changed(book, earlier, years))
    last = _FIRST_ROW + max(len(changed), 1) - 1
    blocks = ("was_of_year", "now_of_year", "difference_of_year")
    heads = [
        *book.headers("fact_line", "column_title", "since_kind"),
        *(book.year_header(name, year) for name in blocks for year in years),
        *book.headers("since_difference", "since_why"),
    ]
    count = len(years)
    widest = money_width(max(book.plan.budget.total, earlier.total))
    label = (Cell(book.say("total"), style=Style.TOTAL, wrap=False),)
    totals = [sum_down(_FIRST_ROW, last, _FIRST_YEAR + place, values) for place, values in enumerate(_columns(changed, years))]
    rows = [Row(tuple(_cells(book, one, _FIRST_ROW + at, years))) for at, one in enumerate(changed)]
    note = book.say("since_note", currency=book.currency, revision=earlier.revision, day=_day(book, earlier))
    sheet = Sheet(
        name=book.titles["since"],
        widths=(18, 46, 11, *(widest,) * (3 * count + 1), 44),
        rows=(
            *title_rows(book.say("since_title"), note, status_cell(book)),
            Row(tuple(heads)),
            *(rows or [Row((Cell(book.say("since_nothing"), style=Style.NOTE, wrap=False),))]),
            Row((*padded(label, _FIRST_YEAR, Cell(style=Style.TOTAL)), *totals, Cell(style=Style.TOTAL))),
            Row(()),
            *_bridge(book, earlier, last + 3, _FIRST_YEAR + 3 * count, last + 1),
            Row(()),
            Row((Cell(book.say("since_sources"), style=Style.HEADING, wrap=False),)),
            Row((*book.headers("source_id", "source_title", "since_kind"), *heads[3:-1])),
            *_by_source(book, earlier, last + 9, years),
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
        filtered=Area(_HEADER_ROW, 0, last, len(heads) - 1),
        protected=True,
    )
    return sheet, {"since_now": Area(last + 5, 1, last + 5, 1)}


def _day(book: Book, earlier: EarlierBudget) -> str:
    """The day of the earlier edition in the words of the language; a file that lost it is said to name none."""
    try:
        return book.locale.day(date.fromisoformat(earlier.as_of))
    except ValueError:
        return book.say("since_unknown_day")


def _changed(book: Book, earlier: EarlierBudget, years: tuple[int, ...]) -> Iterator[_Changed]:
    for line in ordered_lines(book):
        now, was = dict(book.plan.budget.of_line(line.id)), dict(earlier.amounts.get(line.id, {}))
        if line.id not in earlier.amounts:
            yield _Changed(line.id, book.text(line.title), "since_new", was, now)
        elif any(now.get(year, ZERO) != was.get(year, ZERO) for year in years):
            yield _Changed(line.id, book.text(line.title), "since_changed", was, now)
    for id_, by_year in earlier.amounts.items():
        if id_ not in book.plan.strategy.budget_lines:
            yield _Changed(id_, earlier.titles.get(id_, id_), "since_gone", dict(by_year), {})


def _columns(changed: list[_Changed], years: tuple[int, ...]) -> Iterator[list[Money]]:
    for year in years:
        yield [one.was.get(year, ZERO) for one in changed]
    for year in years:
        yield [one.now.get(year, ZERO) for one in changed]
    for year in years:
        yield [one.now.get(year, ZERO) - one.was.get(year, ZERO) for one in changed]
    yield [Money.total(one.now.values()) - Money.total(one.was.values()) for one in changed]


def _cells(book: Book, one: _Changed, at: int, years: tuple[int, ...]) -> Iterator[Cell]:
    count = len(years)
    yield code(one.id)
    yield text(one.title)
    yield text(book.say(one.kind))
    for year in years:
        yield money(one.was.get(year, ZERO))
    for year in years:
        live = one.kind != "since_gone" and year in book.years
        formula = f"N(INDEX(amt_{year},MATCH({fixed_column(at, 0)},line_id,0)))" if live else None
        yield money(one.now.get(year, ZERO), formula=formula)
    differences = [one.now.get(year, ZERO) - one.was.get(year, ZERO) for year in years]
    for place, difference in enumerate(differences):
        was, now = Area(at, _FIRST_YEAR + place, at, _FIRST_YEAR + place), _FIRST_YEAR + count + place
        yield money(difference, formula=f"ROUND({Area(at, now, at, now)}-{was},2)")
    yield sum_across(at, _FIRST_YEAR + 2 * count, differences, Style.SUBTOTAL)
    yield Cell(None, style=Style.INPUT)


def _bridge(book: Book, earlier: EarlierBudget, start: int, column: int, total_row: int) -> Iterator[Row]:
    """From the total of the earlier edition to that of this one."""
    difference = Area(total_row, column, total_row, column)
    first, second = Area(start, 1, start, 1), Area(start + 1, 1, start + 1, 1)
    yield Row((text(book.say("bridge_was"), Style.SUBTOTAL), money(earlier.total, Style.SUBTOTAL)))
    change = book.plan.budget.total - earlier.total
    yield Row((text(book.say("bridge_change"), Style.SUBTOTAL), money(change, Style.SUBTOTAL, str(difference))))
    total = book.plan.budget.total
    yield Row((text(book.say("bridge_now"), Style.TOTAL), money(total, Style.TOTAL, f"ROUND({first}+{second},2)")))


def _by_source(book: Book, earlier: EarlierBudget, start: int, years: tuple[int, ...]) -> Iterator[Row]:
    """Every source whose part is another one, though its lines may cost the same."""
    now = book.plan.budget.by(source_of, year_of)
    count, missing, at = len(years), book.say("no_source"), start
    named = [*book.plan.strategy.sources, None, *(id_ for id_ in earlier.paid if id_ not in book.plan.strategy.sources and id_)]
    for id_ in named:
        was, paid = earlier.paid.get(id_, {}), {year: now.get((id_, year), ZERO) for year in years}
        differences = [paid[year] - was.get(year, ZERO) for year in years]
        if not any(differences):
            continue
        source = book.plan.strategy.sources.get(id_ or "")
        cells = [code(id_ or missing), text(book.text(source.title) if source else missing if id_ is None else id_)]
        cells.append(text(book.say("since_changed")))
        cells += [money(was.get(year, ZERO)) for year in years]
        key = fixed_column(at, 0)
        for year in years:
            cells.append(money(paid[year], formula=f"SUMIFS(fact_{year},fact_source,{key})" if year in book.years else None))
        for place, difference in enumerate(differences):
            before, after = (address(at, _FIRST_YEAR + block * count + place) for block in (0, 1))
            cells.append(money(difference, formula=f"ROUND({after}-{before},2)"))
        cells.append(sum_across(at, _FIRST_YEAR + 2 * count, differences, Style.SUBTOTAL))
        yield Row(tuple(cells))
        at += 1
