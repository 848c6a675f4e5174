"""`stratbuild build`: the papers of a strategy, published as one set."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from stratbuild import __version__, pipeline
from stratbuild.cli import streams
from stratbuild.cli.formats import Look, written
from stratbuild.cli.language import VARIABLE
from stratbuild.cli.options import classifier_option, colour_option, exact_day, known_language, strategy_argument
from stratbuild.cli.reading import Read, read
from stratbuild.cli.scenario import plan_in, scenario_option
from stratbuild.cli.status import Status, WrongUsage, unknown
from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.model import Plan
from stratbuild.outputs.output import Output, outputs
from stratbuild.publish import NotPublished, Patience, Published, disk_faults, place_faults, publish, unfit_output
from stratbuild.render.edition import Edition
from stratbuild.render.faults import EngineFailed, PaperFault
from stratbuild.render.locale import languages

_STATUSES = {disk_faults.PAPER_NOT_WHOLE: Status.ENGINE} | dict.fromkeys(place_faults.UNFIT_OUTPUTS, Status.USAGE)


@click.command("build", short_help="Publish the papers of a strategy.")
@strategy_argument
@click.option(
    "-o",
    "--output",
    default="build",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the papers; otherwise `build`.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="NAME",
    help="Only this output (more with further --only or commas); the set then holds no others.",
)
@scenario_option
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="budget.xlsx of an earlier set; the new one then shows what has changed since.",
)
@click.option(
    "--lang",
    "language",
    callback=known_language,
    metavar="uk|en",
    help="Language of the papers and messages; otherwise that of the strategy.",
)
@click.option(
    "--as-of", "as_of", metavar="DATE", help="Day that the papers speak of, as 2026-03-15; otherwise SOURCE_DATE_EPOCH or today."
)
@classifier_option
@colour_option
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - it is a value: the command, with an argument for each option
    path: str | None,
    output: Path,
    only: Sequence[str],
    scenario: str | None,
    since: Path | None,
    language: str | None,
    as_of: str | None,
    classifiers: Sequence[str],
    colour: str,
) -> Status:
    """Check the strategy in PATH and, if nothing is wrong, publish its papers as one set.

    The set takes the place of the one before only when it is whole. Files that you put into the output
    folder are kept, and a paper that was changed there is kept under another name. With --scenario, the
    papers are those of the scenario and say so; only what is wrong with the strategy as written stops them.
    """
    day = _day(as_of, os.environ)
    chosen = _chosen(only)
    found = read(path, language or os.environ.get(VARIABLE), classifiers)
    look = Look(colour=streams.wants_colour(colour, sys.stderr))
    unfit = unfit_output(output, found.path)
    if unfit is not None:
        return _refuse(found, look, unfit)
    if found.plan is None or not found.ok:
        _tell(found, look, [one for one in found.findings if one.severity is not Severity.NOTE])
        return Status.FINDINGS
    plan = plan_in(found.plan, scenario)
    edition = _edition(found, plan, day, language)
    if since is not None:
        earlier, findings = pipeline.earlier_budget(since)
        if findings:
            _tell(found, replace(look, summary=False), findings)
        if earlier is None:
            return Status.INPUT_OUTPUT
        edition = replace(edition, earlier=earlier)
    try:
        published, to_fill = _publish(found, plan, edition, output, chosen)
    except PaperFault as fault:
        _tell(found, replace(look, summary=False), fault.diagnostics)
        return Status.FINDINGS
    except EngineFailed as failed:
        streams.tell(found.words.say("cli.build.engine_failed", engine=failed.engine, detail=failed.detail))
        return Status.ENGINE
    except NotPublished as refused:
        return _refuse(found, look, refused.diagnostic)
    _conclude(found, look, published, output, partial=len(chosen) < len(outputs()))
    _tell_of_places(found, to_fill)
    return Status.FINE


def _publish(
    found: Read, plan: Plan, edition: Edition, output: Path, chosen: Mapping[str, Output]
) -> tuple[Published, Mapping[str, int]]:
    """The published set, and by paper how many places are left for its reader to fill."""
    to_fill: dict[str, int] = {}

    def make(folder: Path) -> Iterable[str]:
        made = pipeline.make(plan, edition, chosen.values(), folder)
        to_fill.update(made.places_to_fill)
        return made.files

    def tell_of_waiting() -> None:
        streams.tell(found.words.say("cli.build.waiting", output=output.as_posix()))

    if streams.is_terminal(sys.stderr):
        streams.tell(found.words.say("cli.build.making", outputs=", ".join(chosen)))
    return publish(output, edition, tuple(chosen), make, Patience(tell=tell_of_waiting)), to_fill


def _conclude(found: Read, look: Look, published: Published, output: Path, *, partial: bool) -> None:
    """Name the papers on standard output; say on standard error what became of the old set and what was found."""
    words, edition = found.words, published.manifest.edition
    streams.put("".join(f"{(output / one.path).as_posix()}\n" for one in published.manifest.files))
    if published.findings:
        _tell(found, replace(look, summary=False), published.findings)
    files = words.plural("cli.counts.files", len(published.manifest.files))
    streams.tell(words.say("cli.build.done", output=output.as_posix(), files=files, revision=edition.revision, day=edition.as_of))
    if partial:
        streams.tell(words.say("cli.build.partial", outputs=", ".join(published.manifest.outputs)))
    counts = found.report(look).counts
    told = [words.plural(f"cli.counts.{severity.name.lower()}", count) for severity, count in counts.items() if count]
    if told:
        streams.tell(words.say("cli.build.found", found=", ".join(told)))


def _tell_of_places(found: Read, to_fill: Mapping[str, int]) -> None:
    """Which papers wait for people, and for how much of them."""
    words = found.words
    if to_fill:
        streams.tell(words.say("cli.build.to_fill", places=words.plural("cli.counts.places", sum(to_fill.values()))))
    for paper, count in to_fill.items():
        streams.tell(f"  {paper}: {words.plural('cli.counts.places', count)}")


def _refuse(found: Read, look: Look, finding: Diagnostic) -> Status:
    _tell(found, replace(look, summary=False), [finding])
    return _STATUSES.get(finding.fault, Status.INPUT_OUTPUT)


def _tell(found: Read, look: Look, findings: Sequence[Diagnostic]) -> None:
    streams.tell(written(found.report(look, findings), "text").rstrip("\n"), colour=look.colour)


def _edition(found: Read, plan: Plan, day: date, language: str | None) -> Edition:
    wanted = language or plan.strategy.language
    if wanted not in languages():
        raise unknown("no_words_for_papers", wanted, languages())
    return Edition(
        as_of=day,
        revision=pipeline.revision(found.texts),
        language=wanted,
        programme_version=__version__,
        scenario=None if plan.scenario is None else plan.strategy.text(plan.scenario.title, wanted),
    )


def _chosen(only: Sequence[str]) -> Mapping[str, Output]:
    """The outputs that are asked for, or all."""
    known = outputs()
    names = [name.strip() for one in only for name in one.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise unknown("no_such_output", name, known)
    return {name: output for name, output in known.items() if not names or name in names}


def _day(as_of: str | None, environment: Mapping[str, str]) -> date:
    """The day of the papers. The clock is read here and nowhere else."""
    if as_of is not None:
        return exact_day(as_of)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise WrongUsage("not_an_epoch", epoch=epoch) from None
    return datetime.now().astimezone().date()
