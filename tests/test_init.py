"""`stratbuild init`: a beginning that checks clean, builds, helps the editor and overwrites nothing."""

import json
import re
from pathlib import Path
from typing import IO, Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from command import stratbuild
from stratbuild.cli.commands.init import COMMAND
from stratbuild.diagnostics import Severity
from strategies import check_folder, codes

LANGUAGES = ("uk", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_checks_without_errors_and_warnings(language: str, tmp_path: Path) -> None:
    assert stratbuild("init", "demo", "--lang", language, folder=tmp_path).returncode == 0
    checked = check_folder(tmp_path / "demo")
    assert checked.ok
    assert [one for one in checked.diagnostics if one.severity is not Severity.NOTE] == []
    assert "SB305" in codes(checked) or language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_builds(language: str, tmp_path: Path) -> None:
    stratbuild("init", "demo", "--lang", language, folder=tmp_path)
    built = stratbuild("build", "demo", folder=tmp_path)
    assert built.returncode == 0, built.stderr
    made = {path.relative_to(tmp_path / "build").as_posix() for path in (tmp_path / "build").rglob("*") if path.is_file()}
    assert made == {
        "budget-request.xlsx",
        "budget.xlsx",
        "calendar.ics",
        "concept.docx",
        "concept.html",
        "concept.pdf",
        "manifest.json",
        "plan.xlsx",
        "plan.xml",
        "presentation.pptx",
        "tor/T-EQUIP.docx",
        "tor/T-EQUIP.pdf",
        "tor/T-PORTAL.docx",
        "tor/T-PORTAL.pdf",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_find_the_schema_and_it_accepts_every_file(language: str, tmp_path: Path) -> None:
    stratbuild("init", ".", "--lang", language, folder=tmp_path)
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    (schema_path,) = settings["yaml.schemas"]
    schema = json.loads((tmp_path / schema_path).read_text(encoding="utf-8"))
    for path in (tmp_path / "strategy").glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (path.parent / first.partition("=")[2]).resolve() == (tmp_path / schema_path).resolve()
        reader = YAML(typ="rt")
        data = json.loads(json.dumps(reader.load(path.read_text(encoding="utf-8")), default=str))
        assert [error.message for error in Draft7Validator(schema).iter_errors(data)] == []


def test_nothing_is_overwritten_and_nothing_half_written(tmp_path: Path) -> None:
    mine = tmp_path / "README.md"
    mine.write_text("mine", encoding="utf-8")
    refused = stratbuild("init", ".", "--lang", "en", folder=tmp_path)
    assert refused.returncode == 2
    assert "README.md" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_folder_that_cannot_be_written_ends_with_a_message(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("a file where the folder should be", encoding="utf-8")
    refused = stratbuild("init", "demo", "--lang", "en", folder=tmp_path)
    assert refused.returncode == 3
    assert "Traceback" not in refused.stderr


def test_a_disk_that_fails_half_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = Path.open
    written: list[str] = []

    def failing_open(self: Path, *arguments: Any, **named: Any) -> IO[Any]:
        if "xb" in arguments:
            if len(written) == 5:
                raise OSError(28, "No space left on device")
            written.append(self.name)
        opened: IO[Any] = real_open(self, *arguments, **named)
        return opened

    (tmp_path / "demo" / "strategy").mkdir(parents=True)
    monkeypatch.setattr(Path, "open", failing_open)
    with pytest.raises(OSError, match="No space left"):
        COMMAND.callback(folder=tmp_path / "demo", language="en", only_templates=False)  # type: ignore[misc]
    assert len(written) == 5
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["demo", "demo/strategy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_is_small_and_complete(language: str, tmp_path: Path) -> None:
    stratbuild("init", "demo", "--lang", language, folder=tmp_path)
    checked = check_folder(tmp_path / "demo")
    assert checked.plan is not None
    strategy, levels = checked.plan.strategy, checked.plan.coverage.levels
    assert set(levels.values()) == {0, 1}
    assert any(measure.after for measure in strategy.measures.values())
    assert len(strategy.measures) >= 3
    assert len(strategy.budget_lines) >= 6
    assert len(strategy.sources) >= 2
    assert len(strategy.kpis) >= 3
    assert len(strategy.units) >= 3
    assert strategy.specifications
    assert len((tmp_path / "demo" / "README.md").read_text(encoding="utf-8").splitlines()) <= 12
    if language == "en":
        cyrillic = [
            path.name for path in (tmp_path / "demo" / "strategy").iterdir() if re.search("[а-яіїєґ]", path.read_text("utf-8"))
        ]
        assert cyrillic == []
