"""The built wheel, away from the checkout: templates, words and schemas travel in it."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from command import stratbuild

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs; the libraries are those of this environment."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    with ZipFile(wheel) as parts:
        parts.extractall(place / "site")
    return place / "site"


def test_the_program_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    where = "import stratbuild; from stratbuild.source import resource; print(stratbuild.__file__); print(resource('templates'))"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert all(Path(line).is_relative_to(installed) for line in told.stdout.splitlines())


def test_init_and_build_work_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert stratbuild("init", "demo", folder=tmp_path, source=installed).returncode == 0
    built = stratbuild("build", "demo", folder=tmp_path, source=installed)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "build" / "concept.pdf").stat().st_size > 10_000
    assert (tmp_path / "build" / "manifest.json").is_file()


def test_every_page_can_be_explained(installed: Path, tmp_path: Path) -> None:
    told = stratbuild("explain", "SB405", "--lang", "uk", folder=tmp_path, source=installed)
    assert told.returncode == 0
    assert "source_ceiling_exceeded" in told.stdout
