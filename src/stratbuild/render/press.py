"""Papers to files: templates are filled, then the engines print side by side."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from stratbuild.diagnostics import Diagnostic
from stratbuild.render import pandoc, typst
from stratbuild.render.document import Document
from stratbuild.render.docx import finish
from stratbuild.render.docx_pictures import PrintedPicture
from stratbuild.render.docx_properties import Properties
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.filling import fill
from stratbuild.render.fonts import missing_characters
from stratbuild.render.locale import Locale, locale
from stratbuild.render.markup import Rendered, render
from stratbuild.render.markup_child import render_apart
from stratbuild.render.numbering import document
from stratbuild.render.paper import Format, Paper
from stratbuild.source import Templates

_ENGINES_AT_ONCE = 2
_PAPERS_AT_ONCE = 200


@dataclass(frozen=True)
class _Job:
    """A paper whose text is complete."""

    paper: Paper
    document: Document


def print_papers(papers: Iterable[Paper], edition: Edition, folder: Path) -> tuple[str, ...]:
    """Print papers into a folder, and say which files were made; a paper that cannot be printed is a `PaperFault`."""
    with printing(papers, edition, folder) as run:
        return run.files()


@dataclass(frozen=True)
class Printing:
    """Papers that are being printed."""

    jobs: Sequence[_Job]
    running: Sequence[Future[None]]

    def files(self) -> tuple[str, ...]:
        """The files that were made, once all are."""
        _finish_all(self.running)
        return tuple(path for job in self.jobs for path in job.paper.paths)

    def places_to_fill(self) -> Mapping[str, int]:
        """By paper that has any: how many places are left for its reader to fill."""
        return {job.paper.stem: places for job in self.jobs if (places := job.document.places_to_fill())}

    def items(self) -> Mapping[str, Mapping[str, str]]:
        """By DOCX and bookmark in it: the field of an item that is printed there."""
        printed = (job for job in self.jobs if Format.DOCX in job.paper.formats)
        return {f"{job.paper.stem}.{Format.DOCX.value}": items for job in printed if (items := job.document.items())}


@contextmanager
def printing(papers: Iterable[Paper], edition: Edition, folder: Path) -> Iterator[Printing]:
    """Start printing: other work may be done meanwhile."""
    with tempfile.TemporaryDirectory(prefix="stratbuild-") as private:
        place = Path(private)
        jobs = _typeset(list(papers), edition, place)
        with ThreadPoolExecutor(_ENGINES_AT_ONCE) as engines:
            running = [engines.submit(task) for task in _tasks(jobs, edition, place, folder)]
            _check_characters(jobs, edition.templates)
            yield Printing(jobs, running)
            _finish_all(running)


def _finish_all(running: Sequence[Future[None]]) -> None:
    for one in running:
        one.result()


def _check_characters(jobs: Sequence[_Job], templates: Templates) -> None:
    """The engine leaves out what its fonts do not have, and does not say so."""
    printed = [job for job in jobs if Format.PDF in job.paper.formats]
    found = [one for job in printed for one in missing_characters(job.paper.stem, job.document.text(), templates)]
    if found:
        raise PaperFault(found)


def _typeset(papers: Sequence[Paper], edition: Edition, place: Path) -> list[_Job]:
    """Every template filled; all that is wrong with any of them is said at once."""
    found: list[Diagnostic] = []
    words = locale(edition.language, edition.templates)
    rendered = list(_rendered(papers, words, place, found))
    parsed = pandoc.parse_templates([text.text for _, text in rendered], place) if rendered else []
    jobs: list[_Job] = []
    for (paper, text), blocks in zip(rendered, parsed, strict=True):
        with _collected(found):
            complete = document(paper.title, words, fill(text, blocks), footer=paper.footer, author=paper.author)
            jobs.append(_Job(paper, complete))
    if found:
        raise PaperFault(found)
    return jobs


def _rendered(papers: Sequence[Paper], words: Locale, place: Path, found: list[Diagnostic]) -> Iterator[tuple[Paper, Rendered]]:
    """The templates' texts; an office's own templates are filled in a process apart, those of the program in this one."""
    if words.templates.own is None:
        for paper in papers:
            with _collected(found):
                yield paper, render(paper.template, paper.values, words)
        return
    asked = [(paper.template, paper.values) for paper in papers]
    for paper, filled in zip(papers, render_apart(asked, words, _subfolder(place, "templates")), strict=True):
        if isinstance(filled, Rendered):
            yield paper, filled
        else:
            found += filled


@contextmanager
def _collected(found: list[Diagnostic]) -> Iterator[None]:
    try:
        yield
    except PaperFault as fault:
        found.extend(fault.diagnostics)


def _tasks(jobs: Sequence[_Job], edition: Edition, place: Path, folder: Path) -> Iterator[Callable[[], None]]:
    """The engines' runs, the longest first; short papers, which have no web page, share a run for each format."""
    small = [job for job in jobs if Format.HTML not in job.paper.formats]
    large = [job for job in jobs if Format.HTML in job.paper.formats]
    for number, job in enumerate(large):
        if Format.PDF in job.paper.formats:
            yield partial(_print_pdf, job, edition, _subfolder(place, f"pdf{number}"), folder)
    for number, job in enumerate(large):
        if Format.DOCX in job.paper.formats:
            yield partial(_print_docx, job, edition, _subfolder(place, f"docx{number}"), folder)
    if papers := [job for job in small if Format.PDF in job.paper.formats]:
        for number, batch in enumerate(_batches(papers)):
            yield partial(_print_many_pdf, batch, edition, _subfolder(place, f"pdfs{number}"), folder)
    if papers := [job for job in small if Format.DOCX in job.paper.formats]:
        for number, batch in enumerate(_batches(papers)):
            yield partial(_print_many_docx, batch, edition, _subfolder(place, f"docxs{number}"), folder)
    for number, job in enumerate(large):
        yield partial(_print_html, job, edition, _subfolder(place, f"html{number}"), folder)


def _batches(jobs: Sequence[_Job]) -> Iterator[Sequence[_Job]]:
    """Papers for one run each: an engine has a limit of time, and thousands of letters would pass it."""
    for first in range(0, len(jobs), _PAPERS_AT_ONCE):
        yield jobs[first : first + _PAPERS_AT_ONCE]


def _print_pdf(job: _Job, edition: Edition, place: Path, folder: Path) -> None:
    made = place / "made.pdf"
    typst.write_pdf(job.document.for_typst(), place, made, day=edition.as_of, templates=edition.templates)
    _deliver(made.read_bytes(), folder, job, Format.PDF)


def _print_many_pdf(jobs: Sequence[_Job], edition: Edition, place: Path, folder: Path) -> None:
    trees = {f"{number}.pdf": job.document.for_typst() for number, job in enumerate(jobs)}
    typst.write_many_pdf(trees, place, day=edition.as_of, templates=edition.templates)
    for number, job in enumerate(jobs):
        _deliver((place / f"{number}.pdf").read_bytes(), folder, job, Format.PDF)


def _print_html(job: _Job, edition: Edition, place: Path, folder: Path) -> None:
    made = place / "made.html"
    pandoc.write_html(job.document.for_html(), place, made, edition.templates)
    _deliver(made.read_bytes().replace(b"\r\n", b"\n"), folder, job, Format.HTML)


def _print_docx(job: _Job, edition: Edition, place: Path, folder: Path) -> None:
    made = place / "made.docx"
    pandoc.write_docx(job.document.for_docx(), place, made, edition.templates)
    _deliver_docx(made, edition, folder, job)


def _print_many_docx(jobs: Sequence[_Job], edition: Edition, place: Path, folder: Path) -> None:
    trees = {f"{number}.docx": job.document.for_docx() for number, job in enumerate(jobs)}
    pandoc.write_many_docx(trees, place, edition.templates)
    for number, job in enumerate(jobs):
        _deliver_docx(place / f"{number}.docx", edition, folder, job)


def _deliver_docx(made: Path, edition: Edition, folder: Path, job: _Job) -> None:
    pictures = job.document.pictures()
    bitmaps = typst.bitmaps(pictures, _subfolder(made.parent, f"{made.stem}-pictures"), edition.templates) if pictures else ()
    printed = [PrintedPicture(picture, bitmap) for picture, bitmap in zip(pictures, bitmaps, strict=True)]
    whole = finish(made.read_bytes(), Properties.of(job.document, edition.as_of), printed)
    _deliver(whole, folder, job, Format.DOCX)


def _deliver(content: bytes, folder: Path, job: _Job, form: Format) -> None:
    path = folder / f"{job.paper.stem}.{form.value}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _subfolder(place: Path, name: str) -> Path:
    made = place / name
    made.mkdir()
    return made
