"""`stratbuild build`: the papers of a strategy, published as one set."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from stratbuild import __version__, pipeline
from stratbuild.cli import streams
from stratbuild.cli.build_talk import conclude, tell_of, tell_of_places, tell_of_publication, tell_of_templates
from stratbuild.cli.formats import Look
from stratbuild.cli.language import VARIABLE
from stratbuild.cli.options import classifier_option, colour_option, day_of, exact_day, strategy_argument
from stratbuild.cli.reading import Read, read
from stratbuild.cli.scenario import plan_in, scenario_option
from stratbuild.cli.status import Status, unknown
from stratbuild.cli.templates import templates_of
from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.model import Plan
from stratbuild.outputs.output import Output, outputs
from stratbuild.publish import Contents, NotPublished, Patience, Published, disk_faults, place_faults, publish, unfit_output
from stratbuild.render.edition import Edition
from stratbuild.render.faults import EngineFailed, PaperFault
from stratbuild.render.locale import languages
from stratbuild.source import Templates

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
    "wanted",
    multiple=True,
    metavar="uk|en",
    help="Language of the papers and messages (more with further --lang or commas); otherwise those of the strategy.",
)
@click.option(
    "--edition",
    "readers",
    type=click.Choice(["full", "public"]),
    default="full",
    help="For whom; public leaves out what the strategy calls internal, and data about people.",
)
@click.option(
    "--as-of", "as_of", metavar="DATE", help="Day that the papers speak of, as 2026-03-15; otherwise SOURCE_DATE_EPOCH or today."
)
@click.option(
    "--session-date",
    "session_on",
    metavar="DATE",
    help="Day of the council's session, as 2026-03-26; otherwise that of the strategy.",
)
@click.option(
    "--templates",
    "own_templates",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Your own copy of the templates; otherwise `templates` beside the strategy, where `init --templates` made one.",
)
@classifier_option
@colour_option
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - it is a value: the command, with an argument for each option
    path: str | None,
    output: Path,
    only: Sequence[str],
    scenario: str | None,
    since: Path | None,
    wanted: Sequence[str],
    readers: str,
    as_of: str | None,
    session_on: str | None,
    own_templates: Path | None,
    classifiers: Sequence[str],
    colour: str,
) -> Status:
    """Check the strategy in PATH and, if nothing is wrong, publish its papers as one set.

    The set takes the place of the one before only when it is whole. Files that you put into the output
    folder are kept, and a paper that was changed there is kept under another name. With --scenario, the
    papers are those of the scenario and say so; only what is wrong with the strategy as written stops them.
    """
    day, session_day = day_of(as_of), exact_day(session_on) if session_on else None
    templates = templates_of(path, own_templates)
    chosen, asked_for = _chosen(only), _languages(wanted, templates)
    found = read(path, next(iter(asked_for), None) or os.environ.get(VARIABLE), classifiers)
    look = Look(colour=streams.wants_colour(colour, sys.stderr))
    unfit = unfit_output(output, found.path)
    if unfit is not None:
        return _refuse(found, look, unfit)
    if found.plan is None or not found.ok:
        tell_of(found, look, [one for one in found.findings if one.severity is not Severity.NOTE])
        return Status.FINDINGS
    is_public = readers == "public"
    plan = plan_in(pipeline.public(found.plan) if is_public else found.plan, scenario)
    editions = [
        replace(_edition(found, plan, day, language, templates), session_on=session_day, public=is_public)
        for language in asked_for or _of_strategy(plan)
    ]
    if since is not None:
        earlier, findings = pipeline.earlier_budget(since)
        if findings:
            tell_of(found, replace(look, summary=False), findings)
        if earlier is None:
            return Status.INPUT_OUTPUT
        editions = [replace(edition, earlier=earlier) for edition in editions]
    try:
        published, to_fill = _publish(found, plan, editions, output, chosen)
    except PaperFault as fault:
        tell_of(found, replace(look, summary=False), fault.diagnostics)
        return Status.FINDINGS
    except EngineFailed as failed:
        streams.tell(found.words.say("cli.build.engine_failed", engine=failed.engine, detail=failed.detail))
        return Status.ENGINE
    except NotPublished as refused:
        return _refuse(found, look, refused.diagnostic)
    conclude(found, look, published, output, partial=len(chosen) < len(outputs()))
    tell_of_places(found, to_fill)
    tell_of_templates(found, templates)
    if "session" in chosen:
        tell_of_publication(found, plan, editions[0])
    return Status.FINE


def _publish(
    found: Read, plan: Plan, editions: Sequence[Edition], output: Path, chosen: Mapping[str, Output]
) -> tuple[Published, Mapping[str, int]]:
    """The published set, and by paper how many places are left for its reader to fill."""
    to_fill: dict[str, int] = {}

    def make(folder: Path) -> Contents:
        made = pipeline.make(plan, editions, chosen.values(), folder)
        to_fill.update(made.places_to_fill)
        return Contents(made.files, made.items)

    def tell_of_waiting() -> None:
        streams.tell(found.words.say("cli.build.waiting", output=output.as_posix()))

    if streams.is_terminal(sys.stderr):
        streams.tell(found.words.say("cli.build.making", outputs=", ".join(chosen)))
    edition = replace(editions[0], others=tuple(one.language for one in editions[1:]))
    return publish(output, edition, tuple(chosen), make, Patience(tell=tell_of_waiting)), to_fill


def _refuse(found: Read, look: Look, finding: Diagnostic) -> Status:
    tell_of(found, replace(look, summary=False), [finding])
    return _STATUSES.get(finding.fault, Status.INPUT_OUTPUT)


def _edition(found: Read, plan: Plan, day: date, language: str, templates: Templates) -> Edition:
    if language not in languages(templates):
        raise unknown("no_words_for_papers", language, languages(templates))
    return Edition(
        as_of=day,
        revision=found.revision,
        language=language,
        programme_version=__version__,
        scenario=None if plan.scenario is None else plan.strategy.text(plan.scenario.title, language),
        templates=templates,
    )


def _languages(wanted: Sequence[str], templates: Templates) -> tuple[str, ...]:
    """The languages that are asked for, once each, in their order."""
    names = [name.strip() for one in wanted for name in one.split(",") if name.strip()]
    for name in names:
        if name not in languages(templates):
            raise unknown("no_such_language", name, languages(templates))
    return tuple(dict.fromkeys(names))


def _of_strategy(plan: Plan) -> tuple[str, ...]:
    """The languages that the strategy wants its papers in, the main one first; that one alone where it names none."""
    main, named = plan.strategy.language, plan.strategy.settings.languages
    return tuple(dict.fromkeys([main, *named] if main in named or not named else named))


def _chosen(only: Sequence[str]) -> Mapping[str, Output]:
    """The outputs that are asked for, or all."""
    known = outputs()
    names = [name.strip() for one in only for name in one.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise unknown("no_such_output", name, known)
    return {name: output for name, output in known.items() if not names or name in names}
