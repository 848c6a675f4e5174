"""How the tests call the program: folders and texts to checked plans, findings to lines, lines to goldens.

Only this module knows the pipeline's functions, so that a renamed one is mended in one place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

from stratbuild import pipeline
from stratbuild.diagnostics import Diagnostic
from stratbuild.model import Classifier, decode_classifier
from stratbuild.pipeline import Checked, check, load
from stratbuild.render.locale import locale
from stratbuild.source import SourceText, read_folder, resource

SETTINGS = """\
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
"""
"""The least that a strategy has to say about itself."""


def check_folder(folder: Path, classifiers: Mapping[str, Classifier] | None = None) -> Checked:
    """A folder of YAML files checked, with paths relative to it.

    Without classifiers of the caller, those that its settings ask for: the shipped ones, and the files
    that it names.
    """
    texts, found = read_folder(folder)
    relative = [replace(text, path=Path(text.path).relative_to(folder).as_posix()) for text in texts]
    return _checked(relative, found, folder, classifiers)


def check_texts(
    texts: Mapping[str, str], classifiers: Mapping[str, Classifier] | None = None, folder: Path | None = None
) -> Checked:
    """Texts by path checked, as a folder of such files would be; their common indentation is taken away.

    Files that the texts name, such as answers to a survey, are looked for in `folder`.
    """
    sources = [SourceText(path, dedent(content)) for path, content in sorted(texts.items())]
    return _checked(sources, [], folder, classifiers)


def check_text(content: str, classifiers: Mapping[str, Classifier] | None = None) -> Checked:
    """The least settings and a text of lists, checked; the text is the file `a.yaml`, the settings `s.yaml`."""
    return check_texts({"a.yaml": content, "s.yaml": SETTINGS}, classifiers)


def codes(checked: Checked) -> list[str]:
    """The codes of the findings, in the order of their places."""
    return [one.code for one in checked.diagnostics]


def lines(diagnostics: Iterable[Diagnostic], language: str = "en", *, hints: bool = False) -> list[str]:
    """Findings as `path:line:column: severity[CODE] message`; with hints also the remedy and the related places."""
    show = locale(language).show
    written: list[str] = []
    for one in diagnostics:
        written.append(f"{one.span}: {one.severity.name.lower()}[{one.code}] {one.message(language, show)}")
        if hints:
            written += [f"  {related.span}: {related.label_in(language)}" for related in one.related]
            written.append(f"  → {one.hint(language, show)}")
    return written


def assert_golden(path: Path, found: str, *, update: bool) -> None:
    """The text is the one in the file, to the letter; with `update` it is written there instead."""
    if update:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path} is missing; run with --update-golden and read it"
    assert found == path.read_text(encoding="utf-8")


def shipped_classifiers() -> dict[str, Classifier]:
    """The tables of codes that travel with the program."""
    paths = sorted(resource("templates", "classifiers").glob("*.json"))
    return {path.stem: _classifier(path.stem, path) for path in paths}


def _checked(
    texts: Sequence[SourceText],
    found: Iterable[Diagnostic],
    folder: Path | None,
    classifiers: Mapping[str, Classifier] | None,
) -> Checked:
    strategy, diagnostics = load(texts, found)
    if classifiers is None and strategy is not None:
        classifiers, unreadable = pipeline.classifiers(strategy, folder or Path(), {})
        diagnostics += unreadable
    answers, unreadable = ({}, []) if strategy is None else pipeline.answers(strategy, folder or Path())
    if folder is not None:
        answers = {id_: replace(one, path=Path(one.path).relative_to(folder).as_posix()) for id_, one in answers.items()}
    return check(strategy, [*diagnostics, *unreadable], classifiers or {}, answers=answers)


def _classifier(name: str, path: Path) -> Classifier:
    table, found = decode_classifier(name, SourceText(path.as_posix(), path.read_text(encoding="utf-8")))
    assert table is not None, lines(found)
    return table
