"""`stratbuild import`: the answers of a form become proposals of the register."""  # noqa: N999 - the command is called by a keyword of Python

from collections.abc import Sequence
from pathlib import Path

import click

from stratbuild.cli import streams
from stratbuild.cli.import_text import import_text
from stratbuild.cli.options import language_option, strategy_argument
from stratbuild.cli.reading import Read, read
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.cli.telling import tell_findings
from stratbuild.cli.written_edits import tried, write_edits
from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.form_import import FormImport, form_import
from stratbuild.exchange.import_mapping import decode_mapping
from stratbuild.model import Plan
from stratbuild.source import read_file, read_table_file


@click.command("import", short_help="Take proposals over from the table of a form.")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@strategy_argument
@click.option("--mapping", required=True, type=click.Path(path_type=Path, readable=False), help="Which column is which field.")
@click.option("--apply", "applying", is_flag=True, help="Write the proposals into the file of the strategy.")
@language_option
def COMMAND(file: Path, path: str | None, mapping: Path, language: str | None, *, applying: bool) -> Status:  # noqa: N802 - it is a value: the command
    """Show which rows of the CSV table FILE would become proposals of the strategy in PATH.

    The mapping says which column is which field; docs/import.md has an example. Nothing is written without
    --apply, and nothing at all while any row cannot be read. A row that was imported before adds nothing.
    """
    for one in (file, mapping):
        if not one.is_file():
            raise WrongUsage("no_such_path", path=one.as_posix())
    found = read(path, language)
    if found.plan is None:
        return _told(found, found.findings, Status.FINDINGS)
    made, wrong = _read(found, found.plan, file, mapping)
    if made.file is None:
        return _told(found, wrong, Status.FINDINGS)
    streams.put(import_text(made.new, found.words))
    if made.new:
        act = write_edits if applying else tried
        done = act(found, found.plan, {made.file: made.edits})
        if done.status is not Status.FINE:
            return _told(found, done.findings, done.status)
    said = "nothing_new" if not made.new else "written" if applying else "would_write"
    words = found.words
    proposals = words.plural("cli.import.proposals", len(made.new))
    streams.tell(words.say(f"cli.import.{said}", proposals=proposals, file=made.file))
    if made.known:
        streams.tell(words.say("cli.import.known", rows=words.plural("cli.import.rows", made.known)))
    return Status.FINE


def _read(found: Read, plan: Plan, file: Path, mapping: Path) -> tuple[FormImport, Sequence[Diagnostic]]:
    text, wrong = read_file(mapping)
    if text is None or wrong:
        return FormImport(), wrong
    said, wrong = decode_mapping(text)
    if said is None:
        return FormImport(), wrong
    table, wrong = read_table_file(file)
    if table is None or wrong:
        return FormImport(), wrong
    return form_import(table, said, plan.strategy, [one.path for one in found.texts], mapping.as_posix())


def _told(found: Read, findings: Sequence[Diagnostic], status: Status) -> Status:
    tell_findings(found, findings)
    return status
