"""The command line: what goes where, in which language, and with which exit status it ends."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import pytest

from stratbuild import pipeline
from stratbuild.cli import main, streams
from stratbuild.cli.language import system_language, wished_in, written_in
from stratbuild.cli.program import PROGRAM
from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.faults import catalogue, summary
from stratbuild.outputs.output import Output
from stratbuild.pipeline import Made
from stratbuild.render.faults import CHARACTER_NOT_IN_FONT, EngineFailed, PaperFault
from stratbuild.render.locale import locale
from stratbuild.source import SourceText
from strategies import SETTINGS

ROOT = Path(__file__).parent.parent
CLEAN = """\
units:
  - {id: U-IT, name: Відділ цифрового розвитку}
goals:
  - {id: G-NET, title: Швидкий інтернет}
measures:
  - {id: M-WIFI, goal: G-NET, title: Облаштувати зони Wi-Fi, lead: U-IT, start: 2026-03, duration: 8 months, after: [M-FIBRE]}
  - {id: M-FIBRE, goal: G-NET, title: Прокласти оптоволокно, lead: U-IT, start: 2025-06-01, finish: 2026-02}
  - {id: M-TALK, goal: G-NET, title: Обговорити з мешканцями, lead: U-IT}
"""
Run = Callable[..., tuple[int, str, str]]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in an empty folder: the status, standard output, standard error."""
    for name in ("STRATBUILD_LANG", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return status, said.out, said.err

    return call


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    folder = tmp_path / "strategy"
    folder.mkdir()
    (folder / "settings.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "plan.yaml").write_text(CLEAN, encoding="utf-8")
    return folder


def spoil(strategy: Path, what: str, instead: str) -> None:
    text = (strategy / "plan.yaml").read_text(encoding="utf-8")
    assert what in text
    (strategy / "plan.yaml").write_text(text.replace(what, instead), encoding="utf-8")


def process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "stratbuild", *arguments],
        cwd=folder,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "STRATBUILD_LANG": ""} | environment,
        check=False,
        timeout=60,
    )


# check


def test_findings_go_to_standard_output_and_talk_to_standard_error(run: Run, strategy: Path) -> None:
    spoil(strategy, "lead: U-IT, start: 2026-03", "lead: U-TI, start: 2026-03")
    status, out, err = run("check")
    assert status == 1
    assert out.startswith("strategy/plan.yaml:6:")
    assert "помилка[SB204]" in out
    assert "можливо, U-IT?" in out
    assert err == "Докладно про будь-яку знахідку: stratbuild explain SB204\n"


def test_warnings_and_notes_end_well(run: Run, strategy: Path) -> None:
    status, out, _ = run("check")
    assert status == 0
    assert "попередження[SB321]" in out


@pytest.mark.parametrize("path", [".", "strategy", "strategy/", "./strategy"])
def test_a_folder_that_holds_a_strategy_folder_stands_for_it(run: Run, strategy: Path, path: str) -> None:
    assert run("check", path) == run("check")


def test_the_current_folder_is_read_where_it_holds_the_files(run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(strategy)
    assert "\nplan.yaml:" in f"\n{run('check')[1]}"
    assert "\nplan.yaml:" in f"\n{run('check', 'plan.yaml', '--lang', 'uk')[1]}"


def test_every_format_can_be_asked_for(run: Run, strategy: Path) -> None:
    assert json.loads(run("check", "--format", "json")[1])["version"] == 1
    assert json.loads(run("check", "--format", "sarif")[1])["version"] == "2.1.0"
    assert run("check", "--format", "github")[1].startswith("::")
    assert run("check", "--format", "json")[2] == ""


def test_classifiers_of_the_command_line_count(run: Run, strategy: Path, tmp_path: Path) -> None:
    settings = SETTINGS + "  classifiers: {procurement: dk021}\n"
    (strategy / "settings.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "codes.json").write_text("{", encoding="utf-8")
    status, out, _ = run("check", "--classifier", "dk021=codes.json")
    assert (status, "codes.json:1:2: " in out, "SB211" in out) == (1, True, True)
    (tmp_path / "codes.json").write_text('{"32420000-3": "Мережеве обладнання"}', encoding="utf-8")
    assert run("check", "--classifier", "dk021=codes.json")[0] == 0


# Languages


@pytest.mark.parametrize(
    ("arguments", "variable", "system", "expected"),
    [
        ((), "", "en_US.UTF-8", "попередження"),
        (("--lang", "en"), "", "uk_UA.UTF-8", "warning"),
        ((), "en", "uk_UA.UTF-8", "warning"),
        (("--lang=uk",), "en", "en_US.UTF-8", "попередження"),
    ],
)
def test_the_language_of_messages(
    run: Run,
    strategy: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    variable: str,
    system: str,
    expected: str,
) -> None:
    monkeypatch.setenv("STRATBUILD_LANG", variable)
    monkeypatch.setenv("LANG", system)
    assert f"{expected}[SB321]" in run("check", *arguments)[1]


def test_a_broken_ukrainian_strategy_is_still_spoken_of_in_ukrainian(
    run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    (strategy / "broken.yaml").write_text("goals: [", encoding="utf-8")
    assert "помилка[SB0" in run("check")[1]


def test_a_strategy_in_a_language_without_words_is_spoken_of_in_english(run: Run, strategy: Path) -> None:
    (strategy / "settings.yaml").write_text(SETTINGS.replace("language: uk", "language: pl"), encoding="utf-8")
    assert "warning[SB321]" in run("check")[1]
    status, _, err = run("build")
    assert (status, "--lang" in err) == (2, True)


def test_the_system_says_a_language_in_many_ways() -> None:
    assert system_language({"LANG": "uk_UA.UTF-8"}) == "uk"
    assert system_language({"LANG": "en_GB"}) == "en"
    assert system_language({"LC_ALL": "uk", "LANG": "en_GB"}) == "uk"
    assert system_language({"LANG": "Ukrainian_Ukraine.1251"}) == "uk"
    assert system_language({"LANG": "de_DE.UTF-8"}) is None
    assert system_language({"LANG": "C"}) is None
    assert wished_in(["check", "--lang", "en"], {"STRATBUILD_LANG": "uk"}) == "en"
    assert wished_in(["check", "--lang"], {}) is None
    assert wished_in([], {"STRATBUILD_LANG": "tlh"}) is None
    assert written_in([SourceText("a", "goals: []"), SourceText("b", "strategy: {title: x, language: 'uk'}")]) == "uk"
    assert written_in([SourceText("a", "goals: []")]) is None


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("chek",), "немає команди chek; можливо, check"),
        (("frobnicate",), "тут відомі: approve, budget, build"),
        (("check", "--fromat", "json"), "немає параметра --fromat; можливо, --format?"),
        (("check", "--format", "xml"), "значення --format має бути одним із: text, github, json, sarif"),
        (("check", "nowhere"), "немає файлу чи теки nowhere"),
        (("check",), "тут немає теки strategy"),
        (("check", "a", "b"), "зайве в командному рядку: b"),
        (("check", "--format"), "параметр --format"),
        (("explain", "SB4O2"), "немає знахідки"),
        (("explain", "budget_year_outside_mesure"), "можливо, budget_year_outside_measure"),
        (("build", "--only", "concpt"), "можливо, concept?"),
        (("build", "--as-of", "29.03.2026"), "2026-03-15"),
        (("check", "--classifier", "dk021"), "НАЗВА=ФАЙЛ"),
        (("check", "--classifier", "dk21=x.json"), "можливо, dk021?"),
        (("check", "--classifier", "dk021=x.json"), "немає файлу чи теки x.json"),
    ],
)
def test_mistakes_on_the_command_line_are_sentences(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setenv("LANG", "uk_UA.UTF-8")
    if "--classifier" in arguments:
        (tmp_path / "a.yaml").write_text(SETTINGS, encoding="utf-8")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("stratbuild: помилка: ")
    assert expected in err


def test_an_unknown_language_is_told_in_the_one_of_the_system(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "uk_UA.UTF-8")
    assert run("check", "--lang", "de")[::2] == (
        2,
        "stratbuild: помилка: програма не говорить мовою de; тут відомі: en, uk\nДовідка: stratbuild check --help\n",
    )
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "the program does not speak de" in run("check", "--lang", "de")[2]


@pytest.mark.parametrize("epoch", ["soon", "9" * 40])
def test_a_wrong_epoch_is_told(run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    status, _, err = run("build")
    assert (status, "SOURCE_DATE_EPOCH" in err) == (2, True)


# Help


def test_the_version_is_one_line(run: Run) -> None:
    assert run("--version") == (0, "stratbuild 0.1.0\n", "")


def test_without_a_command_help_is_shown(run: Run) -> None:
    status, out, _ = run()
    assert status == 2
    assert "check" in out


@pytest.mark.parametrize("language", ["uk", "en"])
def test_help_is_in_the_language_of_the_user(run: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("STRATBUILD_LANG", language)
    commands = PROGRAM.list_commands(click.Context(PROGRAM))
    assert {"build", "check", "explain", "init", "plan", "schema"} <= set(commands)
    pages = [run("--help"), *(run(command, "--help") for command in commands), run("-h")]
    for status, out, err in pages:
        assert (status, err) == (0, "")
        assert out.startswith({"uk": "Використання: stratbuild", "en": "Usage: stratbuild"}[language])
        assert ("Параметри:" in out, "Options:" in out) == (language == "uk", language == "en")
        assert ("Показати цю довідку." in out, "Show this help." in out) == (language == "uk", language == "en")


def test_every_command_and_option_has_ukrainian_help() -> None:
    said = locale("uk").words["cli"]["help"]
    context = click.Context(PROGRAM)
    for name in PROGRAM.list_commands(context):
        command = PROGRAM.get_command(context, name)
        assert command is not None
        assert set(said[name]) >= {"about", "short"}, name
        options = {one.name for one in command.params if isinstance(one, click.Option)}
        assert options <= set(said["options"]) | set(said[name].get("options", {})), name


def test_help_tells_of_statuses_and_completion(run: Run) -> None:
    for language in ("uk", "en"):
        help_text = process("--help", folder=Path(), STRATBUILD_LANG=language).stdout.decode()
        for word in ("70", "130", "_STRATBUILD_COMPLETE=bash_source", "NO_COLOR", "STRATBUILD_LANG"):
            assert word in help_text


def test_completion_knows_the_commands(tmp_path: Path) -> None:
    done = process(folder=tmp_path, _STRATBUILD_COMPLETE="bash_complete", COMP_WORDS="stratbuild ch", COMP_CWORD="1")
    assert done.stdout.decode().split() == ["plain,check"]


# explain


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_fault_can_be_explained(run: Run, language: str) -> None:
    for fault in catalogue().values():
        status, out, err = run("explain", fault.code, "--lang", language)
        assert (status, err) == (0, "")
        first, weight, blank, *page = out.splitlines()
        assert first == f"# {fault.code} · {fault.name}"
        assert weight
        assert blank == ""
        assert "## " in "".join(page)
        assert summary(fault, language)


@pytest.mark.parametrize("code", ["SB402", "sb402", "402", "[SB402]", "budget_year_outside_measure"])
def test_a_code_may_be_written_in_several_ways(run: Run, code: str) -> None:
    assert run("explain", code, "--lang", "uk")[1].startswith("# SB402 · budget_year_outside_measure\nпомилка\n\nРядок бюджету")


def test_a_severity_that_grows_is_told_by_stage(run: Run) -> None:
    _, out, _ = run("explain", "goal_without_kpi", "--lang", "uk")
    assert out.splitlines()[1] == "проєкт: примітка · обговорення: помилка · подання до ради: помилка · після ухвалення: помилка"


def test_without_a_code_all_are_listed(run: Run) -> None:
    status, out, _ = run("explain", "--lang", "uk")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == list(catalogue())


def test_explain_speaks_the_language_of_the_strategy_here(run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "Чому це важливо" in run("explain", "SB402")[1]


# plan

PLAN = """\
План: Цифрова стратегія
За планом усе завершиться 31.10.2026

№  Код  Ідентифікатор  Захід                    Початок     Кінець      Запас  Чекає на
1  1.2  M-FIBRE        Прокласти оптоволокно    01.06.2025  28.02.2026      0  —
2  1.1  M-WIFI         Облаштувати зони Wi-Fi   01.03.2026  31.10.2026      0  M-FIBRE
3  1.3  M-TALK         Обговорити з мешканцями  —           —               —  —

Запас — на скільки днів захід може затриматися, не відсуваючи кінця плану й не порушуючи строків; у
дужках — не зачіпаючи жодного наступного заходу.

Критичний шлях, 2 кроки: кожен день затримки на ньому відсуває кінець плану
  01.06.2025 – 28.02.2026 M-FIBRE Прокласти оптоволокно
  01.03.2026 – 31.10.2026 M-WIFI Облаштувати зони Wi-Fi
"""


def test_the_plan_is_a_table(run: Run, strategy: Path) -> None:
    assert run("plan") == (0, PLAN, "")


def test_the_plan_for_programs(run: Run, strategy: Path) -> None:
    said = json.loads(run("plan", "--format", "json")[1])
    assert said["version"] == 2
    assert said["measures"][1] == {
        "number": 2,
        "code": "1.1",
        "id": "M-WIFI",
        "title": "Облаштувати зони Wi-Fi",
        "start": "2026-03-01",
        "finish": "2026-10-31",
        "latest": {"start": "2026-03-01", "finish": "2026-10-31"},
        "total_float": 0,
        "free_float": 0,
        "critical": True,
        "driven_by": "M-FIBRE",
        "after": [{"id": "M-FIBRE", "type": "finish-to-start", "lag": None}],
        "deadline": None,
        "forecast": {"start": "2026-03-01", "finish": "2026-10-31"},
    }
    assert [one["id"] for one in said["measures"]] == ["M-FIBRE", "M-WIFI", "M-TALK"]


def test_a_circle_has_no_plan(run: Run, strategy: Path) -> None:
    spoil(strategy, "finish: 2026-02}", "finish: 2026-02, after: [M-WIFI]}")
    status, out, err = run("plan")
    assert (status, out) == (1, "")
    assert "SB301" in err


def test_a_plan_with_other_errors_is_shown_and_they_are_told(run: Run, strategy: Path) -> None:
    spoil(strategy, "start: 2026-03,", "start: 2030-03,")
    status, out, err = run("plan")
    assert (status, "M-WIFI" in out, "stratbuild check" in err) == (0, True, True)


# build


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, list[str]]]:
    """Papers that are made in no time; the editions and outputs that were asked for."""
    asked: list[tuple[object, list[str]]] = []

    def make(_: object, edition: object, selected: Iterable[Output], folder: Path) -> Made:
        names = [one.name for one in selected]
        asked.append((edition, names))
        for name in names:
            (folder / f"{name}.txt").write_text(f"{edition}", encoding="utf-8")
        return Made(tuple(f"{name}.txt" for name in names), {"tor/T-A": 5, "tor/T-B": 1} if "tor" in names else {})

    monkeypatch.setattr(pipeline, "make", make)
    return asked


def test_a_build_says_what_is_left_to_fill(run: Run, strategy: Path, fake: list[tuple[object, list[str]]]) -> None:
    said = run("build", "--lang", "uk")[2].splitlines()
    at = said.index("Заповніть те, чого немає в стратегії (у документах позначено), – 6 місць:")
    assert said[at + 1 :] == ["  tor/T-A: 5 місць", "  tor/T-B: 1 місце"]
    assert not any("Заповніть" in line for line in run("build", "--lang", "uk", "--only", "plan")[2].splitlines())


def test_a_build_names_its_papers(run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path) -> None:
    status, out, err = run("build", "--as-of", "2026-03-15")
    assert status == 0
    files = sorted(path.relative_to(tmp_path).as_posix() for path in (tmp_path / "build").iterdir())
    assert out.splitlines() == [name for name in files if not name.endswith("manifest.json")]
    ((editions, names),) = fake
    assert names == [
        "budget",
        "budget-request",
        "calendar",
        "concept",
        "consultation-notice",
        "consultation-report",
        "extracts",
        "group-report",
        "minutes",
        "notices",
        "plan",
        "presentation",
        "programme",
        "project",
        "registers",
        "replies",
        "session",
        "tor",
    ]
    revision = json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))["revision"]
    assert (
        str(editions)
        == f"[Edition(as_of=datetime.date(2026, 3, 15), revision='{revision}', language='uk', programme_version='0.1.0', "
        "scenario=None, earlier=None, session_on=None, public=False, others=(), templates=Templates(own=None))]"
    )
    assert f"Опубліковано в build: {len(names)} файлів, редакція {revision}, станом на 15.03.2026" in err
    assert "stratbuild check" in err


def test_a_part_of_the_papers(run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path) -> None:
    run("build")
    status, out, err = run("build", "--only", "plan,concept", "-o", "build")
    assert (status, out) == (0, "build/concept.txt\nbuild/plan.txt\n")
    assert "лише те, що замовлено: concept, plan" in err
    assert fake[1][1] == ["concept", "plan"]
    assert json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))["outputs"] == ["concept", "plan"]
    assert run("build", "--only", "plan", "--only", "concept")[1] == out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Проєкт рішення слід оприлюднити не пізніше 12.02.2026: за 10 робочих днів до сесії 26.02.2026"),
        (("--session-date", "2026-03-26"), "Проєкт рішення слід оприлюднити не пізніше 12.03.2026"),
        (("--session-date", "2026-02-13"), "Проєкт рішення вже запізно оприлюднювати до сесії 13.02.2026"),
        (("--only", "plan"), None),
    ],
)
def test_a_build_says_by_when_to_publish_the_draft(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], options: tuple[str, ...], said: str | None
) -> None:
    settings = strategy / "settings.yaml"
    written = settings.read_text(encoding="utf-8") + "  session: {council: Менська міська рада, date: 2026-02-26}\n"
    settings.write_text(written, encoding="utf-8")
    status, _, err = run("build", "--as-of", "2026-02-01", *options)
    assert status == 0
    assert ("Проєкт рішення" in err) == (said is not None)
    assert said is None or said in err


def test_a_day_of_the_session_that_is_none_is_a_mistake_of_usage(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]]
) -> None:
    assert run("build", "--session-date", "26.02.2026")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "epoch", "day"), [((), "1773532800", "2026-03-15"), (("--as-of", "2027-01-02"), "1773532800", "2027-01-02")]
)
def test_the_day_of_the_papers(
    run: Run,
    strategy: Path,
    fake: list[tuple[object, list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    epoch: str,
    day: str,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("build", *arguments)[0] == 0
    assert json.loads((tmp_path / "build" / "manifest.json").read_text(encoding="utf-8"))["as_of"] == day


def test_the_language_of_papers_is_not_that_of_messages(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATBUILD_LANG", "en")
    _, _, err = run("build")
    assert f"Published in build: {len(fake[0][1])} files" in err
    assert "language='uk'" in str(fake[0][0])
    run("build", "--lang", "en")
    assert "language='en'" in str(fake[1][0])


def test_errors_stop_a_build_and_leave_the_old_set(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path
) -> None:
    run("build", "--as-of", "2026-03-15")
    before = contents(tmp_path / "build")
    spoil(strategy, "lead: U-IT, start: 2026-03", "lead: U-TI, start: 2026-03")
    status, out, err = run("build")
    assert (status, out) == (1, "")
    assert "помилка[SB204]" in err
    assert contents(tmp_path / "build") == before


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (EngineFailed("typst", "error: stack overflow"), 4, "typst"),
        (
            PaperFault(
                [
                    Diagnostic(
                        CHARACTER_NOT_IN_FONT,
                        Span("strategy/plan.yaml", 4, 3, 4, 4),
                        dict.fromkeys(("character", "codepoint", "text", "font"), "x"),
                    )
                ]
            ),
            1,
            "SB886",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), 3, "SB912"),
        (OSError(errno.EIO, "Input/output error", "x"), 3, "SB915"),
        (KeyboardInterrupt(), 130, ""),
        (RuntimeError("a bug"), 70, "stratbuild-crash-"),
    ],
    ids=["engine", "paper", "disk full", "disk broken", "Ctrl-C", "bug"],
)
def test_whatever_fails_the_old_set_stays(
    run: Run,
    strategy: Path,
    fake: list[tuple[object, list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    told: str,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run("build")
    before = contents(tmp_path / "build")

    def fail(*_: object) -> tuple[str, ...]:
        raise error

    monkeypatch.setattr(pipeline, "make", fail)
    found = run("build")
    assert found[0] == status
    assert found[1] == ""
    assert told in found[2]
    assert contents(tmp_path / "build") == before
    assert [path.name for path in tmp_path.glob(".stratbuild-*") if path.suffix != ".lock"] == []


def test_an_edit_in_the_output_folder_is_told_and_kept(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path
) -> None:
    run("build")
    (tmp_path / "build" / "plan.txt").write_text("моє", encoding="utf-8")
    status, _, err = run("build")
    assert (status, "попередження[SB921]" in err) == (0, True)
    assert "моє" in [path.read_text(encoding="utf-8") for path in (tmp_path / "build").glob("plan.edited-*.txt")]


@pytest.mark.parametrize("output", ["strategy", ".", "..", "other", "strategy/plan.yaml"])
def test_a_folder_that_is_not_for_papers_is_wrong_usage(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path, output: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "diploma.docx").write_bytes(b"")
    before = contents(tmp_path)
    status, out, err = run("build", "-o", output)
    assert (status, out) == (2, "")
    assert "помилка[SB90" in err
    assert contents(tmp_path) == before
    assert not fake


# The rim: disks, pipes, signals, consoles, bugs


def test_a_folder_that_cannot_be_read_is_told(run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("stratbuild.cli.reading.read_folder", refuse)
    monkeypatch.setenv("STRATBUILD_LANG", "uk")
    assert run("check") == (3, "", "stratbuild: помилка: strategy: немає права доступу\n")
    monkeypatch.setenv("STRATBUILD_LANG", "en")
    assert run("check") == (3, "", "stratbuild: error: strategy: access is denied\n")


def test_a_bug_leaves_a_file_and_no_traceback(run: Run, strategy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError("Кирилиця \ud800")

    monkeypatch.setattr("stratbuild.cli.reading.load", bug)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    status, out, err = run("check")
    assert (status, out) == (70, "")
    (file,) = tmp_path.glob("stratbuild-crash-*.txt")
    assert str(file) in err
    assert "ZeroDivisionError" in err
    text = file.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "stratbuild 0.1.0" in text
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    status, _, err = run("check", "--lang", "en")
    assert (status, "No file could be written" in err) == (70, True)


@posix
def test_a_reader_that_goes_away_is_no_error(strategy: Path) -> None:
    for number in range(2000):
        with (strategy / "plan.yaml").open("a", encoding="utf-8") as file:
            file.write(f"  - {{id: M-X{number}, goal: G-NOT, title: Захід}}\n")
    running = subprocess.Popen(
        [sys.executable, "-m", "stratbuild", "check", str(strategy)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(timeout=60) == 141


SLEEPING = """\
import signal, sys
from pathlib import Path
from stratbuild import pipeline
from stratbuild.cli import main

def make(plan, edition, selected, folder):
    import subprocess
    print("making", flush=True)
    subprocess.run([sys.executable, "-c", "import time; print('child', flush=True); time.sleep(60)"])

# A shell starts what it runs in the background with the interrupt ignored, the suite and its children too.
signal.signal(signal.SIGINT, signal.default_int_handler)
pipeline.make = make
sys.exit(main(["build"]))
"""


@posix
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_the_engines_and_leaves_the_old_set(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], tmp_path: Path, number: signal.Signals, status: int
) -> None:
    run("build")
    before = contents(tmp_path / "build")
    running = subprocess.Popen(
        [sys.executable, "-c", SLEEPING],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        text=True,
        encoding="utf-8",
    )
    assert running.stdout is not None
    assert [running.stdout.readline(), running.stdout.readline()] == ["making\n", "child\n"]
    running.send_signal(number)
    # The engine holds the other end of the pipe, so that reading ends only when it has ended too.
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (status, "")
    assert "Traceback" not in err
    assert contents(tmp_path / "build") == before
    assert [path.name for path in tmp_path.glob(".stratbuild-*") if path.suffix != ".lock"] == []


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1251"},
        {"PYTHONIOENCODING": "cp866"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "dumb"},
    ],
    ids=lambda environment: "-".join(f"{name}={value}" for name, value in environment.items()),
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_any_console_gets_an_answer(strategy: Path, environment: dict[str, str], form: str) -> None:
    spoil(strategy, "Швидкий інтернет", "Ʈ₴ʼ−ґ 🚲 интернет")
    done = process("check", "--format", form, folder=strategy.parent, **environment)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    if form in ("json", "sarif"):
        assert json.loads(done.stdout)
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    assert "SB321" in done.stdout.decode(encoding)


def test_a_process_without_home_or_terminal(strategy: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT")}
    done = subprocess.run(
        [sys.executable, "-m", "stratbuild", "check"],
        cwd=tmp_path,
        capture_output=True,
        env=environment | {"PYTHONPATH": str(ROOT / "src")},
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


class Terminal:
    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "expected"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_are_colours(choice: str, terminal: bool, environment: dict[str, str], expected: bool) -> None:
    assert streams.wants_colour(choice, Terminal(is_terminal=terminal), environment) is expected  # type: ignore[arg-type]


def test_colours_on_demand(run: Run, strategy: Path) -> None:
    assert "\x1b[" in run("check", "--color", "always")[1]
    assert "\x1b[" not in run("check", "--color", "auto")[1]


# What is imported when


def imported(*arguments: str, folder: Path) -> set[str]:
    code = f"import sys; from stratbuild.cli import main; main({list(arguments)!r}); sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        check=True,
        timeout=60,
    )
    return {name.split(".")[0] for name in done.stderr.decode().split()}


ENGINES = {
    "jinja2",
    "networkx",
    "openpyxl",
    "xlsxwriter",
    "typst",
    "pypandoc",
    "lxml",
    "fontTools",
    "icalendar",
    "markdown_it",
    "filelock",
}


def test_a_check_imports_no_engine(strategy: Path, tmp_path: Path) -> None:
    assert imported("check", folder=tmp_path) & ENGINES == set()
    assert imported("plan", folder=tmp_path) & ENGINES == {"networkx"}


def test_the_version_imports_next_to_nothing(tmp_path: Path) -> None:
    assert imported("--version", folder=tmp_path) & (ENGINES | {"pydantic", "ruamel"}) == set()


# The catalogue of faults


def test_codes_and_names_belong_to_one_fault() -> None:
    faults = catalogue().values()
    assert len({one.code for one in faults}) == len({one.name for one in faults}) == len(faults) > 150
    assert all(one.code.startswith("SB") and len(one.code) == 5 for one in faults)
    assert {one.code for one in faults} >= {"SB001", "SB016", "SB101", "SB201", "SB210", "SB301", "SB402", "SB880", "SB901"}


def test_the_clock_is_read_only_where_no_day_is_given(
    run: Run, strategy: Path, fake: list[tuple[object, list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock:
        @staticmethod
        def now() -> None:
            raise AssertionError("the clock was read")

    monkeypatch.setattr("stratbuild.cli.options.datetime", Clock)
    assert run("build", "--as-of", "2026-03-15")[0] == 0
    assert run("build")[0] == 70
    assert len(fake) == 1


def test_a_missing_library_is_told_without_a_traceback() -> None:
    hidden = "import sys; sys.modules['_ruamel_yaml'] = None; from stratbuild.cli import main; sys.exit(main(['check', '.']))"
    source = str(Path(__file__).parent.parent / "src")
    environment = os.environ | {"PYTHONPATH": source, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", hidden], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "_ruamel_yaml" in done.stderr
    assert "Traceback" not in done.stderr
