"""Reads the sums of finished papers by their labels: which row they are of, which year, in which unit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook

from printed import WORD, docx_part, value, words
from stratbuild.model import Plan
from stratbuild.model.budget import Key, economic_code, source, top_goal_of, year
from stratbuild.outputs.plan_in_words import in_words

TOTAL = "total"
_TOTALS = ("Разом", "Усього", "Усього за Стратегією", "Обсяг ресурсів, усього, у тому числі:", "Обсяг фінансових ресурсів")
_YEAR = re.compile(r"(?:Заплановано, )?(20[0-9]{2})(?: рік)?(?:, грн)?")
_WHOLE = re.compile(r"(?:Разом|Усього|За весь строк|Орієнтовний обсяг|Загальний обсяг)\b.*")
_SUM = re.compile(r"[−-]?[0-9][0-9\s\u00a0]*(?:,[0-9]+)?")

_MEASURE = re.compile("M-[A-Z0-9-]+")
"""A row of a measure has the name of a payer too, and it is not all that the payer gives."""

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Said:
    """One sum in a paper: of what, of which year or of all, and how it is written."""

    paper: str
    of: str
    when: str
    shown: str
    thousands: bool

    def agrees(self, expected: Decimal) -> bool:
        """Whether it is the expected sum, exactly or rounded as it is shown."""
        shown = (
            Decimal(0)
            if self.shown == "–"
            else Decimal(re.sub(r"[\s\u00a0]", "", self.shown).replace("−", "-").replace(",", "."))
        )
        exact = expected / 1000 if self.thousands else expected
        return shown == exact.quantize(Decimal(1).scaleb(int(shown.as_tuple().exponent)), ROUND_HALF_UP)


def expected_sums(plan: Plan) -> Mapping[tuple[str, str], Decimal]:
    """By what and year, or `total` for all years: the sums of the plan."""
    told, budget = in_words(plan, "uk"), plan.budget
    found: dict[tuple[str, str], Decimal] = {(TOTAL, TOTAL): budget.total.decimal}
    names: list[tuple[Key, str, tuple[str, ...]]] = []
    for id_ in plan.strategy.sources:
        names.append((source, id_, (told.source(id_), told.short_source(id_), told.text(plan.strategy.sources[id_].title))))
    by_goal = top_goal_of(plan.strategy)
    for goal in plan.coverage.top_goals:
        title = told.text(goal.title)
        names.append((by_goal, goal.id, (f"{told.code(goal.id)}. {title}", title, f"Стратегічна ціль. {title}")))
    for code in {one.line.economic_code for one in budget.amounts} - {None}:
        names.append((economic_code, str(code), (str(code),)))
    for at in budget.years:
        found[TOTAL, str(at)] = budget.total_by(year)[at].decimal
    for key, id_, spellings in names:
        for spelling in spellings:
            found[spelling, TOTAL] = budget.total_by(key)[id_].decimal
            for at in budget.years:
                sums = budget.by(key, year)
                found[spelling, str(at)] = sums[id_, at].decimal if (id_, at) in sums else Decimal(0)
    return found


def said_in(paper: str, grid: Grid, known: frozenset[str], *, thousands: bool) -> Iterator[Said]:
    """The sums of a table: in every row that begins with a known name, those below a year or below “total”."""
    columns: dict[int, str] = {}
    for row in grid:
        heads = {at: _when(cell) for at, cell in enumerate(row)}
        if sum(one is not None and one != TOTAL for one in heads.values()) >= 2:
            columns = {at: when for at, when in heads.items() if when is not None}
            continue
        if any(_MEASURE.fullmatch(cell) for cell in row) or (paper.startswith("programme/measures") and row[0].isdigit()):
            continue
        label = next((cell for cell in row[:6] if cell in known or cell in _TOTALS or cell.partition(" – ")[0] in known), None)
        if label is None or not columns:
            continue
        of = TOTAL if label in _TOTALS else label if label in known else label.partition(" – ")[0]
        if of == TOTAL and any(cell in known for cell in row[:6]):
            of = next(cell for cell in row[:6] if cell in known)
        for at, when in columns.items():
            if at < len(row) and (row[at] == "–" or _SUM.fullmatch(row[at])):
                yield Said(paper, of, when, row[at], thousands)


def _when(cell: str) -> str | None:
    found = _YEAR.fullmatch(cell.strip())
    return found[1] if found else TOTAL if _WHOLE.fullmatch(cell.strip()) else None


def docx_grids(path: Path) -> Iterator[tuple[str, Grid]]:
    """The caption before every table, and its cells; one that reaches over several places stands in each of them."""
    for table in docx_part(path).iter(f"{WORD}tbl"):
        before = table.getprevious()
        rows: list[list[str]] = []
        for row in table.findall(f"{WORD}tr"):
            cells: list[str] = []
            for cell in row.findall(f"{WORD}tc"):
                continues = any(value(one, "val") in (None, "continue") for one in cell.iter(f"{WORD}vMerge"))
                written = rows[-1][len(cells)] if continues and rows else words(cell).strip()
                cells += [written] * int(str(value(next(cell.iter(f"{WORD}gridSpan"), etree.Element("x")), "val") or 1))
            rows.append(cells)
        yield "" if before is None else words(before), rows


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[list[str]]]] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        if tag == "table":
            self.found.append(("", []))
        elif tag == "tr" and self.found:
            self.found[-1][1].append([])
        elif tag in ("td", "th") and self.found:
            self.found[-1][1][-1].append("")
            self._inside = "cell"
        elif tag == "caption":
            self._inside = "caption"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "caption"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "cell":
            self.found[-1][1][-1][-1] += " ".join(data.split(" ")).replace("\n", " ")
        elif self._inside == "caption":
            self.found[-1] = (self.found[-1][0] + data, self.found[-1][1])


def html_grids(path: Path) -> Iterator[tuple[str, Grid]]:
    """The caption of every table of a page, and its cells."""
    parser = _Tables()
    parser.feed(path.read_text(encoding="utf-8"))
    yield from ((caption, [[cell.strip() for cell in row] for row in rows]) for caption, rows in parser.found)


def xlsx_grids(path: Path) -> Iterator[tuple[str, Grid]]:
    """The name of every sheet and its stored values, numbers written as papers write them."""
    for sheet in load_workbook(path, data_only=True).worksheets:
        yield sheet.title, [[_written(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def _written(cell: object) -> str:
    if isinstance(cell, int | float):
        return f"{Decimal(repr(cell)):f}".replace(".", ",")
    return "" if cell is None else str(cell)
