"""`stratbuild init`: a small strategy to begin with, and the settings by which an editor helps."""

import os
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import click

from stratbuild import __version__
from stratbuild.cli import streams
from stratbuild.cli.language import spoken
from stratbuild.cli.options import language_option
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.reference.files import FILE_SCHEMA
from stratbuild.source import resource
from stratbuild.source.templates import FOLDER, MARK, copyable, mark_of

_COMMON = {
    ".editorconfig": "editorconfig",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
}


@click.command("init", short_help="Begin a strategy.")
@click.argument("folder", required=False, default=".", type=click.Path(path_type=Path))
@click.option("--templates", "only_templates", is_flag=True, help="Only a copy of the templates, for you to change.")
@language_option
def COMMAND(folder: Path, language: str | None, *, only_templates: bool) -> Status:  # noqa: N802 - it is a value: the command
    """Write a small strategy into FOLDER (otherwise the current one), ready to be checked, built and changed.

    With it come the settings and the schema by which VS Code completes keys and explains them. With
    --templates, FOLDER gets a folder `templates` instead, which `build` then uses; delete from it what
    you do not change. No file that exists is overwritten.
    """
    words = spoken(language, None)
    files = _templates() if only_templates else _files(words.language)
    existing = [path for path in files if (folder / path).exists()]
    if existing:
        raise WrongUsage("init_would_overwrite", folder=folder.as_posix(), files=", ".join(existing))
    _write(folder, files)
    if only_templates:
        streams.tell(words.say("cli.init.templates", folder=(folder / FOLDER).as_posix(), number=len(files)))
        return Status.FINE
    facts = {"folder": folder.as_posix(), "number": len(files), "check": _next("check", folder), "build": _next("build", folder)}
    streams.tell(words.say("cli.init.written", **facts))
    return Status.FINE


def _next(command: str, folder: Path) -> str:
    """A command for the new strategy, as it can be copied into the system's shell."""
    words = ["stratbuild", command, *([] if folder == Path() else [folder.as_posix()])]
    return shlex.join(words) if os.name == "posix" else subprocess.list2cmdline(words)


def _templates() -> Mapping[str, bytes]:
    """Every file of a copy of the templates by its path, with its content."""
    found = {f"{FOLDER}/{name}": path.read_bytes() for name, path in copyable().items()}
    return found | {f"{FOLDER}/{MARK}": mark_of(__version__).encode()}


def _files(language: str) -> Mapping[str, bytes]:
    """Every file of the beginning by its path, with its content; line ends are those of UNIX."""
    home = resource("templates", "init", language)
    found = {f"strategy/{path.name}": path for path in sorted((home / "strategy").glob("*.yaml"))}
    found |= {"README.md": home / "README.md", ".vscode/settings.json": home / "settings.json"}
    found |= {path: resource("templates", "init", "common", name) for path, name in _COMMON.items()}
    found[f".stratbuild/schemas/{language}/{FILE_SCHEMA}"] = resource("schemas", language, FILE_SCHEMA)
    return {path: source.read_bytes().replace(b"\r\n", b"\n") for path, source in found.items()}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files or, where one cannot be written, none of them."""
    made: list[Path] = []
    try:
        for path, content in files.items():
            place = folder / path
            made += _make_folder(place.parent)
            with place.open("xb") as file:
                made.append(place)
                file.write(content)
    except OSError:
        _take_back(made)
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it that are missing; the ones that were made, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _take_back(made: Iterable[Path]) -> None:
    """Delete what was made, the last first; a folder in which something else has appeared stays."""
    for place in reversed(list(made)):
        with suppress(OSError):
            place.rmdir() if place.is_dir() else place.unlink(missing_ok=True)
