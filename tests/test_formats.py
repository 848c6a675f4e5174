"""How findings are written: for people, for programs, for code hosts."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from stratbuild.cli.formats import Look, Report, format_names, written
from stratbuild.cli.formats.excerpt import WIDEST, excerpt
from stratbuild.diagnostics import Diagnostic, Fault, Related, Severity, Span, Suggestion, Wording
from stratbuild.render.locale import locale
from stratbuild.source import SourceText
from strategies import SETTINGS, assert_golden, check_texts

DATA = Path(__file__).parent / "data"
FAULTY = """\
goals:
  - {id: G-NET, title: Швидкий інтернет}
  - {id: G-net, title: Те саме}
measures:
  - {id: M-WIFI, goal: G-NET, title: Зони Wi-Fi, laed: U-IT, start: 2026-02-30}
\t- {id: M-X}
"""
FAULT = Fault("SB999", "made_up", Wording("{what} is wrong", "mend {what}"), Wording("{what} хибне", "виправте {what}"))
each_format = pytest.mark.parametrize("name", format_names())


def report(texts: dict[str, str], language: str = "uk") -> Report:
    return Report(
        check_texts(texts).diagnostics, locale(language), {path: SourceText(path, text) for path, text in texts.items()}
    )


def made_up(span: Span, what: object = "це", severity: Severity = Severity.ERROR, related: Sequence[Related] = ()) -> Diagnostic:
    return Diagnostic(FAULT, span, {"what": what}, severity, tuple(related))


def all_stages() -> list[Report]:
    """Findings of syntax, of types, of references and of rules, which never come together."""
    syntax = {"a.yaml": FAULTY}
    types = {"a.yaml": FAULTY.replace("\t- {id: M-X}\n", "").replace("G-net", "G-INT"), "s.yaml": SETTINGS}
    references = {
        "a.yaml": types["a.yaml"].replace("laed: U-IT, start: 2026-02-30", "lead: U-IT, after: [M-WFI]"),
        "b.yaml": "goals:\n  - {id: G-NET, title: Двічі}\n",
        "s.yaml": SETTINGS,
    }
    rules = {"a.yaml": "goals:\n  - {id: G-NET, title: Швидкий интернет}\n", "s.yaml": SETTINGS}
    found = [report(one) for one in (syntax, types, references, rules)]
    assert [sorted(set(codes_of(one)) & {"SB016", "SB123", "SB204", "SB311"}) for one in found] == [
        ["SB016"],
        ["SB123"],
        ["SB204"],
        ["SB311"],
    ]
    # Of the rules one is enough, so that a change of another does not show here.
    return [*found[:3], replace(found[3], findings=[one for one in found[3].findings if one.code == "SB311"])]


@each_format
@pytest.mark.parametrize("language", ["uk", "en"])
def test_all_stages_in_every_format(name: str, language: str, *, update_golden: bool) -> None:
    parts = [written(replace(one, words=locale(language)), name) for one in all_stages()]
    assert_golden(DATA / "formats" / f"{name}.{language}.txt", "\n".join(parts), update=update_golden)


@each_format
def test_nothing_to_say_is_said_in_every_format(name: str) -> None:
    text = written(Report((), locale("uk"), {"a.yaml": SourceText("a.yaml", "")}), name)
    if name == "text":
        assert text == "Прочитано 1 файл: зауважень немає.\n"
    elif name == "github":
        assert text == ""
    else:
        assert json.loads(text)


# For people


def shown(content: str, span: Span) -> tuple[str, str]:
    found = excerpt(SourceText("a.yaml", content), span)
    return found.line, found.indent + found.carets


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("title: Мрія", 8, 12, ("title: Мрія", "       ^^^^")),
        ("title: Мрія", 12, 12, ("title: Мрія", "           ^")),
        ("\ttitle: x", 2, 7, ("    title: x", "    ^^^^^")),
        ("t: ї́жак x", 10, 11, ("t: ї́жак x", "        ^")),
        ("t: 漢字 x", 4, 6, ("t: 漢字 x", "   ^^^^")),
        ("t: 漢字 x", 7, 8, ("t: 漢字 x", "        ^")),
        ("a: \x1b[31mred", 4, 5, ("a: ␛[31mred", "   ^")),
        ("a: \u202ex", 4, 5, ("a: \ufffdx", "   ^")),
        ("", 1, 1, ("", "^")),
        ("short", 40, 50, ("short", "     ^")),
    ],
    ids=["Cyrillic", "end of line", "tab", "stress mark", "wide", "after wide", "escape", "override", "empty", "beyond"],
)
def test_marks_stand_under_the_characters(line: str, column: int, end: int, expected: tuple[str, str]) -> None:
    assert shown(line, Span("a.yaml", 1, column, 1, end)) == expected


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("a: 'one\n  two'\n", Span("a.yaml", 1, 4, 2, 7)) == ("a: 'one", "   ^^^^")


@pytest.mark.parametrize("column", [1, 500, 5000, 9995])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int) -> None:
    line, marks = shown("".join(chr(0x430 + number % 32) for number in range(10_000)), Span("a.yaml", 1, column, 1, column + 4))
    assert len(line) <= WIDEST + 2
    assert line[marks.index("^")] == chr(0x430 + (column - 1) % 32)
    assert line.startswith("…") == (column > 100)


def test_a_finding_without_a_text_has_no_excerpt() -> None:
    whole = made_up(Span("build"))
    assert (
        written(Report([whole], locale("uk")), "text")
        == "build: помилка[SB999] це хибне\n      = порада: виправте це\n\n1 помилка\n"
    )


def test_related_places_are_named() -> None:
    related = Related(Span("b.yaml", 3, 4, 3, 5), {"en": "first", "uk": "перше"})
    text = written(Report([made_up(Span("a.yaml", 1, 2, 1, 3), related=[related])], locale("uk")), "text")
    assert "\n      = b.yaml:3:4: перше\n" in text


def test_nothing_that_people_wrote_moves_the_cursor() -> None:
    finding = made_up(Span("a\x1b[2J.yaml", 1, 1, 1, 2), "\x1b]0;title\x07\nnew line")
    for name in format_names():
        text = written(Report([finding], locale("uk"), {"a\x1b[2J.yaml": SourceText("a", "\x1b[2J")}, Look(unicode=False)), name)
        if name != "github":
            assert "\x1b" not in text
        assert "\nnew line" not in text


def test_colours_are_only_escapes_around_the_plain_text() -> None:
    for one in all_stages():
        coloured = written(replace(one, look=Look(colour=True)), "text")
        assert "\x1b[" in coloured
        assert click.unstyle(coloured) == written(one, "text")


def test_many_notes_are_gathered_and_can_be_asked_for() -> None:
    notes = [made_up(Span("a.yaml", line, 1, line, 2), line, Severity.NOTE) for line in range(1, 31)]
    everything = Report([made_up(Span("a.yaml", 40, 1, 40, 2)), *notes], locale("uk"))
    gathered = written(everything, "text")
    assert "примітка[SB999] × 30: ‹what› хибне (a.yaml:1:1)" in gathered
    assert "помилка[SB999] це хибне" in gathered
    assert "--all" in gathered
    assert gathered.endswith("\n1 помилка, 30 приміток\n")
    assert len(gathered.splitlines()) < 12
    single = written(replace(everything, look=Look(every_note=True)), "text")
    assert single.count("примітка[SB999]") == 30
    for name in ("json", "sarif", "github"):
        assert written(everything, name).count("SB999") >= 31


@pytest.mark.parametrize(
    ("number", "uk", "en"),
    [
        (1, "1 помилка", "1 error"),
        (2, "2 помилки", "2 errors"),
        (5, "5 помилок", "5 errors"),
        (11, "11 помилок", "11 errors"),
        (21, "21 помилка", "21 errors"),
        (112, "112 помилок", "112 errors"),
    ],
)
def test_the_summary_counts_in_the_right_form(number: int, uk: str, en: str) -> None:
    findings = [made_up(Span("a.yaml", line, 1, line, 2)) for line in range(1, number + 1)]
    assert written(Report(findings, locale("uk")), "text").splitlines()[-1] == uk
    assert written(Report(findings, locale("en")), "text").splitlines()[-1] == en


# Suggestions


@pytest.mark.parametrize(
    ("suggestion", "uk", "en"),
    [
        (Suggestion(("lead",)), "можливо, lead?", "did you mean lead?"),
        (Suggestion(("M-A", "M-B", "M-C")), "можливо, M-A, M-B чи M-C?", "did you mean M-A, M-B or M-C?"),
        (Suggestion((), ("U-IT", "U-EDU")), "тут відомі: U-IT, U-EDU", "known here: U-IT, U-EDU"),
        (Suggestion((), ("U-IT",), more=True), "тут відомі: U-IT, …", "known here: U-IT, …"),
        (Suggestion(()), "тут ще нічого не визначено: спершу додайте потрібне", "nothing is known here yet: add it first"),
    ],
)
def test_a_suggestion_is_a_sentence(suggestion: Suggestion, uk: str, en: str) -> None:
    assert locale("uk").show(suggestion) == uk
    assert locale("en").show(suggestion) == en


# For programs


def test_json_says_what_its_page_promises() -> None:
    (finding,) = (one for one in all_stages()[2].findings if one.code == "SB203")
    said = json.loads(written(replace(all_stages()[2], findings=[finding]), "json"))
    assert said == {
        "version": 1,
        "language": "uk",
        "diagnostics": [
            {
                "code": "SB203",
                "name": "duplicate_id",
                "severity": "error",
                "path": "b.yaml",
                "line": 2,
                "column": 10,
                "end_line": 2,
                "end_column": 15,
                "message": "ідентифікатор G-NET ужито двічі",
                "hint": "дайте одному з двох записів інший ідентифікатор",
                "related": [
                    {"path": "a.yaml", "line": 2, "column": 10, "end_line": 2, "end_column": 15, "message": "уперше вжито тут"}
                ],
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notes": 0, "files": 3},
    }


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_an_output_of_few_signs_still_gets_valid_json(name: str) -> None:
    for one in all_stages():
        plain = written(replace(one, look=Look(unicode=False)), name)
        assert plain.isascii()
        assert json.loads(plain) == json.loads(written(one, name))


@pytest.fixture(scope="module")
def sarif_schema() -> jsonschema.Draft4Validator:
    """The schema of OASIS for SARIF 2.1.0."""
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    return jsonschema.Draft4Validator(schema)


def sarif(one: Report) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(written(one, "sarif"))
    return said


def test_sarif_validates(sarif_schema: jsonschema.Draft4Validator) -> None:
    for one in [*all_stages(), Report([], locale("en")), Report([made_up(Span("build"))], locale("en"))]:
        assert [error.message for error in sarif_schema.iter_errors(sarif(one))] == []


def test_the_sarif_schema_refuses_what_is_not_sarif(sarif_schema: jsonschema.Draft4Validator) -> None:
    said = sarif(all_stages()[0])
    said["runs"][0]["results"][0]["level"] = "fatal"
    assert list(sarif_schema.iter_errors(said))


def test_sarif_names_the_rules_that_were_broken() -> None:
    found = all_stages()[3]
    (run,) = sarif(found)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(set(codes_of(found)))
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert "## Що робити" in rule["help"]["markdown"]


def codes_of(one: Report) -> list[str]:
    return [finding.code for finding in one.findings]


def test_sarif_fingerprints_outlive_new_lines_and_tell_equals_apart() -> None:
    before = {"a.yaml": "goals:\n  - {id: G-NET, title: Швидкий интернет}\n", "s.yaml": SETTINGS}
    after = {**before, "a.yaml": f"# новий рядок\n\n{before['a.yaml']}"}
    assert fingerprints(report(before)) == fingerprints(report(after))
    twice = Report([made_up(Span("a.yaml", line, 1, line, 2)) for line in (1, 2)], locale("uk"))
    assert len(set(fingerprints(twice))) == 2


def fingerprints(one: Report) -> list[str]:
    return [result["partialFingerprints"]["stratbuild/v1"] for result in sarif(one)["runs"][0]["results"]]


def test_sarif_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = {
        "стратегія/a b%.yaml": {
            "uri": "%D1%81%D1%82%D1%80%D0%B0%D1%82%D0%B5%D0%B3%D1%96%D1%8F/a%20b%25.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        (tmp_path / "a.yaml").as_posix(): {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"},
        "/elsewhere/a.yaml": {"uri": "file:///elsewhere/a.yaml"},
    }
    for path, address in expected.items():
        result = sarif(Report([made_up(Span(path, 1, 1, 1, 2))], locale("en")))["runs"][0]["results"][0]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == address


def test_github_commands_are_escaped() -> None:
    finding = made_up(Span("a,b:c%.yaml", 2, 3, 2, 5), "100 %\nabc", Severity.WARNING)
    assert written(Report([finding], locale("en")), "github") == (
        "::warning file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=3,endColumn=5,title=SB999::"
        "100 %25%0Aabc is wrong%0Amend 100 %25%0Aabc\n"
    )
