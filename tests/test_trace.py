"""`stratbuild trace`: from the need to the money, for people and as JSON."""

import json
import subprocess
from pathlib import Path

import pytest

from command import stratbuild
from stratbuild.model import Plan
from stratbuild.model.trace import matrix, trace
from stratbuild.quantity import Money

TEXT = """\
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
findings: [{id: EV-NET, area: infrastructure, title: Мережа слабка}]
surveys: [{id: SV-NEEDS, title: Опитування}]
questions: [{id: EV-Q1, survey: SV-NEEDS, title: Чи вистачає швидкості}]
goals:
  - {id: G-TOP, title: Інфраструктура, because: [EV-NET]}
  - {id: G-NET, parent: G-TOP, title: Інтернет, because: [EV-Q1]}
  - {id: G-LOW, parent: G-TOP, title: Техніка}
kpis: [{id: K-NET, goal: G-NET, title: Частка шкіл, baseline: {value: 3, evidence: EV-NET}}]
sources: [{id: S-OWN, title: Бюджет, kind: own}, {id: S-EGAP, title: EGAP, kind: donor}]
proposals:
  - {id: P-1, text: Дайте Wi-Fi, received: 2025-05-14, group: resident, channel: form}
  - {id: P-2, text: І нам Wi-Fi, received: 2025-05-15, group: resident, channel: form, places: [M-WIFI], duplicate_of: P-1}
measures:
  - {id: M-WIFI, goal: G-NET, title: Поставити точки, kpis: [K-NET], answers: [P-1]}
  - {id: M-PC, goal: G-LOW, title: Купити комп’ютери}
budget_lines:
  - {id: B-AP, measure: M-WIFI, title: Точки, amounts: {2026: 100.00}, funding: {S-OWN: 40%, S-EGAP: 60%}}
  - {id: B-PC, measure: M-PC, title: Комп’ютери, amounts: {2026: 50.00}, funding: S-OWN}
"""

WIFI = """\
M-WIFI 1.1.1. Поставити точки · 100,00 грн · a.yaml:19

З чого це випливає:
  G-NET 1.1. Інтернет · 100,00 грн · a.yaml:11
    EV-Q1 Чи вистачає швидкості · a.yaml:8
      SV-NEEDS Опитування · a.yaml:7
    G-TOP 1. Інфраструктура · 150,00 грн · a.yaml:10
      EV-NET Мережа слабка · a.yaml:6
  P-1 Дайте Wi-Fi · a.yaml:16
    P-2 І нам Wi-Fi · a.yaml:17
  P-2 І нам Wi-Fi · a.yaml:17

Що з цього випливає:
  K-NET Частка шкіл · a.yaml:13
  B-AP Точки · 100,00 грн · a.yaml:22
    S-OWN Бюджет · 40,00 грн · a.yaml:14
    S-EGAP EGAP · 60,00 грн · a.yaml:14
"""

MATRIX = """\
1. Інфраструктура (G-TOP)
  Підстави: EV-NET

1.1. Інтернет (G-NET)
  Підстави: EV-Q1
  1.1.1. Поставити точки (M-WIFI) · K-NET · пропозиції P-1, P-2 · 100,00 грн

1.2. Техніка (G-LOW)
  Підстави: EV-NET
  1.2.1. Купити комп’ютери (M-PC) · без показника · 50,00 грн
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def told(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return stratbuild("trace", *arguments, folder=folder)


def test_up_and_down_from_a_measure(folder: Path) -> None:
    done = told(folder, "M-WIFI", ".")
    assert done.returncode == 0, done.stderr
    assert done.stdout.replace("\u00a0", " ") == WIFI


def test_the_whole_matrix(folder: Path) -> None:
    for arguments in ((), ("-",), ("-", "."), (".",)):
        assert told(folder, *arguments).stdout.replace("\u00a0", " ") == MATRIX


def test_what_is_repeated_is_told_where_it_is_met_first(folder: Path) -> None:
    said = json.loads(told(folder, "EV-NET", "--format", "json").stdout)
    assert said["version"] == 1
    assert [(one["depth"], one["id"], one["repeated"]) for one in said["down"]] == [
        (1, "G-TOP", False),
        (2, "G-NET", False),
        (3, "M-WIFI", False),
        (4, "K-NET", False),
        (4, "B-AP", False),
        (5, "S-OWN", False),
        (5, "S-EGAP", False),
        (3, "K-NET", False),
        (2, "G-LOW", False),
        (3, "M-PC", False),
        (4, "B-PC", False),
        (5, "S-OWN", False),
        (1, "K-NET", False),
    ]
    again = json.loads(told(folder, "SV-NEEDS", "--format", "json").stdout)
    assert [one["id"] for one in again["down"]][:3] == ["EV-Q1", "G-NET", "M-WIFI"]


def test_the_matrix_as_json(folder: Path) -> None:
    said = json.loads(told(folder, "--format", "json").stdout)
    assert [(one["goal"], one["needs"], [row["money"] for row in one["measures"]]) for one in said["goals"]] == [
        ("G-TOP", ["EV-NET"], []),
        ("G-NET", ["EV-Q1"], ["100.00"]),
        ("G-LOW", ["EV-NET"], ["50.00"]),
    ]


def test_an_unknown_id_is_told_with_the_nearest(folder: Path) -> None:
    done = told(folder, "M-WFI")
    assert done.returncode == 2
    assert "M-WIFI" in done.stderr


def test_a_chain_of_fifteen_hundred_goals_is_traced(tmp_path: Path) -> None:
    goals = "\n".join(f"  - {{id: G-{n}, title: Ціль, parent: G-{n + 1}}}" for n in range(1500))
    text = TEXT.partition("findings:")[0] + f"goals:\n{goals}\n  - {{id: G-1500, title: Ціль}}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    for arguments in (("G-0",), ("G-1500", "--format", "json")):
        done = told(tmp_path, *arguments)
        assert done.returncode == 0, done.stderr


def test_the_matrix_of_the_sample_has_all_its_money(sample: Plan) -> None:
    rows = [row for goal in matrix(sample) for row in goal.measures]
    assert Money.total(row.money for row in rows) == sample.budget.total
    assert all(goal.needs for goal in matrix(sample))
    assert len(rows) == len(sample.strategy.measures)


def test_every_item_of_the_sample_can_be_traced(sample: Plan) -> None:
    for by_id in sample.strategy.items.values():
        for id_ in by_id:
            assert trace(sample, id_).item == id_
