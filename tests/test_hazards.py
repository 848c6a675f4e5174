"""Hostile and faulty input by its number: each gives its own located message in two languages, and nothing else.

Y: YAML. U: Unicode and ids. G: graphs. M: money and dates.
"""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from command import stratbuild
from stratbuild.diagnostics import Diagnostic, Severity, Suggestion
from stratbuild.pipeline import Checked, check, load
from stratbuild.source import decode
from strategies import SETTINGS, check_text, check_texts

GOAL = "goals: [{id: G-A, title: Ціль}]\n"
ENGLISH_SENTENCE = re.compile(r"\b[a-z]{3,}(?: [a-z]{2,}){2,}\b")


def read(raw: bytes) -> Checked:
    """A single file of raw bytes, checked."""
    text, found = decode("a.yaml", raw)
    strategy, found = load([] if text is None else [text], found)
    return check(strategy, found, {})


def shown(checked: Checked, code: str) -> Diagnostic:
    """The one finding of a code; every finding must be located and speak both languages."""
    sound(checked.diagnostics)
    found = [one for one in checked.diagnostics if one.code == code]
    assert found, [f"{one.span} {one.code} {one.message('en')}" for one in checked.diagnostics]
    return found[0]


def sound(findings: Iterable[Diagnostic]) -> None:
    for one in findings:
        assert one.span.path
        assert (1, 1) <= (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column)
        for english, ukrainian in ((one.message("en"), one.message("uk")), (one.hint("en"), one.hint("uk"))):
            assert english
            assert ukrainian
            assert english != ukrainian or isinstance(one.facts.get("suggestion"), Suggestion)
            assert not ENGLISH_SENTENCE.search(ukrainian), ukrainian


def at(one: Diagnostic) -> tuple[int, int]:
    return one.span.line, one.span.column


def amount(text: str) -> str:
    return (
        f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а}}]\n"
        f"budget_lines:\n  - id: B-A\n    measure: M-A\n    title: р\n    amounts:\n      2026: {text}\n"
    )


def test_y01_alias_bomb() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert at(shown(read("\n".join(levels).encode()), "SB011")) == (1, 5)


def test_y02_merge_key_bomb() -> None:
    levels = ["a0: &a0 {x: 1}"] + [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 9)]
    checked = read("\n".join(levels).encode())
    assert shown(checked, "SB013").span.line == 2
    assert shown(checked, "SB011")


def test_y03_a_list_that_holds_itself() -> None:
    assert at(shown(read(b"a: &a [*a]"), "SB011")) == (1, 4)


@pytest.mark.parametrize("depth", [30, 10_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_y04_deep_nesting(depth: int, opening: str) -> None:
    checked = read(b"a:\n  " + opening.encode() * depth)
    assert shown(checked, "SB017").span.line == 2


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "{a: 1, a: 2}", "и\u0306: 1\nй: 2\n"])
def test_y05_a_key_written_twice(text: str) -> None:
    one = shown(read(text.encode()), "SB010")
    assert one.related
    assert one.related[0].span.line == 1


def test_y05_a_sum_written_twice_is_no_sum() -> None:
    checked = check_text(amount("1.00\n      2026: 2.00"))
    one = shown(checked, "SB010")
    assert (at(one), str(one.related[0].span)) == ((9, 7), "a.yaml:8:7")
    assert checked.plan is None


@pytest.mark.parametrize("word", ["no", "NO", "on", "off", "y", "так", "ні", "null", "~", "true"])
def test_y06_words_that_yaml_would_type_are_text(word: str) -> None:
    checked = check_text(f"goals: [{{id: G-A, title: {word}}}]")
    assert checked.plan is not None
    assert checked.plan.strategy.text(checked.plan.strategy.goals["G-A"].title) == word


def test_y06_booleans_only_where_the_schema_says() -> None:
    assert at(shown(check_text("sources: [{id: S-A, title: a, kind: local, confirmed: on}]"), "SB153")) == (1, 55)
    for word, meant in (("так", True), ("ні", False), ("true", True), ("false", False)):
        checked = check_text(f"sources: [{{id: S-A, title: a, kind: local, confirmed: {word}}}]")
        assert checked.plan is not None
        assert checked.plan.strategy.sources["S-A"].confirmed is meant


@pytest.mark.parametrize("code", ["0110150", "010", "0o10", "0x1F"])
def test_y07_codes_keep_their_zeros(code: str) -> None:
    text = f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а}}]\nbudget_lines: [{{id: B-A, measure: M-A, title: р, programme: {code}}}]"
    checked = check_text(text)
    assert checked.plan is not None
    assert checked.plan.strategy.budget_lines["B-A"].programme == code


def test_y08_sexagesimal_is_text() -> None:
    checked = check_text("goals:\n  - {id: G-A, title: '1:30'}\n  - id: G-B\n    title: 190:20:30\n")
    assert checked.plan is not None
    assert [checked.plan.strategy.text(goal.title) for goal in checked.plan.strategy.goals.values()] == ["1:30", "190:20:30"]


@pytest.mark.parametrize("text", ["1_000", "1e3", "1e999", ".nan", "-.inf", "NaN", "0x1F", "+5", ".5", "1."])
def test_y09_not_an_amount(text: str) -> None:
    assert at(shown(check_text(amount(text)), "SB116")) == (8, 13)


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("2026-02-30", "SB123", "2026-02-28"),
        ("0000-01-01", "SB126", "check"),
        ("2026-3-9", "SB120", "2026-03-09"),
        ("29.03.2026", "SB120", "2026-03-29"),
        ("2026-13", "SB122", "01 to 12"),
        ("березень 2026", "SB120", "2026-03"),
        ("навесні 2026", "SB121", "2026-03"),
    ],
)
def test_y10_dates(text: str, code: str, remedy: str) -> None:
    one = shown(check_text(f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а, start: {text}}}]"), code)
    assert at(one) == (2, 50)
    assert remedy in one.hint("en")


def test_y11_a_number_of_5000_digits() -> None:
    digits = "9" * 5_000
    assert len(shown(check_text(amount(digits)), "SB117").message("uk")) < 200
    assert shown(check_text(amount(digits + ".00")), "SB117")
    for field, code in (("start", "SB121"), ("duration", "SB130"), ("order", "SB136"), ("goal", "SB173")):
        fields = {"id": "M-A", "goal": "G-A", "title": "а", field: digits}
        written = ", ".join(f"{name}: {value}" for name, value in fields.items())
        assert len(shown(check_text(f"{GOAL}measures: [{{{written}}}]"), code).message("en")) < 200


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [x]", "!include /etc/passwd", "!!int ''", "!!timestamp x", "!!bool x"]
)
def test_y12_tags(tag: str) -> None:
    assert at(shown(read(f"a: {tag}".encode()), "SB012")) == (1, 4)


def test_y13_encodings() -> None:
    assert at(shown(read("title: a\nназва: Привіт, їжаче".encode("cp1251")), "SB002")) == (2, 1)
    assert shown(read("a: 1".encode("utf-16")), "SB003")
    assert shown(read("a: 1".encode("utf-16-le")), "SB003")
    assert at(shown(read("a: ї".encode()[:-1]), "SB008")) == (1, 4)
    assert [one.code for one in read(b"\xef\xbb\xbfa: 1").diagnostics] == ["SB102"]
    assert at(shown(read("a: b\ufeffc".encode()), "SB004")) == (1, 5)


@pytest.mark.parametrize("escape", ['"\\0"', '"\\x0b"', '"\\ufffe"', '"\\u202e"'])
def test_y14_escapes_of_forbidden_characters(escape: str) -> None:
    assert at(shown(read(f"a: {escape}".encode()), "SB019")) == (1, 4)


def test_y14_raw_nul() -> None:
    assert at(shown(read(b"a: x\x00y"), "SB004")) == (1, 5)


def test_y15_lone_surrogates() -> None:
    assert shown(read(b'a: "\\ud800"'), read(b'a: "\\ud800"').diagnostics[0].code).span.line == 1
    assert at(shown(read(b"a: \xed\xa0\x80"), "SB004")) == (1, 4)


def test_y16_line_ends_and_tabs() -> None:
    assert at(shown(read(b"a:\r\n\tb: 1\r\n"), "SB016")) == (2, 1)
    for sign in ("\u2028", "\u2029", "\u0085"):
        assert at(shown(read(f"a: x{sign}y".encode()), "SB004")) == (1, 5)
    assert [one.code for one in read(SETTINGS.replace("\n", "\r\n").encode()).diagnostics if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "SB022"),
        ("# лише коментар\n", "SB022"),
        ("- a\n- b\n", "SB023"),
        ("просто текст\n", "SB023"),
        ("a: 1\n---\nb: 2\n", "SB014"),
        ("? [1, 2]\n: x\n", "SB020"),
        ("%YAML 1.1\n---\na: 1\n", "SB015"),
        ("~: x\n", "SB102"),
        ('"": x\n', "SB021"),
    ],
)
def test_y17_odd_files(text: str, code: str) -> None:
    shown(read(text.encode()), code)


def test_y18_large_values() -> None:
    assert at(shown(read(b'a: "' + b"x" * 10_000_000 + b'"'), "SB018")) == (1, 4)
    assert shown(read(b"a: |\n" + b"  line of text\n" * 700_000), "SB018")
    assert shown(read(b"a: x\n" + b" " * (17 << 20)), "SB001")


def test_y19_many_measures() -> None:
    text = GOAL + "measures:\n" + "".join(f"  - {{id: M-{n}, goal: G-A, title: Захід {n}}}\n" for n in range(20_000))
    checked = check_text(text)
    assert checked.plan is not None
    assert len(checked.plan.strategy.measures) == 20_000


def test_y19_ten_thousand_faults_are_all_told() -> None:
    text = GOAL + "measures:\n" + "".join(f"  - {{id: M-{n}, goal: G-A, title: а, start: 2026-02-30}}\n" for n in range(10_000))
    checked = check_text(text)
    assert len(checked.diagnostics) == 10_000
    assert checked.diagnostics[-1].span.line == 10_002


def test_y20_unknown_keys() -> None:
    one = shown(check_text("goals: [{id: G-A, titel: а}]"), "SB102")
    assert "title" in str(one.facts["suggestion"])
    one = shown(check_text("goals: [{id: G-A, titlе: а}]"), "SB102")
    assert "CYRILLIC SMALL LETTER IE" in one.message("uk")


@pytest.mark.parametrize(("text", "twin"), [("М-WIFI", "M-WIFI"), ("M-WІFI", "M-WIFI"), ("М-А", "M-A"), ("С-1", "C-1")])
def test_u01_homoglyphs_in_ids(text: str, twin: str) -> None:
    one = shown(check_text(f"{GOAL}measures: [{{id: {text}, goal: G-A, title: а}}]"), "SB140")
    assert twin in one.hint("uk")
    assert "CYRILLIC" in one.message("en")


def test_u01_every_look_alike_letter_is_named() -> None:
    for letter in "АВСЕНІКМОРТХУЅЈ":
        one = shown(check_text(f"goals: [{{id: G-{letter}, title: а}}]"), "SB140")
        assert letter in one.message("uk")


@pytest.mark.parametrize("sign", "'’ʼ＇`′")
def test_u02_apostrophes_are_kept_as_written_and_equal_when_titles_are_compared(sign: str) -> None:
    title = f"Кам{sign}яна дорога"
    for other in "'’ʼ＇`′":
        text = f'goals:\n  - {{id: G-A, title: "{title}"}}\n  - {{id: G-B, title: "Кам{other}яна дорога"}}\n'
        checked = check_text(text)
        assert at(shown(checked, "SB316")) == (3, 22)
        assert checked.plan is not None
        assert checked.plan.strategy.text(checked.plan.strategy.goals["G-A"].title) == title
    assert {one.fault.name for one in checked.diagnostics if "apostrophe" in one.fault.name} == {"wrong_sign_for_apostrophe"}


def test_u03_ids_that_differ_only_in_case() -> None:
    one = shown(check_text("goals: [{id: G-A, title: а}, {id: g-a, title: б}]"), "SB142")
    assert "G-A" in one.hint("en")


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u202e"])
def test_u04_invisible_characters_in_ids(sign: str) -> None:
    assert at(shown(read(f"goals: [{{id: 'G-A{sign}', title: а}}]".encode()), "SB004")) == (1, 18)


def test_u04_no_break_space_in_an_id() -> None:
    one = shown(check_text("goals: [{id: 'G-A\u00a0', title: а}]"), "SB141")
    assert "NO-BREAK SPACE" in one.message("uk")


@pytest.mark.parametrize(("sign", "code"), [("\ufffd", "SB009"), ("\ue000", "SB004"), ("а\u0301\u0302\u0303", "SB038")])
def test_u05_characters_of_damaged_text(sign: str, code: str) -> None:
    assert shown(read(f"a: x{sign}".encode()), code)


def test_u07_foreign_letters_are_warned_of() -> None:
    checked = check_text("goals: [{id: G-A, title: Швидкiсть і объезд}]")
    assert {"SB802", "SB804"} <= {one.code for one in checked.diagnostics}


def graph(after: dict[str, str]) -> str:
    return (
        GOAL
        + "measures:\n"
        + "".join(f"  - {{id: {id_}, goal: G-A, title: а {id_}, after: [{names}]}}\n" for id_, names in after.items())
    )


@pytest.mark.parametrize("length", [2, 3, 5_000])
def test_g01_cycles(length: int) -> None:
    ids = [f"M-{n}" for n in range(length)]
    one = shown(check_text(graph({id_: ids[(n + 1) % length] for n, id_ in enumerate(ids)})), "SB301")
    assert len(one.related) == min(length, 20)
    assert [related.span.line for related in one.related[:3]] == [3, 4, 5][: len(one.related)]
    assert one.span.path == "a.yaml"


def test_g01_the_shortest_circle_of_a_knot_is_shown() -> None:
    one = shown(check_text(graph({"M-A": "M-B", "M-B": "M-C", "M-C": "M-D, M-B", "M-D": "M-A"})), "SB301")
    assert one.facts["path"] == "M-B → M-C → M-B"


def test_g02_a_measure_after_itself() -> None:
    assert at(shown(check_text(graph({"M-A": "M-A"})), "SB207"))[0] == 3


def test_g03_missing_and_wrong_references() -> None:
    one = shown(check_text(graph({"M-WIFI": "", "M-B": "M-WIFY"})), "SB204")
    assert "M-WIFI" in str(one.facts["suggestion"])
    one = shown(check_text(graph({"M-A": "G-A"})), "SB205")
    assert one.facts["found"] == "goals"


def test_g04_one_id_in_two_files() -> None:
    checked = check_texts({"a.yaml": GOAL, "b.yaml": GOAL, "s.yaml": SETTINGS})
    one = shown(checked, "SB203")
    assert {one.span.path, one.related[0].span.path} == {"a.yaml", "b.yaml"}


def test_g05_a_chain_of_20000_through_all_stages() -> None:
    """A hundred thousand, as far as order goes, are in `tests/test_schedule.py`."""
    checked = check_text(graph({f"M-{n}": f"M-{n - 1}" if n else "" for n in range(20_000)}))
    assert checked.plan is not None
    assert checked.plan.order == tuple(f"M-{n}" for n in range(20_000))


def test_g06_a_clique() -> None:
    ids = [f"M-{n}" for n in range(12)]
    one = shown(check_text(graph({id_: ", ".join(other for other in ids if other != id_) for id_ in ids})), "SB301")
    assert len(one.related) == 2


def test_g07_a_start_before_the_predecessors_end() -> None:
    text = GOAL + (
        "measures:\n  - {id: M-A, goal: G-A, title: а, start: 2026-01, duration: 6 months}\n"
        "  - {id: M-B, goal: G-A, title: б, start: 2026-03, after: [M-A]}\n"
    )
    one = next(one for one in check_text(text).diagnostics if one.fault.name == "measure_starts_before_predecessor_ends")
    assert one.span.line == 4
    sound([one])


def test_g08_goals_in_a_circle_and_alone() -> None:
    one = shown(check_text("goals: [{id: G-A, title: а, parent: G-B}, {id: G-B, title: б, parent: G-A}]"), "SB208")
    assert len(one.related) == 2
    alone = check_text("goals: [{id: G-A, title: а}, {id: G-B, title: б}]\nmeasures: [{id: M-A, goal: G-A, title: в}]")
    assert [one.facts["goal"] for one in alone.diagnostics if one.fault.name == "goal_without_measure"] == ["G-B"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("１２３", "SB115"),
        ("١٢٣", "SB115"),
        ("3 3500 000.00", "SB112"),
        ("1.000", "SB111"),
        ('"1,000"', "SB111"),
        ("12.345", "SB111"),
        ("0.005", "SB113"),
        ("1 200.50", "SB110"),
        ('"1 200,50"', "SB110"),
        ('"1.000,50"', "SB110"),
        ("5 грн", "SB114"),
        ("12 тис. грн", "SB114"),
        ("-5", "SB118"),
        ("-0", "SB118"),
        ("−5", "SB116"),
        ("10000000000000", "SB117"),
    ],
)
def test_m02_sums(text: str, code: str) -> None:
    shown(check_text(amount(text)), code)


def test_m06_the_largest_sum() -> None:
    checked = check_text(amount("9999999999999.99"))
    assert checked.plan is not None
    assert str(checked.plan.budget.total) == "9999999999999.99"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"a: &a [*a]", 1),
        (b"a: 1\na: 2\n", 1),
        (b"a:\n\tb: 1\n", 1),
        (b"\xff\xfea\x00", 1),
        (b"a: b\x00", 1),
        (b'a: "' + b"x" * 10_000_000 + b'"', 1),
        (b"a: !!python/object/apply:os.system [x]", 1),
        (b"- a\n- b\n", 1),
        (b"a: 1\n---\nb: 2\n", 1),
        (SETTINGS.encode() + amount("9" * 5_000).encode(), 1),
        (SETTINGS.encode() + "goals: [{id: 'М-А', title: x}]\n".encode(), 1),
        (SETTINGS.encode() + b"goals: [{id: G-A, title: x, parent: G-A}]\n", 1),
        ("назва: їжак".encode("cp1251"), 1),
        (b"a: " + b"[" * 100_000, 1),
        (b"", 1),
        (SETTINGS.encode() + b"goals: [{id: G-A, title: x}]\n", 0),
    ],
)
def test_the_command_ends_with_a_status_and_no_traceback(content: bytes, status: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    done = stratbuild("check", str(tmp_path))
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert status == 0 or "SB" in done.stdout


def test_the_command_without_a_strategy(tmp_path: Path) -> None:
    missing = stratbuild("check", str(tmp_path / "nowhere"))
    assert missing.returncode == 2
    assert "nowhere" in missing.stderr
    empty = stratbuild("check", str(tmp_path))
    assert empty.returncode == 1
    assert "SB005" in empty.stdout
    assert "Traceback" not in missing.stderr + empty.stdout + empty.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and permissions of POSIX")
def test_the_command_before_a_pipe_and_a_closed_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    places = ["pipe"] if os.geteuid() == 0 else ["pipe", "closed"]  # nothing is closed to the superuser
    for place in places:
        done = stratbuild("check", str(tmp_path / place))
        assert done.returncode == 3, done.stderr
        assert place in done.stderr
        assert "Traceback" not in done.stderr


def test_a_failed_build_leaves_the_previous_set_whole(tmp_path: Path) -> None:
    (tmp_path / "strategy").mkdir()
    place = tmp_path / "strategy" / "a.yaml"
    place.write_text(SETTINGS + GOAL, encoding="utf-8")
    out = tmp_path / "build"
    assert stratbuild("build", str(tmp_path / "strategy"), "-o", str(out)).returncode == 0
    before = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    place.write_text(SETTINGS + "goals: [{id: G-A}]\n", encoding="utf-8")
    assert stratbuild("build", str(tmp_path / "strategy"), "-o", str(out)).returncode == 1
    assert {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
