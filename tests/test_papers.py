"""The paper engine: text stays text, templates are held to their word, equal input makes equal bytes."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from printed import WORD, docx_part, docx_tables, docx_text, html, inside, letters, pdf_text, value, words
from stratbuild.render import child, markup, typst
from stratbuild.render.ast import Block, Cell, Column, Line, Row, Table, bullets, emphasis, numbered, paragraph, strong, styled
from stratbuild.render.edition import Edition
from stratbuild.render.faults import EngineFailed, PaperFault
from stratbuild.render.fonts import missing_characters
from stratbuild.render.house_style import house_style
from stratbuild.render.locale import locale
from stratbuild.render.markdown import markdown
from stratbuild.render.paper import Format, Markup, Paper
from stratbuild.render.press import print_papers
from stratbuild.source import INSTALLED
from strategies import lines

EDITION = Edition(date(2026, 11, 24), "0123456789ab", "uk", "0.1.0")
ALL = (Format.DOCX, Format.PDF, Format.HTML)

HOSTILE = (
    "{{7*7}}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`<w:p/>`{=openxml}",
    "[т]{onclick=alert(1) custom-style=Title #id}",
    "::: {.landscape}",
    '#read("/etc/passwd")',
    "#eval(1+1)",
    "$x^2$",
    "@cite",
    "![картинка](/etc/passwd)",
    "[посилання](javascript:alert(1))",
    "1. пункт",
    "- пункт",
    "+ 5",
    "# №5",
    "| а | б |",
    r"\|",
    r"\newpage",
    "`код`",
    "'одинарні' та \"подвійні\"",
    "м'я",
    "а--б---в",
    "крапки...",
    "&amp;",
    "^[виноска]",
    "*зірочки* _риски_ ~хвилі~",
    "---",
    "=2+2",
    "\ue0000\ue001",
)
SHOWN = {"\ue0000\ue001": "0"}


def printed(
    templates: Path, template: str, values: Mapping[str, object], formats: tuple[Format, ...] = ALL, title: str = "Назва"
) -> Path:
    (templates / "t.md.j2").write_text(template, encoding="utf-8")
    out = templates.parent / "out"
    paper = Paper("paper", formats, "t.md.j2", title, values, "Редакція")
    assert print_papers([paper], EDITION, out) == paper.paths
    return out


def faults(templates: Path, template: str, values: Mapping[str, object] | None = None) -> list[str]:
    with pytest.raises(PaperFault) as caught:
        printed(templates, template, values or {}, (Format.HTML,))
    return lines(caught.value.diagnostics)


def test_hostile_texts_are_printed_as_they_are_written(templates: Path) -> None:
    table = Table([Column("Що", 1), Column("=1+1", 1, "right")], [Row([one, strong(one)]) for one in HOSTILE], HOSTILE[2]).block()
    rows = "\n\n".join(f"{{{{ t{number} }}}}" for number in range(len(HOSTILE)))
    inside = "\n\n".join(f"- *{{{{ t{number} }}}}* [{{{{ t{number} }}}}](https://a.example/)" for number in range(len(HOSTILE)))
    headings = "\n\n".join(f"# {{{{ t{number} }}}}" for number in range(len(HOSTILE)))
    values = {f"t{number}": text for number, text in enumerate(HOSTILE)} | {"table": table}
    out = printed(templates, f"{headings}\n\n{rows}\n\n{inside}\n\n{{{{ table }}}}\n", values, title=HOSTILE[2])
    page = html(out / "paper.html")
    expected = [SHOWN.get(text, text) for text in HOSTILE]
    for found in (docx_text(out / "paper.docx"), page.text):
        assert [text for text in expected if found.count(text) < 5] == []
    pdf = letters(pdf_text(out / "paper.pdf"))
    assert [text for text in expected if letters(text) not in pdf] == []
    assert "root:" not in pdf
    assert not {"script", "img", "iframe", "object", "table:nth"} & {tag for tag, _ in page.elements}
    assert {name for _, attributes in page.elements for name in attributes if name.startswith("on")} == set()
    targets = {str(attributes["href"]) for tag, attributes in page.elements if tag == "a"}
    assert {target for target in targets if not target.startswith("#")} == {"https://a.example/"}


def test_no_token_is_left_in_any_file(templates: Path) -> None:
    out = printed(templates, "# {{ a }}\n\n«{{ a }}», **{{ a }}{{ b }}**\n\n{{ c }}\n", {"a": "так", "b": 5, "c": Markup("*ні*")})
    page = html(out / "paper.html")
    for text in (docx_text(out / "paper.docx"), page.text, pdf_text(out / "paper.pdf")):
        assert not {"\ue000", "\ue001"} & set(text)
        assert "«так», так5 ні" in text


LIMITED_MARKDOWN = {
    "*нахил* і **жирно**": "<em>нахил</em> і <strong>жирно</strong>",
    "[дім](https://mena.example/a?b=1)": '<a href="https://mena.example/a?b=1">дім</a>',
    "[пошта](mailto:a@b.example)": '<a href="mailto:a@b.example">пошта</a>',
    "[зле](javascript:alert(1))": "[зле](javascript:alert(1))",
    "[зле](JaVaScRiPt:x)": "[зле](JaVaScRiPt:x)",
    "[файл](file:///etc/passwd)": "[файл](file:///etc/passwd)",
    "[дані](data:text/html;base64,x)": "[дані](data:text/html;base64,x)",
    "[папка](../../secret)": "папка",
    "![рис](/etc/passwd)": "!рис",
    "# №5": "# №5",
    "> цитата": "&gt; цитата",
    "<b>x</b>": "&lt;b&gt;x&lt;/b&gt;",
    "`x`{=html}": "`x`{=html}",
    "| а | б |": "| а | б |",
    "    відступ": "відступ",
    "м'я -- ...": "м'я -- ...",
    "&copy;": "&amp;copy;",
    r"\*": "*",
}


@pytest.mark.parametrize("written", LIMITED_MARKDOWN)
def test_long_texts_know_emphasis_lists_and_safe_links_only(templates: Path, written: str) -> None:
    out = printed(templates, "{{ text }}\n", {"text": Markup(written)}, (Format.HTML,))
    body = (out / "paper.html").read_text(encoding="utf-8").partition('<main id="text">')[2].partition("</main>")[0]
    assert body.strip().replace("\n", " ") == f"<p>{LIMITED_MARKDOWN[written]}</p>"


def test_lists_of_long_texts() -> None:
    (bullet, order) = markdown("- один\n- два\n  - три\n\n4. чотири\n5. п’ять")
    assert (bullet.node["t"], len(bullet.node["c"])) == ("BulletList", 2)
    assert (order.node["t"], order.node["c"][0][0], len(order.node["c"][1])) == ("OrderedList", 4, 2)


def test_a_list_that_is_too_deep_is_printed_as_it_is_written() -> None:
    (only,) = markdown("- " * 60 + "дно")
    assert only.node["t"] == "Para"
    assert [node["c"] for node in only.node["c"] if node["t"] == "Str"] == ["-"] * 60 + ["дно"]


def test_pathological_markdown_ends() -> None:
    assert len(markdown("[" * 5_000)) == 1
    assert len(markdown("*" * 5_000 + "а")) == 1


TEMPLATE_FAULTS = {
    "перший\n\n{{ titel }}\n": "templates/t.md.j2:3:1: error[SB881] the template asks for “titel”, which this paper does not have",
    "\n{% if goals.nane %}x{% endif %}\n": "templates/t.md.j2:2:1: error[SB881] the template asks for “nane”, which this paper does not have",
    "{% for x in gaols %}{% endfor %}": "templates/t.md.j2:1:1: error[SB881] the template asks for “gaols”, which this paper does not have",
    "a\n{% if %}": "templates/t.md.j2:2:1: error[SB880] the template cannot be read: Expected an expression, got 'end of statement block'",
    '\n\n\n{{ say("concept.no_such") }}': "templates/t.md.j2:4:1: error[SB882] the catalogue of words has no “concept.no_such”",
    "рядок {{ table }}\n": "templates/t.md.j2:1:1: error[SB883] a table, a list or a long text stands inside a line",
    "\n# {{ long }}\n": "templates/t.md.j2:2:1: error[SB883] a table, a list or a long text stands inside a line",
    "[x]({{ title }})\n": "templates/t.md.j2:1:1: error[SB884] a value stands inside an attribute, an address or code",
    '\n[x]{custom-style="{{ title }}"}\n': "templates/t.md.j2:2:1: error[SB884] a value stands inside an attribute, an address or code",
    "`{{ title }}`\n": "templates/t.md.j2:1:1: error[SB884] a value stands inside an attribute, an address or code",
    "\n\n<b>жирно</b>\n": "templates/t.md.j2:3:1: error[SB885] the template uses “RawInline”, which papers do not have",
    "![x](/etc/passwd)\n": "templates/t.md.j2:1:1: error[SB885] the template uses “Image”, which papers do not have",
    "\n    код\n": "templates/t.md.j2:2:1: error[SB885] the template uses “CodeBlock”, which papers do not have",
    "{{ goals }}\n": "templates/t.md.j2:1:1: error[SB885] the template uses “dict”, which papers do not have",
    "{{ title.__class__ }}\n": "templates/t.md.j2:1:1: error[SB881] the template asks for “__class__”, which this paper does not have",
    "{% include 't.md.j2' %}\n": "templates/t.md.j2:1:1: error[SB880] the template cannot be read: it includes itself",
    "{% include '../../etc/passwd' %}\n": "templates/t.md.j2:1:1: error[SB880] the template cannot be read: TemplateNotFound: ../../etc/passwd",
    "\n{{ 1 // 0 }}\n": "templates/t.md.j2:2:1: error[SB880] the template cannot be read: ZeroDivisionError: integer division or modulo by zero",
}


@pytest.mark.parametrize("template", TEMPLATE_FAULTS)
def test_a_template_that_errs_is_told_where(templates: Path, template: str) -> None:
    values: dict[str, object] = {"title": "т", "long": Markup("д"), "table": bullets(["а"]), "goals": {"name": "н"}}
    found = faults(templates, template, values)
    assert found == [TEMPLATE_FAULTS[template]]


def test_the_nearest_name_is_offered(templates: Path) -> None:
    (templates / "t.md.j2").write_text("{{ titel }}", encoding="utf-8")
    with pytest.raises(PaperFault) as caught:
        markup.render("t.md.j2", {"title": "т", "goals": ()}, locale("uk"))
    assert "title" in caught.value.diagnostics[0].hint("uk", locale("uk").show)


def test_all_faults_of_all_templates_are_told_at_once(templates: Path) -> None:
    (templates / "a.md.j2").write_text("{{ one }}", encoding="utf-8")
    (templates / "b.md.j2").write_text("x {{ table }}\n\n<b>y</b>\n", encoding="utf-8")
    papers = [Paper(name, (Format.DOCX,), f"{name}.md.j2", name, {"table": bullets(["а"])}) for name in "ab"]
    with pytest.raises(PaperFault) as caught:
        print_papers(papers, EDITION, templates)
    assert [str(one.span).rpartition("/")[2] for one in caught.value.diagnostics] == ["a.md.j2:1:1", "b.md.j2:1:1", "b.md.j2:3:1"]


EVERYTHING = """\
::: {custom-style="Title"}
{{ title }}
:::

::: {custom-style="TOC Heading"}
Зміст
:::

::: contents
:::

::: page-break
:::

# Перший

{{ list }}

{{ grid }}

::: landscape

## Широкий

{{ grid }}

:::

# Останній [заповнити]{custom-style="Fill"}

{{ facts }}
"""


def everything() -> dict[str, object]:
    columns = [Column("Код", 1, "center"), Column("Назва", 3), Column("Сума", 2, "right")]
    line: Line = ["а ", emphasis("б")]
    rows = [Row([Cell("Ціль 1", columns=3)], "group"), Row(["1.1", line, "1,00"]), Row(["Разом", "", "1,00"], "total")]
    facts = Table(
        [Column("", 1), Column("", 2)],
        [Row(["Хто", "Відділ"]), Row(["Коли", styled("завтра", "Fill")])],
        row_titles=True,
        kind="facts",
    )
    nested: list[Block] = [paragraph("верх"), numbered(["раз", "два"])]
    return {
        "title": "Назва",
        "list": bullets([nested, "низ"]),
        "grid": Table(columns, rows, "Суми").block(),
        "facts": facts.block(),
    }


def test_two_printings_are_equal_to_the_byte(templates: Path) -> None:
    first = {path.name: path.read_bytes() for path in printed(templates, EVERYTHING, everything()).iterdir()}
    second = {path.name: path.read_bytes() for path in printed(templates, EVERYTHING, everything()).iterdir()}
    assert sorted(first) == ["paper.docx", "paper.html", "paper.pdf"]
    assert first == second


def test_many_small_papers_are_those_that_one_would_be(templates: Path) -> None:
    alone = printed(templates, EVERYTHING, everything(), (Format.DOCX, Format.HTML))
    papers = [Paper(f"tor/T-{number}", (Format.DOCX,), "t.md.j2", "Назва", everything(), "Редакція") for number in range(3)]
    assert print_papers(papers, EDITION, alone) == ("tor/T-0.docx", "tor/T-1.docx", "tor/T-2.docx")
    assert {(alone / f"tor/T-{number}.docx").read_bytes() for number in range(3)} == {(alone / "paper.docx").read_bytes()}


def test_a_docx_is_complete(templates: Path) -> None:
    path = printed(templates, EVERYTHING, everything(), (Format.DOCX, Format.HTML)) / "paper.docx"
    root = docx_part(path)
    rows = list(root.iter(f"{WORD}tr"))
    assert rows
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)
    assert [words(row) for row in rows if row.find(f"{WORD}trPr/{WORD}tblHeader") is not None] == ["КодНазваСума"] * 2
    assert [caption for caption, _ in docx_tables(path) if caption.startswith("Таблиця")] == [
        "Таблиця 1 – Суми",
        "Таблиця 2 – Суми",
    ]
    sections = list(root.iter(f"{WORD}sectPr"))
    assert [value(inside(one, "pgSz"), "orient") for one in sections] == [None, "landscape", None]
    assert [one.find(f"{WORD}titlePg") is not None for one in sections] == [True, False, False]
    assert all(one.find(f"{WORD}headerReference") is not None for one in sections)
    listed = [(words(one), value(one, "anchor")) for one in inside(root, "sdtContent").iter(f"{WORD}hyperlink")]
    assert [title for title, _ in listed] == ["Перший", "Широкий", "Останній заповнити"]
    assert {anchor for _, anchor in listed} <= {value(one, "name") for one in root.iter(f"{WORD}bookmarkStart")}
    assert not [one for one in root.iter(f"{WORD}pStyle") if str(value(one, "val")).startswith("Marker")]
    assert [words(one) for one in root.iter(f"{WORD}p") if list(one.iter(f"{WORD}pageBreakBefore"))] == ["Перший"]
    assert value(inside(docx_part(path, "word/styles.xml"), "docDefaults", "lang"), "val") == "uk-UA"
    core = docx_part(path, "docProps/core.xml")
    assert [one.text for one in core if str(one.tag).endswith("}title")] == ["Назва"]
    assert {one.text for one in core if str(one.tag).endswith(("}created", "}modified"))} == {"2026-11-24T00:00:00Z"}
    assert words(docx_part(path, "word/footer1.xml")) == "Редакція"


def test_a_docx_table_has_the_styles_of_tables_and_room_below(templates: Path) -> None:
    rows = [
        Row([Cell("Група", columns=2)], "group"),
        Row(["а", ""]),
        Row(["Разом", "1"], "total"),
    ]
    table = Table([Column("Що", 1), Column("Скільки", 1)], rows).block()
    path = printed(templates, "Перед.\n\n{{ table }}\n\nПісля.\n\nДалі.\n", {"table": table}, (Format.DOCX,)) / "paper.docx"
    root = docx_part(path)
    styles = [
        {value(style, "val") for paragraph in row.iter(f"{WORD}p") for style in [inside(paragraph, "pStyle")]}
        for row in root.iter(f"{WORD}tr")
    ]
    assert styles == [{"TableText"}, {"TableGroup"}, {"TableText"}, {"TableTotal"}]
    after = {
        words(one): value(inside(one, "pStyle"), "val") for one in root.iter(f"{WORD}p") if words(one) in ("Після.", "Далі.")
    }
    assert after == {"Після.": "FirstParagraph", "Далі.": "BodyText"}


def test_every_style_of_the_templates_is_in_the_reference_document() -> None:
    reference = docx_part(Path(__file__).parent.parent / "templates" / "reference.docx", "word/styles.xml")
    names = {one.get(f"{WORD}val") for one in reference.iter(f"{WORD}name")}
    program = (Path(__file__).parent.parent / "templates" / "typst" / "paper.typ").read_text(encoding="utf-8")
    shown = house_style(INSTALLED).styles
    for template in (Path(__file__).parent.parent / "templates").glob("*.j2"):
        used = {piece.partition('"')[0] for piece in template.read_text(encoding="utf-8").split('custom-style="')[1:]}
        assert used <= names
        assert {style for style in used if style not in shown and f'"{style}": it' not in program} == set()


def test_a_pdf_is_accessible_and_fit_for_archives(templates: Path) -> None:
    out = printed(templates, EVERYTHING, everything(), (Format.PDF,))
    content = (out / "paper.pdf").read_bytes()
    assert b"<pdfuaid:part>1<" in content
    assert b"<pdfaid:part>2<" in content
    assert b"<pdfaid:conformance>A<" in content
    assert b"/Lang (uk" in content or b"/Lang(uk" in content


def test_an_html_page_is_accessible_and_alone(templates: Path) -> None:
    page = html(printed(templates, EVERYTHING, everything(), (Format.HTML,)) / "paper.html")
    tags = [tag for tag, _ in page.elements]
    assert dict(page.elements)["html"] == {"lang": "uk-UA"}
    assert tags.count("h1") == 1
    assert tags.count("main") == 1
    assert not {"script", "img", "link", "iframe"} & set(tags)
    assert ("a", {"class": "skip", "href": "#text"}) in page.elements
    scopes = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
    assert scopes == ["col"] * 6 + ["row"] * 2
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    inner = {str(attributes["href"])[1:] for tag, attributes in page.elements if tag == "a"}
    assert inner <= set(ids)
    assert "url(" not in page.content


def test_a_character_that_no_font_has_is_named(templates: Path) -> None:
    with pytest.raises(PaperFault) as caught:
        printed(templates, "{{ a }}\n", {"a": "Слово 漢字 і 🏛"}, (Format.PDF,))
    assert [(one.facts["codepoint"], one.facts["text"]) for one in caught.value.diagnostics] == [
        ("U+5B57", "漢字"),
        ("U+6F22", "漢字"),
        ("U+1F3DB", "🏛"),
    ]
    assert "Source Serif 4" in lines(caught.value.diagnostics, "uk", hints=True)[1]


def test_the_fonts_have_what_ukrainian_papers_need() -> None:
    needed = (
        "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ'«»„“”№§—–→≥≤±×÷₴€%‰°²³…·•−½☐✓\u00a0\u202f\u2011"
    )
    assert missing_characters("paper", [needed]) == []


def test_an_engine_that_runs_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT", 0.2)
    with pytest.raises(EngineFailed, match=r"python: > 0\.2 s"):
        child.run_engine("python", [sys.executable, "-c", "import time; time.sleep(30)"], tmp_path)


def test_an_engine_that_fails_or_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="python: останні слова"):
        child.run_engine("python", [sys.executable, "-c", "raise SystemExit('останні слова')"], tmp_path)
    with pytest.raises(EngineFailed):
        child.run_engine("absent", [str(tmp_path / "absent")], tmp_path)


def test_typst_reads_nothing_outside_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("таємниця", encoding="utf-8")
    private = tmp_path / "private"
    private.mkdir()
    (private / "bad.typ").write_text('#read("../secret.txt")', encoding="utf-8")
    script = Path(typst.__file__).with_name("typst_child.py")
    job = f'{{"input": "{(private / "bad.typ").as_posix()}", "output": "{(private / "o.pdf").as_posix()}", "root": "{private.as_posix()}", "font_paths": [], "pdf_standards": [], "timestamp": 0}}'
    done = subprocess.run([sys.executable, "-P", str(script)], input=f"[{job}]".encode(), capture_output=True, check=False)
    assert done.returncode == 1
    assert b"outside" in done.stderr or b"escape" in done.stderr


def test_a_planted_pandoc_is_not_run(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = templates.parent / "planted"
    planted.mkdir()
    for name in ("pandoc", "typst", "pandoc.exe"):
        (planted / name).write_text("#!/bin/sh\nexit 9\n", encoding="utf-8")
        (planted / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(planted))
    monkeypatch.chdir(planted)
    out = printed(templates, "# {{ a }}\n", {"a": "так"})
    assert html(out / "paper.html").text.endswith("так Редакція")


def test_one_door_to_pandoc() -> None:
    source = Path(typst.__file__).parent.parent
    naming = {path.name for path in source.rglob("*.py") if "pypandoc" in path.read_text(encoding="utf-8")}
    assert naming == {"pandoc.py"}
