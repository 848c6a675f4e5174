"""`stratbuild init`: a small strategy to begin with, and the settings by which an editor helps."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from stratbuild.cli import streams
from stratbuild.cli.language import spoken
from stratbuild.cli.options import language_option
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.reference.files import FILE_SCHEMA
from stratbuild.source import resource

_COMMON = {
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
}


@click.command("init", short_help="Begin a strategy.")
@click.argument("folder", required=False, default=".", type=click.Path(path_type=Path))
@language_option
def COMMAND(folder: Path, language: str | None) -> Status:  # noqa: N802 - it is a value: the command
    """Write a small strategy into FOLDER (otherwise the current one), ready to be checked, built and changed.

    With it come the settings and the schema by which VS Code completes keys and explains them. No
    file that exists is overwritten.
    """
    words = spoken(language, None)
    files = _files(words.language)
    existing = [path for path in files if (folder / path).exists()]
    if existing:
        raise WrongUsage("init_would_overwrite", folder=folder.as_posix(), files=", ".join(existing))
    _write(folder, files)
    here = folder.as_posix()
    streams.tell(
        words.say(
            "cli.init.written", folder=here, number=len(files), check=f"stratbuild check {here}", build=f"stratbuild build {here}"
        )
    )
    return Status.FINE


def _files(language: str) -> Mapping[str, str]:
    """Every file of the beginning by its path, with its text."""
    home = resource("templates", "init", language)
    found = {f"strategy/{path.name}": path for path in sorted((home / "strategy").glob("*.yaml"))}
    found |= {"README.md": home / "README.md", ".vscode/settings.json": home / "settings.json"}
    found |= {path: resource("templates", "init", "common", name) for path, name in _COMMON.items()}
    found[f".stratbuild/schemas/{language}/{FILE_SCHEMA}"] = resource("schemas", language, FILE_SCHEMA)
    return {path: source.read_text(encoding="utf-8") for path, source in found.items()}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files or, where one cannot be written, none of them."""
    written: list[Path] = []
    try:
        for path, text in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("x", encoding="utf-8", newline="\n") as file:
                written.append(place)
                file.write(text)
    except OSError:
        _take_back(written)
        raise


def _take_back(written: Iterable[Path]) -> None:
    for place in written:
        place.unlink(missing_ok=True)
