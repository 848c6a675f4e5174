"""What once broke: inputs that were answered with a wrong sentence, a wrong status or a crash."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stratbuild.cli import main
from stratbuild.model import decode_classifier
from stratbuild.render.child import run_engine
from stratbuild.source import SourceText, decode
from stratbuild.syntax import parse
from strategies import SETTINGS, lines

ROOT = Path(__file__).parent.parent
UNITS = "units:\n  - {id: U-IT, name: Відділ}\n"
posix = pytest.mark.skipif(os.name != "posix", reason="closed descriptors, permissions and pipes of POSIX")


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "s.yaml").write_text(SETTINGS + UNITS, encoding="utf-8")
    return folder


@posix
@pytest.mark.parametrize("number", [1, 2])
def test_a_stream_that_was_closed_before_is_nowhere(strategy: Path, number: int) -> None:
    inner = [sys.executable, "-m", "stratbuild", "check", str(strategy)]
    code = f"import os; os.close({number}); os.execv({sys.executable!r}, {inner!r})"
    path = os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert (done.returncode, b"Traceback" in done.stdout + done.stderr) == (0, False)


@posix
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_name_of_a_file_that_is_no_text_is_shown(
    strategy: Path, form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(b"\xff.yaml")
    try:
        (strategy / name).write_text("units: [", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes names in UTF-8 only")
    monkeypatch.chdir(strategy)
    assert main(["check", ".", "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "sarif":
        place = json.loads(out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "%FF.yaml"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_path_that_may_not_be_read_is_no_mistake_of_usage(strategy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (strategy / "s.yaml").chmod(0)
    assert main(["check", str(strategy / "s.yaml"), "--lang", "uk"]) == 3
    assert capsys.readouterr().err.endswith("немає права доступу\n")


@pytest.mark.parametrize("arguments", [("check", "a", "b"), ("explain", "SB402", "SB403")])
def test_an_argument_too_many_is_told_in_the_users_language(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--lang", "uk"]) == 2
    assert f"зайве в командному рядку: {arguments[-1]};" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["20261101", "2026-W10-1", "2026-11", "２０２６-11-01", "2026-11-01 "])
def test_a_day_has_one_form(strategy: Path, day: str) -> None:
    assert main(["build", str(strategy), "--as-of", day]) == 2


def test_a_forbidden_character_between_quotes_is_found_once() -> None:
    raw = 'a: "а\u200dб"\nb: "\\u200d"\nc: "\\u202e\u200d"\n'.encode()
    text, found = decode("a.yaml", raw)
    assert text is not None
    found += parse(text)[1]
    assert sorted((one.span.line, one.code) for one in found) == [(1, "SB004"), (2, "SB019"), (3, "SB004"), (3, "SB019")]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("units: [\n", "1:8: error[SB026]"),
        ("units: [a,\n", "1:8: error[SB026]"),
        ("units: {\n\n# the end\n", "1:8: error[SB026]"),
        ("a: {b: \n", "1:4: error[SB026]"),
        ("a: [ # c\n# d\n", "1:4: error[SB026]"),
        ("units:\n  - {id: U, p: [\ngoals:\n  - {id: G}\n", "2:16: error[SB026]"),
        ("a: [b,, c]\n", "1:7: error[SB032]"),
        ("a: ]\n", "1:4: error[SB032]"),
    ],
)
def test_an_open_bracket_is_found_where_it_opens(content: str, place: str) -> None:
    assert [one.partition(" ")[0] + " " + one.split(" ")[1] for one in lines(parse(SourceText("a.yaml", content))[1])] == [
        f"a.yaml:{place}"
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "c.json:1:1: error[SB211]"),
        ("{", "c.json:1:2: error[SB211]"),
        ('{"3110": "Обладнання",\n "3120" 5}', "c.json:2:9: error[SB211]"),
        ("[]", "c.json:1:1: error[SB212]"),
        ("[" * 100_000, "c.json:1:1: error[SB212]"),
        ('{"3110": ' + "9" * 5000 + "}", "c.json:1:1: error[SB212]"),
        ('{"3110": "Обладнання",\n "3120": 5}', "c.json:2:2: error[SB212]"),
    ],
)
def test_a_table_of_codes_that_is_none_is_refused_at_its_place(content: str, expected: str) -> None:
    table, found = decode_classifier("dk021", SourceText("c.json", content))
    assert table is None
    assert [" ".join(one.split(" ")[:2]) for one in lines(found)] == [expected]


@posix
@pytest.mark.parametrize(("folder", "command"), [("my town", "stratbuild build 'my town'"), (".", "stratbuild build")])
def test_the_next_command_can_be_copied(
    folder: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", folder, "--lang", "en"]) == 0
    assert capsys.readouterr().err.endswith(f", then `{command}`.\n")


@posix
def test_an_engine_needs_no_folder_that_a_variable_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "missing"))
    show = "import os; print(os.path.isdir(os.environ['TMPDIR']))"
    assert run_engine("python", [sys.executable, "-c", show], tmp_path) == b"True\n"
