"""`stratbuild schema`: write the generated reference, or say whether it is stale."""

from pathlib import Path

import click

from stratbuild.cli import streams
from stratbuild.cli.language import spoken
from stratbuild.cli.options import language_option
from stratbuild.cli.status import Status
from stratbuild.reference import reference_files


@click.command("schema", short_help="Write JSON Schemas and reference pages.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("schemas"), show_default=True, help="Folder.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name the files that are stale.")
@language_option
def COMMAND(output: Path, language: str | None, *, only_check: bool) -> Status:  # noqa: N802 - it is a value: the command
    """Write the JSON Schemas for editors, the page of the language and the pages of all checks."""
    words = spoken(language, None)
    files = reference_files()
    stale = [path for path, text in files.items() if not _is_written(output / path, text)]
    if only_check:
        streams.put("".join(f"{path}\n" for path in stale))
        return Status.FINDINGS if stale else Status.FINE
    for path in stale:
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(files[path], encoding="utf-8", newline="\n")
    streams.tell(words.say("reference.written", folder=output.as_posix(), number=len(files), changed=len(stale)))
    return Status.FINE


def _is_written(path: Path, text: str) -> bool:
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n") == text
    except (FileNotFoundError, UnicodeDecodeError):
        return False
