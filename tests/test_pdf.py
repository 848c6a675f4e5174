"""The PDFs of the sample: fit for archives and for everyone by an independent checker, and the same in content as the DOCX."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import page
import pytest
from pypdf import PdfReader, PdfWriter

from same_content import difference

ROOT = Path(__file__).parent.parent
PROFILES = ("ua1", "2a")
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"
"""The checker takes the carriage return that a stream may end with for a part of the line end that follows it."""


def failures(path: Path, profile: str) -> list[str]:
    """What the checker finds, without an alarm about lengths that are right."""
    found = [f"{one.rule_id}: {one.message}" for one in page.validate_pdf(path, profile=profile).failures]
    if all(one.startswith(FALSE_ALARM) for one in found) and lengths_are_right(path.read_bytes()):
        return []
    return found


def lengths_are_right(data: bytes) -> bool:
    """Whether after so many bytes as every stream says the word `endstream` follows on a line of its own."""
    starts = list(re.finditer(rb"/Length ([0-9]+)[^>]*?>>\s*stream\r?\n", data, re.DOTALL))
    ends = (data[one.end() + int(one[1]) :][:11] for one in starts)
    return len(starts) == data.count(b"endstream") and all(re.match(rb"\r?\nendstream", end) for end in ends)


def test_every_pdf_is_fit_for_archives_and_for_everyone(built: Path) -> None:
    papers = sorted(built.rglob("*.pdf"))
    assert len(papers) > 20
    found = {(path.name, profile): failures(path, profile) for path in papers for profile in PROFILES}
    assert {key: value for key, value in found.items() if value} == {}


def test_the_checker_finds_what_is_wrong(built: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=built / "session" / "decision.pdf")
    del writer.root_object["/StructTreeRoot"]
    writer.write(tmp_path / "untagged.pdf")
    for profile in PROFILES:
        assert failures(tmp_path / "untagged.pdf", profile)


def test_a_wrong_length_is_no_false_alarm(built: Path) -> None:
    data = (built / "session" / "decision.pdf").read_bytes()
    assert lengths_are_right(data)
    first = re.search(rb"/Length ([0-9]+)", data)
    assert first is not None
    assert not lengths_are_right(data.replace(first[0], b"/Length 7", 1))


def papers_in_both(folder: Path) -> Iterator[tuple[Path, Path]]:
    for docx in sorted(folder.rglob("*.docx")):
        pdf = docx.with_suffix(".pdf")
        if pdf.exists():
            yield docx, pdf


def test_docx_and_pdf_say_the_same(built: Path) -> None:
    pairs = list(papers_in_both(built))
    assert len(pairs) > 20
    found = {docx.relative_to(built).as_posix(): difference(docx, pdf) for docx, pdf in pairs}
    assert {name: one for name, one in found.items() if one} == {}


@pytest.mark.parametrize(
    ("old", "new"), [("30\u00a0839\u00a0902,26", "30\u00a0839\u00a0902,27"), ("Міський голова", "Міська голова")]
)
def test_a_seeded_difference_is_found(built: Path, tmp_path: Path, old: str, new: str) -> None:
    changed = tmp_path / "decision.docx"
    with ZipFile(built / "session" / "decision.docx") as before, ZipFile(changed, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode() if name.endswith(".xml") else before.read(name)
            if isinstance(part, str):
                assert name != "word/document.xml" or old in part
                part = part.replace(old, new)
            after.writestr(name, part)
    assert difference(changed, built / "session" / "decision.pdf") is not None


def test_words_are_divided_the_ukrainian_way(built: Path) -> None:
    divided = re.findall(r"(\w+)\u00ad\n(\w+)", "\n".join(one.extract_text() for one in PdfReader(built / "concept.pdf").pages))
    assert len(divided) > 200
    vowels = "аеєиіїоуюяАЕЄИІЇОУЮЯ"
    for before, after in divided:
        if re.fullmatch("[а-яіїєґ’]+", before + after):
            assert any(sign in vowels for sign in before), (before, after)
            assert any(sign in vowels for sign in after), (before, after)
            assert after[0] not in "ь’", (before, after)


def test_the_concept_has_bookmarks_and_heads_that_repeat(built: Path) -> None:
    reader = PdfReader(built / "concept.pdf")
    titles = [str(one.title) for one in reader.outline if not isinstance(one, list)]
    assert titles[:2] == ["Паспорт Стратегії", "Загальні положення"]
    head = "№ Захід Відповідальний, партнери Строк виконання Очікуваний результат"
    assert sum(head in " ".join(one.extract_text().split()) for one in reader.pages) > 5


def test_the_only_fonts_are_those_that_travel_with_the_file(built: Path) -> None:
    data = (built / "concept.pdf").read_bytes()
    names = set(re.findall(rb"/FontName\s*/([A-Za-z0-9+-]+)", data))
    assert names
    assert all(b"SourceSerif" in one for one in names)
    assert data.count(b"/FontFile") == len(re.findall(rb"/Type\s*/FontDescriptor", data))


def test_no_heading_is_the_last_line_of_a_page(built: Path) -> None:
    """Below every heading there is room for two lines at least, and something stands there."""
    for path in sorted(built.rglob("*.pdf")):
        reader = PdfReader(path)
        for one in _flat(reader.outline):
            page_number = reader.get_destination_page_number(one)
            assert page_number is not None
            height = float(reader.pages[page_number].mediabox.height)
            bottom = 57 if height > 800 else 28
            assert float(str(one.top)) - bottom > 40, (path.name, str(one.title))


def _flat(outline: Iterable[object]) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def test_no_page_is_empty_and_no_signature_stands_alone(built: Path) -> None:
    for path in sorted(built.rglob("*.pdf")):
        for number, one in enumerate(PdfReader(path).pages, start=1):
            lines = [line for line in one.extract_text().splitlines() if line.strip() and "Редакція" not in line]
            assert len(lines) > (2 if number > 1 else 0), (path.name, number)
    for path in sorted((built / "tor").glob("*.pdf")):
        last = PdfReader(path).pages[-1].extract_text()
        assert "Погодження" in last
        assert "Очікувана вартість" in last, path.name
