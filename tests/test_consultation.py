"""The papers of the consultation: what they say, whom they name, and that nothing about authors gets out."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from command import stratbuild
from printed import docx_tables, docx_text, pdf_text
from stratbuild.model import Plan
from stratbuild.model.proposals import considered
from stratbuild.outputs.documents import consultation_notice, consultation_report, replies
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.pipeline import public
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.render.press import print_papers
from strategies import SETTINGS, check_texts, lines

ROOT = Path(__file__).parent.parent
EDITION = Edition(date(2026, 2, 1), "0123456789ab", "uk", "0.1.0")
SECRET = re.compile("ZQX(?:NAME|POST|ADDRESS|MAIL|PHONE|MARK)[0-9]+", re.IGNORECASE)

RECORD = """\
goals: [{id: G-NET, title: Мережа}]
kpis: [{id: K-WIFI, goal: G-NET, title: Частка округів із Wi-Fi, measurement_unit: "%"}]
measures:
  - {id: M-WIFI, goal: G-NET, title: Облаштувати зони Wi-Fi, answers: [P-3]}
  - {id: M-HUB, goal: G-NET, title: Відкрити хаби}
members:
  - {id: MB-HEAD, name: Гаврилюк Олена, seat: executive_body, since: 2025-01-10, roles: [{role: head, since: 2025-01-10}]}
meetings:
  - {id: MT-06, number: 6, starts: "2025-05-15 10:00", present: [MB-HEAD], agenda: [{title: Про пропозиції}]}
  - {id: MT-P, kind: public, title: Слухання, starts: "2025-03-20 17:30", place: Будинок культури, online: true, participants: 22}
decisions:
  - {id: DC-1, meeting: MT-06, item: 1, text: Врахувати., votes: {in_favour: 1, against: 0, abstained: 0}}
proposals:
  - id: P-3
    title: Зупинки
    text: |
      Поставити *вільний* Wi-Fi на зупинках.

      - і в парку
    received: 2025-03-04
    group: resident
    channel: form
    author: {name: Марченко Ольга, post: учителька, address: м. Мена, email: zqxone@example.com, phone: "067 000 00 00"}
    disposition: partly
    reason: Зупинки – так, парк – ні.
    places: [K-WIFI, G-NET]
    decided_by: DC-1
  - {id: P-4, text: Те саме прошу і я., received: 2025-05-20, group: business, channel: email, duplicate_of: P-3, author: {name: ТОВ «Мережа»}}
  - {id: P-1, text: Інтернет у кожну хату., received: 2025-03-02, group: resident, channel: form, disposition: rejected, reason: Немає коштів.}
  - {id: P-2, text: Ще думаємо., received: 2025-03-02, group: expert, channel: hearing, author: {name: Хтось}}
"""
CONSULTATION = """\
  consultation:
    organ: Виконавчий комітет
    start: 2025-03-01
    finish: 2025-03-31
    groups: Мешканці громади.
    consequences: Послуги онлайн.
    draft_at: https://example.com/strategy
    send_to: strategy@example.com до 18:00
    contact: Секретар, тел. (04644) 2-00-00
    events: [MT-P]
"""


def plan_of(record: str = RECORD, consultation: str = CONSULTATION) -> Plan:
    checked = check_texts({"a.yaml": record, "s.yaml": SETTINGS + consultation})
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("consultation")
    views = (consultation_notice.view, consultation_report.view, replies.view)
    print_papers((paper for view in views for paper in view(plan_of(), EDITION) if isinstance(paper, Paper)), EDITION, out)
    return out


def text_of(path: Path) -> str:
    return docx_text(path).replace("\u00a0", " ")


def test_the_notice_says_what_it_must(papers: Path) -> None:
    notice = text_of(papers / "consultation-notice.docx")
    for words in (
        "Виконавчий комітет оголошує громадське обговорення",
        "з 1 березня 2025 року до 31 березня 2025 року включно (31 день)",
        "Мешканці громади.",
        "Послуги онлайн.",
        "https://example.com/strategy",
        "strategy@example.com до 18:00",
        "Секретар, тел. (04644) 2-00-00",
        "Слухання – 20 березня 2025 року о 17:30, Будинок культури, можна долучитися онлайн",
        "Персональних даних авторів не оприлюднюють.",
    ):
        assert words in notice
    assert "[заповніть" not in notice
    assert "Виконавчий комітет" in pdf_text(papers / "consultation-notice.pdf")


def test_what_the_notice_lacks_is_a_place_to_fill(tmp_path: Path) -> None:
    print_papers(
        consultation_notice.view(plan_of(consultation="  consultation: {finish: 2025-03-31}\n"), EDITION), EDITION, tmp_path
    )
    notice = text_of(tmp_path / "consultation-notice.docx")
    assert notice.count("[заповніть: ") == 7


def test_without_a_consultation_and_proposals_there_are_no_papers() -> None:
    bare = plan_of(RECORD.partition("proposals:\n")[0].replace(", answers: [P-3]", ""), "")
    assert [
        *consultation_notice.view(bare, EDITION),
        *consultation_report.view(bare, EDITION),
        *replies.view(bare, EDITION),
    ] == []
    only_proposals = plan_of(consultation="")
    assert [*consultation_notice.view(only_proposals, EDITION)] == []
    assert [paper.stem for paper in consultation_report.view(only_proposals, EDITION)] == ["consultation-report"]


def test_a_consultation_that_nobody_answered_has_a_report(tmp_path: Path) -> None:
    silent = plan_of(RECORD.partition("proposals:\n")[0].replace(", answers: [P-3]", ""))
    print_papers(consultation_report.view(silent, EDITION), EDITION, tmp_path)
    assert "Пропозицій не надійшло." in text_of(tmp_path / "consultation-report.docx")


def test_the_report_counts(papers: Path) -> None:
    report = text_of(papers / "consultation-report.docx")
    for words in (
        "Усього надійшло 4 пропозиції.",
        "У строк обговорення – 3, решта (1)",
        "Повторюють надіслані раніше: 1;",
        "Пропозиції враховано в 1 із 2 заходів проєкту (50 %).",
        "22 учасники",
    ):
        assert words in report
    tables = {caption.partition(" – ")[2]: rows for caption, rows in docx_tables(papers / "consultation-report.docx")}
    groups = tables["Пропозиції за авторами та рішеннями"]
    assert groups[1] == ["Мешканці громади", "0", "0", "1", "1", "2"]
    assert groups[-1] == ["Усього", "1", "0", "2", "1", "4"]
    assert tables["Пропозиції за способом подання"][1:] == [
        ["Форма на сайті", "2"],
        ["Електронна пошта", "1"],
        ["Громадські слухання", "1"],
        ["Усього", "4"],
    ]


def test_the_report_has_a_row_for_every_proposal(papers: Path) -> None:
    tables = {caption.partition(" – ")[2]: rows for caption, rows in docx_tables(papers / "consultation-report.docx")}
    rows = [[cell.replace("\u00a0", " ") for cell in row] for row in tables["Пропозиції та результати їх розгляду"]]
    assert rows[1:] == [
        ["1", "02.03.2025", "мешканець громади", "Інтернет у кожну хату.", "відхилено", "Немає коштів.", "–", "–"],
        ["2", "02.03.2025", "експерт", "Ще думаємо.", "на розгляді", "–", "–", "–"],
        [
            "3",
            "04.03.2025",
            "мешканець громади",
            "ЗупинкиПоставити вільний Wi-Fi на зупинках.і в парку",
            "враховано частково",
            "Зупинки – так, парк – ні.",
            "ціль 1захід 1.1показник «Частка округів із Wi-Fi»",
            "засідання № 6 від 15.05.2025",
        ],
        [
            "4",
            "20.05.2025",
            "бізнес",
            "Те саме прошу і я.",
            "враховано частковоповторює № 3",
            "Зупинки – так, парк – ні.",
            "ціль 1захід 1.1показник «Частка округів із Wi-Fi»",
            "засідання № 6 від 15.05.2025",
        ],
    ]


def test_no_paper_prints_the_id_of_anything(papers: Path, built: Path) -> None:
    ids = re.compile(r"\b(?:P|M|G|K|DC|MT|MB)-[A-Z0-9]+\b")
    for path in (*papers.rglob("*.docx"), *(built / "replies").glob("*.docx"), *built.glob("consultation-*.docx")):
        assert ids.findall(docx_text(path)) == [], path


def test_replies_go_to_authors_of_settled_proposals(papers: Path) -> None:
    assert sorted(path.name for path in (papers / "replies").iterdir()) == ["P-3.docx", "P-4.docx"]
    first = text_of(papers / "replies" / "P-3.docx")
    for words in (
        "Марченко Ольга учителька м. Мена zqxone@example.com",
        "4 березня 2025 року від Вас надійшла пропозиція:",
        "Поставити вільний Wi-Fi на зупинках.",
        "За рішенням Робочої групи (засідання № 6, 15 травня 2025 року) пропозицію враховано частково.",
        "Зупинки – так, парк – ні.",
        "захід 1.1 «Облаштувати зони Wi-Fi»",
        "Голова Робочої групи Гаврилюк Олена",
    ):
        assert words in first
    assert "і раніше" not in first
    repeated = text_of(papers / "replies" / "P-4.docx")
    assert "ТОВ «Мережа»" in repeated
    assert "Пропозиція повторює надіслану раніше" in repeated
    assert "враховано частково" in repeated


def test_the_sample_has_a_letter_for_every_settled_proposal(built: Path, sample: Plan) -> None:
    letters = {path.stem for path in (built / "replies").iterdir()}
    assert letters == {id_ for id_, one in considered(sample).items() if one.disposition.value != "pending"}
    assert "Умовні дані" in docx_text(built / "replies" / "P-009.docx")
    assert "умовні дані" in docx_text(built / "consultation-report.docx")


def test_the_public_edition_has_no_letters(sample: Plan) -> None:
    assert list(replies.view(sample, replace(EDITION, public=True))) == []
    assert list(replies.view(public(sample), EDITION)) == [], "and could have none: it knows no author"
    assert all(one.imported_as is None for one in public(sample).strategy.proposals.values())


def test_a_scenario_answers_nobody(sample: Plan) -> None:
    assert [paper for scenario in sample.scenarios.values() for paper in replies.view(scenario, EDITION)] == []


def test_nothing_about_authors_gets_out(tmp_path: Path) -> None:
    strategy = tmp_path / "strategy"
    shutil.copytree(ROOT / "strategy", strategy)
    path = strategy / "proposals.yaml"
    numbers = iter(range(1000))
    secret = (
        "author: {{name: ZQXNAME{0}, post: ZQXPOST{0}, address: ZQXADDRESS{0}, email: zqxmail{0}@example.com, phone: ZQXPHONE{0}}}\n"
        "    imported_as: ZQXMARK{0}"
    )
    text, count = re.subn(r"author: \{[^}]*\}", lambda _: secret.format(next(numbers)), path.read_text(encoding="utf-8"))
    assert count > 30
    path.write_text(text, encoding="utf-8")
    done = stratbuild("build", str(strategy), "-o", str(tmp_path / "public"), "--edition", "public", "--as-of", "2026-02-01")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "public" / "replies").exists()
    assert (tmp_path / "public" / "consultation-report.docx").is_file()
    assert _secrets(tmp_path / "public") == set()
    done = stratbuild("build", str(strategy), "-o", str(tmp_path / "full"), "--only", "replies", "--as-of", "2026-02-01")
    assert done.returncode == 0, done.stderr
    found = _secrets(tmp_path / "full")
    assert {"ZQXNAME0", "ZQXPOST0", "ZQXADDRESS0", "ZQXMAIL0"} <= found, "so that the search is known to work"


def _secrets(folder: Path) -> set[str]:
    found: set[str] = set()
    for path in folder.rglob("*"):
        found |= {one.upper() for one in SECRET.findall(path.name)}
        if path.is_file():
            for part in _parts(path.read_bytes()):
                found |= {one.upper() for one in SECRET.findall(part.decode("utf-8", "replace"))}
            if path.suffix == ".pdf":
                found |= {one.upper() for one in SECRET.findall(pdf_text(path))}
    return found


def _parts(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and those of every part of it where it is an archive, names included."""
    yield content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _parts(archive.read(name))


def test_quotes_within_quotes_are_of_the_second_rank(sample: Plan) -> None:
    assert in_words(sample, "uk").quoted("Курси «Онлайн»") == "«Курси „Онлайн“»"
    assert in_words(sample, "en").quoted("Courses “Online”") == "“Courses ‘Online’”"
