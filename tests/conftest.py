"""The one flag of the test suite, the example strategy and its papers; and no property is a matter of time."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from command import stratbuild
from stratbuild.model import Plan
from stratbuild.render import markup
from stratbuild.source import Templates
from strategies import check_folder

ROOT = Path(__file__).parent.parent

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is found into the expected texts; read the diff")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def sample() -> Plan:
    """The plan of the example strategy."""
    checked = check_folder(ROOT / "strategy")
    assert checked.plan is not None
    return checked.plan


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole set of papers of the example strategy, of 1 February 2026. It is only read."""
    out = tmp_path_factory.mktemp("built") / "out"
    done = stratbuild("build", str(ROOT / "strategy"), "-o", str(out), "--as-of", "2026-02-01")
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of templates of the test's own, which are filled in this process."""
    folder = tmp_path / "templates"
    folder.mkdir()
    environment = markup._environment.__wrapped__(Templates(folder))
    monkeypatch.setattr(markup, "_environment", lambda _: environment)
    yield folder
    markup._source.cache_clear()
