"""A strategy in English, of another country and kind: nothing Ukrainian is wired into the program."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from command import stratbuild
from printed import pdf_text
from strategies import check_folder, lines

ROOT = Path(__file__).parent.parent
SECOND = ROOT / "tests" / "second_strategy"
CYRILLIC = re.compile("[\u0400-\u04ff]")
PAPERS = (
    "attendance/04.docx",
    "budget-request.xlsx",
    "budget.xlsx",
    "calendar.ics",
    "concept.docx",
    "concept.html",
    "concept.pdf",
    "consultation-notice.docx",
    "consultation-notice.pdf",
    "consultation-report.docx",
    "consultation-report.pdf",
    "extracts/DC-01-1.docx",
    "extracts/DC-02-1.docx",
    "extracts/DC-03-1.docx",
    "group-report.docx",
    "group-report.pdf",
    "minutes/01.docx",
    "minutes/02.docx",
    "minutes/03.docx",
    "notices/04.docx",
    "plan.xlsx",
    "plan.xml",
    "presentation.pptx",
    "registers.xlsx",
    "replies/P-01.docx",
    "tor/T-SWITCH.docx",
    "tor/T-SWITCH.pdf",
    "tor/T-SYSTEM.docx",
    "tor/T-SYSTEM.pdf",
    "tor/T-TUTORS.docx",
    "tor/T-TUTORS.pdf",
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("second") / "build"
    done = stratbuild("build", str(SECOND), "-o", str(folder), "--as-of", "2026-05-01")
    assert done.returncode == 0, done.stderr
    assert not CYRILLIC.search(done.stdout + done.stderr)
    return folder


def texts(path: Path) -> str:
    """All text of a paper: the parts of a zip that hold XML, the pages of a PDF, or the file itself."""
    if path.suffix == ".pdf":
        return pdf_text(path)
    if path.suffix in (".docx", ".xlsx", ".pptx"):
        with ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml"))
    return path.read_text(encoding="utf-8")


def test_it_checks_without_a_finding() -> None:
    checked = check_folder(SECOND)
    assert lines(checked.diagnostics) == []
    assert checked.plan is not None
    assert checked.plan.strategy.stage.value == "submission"


def test_all_papers_are_made(papers: Path) -> None:
    made = sorted(path.relative_to(papers).as_posix() for path in papers.rglob("*") if path.is_file())
    assert made == sorted([*PAPERS, "manifest.json"])


@pytest.mark.parametrize("name", PAPERS)
def test_no_cyrillic_letter_stands_in_a_paper(papers: Path, name: str) -> None:
    found = texts(papers / name)
    assert "Glenmore" in found
    at = CYRILLIC.search(found)
    assert at is None, found[max(0, at.start() - 80) : at.end() + 80]


def test_money_is_written_the_english_way(papers: Path) -> None:
    checked = check_folder(SECOND)
    assert checked.plan is not None
    total = checked.plan.budget.total
    for name in ("concept.html", "concept.docx", "concept.pdf"):
        found = texts(papers / name)
        assert f"{total.decimal:,.2f}" in found
        assert "EUR" in found
        assert not re.search(r"UAH|₴|hryvnia|kopeck", found)


def test_the_levels_of_goals_are_the_strategys_own(papers: Path) -> None:
    assert "Theme 1" in texts(papers / "concept.html").replace("\u00a0", " ")
    assert "Objective 1.1" in texts(papers / "concept.html").replace("\u00a0", " ")


def test_the_papers_say_that_they_are_english(papers: Path) -> None:
    """By this a word processor knows which spelling to check, and a screen reader how to speak."""
    assert '<html lang="en-GB">' in texts(papers / "concept.html")
    for name in ("concept.docx", "tor/T-TUTORS.docx"):
        assert re.search('<w:lang [^>]*w:val="en-GB"', texts(papers / name))
    assert str(PdfReader(papers / "concept.pdf").root_object["/Lang"]) == "en"
