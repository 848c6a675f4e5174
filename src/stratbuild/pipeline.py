"""The one place that knows the order of the stages and the gate after each."""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from stratbuild.checks.rule import run
from stratbuild.diagnostics import Diagnostic, Span, by_place, has_errors
from stratbuild.model import CLASSIFIER_NOT_READABLE, Classifier, Plan, decode_classifier, derive
from stratbuild.model.survey.answers import AnswerTable, decode_answers
from stratbuild.model.survey.answers_faults import ANSWERS_NOT_READABLE
from stratbuild.model.workdays import decode_holidays, workdays
from stratbuild.outputs.output import Output
from stratbuild.quantity import Workdays
from stratbuild.render.calendar import Calendar
from stratbuild.render.earlier import EarlierBudget
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Paper
from stratbuild.render.project_file import ProjectFile
from stratbuild.render.slides import Presentation
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_faults import EARLIER_EDITION_NOT_READABLE
from stratbuild.schema.file import decode_file
from stratbuild.source import SourceText, read_file, resource, resource_text
from stratbuild.strategy import Strategy, link
from stratbuild.strategy.redaction import redacted
from stratbuild.syntax import parse

if TYPE_CHECKING:
    from stratbuild.render.press import Printing

_MANY_OBJECTS = 100_000


@dataclass(frozen=True)
class Checked:
    """What became of the texts: a plan where nothing is wrong enough to stop, and everything that was found."""

    plan: Plan | None
    diagnostics: Sequence[Diagnostic]

    @property
    def ok(self) -> bool:
        """Whether papers may be built."""
        return self.plan is not None and not has_errors(self.diagnostics)


def load(texts: Iterable[SourceText], found: Iterable[Diagnostic] = ()) -> tuple[Strategy | None, list[Diagnostic]]:
    """Texts to one linked strategy: syntax, then types, then references, each over all files at once.

    `found` is what reading the files has found already. After a stage that finds an error the next is
    not begun, so that no finding is only the shadow of another.
    """
    diagnostics = list(found)
    with _collector_paused():
        parsed = [parse(text) for text in texts]
        diagnostics += [one for _, some in parsed for one in some]
        trees = [tree for tree, _ in parsed if tree is not None]
        if has_errors(diagnostics):
            return None, diagnostics
        decoded = [(tree, *decode_file(tree)) for tree in trees]
        diagnostics += [one for _, _, some in decoded for one in some]
        if has_errors(diagnostics):
            return None, diagnostics
        strategy, linked = link((tree, model) for tree, model, _ in decoded if model is not None)
        return strategy, diagnostics + linked


def classifiers(strategy: Strategy, folder: Path, given: Mapping[str, Path]) -> tuple[Mapping[str, Classifier], list[Diagnostic]]:
    """The tables of codes that a strategy is checked against.

    The table of economic codes ships with the program and is taken where the strategy uses them.
    Others are files: those named in `given` count before those that the strategy names, whose paths
    count from its folder.
    """
    settings = strategy.settings.classifiers
    files = {name: folder / path for name, path in settings.files.items()} | dict(given)
    if settings.economic is not None:
        files.setdefault(settings.economic.value, resource("templates", "classifiers", f"{settings.economic.value}.json"))
    tables: dict[str, Classifier] = {}
    diagnostics: list[Diagnostic] = []
    for name, path in files.items():
        try:
            text, found = read_file(path)
        except OSError:
            span = strategy.span(strategy.settings, "classifiers", "files", name)
            facts = {"name": name, "path": path.as_posix()}
            diagnostics.append(Diagnostic(CLASSIFIER_NOT_READABLE, span, facts))
            continue
        diagnostics += found
        if text is not None:
            table, found = decode_classifier(name, text)
            diagnostics += found
            if table is not None:
                tables[name] = table
    return tables, diagnostics


def answers(strategy: Strategy, folder: Path) -> tuple[Mapping[str, AnswerTable], list[Diagnostic]]:
    """By survey that names a file of answers, whose path counts from the strategy's folder: the file."""
    tables: dict[str, AnswerTable] = {}
    diagnostics: list[Diagnostic] = []
    for survey in strategy.surveys.values():
        if survey.answers is None:
            continue
        path = folder / survey.answers
        try:
            text, found = read_file(path)
        except OSError:
            facts = {"survey": survey.id, "path": path.as_posix()}
            diagnostics.append(Diagnostic(ANSWERS_NOT_READABLE, strategy.span(survey, "answers"), facts))
            continue
        diagnostics += found
        if text is not None:
            table, found = decode_answers(text)
            diagnostics += found
            if table is not None:
                tables[survey.id] = table
    return tables, diagnostics


def check(
    strategy: Strategy | None,
    found: Iterable[Diagnostic],
    classifiers: Mapping[str, Classifier],
    scenario: str | None = None,
    answers: Mapping[str, AnswerTable] = MappingProxyType({}),
) -> Checked:
    """A linked strategy to a plan, and every rule's findings, in the order of their places.

    With the id of one of its scenarios, the plan is that of the scenario, and the rules look at it.
    """
    diagnostics = list(found)
    if strategy is None or has_errors(diagnostics):
        return Checked(None, by_place(diagnostics))
    with _collector_paused():
        plan, derived = derive(strategy, classifiers, _workdays(strategy), answers)
        diagnostics += derived
        if plan is not None:
            plan = plan if scenario is None else plan.scenarios[scenario]
            diagnostics += run(plan)
    return Checked(plan, by_place(diagnostics))


def _workdays(strategy: Strategy) -> Workdays:
    calendar = strategy.settings.calendar
    table = (
        () if calendar.holidays is None else decode_holidays(resource_text("templates", "calendars", f"{calendar.holidays}.json"))
    )
    return workdays(calendar, table)


def revision(texts: Iterable[SourceText], answers: Iterable[AnswerTable] = ()) -> str:
    """Twelve hexadecimal digits that change when any text or any file of answers does, and with nothing else."""
    digest = hashlib.sha256()
    for content in sorted(text.content.replace("\r\n", "\n") for text in texts):
        digest.update(hashlib.sha256(content.encode()).digest())
    for one in sorted(table.digest for table in answers):
        digest.update(one.encode())
    return digest.hexdigest()[:12]


def earlier_budget(path: Path) -> tuple[EarlierBudget | None, list[Diagnostic]]:
    """The budget of an earlier edition from its workbook, which is scanned before it is opened."""
    from stratbuild.render.earlier_reader import read_earlier  # noqa: PLC0415 - a check needs no reader of workbooks
    from stratbuild.render.edited.scan import scan  # noqa: PLC0415 - as above

    scanned = scan(path)
    found = list(scanned.found)
    if scanned.parts is None:
        return None, found
    try:
        return read_earlier(path), found
    except ValueError:
        return None, [*found, Diagnostic(EARLIER_EDITION_NOT_READABLE, Span(path.as_posix()), {"name": path.name})]


@dataclass(frozen=True)
class Made:
    """A set of papers that has been written."""

    files: tuple[str, ...]
    """Their paths below the folder, sorted."""
    places_to_fill: Mapping[str, int]
    """By paper, without suffix, that has any: how many places are left for its reader to fill."""
    items: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By DOCX and bookmark in it: the field of an item that is printed there, `M-WIFI.title`."""


def public(plan: Plan) -> Plan:
    """The plan of the strategy without what the public must not read: the same money and dates, fewer texts."""
    with _collector_paused():
        found, _ = derive(redacted(plan.strategy), plan.classifiers, plan.workdays, plan.answers)
    assert found is not None, "texts do not decide whether there is a plan"
    return found


def make(plan: Plan, editions: Sequence[Edition], selected: Iterable[Output], folder: Path) -> Made:
    """Write the files of the selected outputs below a folder; those of every edition after the first below its language's own.

    A template or a text that cannot be printed is a `PaperFault` with findings, a text that no cell holds
    a `WorkbookRefused`, a failing engine an `EngineFailed`, trouble with the disk an `OSError`; what has
    been written by then is worth nothing.
    """
    from stratbuild.render.press import printing  # noqa: PLC0415 - a check needs no engines, and they are slow to load

    chosen, files, places, items = tuple(selected), list[str](), dict[str, int](), dict[str, Mapping[str, str]]()
    with ExitStack() as running:
        runs: list[tuple[str, Printing]] = []
        for number, edition in enumerate(editions):
            prefix = f"{edition.language}/" if number else ""
            views = [one for output in chosen for one in output.view(plan, edition)]
            papers = (one for one in views if isinstance(one, Paper))
            runs.append((prefix, running.enter_context(printing(papers, edition, folder / prefix))))
            files += [prefix + _write(one, edition, folder / prefix) for one in views if not isinstance(one, Paper)]
        for prefix, run in runs:
            files += [prefix + path for path in run.files()]
            places |= {prefix + paper: count for paper, count in run.places_to_fill().items()}
            items |= {prefix + path: found for path, found in run.items().items()}
    return Made(tuple(sorted(files)), places, items)


def _write(view: Workbook | Calendar | ProjectFile | Presentation, edition: Edition, folder: Path) -> str:
    """Write the one file of a view, by the library of its kind, which is loaded only now, and give its path."""
    match view:
        case Workbook():
            from stratbuild.render.workbook_writer import write_workbook  # noqa: PLC0415 - as above

            return write_workbook(view, edition, folder)
        case Calendar():
            from stratbuild.render.calendar_writer import write_calendar  # noqa: PLC0415 - as above

            return write_calendar(view, edition, folder)
        case ProjectFile():
            from stratbuild.render.project_xml import write_project  # noqa: PLC0415 - as above

            return write_project(view, edition, folder)
        case Presentation():
            from stratbuild.render.slides_writer import write_presentation  # noqa: PLC0415 - as above

            return write_presentation(view, edition, folder)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Building millions of objects that all stay alive, the garbage collector only costs time.

    Afterwards they are set aside, so that it never walks through them. It still frees what nobody refers to.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY_OBJECTS:
            gc.freeze()
        if was_enabled:
            gc.enable()
