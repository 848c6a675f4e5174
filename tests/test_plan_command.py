"""`stratbuild plan`: what it tells people and programs of a plan."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plan_samples import LISTS, SETTINGS, plan_of
from stratbuild.cli import main
from stratbuild.cli.plan_facts import as_of
from stratbuild.cli.plan_json import plan_data
from stratbuild.cli.plan_table import plan_text
from stratbuild.cli.table import shown_width
from stratbuild.render.locale import locale

UK, EN = locale("uk"), locale("en")
DATA = Path(__file__).parent / "data"
TIGHT = (
    LISTS.replace("deadline: 2026-12-20", "deadline: 2026-09-01")
    .replace("people: {U-JKG: 1.5}", "people: {U-JKG: 2.5}")
    .replace(
        "id: M-LAW, goal: G-SKILL, title: Ухвалити порядок,",
        "id: M-LAW, goal: G-SKILL, title: Ухвалити порядок, people: {U-JKG: 1},",
    )
)
"""The sample, with a deadline that cannot be met and a unit that has too much to do."""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `stratbuild plan` on the sample: the status, standard output, standard error."""
    for name in ("STRATBUILD_LANG", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "strategy").mkdir()
    (tmp_path / "strategy" / "s.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "strategy" / "a.yaml").write_text(TIGHT, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["plan", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


TEXT = """\
План: Цифрова стратегія
За планом усе завершиться 13.09.2026

№  Код    Ідентифікатор  Захід                         Початок     Кінець      Запас  Чекає на
1  1.1.1  M-FIBRE        Прокласти «оптику»; далі,     01.03.2026  30.06.2026    −10  —
                         скрізь
2  2.3    M-LAW          Ухвалити порядок              04.05.2026  15.05.2026    121  —
3  1.1.2  M-WIFI         Облаштувати Wi-Fi             15.07.2026  11.08.2026    −12  M-FIBRE +2
                                                                                      тижні
4  2.1    M-TRAIN        Навчити людей                 15.08.2026  13.09.2026    −12  M-WIFI поч–поч
                                                                                      +1 місяць,
                                                                                      MS-BUDGET
5  2.2    M-TEST         Перевірити                    26.08.2026  08.09.2026      5  M-TRAIN
                                                                                      кін–кін −3
                                                                                      робочі дні
6  2.4    M-IDEA         Продумати згодом              —           —               —  —

Запас — на скільки днів захід може затриматися, не відсуваючи кінця плану й не порушуючи строків; у
дужках — не зачіпаючи жодного наступного заходу.

Критичний шлях, 3 кроки: кожен день затримки на ньому відсуває кінець плану
  01.03.2026 – 30.06.2026 M-FIBRE Прокласти «оптику»; далі, скрізь
  15.07.2026 – 11.08.2026 M-WIFI Облаштувати Wi-Fi
  15.08.2026 – 13.09.2026 M-TRAIN Навчити людей

Віхи
  30.06.2026 MS-BUDGET Бюджет ухвалено, запас 33 дні
  11.08.2026 MS-LINE Мережа працює, запас 33 дні

Граничні строки, яких план не дотримує
  M-TRAIN Навчити людей: до 01.09.2026, а за планом 13.09.2026, запізнення 12 днів
    через M-FIBRE → M-WIFI → M-TRAIN

Перевантаження: скільки людей потрібно в середньому за місяць
  Відділ житлово-комунального господарства (U-JKG)
    03.2026 – 04.2026: 2,5 із 2 (M-FIBRE)
    05.2026: 2,89 із 2 (M-FIBRE, M-LAW)
    06.2026: 2,5 із 2 (M-FIBRE)
"""


def test_the_plan_for_people() -> None:
    assert plan_text(plan_of(TIGHT), UK, 100) == TEXT


def test_the_command_writes_the_whole_width_into_a_file(run: Run) -> None:
    status, out, err = run()
    assert (status, out) == (0, plan_text(plan_of(TIGHT), UK))
    assert "stratbuild check" in err  # which tells of the deadline as an error


@pytest.mark.parametrize("width", [60, 70, 80, 90, 100, 120, 200])
@pytest.mark.parametrize("language", ["uk", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    text = plan_text(as_of(plan_of(TIGHT), date(2026, 7, 20)), locale(language), width)
    assert max(map(shown_width, text.splitlines())) <= width
    assert all(id_ in text for id_ in plan_of(TIGHT).strategy.measures)


def test_the_forecast_says_what_slips() -> None:
    lists = TIGHT.replace("U-JKG: 2.5}", "U-JKG: 2.5}, actual: {start: 2026-03-02, finish: 2026-08-03}")
    lists = lists.replace("id: M-LAW,", "id: M-LAW, actual: {start: 2026-05-04, finish: 2026-05-12},")
    lists = lists.replace("on: 2026-Q2", "on: 2026-Q2, actual: 2026-06-30")
    text = plan_text(plan_of(lists), UK)
    assert text.split("\n\n")[-1] == FORECAST


FORECAST = """\
Станом на 03.08.2026 усе завершиться 17.10.2026
  M-LAW Ухвалити порядок: 12.05.2026 замість 15.05.2026, раніше на 3 дні, уже завершено
  M-FIBRE Прокласти «оптику»; далі, скрізь: 03.08.2026 замість 30.06.2026, пізніше на 34 дні, уже завершено; граничний строк був 31.07.2026
  M-WIFI Облаштувати Wi-Fi: 14.09.2026 замість 11.08.2026, пізніше на 34 дні
  MS-LINE Мережа працює: 14.09.2026 замість 11.08.2026, пізніше на 34 дні
  M-TEST Перевірити: 13.10.2026 замість 08.09.2026, пізніше на 35 днів
  M-TRAIN Навчити людей: 17.10.2026 замість 13.09.2026, пізніше на 34 дні; граничний строк був 01.09.2026
"""


def test_what_goes_as_planned_is_said_to() -> None:
    text = plan_text(as_of(plan_of(), date(2026, 1, 15)), UK)
    assert text.endswith("Станом на 15.01.2026 усе завершиться 13.09.2026\n  усе йде за планом\n")


def test_the_plan_for_programs(run: Run) -> None:
    status, out, err = run("--format", "json", "--as-of", "2026-01-15")
    assert (status, err) == (0, "")
    said = json.loads(out)
    assert said == plan_data(as_of(plan_of(TIGHT), date(2026, 1, 15)), UK)
    assert said == json.loads((DATA / "plan.json").read_text(encoding="utf-8"))


def test_every_key_is_described() -> None:
    page = (Path(__file__).parent.parent / "docs" / "plan-json.md").read_text(encoding="utf-8")
    said = plan_data(plan_of(TIGHT), UK)
    keys = {*said, *said["measures"][0], *said["milestones"][0], *said["missed_deadlines"][0], *said["overloads"][0]}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_another_scenario_has_another_plan(run: Run, tmp_path: Path) -> None:
    scenarios = "scenarios:\n  - {id: SC-LATE, title: Із затримкою, measures: {M-FIBRE: {years_later: 1}}}\n"
    (tmp_path / "strategy" / "c.yaml").write_text(scenarios, encoding="utf-8")
    out = run("--scenario", "SC-LATE")[1]
    assert "Сценарій: Із затримкою (SC-LATE)\n" in out
    assert "01.03.2027" in out
    assert json.loads(run("--scenario", "SC-LATE", "--format", "json")[1])["scenario"]["id"] == "SC-LATE"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--level", "--select"), "--level і --select разом не вживають"),
        (("--apply",), "--apply вживають лише разом із --level"),
        (("--select", "--solver", "serial"), "--solver вживають лише разом із --level"),
        (("--level", "--gap", "0.01"), "--gap вживають лише разом із --select"),
        (("--write", "SC-NEW"), "--write вживають лише разом із --select"),
        (("--as-of", "20261031"), "20261031 не є датою"),
        (("--scenario", "SC-NONE"), "немає сценарію SC-NONE"),
    ],
)
def test_options_that_say_nothing_together_are_refused(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = run(*arguments, "--lang", "uk")
    assert (status, out) == (2, "")
    assert said in err


def test_a_strategy_without_dates_has_a_plan_all_the_same() -> None:
    text = plan_text(
        plan_of("goals: [{id: G-NET, title: Інтернет}]\nmeasures: [{id: M-IDEA, goal: G-NET, title: Продумати}]\n"), EN
    )
    assert text == EMPTY


EMPTY = """\
Plan: Цифрова стратегія

No.  Code  Id      Measure    Start  Finish  Float  Waits for
1    1.1   M-IDEA  Продумати  —      —           —  —

Float is by how many days a measure may slip before the plan ends later or a deadline is missed; in
brackets, before anything that waits for it has to.
"""
