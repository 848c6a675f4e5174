"""The papers of the group as its secretary reads them: minutes, extracts, notices, sheets, the report."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from printed import docx_paragraphs, docx_tables, docx_text, one_line
from stratbuild.model import Plan
from stratbuild.outputs.documents.extracts import view as extracts
from stratbuild.outputs.documents.group_report import view as group_report
from stratbuild.outputs.documents.minutes import view as minutes
from stratbuild.outputs.documents.notices import view as notices
from stratbuild.pipeline import public
from stratbuild.render.edition import Edition
from stratbuild.render.press import print_papers
from strategies import check_texts, lines

EDITION = Edition(as_of=date(2025, 8, 1), revision="0123456789ab", language="uk", programme_version="0")
GROUP = """
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  regulation:
    group: Робоча група зі Стратегії
    tie: head
    meets_every: month
    substitutes_for: [leave]
units:
  - {id: U-FIN, name: Фінансове управління}
members:
  - id: MB-HEAD
    name: Коваль Олена Петрівна
    seat: executive_body
    post: Заступник міського голови
    since: 2025-05-01
    roles: [{role: head, since: 2025-05-01}]
  - id: MB-LEAVE
    name: Гнатюк Іван Ілліч
    seat: councillor
    post: Депутат міської ради
    since: 2025-05-01
    absences: [{since: 2025-06-01, until: 2025-06-30, reason: leave, substitute: Мороз Яна Юріївна, post: Юрист}]
  - {id: MB-AUTHOR, name: Ткач Ія, seat: it_specialist, post: ІТ-фахівець, since: 2025-05-01}
  - {id: MB-AWAY, name: Левко Юрій Юрійович, seat: business, since: 2025-05-01, until: 2025-07-10}
subgroups:
  - {id: SG-NET, title: Мережі, head: MB-AUTHOR, members: [MB-AUTHOR, MB-AWAY], since: 2025-05-10}
meetings:
  - id: MT-1
    number: 1
    starts: 2025-06-12 10:00
    ends: 2025-06-12 11:30
    place: Зала засідань
    online: true
    link: https://meet.example.com/secret
    chaired_by: MB-HEAD
    secretary: MB-AUTHOR
    present: [MB-HEAD, MB-AUTHOR]
    substituted: [MB-LEAVE]
    absent: [MB-AWAY]
    invited: [{name: Гість Петро Петрович, post: Аудитор}]
    agenda:
      - title: Про мережі
        reported_by: MB-AUTHOR
        heard: Ліній бракує.
        spoke: [{member: MB-HEAD, said: Кошти *є*.}]
      - title: Про різне
  - id: MT-2
    number: 2
    starts: 2025-08-14 09:30
    place: Зала
    called: 2025-08-07
    agenda: [{title: Про кошти, speaker: Головний бухгалтер}]
  - id: MT-P
    kind: public
    title: Слухання
    starts: 2025-07-20 17:00
    participants: 12
    summary: Прийшли люди.
decisions:
  - id: DC-TIE
    meeting: MT-1
    item: 1
    text: Будувати лінії.
    votes: {in_favour: 1, against: 1, abstained: 0}
    by_name: {MB-HEAD: for, MB-LEAVE: against}
    interests: [{member: MB-AUTHOR, about: має товариство}]
  - {id: DC-NO, meeting: MT-1, item: 2, text: Відкласти., votes: {in_favour: 0, against: 2, abstained: 1}}
  - {id: DC-WRONG, meeting: MT-1, text: Ще одне., votes: {in_favour: 9, against: 0, abstained: 0}}
assignments:
  - {id: AS-1, title: Порахувати кошти, decision: DC-TIE, members: [MB-HEAD], units: [U-FIN], due: 2025-07-01}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    # A rule finds the wrong vote, and no papers are built; what the minutes would say is asked here all the same.
    checked = check_texts({"a.yaml": GROUP})
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan


@pytest.fixture(scope="module")
def papers(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("group")
    views = [*minutes(plan, EDITION), *extracts(plan, EDITION), *notices(plan, EDITION), *group_report(plan, EDITION)]
    print_papers(views, EDITION, folder)
    return folder


def paragraphs_of(path: Path) -> list[str]:
    return [found for one in docx_paragraphs(path) if (found := one_line(one))]


def test_there_is_a_paper_for_every_meeting_and_decision(papers: Path) -> None:
    found = sorted(path.relative_to(papers).as_posix() for path in papers.rglob("*.*"))
    assert found == [
        "attendance/02.docx",
        "extracts/DC-NO.docx",
        "extracts/DC-TIE.docx",
        "group-report.docx",
        "group-report.pdf",
        "minutes/01.docx",
        "notices/02.docx",
    ]


def test_the_minutes_say_who_was_there_what_was_said_and_how_it_was_voted(papers: Path) -> None:
    assert paragraphs_of(papers / "minutes" / "01.docx") == [
        "Робоча група зі Стратегії",
        "ПРОТОКОЛ",
        "12 червня 2025 року",
        "№ 1",
        "засідання Робочої групи",
        "Час",
        "з 10:00 до 11:30",
        "Місце",
        "Зала засідань, а також онлайн",
        "Склад",
        "4 особи, взяли участь – 3",
        "Голова засідання",
        "Коваль Олена Петрівна, заступник міського голови",
        "Секретар засідання",
        "Ткач Ія, ІТ-фахівець",
        "Присутні:",
        "Коваль Олена Петрівна, заступник міського голови",
        "Ткач Ія, ІТ-фахівець",
        "Заміщують відсутніх, з правом голосу:",
        "Мороз Яна Юріївна, юрист (заміщує: Гнатюк І. І.)",
        "Відсутні:",
        "Левко Юрій Юрійович",
        "Запрошені, без права голосу:",
        "Гість Петро Петрович, аудитор",
        "Порядок денний:",
        "Про мережі. Доповідає: Ткач Ія, ІТ-фахівець.",
        "Про різне.",
        "1. СЛУХАЛИ: Про мережі.",
        "Доповідач: Ткач Ія, ІТ-фахівець.",
        "Ліній бракує.",
        "ВИСТУПИЛИ:",
        "Коваль О. П.: Кошти *є*.",
        "ВИРІШИЛИ:",
        "Будувати лінії.",
        "Про конфлікт інтересів заявлено: Ткач Ія (має товариство); не бере участі в голосуванні.",
        (
            "Голосували: за – 1, проти – 1, утрималися – 0. "
            "Рішення ухвалено: «за» – 1 із 2 голосів «за» і «проти», рівно половина; голос голови вирішальний – «за» (Коваль Олена Петрівна)."
        ),
        "За: Коваль О. П.",
        "Проти: Гнатюк І. І.",
        "Доручення:",
        "Коваль О. П., Фінансове управління – порахувати кошти. Строк – 01.07.2025.",
        "2. СЛУХАЛИ: Про різне.",
        "ВИРІШИЛИ:",
        "Відкласти.",
        (
            "Голосували: за – 0, проти – 2, утрималися – 1. "
            "Рішення не ухвалено: «за» – 0 із 2 голосів «за» і «проти», менше половини."
        ),
        "Поза порядком денним.",
        "ВИРІШИЛИ:",
        "Ще одне.",
        ("Голосували: за – 9, проти – 0, утрималися – 0. Підсумок голосування не встановлено: голосів 9, а право голосу – у 3."),
        "Голова засідання",
        "Олена КОВАЛЬ",
        "Секретар засідання",
        "Ткач Ія",
    ]


def test_an_extract_says_what_one_decision_was_and_how_it_was_voted(papers: Path) -> None:
    assert paragraphs_of(papers / "extracts" / "DC-NO.docx") == [
        "Робоча група зі Стратегії",
        "ВИТЯГ З ПРОТОКОЛУ",
        "12 червня 2025 року",
        "№ 1",
        "засідання Робочої групи",
        "Склад: 4 особи, взяли участь – 3.",
        "2. СЛУХАЛИ: Про різне.",
        "ВИРІШИЛИ:",
        "Відкласти.",
        (
            "Голосували: за – 0, проти – 2, утрималися – 1. "
            "Рішення не ухвалено: «за» – 0 із 2 голосів «за» і «проти», менше половини."
        ),
        "Голова засідання",
        "Олена КОВАЛЬ",
        "Секретар засідання",
        "Ткач Ія",
        "Згідно з оригіналом",
        "Секретар Робочої групи",
        "[заповніть]",
        "1 серпня 2025 року",
    ]


def test_a_notice_calls_to_a_meeting_that_is_still_to_be_held(papers: Path) -> None:
    assert paragraphs_of(papers / "notices" / "02.docx") == [
        "Робоча група зі Стратегії",
        "ПОВІДОМЛЕННЯ",
        "Членам Робочої групи",
        "7 серпня 2025 року",
        "про проведення засідання Робочої групи",
        "Дата",
        "14 серпня 2025 року",
        "Час",
        "09:30",
        "Місце",
        "Зала",
        "Порядок денний:",
        "Про кошти. Доповідає: головний бухгалтер.",
        (
            "У разі тимчасової відсутності через відпустку просимо повідомити секретаря, "
            "яка посадова особа Вас заміщуватиме: за Положенням вона має право голосу."
        ),
        "Секретар Робочої групи",
        "[заповніть]",
    ]


def test_the_sheet_has_a_row_for_every_member_of_that_day(papers: Path) -> None:
    rows = next(rows for _, rows in docx_tables(papers / "attendance" / "02.docx") if rows[0][0] == "№")
    # One member left in July, and the leave of another was in June.
    assert [row[1] for row in rows[1:4]] == [
        "Коваль Олена Петрівна, заступник міського голови",
        "Гнатюк Іван Ілліч, депутат міської ради",
        "Ткач Ія, ІТ-фахівець",
    ]
    assert {row[2] for row in rows[1:4]} == {""}
    assert rows[4] == ["Запрошені та інші учасники"]
    assert len(rows) == 10


def test_the_report_counts_what_the_group_has_done_by_its_day(papers: Path) -> None:
    paragraphs = paragraphs_of(papers / "group-report.docx")
    tables = {caption.partition(" – ")[2]: rows for caption, rows in docx_tables(papers / "group-report.docx")}
    assert tables["Засідання групи та зустрічі підгруп"][1:] == [["12.06.2025", "Засідання групи № 1", "3 із 4", "1 із 3"]]
    assert tables["Публічні заходи"][1:] == [["20.07.2025", "Слухання", "–", "12"]]
    assert tables["Склад групи"][-1] == ["Разом", "3"]
    assert [[one_line(cell) for cell in row] for row in tables["Прострочені доручення"][1:]] == [
        ["Порахувати кошти", "Коваль О. П., Фінансове управління", "01.07.2025", "31"]
    ]
    assert "прострочено – 1" in paragraphs
    assert "10.07.2025 зі складу виведено: Левко Ю. Ю." in paragraphs
    assert "14 серпня 2025 року о 09:30: засідання групи" in paragraphs
    assert "Мережі (1 особа)" in paragraphs, "one of the two has left the group"


def test_the_day_of_the_edition_decides_what_the_report_knows(plan: Plan, tmp_path: Path) -> None:
    early = replace(EDITION, as_of=date(2025, 6, 20))
    print_papers(group_report(plan, early), early, tmp_path)
    text = docx_text(tmp_path / "group-report.docx")
    assert "Прострочені" not in text
    assert "зі складу виведено" not in text
    assert "20 липня 2025 року о 17:00: Слухання" in text


def test_no_public_paper_says_who_was_invited_or_why_somebody_was_away(plan: Plan, tmp_path: Path) -> None:
    edition = replace(EDITION, public=True)
    shown = public(plan)
    print_papers([*minutes(shown, edition), *notices(shown, edition)], edition, tmp_path)
    text = docx_text(tmp_path / "minutes" / "01.docx")
    assert "Гість" not in text
    assert "аудитор" in text.casefold()
    assert "відпустка" not in text
    assert "Мороз Яна Юріївна, юрист (заміщує: Гнатюк І. І.)" in text


def test_without_members_there_is_no_report() -> None:
    checked = check_texts({"a.yaml": GROUP.partition("units:")[0]})
    assert checked.plan is not None
    assert list(group_report(checked.plan, EDITION)) == []
    assert list(minutes(checked.plan, EDITION)) == []


def test_papers_of_meetings_with_the_same_number_have_names_of_their_own(tmp_path: Path) -> None:
    checked = check_texts({"a.yaml": GROUP.replace("    number: 2\n", "    number: 1\n    present: [MB-HEAD]\n")})
    assert checked.plan is not None
    assert [one.stem for one in minutes(checked.plan, EDITION)] == ["minutes/MT-1", "minutes/MT-2"]
