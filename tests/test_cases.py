"""Every rule, by its case: a tiny strategy with the fault, the exact findings, and the same strategy mended.

The findings of a case stand in `faulty.txt`; `--update-golden` writes them anew.
"""

import pkgutil
from pathlib import Path
from string import Formatter

import pytest

import stratbuild.checks.rules
from stratbuild.checks.rule import Rule, rules
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from strategies import assert_golden, check_folder, lines

CASES = Path(__file__).parent / "cases"
HEADINGS = {
    "en": ("## Why this matters", "## What to do"),
    "uk": ("## Чому це важливо", "## Що робити"),
}
each_rule = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: f"{rule.fault.code}-{rule.fault.name}")


def case_of(rule: Rule) -> Path:
    return CASES / f"{rule.fault.code}-{rule.fault.name}"


@each_rule
def test_the_faulty_strategy_is_found(rule: Rule, *, update_golden: bool) -> None:
    checked = check_folder(case_of(rule) / "faulty")
    own = [one for one in checked.diagnostics if one.code == rule.fault.code]
    others = [one for one in checked.diagnostics if one.code != rule.fault.code and one.severity is Severity.ERROR]
    assert own, f"the fault is not found; others are: {lines(checked.diagnostics)}"
    assert not lines(others), "a case shows one fault"
    golden = "\n".join([_severities(rule), "", *lines(own, "uk", hints=True), "", *lines(own, "en", hints=True), ""])
    assert_golden(case_of(rule) / "faulty.txt", golden, update=update_golden)


@each_rule
def test_the_mended_strategy_is_clean(rule: Rule) -> None:
    checked = check_folder(case_of(rule) / "clean")
    kept = [one for one in checked.diagnostics if one.code == rule.fault.code or one.severity is Severity.ERROR]
    assert not lines(kept)


@each_rule
def test_the_messages_name_the_same_facts_in_both_languages(rule: Rule) -> None:
    english, ukrainian = rule.fault.en, rule.fault.uk
    assert _named(english.message) == _named(ukrainian.message)
    assert _named(english.hint) == _named(ukrainian.hint)
    checked = check_folder(case_of(rule) / "faulty")
    for one in checked.diagnostics:
        if one.code == rule.fault.code:
            assert _named(english.message) | _named(english.hint) == set(one.facts), "facts are what the words name"
            for related in one.related:
                assert set(related.label) == {"en", "uk"}


@each_rule
def test_the_message_is_a_sentence_of_the_house(rule: Rule) -> None:
    for wording in (rule.fault.en, rule.fault.uk):
        for text in (wording.message, wording.hint):
            assert not text.endswith((".", "!")), text
            first = text.split(maxsplit=1)[0]
            assert first.isupper() or not first[0].isupper(), f"neither a capital nor an acronym: {text}"
    assert not set(rule.fault.uk.message + rule.fault.uk.hint) & set("ыэъёЫЭЪЁ")


@pytest.mark.parametrize("language", HEADINGS)
@each_rule
def test_the_page_has_its_headings(rule: Rule, language: str) -> None:
    page = rule.fault.page_in(language)
    headings = [line for line in page.splitlines() if line.startswith("## ")]
    assert headings[:2] == list(HEADINGS[language])
    first = page.splitlines()[0]
    assert first.endswith("."), "the first line is a sentence that states the fault"
    is_ukrainian = any(letter in first for letter in "абвгґдеєжзиіїклмнопрстуфхцчшщьюя")
    assert is_ukrainian == (language == "uk")


def test_every_rule_module_holds_one_rule_of_its_name() -> None:
    modules = sorted(one.name for one in pkgutil.iter_modules(stratbuild.checks.rules.__path__))
    assert sorted(rule.fault.name for rule in rules().values()) == modules, "a code is used twice, or a name differs"
    for rule in rules().values():
        assert rule.find.__module__ == f"stratbuild.checks.rules.{rule.fault.name}"


def test_every_case_belongs_to_a_rule() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == sorted(case_of(rule).name for rule in rules().values())


def _named(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def _severities(rule: Rule) -> str:
    """How much the fault weighs: `error`, or `draft note · consultation error · …` where the stage decides."""
    severity = rule.fault.severity
    if isinstance(severity, SeverityByStage):
        return " · ".join(f"{stage} {severity.at(stage).name.lower()}" for stage in Stage)
    return severity.name.lower()
