"""Reading and checking the strategy that the command line points to, for every command that needs one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stratbuild.cli.formats import Look, Report
from stratbuild.cli.language import spoken, written_in
from stratbuild.cli.scenario import known_scenario
from stratbuild.cli.status import WrongUsage, unknown
from stratbuild.diagnostics import Diagnostic
from stratbuild.model import Classifier, Plan
from stratbuild.model.survey.answers import AnswerTable
from stratbuild.pipeline import answers, check, classifiers, load, revision
from stratbuild.render.locale import Locale
from stratbuild.schema.strategy import EconomicClassifier, ProcurementClassifier, ProgrammeClassifier
from stratbuild.source import SourceText, read_folder
from stratbuild.source.folder import SUFFIXES, is_being_written

DEFAULT = Path("strategy")
"""The folder that is read where none is named, if the current one has it."""


@dataclass(frozen=True)
class Read:
    """A strategy as it was read: its texts, what was found in them, the plan if there is one."""

    path: Path
    texts: Sequence[SourceText]
    plan: Plan | None
    findings: Sequence[Diagnostic]
    ok: bool
    """Whether papers may be built."""
    words: Locale
    """The language in which to speak of it."""

    @property
    def revision(self) -> str:
        """What changes when any text of the strategy does, or a file of answers."""
        return revision(self.texts, () if self.plan is None else self.plan.answers.values())

    def report(self, look: Look, findings: Sequence[Diagnostic] | None = None) -> Report:
        """A report of the findings, or of some of them."""
        sources = {text.path: text for text in self.texts}
        return Report(self.findings if findings is None else findings, self.words, sources, look)


def id_and_path(item: str | None, path: str | None) -> tuple[str | None, str | None]:
    """The arguments `[ID] [PATH]` of a command: a hyphen is no ID, and a file or folder alone is the path."""
    if item is not None and path is None and Path(item).exists():
        return None, item
    return (None if item == "-" else item), path


def read(path: str | None, language: str | None, given_classifiers: Sequence[str] = (), scenario: str | None = None) -> Read:
    """Read and check the strategy in a folder or file; without one, the folder `strategy` or the current one.

    With the name of a scenario, the plan and the findings of the rules are those of the scenario.
    """
    place = strategy_path(path)
    tables = classifier_files(given_classifiers)
    recovered = _recovered(place)
    texts, found = read_folder(place)
    found = [*recovered, *found]
    strategy, found = load(texts, found)
    codes: Mapping[str, Classifier] = {}
    tables_of_answers: Mapping[str, AnswerTable] = {}
    if strategy is not None:
        codes, more = classifiers(strategy, place if place.is_dir() else place.parent, tables)
        tables_of_answers, wrong = answers(strategy, place if place.is_dir() else place.parent)
        found = [*found, *more, *wrong]
        scenario = known_scenario(strategy, scenario)
    checked = check(strategy, found, codes, scenario, tables_of_answers)
    words = spoken(language, None if strategy is None else strategy.language, written_in(texts))
    return Read(place, texts, checked.plan, checked.diagnostics, checked.ok, words)


def strategy_path(path: str | None) -> Path:
    """The folder or file of the strategy; one that does not exist is a mistake of usage.

    A folder without YAML files of its own stands for the folder `strategy` in it, as `init` makes one.
    """
    if path is None:
        if not DEFAULT.is_dir() and not _holds_yaml(Path()):
            raise WrongUsage("no_strategy_here", folder=DEFAULT.as_posix())
        return DEFAULT if DEFAULT.is_dir() else Path()
    place = Path(path)
    if not place.exists():
        raise WrongUsage("no_such_path", path=path)
    inner = place / DEFAULT
    return inner if inner.is_dir() and not _holds_yaml(place) else place


def _recovered(place: Path) -> list[Diagnostic]:
    """What is to be told of a change of the files that was interrupted; it is finished or undone before they are read."""
    if not is_being_written(place):
        return []
    from stratbuild.publish import recover_sources  # noqa: PLC0415 - nearly never needed, and it brings a library

    return recover_sources(place)


def _holds_yaml(folder: Path) -> bool:
    return any(one.suffix.lower() in SUFFIXES for one in folder.iterdir())


def classifier_files(given: Sequence[str]) -> Mapping[str, Path]:
    """The files of classifiers by name, from options of the form `NAME=FILE`."""
    known = [one.value for kind in (EconomicClassifier, ProgrammeClassifier, ProcurementClassifier) for one in kind]
    files: dict[str, Path] = {}
    for option in given:
        name, sign, file = option.partition("=")
        if not sign or not file:
            raise WrongUsage("classifier_form", option=option)
        if name not in known:
            raise unknown("no_such_classifier", name, known)
        if not Path(file).is_file():
            raise WrongUsage("no_such_path", path=file)
        files[name] = Path(file)
    return files
