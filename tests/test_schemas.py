"""The generated reference: fresh, complete in every language, and of one mind with the program about every text."""

import json
import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel
from pydantic.json_schema import WithJsonSchema
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from stratbuild.checks.rule import rules
from stratbuild.diagnostics import SeverityByStage
from stratbuild.quantity import (
    Duration,
    Lag,
    Money,
    PlanDate,
    Refusal,
    parse_index,
    parse_number,
    parse_per_cent,
    parse_portion,
    parse_rate,
    parse_share,
    parse_year,
)
from stratbuild.reference import reference_files
from stratbuild.reference.models import models
from stratbuild.reference.said import field_in, model_in
from stratbuild.render.locale import languages, locale
from stratbuild.schema import scalars
from stratbuild.schema.base import COLLECTION
from stratbuild.schema.file import decode_file, kinds
from stratbuild.schema.ids import parse_id
from stratbuild.schema.scalars import FORM
from stratbuild.source import read_file
from stratbuild.syntax import parse

ROOT = Path(__file__).parent.parent
FILES = reference_files()
SCHEMAS = {path: json.loads(text) for path, text in FILES.items() if path.endswith(".json")}
VALIDATOR = Draft7Validator(SCHEMAS["en/strategy-file.schema.json"])
STRATEGIES = sorted(
    path
    for folder in ("strategy", "tests/second_strategy", "tests/data/plan_strategy", "tests/cases")
    for path in (ROOT / folder).rglob("*.yaml")
    if "faulty" not in path.parts
)


class EditorConstructor(SafeConstructor):
    """YAML 1.2 as an editor reads it: numbers and booleans are values of their own, days are texts."""


EditorConstructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def as_editor(text: str) -> Any:
    """The data that an editor holds against the schema; its keys are texts, as in JSON."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = EditorConstructor
    return _with_text_keys(reader.load(text))


def complaints(text: str) -> list[str]:
    """Where the schema does not accept a text, `budget_lines.0.funding`, each place once."""
    return _places(VALIDATOR.iter_errors(as_editor(text)))


def test_the_written_files_are_not_stale() -> None:
    folder = ROOT / "schemas"
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert set(found) == set(FILES), "run `stratbuild schema`, and delete what it no longer writes"
    stale = [name for name, path in found.items() if path.read_text(encoding="utf-8") != FILES[name]]
    assert stale == [], "run `stratbuild schema`"


def test_there_is_a_schema_of_every_kind_in_every_language() -> None:
    for language in languages():
        own = {path for path in SCHEMAS if path.startswith(f"{language}/")}
        assert len(own) == 1 + len(kinds()), own
    assert _without_words(SCHEMAS["en/strategy-file.schema.json"]) == _without_words(SCHEMAS["uk/strategy-file.schema.json"])


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_kind_and_field_is_explained(model: type[Any], language: str) -> None:
    said = {model.__name__: model_in(model, language)}
    if issubclass(model, BaseModel):
        said |= {name: field_in(model, name, field, language) for name, field in model.model_fields.items()}
    for name, words in said.items():
        assert words.title.strip(), name
        assert words.description.endswith((".", "».")), f"{name}: {words.description!r} is no sentence"
        assert bool(re.search("[а-яіїєґ]", words.title)) <= (language == "uk"), name
        assert language != "uk" or re.search("[а-яіїєґА-ЯІЇЄҐ]", words.description), name


def test_no_explanation_outlives_its_field() -> None:
    known = {
        model.__name__: frozenset(model.model_fields) if issubclass(model, BaseModel) else frozenset[str]() for model in models()
    }
    said = locale("uk").words["schema"]
    assert set(said) == set(known)
    assert {name: set(entry.get("fields", {})) for name, entry in said.items()} == {
        name: set(keys) for name, keys in known.items()
    }


@pytest.mark.parametrize("language", languages())
def test_every_choice_is_explained_and_no_other(language: str) -> None:
    choices = {model.__name__: {one.value for one in model} for model in models() if issubclass(model, Enum)}
    said = {name: entry["values"] for name, entry in locale(language).words["schema"].items() if "values" in entry}
    assert {name: set(values) for name, values in said.items()} == choices
    assert [text for values in said.values() for text in values.values() if not text.endswith(".")] == []
    fund = SCHEMAS[f"{language}/strategy-file.schema.json"]["definitions"]["Fund"]
    assert dict(zip(fund["enum"], fund["markdownEnumDescriptions"], strict=True)) == said["Fund"]


@pytest.mark.parametrize("language", languages())
def test_an_editor_complains_in_words_and_not_in_patterns(language: str) -> None:
    for path in (path for path in SCHEMAS if path.startswith(f"{language}/")):
        for inner in _all_within(SCHEMAS[path]):
            assert not {FORM, COLLECTION} & set(inner), "marks are for the generator"
            if "pattern" in inner or "enum" in inner or inner.get("type") == "array":
                assert inner["errorMessage"].endswith("."), inner
                assert (language == "uk") == bool(re.match("Потріб", inner["errorMessage"])), inner


def test_ids_have_examples_of_their_kind() -> None:
    definitions = SCHEMAS["uk/strategy-file.schema.json"]["definitions"]
    for kind in kinds().values():
        assert parse_id(kind.example_id)
        assert definitions[kind.__name__]["properties"]["id"]["examples"] == [kind.example_id]
    assert definitions["Measure"]["properties"]["goal"]["examples"] == ["G-NET"]
    assert definitions["Measure"]["properties"]["partners"]["items"]["examples"] == ["U-IT"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (
            (
                "| `lead` | **Lead unit.** Unit that answers for the measure: `U-IT`. | id from the list `units`: `U-IT` "
                "| Demanded from the stage `consultation` on ([SB320](checks.en.md#sb320)). |"
            ),
            "en",
        ),
        (
            (
                "| `duration` | **Тривалість.** Скільки триває: `8 months` або `8 місяців`; замість завершення. "
                "| тривалість у днях, робочих днях, тижнях, місяцях, кварталах або роках: `8 місяців`, `2 weeks` "
                "| Від стадії `consultation` вимагається це або `finish` ([SB322](checks.uk.md#sb322)). |"
            ),
            "uk",
        ),
        (
            (
                "| `price_base` | **Рік цін.** У цінах якого року записано суми: `2025`. | рік: `2026` "
                "| Бажано від стадії `submission` ([SB432](checks.uk.md#sb432)). |"
            ),
            "uk",
        ),
        (
            "| `goal` | **Ціль.** Ціль найнижчого рівня, якій служить захід. | ідентифікатор зі списку `goals`: `G-NET` | завжди |",
            "uk",
        ),
        (
            (
                "| `ceilings` | **Межі.** Найбільше, що джерело може дати в кожному році, у валюті стратегії: `{2026: 400000.00}`. "
                "| за роками: сума у валюті стратегії, до двох знаків після крапки: `18500.00` "
                "| Вимагається від стадії `submission` ([SB427](checks.uk.md#sb427)). |"
            ),
            "uk",
        ),
        (
            (
                "| `after` | **After.** What must be over before this one begins: "
                "`[M-FIBRE, {measure: M-TENDER, type: start-to-start, lag: 2 weeks}]`. "
                "| list: id from the list `measures`: `M-WIFI` / [Dependency](#dependency) |  |"
            ),
            "en",
        ),
        (
            (
                "| `lag` | **Зсув.** На скільки пізніше: `2 тижні`; зі знаком мінус — на скільки раніше: `-10 робочих днів`. "
                "| на скільки пізніше або, з мінусом, раніше: `2 тижні`, `-10 working days` |  |"
            ),
            "uk",
        ),
        ("| `development` | The development budget, a part of the special fund: capital expenditure. |", "en"),
        (
            (
                "| `funding_by_year` | **Funding by year.** Funding of the years in which it is another one: `{2027: {S-LOCAL: 100%}}`. "
                "| by year: id from the list `sources`, or several with their parts |  |"
            ),
            "en",
        ),
        (
            (
                "| `price_indices` | **Індекси цін.** Інші індекси окремих років: `{PI-CPI: {2026: 115%}}`. "
                "| за ідентифікаторами зі списку `price_indices`: за роками: ціни у відсотках до цін попереднього року: `108.6%` |  |"
            ),
            "uk",
        ),
    ],
)
def test_the_page_of_the_language_says_form_unit_and_stage(line: str, language: str) -> None:
    assert line in FILES[f"language.{language}.md"].splitlines()


def test_every_rule_about_something_left_out_says_what_it_demands() -> None:
    """Those left over look at other items, not at a field of the one that they report."""
    silent = {
        rule.fault.name
        for rule in rules().values()
        if isinstance(rule.fault.severity, SeverityByStage)
        and re.search("_without_|_missing$", rule.fault.name)
        and not rule.demands
    }
    assert silent == {"area_without_findings", "goal_without_kpi", "goal_without_measure", "kpi_without_target_in_last_year"}


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schema_is_a_schema(path: str) -> None:
    schema = SCHEMAS[path]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    for inner in _all_within(schema):
        if inner.get("type") == "object" and "properties" not in inner:
            assert "additionalProperties" in inner, "a mapping says what keys it may have"
        for example in inner.get("examples", ()):
            assert Draft7Validator({key: value for key, value in inner.items() if key != "$ref"}).is_valid(example), example


@pytest.mark.parametrize("path", STRATEGIES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_good_file_is_accepted(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", STRATEGIES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_good_file_is_accepted_with_everything_in_quotes(path: Path) -> None:
    """The program reads texts, never numbers: quotes around a value change nothing, in an editor either."""
    text, _ = read_file(path)
    assert text is not None
    tree, found = parse(text)
    assert tree is not None
    assert found == []
    assert _places(VALIDATOR.iter_errors(tree.data)) == []


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)
def test_every_item_is_accepted_by_the_schema_of_its_kind(kind: Any) -> None:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.__name__).lower()
    validator = Draft7Validator(SCHEMAS[f"uk/{name}.schema.json"])
    items = [
        item for path in STRATEGIES for item in (as_editor(path.read_text(encoding="utf-8")) or {}).get(kind.collection) or ()
    ]
    assert items
    assert [str(item["id"]) for item in items if not validator.is_valid(item)] == []


READ_AS_NUMBERS = """
goals: [{id: G-A, title: 2026}, {id: G-B, title: true, description: {uk: 112, en: 1.5}, order: "2"}]
sources: [{id: S-A, title: 5, kind: local, confirmed: так, ceilings: {"2026": "10.50", 2027: 5}}]
budget_lines:
  - {id: B-A, measure: M-A, title: a, programme: 0117530, economic_code: 3110, cpv: "32420000-3", funding: S-A, amounts: {2026: 0.5}}
  - {id: B-B, measure: M-A, title: b, programme: "0117530", economic_code: 12.10, quantity: {2026: "2"}, unit_price: "3"}
measures: [{id: M-A, goal: G-A, title: a, start: 2026, finish: "2026-Q3"}, {id: M-B, goal: G-A, title: b, start: 2026-03-15}]
kpis: [{id: K-A, title: a, measurement_unit: 5, baseline: {value: -3, on: 2026}, targets: {2026: "7", "2027": 8.25}}]
specifications:
  - {id: T-A, measure: M-A, title: a, kind: goods, items: [{name: 1, quantity: 2, parameters: [{name: 3, value: 370}]}]}
"""


def test_what_an_editor_takes_for_a_number_may_be_a_text(tmp_path: Path) -> None:
    """The program reads it, so the editor must not underline it."""
    assert _program_accepts(tmp_path, READ_AS_NUMBERS)
    assert complaints(READ_AS_NUMBERS) == []


STRATEGY = "strategy: {title: a, community: {name: a}, period: {start: 2025, finish: 2027}, language: uk, %s}"
GOAL = "goals: [{id: G-A, title: a, %s}]"
MEASURE = "measures: [{id: M-A, goal: G-A, title: a, %s}]"
LINE = "budget_lines: [{id: B-A, measure: M-A, title: a, %s}]"
SOURCE = "sources: [{id: S-A, title: a, kind: local, %s}]"
KPI = "kpis: [{id: K-A, title: a, %s}]"
INDEX = "price_indices: [{id: PI-A, title: a, source: a, index: {2026: %s}}]"
SCENARIO = "scenarios: [{id: SC-A, title: a, %s}]"
SPECIFICATION = "specifications: [{id: T-A, measure: M-A, title: a, kind: goods, %s}]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("measure: []", "", id="unknown list"),
        pytest.param("goals: {id: G-A, title: a}", "goals", id="mapping for a list"),
        pytest.param("goals: [G-A]", "goals.0", id="text for an item"),
        pytest.param("goals: [{title: a}]", "goals.0", id="missing id"),
        pytest.param("goals: [{id: G-A}]", "goals.0", id="missing title"),
        pytest.param("goals: [{id: G-A, title: }]", "goals.0.title", id="empty title"),
        pytest.param("goals: [{id: G-A, title: '  '}]", "goals.0.title", id="title of spaces"),
        pytest.param("goals: [{id: G-A, title: [a]}]", "goals.0.title", id="list for a title"),
        pytest.param("goals: [{id: G-A, title: {ukrainian: а}}]", "goals.0.title", id="language by its name"),
        pytest.param("goals: [{id: G-A, title: {uk: }}]", "goals.0.title.uk", id="empty translation"),
        pytest.param("goals: [{id: g-a, title: a}]", "goals.0.id", id="id in small letters"),
        pytest.param("goals: [{id: М-А, title: a}]", "goals.0.id", id="id in Cyrillic"),
        pytest.param("goals: [{id: GOAL, title: a}]", "goals.0.id", id="id without a hyphen"),
        pytest.param(GOAL % "titel: b", "goals.0", id="unknown key"),
        pytest.param(GOAL % "order: 1.5", "goals.0.order", id="order not whole"),
        pytest.param(GOAL % "order: -1", "goals.0.order", id="order below zero"),
        pytest.param(MEASURE % "start: 29.03.2026", "measures.0.start", id="day first"),
        pytest.param(MEASURE % "start: 2026-3", "measures.0.start", id="month of one digit"),
        pytest.param(MEASURE % "start: 2026-13", "measures.0.start", id="thirteenth month"),
        pytest.param(MEASURE % "start: 2026-Q5", "measures.0.start", id="fifth quarter"),
        pytest.param(MEASURE % "start: 2026-03-32", "measures.0.start", id="day 32"),
        pytest.param(MEASURE % "start: 20226", "measures.0.start", id="year of five digits"),
        pytest.param(MEASURE % "start: 1926", "measures.0.start", id="year long ago"),
        pytest.param(MEASURE % "duration: 8", "measures.0.duration", id="duration without a unit"),
        pytest.param(MEASURE % "duration: 0 days", "measures.0.duration", id="duration of nothing"),
        pytest.param(MEASURE % "after: M-B", "measures.0.after", id="text for a list"),
        pytest.param(MEASURE % "after: [m-b]", "measures.0.after.0", id="dependency in small letters"),
        pytest.param(MEASURE % "after: [[M-B]]", "measures.0.after.0", id="list for a dependency"),
        pytest.param(MEASURE % "after: [{measure: m-b}]", "measures.0.after.0.measure", id="id of a dependency"),
        pytest.param(MEASURE % "after: [{measures: M-B}]", "measures.0.after.0", id="unknown key of a dependency"),
        pytest.param(
            MEASURE % "after: [M-C, {measure: M-B, type: start-start}]", "measures.0.after.1.type", id="type of a dependency"
        ),
        pytest.param(MEASURE % "after: [{measure: M-B, lag: 2}]", "measures.0.after.0.lag", id="lag without a unit"),
        pytest.param(MEASURE % "people: {u-it: 1}", "measures.0.people", id="unit in small letters"),
        pytest.param(MEASURE % "people: {U-IT: -1}", "measures.0.people.U-IT", id="people below zero"),
        pytest.param(MEASURE % "contributions: {K-A: 5}", "measures.0.contributions.K-A", id="number for a contribution"),
        pytest.param(MEASURE % "actual: {start: 2026-03}", "measures.0.actual.start", id="month for an actual day"),
        pytest.param(MEASURE % "priority: huge", "measures.0.priority", id="unknown priority"),
        pytest.param(LINE % "cost_range: {low: 0.9, high: 140%}", "budget_lines.0.cost_range.low", id="range without a sign"),
        pytest.param(LINE % "cost_range: {low: 90%}", "budget_lines.0.cost_range", id="half a range"),
        pytest.param(LINE % "funding: {S-A: '60'}", "budget_lines.0.funding.S-A", id="share without a sign"),
        pytest.param(LINE % "funding: {S-A: half}", "budget_lines.0.funding.S-A", id="share in words"),
        pytest.param(
            LINE % "funding_by_year: {2026: {S-A: 60 %}}", "budget_lines.0.funding_by_year.2026.S-A", id="share of a year"
        ),
        pytest.param(LINE % "funding_by_year: {2026: s-a}", "budget_lines.0.funding_by_year.2026", id="source of a year"),
        pytest.param(LINE % "evenly_over: [26]", "budget_lines.0.evenly_over.0", id="year of two digits in a list"),
        pytest.param(INDEX % "108.6", "price_indices.0.index.2026", id="index without a sign"),
        pytest.param(INDEX % "0%", "price_indices.0.index.2026", id="index of nothing"),
        pytest.param(SCENARIO % "exchange_rates: {FX-EUR: 0}", "scenarios.0.exchange_rates.FX-EUR", id="rate of zero"),
        pytest.param(SCENARIO % "exchange_rates: {fx-eur: 5}", "scenarios.0.exchange_rates", id="rate in small letters"),
        pytest.param(SCENARIO % "sources: {S-A: absent}", "scenarios.0.sources.S-A", id="word for a change"),
        pytest.param(
            SCENARIO % "measures: {M-A: {years_later: 31}}", "scenarios.0.measures.M-A.years_later", id="too many years"
        ),
        pytest.param(LINE % "funding: {S-A: 60 %}", "budget_lines.0.funding.S-A", id="share with a space"),
        pytest.param(LINE % "funding: {S-A: 0%}", "budget_lines.0.funding.S-A", id="share of nothing"),
        pytest.param(LINE % "funding: {S-A: 101%}", "budget_lines.0.funding.S-A", id="share beyond the whole"),
        pytest.param(LINE % "funding: {s-a: 60%}", "budget_lines.0.funding", id="source in small letters"),
        pytest.param(LINE % "amounts: {2026: 1 000}", "budget_lines.0.amounts.2026", id="sum with a space"),
        pytest.param(LINE % "amounts: {2026: '1000,50'}", "budget_lines.0.amounts.2026", id="sum with a comma"),
        pytest.param(LINE % "amounts: {2026: -5}", "budget_lines.0.amounts.2026", id="sum below zero"),
        pytest.param(LINE % "amounts: {2026: 10000000000000}", "budget_lines.0.amounts.2026", id="sum too large"),
        pytest.param(LINE % "amounts: {20226: 5}", "budget_lines.0.amounts", id="key that is no year"),
        pytest.param(LINE % "quantity: {2026: five}", "budget_lines.0.quantity.2026", id="quantity in words"),
        pytest.param(LINE % "cpv: 32420000–3", "budget_lines.0.cpv", id="code with a dash"),
        pytest.param(SOURCE % "confirmed: maybe", "sources.0.confirmed", id="neither yes nor no"),
        pytest.param(SOURCE % "fund: speciall", "sources.0.fund", id="unknown fund"),
        pytest.param(KPI % "group: inputs", "kpis.0.group", id="unknown group"),
        pytest.param(KPI % "baseline: 5", "kpis.0.baseline", id="number for a baseline"),
        pytest.param(KPI % "targets: {2026: 5%}", "kpis.0.targets.2026", id="number with a sign"),
        pytest.param(
            SPECIFICATION % "requirements: [{section: scop, text: a}]", "specifications.0.requirements.0.section", id="subject"
        ),
        pytest.param(STRATEGY % "stage: final", "strategy.stage", id="unknown stage"),
        pytest.param(STRATEGY % "currency: грн", "strategy.currency", id="currency by its sign"),
        pytest.param(STRATEGY % "classifiers: {economic: kekw}", "strategy.classifiers.economic", id="unknown classifier"),
        pytest.param(STRATEGY % "calendar: {holidays: ukrainian}", "strategy.calendar.holidays", id="unknown calendar"),
        pytest.param(STRATEGY % "calendar: {days_off: [2026-05]}", "strategy.calendar.days_off.0", id="month for a day off"),
        pytest.param("strategy: {title: a}", "strategy", id="half a strategy"),
    ],
)
def test_a_wrong_text_is_refused_by_both(text: str, place: str, tmp_path: Path) -> None:
    text = text.replace(", }", "}")
    assert complaints(text) == [place]
    assert not _program_accepts(tmp_path, text)


def test_only_the_program_tells_a_bare_share_from_money(tmp_path: Path) -> None:
    """To an editor 60 and 60.00 are one number, and the second is a sum."""
    assert complaints(LINE % "funding: {S-A: 60}") == complaints(LINE % "funding: {S-A: 60.00}") == []
    assert not _program_accepts(tmp_path, LINE % "funding: {S-A: 60}")
    assert _program_accepts(tmp_path, LINE % "funding: {S-A: 60.00}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(MEASURE % "after: [{type: start-to-start}]", id="dependency on nothing"),
        pytest.param(MEASURE % "after: [{measure: M-B, milestone: MS-A}]", id="dependency on two"),
        pytest.param("minimums: [{id: MIN-A, title: a, measures: 1}]", id="minimum of nothing"),
        pytest.param("minimums: [{id: MIN-A, title: a, measures: 1, goal: G-A, each: goal}]", id="minimum of two"),
        pytest.param(
            "risks: [{id: R-A, title: a, probability: 5%, cost: {low: 1, high: 2}, cost_share: {low: 1%, high: 2%}}]",
            id="cost given twice",
        ),
    ],
)
def test_only_the_program_knows_what_excludes_what(text: str, tmp_path: Path) -> None:
    """An editor could be told, but would show everybody who begins an entry a choice between schemas."""
    assert complaints(text) == []
    assert not _program_accepts(tmp_path, text)


SIGNS = st.sampled_from(
    [*"0123456789.,-+%QAZЗaz_ 's/", "\u00a0", "１", "\n", "days", "working ", "місяців", "JAN-", "2026", "1990", "2101", "100"]
)


def _mutated(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts and what slips of the hand make of them: something put in, taken away or replaced at one place."""

    def slip(text: str, at: int, length: int, sign: str) -> str:
        place = at % (len(text) + 1)
        return text[:place] + sign + text[place + length :]

    return st.one_of(
        texts,
        st.builds(slip, texts, st.integers(0, 40), st.integers(0, 2), SIGNS | st.just("")),
        st.lists(SIGNS, max_size=6).map("".join),
    )


def _pattern(annotated: Any) -> re.Pattern[str]:
    """The pattern that editors are given for a type; `$` is the very end to them, not the end of a line."""
    (said,) = (one for one in get_args(annotated) if isinstance(one, WithJsonSchema))
    assert said.json_schema is not None
    pattern = said.json_schema["pattern"]
    assert isinstance(pattern, str)
    assert pattern.startswith("^")
    assert pattern.endswith("$")
    return re.compile(f"{pattern[:-1]}\\Z")


def _kept(annotated: Any) -> st.SearchStrategy[str]:
    return _mutated(st.from_regex(_pattern(annotated), fullmatch=True))


def _agree(annotated: Any, read: Callable[[str], object], text: str, *, known: frozenset[str] = frozenset()) -> None:
    """The pattern takes the text exactly when the reader does, but for refusals that no pattern can foresee."""
    try:
        read(text)
        reason = ""
    except Refusal as refusal:
        reason = refusal.reason
    if reason in known:
        assert _pattern(annotated).search(text), f"{text!r} is refused as {reason}; the pattern need not be excused"
    else:
        assert bool(_pattern(annotated).search(text)) == (not reason), f"{text!r}: {reason or 'read'}"


@given(_kept(scalars.Sum) | _mutated(st.decimals(0, 10**14, places=2).map(str)))
def test_a_sum_is_a_sum_to_both(text: str) -> None:
    _agree(scalars.Sum, Money.parse, text)


@given(_kept(scalars.Number))
def test_a_number_is_a_number_to_both(text: str) -> None:
    _agree(scalars.Number, parse_number, text)


@given(_kept(scalars.PositiveNumber))
def test_a_quantity_is_a_quantity_to_both(text: str) -> None:
    _agree(scalars.PositiveNumber, scalars._parse_positive, text)


@given(_kept(scalars.Order))
def test_an_order_is_an_order_to_both(text: str) -> None:
    _agree(scalars.Order, scalars._parse_order, text)


@given(_kept(scalars.Share) | _mutated(st.decimals(0, 120, places=4).map(lambda share: f"{share}%")))
def test_a_share_is_a_share_to_both(text: str) -> None:
    _agree(scalars.Share, parse_share, text)


@given(_kept(scalars.Index) | _mutated(st.decimals(0, 1100, places=4).map(lambda index: f"{index}%")))
def test_an_index_is_an_index_to_both(text: str) -> None:
    _agree(scalars.Index, parse_index, text)


@given(_kept(scalars.PerCent) | _mutated(st.decimals(0, 1100, places=4).map(lambda number: f"{number}%")))
def test_per_cent_are_so_to_both(text: str) -> None:
    _agree(scalars.PerCent, parse_per_cent, text)


@given(_kept(scalars.Rate))
def test_a_rate_is_a_rate_to_both(text: str) -> None:
    _agree(scalars.Rate, parse_rate, text)


@given(_kept(scalars.PortionOfSum) | _mutated(st.integers(0, 120).map(str)) | _mutated(st.sampled_from(["rest", "решта", "60%"])))
def test_a_part_of_a_sum_is_one_to_both(text: str) -> None:
    _agree(scalars.PortionOfSum, parse_portion, text)


@given(_kept(scalars.FewYears) | _mutated(st.integers(0, 40).map(str)))
def test_a_few_years_are_so_to_both(text: str) -> None:
    _agree(scalars.FewYears, scalars._parse_few_years, text)


@given(_kept(scalars.DrawCount) | _mutated(st.integers(90, 100_010).map(str)))
def test_a_count_of_draws_is_so_to_both(text: str) -> None:
    _agree(scalars.DrawCount, scalars._parse_draws, text)


@given(_kept(scalars.Year))
def test_a_year_is_a_year_to_both(text: str) -> None:
    _agree(scalars.Year, parse_year, text)


@given(_kept(scalars.CoarseDate) | _mutated(st.dates().map(str)))
def test_a_date_is_a_date_to_both(text: str) -> None:
    """Only how long a month is no pattern says: 2026-02-30."""
    short = {"date_without_such_day"} if re.search("-(29|30|31)$", text) else set()
    _agree(scalars.CoarseDate, PlanDate.parse, text, known=frozenset(short))


@given(_kept(scalars.HowLong))
def test_a_duration_is_a_duration_to_both(text: str) -> None:
    _agree(scalars.HowLong, Duration.parse, text)


@given(_kept(scalars.HowMuchLater))
def test_a_lag_is_a_lag_to_both(text: str) -> None:
    _agree(scalars.HowMuchLater, Lag.parse, text)


@given(_kept(scalars.EntityId) | st.builds("{}-{}".format, st.sampled_from(["JAN", "DECEMB", "MAYOR"]), st.integers(0, 99999)))
def test_an_id_is_an_id_to_both(text: str) -> None:
    """An id that a spreadsheet would turn into a date, `MAR-12`, looks like any other."""
    _agree(scalars.EntityId, parse_id, text, known=frozenset({"id_like_a_date"}))


@given(_kept(scalars.Code))
def test_a_code_is_a_code_to_both(text: str) -> None:
    _agree(scalars.Code, scalars._parse_code, text)


@given(_kept(scalars.YesNo))
def test_yes_is_yes_to_both(text: str) -> None:
    _agree(scalars.YesNo, scalars._parse_yes_or_no, text)


@given(_kept(scalars.Language), _kept(scalars.Currency))
def test_a_language_and_a_currency_are_so_to_both(language: str, currency: str) -> None:
    _agree(scalars.Language, scalars._parse_language, language)
    _agree(scalars.Currency, scalars._parse_currency, currency)


def _program_accepts(folder: Path, content: str) -> bool:
    path = folder / "a.yaml"
    path.write_text(content, encoding="utf-8")
    text, _ = read_file(path)
    assert text is not None
    tree, found = parse(text)
    return tree is not None and not found and not decode_file(tree)[1]


def _places(errors: Iterator[Any]) -> list[str]:
    return sorted({".".join(str(step) for step in error.absolute_path) for error in errors})


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(inner) for key, inner in value.items()}
    return [_with_text_keys(inner) for inner in value] if isinstance(value, list) else value


def _all_within(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from _all_within(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _all_within(inner)


WORDS_OF_A_SCHEMA = {
    "$comment",
    "title",
    "description",
    "markdownDescription",
    "enumDescriptions",
    "markdownEnumDescriptions",
    "errorMessage",
}


def _without_words(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: _without_words(inner)
            for key, inner in schema.items()
            if not (key in WORDS_OF_A_SCHEMA and isinstance(inner, str | list))
        }
    return [_without_words(inner) for inner in schema] if isinstance(schema, list) else schema
