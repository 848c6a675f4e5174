"""One house style: what a secretary changes in reference.docx is what DOCX and PDF look like; fonts are there or named."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from printed import WORD, docx_part, value
from stratbuild.render.archive import pack, unpack
from stratbuild.render.ast import Column, Row, Table
from stratbuild.render.edition import Edition
from stratbuild.render.faults import EngineFailed, PaperFault
from stratbuild.render.fonts import font_families, missing_characters
from stratbuild.render.house_style import LETTERS, NEEDED, house_style
from stratbuild.render.paper import Format, Paper
from stratbuild.render.press import print_papers
from stratbuild.source import INSTALLED, Templates, resource
from strategies import lines

TEMPLATE = '::: {custom-style="Annex Head"}\nДодаток\n:::\n\n# Розділ\n\nТекст абзацу, у якому є що читати.\n\n{{ table }}\n'


def office(folder: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]) -> Templates:
    """A copy of the templates with a changed reference document."""
    (folder / "own").mkdir()
    parts = change(unpack(resource("templates", "reference.docx").read_bytes()))
    (folder / "own" / "reference.docx").write_bytes(pack(parts))
    (folder / "own" / "t.md.j2").write_text(TEMPLATE, encoding="utf-8")
    return Templates(folder / "own")


def replaced(name: str, *pairs: tuple[str, str]) -> Callable[[dict[str, bytes]], Mapping[str, bytes]]:
    def change(parts: dict[str, bytes]) -> Mapping[str, bytes]:
        text = parts[name].decode()
        for old, new in pairs:
            assert re.search(old, text, re.DOTALL), old
            text = re.sub(old, new, text, count=1, flags=re.DOTALL)
        return {**parts, name: text.encode()}

    return change


def printed(folder: Path, templates: Templates) -> Path:
    edition = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0", templates=templates)
    table = Table([Column("Графа", 1)], [Row(["клітинка"])], "Таблиця").block()
    paper = Paper("paper", (Format.DOCX, Format.PDF), "t.md.j2", "Назва", {"table": table}, "Низ")
    print_papers([paper], edition, folder / "out")
    return folder / "out"


def sizes_of_letters(pdf: Path) -> dict[str, tuple[float, float]]:
    """By word: the size of its letters, and how far from the left edge of the sheet it begins, in points."""
    found: dict[str, tuple[float, float]] = {}

    def visit(text: str, matrix: list[float], place: list[float], _font: object, size: float) -> None:
        for word in text.split():
            found.setdefault(word, (round(size * abs(place[0] or 1), 1), matrix[4] + place[4] * matrix[0]))

    for page in PdfReader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return found


def test_the_shipped_style_is_that_of_office_work() -> None:
    style = house_style(INSTALLED)
    assert {side: round(size) for side, size in style.margins.items()} == {"left": 30, "right": 10, "top": 20, "bottom": 20}
    body = style.styles["Body Text"]
    assert (body.size, body.align, round(body.first / 72 * 25.4)) == (12.0, "both", 10)
    assert set(NEEDED) <= set(style.styles)
    assert style.styles["Table Total"].size == style.styles["Table Text"].size, (
        "what a style does not say it has from the one below"
    )
    assert style.for_typst()["styles"]["Body Text"]["size"] == round(12 * LETTERS, 2)


def test_page_numbers_stand_at_the_top_in_the_middle_from_the_second_page_on() -> None:
    section = next(docx_part(resource("templates", "reference.docx")).iter(f"{WORD}sectPr"))
    assert section.find(f"{WORD}titlePg") is not None
    header = etree.fromstring(unpack(resource("templates", "reference.docx").read_bytes())["word/header1.xml"])
    assert "PAGE" in "".join(node.text or "" for node in header.iter(f"{WORD}instrText")) or list(header.iter(f"{WORD}fldSimple"))
    assert any(value(one, "val") == "center" for one in header.iter(f"{WORD}jc")) or any(
        value(one, "val") == "Header" for one in header.iter(f"{WORD}pStyle")
    )


def test_a_changed_style_changes_docx_and_pdf(tmp_path: Path) -> None:
    change = replaced(
        "word/styles.xml",
        (r'(w:styleId="Heading1">.*?<w:sz w:val=)"32"', r'\1"60"'),
        (r'(w:styleId="Heading1">.*?<w:color w:val=)"000000"', r'\1"AA0000"'),
    )
    before = sizes_of_letters(printed(tmp_path, Templates(_plain(tmp_path))) / "paper.pdf")
    after = tmp_path / "after"
    after.mkdir()
    out = printed(after, office(after, change))
    found = sizes_of_letters(out / "paper.pdf")
    assert before["Розділ"][0] == round(16 * LETTERS, 1)
    assert found["Розділ"][0] == round(30 * LETTERS, 1)
    assert found["Текст"][0] == before["Текст"][0] == 11.0
    styles = docx_part(out / "paper.docx", "word/styles.xml")
    heading = next(one for one in styles.iter(f"{WORD}style") if value(one, "styleId") == "Heading1")
    assert value(next(heading.iter(f"{WORD}sz")), "val") == "60"


def _plain(folder: Path) -> Path:
    (folder / "plain").mkdir()
    (folder / "plain" / "t.md.j2").write_text(TEMPLATE, encoding="utf-8")
    return folder / "plain"


def test_changed_margins_change_docx_and_pdf(tmp_path: Path) -> None:
    out = printed(tmp_path, office(tmp_path, replaced("word/document.xml", ('w:left="1701"', 'w:left="2835"'))))
    section = next(docx_part(out / "paper.docx").iter(f"{WORD}pgMar"))
    assert value(section, "left") == "2835"
    assert round(sizes_of_letters(out / "paper.pdf")["Розділ"][1] / 72 * 25.4) == 50


def test_a_style_of_the_offices_own_is_shown_in_both(tmp_path: Path) -> None:
    own = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Motto"><w:name w:val="Motto"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="48"/></w:rPr></w:style></w:styles>'
    )
    templates = office(tmp_path, replaced("word/styles.xml", ("</w:styles>", own)))
    assert templates.own is not None
    (templates.own / "t.md.j2").write_text('::: {custom-style="Motto"}\nДевіз\n:::\n\n{{ table }}\n', encoding="utf-8")
    out = printed(tmp_path, templates)
    size, left = sizes_of_letters(out / "paper.pdf")["Девіз"]
    assert size == 24 * LETTERS
    assert left > 300
    assert any(value(one, "val") == "Motto" for one in docx_part(out / "paper.docx").iter(f"{WORD}pStyle"))


@pytest.mark.parametrize(
    "change",
    [
        replaced("word/styles.xml", ('<w:name w:val="Table Text"/>', '<w:name w:val="Текст таблиці"/>')),
        lambda parts: {name: part for name, part in parts.items() if name != "word/styles.xml"},
        lambda parts: {**parts, "word/document.xml": b"<w:document"},
        replaced("word/styles.xml", (r'(w:styleId="Heading1">.*?<w:sz w:val=)"32"', r'\1"великий"')),
    ],
    ids=["a style renamed", "no styles", "broken", "no number"],
)
def test_a_reference_document_that_cannot_be_used_is_found(
    tmp_path: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]
) -> None:
    with pytest.raises(PaperFault) as caught:
        printed(tmp_path, office(tmp_path, change))
    (line,) = lines(caught.value.diagnostics)
    assert line.startswith("templates/reference.docx:1:1: error[SB893]")


def test_a_file_that_is_no_docx_is_found(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "reference.docx").write_bytes(b"not a zip")
    with pytest.raises(PaperFault):
        house_style(Templates(tmp_path / "own"))


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    change = replaced("word/styles.xml", (r'(w:styleId="Normal">)', r'\1<w:basedOn w:val="BodyText"/>'))
    assert house_style(office(tmp_path, change)).styles["Body Text"].size == 12.0


def arimo() -> Path:
    spec = find_spec("fontpkg_arimo")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def test_a_font_of_the_offices_own_is_used_and_checked(tmp_path: Path) -> None:
    templates = Templates(_plain(tmp_path))
    assert templates.own is not None
    (templates.own / "fonts").mkdir()
    for path in arimo().rglob("*.ttf"):
        (templates.own / "fonts" / path.name.replace("[", "").replace("]", "")).write_bytes(path.read_bytes())
    assert font_families(templates)[0] == "Arimo"
    assert font_families()[0] == "Source Serif 4"
    data = (printed(tmp_path, templates) / "paper.pdf").read_bytes()
    assert b"Arimo" in data
    assert missing_characters("paper", ["漢"], templates)
    assert missing_characters("paper", ["їєґІ’«»"], templates) == []


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    templates = Templates(_plain(tmp_path))
    assert templates.own is not None
    (templates.own / "fonts").mkdir()
    (templates.own / "fonts" / "broken.ttf").write_bytes(b"no font at all")
    with pytest.raises(EngineFailed, match=r"broken\.ttf"):
        printed(tmp_path, templates)


def test_the_packed_reference_is_a_clean_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(resource("templates", "reference.docx").read_bytes())) as archive:
        assert archive.testzip() is None
