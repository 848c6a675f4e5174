"""A DOCX that behaves in Word: headings, numbers that count, references that follow them, bookmarks of items, validity."""

import json
import re
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from printed import WORD, docx_paragraphs, docx_part, docx_text, html, pdf_text, value, words
from stratbuild.model import Plan
from stratbuild.render.ast import Block, Column, Row, Table, figure, item, item_blocks, paragraph
from stratbuild.render.chart.picture import Picture
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.markdown import markdown
from stratbuild.render.paper import Format, Markup, Paper
from stratbuild.render.press import print_papers, printing
from strategies import lines

ROOT = Path(__file__).parent.parent
EDITION = Edition(date(2026, 2, 1), "0123456789ab", "uk", "0.1.0")
ALL = (Format.DOCX, Format.PDF, Format.HTML)


def printed(templates: Path, template: str, formats: tuple[Format, ...] = (Format.DOCX,), **values: object) -> Path:
    (templates / "t.md.j2").write_text(template, encoding="utf-8")
    out = templates.parent / "out"
    print_papers([Paper("paper", formats, "t.md.j2", "Назва", values, "Редакція", "Менська громада")], EDITION, out)
    return out


def table(caption: str | None = None, cell: str = "клітинка") -> Block:
    return Table([Column("Графа", 1)], [Row([cell])], caption).block()


def picture() -> Block:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" viewBox="0 0 90 30"><rect width="90" height="30"/></svg>'
    )
    return figure(Picture(svg, "Прямокутник.", 90, 30), "Малюнок", table(cell="дані"))


def fields(root: etree._Element) -> list[str]:
    return [(one.text or "").strip() for one in root.iter(f"{WORD}instrText")]


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The words that every bookmark stands around; all of ours begin and end in one paragraph."""
    found: dict[str, str] = {}
    for one in root.iter(f"{WORD}p"):
        opened: dict[str, str] = {}
        for node in one.iter(f"{WORD}bookmarkStart", f"{WORD}bookmarkEnd", f"{WORD}t"):
            if node.tag == f"{WORD}bookmarkStart":
                opened[str(value(node, "id"))] = str(value(node, "name"))
                found.setdefault(str(value(node, "name")), "")
            elif node.tag == f"{WORD}bookmarkEnd":
                opened.pop(str(value(node, "id")), None)
            else:
                for name in opened.values():
                    found[name] += node.text or ""
    return found


def test_every_docx_and_workbook_of_the_sample_is_valid_by_an_independent_reader(built: Path) -> None:
    validator = OpenXmlValidator()
    papers = sorted([*built.rglob("*.docx"), *built.rglob("*.xlsx"), *built.rglob("*.pptx")])
    assert len(papers) > 25
    for path in papers:
        assert [str(one) for one in validator.validate(str(path)).errors] == [], path.name


def test_the_reader_finds_what_is_wrong(built: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with ZipFile(built / "session" / "decision.docx") as old, ZipFile(broken, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<w:pPr>", b"<w:pPr><w:nonsense/>", 1) if name == "word/document.xml" else part)
    assert OpenXmlValidator().validate(str(broken)).errors


def test_levels_of_headings_have_no_gaps(templates: Path) -> None:
    out = printed(templates, "## А\n\n##### Б\n\n### В\n\n# Г\n\n### Ґ\n", ALL)
    styles = [value(one, "val") for one in docx_part(out / "paper.docx").iter(f"{WORD}pStyle")]
    assert styles == ["Heading1", "Heading2", "Heading3", "Heading1", "Heading2"]
    levels = [name for name, _ in html(out / "paper.html").elements if re.fullmatch("h[1-6]", name)]
    assert levels == ["h2", "h3", "h4", "h2", "h3"]


def test_the_samples_headings_have_no_gaps(built: Path) -> None:
    for path in built.rglob("*.docx"):
        last = 0
        for one in docx_part(path).iter(f"{WORD}pStyle"):
            found = re.fullmatch("Heading([1-6])", str(value(one, "val")))
            if found:
                assert int(found[1]) <= last + 1, path
                last = int(found[1])


def test_captions_are_counted_by_fields(templates: Path) -> None:
    out = printed(
        templates, "{{ a }}\n\n{{ b }}\n\n{{ c }}\n\n{{ d }}\n", a=table("Перша"), b=table(), c=picture(), d=table("Друга")
    )
    root = docx_part(out / "paper.docx")
    captions = [one for one in docx_paragraphs(out / "paper.docx") if " – " in one]
    assert captions == ["Таблиця 1 – Перша", "Рисунок 1 – Малюнок", "Таблиця 2 – Друга"]
    assert fields(root) == [r"SEQ Table \* ARABIC", r"SEQ Figure \* ARABIC", r"SEQ Table \* ARABIC"]
    found = bookmarked(root)
    assert (found["t_2"], found["n_t_2"], found["n_f_1"]) == ("Таблиця 2", "2", "1")


def test_references_follow_the_numbers(templates: Path) -> None:
    template = "{{ say('concept.budget_tables', by_source=see(b), by_goal=see(c)) }}\n\nРисунок {{ see(p) }}.\n\n{{ a }}\n\n{{ p }}\n\n{{ c }}\n\n{{ b }}\n"
    out = printed(templates, template, ALL, a=table("Перша"), b=table("Третя"), c=table("Друга"), p=picture())
    expected = "За джерелами суми наведено в таблиці 3, за цілями – у таблиці 2. Рисунок 1."
    assert expected in docx_text(out / "paper.docx")
    assert expected in html(out / "paper.html").text
    assert expected in pdf_text(out / "paper.pdf")
    assert fields(docx_part(out / "paper.docx"))[:3] == [r"REF n_t_3 \h", r"REF n_t_2 \h", r"REF n_f_1 \h"]
    targets = [attributes["href"] for name, attributes in html(out / "paper.html").elements if name == "a"][1:4]
    assert targets == ["#t_3", "#t_2", "#f_1"]
    ids = {attributes.get("id") for _, attributes in html(out / "paper.html").elements}
    assert {"t_3", "t_2", "f_1"} <= ids


@pytest.mark.parametrize("shown", ["", "{{ b }}"], ids=["not printed", "without a caption"])
def test_a_reference_to_nothing_is_found_at_its_line(templates: Path, shown: str) -> None:
    with pytest.raises(PaperFault) as caught:
        printed(templates, f"Вступ.\n\nДив. таблицю {{{{ see(b) }}}}.\n\n{shown}\n", b=table())
    assert lines(caught.value.diagnostics)[0].startswith("templates/t.md.j2:3:1: error[SB889]")


LISTS = "::: list-of-tables\n:::\n\n::: list-of-figures\n:::\n\n{{ a }}\n\n{{ p }}\n\n{{ b }}\n"


def test_lists_of_tables_and_figures_lead_to_them(templates: Path) -> None:
    out = printed(templates, LISTS, ALL, a=table("Перша"), b=table("Друга"), p=picture())
    root = docx_part(out / "paper.docx")
    listed = [
        one
        for one in root.iter(f"{WORD}p")
        if any(value(style, "val") == "TableofFigures" for style in one.iter(f"{WORD}pStyle"))
    ]
    assert [words(one) for one in listed] == ["Таблиця 1 – Перша", "Таблиця 2 – Друга", "Рисунок 1 – Малюнок"]
    assert [value(link, "anchor") for one in listed for link in one.iter(f"{WORD}hyperlink")] == ["t_1", "t_2", "f_1"]
    assert fields(root)[:6] == [
        r'TOC \h \z \c "Table"',
        r"PAGEREF t_1 \h",
        r"PAGEREF t_2 \h",
        r'TOC \h \z \c "Figure"',
        r"PAGEREF f_1 \h",
        r"SEQ Table \* ARABIC",
    ]
    page = html(out / "paper.html")
    assert [one["href"] for name, one in page.elements if name == "a"][1:] == ["#t_1", "#t_2", "#f_1"]
    assert pdf_text(out / "paper.pdf").count("Таблиця 2 – Друга") == 2


def test_without_tables_the_lists_are_empty(templates: Path) -> None:
    out = printed(templates, "::: list-of-tables\n:::\n\n::: list-of-figures\n:::\n\nТекст.\n", ALL)
    assert docx_paragraphs(out / "paper.docx") == ["Текст."]
    assert not any(attributes.get("role") == "navigation" for _, attributes in html(out / "paper.html").elements)


def test_every_field_stands_for_one_beginning_and_one_end(built: Path) -> None:
    kinds = [value(one, "fldCharType") for one in docx_part(built / "concept.docx").iter(f"{WORD}fldChar")]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        assert depth >= 0
    assert depth == 0
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 100


def test_contents_have_a_field_for_every_page_and_word_offers_to_fill_them(built: Path) -> None:
    root = docx_part(built / "concept.docx")
    toc = [
        one
        for one in root.iter(f"{WORD}p")
        if any(re.fullmatch("TOC[12]", str(value(s, "val"))) for s in one.iter(f"{WORD}pStyle"))
    ]
    assert len(toc) > 20
    targets = [field.split()[1] for one in toc for field in fields(one) if field.startswith("PAGEREF")]
    assert len(targets) == len(toc)
    names = {value(one, "name") for one in root.iter(f"{WORD}bookmarkStart")}
    assert set(targets) <= names
    assert next(docx_part(built / "concept.docx", "word/settings.xml").iter(f"{WORD}updateFields")) is not None
    assert not list(docx_part(built / "session" / "note.docx", "word/settings.xml").iter(f"{WORD}updateFields"))


def test_fields_of_items_are_bookmarked_in_their_paragraphs(templates: Path) -> None:
    values = {
        "title": item("Назва заходу", "M-A.title"),
        "long": Markup("Перший *абзац*.\n\n- пункт\n- другий\n\nОстанній.", "M-A.description"),
        "cell": Table([Column("Графа", 1)], [Row([item("у клітинці", "K-A.title")])]).block(),
    }
    (templates / "t.md.j2").write_text("# Захід {{ title }}\n\n{{ long }}\n\n{{ cell }}\n", encoding="utf-8")
    paper = Paper("paper", ALL, "t.md.j2", "Назва", values)
    out = templates.parent / "out"
    with printing([paper], EDITION, out) as run:
        run.files()
        (found,) = run.items().values()
    inside = bookmarked(docx_part(out / "paper.docx"))
    assert [(name, inside[mark]) for mark, name in found.items()] == [
        ("M-A.title", "Назва заходу"),
        ("M-A.description", "Перший абзац."),
        ("M-A.description", "пункт"),
        ("M-A.description", "другий"),
        ("M-A.description", "Останній."),
        ("K-A.title", "у клітинці"),
    ]
    page = html(out / "paper.html")
    assert "Назва заходу" in page.text
    assert "M-A" not in page.content


def test_the_manifest_leads_from_every_bookmark_to_a_field_with_these_words(built: Path, sample: Plan) -> None:
    items = json.loads((built / "manifest.json").read_text(encoding="utf-8"))["items"]
    assert "concept.docx" in items
    assert sum(name.startswith("tor/") for name in items) == 16
    everything = {one.id: one for one in sample.strategy.everything()}
    seen = set()
    for paper, by_mark in items.items():
        inside = bookmarked(docx_part(built / paper))
        for mark, name in by_mark.items():
            assert re.fullmatch("[a-z]{2}_[0-9]+", mark)
            assert inside[mark], (paper, mark)
            owner, _, way = name.partition(".")
            if way == "title" and owner in everything:
                assert inside[mark] == " ".join(sample.strategy.text(everything[owner].title).split())  # type: ignore[attr-defined]
                seen.add(type(everything[owner]).__name__)
    assert {"Goal", "Measure", "Kpi", "Risk", "TechnicalSpecification"} <= seen


def test_blocks_of_a_field_keep_their_markup() -> None:
    blocks = item_blocks(markdown("Абзац **жирний**.\n\n1. один\n2. два"), "M-A.description")
    assert [one.node["t"] for one in blocks] == ["Para", "OrderedList"]
    assert item_blocks([paragraph("а")], "x.y")[0].node["c"][0]["t"] == "Span"


@pytest.mark.parametrize(("language", "tag"), [("uk", "uk-UA"), ("en", "en-GB")])
def test_one_language_for_all_scripts(language: str, tag: str, templates: Path) -> None:
    (templates / "t.md.j2").write_text("Текст.\n", encoding="utf-8")
    edition = Edition(date(2026, 2, 1), "0123456789ab", language, "0.1.0")
    out = templates.parent / "out"
    print_papers([Paper("paper", (Format.DOCX,), "t.md.j2", "Назва", {}, "", "Громада")], edition, out)
    spoken = {
        one.get(f"{WORD}{key}")
        for one in docx_part(out / "paper.docx", "word/styles.xml").iter(f"{WORD}lang")
        for key in ("val", "eastAsia")
    }
    assert spoken - {None} == {tag}


def test_the_properties_say_whose_paper_it_is(built: Path) -> None:
    core = {etree.QName(one).localname: one.text for one in docx_part(built / "concept.docx", "docProps/core.xml")}
    assert core["title"] == "Стратегія інформатизації та цифровізації Менської міської територіальної громади до 2027 року"
    assert core["creator"] == "Менська міська територіальна громада"
    assert core["language"] == "uk-UA"
    assert core["created"] == core["modified"] == "2026-02-01T00:00:00Z"


def test_tables_and_pictures_are_named_for_those_who_do_not_see_them(built: Path) -> None:
    root = docx_part(built / "concept.docx")
    captions = [one for one in docx_paragraphs(built / "concept.docx") if one.startswith("Таблиця ")]
    named = [value(one, "val") for one in root.iter(f"{WORD}tblCaption")]
    assert named == [one for one in named if one in captions]
    assert len(named) > 30
    drawn = list(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert drawn
    assert all(one.get("descr") for one in drawn)


def test_paragraphs_have_styles_and_no_formatting_of_their_own(built: Path) -> None:
    allowed = {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "sectPr", "numPr", "jc", "ind"}
    for path in built.rglob("*.docx"):
        used = {etree.QName(one).localname for p in docx_part(path).iter(f"{WORD}pPr") for one in p}
        assert used <= allowed, path


def test_landscape_parts_keep_their_header_and_footer(built: Path) -> None:
    sections = list(docx_part(built / "concept.docx").iter(f"{WORD}sectPr"))
    assert [next(one.iter(f"{WORD}pgSz")).get(f"{WORD}orient") for one in sections].count("landscape") == 3
    for one in sections:
        assert one.find(f"{WORD}headerReference") is not None
        assert one.find(f"{WORD}footerReference") is not None


def test_rows_of_heads_repeat_and_merged_cells_stay_merged(built: Path) -> None:
    first = next(docx_part(built / "programme" / "measures.docx").iter(f"{WORD}tbl"))
    heads = [row for row in first.iter(f"{WORD}tr") if next(row.iter(f"{WORD}tblHeader"), None) is not None]
    assert len(heads) == 2
    assert [value(one, "val") for one in heads[0].iter(f"{WORD}gridSpan")] == ["3"]
    assert sum(1 for _ in heads[0].iter(f"{WORD}vMerge")) == 7


def test_what_belongs_together_stays_on_one_page(templates: Path) -> None:
    text = "".join(f"Рядок {number}.\n\n" for number in range(40))
    out = printed(templates, text + "::: together\n\n# Вартість\n\n{{ a }}\n\nСума.\n\nПідпис.\n\n:::\n", ALL, a=table())
    paragraphs = list(docx_part(out / "paper.docx").iter(f"{WORD}p"))
    kept = {words(one): next(one.iter(f"{WORD}keepNext"), None) is not None for one in paragraphs}
    assert (kept["Графа"], kept["клітинка"], kept["Сума."], kept["Підпис."]) == (True, True, True, False)
    assert not kept["Рядок 39."]
    pages = [page.extract_text() for page in PdfReader(out / "paper.pdf").pages]
    assert (
        len({next(at for at, one in enumerate(pages) if word in one) for word in ("Вартість", "клітинка", "Сума.", "Підпис.")})
        == 1
    )
    assert "together" in {attributes.get("class") for _, attributes in html(out / "paper.html").elements}


def test_what_is_longer_than_a_page_is_divided_all_the_same(templates: Path) -> None:
    text = "".join(f"Рядок {number}.\n\n" for number in range(120))
    out = printed(templates, f"::: together\n\n{text}:::\n", ALL)
    assert len(PdfReader(out / "paper.pdf").pages) > 1
    assert pdf_text(out / "paper.pdf").count("Рядок") == 120
