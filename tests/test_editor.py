"""What VS Code shows: its YAML language server reads the files that `stratbuild init` makes.

Skipped where there is no `yaml-language-server` on the path (npm install -g yaml-language-server).
"""

import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from stratbuild.cli.commands.init import COMMAND

SERVER = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(SERVER is None, reason="needs the program yaml-language-server")

WAIT = 30
SETTINGS = {"hover": True, "completion": True, "validate": True, "schemaStore": {"enable": False}}
FAULTY = """\
# yaml-language-server: $schema=../.stratbuild/schemas/{language}/strategy-file.schema.json
measures:
  - id: M-TRY
    goal: G-NET
    title: Спробувати
    start: 29.03.2026
    after:
      - {{measure: M-WIFI, lag: 2}}
      -\x20
budget_lines:
  - id: B-TRY
    measure: M-TRY
    title: Прилад
    amounts: {{2026: 3 3500 000,00}}
    funding: {{S-LOCAL: 60 %}}
sources:
  - id: S-LOCAL
    title: Бюджет
    kind: local
    fund:\x20
"""


class Editor:
    """The part of an editor that talks to the server: messages in JSON with their length before them."""

    def __init__(self) -> None:
        assert SERVER is not None
        self._server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._asked = 0
        self.complaints: list[dict[str, Any]] = []
        threading.Thread(target=self._read, daemon=True).start()
        self.ask("initialize", processId=None, rootUri=None, capabilities={"workspace": {"configuration": True}})
        self._send(method="initialized", params={})

    def open(self, path: Path) -> None:
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._send(method="textDocument/didOpen", params={"textDocument": document})

    def ask_at(self, path: Path, what: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{what}", textDocument={"uri": path.as_uri()}, position=place)

    def ask(self, method: str, **params: object) -> Any:
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                return message.get("result")

    def wait_for_complaints(self) -> list[str]:
        while not self.complaints:
            self._next()
        return [one["message"] for one in self.complaints]

    def close(self) -> None:
        self._server.kill()
        self._server.communicate()

    def _send(self, **message: object) -> None:
        assert self._server.stdin is not None
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(raw), raw))
        self._server.stdin.flush()

    def _next(self) -> dict[str, Any]:
        message = self._messages.get(timeout=WAIT)
        if message.get("method") == "workspace/configuration":
            wanted = [SETTINGS if one.get("section") == "yaml" else {} for one in message["params"]["items"]]
            self._send(id=message["id"], result=wanted)
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.complaints = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send(id=message["id"], result=None)
        return message

    def _read(self) -> None:
        stream = self._server.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                while stream.readline().strip():
                    pass
                self._messages.put(json.loads(stream.read(int(header.split(b":")[1]))))


@pytest.fixture
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.close()


@pytest.fixture(params=["uk", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def begun(tmp_path: Path, language: str) -> Path:
    """A strategy as `init` begins it, in a language."""
    done = CliRunner().invoke(COMMAND, [str(tmp_path / "demo"), "--lang", language], standalone_mode=False)
    assert done.exception is None, done.output
    return tmp_path / "demo" / "strategy"


def test_keys_and_values_are_explained(editor: Editor, begun: Path, language: str) -> None:
    path = begun / "measures.yaml"
    editor.open(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines) if text.strip().startswith("duration:"))
    shown = editor.ask_at(path, "hover", line, 5)["contents"]["value"]
    said = {
        "uk": "#### Тривалість\n\nСкільки триває: `8 months` або `8 місяців`; замість завершення. Від стадії `consultation` "
        "вимагається це або `finish` (SB322).",
        "en": "#### Duration\n\nHow long it takes: `8 months`; instead of a finish. From the stage `consultation` on this or "
        "`finish` is demanded (SB322).",
    }
    assert shown.startswith(said[language])


def test_nothing_is_underlined_in_what_init_writes(editor: Editor, begun: Path) -> None:
    for path in sorted(begun.glob("*.yaml")):
        editor.open(path)
        editor.ask_at(path, "hover", 2, 1)
        assert editor.complaints == []


def test_keys_and_choices_are_completed(editor: Editor, begun: Path, language: str) -> None:
    path = begun / "try.yaml"
    path.write_text(FAULTY.format(language=language), encoding="utf-8")
    editor.open(path)
    offered = {one["label"]: one.get("documentation") for one in editor.ask_at(path, "completion", 19, 10)["items"]}
    assert (
        offered["general"]
        == {
            "uk": "Загальний фонд: поточні видатки.",
            "en": "The general fund: current expenditure.",
        }[language]
    )
    assert set(offered) == {"general", "special", "development"}


def test_an_entry_of_what_is_waited_for_is_completed_as_an_id_and_as_a_mapping(
    editor: Editor, begun: Path, language: str
) -> None:
    path = begun / "try.yaml"
    path.write_text(FAULTY.format(language=language), encoding="utf-8")
    editor.open(path)
    offered = {one["label"] for one in editor.ask_at(path, "completion", 8, 8)["items"]}
    assert offered == {"M-WIFI", "measure", "milestone", "type", "lag"}


def test_complaints_say_what_is_expected(editor: Editor, begun: Path, language: str) -> None:
    path = begun / "try.yaml"
    path.write_text(FAULTY.format(language=language), encoding="utf-8")
    editor.open(path)
    said = editor.wait_for_complaints()
    assert {
        "uk": "Потрібна дата: 2026, 2026-Q2, 2026-03 або 2026-03-15.",
        "en": "A date is expected: 2026, 2026-Q2, 2026-03 or 2026-03-15.",
    }[language] in said
    assert {
        "uk": "Потрібна частка зі знаком відсотка (60%), сума (100000.00) або слово решта.",
        "en": "A share with a per cent sign (60%), a sum (100000.00) or rest is expected.",
    }[language] in said
    assert {
        "uk": "Потрібно, на скільки пізніше: 2 тижні (2 weeks) — або, з мінусом, раніше: -10 робочих днів.",
        "en": "How much later is expected: 2 weeks — or, with a minus, how much earlier: -10 working days.",
    }[language] in said
    assert not [message for message in said if "^" in message], "no regular expression is shown to people"
