"""The sheet of risks: the register with expected losses, and what the draws say of money and time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from stratbuild.outputs.chapters.risk_assumptions import assumptions_told
from stratbuild.outputs.chapters.risk_results import contributor, ends_rows
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.sheets.book import Book, Names, title_rows
from stratbuild.outputs.sheets.cells import code, money, money_width, text, whole
from stratbuild.planning.risk import MoneySpread, RiskResult, money_effect, risk
from stratbuild.quantity import WHOLE, ZERO, Money
from stratbuild.render.workbook import Area, Cell, Kind, Row, Sheet, Style, address, padded
from stratbuild.schema.risk import Risk

_HEADER_ROW, _FIRST_ROW = 2, 3
_BEFORE = ("number", "risk", "category", "measures", "probability", "effect_low", "effect_likely", "effect_high", "expected")
_AFTER = ("delay", "owner", "response", "action", "id")
_PROBABILITY, _EFFECT, _EXPECTED = 4, 5, 8
_WIDTH = len(_BEFORE) + len(_AFTER)
_SHARE_PATTERN = "0.0###%"


def risks_sheet(book: Book) -> tuple[Sheet, Names] | None:
    """The register and the results; nothing where the strategy states neither ranges nor risks."""
    found = book.plan.once(risk)
    if found is None:
        return None
    told = PlanInWords(book.plan, book.locale)
    register = [_register_row(book, one, number) for number, one in enumerate(book.plan.strategy.risks.values(), start=1)]
    last = _FIRST_ROW + max(len(register), 1) - 1
    total = Money.total(lost for _, lost in register)
    formula = f"SUM({Area(_FIRST_ROW, _EXPECTED, last, _EXPECTED)})"
    label = padded((Cell(_say(book, "total"), style=Style.TOTAL),), _EXPECTED, Cell(style=Style.TOTAL))
    total_row = Row(padded((*label, money(total, Style.TOTAL, formula)), _WIDTH, Cell(style=Style.TOTAL)))
    results = list(_results(book, told, found))
    sheet = Sheet(
        name=book.titles["risks"],
        widths=(10, 52, *(money_width(found.total.p80, 16.0),) * 7, 22, 24, 14, 48, 16),
        rows=(
            *title_rows(_say(book, "sheet_title"), _note(book)),
            Row(_headers(book, *_BEFORE, *_AFTER)),
            *(Row(cells) for cells, _ in register),
            *(() if register else (Row(()),)),
            total_row,
            Row(()),
            *results,
        ),
        frozen=(_FIRST_ROW, 2),
        repeated=(_HEADER_ROW, _HEADER_ROW),
    )
    return sheet, {"risks_expected": Area(last + 1, _EXPECTED, last + 1, _EXPECTED)}


def _register_row(book: Book, one: Risk, number: int) -> tuple[tuple[Cell | None, ...], Money]:
    """The cells of a risk, and what is lost by it on the average of all that may happen."""
    row, measures = _FIRST_ROW + number - 1, book.plan.strategy.measures
    effect, units = money_effect(book.plan, one), book.plan.strategy.units
    lost = ZERO if effect is None else Money.total(effect).times(Fraction(one.probability / WHOLE) / len(effect))
    first, last = address(row, _EFFECT), address(row, _EFFECT + 2)
    formula = f"ROUND({address(row, _PROBABILITY)}*SUM({first}:{last})/3,2)"
    delay = ""
    if one.delay is not None:
        shown = (book.locale.duration(each) for each in (one.delay.shortest, one.delay.longest))
        delay = " – ".join(shown)
    cells = (
        whole(number),
        text(book.text(one.title)),
        text(_say(book, f"category_{one.category.value}")),
        text(book.codes_of(measures[id_] for id_ in one.measures)),
        Cell(one.probability / WHOLE, Kind.SHARE, pattern=_SHARE_PATTERN),
        *(money(each) for each in (effect or (None, None, None))),
        money(lost, formula=formula),
        text(delay),
        text(book.unit_name(units[one.owner]) if one.owner else _say(book, "no_owner")),
        text(_say(book, f"response_{one.response.value}") if one.response else ""),
        text(book.text(one.action)),
        code(one.id),
    )
    return cells, lost


def _results(book: Book, told: PlanInWords, found: RiskResult) -> Iterator[Row]:
    """What the draws say: money by year and source, dates, what drives them, and what it rests on."""
    yield _heading(_say(book, "money_heading"))
    yield _header(book, "year", "source", "planned", "mean", "p50", "p80", "contingency")
    spreads: list[tuple[str, str, MoneySpread, Money]] = [
        *((str(one), _say(book, "all_sources"), of, found.contingency_of_year(one)) for one, of in found.by_year.items()),
        *(
            (_say(book, "all_years"), told.source(one), of, found.contingency_of_source(one))
            for one, of in found.by_source.items()
        ),
        *((str(one[0]), told.source(one[1]), of, found.contingency[one]) for one, of in found.by_year_and_source.items()),
    ]
    for year, source, spread, part in spreads:
        yield Row(_spread_cells((year, source), spread, part, Style.PLAIN))
    yield Row(_spread_cells((_say(book, "total"), ""), found.total, found.contingency_total, Style.TOTAL))
    yield Row((None, text(_say(book, "money_kept")), None, None, _share(found.total_kept)))
    yield Row(())
    if found.end is not None:
        yield _heading(_say(book, "end_heading"))
        yield _header(book, "number", "what", "planned", "end_p50", "end_p80", "deadline", "kept")
        for number, cells in enumerate(ends_rows(told, found), start=1):
            yield Row((whole(number), *map(text, cells)))
        yield Row(())
    for title, some in (
        ("money_contributors_caption", found.money_contributors),
        ("end_contributors_caption", found.end_contributors),
    ):
        if some:
            yield _heading(_say(book, title))
            yield _header(book, "number", "contributor", "share")
            for number, one in enumerate(some, start=1):
                yield Row((whole(number), text(contributor(told, one)), _share(one.share)))
            yield Row(())
    yield _heading(_say(book, "assumptions_heading"))
    for sentence in assumptions_told(told, found):
        yield Row((Cell(sentence, style=Style.NOTE, wrap=False),))


def _spread_cells(names: Sequence[str], spread: MoneySpread, part: Money, style: Style) -> tuple[Cell, ...]:
    sums = (spread.planned, spread.mean, spread.p50, spread.p80, part)
    return (*(text(name, style) for name in names), *(money(one, style) for one in sums))


def _share(per_cent: Decimal) -> Cell:
    return Cell(per_cent / WHOLE, Kind.SHARE, pattern=_SHARE_PATTERN)


def _heading(title: str) -> Row:
    return Row((Cell(title, style=Style.HEADING, wrap=False),))


def _header(book: Book, *names: str) -> Row:
    return Row(_headers(book, *names))


def _headers(book: Book, *names: str) -> tuple[Cell, ...]:
    return tuple(Cell(_say(book, name, currency=book.currency), style=Style.HEADER) for name in names)


def _note(book: Book) -> str:
    """The words below the title, and that the figures are illustrative where the strategy says so."""
    illustrative = book.plan.strategy.settings.illustrative
    told = [*(f"{scenario}." for scenario in book.scenario_note), _say(book, "sheet_note", currency=book.currency)]
    if illustrative is not None and {"budget_lines", "risks", "estimate_classes"} & {*illustrative.lists}:
        told.append(book.locale.say("papers.illustrative"))
    return " ".join(told)


def _say(book: Book, name: str, **facts: object) -> str:
    return book.locale.say(f"risks.{name}", **facts)
