"""The first sheet: what the workbook is, how to read it, and whether all its sums agree."""

from stratbuild.outputs.sheets.book import Book, Names
from stratbuild.outputs.sheets.budget.checks import ceilings_exceeded
from stratbuild.outputs.sheets.cells import money, text, whole
from stratbuild.render.workbook import Alert, Area, Cell, Row, Sheet, Style

_LEGEND = (
    ("legend_input", Style.INPUT),
    ("legend_formula", Style.PLAIN),
    ("legend_sum", Style.SUBTOTAL),
    ("legend_total", Style.TOTAL),
    ("legend_alert", Style.ALERT),
)


def about_sheet(book: Book) -> tuple[Sheet, Names]:
    """Title, edition, units of measure, the master check, contents, legend."""
    settings, budget = book.plan.strategy.settings, book.plan.budget
    rows = [
        Row((Cell(book.say("about_title"), style=Style.TITLE, wrap=False),)),
        Row((Cell(book.text(settings.title), style=Style.NOTE, wrap=False),)),
        Row(()),
        _pair(book, "about_community", text(book.text(settings.community.name))),
        _pair(book, "about_edition", text(book.locale.day(book.edition.as_of))),
        _pair(book, "about_revision", text(book.edition.revision)),
        _pair(book, "about_stage", text(book.say(f"stage_{settings.stage.value}"))),
        _pair(book, "about_units", text(book.say("about_units_text", currency=book.currency))),
    ]
    if book.plan.scenario is not None:
        rows.append(_pair(book, "scenario_id", text(book.text(book.plan.scenario.title))))
    if settings.price_base is not None:
        rows.append(_pair(book, "about_prices", text(book.say("about_prices_text", year=str(settings.price_base)))))
    if settings.illustrative is not None:
        rows.append(_pair(book, "about_illustrative", text(book.text(settings.illustrative.note))))
    rows += [Row(()), _heading(book, "about_checks")]
    status_row = len(rows)
    status = 'IF(check_total=0,label_all_pass,label_some_fail&" "&check_total)'
    rows += [
        _pair(book, "about_verdict", Cell(book.say("all_checks_pass"), style=Style.TOTAL, formula=status)),
        _pair(book, "about_failed", whole(0, Style.TOTAL, 'COUNTIF(check_differences,"<>0")')),
        _pair(book, "about_total", money(budget.total, Style.TOTAL, "lines_total")),
        _pair(book, "about_exceeded", ceilings_exceeded(book, Style.TOTAL)),
        Row(()),
        _heading(book, "about_contents"),
        *(Row((text(name), text(book.say(f"contents_{key}")))) for key, name in book.titles.items() if key != "about"),
        Row(()),
        _heading(book, "about_legend"),
        *(Row((Cell(book.say(name), style=style), text(book.say(f"{name}_text")))) for name, style in _LEGEND),
        Row(()),
        _heading(book, "about_use"),
        *(Row((text(str(number)), text(book.say(f"use_{number}")))) for number in range(1, 7)),
    ]
    sheet = Sheet(
        name=book.titles["about"],
        widths=(30, 92),
        rows=tuple(rows),
        protected=True,
        portrait=True,
        alerts=tuple(Alert(Area(row, 1, row, 1), "!=", 0) for row in (status_row + 1, status_row + 3)),
    )
    names = {
        "check_status": Area(status_row, 1, status_row, 1),
        "check_total": Area(status_row + 1, 1, status_row + 1, 1),
        "about_total": Area(status_row + 2, 1, status_row + 2, 1),
    }
    return sheet, names


def _pair(book: Book, name: str, value: Cell) -> Row:
    return Row((text(book.say(name, currency=book.currency), Style.SUBTOTAL), value))


def _heading(book: Book, name: str) -> Row:
    return Row((Cell(book.say(name), style=Style.HEADING, wrap=False), Cell(style=Style.HEADING)))
