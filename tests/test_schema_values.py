"""Values of fields: what each mistake is called and where it is shown, and that nothing else comes of any text."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from stratbuild.diagnostics import Diagnostic
from stratbuild.quantity import REST, Duration, DurationUnit, Lag, Money, Proportion
from stratbuild.reference.models import models
from stratbuild.render.locale import locale
from stratbuild.schema import scalars
from stratbuild.schema.file import decode_file, file_model, kinds
from stratbuild.schema.ids import foreign_letters, latin_twin, parse_id
from stratbuild.schema.nearest import Vocabulary, nearest, nearest_key
from stratbuild.schema.text import LocalizedText, Text
from stratbuild.source import SourceText
from stratbuild.syntax import Data, Tree, parse

# One file to the place and the name of every finding.
FILES = {
    "goals: [{id: G-A}]": "1:10-1:12 required_key_missing",
    "goals: [{title: a}]": "1:10-1:15 required_key_missing",
    "goals: {id: G-A}": "1:1-1:6 list_expected",
    "goals: x": "1:8-1:9 list_expected",
    "goals:": "1:1-1:6 value_is_empty",
    "goals: [x]": "1:9-1:10 mapping_expected",
    "goals: ['']": "1:9-1:11 value_is_empty",
    "goals: [[a]]": "1:10-1:11 mapping_expected",
    "golas: []": "1:1-1:6 unknown_key",
    "strategy: x": "1:11-1:12 mapping_expected",
    "strategy:": "1:1-1:9 value_is_empty",
    "strategy: {title: a}": "1:1-1:9 required_key_missing · 1:1-1:9 required_key_missing · 1:1-1:9 required_key_missing",
    "strategy: []": "1:1-1:9 mapping_expected",
    "strategy: {title: a, community: {name: b}, period: {start: 2025}, language: uk}": "1:44-1:50 required_key_missing",
    "strategy: {title: a, community: b, period: 2025, language: uk}": "1:33-1:34 mapping_expected · 1:44-1:48 mapping_expected",
    "strategy: {title: a, community: {nmae: b}, period: {start: 2025, finish: 2026}, language: українська}": "1:22-1:31 required_key_missing · 1:34-1:38 unknown_key · 1:91-1:101 language_not_readable",
    "measures: [{id: M-A, goal: G-A, title: a, after: M-B}]": "1:50-1:53 list_expected",
    "measures: [{id: M-A, goal: G-A, title: a, after: [M-B, '', [x]]}]": "1:56-1:58 value_is_empty · 1:61-1:62 dependency_expected",
    "measures: [{id: M-A, goal: G-A, title: a, after: [M-B, m-c, {measure: m-d}, {measure: [M-E]}]}]": "1:56-1:59 id_in_another_spelling · 1:71-1:74 id_in_another_spelling · 1:78-1:85 text_expected",
    "measures: [{id: M-A, goal: G-A, title: a, after: [{lag: 2 weeks}]}]": "1:52-1:55 dependency_on_neither_or_both",
    "measures: [{id: M-A, goal: G-A, title: a, after: [{measure: M-B, milestone: MS-A}]}]": "1:52-1:59 dependency_on_neither_or_both",
    "measures: [{id: M-A, goal: G-A, title: a, after: [{measure: M-B, lag: soon, type: later, until: x}]}]": "1:83-1:88 unknown_choice · 1:71-1:75 lag_not_readable · 1:90-1:95 unknown_key",
    "measures: [{id: M-A, goal: G-A, title: a, actual: {start: 2026-03}, people: {U-IT: -1, u-it: 1}}]": "1:59-1:66 date_too_coarse · 1:84-1:86 number_negative · 1:88-1:92 id_in_another_spelling",
    "measures: [{id: M-A, goal: G-A, title: a, duration_range: {shortest: 1 month}}]": "1:43-1:57 required_key_missing",
    "minimums: [{id: MIN-A, title: a, measures: 1}]": "1:13-1:15 minimum_of_not_one_thing",
    "minimums: [{id: MIN-A, title: a, measures: 1, goal: G-A, each: goal}]": "1:13-1:15 minimum_of_not_one_thing",
    "risks: [{id: R-A, title: a, probability: 5%, cost: {low: 1, high: 2}, cost_share: {low: 1%, high: 2%}}]": "1:10-1:12 risk_cost_given_twice",
    "estimate_classes: [{id: EC-A, title: a, cost: {low: 0.9, high: 1001%}}]": "1:53-1:56 per_cent_not_readable · 1:64-1:69 per_cent_out_of_range",
    "measures: [{id: M-A, goal: G-A, title: {uk: a, en: [b]}}]": "1:33-1:38 text_expected",
    "measures: [{id: M-A, goal: G-A, title: {}}]": "1:33-1:38 value_is_empty",
    "measures: [{id: M-A, goal: G-A, title: {uk: a, українською: b}}]": "1:48-1:59 text_by_unknown_language",
    "measures: [{id: M-A, goal: [G-A], title: a}]": "1:22-1:26 text_expected",
    "measures: [{id: {a: b}, goal: G-A, title: a}]": "1:13-1:15 text_expected",
    "kpis: [{id: K-A, title: a, targets: {26: 5, 2026: x}}]": "1:38-1:40 year_not_readable · 1:51-1:52 number_not_readable",
    "kpis: [{id: K-A, title: a, targets: [5]}]": "1:28-1:35 mapping_expected",
    "kpis: [{id: K-A, title: a, baseline: 5}]": "1:38-1:39 mapping_expected",
    "kpis: [{id: K-A, title: a, baseline: {on: 2025}}]": "1:28-1:36 required_key_missing",
    "kpis: [{id: K-A, title: a, group: qualty, direction: up}]": "1:35-1:41 unknown_choice · 1:54-1:56 unknown_choice",
    "kpis: [{id: K-A, title: a, group: [quality]}]": "1:28-1:33 text_expected",
    "kpis: [{id: K-A, title: a, group: ''}]": "1:35-1:37 value_is_empty",
    "budget_lines: [{id: B-A, measure: M-A, title: a, funding: []}]": "1:50-1:57 mapping_expected",
    "budget_lines: [{id: B-A, measure: M-A, title: a, funding: s-local}]": "1:59-1:66 id_in_another_spelling",
    "budget_lines: [{id: B-A, measure: M-A, title: a, funding: {s-local: 60%}}]": "1:60-1:67 id_in_another_spelling",
    "budget_lines: [{id: B-A, measure: M-A, title: a, funding: {S-A: }}]": "1:60-1:63 value_is_empty",
    "budget_lines: [{id: B-A, measure: M-A, title: a, unit_price: 5}]": "1:17-1:19 amount_given_by_half",
    "budget_lines: [{id: B-A, measure: M-A, title: a, year_shares: {2026: 100%}}]": "1:17-1:19 amount_given_by_half",
    "budget_lines: [{id: B-A, measure: M-A, title: a, total: 5, year_shares: {2026: 100%}, evenly_over: [2026]}]": "1:17-1:19 amount_given_twice",
    "budget_lines: [{id: B-A, measure: M-A, title: a, funding_by_year: {2026: {S-A: 60}, 26: S-A}}]": "1:80-1:82 portion_ambiguous · 1:85-1:87 year_not_readable",
    "budget_lines: [{id: B-A, measure: M-A, title: a, quotes: [{of: b}, {of: b, price: 5 грн}]}]": "1:60-1:62 required_key_missing · 1:83-1:88 money_with_words",
    "budget_lines: [{id: B-A, measure: M-A, title: a, vat: aded}]": "1:55-1:59 unknown_choice",
    "budget_lines: [{id: B-A, measure: M-A, title: a, vat: added}]": "1:17-1:19 vat_added_without_rate",
    "budget_lines: [{id: B-A, measure: M-A, title: a, vat: exempt, vat_rate: VAT-20}]": "1:17-1:19 vat_exempt_with_rate",
    "budget_lines: [{id: B-A, measure: M-A, title: a, yearly_after: 5}]": "1:17-1:19 yearly_after_without_recurring",
    "budget_lines: [{id: B-A, measure: M-A, title: a, yearly_after: 5, recurring: ні}]": "1:17-1:19 yearly_after_without_recurring",
    "scenarios: [{id: SC-A, title: a, measures: {M-A: {years_later: 31, gone: так}}}]": "1:64-1:66 years_too_many · 1:68-1:72 unknown_key",
    "scenarios: [{id: SC-A, title: a, price_indices: {PI-CPI: {2026: 108}}, sources: {S-A: absent}}]": "1:65-1:68 index_without_sign · 1:87-1:93 mapping_expected",
    "specifications: [{id: T-A, measure: M-A, title: a, kind: good, requirements: [{section: x}], items: [{name: a, parameters: [{nam: b}]}]}]": "1:58-1:62 unknown_choice · 1:126-1:129 required_key_missing · 1:126-1:129 required_key_missing · 1:126-1:129 unknown_key · 1:89-1:90 unknown_choice · 1:80-1:87 required_key_missing",
    "sources: [{id: S-A, title: a, kind: local, confirmed: yes}]": "1:55-1:58 neither_yes_nor_no",
    "units: [{id: U-A, name: a, capacity: -1}]": "1:38-1:40 number_negative",
    "goals: [{id: G-A, title: a, order: 1.5}]": "1:36-1:39 number_not_whole",
    "goals: [{id: G-A, title: a, order: 01}]": "",
    "goals: [{id: '', title: a}]": "1:14-1:16 value_is_empty",
    "measures: [{id: M-A, goal: G-A, title: ''}]": "1:40-1:42 value_is_empty",
    "measures: [{id: M-A, goal: G-A, title: '  '}]": "1:40-1:44 value_is_empty",
}


def decoded(content: str) -> list[Diagnostic]:
    tree, found = parse(SourceText("a.yaml", content))
    assert tree is not None, found
    return decode_file(tree)[1]


def shown(found: Iterable[Diagnostic]) -> str:
    return " · ".join(
        f"{one.span.line}:{one.span.column}-{one.span.end_line}:{one.span.end_column} {one.fault.name}" for one in found
    )


@pytest.mark.parametrize(("content", "expected"), FILES.items(), ids=range(len(FILES)))
def test_every_mistake_is_shown_at_the_narrowest_place(content: str, expected: str) -> None:
    assert shown(decoded(content)) == expected


def test_the_owner_of_a_missing_key_is_named() -> None:
    assert [one.facts["owner"] for one in decoded("kpis: [{id: K-A}, {title: a, baseline: {on: 2025}}]")] == [
        "K-A",
        "kpis",
        "baseline (kpis)",
    ]


def test_a_mistake_in_an_id_that_stands_alone_is_called_by_the_key_of_its_list() -> None:
    (empty,) = decoded("measures: [{id: M-A, goal: G-A, title: a, after: ['']}]")
    assert empty.message("en").startswith("after ")
    (inner,) = decoded("measures: [{id: M-A, goal: G-A, title: a, after: [{measure: ''}]}]")
    assert inner.message("en").startswith("measure ")
    (neither,) = decoded("milestones: [{id: MS-A, title: a, after: [{lag: 2 weeks}]}]")
    assert neither.message("uk") == "запис у полі after не називає ані заходу, ані віхи або називає обоє"
    (deep,) = decoded("measures: [{id: M-A, goal: G-A, title: a, after: [{measure: M-B, lga: 2 weeks}]}]")
    assert deep.hint("uk", locale("uk").show) == "можливо, lag?"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("[M-B]", [("M-B", "finish-to-start", None)]),
        ("[{measure: M-B}]", [("M-B", "finish-to-start", None)]),
        ("[{milestone: MS-A, lag: 2 тижні}, M-B]", [("MS-A", "finish-to-start", "2 weeks"), ("M-B", "finish-to-start", None)]),
        (
            "[{measure: M-B, type: start-to-start, lag: -10 робочих днів}]",
            [("M-B", "start-to-start", "-10 working days")],
        ),
    ],
)
def test_what_is_waited_for_is_an_id_or_more_about_it(after: str, expected: list[tuple[str, str, str | None]]) -> None:
    tree, _ = parse(SourceText("a.yaml", f"measures: [{{id: M-A, goal: G-A, title: a, after: {after}}}]"))
    assert tree is not None
    model: Any = decode_file(tree)[0]
    found = model.measures[0].after
    assert [(one.on, one.type.value, one.lag and str(one.lag)) for one in found] == expected
    assert [one.is_plain for one in found] == [kind == "finish-to-start" and lag is None for _, kind, lag in expected]


def test_an_unknown_key_is_told_the_keys_of_its_own_place() -> None:
    (inner,) = decoded("kpis: [{id: K-A, title: a, baseline: {value: 1, sourse: b}}]")
    assert inner.hint("uk", locale("uk").show) == "можливо, source?"
    (outer,) = decoded("kpis: [{id: K-A, title: a, щось: b}]")
    assert "baseline" in outer.hint("uk", locale("uk").show)
    (letters,) = decoded("kpis: [{id: K-A, title: a, sоurce: b}]")
    assert "CYRILLIC SMALL LETTER O" in letters.message("uk")
    (deep,) = decoded("specifications: [{id: T-A, measure: M-A, title: a, kind: goods, items: [{name: a, quantty: 1}]}]")
    assert deep.hint("uk", locale("uk").show) == "можливо, quantity?"
    (top,) = decoded("голи: []")
    assert "goals" in top.hint("en", locale("en").show)


SCALARS: dict[str, dict[str, object]] = {
    "EntityId": {
        "M-WIFI": "M-WIFI",
        "EV-SURVEY-Q4": "EV-SURVEY-Q4",
        "ABCDEFGH-A1-B2-C3-D4": "ABCDEFGH-A1-B2-C3-D4",
        "m-wifi": "id_in_another_spelling",
        "M_WIFI": "id_in_another_spelling",
        "М-WIFI": "id_with_foreign_letters",
        "M-Ї": "id_not_ascii",
        "M-WIFI\u00a0": "id_not_ascii",
        "WIFI": "id_not_readable",
        "M-": "id_not_readable",
        "M-ABCDEFGHIJKLM": "id_not_readable",
        "M-A-B-C-D-E": "id_not_readable",
        "M-A\n": "id_not_readable",
        "MAR-2026": "id_like_a_date",
        "MARKET-1": "id_like_a_date",
        "MARK-A": "MARK-A",
        "1-A": "id_not_readable",
        "100%": "id_is_a_number",
        "108.6%": "id_is_a_number",
        "48,5": "id_is_a_number",
        "1 000": "id_is_a_number",
        "5": "id_is_a_number",
    },
    "Code": {
        "0110150": "0110150",
        "UA74020030000069340": "UA74020030000069340",
        "32420000-3": "32420000-3",
        "31 10": "code_not_readable",
    },
    "Language": {"uk": "uk", "UK": "language_not_readable", "українська": "language_not_readable"},
    "Currency": {"UAH": "UAH", "грн": "currency_not_readable", "uah": "currency_not_readable"},
    "YesNo": {
        "true": True,
        "так": True,
        "false": False,
        "ні": False,
        "yes": "neither_yes_nor_no",
        "on": "neither_yes_nor_no",
        "True": "neither_yes_nor_no",
        "1": "neither_yes_nor_no",
    },
    "Order": {"1": 1, "0": 0, "1.5": "number_not_whole", "-1": "number_negative"},
    "FewYears": {
        "0": 0,
        "30": 30,
        "31": "years_too_many",
        "1.5": "number_not_whole",
        "-1": "number_negative",
        "1 рік": "number_not_readable",
    },
    "Index": {
        "108.6%": Decimal("108.6"),
        "100%": Decimal(100),
        "99.1234%": Decimal("99.1234"),
        "1000%": Decimal(1000),
        "1000.1%": "index_out_of_range",
        "0%": "index_out_of_range",
        "0.00%": "index_out_of_range",
        "108.6": "index_without_sign",
        "108,6%": "index_without_sign",
        "108.6 %": "index_without_sign",
        "1.086": "index_without_sign",
        "108.12345%": "index_not_readable",
        "-5%": "index_not_readable",
        "зростання": "index_not_readable",
    },
    "PerCent": {
        "140%": Decimal(140),
        "0.5%": Decimal("0.5"),
        "1000%": Decimal(1000),
        "1000.1%": "per_cent_out_of_range",
        "0%": "per_cent_out_of_range",
        "140": "per_cent_not_readable",
        "140 %": "per_cent_not_readable",
        "-5%": "per_cent_not_readable",
        "удвічі": "per_cent_not_readable",
    },
    "HowLong": {
        "8 months": Duration(8, DurationUnit.MONTHS),
        "10 робочих днів": Duration(10, DurationUnit.WORKING_DAYS),
        "-1 days": "duration_not_readable",
        "0 working days": "duration_of_nothing",
    },
    "HowMuchLater": {
        "2 weeks": Lag(2, DurationUnit.WEEKS),
        "-2 тижні": Lag(-2, DurationUnit.WEEKS),
        "-10 working days": Lag(-10, DurationUnit.WORKING_DAYS),
        "1 робочий день": Lag(1, DurationUnit.WORKING_DAYS),
        "0 days": Lag(0, DurationUnit.DAYS),
        "-0 days": Lag(0, DurationUnit.DAYS),
        "+2 weeks": "lag_not_readable",
        "−2 weeks": "lag_not_readable",
        "- 2 weeks": "lag_not_readable",
        "2": "lag_not_readable",
        "згодом": "lag_not_readable",
    },
    "Rate": {
        "48.25": Decimal("48.25"),
        "0.01": Decimal("0.01"),
        "1": Decimal(1),
        "0": "rate_is_zero",
        "0.00": "rate_is_zero",
        "-48.25": "number_negative",
        "48,25": "number_written_for_people",
        "48.250": "number_ambiguous",
        "48.25 грн": "number_not_readable",
    },
    "PortionOfSum": {
        "60%": Proportion(Decimal(60)),
        "33.3333%": Proportion(Decimal("33.3333")),
        "100000.00": Money(10_000_000),
        "60.00": Money(6_000),
        "101": Money(10_100),
        "0": Money(0),
        "rest": REST,
        "решта": REST,
        "60": "portion_ambiguous",
        "1": "portion_ambiguous",
        "100": "portion_ambiguous",
        "60.5": "portion_ambiguous",
        "100.0": "portion_ambiguous",
        "0.6": "portion_ambiguous",
        "0.60": Money(60),
        "100.5": Money(10_050),
        "0.0": Money(0),
        "60 %": "share_without_sign",
        "101%": "share_outside_whole",
        "0%": "share_outside_whole",
        "1 000,50": "money_written_for_people",
        "-5": "money_negative",
        "Rest": "portion_not_readable",
        "половина": "portion_not_readable",
    },
}


@pytest.mark.parametrize(
    ("kind", "text", "expected"), [(kind, text, value) for kind, table in SCALARS.items() for text, value in table.items()]
)
def test_a_text_is_a_value_or_refused_by_name(kind: str, text: str, expected: object) -> None:
    assert outcome(getattr(scalars, kind), text) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [("108.6", "108.6%"), ("108,6 %", "108.6%"), ("1.086", "108.6%"), ("1.1", "110%"), ("8.6", "108.6%"), ("95", "95%")],
)
def test_an_index_without_its_sign_is_offered_as_it_was_probably_meant(text: str, plain: str) -> None:
    (one,) = decoded(f"price_indices: [{{id: PI-A, title: a, source: a, index: {{2026: '{text}'}}}}]")
    assert one.facts["plain"] == plain


@pytest.mark.parametrize("kind", [*SCALARS, "Sum", "Number", "PositiveNumber", "Share", "Year", "CoarseDate", "Day"])
def test_only_texts_are_read(kind: str) -> None:
    for value in (1, True, None, 1.5, ["a"], {"a": "b"}):
        assert outcome(getattr(scalars, kind), value) == "text_expected"
    assert outcome(getattr(scalars, kind), "") == "value_is_empty"


def outcome(kind: Any, value: object) -> object:
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return error.errors()[0]["type"]


def test_every_letter_that_looks_latin_has_its_twin() -> None:
    letters = "АВСЕНІКМОРТХУЅЈавсеікморхуѕјԁһԛԝ"
    assert latin_twin(letters) == "ABCEHIKMOPTXYSJabceikmopxysjdhqw"
    assert foreign_letters("M-ІI І") == ("І (CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I)",)


@given(st.text())
def test_an_id_is_short_ascii_or_refused(text: str) -> None:
    try:
        assert parse_id(text) == text
    except ValueError as refusal:
        facts = getattr(refusal, "facts", {})
        assert all(len(str(fact)) < 100 for name, fact in facts.items() if name != "letters")
    else:
        assert text.isascii()
        assert len(text) <= 60


@pytest.mark.parametrize(
    ("value", "by_language"),
    [
        ("Мережа", {"": "Мережа"}),
        ("  Мережа \n", {"": "Мережа"}),
        ({"uk": "Мережа", "en": " Network "}, {"uk": "Мережа", "en": "Network"}),
        (" ", "value_is_empty"),
        ({}, "value_is_empty"),
        ({"uk": " "}, "translation_is_empty"),
        ({"uk": ["x"]}, "text_expected"),
        ({"UK": "x"}, "text_by_unknown_language"),
        (["x"], "text_expected"),
    ],
)
def test_a_text_has_one_language_or_several(value: object, by_language: object) -> None:
    found = outcome(Text, value)
    assert (found.by_language if isinstance(found, LocalizedText) else found) == by_language


def test_a_text_is_shown_in_the_best_language_that_it_has() -> None:
    plain, both = LocalizedText({"": "а"}), LocalizedText({"uk": "а", "en": "b"})
    only_english = LocalizedText({"en": "b"})
    assert (plain.best("uk", "uk"), plain.best("en", "uk")) == ("а", "а")
    assert (both.best("en", "uk"), both.best("de", "uk")) == ("b", "а")
    assert only_english.best("uk", "uk") == "b"
    assert plain.in_language("en", "uk") is None
    assert plain.in_language("uk", "uk") == "а"
    assert only_english.in_language("uk", "uk") is None
    assert (plain.languages("uk"), both.languages("uk")) == (frozenset({"uk"}), frozenset({"uk", "en"}))


def test_the_nearest_words_are_found_among_few_and_among_many() -> None:
    few = ("title", "lead", "partners", "start")
    assert nearest_key("titel", few) == ("title",)
    assert nearest_key("TITLE", few) == ("title",)
    assert nearest_key("зовсім інше", few) == ()
    many = [f"M-{number:05}" for number in range(5_000)]
    vocabulary = Vocabulary(many)
    for mistyped in ("M-001234", "N-01234", "M-01234A", "0M-1234", "М-01234", "m-01234"):
        assert "M-01234" in vocabulary.nearest(mistyped), mistyped
    assert vocabulary.nearest("M-WIFI") == ()
    assert len(vocabulary.nearest("M-0100", at_most=3)) <= 3
    assert nearest("a" * 100_000, many) == ()


KEYS = sorted({name for model in (file_model(), *models()) if hasattr(model, "model_fields") for name in model.model_fields})
texts = (
    st.sampled_from(["", "M-A", "x", "2026", "2026-03", "5", "5.5", "60%", "8 months", "goods", "quality", "uk", "так"])
    | st.text()
)
values: st.SearchStrategy[Data] = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5) | st.just("2026"), inner, max_size=4)
    ),
    max_leaves=15,
)
files = st.dictionaries(
    st.sampled_from([*kinds(), "strategy"]) | st.text(max_size=5),
    values | st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=6), max_size=3),
    max_size=3,
)


@settings(max_examples=400, deadline=None)
@given(files)
def test_whatever_the_data_only_known_faults_come_of_it(data: dict[str, Data]) -> None:
    model, found = decode_file(Tree(SourceText("a.yaml", ""), data, marks_of(data)))
    assert (model is None) == bool(found)
    for one in found:
        assert one.fault.name != "value_not_accepted", (data, one.facts)
        for language in ("en", "uk"):
            show: Callable[[object], str] = locale(language).show
            assert len(one.message(language, show)) < 2_000
            assert one.hint(language, show)


def marks_of(value: Data) -> list[int]:
    if isinstance(value, dict):
        return [0, 0, *(mark for inner in value.values() for mark in (0, 0, *marks_of(inner)))]
    return [0, 0, *(mark for inner in value for mark in marks_of(inner))] if isinstance(value, list) else [0, 0]
