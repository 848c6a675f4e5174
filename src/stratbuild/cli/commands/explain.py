"""`stratbuild explain`: the page of a fault."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from stratbuild.cli import streams
from stratbuild.cli.language import spoken, written_in
from stratbuild.cli.options import colour_option, language_option
from stratbuild.cli.reading import DEFAULT
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.diagnostics import Fault
from stratbuild.faults import blank, catalogue, depends_on_stage, severities, summary, wording
from stratbuild.render.locale import Locale
from stratbuild.schema.nearest import Suggestion, nearest
from stratbuild.source import read_folder


@click.command("explain", short_help="Explain a finding.")
@click.argument("code", required=False)
@language_option
@colour_option
def COMMAND(code: str | None, language: str | None, colour: str) -> Status:  # noqa: N802 - it is a value: the command
    """Explain the finding CODE (SB402, or its name): why it matters, what to do, an example.

    Without CODE, list every finding that there can be.
    """
    words = spoken(language, _language_here())
    faults = catalogue()
    if code is None:
        streams.put("".join(f"{one.code}  {summary(one, words.language)}\n" for one in faults.values()))
        return Status.FINE
    fault = _find(faults, code)
    if fault is None:
        near = nearest(_normal(code), (*faults, *(one.name for one in faults.values())))
        raise WrongUsage("no_such_code", code=code, suggestion=Suggestion(near))
    coloured = streams.wants_colour(colour, sys.stdout)
    streams.put(_page(fault, words, coloured=coloured), colour=coloured)
    return Status.FINE


def _find(faults: Mapping[str, Fault], code: str) -> Fault | None:
    return faults.get(_normal(code)) or next((one for one in faults.values() if one.name == code.strip().lower()), None)


def _normal(code: str) -> str:
    """`SB402` for `sb402`, `402` and `[SB402]`."""
    plain = code.strip().strip("[]").upper()
    return f"SB{plain}" if plain.isdecimal() else plain


def _page(fault: Fault, words: Locale, *, coloured: bool) -> str:
    page = fault.page_in(words.language) or _page_of_words(fault, words)
    lines = [f"# {fault.code} · {fault.name}", _weight(fault, words), "", *page.splitlines()]
    return "".join(f"{click.style(line, bold=True) if coloured and line.startswith('#') else line}\n" for line in lines)


def _page_of_words(fault: Fault, words: Locale) -> str:
    """What can be said of a fault that has no page: its message and its remedy, with places for the facts."""
    said = wording(fault, words.language)
    return f"{_sentence(said.message)}\n\n## {words.say('cli.remedy')}\n{_sentence(said.hint)}"


def _sentence(pattern: str) -> str:
    said = blank(pattern)
    return f"{said[:1].upper()}{said[1:]}."


def _weight(fault: Fault, words: Locale) -> str:
    """How grave the fault is, at each stage where that makes a difference."""
    by_stage = severities(fault)
    if not depends_on_stage(fault):
        return words.say(f"cli.severity.{next(iter(by_stage.values())).name.lower()}")
    named = (
        f"{words.say(f'cli.stage.{one.value}')}: {words.say(f'cli.severity.{by_stage[one].name.lower()}')}" for one in by_stage
    )
    return " · ".join(named)


def _language_here() -> str | None:
    """The language of the strategy that lies where strategies lie, if one does."""
    return written_in(read_folder(DEFAULT)[0]) if Path(DEFAULT).is_dir() else None
