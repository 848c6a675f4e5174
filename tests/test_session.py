"""The papers for the session: grounds and points from data, numbers in words, the day of publication."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from number_words import read_money, read_number
from printed import docx_paragraphs, docx_text
from stratbuild.checks.number_words import _FIRST_WORDS, as_written, is_said
from stratbuild.model import Plan
from stratbuild.outputs.documents.concept import view as concept
from stratbuild.outputs.documents.programme import view as programme
from stratbuild.outputs.documents.session import view
from stratbuild.outputs.session.decision_form import decode_decision, shipped_decision
from stratbuild.outputs.session.publication import publication
from stratbuild.quantity import Money, Workdays
from stratbuild.quantity.number_words import number_in_words
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.locale import locale
from stratbuild.render.press import print_papers
from stratbuild.source import SourceText
from strategies import check_texts

ROOT = Path(__file__).parent.parent
EDITION = Edition(as_of=date(2026, 2, 1), revision="0123456789ab", language="uk", programme_version="0")
BARE = """
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  session: {council: Менська міська рада}
"""


def plan_of(text: str) -> Plan:
    checked = check_texts({"a.yaml": text})
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


@pytest.fixture(scope="module")
def papers(sample: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("session")
    print_papers(view(sample, EDITION), EDITION, folder)
    return folder / "session"


def test_without_a_council_there_are_no_papers() -> None:
    assert list(view(plan_of(BARE.replace("  session: {council: Менська міська рада}\n", "")), EDITION)) == []


def test_what_the_strategy_does_not_say_is_a_place_to_fill(tmp_path: Path) -> None:
    print_papers(view(plan_of(BARE), EDITION), EDITION, tmp_path)
    decision = docx_text(tmp_path / "session" / "decision.docx")
    for missing in ("сума", "сума словами", "відповідальний виконавець", "постійна комісія", "посада"):
        assert f"[заповніть: {missing}]" in decision
    note = docx_text(tmp_path / "session" / "note.docx")
    assert "[заповніть: чому рішення потрібне]" in note
    assert "Ухвалення рішення не потребує коштів." in note
    assert "[заповніть: дата сесії]" in docx_text(tmp_path / "session" / "annexes.docx")


def test_a_year_without_money_is_told_as_such(tmp_path: Path) -> None:
    text = (
        BARE
        + """
goals: [{id: G-A, title: Ціль}]
measures: [{id: M-A, goal: G-A, title: Захід, start: 2026}]
budget_lines: [{id: B-A, measure: M-A, title: Рядок, amounts: {2026: 5.00}}]
"""
    )
    print_papers(view(plan_of(text), EDITION), EDITION, tmp_path)
    note = docx_text(tmp_path / "session" / "note.docx").replace("\u00a0", " ")
    assert "2025 рік: 0,00 грн" in note
    assert "2026 рік: 5,00 грн" in note


def test_the_decision_has_its_parts_in_the_order_of_office_work(papers: Path) -> None:
    paragraphs = [one for one in docx_paragraphs(papers / "decision.docx") if one]
    expected = [
        "ПРОЄКТ",
        "Менська міська рада",
        "Позачергова сесія восьмого скликання",
        "РІШЕННЯ",
        "26 лютого 2026 року",
        "м. Мена",
        "№ ____________",
    ]
    assert [one.replace("\u00a0", " ") for one in paragraphs[:7]] == expected
    assert paragraphs[7].startswith("Про затвердження документа «Стратегія")
    assert paragraphs[8].startswith("Розглянувши проєкт документа")
    assert "керуючись пунктом 22 частини першої статті 26" in paragraphs[8]
    assert paragraphs[9] == "ВИРІШИЛА:"
    assert [one.split()[0] for one in paragraphs[10:-2]] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert paragraphs[-2] == "Міський голова"


def test_the_sum_stands_in_figures_and_in_words_that_say_the_same(papers: Path, sample: Plan) -> None:
    total = sample.budget.total
    figures = locale("uk").money(total, "UAH").replace("\u00a0", " ")
    for name in ("decision", "note"):
        text = docx_text(papers / f"{name}.docx").replace("\u00a0", " ")
        assert figures in text
        said = text.partition(f"{figures} (")[2].partition(")")[0]
        assert read_money(said) == total.hundredths


def test_the_note_gives_the_money_by_year_and_what_is_not_promised(papers: Path, sample: Plan) -> None:
    text = docx_text(papers / "note.docx").replace("\u00a0", " ")
    spent: dict[int, Money] = {}
    open_ = Money(0)
    for one in sample.budget.amounts:
        spent[one.year] = spent.get(one.year, Money(0)) + one.money
        if one.source is None or not sample.strategy.sources[one.source].confirmed:
            open_ += one.money
    for year, money in spent.items():
        assert f"{year} рік: {locale('uk').money(money, 'UAH')}".replace("\u00a0", " ") in text
    assert f"З цієї суми {locale('uk').money(open_, 'UAH')}".replace("\u00a0", " ") in text


def test_annexes_are_numbered_once_and_bear_their_numbers(sample: Plan, papers: Path, tmp_path: Path) -> None:
    listed = docx_text(papers / "annexes.docx")
    assert "programme/finance.docx, programme/finance.pdf" in listed
    print_papers([*programme(sample, EDITION), *concept(sample, EDITION)], EDITION, tmp_path)
    for number, one in enumerate(shipped_decision("uk").annexes, start=1):
        head = docx_paragraphs(tmp_path / f"{one.paper}.docx")[:3]
        assert head[:2] == [f"Додаток {number}", "до рішення Менської міської ради"]
        assert head[2].startswith("від 26.02.2026 № ")
    short = docx_paragraphs(tmp_path / "programme" / "measures-short.docx")
    assert not short[0].startswith("Додаток"), "the decision does not name it"


def test_a_strategy_without_a_passport_has_one_annex(tmp_path: Path) -> None:
    print_papers(view(plan_of(BARE), EDITION), EDITION, tmp_path)
    assert "що додається (додаток 1)" in docx_text(tmp_path / "session" / "decision.docx")


@pytest.mark.parametrize(
    ("session", "last"),
    [("2026-02-26", "2026-02-12"), ("2026-03-02", "2026-02-16"), ("2026-02-28", "2026-02-16")],
)
def test_the_draft_is_published_ten_working_days_before(session: str, last: str) -> None:
    found = publication(plan_of(BARE), replace(EDITION, session_on=date.fromisoformat(session)))
    assert found is not None
    assert (found.last, found.working_days) == (date.fromisoformat(last), 10)


@given(st.dates(date(2025, 1, 1), date(2030, 1, 1)), st.sets(st.dates(date(2024, 12, 1), date(2030, 1, 1)), max_size=30))
def test_between_publication_and_session_lie_so_many_working_days(session: date, off: set[date]) -> None:
    plan = replace(plan_of(BARE), workdays=Workdays(off))
    found = publication(plan, replace(EDITION, session_on=session))
    assert found is not None
    days = [found.last + timedelta(days=step) for step in range((session - found.last).days)]
    worked = [day for day in days if day.weekday() < 5 and day not in off]
    assert len(worked) == 10
    assert worked[0] == found.last


def test_the_day_of_the_command_line_counts_before_that_of_the_strategy(sample: Plan) -> None:
    found = publication(sample, replace(EDITION, session_on=date(2026, 3, 26)))
    assert found is not None
    assert found.session == date(2026, 3, 26)


@given(st.integers(0, 10**13 - 1))
def test_numbers_in_words_say_what_they_are(number: int) -> None:
    for gender in ("masculine", "feminine"):
        assert read_number(number_in_words(number, "uk", gender)) == number


@given(st.integers(0, Money.LARGEST))
def test_sums_in_words_say_what_they_are(hundredths: int) -> None:
    said = locale("uk").money_in_words(Money(hundredths), "UAH").replace("\u00a0", " ")
    assert read_money(said) == hundredths
    assert said.split()[-1] == {1: "копійка", 2: "копійки"}.get(hundredths % 100, said.split()[-1])


@pytest.mark.parametrize(
    ("hundredths", "uk", "en"),
    [
        (101, "одна гривня 01 копійка", "one hryvnia 01 kopeck"),
        (2_200_03, "дві тисячі двісті гривень 03 копійки", "two thousand, two hundred hryvnias 03 kopecks"),
        (21_11, "двадцять одна гривня 11 копійок", "twenty-one hryvnias 11 kopecks"),
        (-500, "мінус п’ять гривень 00 копійок", "minus five hryvnias 00 kopecks"),
    ],
)
def test_sums_in_words(hundredths: int, uk: str, en: str) -> None:
    assert locale("uk").money_in_words(Money(hundredths), "UAH").replace("\u00a0", " ") == uk
    assert locale("en").money_in_words(Money(hundredths), "UAH").replace("\u00a0", " ") == en


def test_a_currency_without_words_keeps_its_code() -> None:
    assert locale("uk").money_in_words(Money(150), "PLN").replace("\u00a0", " ") == "один PLN 50/100"


HEAD = "guided_by: {uk: стаття}\ngrounds: [{uk: закон}]\npoints: [{uk: Затвердити}]\nannexes: [{paper: concept, uk: а}]\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (HEAD.replace("paper: concept", "paper: concpt"), "SB890", "4:19"),
        (HEAD.replace("Затвердити", "'Затвердити {titel}'"), "SB890", "3:15"),
        (HEAD + "publish_before: 0\n", "SB891", "5:17"),
        (HEAD.replace("grounds: [{uk: закон}]\n", ""), "SB892", "1:1"),
        (HEAD.replace("{uk: стаття}", "{en: Article}"), "SB892", "1:1"),
        (HEAD + "signed: x\n", "SB890", "5:1"),
    ],
)
def test_a_mistake_in_the_decision_is_found_at_its_place(text: str, code: str, place: str) -> None:
    with pytest.raises(PaperFault) as caught:
        decode_decision(SourceText("decision.yaml", text), "uk")
    assert [(one.code, str(one.span)) for one in caught.value.diagnostics] == [(code, f"decision.yaml:{place}")]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_shipped_decision_is_sound(language: str) -> None:
    found = shipped_decision(language)
    assert found.publish_before == 10
    assert len(found.points) == 6


def test_the_papers_are_accessible_pdfs_with_titles(papers: Path) -> None:
    for name in ("decision", "note", "annexes"):
        reader = PdfReader(papers / f"{name}.pdf")
        assert reader.metadata is not None
        assert reader.metadata.title
        assert str(reader.root_object["/Lang"]).startswith("uk")


def test_the_words_that_a_number_can_begin_with_are_all_there() -> None:
    numbers = (*range(1001), *range(1000, 10**6, 977), *(10**power for power in range(13)))
    assert {words.split()[0] for number in numbers for words in as_written(number)} == _FIRST_WORDS


def test_a_number_may_be_of_any_gender() -> None:
    assert [is_said(21, f"двадцять {one} щось") for one in ("один", "одна", "одне", "одні")] == [True, True, True, False]
