"""Templates of an office's own: copied on request, used before the installed ones, kept within limits, told when they age."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from command import stratbuild
from printed import docx_text
from stratbuild.render import child
from stratbuild.render.edition import Edition
from stratbuild.render.faults import EngineFailed, PaperFault
from stratbuild.render.locale import languages, locale
from stratbuild.render.paper import Format, Paper
from stratbuild.render.press import print_papers
from stratbuild.source import Templates, resource
from stratbuild.source.templates import MARK, copyable, outdated

STRATEGY = """
strategy:
  title: {uk: Цифрова стратегія громади, en: Digital strategy, pl: Strategia cyfrowa}
  community: {name: {uk: Менська громада, en: Mena, pl: Gmina Mena}}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
goals: [{id: G-A, title: {uk: Швидкий інтернет, en: Fast Internet, pl: Szybki internet}}]
measures: [{id: M-A, goal: G-A, title: {uk: Мережа, en: Network, pl: Sieć}, start: 2026-03, duration: 8 months}]
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a strategy and a copy of the templates beside it."""
    (tmp_path / "strategy").mkdir()
    (tmp_path / "strategy" / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    done = stratbuild("init", "--templates", str(tmp_path), "--lang", "uk")
    assert done.returncode == 0, done.stderr
    assert "Шаблони скопійовано" in done.stderr
    return tmp_path


def build(office: Path, *options: str) -> CompletedProcess[str]:
    only = () if "--only" in options else ("--only", "concept")
    return stratbuild("build", str(office / "strategy"), "-o", str(office / "build"), "--as-of", "2026-03-01", *only, *options)


def change(office: Path, name: str, old: str, new: str) -> None:
    path = office / "templates" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy_holds_what_papers_are_made_of_and_nothing_else(office: Path) -> None:
    copied = {path.relative_to(office / "templates").as_posix() for path in (office / "templates").rglob("*") if path.is_file()}
    assert copied == {*copyable(), MARK}
    assert {"concept.md.j2", "reference.docx", "presentation.pptx", "words/uk/concept.yaml", "forms/decision.yaml"} <= copied
    assert not {"words/uk/cli.yaml", "classifiers/kekv.json"} & copied
    for name, path in copyable().items():
        assert (office / "templates" / name).read_bytes() == path.read_bytes()


def test_an_existing_copy_is_not_overwritten(office: Path) -> None:
    change(office, "concept.md.j2", "::: title-page", "::: title-page")
    done = stratbuild("init", "--templates", str(office))
    assert done.returncode == 2
    assert "templates/concept.md.j2" in done.stderr


def test_an_unchanged_copy_makes_the_same_bytes(office: Path) -> None:
    everything = ("--only", "concept,tor,programme,session,presentation,plan,budget")
    assert build(office, *everything).returncode == 0
    with_copy = {path.name: path.read_bytes() for path in (office / "build").rglob("*") if path.is_file()}
    (office / "templates" / MARK).unlink()
    assert build(office, *everything).returncode == 0
    assert {path.name: path.read_bytes() for path in (office / "build").rglob("*") if path.is_file()} == with_copy


def test_what_the_office_changes_is_printed(office: Path) -> None:
    change(office, "concept.md.j2", '# {{ say("concept.goals_heading") }}', "# Наші цілі")
    change(office, "words/uk/concept.yaml", "goals_intro:", "goals_intro: Власні слова громади. #")
    assert build(office).returncode == 0
    text = docx_text(office / "build" / "concept.docx")
    assert "Наші цілі" in text
    assert "Власні слова громади." in text


def test_only_changed_files_need_to_stay(office: Path) -> None:
    change(office, "concept.md.j2", '# {{ say("concept.goals_heading") }}', "# Наші цілі")
    for path in (office / "templates").rglob("*"):
        if path.is_file() and path.name not in ("concept.md.j2", MARK):
            path.unlink()
    done = build(office)
    assert done.returncode == 0, done.stderr
    assert "Наші цілі" in docx_text(office / "build" / "concept.docx")


def test_words_that_an_older_copy_lacks_come_from_the_program(office: Path) -> None:
    (office / "templates" / "words" / "uk" / "concept.yaml").write_text("goals_heading: Головне\n", encoding="utf-8")
    assert build(office).returncode == 0
    text = docx_text(office / "build" / "concept.docx")
    assert "Головне" in text
    assert "План заходів" in text


def test_a_folder_that_is_no_copy_is_not_used_unless_it_is_named(office: Path, tmp_path: Path) -> None:
    change(office, "concept.md.j2", '# {{ say("concept.goals_heading") }}', "# Наші цілі")
    (office / "templates" / MARK).unlink()
    assert build(office).returncode == 0
    assert "Наші цілі" not in docx_text(office / "build" / "concept.docx")
    assert build(office, "--templates", str(office / "templates")).returncode == 0
    assert "Наші цілі" in docx_text(office / "build" / "concept.docx")
    done = build(office, "--templates", str(tmp_path / "nowhere"))
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "concept.md.j2",
            "{{ community }}",
            "{{ comunity }}",
            ("templates/concept.md.j2:", "SB881", "«comunity»", "можливо, community,"),
        ),
        ("concept.md.j2", "{% if scenario %}", "{% if scenario", ("templates/concept.md.j2:", "SB880")),
        ("words/uk/concept.yaml", "kind: Концепція", "kind: [Концепція", ("templates/words/uk/concept.yaml:", "SB0")),
        ("forms/measures.yaml", "value: number", "value: nomber", ("templates/forms/measures.yaml:", "SB890", "nomber")),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_old_set_stays(
    office: Path, name: str, old: str, new: str, expected: Sequence[str]
) -> None:
    assert build(office, "--only", "concept,plan").returncode == 0
    before = (office / "build" / "concept.docx").read_bytes()
    change(office, name, old, new)
    done = build(office, "--only", "concept,plan")
    assert done.returncode == 1
    for words in expected:
        assert words in done.stderr
    assert (office / "build" / "concept.docx").read_bytes() == before


def printed(folder: Path, template: str) -> None:
    own = folder / "own"
    own.mkdir()
    (own / "t.md.j2").write_text(template, encoding="utf-8")
    edition = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0", templates=Templates(own))
    print_papers([Paper("paper", (Format.DOCX,), "t.md.j2", "Назва", {"title": "т"})], edition, folder / "out")


def test_a_template_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT", 2)
    loops = "{% for a in range(99999) %}" * 4 + "x" + "{% endfor %}" * 4
    with pytest.raises(EngineFailed) as failed:
        printed(tmp_path, loops)
    assert failed.value.engine == "jinja2"


def test_a_template_that_asks_for_too_much_memory_is_stopped(tmp_path: Path) -> None:
    with pytest.raises((EngineFailed, PaperFault)):
        printed(
            tmp_path,
            '{% set a = namespace(b="xxxxxxxxxxxxxxxx") %}{% for i in range(60) %}{% set a.b = a.b ~ a.b %}{% endfor %}{{ a.b }}',
        )


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__init__.__globals__ }}",
        "{{ say.__self__ }}",
        "{% include '../secret.txt' %}",
        "{{ see.__globals__ }}",
    ],
)
def test_a_template_cannot_leave_its_sandbox(tmp_path: Path, template: str) -> None:
    (tmp_path / "secret.txt").write_text("таємниця", encoding="utf-8")
    with pytest.raises(PaperFault):
        printed(tmp_path, template)


def test_a_copy_that_is_older_is_told(office: Path) -> None:
    assert "старша за встановлений" not in build(office).stderr
    mark = office / "templates" / MARK
    said = json.loads(mark.read_text(encoding="utf-8"))
    said["files"]["concept.md.j2"] = "0" * 64
    said["files"]["tor.md.j2"] = "0" * 64
    said["files"]["typst/paper.typ"] = "0" * 64
    mark.write_text(json.dumps(said), encoding="utf-8")
    (office / "templates" / "tor.md.j2").unlink()
    done = build(office)
    assert "копія шаблону concept.md.j2 старша за встановлений" in done.stderr
    assert "tor.md.j2" not in done.stderr
    assert [(one.name, one.changed) for one in outdated(Templates(office / "templates"))] == [
        ("concept.md.j2", True),
        ("typst/paper.typ", True),
    ]


def test_an_unchanged_old_copy_can_be_deleted(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    newer = tmp_path / "newer.j2"
    newer.write_text("новіший", encoding="utf-8")
    installed = {**copyable(), "concept.md.j2": newer}
    monkeypatch.setattr("stratbuild.source.templates.copyable", lambda: installed)
    assert [(one.name, one.changed) for one in outdated(Templates(office / "templates"))] == [("concept.md.j2", False)]


def test_a_broken_mark_is_no_reason_to_stop(office: Path) -> None:
    (office / "templates" / MARK).write_text("{", encoding="utf-8")
    assert build(office).returncode == 0


def test_a_third_language_is_one_catalogue(office: Path) -> None:
    """The English words under another name, some of them translated: no Python is touched."""
    words = office / "templates" / "words" / "pl"
    words.mkdir()
    for path in resource("templates", "words", "en").glob("*.yaml"):
        (words / path.name).write_bytes(path.read_bytes())
    change(office, "words/pl/concept.yaml", "goals_heading: Goals", "goals_heading: Cele strategii")
    change(office, "forms/measures.yaml", "en: No.}", "en: No., pl: Lp.}")
    change(office, "words/pl/formats.yaml", 'group_separator: ","', 'group_separator: "\u00a0"')
    assert "pl" in languages(Templates(office / "templates"))
    assert "pl" not in languages()
    done = build(office, "--lang", "pl", "--only", "concept,tor,programme,session,presentation,plan,budget,calendar")
    assert done.returncode == 0, done.stderr
    text = docx_text(office / "build" / "concept.docx")
    assert "Cele strategii" in text
    assert "Szybki internet" in text
    assert locale("pl", Templates(office / "templates")).number(1234567) == "1\u00a0234\u00a0567"
