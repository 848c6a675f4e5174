"""YAML: what it is read as, and what each thing that is wrong with it is called and where it is shown."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.source import MOST_FINDINGS, SourceText
from stratbuild.syntax import DEEPEST, LONGEST_SCALAR, Data, parse

# Text to data, after an equals sign, or to the place and the name of every finding.
READINGS = {
    "a: b: c": "1:5-1:6 colon_in_text",
    "a: [1, 2": "1:4-1:5 quote_or_bracket_not_closed",
    "a: {b: 1": "1:4-1:5 quote_or_bracket_not_closed",
    'a: "x': "1:4-1:5 quote_or_bracket_not_closed",
    "a: 'x": "1:4-1:5 quote_or_bracket_not_closed",
    'a: "\\q"': "1:5-1:7 unknown_escape",
    'a: "\\xZZ"': "1:5-1:9 unknown_escape",
    'a: "\\ud800"': "1:5-1:11 escape_without_character",
    'a: "\\U00110000"': "1:5-1:15 escape_without_character",
    "a: @b": "1:4-1:5 value_begins_with_reserved_sign",
    "a: `b": "1:4-1:5 value_begins_with_reserved_sign",
    "a: %b": "1:4-1:5 value_begins_with_reserved_sign",
    "a: %": "1:4-1:5 value_begins_with_reserved_sign",
    "%b": "1:1-1:3 directive",
    "%YAML 1.1\n---\na: 1": "1:1-1:10 directive",
    "%YAML 2.0\n---\na: 1": "1:1-1:10 directive",
    "%YAML 1\n---\na: 1": "1:1-1:8 directive",
    "%YAML x\n---\na: 1": "1:1-1:8 directive",
    "%YAML 1.1 x\n---\na: 1": "1:1-1:12 directive",
    "%YAML 99999999999.1\n---\n": "1:1-1:20 directive",
    "%TAG ! x:\n---\na: 1": "1:1-1:10 directive",
    "%TAG\n---\n": "1:1-1:5 directive",
    "%TAG ! \n---\n": "1:1-1:7 directive",
    "%FOO x\n---\na: 1": "1:1-1:7 directive",
    "%YAML 1.1\n%YAML 1.1\n---\na: 1": "2:1-2:10 directive",
    "%TAG ! a\n%TAG ! b\n---\na: 1": "2:1-2:9 directive",
    "%YAML 1.1\na: 1": "1:1-1:10 directive",
    "%\n": "1:1-1:2 directive",
    "% x": "1:1-1:4 directive",
    "a: !": "1:4-1:5 tag",
    "a: !<": "1:4-1:6 tag",
    "a: !<x": "1:4-1:7 tag",
    "a: !x!y z": "1:4-1:8 tag",
    "a: !<x>y": "1:4-1:9 tag",
    "a: !%zz b": "1:4-1:8 tag",
    "a: !%ff%ff b": "1:4-1:11 tag",
    "a: &": "1:4-1:5 anchor_or_alias",
    "a: & b": "1:4-1:5 anchor_or_alias",
    "a: *": "1:4-1:5 anchor_or_alias",
    "a: *x": "1:4-1:6 anchor_or_alias",
    "a: *x y": "1:4-1:6 anchor_or_alias",
    "a: &x &y z": "1:4-1:6 anchor_or_alias",
    "a: !x !y z": "1:4-1:6 tag",
    "a: &x *y": "1:4-1:6 anchor_or_alias",
    "a: |x\n b": "1:4-1:5 text_after_block_sign",
    "a: |0\n b": "1:4-1:5 text_after_block_sign",
    "a: |1 x\n b": "1:4-1:5 text_after_block_sign",
    "a: |99\n b": "1:4-1:5 text_after_block_sign",
    "a: |\n\tb": "2:1-2:2 tab_in_indentation",
    "a: >\n   x\n  y\n z\n": "3:3-3:4 wrong_indentation",
    "a: |\n    \n  x\n": "3:3-3:4 wrong_indentation",
    "a:\tb": "= {'a': 'b'}",
    "\ta: b": "1:1-1:2 tab_in_indentation",
    "a:\n\tb: c": "2:1-2:2 tab_in_indentation",
    "a: b\n\tc": "2:1-2:2 tab_in_indentation",
    "a: b\n c: d": "2:2-2:4 wrong_indentation",
    "a: b\n  - c": "= {'a': 'b - c'}",
    "- a\nb: c": "2:1-2:5 wrong_indentation",
    "a: 1\n- b": "2:1-2:4 wrong_indentation",
    "a:\n  b: 1\n c: 2": "3:2-3:6 wrong_indentation",
    "a:\n - b\n  - c\n": "= {'a': ['b - c']}",
    "a:\n  - b\n - c\n": "3:2-3:5 wrong_indentation",
    "a: [b]]": "1:7-1:8 sign_not_expected",
    "a: }": "1:4-1:5 sign_not_expected",
    "a: ]": "1:4-1:5 sign_not_expected",
    "]": "1:1-1:2 sign_not_expected",
    "}": "1:1-1:2 sign_not_expected",
    ", a": "1:1-1:2 sign_not_expected",
    "a: ,": "1:4-1:5 sign_not_expected",
    "a: [,]": "1:5-1:6 sign_not_expected",
    "a: [a,,b]": "1:7-1:8 sign_not_expected",
    "a: {a,,b}": "1:7-1:8 sign_not_expected",
    "a: {a: b: c}": "1:9-1:10 colon_in_text",
    "a: [a: b: c]": "1:9-1:10 colon_in_text",
    "? a\n? b": "= {'a': '', 'b': ''}",
    "? [1,2]\n: 3": "1:3-1:4 key_not_a_word",
    "? ": "1:2-1:3 empty_key",
    "a: ? b": "1:4-1:5 sign_not_expected",
    "a: - b": "1:4-1:5 dash_after_key",
    "- - a\n - b": "2:2-2:5 wrong_indentation",
    "? a\n b": "= {'a b': ''}",
    "a\nb: c": "1:1-1:2 line_without_colon",
    "a b\nc: d": "1:1-1:4 line_without_colon",
    "'a' b: c": "1:5-1:7 text_after_closing_sign",
    '"a" "b"': "1:5-1:8 text_after_closing_sign",
    "a: 'x' y": "1:8-1:9 text_after_closing_sign",
    'a: "x" y': "1:8-1:9 text_after_closing_sign",
    "a: [x] y": "1:8-1:9 text_after_closing_sign",
    "a: {x: 1} y": "1:11-1:12 text_after_closing_sign",
    "a: |\n x\ny": "3:1-3:2 line_without_colon",
    "a: 1\n---\nb: 2": "2:1-2:4 several_documents",
    "a: 1\n...\nb: 2": "3:1-3:5 several_documents",
    "a: 1\n...\n": "= {'a': '1'}",
    "--- a": "1:5-1:6 file_without_lists",
    "---": "1:1-1:2 file_is_empty",
    "--- |\n x": "1:5-1:6 file_without_lists",
    "--- a: b": "1:1-1:7 wrong_indentation",
    'a: "x\n---\ny"': "1:4-1:5 quote_or_bracket_not_closed",
    "a: 'x\n...\ny'": "1:4-1:5 quote_or_bracket_not_closed",
    "a: [x\n---\n": "1:4-1:5 quote_or_bracket_not_closed",
    "a: [\n---\n]": "2:1-2:4 several_documents",
    'a: "x\n\ty"': "= {'a': 'x y'}",
    "a: -\tb": "1:4-1:5 dash_after_key",
    "- \ta: b": "1:3-1:4 tab_in_indentation",
    "a: b\n\n\n   c: d\n": "4:4-4:6 wrong_indentation",
    "a: #b": "= {'a': ''}",
    "a: b#c": "= {'a': 'b#c'}",
    "a: [b#c]": "= {'a': ['b#c']}",
    "a: [b #c]": "1:4-1:5 quote_or_bracket_not_closed",
    "a: [?x]": "= {'a': [{'x': ''}]}",
    "a: {? x: y}": "= {'a': {'x': 'y'}}",
    "{a: b": "1:1-1:2 quote_or_bracket_not_closed",
    "[a: b": "1:1-1:2 quote_or_bracket_not_closed",
    'a: ["x]': "1:5-1:6 quote_or_bracket_not_closed",
    "a:b": "1:1-1:2 file_without_lists",
    "a :b": "1:1-1:2 file_without_lists",
    "a:\n\n  - b\n c\n": "4:2-4:3 wrong_indentation",
    "?a: b": "= {'?a': 'b'}",
    "- ? a\n  b: c": "1:1-1:2 file_without_lists",
    "a: *a.b c": "1:4-1:8 anchor_or_alias",
    "a: !a,b c": "1:4-1:10 tag",
    "a: [*x]": "1:5-1:7 anchor_or_alias",
    "[a]: b": "1:1-1:2 key_not_a_word",
    "{a: b}: c": "1:1-1:2 key_not_a_word",
    "a: {[x]: y}": "1:5-1:6 key_not_a_word",
    "a:\n  - b\n  c: d": "3:3-3:7 wrong_indentation",
    "a: <<": "= {'a': '<<'}",
    "<<: x": "1:1-1:3 merge_key",
    "~: 1": "= {'~': '1'}",
    ": x": "1:1-1:2 empty_key",
    "- : x": "1:3-1:4 empty_key",
    '"": x': "1:1-1:3 empty_key",
    "a: &a\n": "1:4-1:6 anchor_or_alias",
    "a: 'b\n c: d\n": "1:4-1:5 quote_or_bracket_not_closed",
    'a: "b\n c: d\n': "1:4-1:5 quote_or_bracket_not_closed",
    "a: b\n'c: d": "2:1-2:2 quote_or_bracket_not_closed",
    'a: "\\': "1:5-1:6 unknown_escape",
    'a: "\\u12"': "1:5-1:9 unknown_escape",
    'a: "\\\n b"': "= {'a': 'b'}",
    "x: [a\ny: b": "1:4-1:5 quote_or_bracket_not_closed",
    "x: {a: 1\ny: b\n": "1:4-1:5 quote_or_bracket_not_closed",
    "x: (a]": "= {'x': '(a]'}",
    "x: [[a]": "1:4-1:5 quote_or_bracket_not_closed",
    "x: {a: [1}": "1:8-1:9 quote_or_bracket_not_closed",
    "x: }\n": "1:4-1:5 sign_not_expected",
    "a: 1\n%YAML 1.1\n": "2:1-2:10 directive",
    "a: 1\n...\n%YAML 1.1\n---\nb: 1": "3:1-3:10 directive · 3:1-3:10 several_documents",
    "a: [x\n  y: z]\n": "2:4-2:5 colon_in_text",
    "community: {name: Мена\n  code: 1}\n": "2:7-2:8 colon_in_text",
    "a: {b: 'x' c: y}": "1:12-1:14 comma_expected",
    "a: [b\n- c": "1:4-1:5 quote_or_bracket_not_closed",
    "x:\n  - [1, 2\n  - 3\n": "2:5-2:6 quote_or_bracket_not_closed",
    'a: "\\ud83d\\ude00"': "1:5-1:11 escape_without_character",
    'a: ["\\q"]': "1:6-1:8 unknown_escape",
    "title: Стратегія: до 2027 року": "1:17-1:18 colon_in_text",
    'title: "Мена" цифрова': "1:15-1:22 text_after_closing_sign",
    "result: > 50 звернень": "1:9-1:10 text_after_block_sign",
    "head: @mena": "1:7-1:8 value_begins_with_reserved_sign",
    "partners: - U-A": "1:11-1:12 dash_after_key",
    'source: "C:\\Облік"': "1:12-1:13 unknown_escape",
    "a: 'м'я'": "1:7-1:9 text_after_closing_sign",
    "a: [м'я, 'к'ю]": "1:13-1:15 comma_expected",
    "- a\n-b": "2:1-2:3 line_without_colon",
    "a:\n  b\n  c: d": "2:3-2:4 line_without_colon",
    "a: x # y\n b: c": "2:2-2:6 wrong_indentation",
    "a: **bold**": "1:4-1:12 anchor_or_alias",
    "a: &&": "1:4-1:6 anchor_or_alias",
    "? - a\n  - b\n: c": "1:3-1:4 key_not_a_word",
    "a: {b, c}": "= {'a': {'b': '', 'c': ''}}",
    "a: {b: 1, b: 2}": "1:11-1:12 duplicate_key",
    "a: 1\n'a': 2": "2:1-2:4 duplicate_key",
    "ключ: а\n\tінший: б": "2:1-2:2 tab_in_indentation",
    "a: |\n  x\n y: z": "3:2-3:6 wrong_indentation",
    "a: \"x\" # c\nb: 'y' # d": "= {'a': 'x', 'b': 'y'}",
    "a: [1,\n# c\n2]": "= {'a': ['1', '2']}",
    "a:\r\n  b: c\r\n d: e\r\n": "3:2-3:6 wrong_indentation",
    'a: "\\L"': "1:4-1:8 forbidden_escaped_character",
    'a: "\\N"': "1:4-1:8 forbidden_escaped_character",
    'a: "e\\u0301\\u0301\\u0301"': "= {'a': 'é́́'}",
    "a: {<<: b}": "1:5-1:7 merge_key",
    "*a : b": "1:1-1:3 anchor_or_alias",
    "&a b: c": "1:1-1:5 anchor_or_alias",
    "a: &x {b: c}": "1:4-1:8 anchor_or_alias",
    "!!str a: b": "1:1-1:8 tag",
    "a: 'x\n\n  y'": "= {'a': 'x\\ny'}",
    "a: b\n---\nc: d: e": "2:1-2:4 several_documents",
    "--- %x\n": "1:5-1:6 value_begins_with_reserved_sign",
    "a: '": "1:4-1:5 quote_or_bracket_not_closed",
    "a: !!binary": "1:4-1:12 tag",
    "a: ||": "1:4-1:5 text_after_block_sign",
    "a: >>": "1:4-1:5 text_after_block_sign",
    "a: -": "1:4-1:5 dash_after_key",
    "a: ?": "1:4-1:5 sign_not_expected",
    "a: :": "1:4-1:5 colon_in_text",
    "a: -b": "= {'a': '-b'}",
    "a: :b": "= {'a': ':b'}",
    "a: ?b": "= {'a': '?b'}",
    "a: [-]": "= {'a': ['-']}",
    "a: {?}": "1:6-1:7 empty_key",
    "a: [:]": "1:5-1:6 empty_key",
    "a: ::": "1:5-1:6 colon_in_text",
    "a: =": "= {'a': '='}",
    "a: ~": "= {'a': '~'}",
}


def found_in(content: str) -> list[Diagnostic]:
    return parse(SourceText("a.yaml", content))[1]


def data_of(content: str) -> Data:
    tree, found = parse(SourceText("a.yaml", content))
    assert tree is not None, shown(found)
    return tree.data


def shown(found: Iterable[Diagnostic]) -> str:
    return " · ".join(
        f"{one.span.line}:{one.span.column}-{one.span.end_line}:{one.span.end_column} {one.fault.name}" for one in found
    )


@pytest.mark.parametrize(("content", "expected"), READINGS.items(), ids=range(len(READINGS)))
def test_a_text_is_data_or_found_wanting(content: str, expected: str) -> None:
    tree, found = parse(SourceText("a.yaml", content))
    assert (shown(found) if found or tree is None else f"= {tree.data!r}") == expected


@pytest.mark.parametrize("content", [content for content, expected in READINGS.items() if not expected.startswith("=")])
def test_every_finding_names_a_remedy_in_both_languages(content: str) -> None:
    for one in found_in(content):
        for language in ("en", "uk"):
            assert one.message(language)
            assert one.hint(language)
        assert one.message("en") != one.message("uk")
        assert "line 1" not in one.message("uk"), "nothing of the parser's own words is shown"


def test_all_luxuries_of_a_file_are_found_at_once() -> None:
    content = "a: &x 1\nb: !t 2\nb: 3\n<<: 4\nc: *x\nd: @\n"
    assert [one.fault.name for one in found_in(content)] == [
        "anchor_or_alias",
        "tag",
        "duplicate_key",
        "merge_key",
        "anchor_or_alias",
        "value_begins_with_reserved_sign",
    ]


def test_of_a_key_written_twice_both_places_are_shown() -> None:
    (one,) = found_in("x:\n  ключ: 1\n  інше: 2\n  ключ: 3\n")
    assert str(one.span) == "a.yaml:4:3"
    assert [str(related.span) for related in one.related] == ["a.yaml:2:3"]
    assert one.facts == {"key": "ключ"}


def test_of_a_quote_that_is_not_closed_both_ends_are_shown() -> None:
    (one,) = found_in('a: "x\nb: c\n')
    assert str(one.span) == "a.yaml:1:4"
    assert [str(related.span) for related in one.related] == ["a.yaml:2:4"]


def test_scalars_stay_text() -> None:
    content = "[0110150, no, 1_000, 2026-02-30, ~, null, .nan, 0x1F, 1e3, '', true, =, <<]"
    assert data_of(f"a: {content}") == {
        "a": ["0110150", "no", "1_000", "2026-02-30", "~", "null", ".nan", "0x1F", "1e3", "", "true", "=", "<<"]
    }


def test_a_colon_in_a_text_needs_quotes_in_brackets_only() -> None:
    assert data_of("a: https://mena.example\nb: 1:30\n") == {"a": "https://mena.example", "b": "1:30"}
    assert data_of("a: {b: 'https://mena.example', c: \"1:30\"}") == {"a": {"b": "https://mena.example", "c": "1:30"}}
    assert shown(found_in("a: {b: https://mena.example}")) == "1:13-1:14 colon_in_brackets"
    assert shown(found_in("a: [1:30]")) == "1:6-1:7 colon_in_brackets"


def test_texts_and_keys_are_composed() -> None:
    assert data_of("и\u0306: и\u0306\n") == {"й": "й"}
    assert [one.fault.name for one in found_in("и\u0306: 1\nй: 2\n")] == ["duplicate_key"]


def test_line_ends_inside_texts_are_one_kind() -> None:
    assert data_of("a: |\r\n  x\r\n  y\r\nb: 'p\r\n\r\n  q'\r\n") == {"a": "x\ny\n", "b": "p\nq"}


@pytest.mark.parametrize("content", ["", "\n\n", "# лише коментар\n", "---\n", "--- # нічого\n...\n"])
def test_an_empty_file_is_only_warned_of(content: str) -> None:
    tree, found = parse(SourceText("a.yaml", content))
    assert tree is not None
    assert tree.data == {}
    assert [(one.fault.name, one.severity) for one in found] == [("file_is_empty", Severity.WARNING)]


@pytest.mark.parametrize("content", ["- a\n", "просто текст", "'a'", "[a, b]", "| \n x"])
def test_a_file_begins_with_the_name_of_a_list(content: str) -> None:
    assert [one.fault.name for one in found_in(content)] == ["file_without_lists"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_has_a_limit(opening: str, closing: str) -> None:
    assert not found_in("a: " + opening * (DEEPEST - 1) + "x" + closing * (DEEPEST - 1))
    for depth in (DEEPEST, 1_000, 100_000):
        assert [one.fault.name for one in found_in("a: " + opening * depth)] == ["nested_too_deeply"]


def test_nesting_of_blocks_has_the_same_limit() -> None:
    nested = "".join("  " * depth + "a:\n" for depth in range(DEEPEST))
    assert not found_in(nested + "  " * DEEPEST + "x\n")
    assert [one.fault.name for one in found_in(nested + "  " * DEEPEST + "a: x\n")] == ["nested_too_deeply"]


@pytest.mark.parametrize("form", ["a: {}", "a: '{}'", 'a: "{}"', "a: |\n  {}\n", "? {}\n: b"])
def test_the_length_of_a_text_has_a_limit(form: str) -> None:
    assert "text_too_long" not in shown(found_in(form.format("я" * (LONGEST_SCALAR - 1))))
    (one,) = found_in(form.format("я" * (LONGEST_SCALAR + 2)))
    assert one.fault.name == "text_too_long"
    assert one.span.line <= 2


def test_a_long_key_is_no_key() -> None:
    assert [one.fault.name for one in found_in("k" * 1_030 + ": v")] == ["key_too_long"]


def test_the_number_of_values_has_a_limit() -> None:
    assert not found_in("a:\n  - [" + "x, " * 149_000 + "]\n  - [" + "x, " * 149_000 + "]\n")
    (one,) = found_in("a:\n  - [" + "x, " * 151_000 + "]\n")
    assert one.fault.name == "too_many_values"
    assert one.facts["limit"] == 150_000


def test_of_very_many_findings_the_first_are_shown_and_that_there_are_more() -> None:
    found = found_in("".join(f"a{number}: &x 1\n" for number in range(MOST_FINDINGS + 50)))
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].fault.name == "further_findings_in_file"
    assert found[-1].severity is Severity.NOTE


def test_a_character_that_the_parser_cannot_read_is_named() -> None:
    assert shown(found_in("a: x\x07y")) == "1:5-1:6 forbidden_character"


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\t :-[]{}\"'|>&*!%@`#,?\\")))
def test_no_text_raises_and_every_place_lies_in_it(content: str) -> None:
    text = SourceText("a.yaml", content)
    tree, found = parse(text)
    assert tree is not None or found
    last = len(text.line_starts)
    for one in found:
        for span in (one.span, *(related.span for related in one.related)):
            assert 1 <= span.line <= span.end_line <= last
            assert 1 <= span.column <= len(text.line(span.line)) + 2
            assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert one.fault.name != "not_yaml" or content.rstrip() != content.strip("\n")
