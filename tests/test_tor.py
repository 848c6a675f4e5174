"""The drafts of technical specifications: sections of each kind, nothing lost, gaps marked, sums from the lines."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import indent
from zipfile import ZipFile

import pytest
from lxml import etree

from printed import letters, pdf_text
from stratbuild.model import Plan
from stratbuild.outputs.documents.tor import view
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.press import print_papers, printing
from stratbuild.schema.specification import Section, SpecificationKind
from strategies import check_folder, check_text

EDITION = Edition(as_of=date(2026, 3, 1), revision="0123456789ab", language="uk", programme_version="0")
BASE = """
units: [{id: U-IT, name: Відділ цифрового розвитку}]
goals: [{id: G-NET, title: Швидкий інтернет}]
measures: [{id: M-WIFI, goal: G-NET, title: Облаштувати Wi-Fi, lead: U-IT, start: 2026-03, duration: 8 months}]
sources: [{id: S-LOCAL, title: Місцевий бюджет, kind: local}]
budget_lines:
  - {id: B-AP, measure: M-WIFI, title: Точки доступу, economic_code: 3110, cpv: 32420000-3,
     quantity: {2026: 6, 2027: 5}, unit_price: 18500.55, measurement_unit: шт., funding: S-LOCAL}
"""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plan_of(specification: str) -> Plan:
    checked = check_text(BASE + "specifications:\n" + indent(specification, "  "))
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


def printed(plan: Plan, folder: Path) -> dict[str, list[str]]:
    """The paragraphs of every specification that the plan has."""
    paths = print_papers(view(plan, EDITION), EDITION, folder)
    return {path: list(_paragraphs(folder / path)) for path in paths if path.endswith(".docx")}


def _paragraphs(path: Path) -> Iterator[str]:
    with ZipFile(path) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    for paragraph in body.iter(f"{WORD}p"):
        yield "".join(piece.text or "" for piece in paragraph.iter(f"{WORD}t"))


@pytest.mark.parametrize("kind", [kind.value for kind in SpecificationKind])
def test_a_bare_specification_has_every_section_of_its_kind_as_a_place_to_fill(kind: str, tmp_path: Path) -> None:
    plan = plan_of(f"- {{id: T-X, measure: M-WIFI, title: Предмет, kind: {kind}}}")
    paragraphs = printed(plan, tmp_path)["tor/T-X.docx"]
    words = locale("uk")
    expected = {
        "goods": ("items", "delivery", "documents", "acceptance", "warranty", "value"),
        "services": ("scope", "schedule", "staff", "service_level", "security", "documents", "acceptance", "value"),
        "works": ("site", "volumes", "project_documents", "standards", "schedule", "acceptance", "warranty", "value"),
        "software": ("functions", "integration", "data", "security", "rights", "training", "support", "acceptance", "value"),
    }[kind]
    for section in expected:
        title = words.say(f"tor.sections.{section}")
        heading = next(place for place, text in enumerate(paragraphs) if text.endswith(f". {title}"))
        assert f"[заповніть: {words.say(f'tor.missing.{section}')}]" in paragraphs[heading + 1 : heading + 4]


@pytest.mark.parametrize("kind", [kind.value for kind in SpecificationKind])
def test_no_requirement_is_lost_whatever_its_section(kind: str, tmp_path: Path) -> None:
    requirements = "\n".join(f"    - {{section: {section.value}, text: Вимога {section.value}}}" for section in Section)
    plan = plan_of(f"- id: T-X\n  measure: M-WIFI\n  title: Предмет\n  kind: {kind}\n  requirements:\n{requirements}")
    paragraphs = printed(plan, tmp_path)["tor/T-X.docx"]
    for section in Section:
        assert paragraphs.count(f"Вимога {section.value}") == 1


def test_value_and_codes_come_from_the_budget_lines(tmp_path: Path) -> None:
    plan = plan_of("- {id: T-X, measure: M-WIFI, title: Предмет, kind: goods, budget_lines: [B-AP]}")
    paragraphs = printed(plan, tmp_path)["tor/T-X.docx"]
    assert paragraphs.count("203\u00a0506,05") == 2, "the line's amount and the total"
    assert "203\u00a0506,05\u00a0грн" in paragraphs
    assert "2026–2027" in paragraphs
    assert "32420000-3" in paragraphs
    assert any(text == "1\u00a0березня 2026\u00a0року – 31\u00a0жовтня 2026\u00a0року" for text in paragraphs)


def test_items_and_their_parameters_are_tables(tmp_path: Path) -> None:
    plan = plan_of(
        "- id: T-X\n  measure: M-WIFI\n  title: Предмет\n  kind: goods\n  warranty: 24 months\n"
        "  items:\n    - {name: Точка доступу, quantity: 11, measurement_unit: шт., parameters: [{name: Захист, value: не гірше IP67}]}\n"
        "    - {name: Кабель}\n"
    )
    paragraphs = printed(plan, tmp_path)["tor/T-X.docx"]
    for text in ("Точка доступу", "11", "шт.", "Захист", "не гірше IP67", "Кабель", "Гарантійний строк: 24 місяці."):
        assert text in paragraphs
    assert paragraphs.count("[заповніть]") == 2, "quantity and unit of the second item"


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    hostile = "{{7*7}} `x`{=openxml} <w:p/> [a](javascript:1) # №5"
    plan = plan_of(f"- {{id: T-X, measure: M-WIFI, title: '{hostile}', kind: goods}}")
    assert hostile in printed(plan, tmp_path)["tor/T-X.docx"]


def test_the_example_prints_every_specification(tmp_path: Path) -> None:
    checked = check_folder(Path(__file__).parent.parent / "strategy")
    assert checked.plan is not None
    made = printed(checked.plan, tmp_path)
    assert sorted(made) == sorted(f"tor/{id_}.docx" for id_ in checked.plan.strategy.specifications)
    assert {one.kind for one in checked.plan.strategy.specifications.values()} == set(SpecificationKind)
    assert all(any("[заповніть" in text for text in paragraphs) for paragraphs in made.values())


def test_the_pdf_says_what_the_docx_says_and_the_places_to_fill_are_counted(tmp_path: Path) -> None:
    """The mark that shows how a place looks is not counted itself."""
    plan = plan_of(
        "- {id: T-X, measure: M-WIFI, title: Предмет, kind: goods}\n- {id: T-Y, measure: M-WIFI, title: Інше, kind: works}"
    )
    with printing(view(plan, EDITION), EDITION, tmp_path) as run:
        files, places = run.files(), run.places_to_fill()
    assert files == ("tor/T-X.docx", "tor/T-X.pdf", "tor/T-Y.docx", "tor/T-Y.pdf")
    for stem, count in places.items():
        text = " ".join(_paragraphs(tmp_path / f"{stem}.docx"))
        assert text.count("[заповніть") == count + 1
        assert letters(pdf_text(tmp_path / f"{stem}.pdf")).count(letters("[заповніть")) == count + 1
    assert list(places) == ["tor/T-X", "tor/T-Y"]


def test_why_a_trade_mark_is_named_stands_under_the_items(tmp_path: Path) -> None:
    plan = plan_of("""\
- id: T-X
  measure: M-WIFI
  title: Предмет
  kind: goods
  items: [{name: Точка доступу UniFi або еквівалент, quantity: 1, measurement_unit: шт.}]
  brand_reason: Працює з наявними точками.
""")
    paragraphs = printed(plan, tmp_path)["tor/T-X.docx"]
    at = paragraphs.index("Обґрунтування посилання на торговельну марку:")
    assert paragraphs[at + 1] == "Працює з наявними точками."
    assert paragraphs.index("Точка доступу UniFi або еквівалент") < at


def test_why_a_trade_mark_is_named_is_said_without_items_too(tmp_path: Path) -> None:
    plan = plan_of("""\
- id: T-X
  measure: M-WIFI
  title: Предмет
  kind: services
  requirements: [{section: support, text: Супровід UniFi або еквівалент}]
  brand_reason: Працює з наявними точками.
""")
    assert printed(plan, tmp_path)["tor/T-X.docx"].count("Працює з наявними точками.") == 1
