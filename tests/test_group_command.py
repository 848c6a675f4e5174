"""`stratbuild group`: the group as of a day, why decisions came out so, the report of a member or unit, for people and as JSON."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from command import stratbuild
from group_record import RECORD, SETTINGS, record_of
from stratbuild.cli.group_json import group_data, member_data, unit_data
from stratbuild.cli.group_report import member_text, unit_text
from stratbuild.cli.group_text import group_text
from stratbuild.model import Plan
from stratbuild.render.locale import locale

ROOT = Path(__file__).parent.parent
UK = locale("uk")

GROUP = """\
Робоча група станом на 01.06.2025: 3 члени
  виконавчі органи ради: 2
    MB-HEAD Гаврилюк Олена · Перший заступник · голова
    MB-TKACH Ткач Андрій · Начальник відділу
  громадські активісти: 1
    MB-LEV Левченко Артем · секретар

Підгрупи
  SG-NET Мережі · керівник Ткач Андрій · Ткач Андрій, Левченко Артем

Засідання, зустрічі підгруп і публічні заходи
  Засідання № 1 (MT-1) · 23.01.2025 10:00–11:30 · присутні 3, заміщено 0, відсутні 0
    DC-1 ухвалено · за 2, проти 0, утрималися 1, не голосували 0 · «за» – 2 із 2 голосів «за» і «проти», більше половини
      Збиратися щомісяця.
  Засідання № 2 (MT-2) · 13.03.2025 10:00–11:00 · присутні 2, заміщено 1, відсутні 1
    DC-2 ухвалено · за 1, проти 1, утрималися 0, не голосували 0 · «за» – 1 із 2 голосів «за» і «проти», рівно половина; \
голос голови вирішальний – «за» (Гаврилюк Олена) · конфлікт інтересів: Мороз Галина: продає обладнання
      Схвалити захід.
    DC-3 не ухвалено · за 1, проти 2, утрималися 0, не голосували 0 · «за» – 1 із 3 голосів «за» і «проти», менше половини
      Нічого не робити.
  Зустріч № 1 підгрупи «Мережі» (MT-S) · 10.04.2025 15:00 · присутні 2, заміщено 0, відсутні 0
    DC-4 ухвалено · за 1, проти 0, утрималися 0, не голосували 1 · «за» – 1 із 1 голосу «за» і «проти», більше половини
      Рекомендувати.
  Публічний захід «День відкритих даних» (MT-P) · 15.05.2025 17:00 · учасників 40
  Засідання № 3 (MT-3) · 12.06.2025 10:00 · скликано

Місяці без засідання
  лютий 2025 року, квітень 2025 року, травень 2025 року

Доручення і запити: дано 5, не виконано 3, із них прострочено 1
  AS-3 Узгодити місця · до 20.05.2025 · прострочено на 12 днів · Левченко Артем; Підгрупа «Мережі»
  AS-4 Підготувати звіт · до 10.06.2025 · у роботі · Гаврилюк Олена
  AS-5 Стежити за новинами · без строку · у роботі · Цифровий відділ
"""

MEMBER = """\
MB-TKACH Ткач Андрій
  Начальник відділу · Відділ цифрового розвитку · виконавчі органи ради
  у складі з 20.01.2025
  секретар з 20.01.2025 до 31.03.2025
  підгрупи: SG-NET Мережі (керівник)

Відвідування, 3 засідання: особисто 2, заміщено 1, не було 0
  23.01.2025 Засідання № 1 (MT-1) · особисто
  13.03.2025 Засідання № 2 (MT-2) · заміщено: Коваль Ніна, Заступниця
  10.04.2025 Зустріч № 1 підгрупи «Мережі» (MT-S) · особисто

Доручення і запити: дано 2, вчасно 1, із запізненням 0, прострочено 1, у роботі 0
  AS-1 Оприлюднити порядок · до 31.01.2025 · вчасно · Ткач Андрій · Сайт
  AS-3 Узгодити місця · до 20.05.2025 · прострочено на 12 днів · Левченко Артем; Підгрупа «Мережі»
"""

UNIT = """\
U-IT Відділ цифрового розвитку
  Члени групи: MB-TKACH Ткач Андрій

Доручення і запити: дано 2, вчасно 0, із запізненням 1, прострочено 0, у роботі 1
  AS-2 Надати видатки · до 10.02.2025 · із запізненням на 2 дні · Фінансове управління; Цифровий відділ · Лист
  AS-5 Стежити за новинами · без строку · у роботі · Цифровий відділ
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "s.yaml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def told(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return stratbuild("group", *arguments, folder=folder)


def test_the_whole_group(folder: Path) -> None:
    for arguments in (
        ("--at", "2025-06-01"),
        ("-", "--as-of", "2025-06-01"),
        ("-", ".", "--at", "2025-06-01"),
        (".", "--at", "2025-06-01"),
    ):
        done = told(folder, *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.replace("\xa0", " ") == GROUP


def test_the_report_of_a_member_and_of_a_unit(folder: Path) -> None:
    assert told(folder, "MB-TKACH", ".", "--at", "2025-06-01").stdout == MEMBER
    assert told(folder, "U-IT", "--at", "2025-06-01").stdout == UNIT


def test_the_day_may_come_from_the_environment_of_the_build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1748736000")  # 2025-06-01
    assert told(folder).stdout.replace("\xa0", " ") == GROUP


def test_an_unknown_member_or_day_is_wrong_usage(folder: Path) -> None:
    done = told(folder, "MB-TKACZ")
    assert (done.returncode, done.stdout) == (2, "")
    assert "немає члена групи чи підрозділу MB-TKACZ; можливо, MB-TKACH?" in done.stderr
    assert told(folder, "M-WIFI").returncode == 2
    assert told(folder, "--at", "13.03.2025").returncode == 2


def test_the_composition_is_that_of_the_day() -> None:
    plan = record_of()
    before = group_text(plan, date(2025, 1, 31), UK)
    assert before.startswith("Робоча група станом на 31.01.2025: 3 члени\n")
    assert "MB-MOROZ" in before
    assert "MB-LEV" not in before
    assert "Підгрупи" not in before
    assert "DC-2" not in before
    nobody = group_text(plan, date(2025, 1, 1), UK)
    assert nobody.startswith("Робоча група станом на 01.01.2025: 0 членів\n")
    assert "Доручення" not in nobody


def test_a_subgroup_is_those_who_belonged_to_the_group_when_it_was_assigned() -> None:
    plan = record_of(RECORD.replace("since: 2025-02-01,\n     roles", "since: 2025-04-01,\n     roles"))
    assert group_data(plan, date(2025, 6, 1), UK)["assignments"] != []
    assert "AS-3" in member_text(plan, "MB-LEV", date(2025, 6, 1), UK)  # he is named himself
    alone = record_of(
        RECORD.replace("members: [MB-LEV], due: 2025-05-20", "due: 2025-05-20").replace(
            "since: 2025-02-01,\n     roles", "since: 2025-04-01,\n     roles"
        )
    )
    assert "AS-3" not in member_text(alone, "MB-LEV", date(2025, 6, 1), UK)


def test_quarters_are_told_where_the_regulation_asks_for_them() -> None:
    plan = record_of(settings=SETTINGS.replace("meets_every: month", "meets_every: quarter"))
    assert "Квартали без засідання\n  II квартал 2025 року, III квартал 2025 року\n" in group_text(plan, date(2025, 10, 1), UK)
    free = record_of(settings=SETTINGS.replace("meets_every: month, ", ""))
    assert "без засідання" not in group_text(free, date(2025, 10, 1), UK)


def test_lines_are_no_wider_than_the_terminal(sample: Plan) -> None:
    for width in (60, 80):
        on = date(2026, 2, 1)
        texts = [
            group_text(sample, on, UK, width),
            member_text(sample, "MB-KOVAL", on, UK, width),
            unit_text(sample, "U-IT", on, UK, width),
        ]
        assert max(len(line) for text in texts for line in text.splitlines()) <= width


def test_the_json_says_the_same() -> None:
    said = group_data(record_of(), date(2025, 6, 1), UK)
    decisions = {one["id"]: one for meeting in listed(said, "meetings") for one in listed(meeting, "decisions")}
    assert decisions["DC-2"] == {
        "id": "DC-2",
        "item": 1,
        "text": "Схвалити захід.",
        "outcome": "adopted",
        "why": "tie_decided_for",
        "votes": {"in_favour": 1, "against": 1, "abstained": 0, "not_voting": 0},
        "base": 2,
        "voters": ["MB-HEAD", "MB-TKACH"],
        "decider": "MB-HEAD",
        "interests": ["MB-MOROZ"],
    }
    assert said["without_meeting"] == {"every": "month", "since": ["2025-02-01", "2025-04-01", "2025-05-01"]}
    assert [(one["id"], one["state"], one["days_late"]) for one in listed(said, "assignments")] == [
        ("AS-1", "done", 0),
        ("AS-2", "done_late", 2),
        ("AS-3", "overdue", 12),
        ("AS-4", "open", 0),
        ("AS-5", "open", 0),
    ]
    assert [(one["id"], one["state"]) for one in listed(said, "meetings")] == [
        ("MT-1", "held"),
        ("MT-2", "held"),
        ("MT-S", "held"),
        ("MT-P", "held"),
        ("MT-3", "called"),
    ]
    member, unit = (
        tell(record_of(), id_, date(2025, 6, 1), UK) for tell, id_ in ((member_data, "MB-TKACH"), (unit_data, "U-IT"))
    )
    assert [one["presence"] for one in listed(member, "attendance")] == ["present", "substituted", "present"]
    assert member["counts"] == {"given": 2, "done": 1, "done_late": 0, "overdue": 1, "open": 0}
    assert (unit["members"], unit["counts"]) == (["MB-TKACH"], {"given": 2, "done": 0, "done_late": 1, "overdue": 0, "open": 1})


def test_every_key_and_word_of_the_json_is_documented(folder: Path) -> None:
    page = (ROOT / "docs" / "group-json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z_]+)`", page))
    for arguments in ((), ("MB-TKACH",), ("U-IT",)):
        said = json.loads(told(folder, *arguments, "--at", "2025-06-01", "--format", "json").stdout)
        assert said["version"] == 1
        assert keys_of(said) - documented == set(), arguments


def keys_of(said: object) -> set[str]:
    if isinstance(said, list):
        return {key for one in said for key in keys_of(one)}
    return {*said, *(key for one in said.values() for key in keys_of(one))} if isinstance(said, dict) else set()


def listed(said: dict[str, object], key: str) -> list[dict[str, object]]:
    found = said[key]
    assert isinstance(found, list)
    return found
