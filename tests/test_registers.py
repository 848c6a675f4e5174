"""`registers.xlsx`: who belongs to the group, when it met, what it decided and why, who does what, as of the edition's day."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from group_record import RECORD, SETTINGS, record_of
from libreoffice import differences, formulas, recalculated
from stratbuild import pipeline
from stratbuild.model import Plan
from stratbuild.model.governance.tasks import TaskState
from stratbuild.model.governance.workload import workloads
from stratbuild.outputs.documents.registers import OUTPUT
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_reader import StoredValues, read_back, verify_workbook
from stratbuild.render.workbook_writer import write_workbook

EDITION = Edition(date(2025, 6, 1), "0123456789ab", "uk", "0.1.0")


def described(plan: Plan, edition: Edition = EDITION) -> Workbook:
    (made,) = OUTPUT.view(plan, edition)
    assert isinstance(made, Workbook)
    return made


def written(plan: Plan, folder: Path, edition: Edition = EDITION) -> Path:
    workbook = described(plan, edition)
    path = folder / write_workbook(workbook, edition, folder)
    assert verify_workbook(path, workbook) == ()
    return path


def told(stored: StoredValues, sheet: str, first: int, *columns: int) -> str:
    """The rows of a sheet from one on, a line each, with the columns that are asked for."""
    rows = stored.sheets[sheet][first:]
    return "\n".join(" | ".join(shown(row[column]) for column in columns).rstrip() for row in rows)


def shown(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


MEMBERS = """\
1 | Гаврилюк Олена | виконавчі органи ради | Міська рада | голова з 20.01.2025 |  | 20.01.2025 |  | у складі
2 | Ткач Андрій | виконавчі органи ради | Відділ цифрового розвитку | секретар з 20.01.2025 до 31.03.2025 | Мережі (керівник) | \
20.01.2025 |  | у складі
3 | Мороз Галина | місцевий бізнес |  |  |  | 20.01.2025 | 30.04.2025 | вибув
4 | Левченко Артем | громадські активісти |  | секретар з 01.04.2025 | Мережі | 01.02.2025 |  | у складі"""

MEETINGS = """\
1 | Робоча група | 1 | 23.01.2025 | 10:00–11:30 | Зала засідань | 3 | 0 | 0 | 3 | Секретний Гість, Староста |  | 1 | відбулося
2 | Робоча група | 2 | 13.03.2025 | 10:00–11:00 | Зала засідань; можна онлайн | 2 | 1 | 1 | 4 |  |  | 2 | відбулося
3 | Підгрупа «Мережі» | 1 | 10.04.2025 | 15:00 | Онлайн | 2 | 0 | 0 | 2 |  |  | 1 | відбулося
4 | Публічний захід «День відкритих даних» |  | 15.05.2025 | 17:00 | Бібліотека |  |  |  |  |  | 40 | 0 | відбулося
5 | Робоча група | 3 | 12.06.2025 | 10:00 | Зала засідань |  |  |  |  |  |  | 0 | скликано
 | Разом |  |  |  |  |  |  |  |  |  |  | 4 |"""

DECISIONS = """\
1 | 23.01.2025 | 1 | 1. Про порядок роботи | 2 | 0 | 1 | 0 | ухвалено | «за» – 2 із 2 голосів «за» і «проти», більше половини |  |
2 | 13.03.2025 | 2 | 1. Про Wi-Fi | 1 | 1 | 0 | 0 | ухвалено | «за» – 1 із 2 голосів «за» і «проти», рівно половина; \
голос голови вирішальний – «за» (Гаврилюк Олена) | Мороз Галина: продає обладнання | 1.1. Облаштувати зони Wi-Fi
3 | 13.03.2025 | 2 | 2. Про решту | 1 | 2 | 0 | 0 | не ухвалено | «за» – 1 із 3 голосів «за» і «проти», менше половини |  |
4 | 10.04.2025 | 1 |  | 1 | 0 | 0 | 1 | ухвалено | «за» – 1 із 1 голосу «за» і «проти», більше половини |  |"""

ASSIGNMENTS = """\
AS-1 | доручення | Ткач Андрій | Засідання № 1 | 23.01.2025 | 31.01.2025 | 30.01.2025 | вчасно | 0 | Сайт
AS-2 | запит на інформацію | Фінансове управління; Цифровий відділ | Засідання № 1 | 23.01.2025 | 10.02.2025 | 12.02.2025 | \
із запізненням | 2 | Лист
AS-3 | доручення | Левченко Артем; Підгрупа «Мережі» | Засідання № 2 | 13.03.2025 | 20.05.2025 |  | прострочено | 12 |
AS-4 | доручення | Гаврилюк Олена |  | 01.05.2025 | 10.06.2025 |  | у роботі | 0 |
AS-5 | доручення | Цифровий відділ |  | 01.02.2025 |  |  | у роботі | 0 |"""

BY_MEMBER = """\
Гаврилюк Олена | 1 | 0 | 0 | 0 | 1
Ткач Андрій | 2 | 1 | 0 | 1 | 0
Мороз Галина | 0 | 0 | 0 | 0 | 0
Левченко Артем | 1 | 0 | 0 | 1 | 0
Разом | 4 | 1 | 0 | 2 | 1"""

BY_UNIT = """\
Відділ цифрового розвитку | 2 | 0 | 1 | 0 | 1
Фінансове управління | 1 | 0 | 1 | 0 | 0
Разом | 3 | 0 | 2 | 0 | 1"""

ATTENDANCE = """\
Член групи | № 1 23.01.2025 | № 2 13.03.2025 | Мережі № 1 10.04.2025 | Особисто | Заміщено | Не було | Участь
Гаврилюк Олена | П | П | × | 2 | 0 | 0 | 1
Ткач Андрій | П | З | П | 2 | 1 | 0 | 1
Мороз Галина | П | П | × | 2 | 0 | 0 | 1
Левченко Артем | × | В | П | 1 | 0 | 1 | 0.5
Особисто | 3 | 2 | 2 |  |  |  |
Заміщено | 0 | 1 | 0 |  |  |  |
Не було | 0 | 1 | 0 |  |  |  |"""


def test_every_register_is_the_record(tmp_path: Path) -> None:
    stored = read_back(written(record_of(), tmp_path))
    assert list(stored.sheets) == [
        "Склад",
        "Засідання",
        "Рішення",
        "Доручення і запити",
        "За членами групи",
        "За підрозділами",
        "Відвідування",
        "Виконавці доручень",
    ]
    assert told(stored, "Склад", 3, 0, 1, 2, 4, 5, 6, 7, 8, 9) == MEMBERS
    assert told(stored, "Засідання", 3, 0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15) == MEETINGS
    assert told(stored, "Рішення", 3, 0, 1, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13) == DECISIONS
    assert told(stored, "Доручення і запити", 4, 1, 2, 4, 5, 7, 8, 9, 10, 11, 12) == ASSIGNMENTS
    assert told(stored, "За членами групи", 3, 1, 3, 4, 5, 6, 7) == BY_MEMBER
    assert told(stored, "За підрозділами", 3, 1, 3, 4, 5, 6, 7) == BY_UNIT
    assert (
        told(stored, "Відвідування", 2, *range(1, 9)).replace("\n2", " 2").replace("\n1", " 1").replace("\xa0", " ") == ATTENDANCE
    )


@pytest.mark.parametrize("language", ["uk", "en"])
def test_libreoffice_computes_every_stored_value(sample: Plan, tmp_path: Path, language: str) -> None:
    for name, plan, day in (("small", record_of(), date(2025, 6, 1)), ("sample", sample, date(2026, 2, 1))):
        folder = tmp_path / name
        path = written(plan, folder, replace(EDITION, language=language, as_of=day))
        assert sum(1 for _ in formulas(path)) > 60
        assert differences(path, recalculated(path, folder / "office")) == []


def test_a_day_that_is_typed_moves_states_and_sums(tmp_path: Path) -> None:
    path = written(record_of(), tmp_path)
    book = load_workbook(path)
    sheet = book["Доручення і запити"]
    row = next(one for one in sheet.iter_rows() if one[1].value == "AS-3")
    row[9].value = datetime(2025, 5, 30)  # noqa: DTZ001 - a day in a cell has no zone
    sheet["C3"].value = datetime(2025, 6, 20)  # noqa: DTZ001 - as above
    book.save(path)
    stored = read_back(recalculated(path, tmp_path / "office"))
    assert told(stored, "Доручення і запити", 4, 1, 10, 11).splitlines()[2:4] == [
        "AS-3 | із запізненням | 10",
        "AS-4 | прострочено | 10",
    ]
    assert told(stored, "За членами групи", 3, 1, 3, 4, 5, 6, 7).splitlines()[0] == "Гаврилюк Олена | 1 | 0 | 0 | 1 | 0"
    assert told(stored, "За членами групи", 3, 1, 3, 4, 5, 6, 7).splitlines()[3] == "Левченко Артем | 1 | 0 | 1 | 0 | 0"


def test_the_registers_are_those_of_the_day(tmp_path: Path) -> None:
    stored = read_back(written(record_of(), tmp_path, replace(EDITION, as_of=date(2025, 2, 11))))
    assert [row[-2] for row in stored.sheets["Рішення"][3:]] == ["DC-1"]
    assert (
        told(stored, "Доручення і запити", 4, 1, 9, 10, 11)
        == "AS-1 | 30.01.2025 | вчасно | 0\nAS-2 |  | прострочено | 1\nAS-5 |  | у роботі | 0"
    )
    assert [row[15] for row in stored.sheets["Засідання"][3:-1]] == ["відбулося", "скликано", "скликано", "скликано", "скликано"]
    late = read_back(written(record_of(), tmp_path, replace(EDITION, as_of=date(2025, 6, 13))))
    assert late.sheets["Засідання"][7][15] == "не записано, хто був"
    early = described(record_of(), replace(EDITION, as_of=date(2025, 1, 1)))
    assert [sheet.name for sheet in early.sheets] == ["Склад", "Засідання"]


def test_the_public_registers_hold_no_data_about_people(tmp_path: Path) -> None:
    secret = ("example.com", "+380", "Секретний", "Посилання", "Електронна", "Телефон")
    internal = everything_in(written(record_of(), tmp_path))
    assert all(words in internal for words in secret)
    public = everything_in(written(pipeline.public(record_of()), tmp_path, replace(EDITION, public=True)))
    assert [words for words in secret if words in public] == []
    assert "Староста" in public


def everything_in(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(one).decode("utf-8") for one in archive.namelist() if one.endswith((".xml", ".rels")))


def test_without_a_record_there_are_no_registers() -> None:
    bare = record_of("goals: [{id: G-A, title: Ціль}]\nunits: [{id: U-A, name: Відділ}]\n")
    assert list(OUTPUT.view(bare, EDITION)) == []
    plan = record_of(RECORD + "scenarios: [{id: SC-LATE, title: Пізніше, measures: {M-WIFI: {years_later: 1}}}]\n")
    assert list(OUTPUT.view(plan.scenarios["SC-LATE"], EDITION)) == []
    assert len(list(OUTPUT.view(plan, EDITION))) == 1


VOTES = {
    "votes: {in_favour: 2, against: 1, abstained: 0}": ("ухвалено", "«за» – 2 із 3 голосів «за» і «проти», більше половини"),
    "votes: {in_favour: 0, against: 0, abstained: 3}": ("не ухвалено", "голосів «за» і «проти» немає"),
    "by_name: {MB-HEAD: against, MB-TKACH: for}": (
        "не ухвалено",
        "«за» – 1 із 2 голосів «за» і «проти», рівно половина; голос голови вирішальний – не «за» (Гаврилюк Олена)",
    ),
    "interests: [{member: MB-HEAD}], votes: {in_favour: 1, against: 1, abstained: 0}": (
        "не ухвалено",
        "«за» – 1 із 2 голосів «за» і «проти», рівно половина, а того, чий голос вирішальний, серед тих, хто голосує, немає",
    ),
    "votes: {in_favour: 1, against: 1, abstained: 1}": (
        "не визначено",
        "«за» – рівно половина, а голос голови, який вирішує, не записано (Гаврилюк Олена)",
    ),
    "head_vote: for, by_name: {MB-HEAD: against, MB-TKACH: for}": (
        "не визначено",
        "«за» – рівно половина, а голос голови записано двічі й по-різному (Гаврилюк Олена)",
    ),
    "votes: {in_favour: 2, against: 0, abstained: 0}": ("не визначено", "голосів 2, а право голосу – у 3"),
    "by_name: {MB-LEV: for}": ("не визначено", "серед поіменних голосів є голос того, хто не має права голосу"),
    "votes: {in_favour: 0, against: 3, abstained: 0}, by_name: {MB-HEAD: for}": (
        "не визначено",
        "поіменних голосів більше, ніж у підсумку",
    ),
    "outcome: adopted": ("не визначено", "голосів не записано"),
}


@pytest.mark.parametrize("vote", VOTES)
def test_an_outcome_is_told_with_its_reason(vote: str) -> None:
    assert told_of(f"{{id: DC-X, meeting: MT-1, text: Так., {vote}}}") == VOTES[vote]


@pytest.mark.parametrize(
    ("regulation", "why"),
    [
        ("majority: of_present", "«за» – 2 із 3 учасників із правом голосу, більше половини"),
        ("majority: of_members", "«за» – 2 із 3 членів, які входять до складу, більше половини"),
        ("quorum: {members: 4}", "немає кворуму: прийшло 3, потрібно 4"),
    ],
)
def test_the_reason_follows_the_regulation(regulation: str, why: str) -> None:
    settings = re.sub(r"majority: of_votes", regulation, SETTINGS)
    vote = "{id: DC-X, meeting: MT-1, text: Так., votes: {in_favour: 2, against: 1, abstained: 0}}"
    assert told_of(vote, settings)[1] == why


def test_what_no_meeting_voted_on_is_not_settled() -> None:
    votes = "votes: {in_favour: 2, against: 1, abstained: 0}"
    assert told_of(f"{{id: DC-X, meeting: MT-P, text: Так., {votes}}}") == ("не визначено", "на публічному заході не голосують")
    never = RECORD.replace("    present: [MB-HEAD, MB-TKACH, MB-MOROZ]\n", "")
    assert told_of(f"{{id: DC-X, meeting: MT-1, text: Так., {votes}}}", record=never)[1] == "не записано, хто був на засіданні"


def told_of(decision: str, settings: str = SETTINGS, record: str = RECORD) -> tuple[object, object]:
    """The outcome and the reason that the register tells of one more decision."""
    plan = record_of(record.replace("decisions:\n", f"decisions:\n  - {decision}\n"), settings)
    sheet = next(one for one in described(plan).sheets if one.name == "Рішення")
    cells = next(row.cells for row in sheet.rows if any(cell is not None and cell.value == "DC-X" for cell in row.cells))
    outcome, why = (cells[place] for place in (10, 11))
    assert outcome is not None
    assert why is not None
    return outcome.value, why.value


def test_the_sums_of_the_sample_are_those_of_an_independent_count(sample: Plan) -> None:
    day = date(2026, 2, 1)
    found = workloads(sample.strategy, day)
    asked = [
        (id_, one)
        for one in sample.strategy.assignments.values()
        for id_ in {
            *one.members,
            *one.units,
            *(who for group in one.subgroups for who in sample.strategy.subgroups[group].members),
        }
    ]
    for id_, workload in found.items():
        own = [one for who, one in asked if who == id_]
        overdue = [one for one in own if one.done is None and one.due is not None and one.due < day]
        late = [one for one in own if one.done is not None and one.due is not None and one.done > one.due]
        assert (len(workload.tasks), workload.number_of(TaskState.OVERDUE), workload.number_of(TaskState.DONE_LATE)) == (
            len(own),
            len(overdue),
            len(late),
        )


def test_both_catalogues_say_the_same_things() -> None:
    ukrainian, english = (flat(locale(language).words["registers"]) for language in ("uk", "en"))
    places = re.compile(r"\{[a-z_]+\}")
    assert list(ukrainian) == list(english)
    for key, words in ukrainian.items():
        assert sorted(places.findall(words)) == sorted(places.findall(english[key])), key
        assert not re.search("[A-Za-z]", re.sub(r"\{[a-z_]+\}|&[PN]|dd\.mm\.yyyy|EGAP", "", words)), key


def flat(words: object, name: str = "") -> dict[str, str]:
    if not isinstance(words, Mapping):
        return {name: str(words)}
    if "one" in words:  # the forms that a number asks for differ between languages; the last of them is in each
        return {name: str([*words.values()][-1])}
    return {key: said for step, inner in words.items() for key, said in flat(inner, f"{name}.{step}").items()}
