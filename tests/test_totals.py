"""One number, one origin: every paper of a set is read, and its sums are compared with those of the plan, to the hundredth."""

import re
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

from number_words import read_money
from printed import docx_text, html, pdf_text
from stratbuild.model import Plan
from stratbuild.quantity import Money
from stratbuild.render.locale import locale
from totals import Said, docx_grids, expected_sums, html_grids, said_in, xlsx_grids

ROOT = Path(__file__).parent.parent
SHEETS = {
    "budget.xlsx": ("За роками і джерелами", "За цілями", "За КЕКВ"),
    "plan.xlsx": ("Заходи", "Форма заходів"),
}
LEAST = {
    "concept.docx": 60,
    "concept.html": 60,
    "budget.xlsx": 60,
    "plan.xlsx": 45,
    "programme/measures.docx": 25,
    "programme/resources.docx": 4,
    "programme/finance.docx": 30,
    "programme/indicators.docx": 4,
    "session/note.docx": 30,
}
"""By paper: how many sums are found in it at least; fewer would mean that its labels are no longer understood."""


def sums_of(folder: Path, known: frozenset[str]) -> list[Said]:
    """Every sum with a label in the tables of all papers below a folder."""
    found: list[Said] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        grids = {".docx": docx_grids, ".html": html_grids, ".xlsx": xlsx_grids}.get(path.suffix)
        if grids is None:
            continue
        for caption, grid in grids(path):
            if path.suffix == ".xlsx" and caption not in SHEETS.get(name, ()):
                continue
            # Scenarios, risks and what comes afterwards are other sums under the same names.
            if re.search(r"сценарі|ризик|Резерв|Постійні видатки|Граничні", caption):
                continue
            in_thousands = name.startswith("programme/") or caption == "Форма заходів"
            found += said_in(name, grid, known, thousands=in_thousands)
    return found


def test_no_sum_of_any_paper_differs_from_the_plan(built: Path, sample: Plan) -> None:
    expected = expected_sums(sample)
    found = sums_of(built, frozenset(of for of, _ in expected))
    wrong = [one for one in found if (one.of, one.when) in expected and not one.agrees(expected[one.of, one.when])]
    assert wrong == []
    counted = Counter(one.paper for one in found)
    assert {name: counted[name] for name, least in LEAST.items() if counted[name] < least} == {}
    assert {one.of for one in found} >= {"total", *(sample.strategy.text(goal.title) for goal in sample.coverage.top_goals)}


def test_a_sum_that_is_off_by_a_hundredth_is_found(built: Path, sample: Plan, tmp_path: Path) -> None:
    expected = expected_sums(sample)
    total = locale("uk").money(sample.budget.total)
    spoiled = tmp_path / "session" / "note.docx"
    spoiled.parent.mkdir()
    with ZipFile(built / "session" / "note.docx") as before, ZipFile(spoiled, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                assert total.encode() in part
                part = part.replace(total.encode(), locale("uk").money(sample.budget.total + Money(1)).encode())
            after.writestr(name, part)
    found = sums_of(tmp_path, frozenset(of for of, _ in expected))
    assert [one for one in found if (one.of, one.when) in expected and not one.agrees(expected[one.of, one.when])]


def test_sentences_say_the_same_total(built: Path, sample: Plan) -> None:
    total = locale("uk").money(sample.budget.total, "UAH").replace("\u00a0", " ")
    told = {
        "concept.html": html(built / "concept.html").text,
        "concept.docx": docx_text(built / "concept.docx"),
        "concept.pdf": pdf_text(built / "concept.pdf"),
        "decision": docx_text(built / "session" / "decision.docx"),
        "note": docx_text(built / "session" / "note.docx"),
    }
    for name, text in told.items():
        assert total in text.replace("\u00a0", " "), name
    for name in ("decision", "note"):
        said = told[name].replace("\u00a0", " ").partition(f"{total} (")[2].partition(")")[0]
        assert read_money(said) == sample.budget.total.hundredths


def test_specifications_cost_what_their_lines_cost(built: Path, sample: Plan) -> None:
    for one in sample.strategy.specifications.values():
        total = Money.total(sample.budget.total_of_line(line) for line in one.budget_lines)
        text = docx_text(built / "tor" / f"{one.id}.docx").replace("\u00a0", " ")
        if one.budget_lines:
            assert text.count(locale("uk").money(total).replace("\u00a0", " ")) >= 2, one.id


LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
PLACEHOLDERS = re.compile(
    r"\{[a-z_]*\}|\bTODO\b|\bFIXME\b|[Ll]orem|\bNone\b|\bnan\b|\bTrue\b|\bFalse\b|<[a-z]+>|\ue000|\ue001|\ue002"
)
NAMES = frozenset(
    {
        "II",
        "III",
        "IV",
        "stratbuild",
        "SWOT",
        "docx",
        "pdf",
        "concept",
        "programme",
        "passport",
        "measures",
        "resources",
        "finance",
        "indicators",
    }
)
"""Latin words that a Ukrainian paper of the sample may have beside those that its authors wrote."""


def texts_of(folder: Path) -> dict[str, str]:
    found = {path.relative_to(folder).as_posix(): docx_text(path) for path in folder.rglob("*.docx")}
    found |= {path.relative_to(folder).as_posix(): pdf_text(path) for path in folder.rglob("*.pdf")}
    found |= {path.relative_to(folder).as_posix(): html(path).text for path in folder.rglob("*.html")}
    for path in folder.glob("*.xlsx"):
        shown = [cell for title, grid in xlsx_grids(path) if not title.startswith("_") for row in grid for cell in row]
        found[path.name] = "\n".join(one for one in shown if not one.startswith(("stratbuild:", "=")))
    return found


def test_no_place_is_left_unfilled_and_no_word_untranslated(built: Path) -> None:
    written = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "strategy").rglob("*.yaml"))
    allowed = NAMES | set(LATIN.findall(written))
    for name, text in texts_of(built).items():
        assert PLACEHOLDERS.search(text) is None, name
        if not name.endswith((".xlsx", ".pdf")):
            # Keys of workbooks are Latin on purpose, and PDFs say what DOCX do.
            assert set(LATIN.findall(text)) - allowed == set(), name
