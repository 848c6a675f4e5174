"""The web page for everyone: WCAG 2.1 AA by axe in a real browser, a phone, a printer, no scripts needed."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from browser import AXE, ask, browser
from stratbuild.outputs.documents.concept import view
from stratbuild.render.edition import Edition
from stratbuild.render.press import print_papers
from strategies import check_folder

ROOT = Path(__file__).parent.parent
AUDIT = """
const found = await view.axe.run(page, {runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}});
return {violations: found.violations.map(one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)]), passes: found.passes.map(one => one.id)};
"""
STRATEGIES = {"uk": ROOT / "strategy", "en": ROOT / "tests" / "second_strategy"}


@pytest.fixture(scope="module", params=sorted(STRATEGIES))
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    browser()
    checked = check_folder(STRATEGIES[request.param])
    assert checked.plan is not None
    folder = tmp_path_factory.mktemp("page")
    edition = Edition(date(2026, 3, 1), "0123456789ab", request.param, "0.1.0")
    print_papers(view(checked.plan, edition), edition, folder)
    return (folder / "concept.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page that is short, and has something of most kinds."""
    checked = check_folder(ROOT / "tests" / "data" / "town_plan")
    assert checked.plan is not None
    folder = tmp_path_factory.mktemp("small")
    edition = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0")
    print_papers(view(checked.plan, edition), edition, folder)
    return (folder / "concept.html").read_text(encoding="utf-8")


def test_axe_finds_nothing_against_wcag(page: str, tmp_path: Path) -> None:
    found = ask(page, AUDIT, tmp_path, libraries=AXE)
    assert found["violations"] == []
    assert {"color-contrast", "document-title", "html-has-lang", "list", "scrollable-region-focusable"} <= set(found["passes"])


@pytest.mark.parametrize(
    ("spoil", "instead", "rule"),
    [
        ('<html lang="', '<html data-lang="', "html-has-lang"),
        ("--quiet: #4a5562", "--quiet: #c4c9cf", "color-contrast"),
        ("<title>", "<title hidden></title><meta name=", "document-title"),
    ],
)
def test_axe_would_find_it(small: str, tmp_path: Path, spoil: str, instead: str, rule: str) -> None:
    spoiled = small.replace(spoil, instead, 1)
    assert spoiled != small
    assert rule in [one[0] for one in ask(spoiled, AUDIT, tmp_path, libraries=AXE)["violations"]]


def test_on_a_phone_only_tables_and_drawings_scroll_sideways(page: str, tmp_path: Path) -> None:
    """320 points are what is left of 1280 where the reader enlarges the page four times."""
    script = """
    const found = [];
    for (const width of [320, 400, 768, 1280]) {
      frame.style.width = width + "px";
      found.push([width, view.innerWidth, page.documentElement.scrollWidth]);
    }
    frame.style.width = "400px";
    const one = page.querySelector("details"), before = one.getBoundingClientRect().height;
    one.querySelector("summary").click();
    const letters = parseFloat(view.getComputedStyle(page.querySelector("main p")).fontSize);
    return {found, letters, opened: one.getBoundingClientRect().height / before};
    """
    answer = ask(page, script, tmp_path)
    for width, seen, whole in answer["found"]:
        assert seen == width
        assert whole <= width
    assert answer["letters"] >= 16
    assert answer["opened"] > 3, "the data of a picture opens without a script of the page's own"


def test_everything_can_be_read_without_scripts(page: str) -> None:
    assert "<script" not in page
    assert "javascript:" not in page
    assert "default-src 'none'" in page


def test_it_prints_on_sheets_of_a4_without_links_of_the_screen(page: str, tmp_path: Path) -> None:
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(page, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run(
        [browser(), *options, f"--print-to-pdf={printed}", source.as_uri()], capture_output=True, timeout=240, check=True
    )
    pages = PdfReader(printed).pages
    sizes = {tuple(sorted((round(float(one.mediabox.width)), round(float(one.mediabox.height))))) for one in pages}
    assert sizes == {(595, 842)}
    text = "".join(one.extract_text() for one in pages)
    assert html_title(page) in " ".join(text.split())
    skip = next(one for one in html_words(page) if one)
    assert skip not in text


def html_title(page: str) -> str:
    return " ".join(page.partition("<title>")[2].partition("</title>")[0].split())


def html_words(page: str) -> list[str]:
    """The words of the link that leads past the head of the page."""
    return [page.partition('class="skip" href="#text">')[2].partition("<")[0]]
