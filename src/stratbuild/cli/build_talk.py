"""What `stratbuild build` says when it is done: the papers, what was found, what is left to fill, by when to publish."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stratbuild.cli import streams
from stratbuild.cli.formats import Look
from stratbuild.cli.reading import Read
from stratbuild.cli.telling import tell_report
from stratbuild.diagnostics import Diagnostic
from stratbuild.model import Plan
from stratbuild.outputs.session.publication import publication
from stratbuild.publish import Published
from stratbuild.render.edition import Edition
from stratbuild.source import Templates
from stratbuild.source.templates import outdated


def tell_of(found: Read, look: Look, findings: Sequence[Diagnostic]) -> None:
    """The findings on standard error."""
    tell_report(found.report(look, findings))


def conclude(found: Read, look: Look, published: Published, output: Path, *, partial: bool) -> None:
    """Name the papers on standard output; say on standard error what became of the old set and what was found."""
    words, edition = found.words, published.manifest.edition
    streams.put("".join(f"{(output / one.path).as_posix()}\n" for one in published.manifest.files))
    if published.findings:
        tell_of(found, replace(look, summary=False), published.findings)
    files = words.plural("cli.counts.files", len(published.manifest.files))
    streams.tell(words.say("cli.build.done", output=output.as_posix(), files=files, revision=edition.revision, day=edition.as_of))
    if partial:
        streams.tell(words.say("cli.build.partial", outputs=", ".join(published.manifest.outputs)))
    counts = found.report(look).counts
    told = [words.plural(f"cli.counts.{severity.name.lower()}", count) for severity, count in counts.items() if count]
    if told:
        streams.tell(words.say("cli.build.found", found=", ".join(told)))


def tell_of_places(found: Read, to_fill: Mapping[str, int]) -> None:
    """Which papers wait for people, and for how much of them."""
    words = found.words
    if to_fill:
        streams.tell(words.say("cli.build.to_fill", places=words.plural("cli.counts.places", sum(to_fill.values()))))
    for paper, count in to_fill.items():
        streams.tell(f"  {paper}: {words.plural('cli.counts.places', count)}")


def tell_of_publication(found: Read, plan: Plan, edition: Edition) -> None:
    """By when the draft decision must be published, or that it is too late for this session."""
    known = publication(plan, edition)
    if known is not None:
        name = "publish_late" if edition.as_of > known.last else "publish_by"
        days = found.words.plural("working_days", known.working_days)
        streams.tell(found.words.say(f"cli.build.{name}", last=known.last, session=known.session, days=days))


def tell_of_templates(found: Read, templates: Templates) -> None:
    """Which templates of the office's copy are older than those of the program, and what to do about each."""
    for one in outdated(templates):
        name = "template_older_changed" if one.changed else "template_older_same"
        streams.tell(found.words.say(f"cli.build.{name}", name=one.name))
