"""Every fault that the program can report: told apart, worded and explained in both languages."""

import re
from collections import Counter
from enum import Enum
from pathlib import Path
from string import Formatter

import pytest
from pydantic import BaseModel

from stratbuild.diagnostics import Fault, Wording
from stratbuild.faults import catalogue
from stratbuild.quantity import Refusal
from stratbuild.reference.models import models
from stratbuild.schema.faults import BY_NAME
from stratbuild.schema.file import decode_file
from stratbuild.source import SourceText
from stratbuild.syntax import parse

HEADINGS = {
    "en": ["## Why this matters", "## What to do"],
    "uk": ["## Чому це важливо", "## Що робити"],
}
FAULTS = list(catalogue().values())
each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.name}")

SETTINGS = "strategy:\n  title: a\n  language: uk\n  community: {name: a}\n  period: {start: 2025, finish: 2027}\n"
NAMES = frozenset(
    {
        "Word",
        "DOCX",
        "YAML",
        "JSON",
        "UTF-8",
        "Windows-1251",
        "Excel",
        "UAH",
        "EUR",
        "uk",
        "en",
        "stratbuild",
        "manifest.json",
    }
)
"""What has no Ukrainian name: formats, programs, files, codes of languages and currencies."""

CODES = r"`[^`]*`|\{\w+\}|\b[A-Z]{1,8}(-[A-Z0-9]+)+\b|\btemplates/\S+|\bA–Z\b|\bU\+\w+|\b20[0-9]{2}-Q[1-4]|\{\{|\}\}"
"""What is to be written as it stands: code in backticks, the places of facts, ids, paths."""


@each_fault
def test_a_fault_has_a_code_and_a_name(fault: Fault) -> None:
    assert re.fullmatch(r"SB[0-9]{3}", fault.code)
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+|tag|directive", fault.name)


def test_no_code_and_no_name_stand_for_two_faults() -> None:
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []
    assert list(catalogue()) == sorted({fault.code for fault in FAULTS})


@pytest.mark.parametrize("language", HEADINGS)
@each_fault
def test_a_fault_has_a_page(fault: Fault, language: str) -> None:
    page = fault.page_in(language)
    lines = page.splitlines()
    assert [line for line in lines if line.startswith("## ")][:2] == HEADINGS[language]
    summary = page.partition("\n\n")[0]
    assert summary.endswith("."), "the first paragraph states the fault"
    assert (len(re.findall("[а-яіїєґ]", page)) > len(re.findall("[a-z]", page))) == (language == "uk")
    parts = re.split("(?m)^## .*$", page)
    assert all(part.strip() for part in parts), "something stands below every heading"
    assert max(map(len, lines)) <= 130


@each_fault
def test_both_languages_name_the_same_facts(fault: Fault) -> None:
    assert _facts(fault.en.message) == _facts(fault.uk.message)
    assert _facts(fault.en.hint) == _facts(fault.uk.hint)


@each_fault
def test_a_message_and_a_hint_are_half_sentences(fault: Fault) -> None:
    for text in _texts(fault.en, fault.uk):
        assert text.strip() == text
        assert text
        assert not text.endswith((".", "!", ":", ",")), text
        assert "  " not in text


@each_fault
def test_the_languages_are_not_mixed(fault: Fault) -> None:
    for text in _texts(fault.uk):
        assert set(re.findall(r"[A-Za-z][\w.-]*\w", re.sub(CODES, " ", text))) <= NAMES | _keys_and_choices(), text
    if fault.code not in _ABOUT_RUSSIAN_LETTERS:
        assert not set("".join(_texts(fault.uk)) + fault.page_in("uk")) & set("ыэъёЫЭЪЁ")
    for text in _texts(fault.en):
        assert not re.search("[а-яіїєґ]", re.sub(CODES, " ", text)), text


@each_fault
def test_a_text_has_one_kind_of_apostrophe_and_of_quotes(fault: Fault) -> None:
    for text in (*_texts(fault.uk), fault.page_in("uk")):
        plain = re.sub(CODES, " ", text)
        assert not re.search(r"[а-яіїєґ]['ʼ`][а-яіїєґ]", plain), "the apostrophe is ’"
        assert not re.search(r"[“”„]", plain), "Ukrainian quotes are « and »"


def test_every_refusal_of_a_value_has_its_words() -> None:
    """The reasons that the readers of values give, each by its name in the code, are faults of the schema or of a rule."""
    source = Path(__file__).parent.parent / "src" / "stratbuild"
    modules = [*(source / "quantity").glob("*.py"), *(source / "schema").glob("*.py")]
    raised = {
        name
        for module in modules
        for name in re.findall(rf'(?:{Refusal.__name__}|PydanticCustomError)\(\s*"(\w+)"', module.read_text(encoding="utf-8"))
    }
    assert len(raised) > 30
    assert raised - {fault.name for fault in FAULTS} == {"duration_beyond_calendar"}, (
        "this one is found by the rule measure_beyond_calendar"
    )
    assert "measure_beyond_calendar" in {fault.name for fault in FAULTS}


def test_the_faults_by_name_are_those_of_the_catalogue() -> None:
    assert {fault.code: fault for fault in BY_NAME.values()} == {
        code: fault for code, fault in catalogue().items() if code.startswith("SB1")
    }
    for name, fault in BY_NAME.items():
        assert fault.name == name
        assert catalogue()[fault.code] is fault


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("amounts: {2026: '1 000'}", "money_written_for_people"),
        ("amounts: {2026: 1.000}", "money_ambiguous"),
        ("amounts: {2026: '1 0000'}", "money_grouped_unevenly"),
        ("amounts: {2026: 1.2345}", "money_finer_than_hundredths"),
        ("amounts: {2026: 100 грн}", "money_with_words"),
        ("amounts: {2026: '１２'}", "money_foreign_digits"),
        ("amounts: {2026: NaN}", "money_not_a_number"),
        ("amounts: {2026: 10000000000000}", "money_too_large"),
        ("amounts: {2026: -1}", "money_negative"),
        ("amounts: {26: 1}", "year_not_readable"),
        ("amounts: {1026: 1}", "year_out_of_range"),
        ("funding: {S-A: 60}", "portion_ambiguous"),
        ("funding: {S-A: 60 %}", "share_without_sign"),
        ("funding: {S-A: a lot}", "portion_not_readable"),
        ("total: 5, year_shares: {2026: a lot}", "share_not_readable"),
        ("vat: added", "vat_added_without_rate"),
        ("vat: exempt, vat_rate: VAT-A", "vat_exempt_with_rate"),
        ("recurring: ні, yearly_after: 5", "yearly_after_without_recurring"),
        ("funding: {S-A: 101%}", "share_outside_whole"),
        ("quantity: {2026: '1,5'}, unit_price: 1", "number_written_for_people"),
        ("quantity: {2026: many}, unit_price: 1", "number_not_readable"),
        ("quantity: {2026: -1}, unit_price: 1", "number_negative"),
        ("quantity: {2026: 1}", "amount_given_by_half"),
        ("quantity: {2026: 1}, unit_price: 1, amounts: {2026: 1}", "amount_given_twice"),
        ("cpv: 32420000–3", "code_not_readable"),
        ("note: {українською: а}", "text_by_unknown_language"),
        ("note: {uk: }", "translation_is_empty"),
        ("note: ", "value_is_empty"),
        ("note: [a]", "text_expected"),
        ("amounts: 5", "mapping_expected"),
        ("amont: 5", "unknown_key"),
    ],
)
def test_a_wrong_value_is_found_under_its_own_name(field: str, name: str) -> None:
    tree, _ = parse(SourceText("a.yaml", f"budget_lines:\n  - {{id: B-A, measure: M-A, title: a, {field}}}\n"))
    assert tree is not None
    model, (finding, *others) = decode_file(tree)
    assert model is None
    assert finding.fault is BY_NAME[name]
    assert others == []
    assert finding.span.line == 2
    for language in ("en", "uk"):
        assert "{" not in finding.message(language) + finding.hint(language).replace("{key: value}", "").replace("{ключ", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("price_indices: [{id: PI-A, title: a, source: a, index: {2026: 1.086}}]", "index_without_sign"),
        ("price_indices: [{id: PI-A, title: a, source: a, index: {2026: up}}]", "index_not_readable"),
        ("price_indices: [{id: PI-A, title: a, source: a, index: {2026: 1001%}}]", "index_out_of_range"),
        ("exchange_rates: [{id: FX-A, title: a, source: a, on: 2025-11-03, currency: EUR, rate: 0}]", "rate_is_zero"),
        ("scenarios: [{id: SC-A, title: a, measures: {M-A: {years_later: 31}}}]", "years_too_many"),
        (SETTINGS + "  simulation: {draws: 99}", "draws_out_of_range"),
        (SETTINGS + "  simulation: {draws: 100001}", "draws_out_of_range"),
        ("scenarios: [{id: SC-A, title: a, inherits: base}]", "scenario_inherits_base"),
        ("milestones: [{id: MS-A, title: a, after: [{lag: 2 weeks}]}]", "dependency_on_neither_or_both"),
        ("milestones: [{id: MS-A, title: a, after: [[M-A]]}]", "dependency_expected"),
        ("milestones: [{id: MS-A, title: a, after: [{measure: M-A, lag: 2}]}]", "lag_not_readable"),
        ("minimums: [{id: MIN-A, title: a, measures: 1}]", "minimum_of_not_one_thing"),
        (
            "risks: [{id: R-A, title: a, probability: 5%, cost: {low: 1, high: 2}, cost_share: {low: 1%, high: 2%}}]",
            "risk_cost_given_twice",
        ),
        ("estimate_classes: [{id: EC-A, title: a, cost: {low: 0.9, high: 120%}}]", "per_cent_not_readable"),
        ("estimate_classes: [{id: EC-A, title: a, cost: {low: 0%, high: 120%}}]", "per_cent_out_of_range"),
    ],
)
def test_a_wrong_assumption_is_found_under_its_own_name(text: str, name: str) -> None:
    tree, _ = parse(SourceText("a.yaml", text))
    assert tree is not None
    (finding,) = decode_file(tree)[1]
    assert finding.fault is BY_NAME[name]
    assert "{" not in finding.message("uk") + finding.hint("uk").replace("{measure: M-FIBRE", "")


_ABOUT_RUSSIAN_LETTERS = frozenset({"SB804"})


def _texts(*wordings: Wording) -> list[str]:
    return [text for one in wordings for text in (one.message, one.hint)]


def _facts(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def _keys_and_choices() -> frozenset[str]:
    """The keys of the language and the values that are words of it."""
    fields = {name for model in models() if issubclass(model, BaseModel) for name in model.model_fields}
    return frozenset(fields | {str(one.value) for model in models() if issubclass(model, Enum) for one in model})
