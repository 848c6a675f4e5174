"""Changing a YAML text by splicing: a text, the edits, and the text that comes of them, character for character."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from benchmarks.splice import examine, outcome
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from stratbuild.rewrite import (
    AppendItem,
    Edit,
    Refused,
    RemoveItem,
    RemoveKey,
    SetKey,
    SetScalar,
    Unquoted,
    Value,
    encode,
    rewrite,
)
from stratbuild.source import SourceText, decode
from stratbuild.syntax import Data, parse
from yaml_layouts import WORDS, Layouts, edits_of

ROOT = Path(__file__).parent.parent
LINES = ("budget_lines",)


def after(content: str, *edits: Edit) -> str:
    return rewrite(SourceText("a.yaml", content), edits).content


def test_one_line_of_many_changes() -> None:
    content = """\
# Бюджет
budget_lines:
  - id: B-A
    amounts: {2025: 1.00,  2026: 2.00}   # за кошторисом
    title:   'Мережа'
"""
    assert after(content, SetScalar((*LINES, 0, "amounts", "2026"), "3.50")) == content.replace("2.00", "3.50")


@pytest.mark.parametrize(
    ("written", "value", "rewritten"),
    [
        ("Мережа # к", "Зв’язок", "Зв’язок # к"),
        ("Мережа", "Мережа: перша", "'Мережа: перша'"),
        ("Мережа", "# перша", "'# перша'"),
        ("Мережа", "п'ять: шість", '"п\'ять: шість"'),
        ("Мережа", "два\nрядки", '"два\\nрядки"'),
        ("Мережа", "", '""'),
        ("Мережа", "no", '"no"'),
        ("Мережа", "2026-01-01", '"2026-01-01"'),
        ("Мережа", Unquoted("2026-01-01"), "2026-01-01"),
        ("Мережа", "1_000", '"1_000"'),
        ("Мережа", "=", '"="'),
        ("Мережа", "60%", "60%"),
        ("", "Мережа", "Мережа"),
        ("1200.50", "1200.75", "1200.75"),
        ("true", "false", "false"),
        ("2026-03-15", "2026-04-01", "2026-04-01"),
        ("0117530", "0117540", "0117540"),
        ('"0117530"', "0117540", '"0117540"'),
        ("'0117530'", "0117540", "'0117540'"),
        ("'а'", "п'ять", "'п''ять'"),
        ("'а'", "два\nрядки", '"два\\nрядки"'),
        ('"а"', 'лапки " і \\', '"лапки \\" і \\\\"'),
        ("довгий\n  текст\n\n  далі", "короткий", "короткий"),
        ("|\n  один\n  два", "один\nтри\n", "|\n  один\n  три"),
        ("|-\n    один\n", "один\n\nдва", "|-\n    один\n\n    два\n"),
        ("| # примітка\n  один", "два\n", "| # примітка\n  два"),
        ("|\n  один", " відступ\nдва\n", "|2\n   відступ\n  два"),
        ("|+\n  один\n\n", "два\n\n\n", "|+\n  два\n\n"),
        ("|\n  один", "два", "|-\n  два"),
        (">-\n  один два\n  три\n\n", "один два три чотири", ">-\n  один два\n  три\n  чотири\n\n"),
        (
            ">-\n  один два\n  три чотири\n  п’ять шість\n",
            "один два 3 чотири п’ять шість",
            ">-\n  один два\n  3 чотири\n  п’ять шість\n",
        ),
        (">\n  один", "один\nдва\n", ">\n  один\n\n  два"),
        (">\n  один", "a\n  b\n", "|\n  a\n    b"),
        ("|\n  один", "\t\x09 ", '"\\t\\t "'),
    ],
)
def test_a_text_stays_written_as_it_was(written: str, value: str, rewritten: str) -> None:
    content = "note:" + " " * bool(written) + "{}\nother: 1 # кінець\n"
    assert after(content.format(written), SetScalar(("note",), value)) == f"note: {rewritten}\nother: 1 # кінець\n"


@pytest.mark.parametrize(
    ("written", "value", "rewritten"),
    [
        ("{a: 1,b: }", "2", "{a: 1,b: 2 }"),
        ("{a: 1, b}", "2", "{a: 1, b: 2}"),
        ("{a: 1, b: x}", "а, б", "{a: 1, b: 'а, б'}"),
        ("{a: 1, b: x}", "http://a.example", "{a: 1, b: 'http://a.example'}"),
        ("{a: 1, b: x}", "-", "{a: 1, b: '-'}"),
        ("{\n  b:  # чекаємо\n }", "2", "{\n  b: 2  # чекаємо\n }"),
    ],
)
def test_a_text_in_brackets(written: str, value: str, rewritten: str) -> None:
    assert after(f"x: {written}\n", SetScalar(("x", "b"), value)) == f"x: {rewritten}\n"


@pytest.mark.parametrize(
    ("before", "edit", "expected"),
    [
        ("a: {2025: 1, 2027: 3}", SetKey(("a",), "2026", "2"), "a: {2025: 1, 2026: 2, 2027: 3}"),
        ("a: {2025: 1,2027: 3}", SetKey(("a",), "2028", "4"), "a: {2025: 1,2027: 3,2028: 4}"),
        ("a: {2025: 1}", SetKey(("a",), "2024", "0"), "a: {2024: 0, 2025: 1}"),
        ("a: {}  # к", SetKey(("a",), "2024", "0"), "a: {2024: 0}  # к"),
        ('a: {"2025": 1}', SetKey(("a",), "2026", "2"), 'a: {"2025": 1, "2026": 2}'),
        ("a: {\n  2025: 1,  # к\n  2027: 3  # л\n}", SetKey(("a",), "2028", "4"), "a: {\n  2025: 1,  # к\n  2027: 3,  # л\n  2028: 4\n}"),
        ("a: {\n  2025: 1,  # к\n  2027: 3,\n}", SetKey(("a",), "2026", "2"), "a: {\n  2025: 1,  # к\n  2026: 2,\n  2027: 3,\n}"),
        ("a:\n  2025: 1 # к\n  # л\n  2027: 3", SetKey(("a",), "2026", "2"), "a:\n  2025: 1 # к\n  2026: 2\n  # л\n  2027: 3"),
        ("a:\n - 2025: 1\n   2026: 2", SetKey(("a", 0), "2024", "0"), "a:\n - 2024: 0\n   2025: 1\n   2026: 2"),
        ("a:\n  b: 1\nc: 2", SetKey(("a",), "d", "нове: так"), "a:\n  b: 1\n  d: 'нове: так'\nc: 2"),
        ("a:\n  b: |\n    x\n\nc: 2", SetKey(("a",), "d", "1"), "a:\n  b: |\n    x\n  d: 1\n\nc: 2"),
        ("a:\n  b: 1", SetKey(("a",), "d", "два\nрядки"), "a:\n  b: 1\n  d: |-\n    два\n    рядки"),
        ("a:\n  b: 1", SetKey(("a",), "d", {"uk": "так", "en": "yes"}), 'a:\n  b: 1\n  d:\n    uk: так\n    en: "yes"'),
        ("a:\n  b: 1", SetKey(("a",), "d", {"2026": "1.00"}), "a:\n  b: 1\n  d: {2026: 1.00}"),
        ("a:\n  b: 1", SetKey(("a",), "d", ["K-A", "K-B"]), "a:\n  b: 1\n  d: [K-A, K-B]"),
        ("a:\n  b: 1", SetKey(("a",), "d", [{"of": "х", "price": "1"}]), "a:\n  b: 1\n  d:\n    - of: х\n      price: 1"),
        ("f: S-A  # к", SetKey((), "f", {"S-A": "60%", "S-B": "40%"}), "f: {S-A: 60%, S-B: 40%}  # к"),
        ("f: {S-A: 60%, S-B: 40%} # к", SetKey((), "f", "S-A"), "f: S-A # к"),
        ("f: {S-A: 60%, S-B: 40%} # к", SetKey((), "f", {"S-C": "rest"}), "f: {S-C: rest} # к"),
        ("f:  # к\n  2025: 1 # л\n  2026: 2", SetKey((), "f", {"2025": "1", "2027": "3"}), "f:  # к\n  2025: 1 # л\n  2027: 3"),
        ("f:  # к\n  2025: 1\n  2026: 2\ng: 1", SetKey((), "f", "S-A"), "f: S-A  # к\ng: 1"),
        ("f: х  # к\ng: 1", SetKey((), "f", {"uk": "так", "en": "x"}), "f:  # к\n  uk: так\n  en: x\ng: 1"),
        ("f: |  # к\n  х\ng: 1", SetKey((), "f", {"uk": "так", "en": "x"}), "f:  # к\n  uk: так\n  en: x\ng: 1"),
        ("f: [K-A, K-B]", SetKey((), "f", ["K-A", "K-B", "K-C"]), "f: [K-A, K-B, K-C]"),
        ("f:\n- K-A # к\n- K-B", SetKey((), "f", ["K-C", "K-B"]), "f:\n- K-C # к\n- K-B"),
        ("f: 1", SetKey((), "f", "1"), "f: 1"),
        ("a: 1\nb: 2  # к\nc: 3", RemoveKey((), "b"), "a: 1\nc: 3"),
        ("a: 1\nb: 2", RemoveKey((), "b"), "a: 1"),
        ("a:\n  b:\n    c: 1\n    # к\n  # л\nd: 1", RemoveKey((), "a"), "d: 1"),
        ("- k\n", None, None),
        ("a:\n  # к\n  b: 1  # л\nc: 1", RemoveKey(("a",), "b"), "a: {}\n  # к\nc: 1"),
        ("a:\n  - b: 1\n    # к\n    c: 2\n", RemoveKey(("a", 0), "c"), "a:\n  - b: 1\n    # к\n"),
        ("a:\n  - b: 1\n    c: 2\n", RemoveKey(("a", 0), "b"), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n", RemoveKey(("a", 0), "b"), "a:\n  - {}\n"),
        ("a: {b: 1, c: 2, d: 3}", RemoveKey(("a",), "b"), "a: {c: 2, d: 3}"),
        ("a: {b: 1, c: 2, d: 3}", RemoveKey(("a",), "c"), "a: {b: 1, d: 3}"),
        ("a: {b: 1, c: 2, d: 3 }", RemoveKey(("a",), "d"), "a: {b: 1, c: 2 }"),
        ("a: {b: 1}", RemoveKey(("a",), "b"), "a: {}"),
        ("# к\na: 1\n# л\n", RemoveKey((), "a"), "# к\n# л\n"),
    ],
)  # fmt: skip
def test_keys(before: str, edit: Edit | None, expected: str | None) -> None:
    if edit is None:
        with pytest.raises(Refused):
            after(before, SetKey((), "a", "1"))
    else:
        assert after(before, edit) == expected


THREE = """\
budget_lines:
  # --- Перший розділ
  - id: B-A
    note: а
    # про B-A

  - id: B-B
    note: б

  # --- Другий розділ

  # про B-C
  - id: B-C
    note: в
# кінець
"""


@pytest.mark.parametrize(
    ("indexes", "gone"),
    [
        ([0], ["  - id: B-A", "    note: а", "    # про B-A", ""]),
        ([1], ["  - id: B-B", "    note: б", ""]),
        ([2], ["  # про B-C", "  - id: B-C", "    note: в"]),
        ([0, 1], ["  - id: B-A", "    note: а", "    # про B-A", "", "  - id: B-B", "    note: б", ""]),
    ],
)
def test_an_item_goes_with_its_own_comments(indexes: list[int], gone: list[str]) -> None:
    result = after(THREE, *(RemoveItem(LINES, index) for index in indexes))
    changed = [line for line in difflib.ndiff(THREE.splitlines(), result.splitlines()) if line[:1] in "+-"]
    assert sorted(changed) == sorted(f"- {line}" for line in gone)


def test_the_last_items_leave_an_empty_list_and_the_comments_of_the_list() -> None:
    result = after(THREE, *(RemoveItem(LINES, index) for index in range(3)))
    assert result == "budget_lines: []\n  # --- Перший розділ\n  # --- Другий розділ\n\n# кінець\n"


def test_a_comment_above_several_items_stays() -> None:
    content = "a:\n- x\n# розділ\n- y\n- z\n# розділ\n- w\n"
    assert after(content, RemoveItem(("a",), 1)) == "a:\n- x\n# розділ\n- z\n# розділ\n- w\n"
    assert after(content, RemoveItem(("a",), 1), RemoveItem(("a",), 2)) == "a:\n- x\n# розділ\n- w\n"


NEW: Value = {"id": "B-N", "programme": "0117530", "code": "2240", "title": "Нова: так", "amounts": {"2026": "1.00"}}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            'budget_lines:\n  - id: B-A\n    programme: "0117520"\n    code: "2210"\n    title: "а: б"\n    amounts: {2025: 1.00}\n',
            '{}  - id: B-N\n    programme: "0117530"\n    code: "2240"\n    title: "Нова: так"\n    amounts: {{2026: 1.00}}\n',
        ),
        (
            "budget_lines:\n-   id: B-A\n    amounts:\n      2025: 1.00\n\n-   id: B-B\n",
            "{}\n-   id: B-N\n    programme: \"0117530\"\n    code: 2240\n    title: 'Нова: так'\n    amounts:\n      2026: 1.00\n",
        ),
        (
            "budget_lines:\n- {id: B-A, code: '2210'}\n",
            "{}- {{id: B-N, programme: \"0117530\", code: '2240', title: 'Нова: так', amounts: {{2026: 1.00}}}}\n",
        ),
    ],
)  # fmt: skip
def test_a_new_item_is_written_as_its_neighbours(before: str, expected: str) -> None:
    blank = "\n" * (before.count("- ") == 1 and "- {" not in before)
    assert after(before, AppendItem(LINES, NEW)) == expected.format(before + blank)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a: 1\n", "a: 1\n\nbudget_lines:\n  - id: B-N\n"),
        ("a: 1", "a: 1\n\nbudget_lines:\n  - id: B-N"),
        ("", "budget_lines:\n  - id: B-N\n"),
        ("# лише коментар\n", "# лише коментар\nbudget_lines:\n  - id: B-N\n"),
        ("a:\n- x\n", "a:\n- x\n\nbudget_lines:\n- id: B-N\n"),
        ("budget_lines: []  # порожньо\na: 1\n", "budget_lines:  # порожньо\n  - id: B-N\na: 1\n"),
        ("budget_lines:  # порожньо\na: 1\n", "budget_lines:  # порожньо\n  - id: B-N\na: 1\n"),
        ("budget_lines: [{id: B-A}]\n", "budget_lines: [{id: B-A}, {id: B-N}]\n"),
        ("a: |\n  текст", "a: |-\n  текст\n\nbudget_lines:\n  - id: B-N"),
        ("a: 1\n...\n", "a: 1\n\nbudget_lines:\n  - id: B-N\n...\n"),
        ("budget_lines:\n- id: B-A\n# кінець\n", "budget_lines:\n- id: B-A\n- id: B-N\n# кінець\n"),
        ("budget_lines:\n- id: B-A", "budget_lines:\n- id: B-A\n- id: B-N"),
    ],
)
def test_a_new_item_of_a_list_that_is_empty_missing_or_at_the_end(before: str, expected: str) -> None:
    assert after(before, AppendItem(LINES, {"id": "B-N"})) == expected


def test_a_neighbour_s_dates_and_block_of_lines_are_followed() -> None:
    before = "a:\n  - on: 2025-01-01\n    yes: true\n    note: >-\n      коротко\n"
    new: Value = {"on": "2026-01-01", "yes": "false", "note": "ще коротше", "free": "2026-01-01"}
    expected = '\n  - on: 2026-01-01\n    yes: false\n    note: >-\n      ще коротше\n    free: "2026-01-01"\n'
    assert after(before, AppendItem(("a",), new)) == before + expected


def test_edits_of_one_batch_name_places_of_the_text_before() -> None:
    content = "budget_lines:\n  - id: B-A\n    t: 1\n  - id: B-B\n    t: 2\n  - id: B-C\n    t: 3\n"
    edits: list[Edit] = [
        RemoveItem(LINES, 0),
        SetScalar((*LINES, 2, "t"), "4"),
        AppendItem(LINES, {"id": "B-D"}),
        RemoveItem(LINES, 1),
    ]
    assert after(content, *edits) == "budget_lines:\n  - id: B-C\n    t: 4\n  - id: B-D\n"


def test_bytes_around_stay() -> None:
    raw = "\ufeff# к  \r\na:  'x'\t\r\nb: [1,\t2]\r\n\r\nc: 🚲".encode()
    text, found = decode("a.yaml", raw)
    assert text is not None
    assert found == []
    result = encode(rewrite(text, [SetScalar(("a",), "y"), AppendItem(("d",), {"id": "Ї"}), SetScalar(("c",), "є")]))
    assert result == "\ufeff# к  \r\na:  'y'\t\r\nb: [1,\t2]\r\n\r\nc: є\r\n\r\nd:\r\n  - id: Ї".encode()


def test_a_text_is_written_in_the_normal_form() -> None:
    assert after("a: x\n", SetScalar(("a",), "и\u0306")) == "a: й\n"


@pytest.mark.parametrize(
    ("content", "edit"),
    [
        ("a: [b: 1]\n", SetKey(("a", 0), "c", "2")),
        ("a: 1\n", SetKey((), "<<", "2")),
    ],
)
def test_what_cannot_be_written_is_refused_at_its_place(content: str, edit: Edit) -> None:
    with pytest.raises(Refused) as refused:
        after(content, SetKey((), "z", "1"), edit)
    found = refused.value.diagnostic
    assert (found.code, found.span.path, found.span.line) == ("SB051", "a.yaml", 1)
    assert found.message("en") != found.message("uk")


def test_a_character_that_no_strategy_may_hold_is_refused_by_its_name() -> None:
    with pytest.raises(Refused) as refused:
        after("a: 1\nb: 2\n", SetKey((), "b", {"c": "x\u202e"}))
    found = refused.value.diagnostic
    assert (found.fault.name, found.span.line, found.facts["codepoint"]) == ("forbidden_character", 2, "U+202E")


def test_a_text_that_cannot_be_read_is_refused_with_its_own_finding() -> None:
    with pytest.raises(Refused) as refused:
        after("a: 1\na: 2\n", SetScalar(("a",), "3"))
    assert (refused.value.diagnostic.code, refused.value.diagnostic.span.line) == ("SB010", 2)


@pytest.mark.parametrize(
    "edits",
    [
        [SetScalar(("b",), "1")],
        [SetScalar(("l",), "1")],
        [SetScalar((), "1")],
        [SetKey(("a",), "b", "1")],
        [RemoveKey((), "b")],
        [RemoveItem(("l",), 1)],
        [RemoveItem(("a",), 0)],
        [AppendItem(("a",), "1")],
        [SetScalar(("a",), "2"), SetKey((), "a", "3")],
        [RemoveKey((), "m"), SetScalar(("m", "n"), "3")],
        [SetKey((), "m", {"n": "3"}), RemoveKey(("m",), "n")],
        [SetKey((), "k", "1"), AppendItem(("k",), "1")],
    ],
)
def test_edits_that_contradict_the_text_or_each_other_are_bugs(edits: Sequence[Edit]) -> None:
    with pytest.raises(ValueError, match=r"stands at|two edits|lies inside"):
        after("a: 1\nl: [1]\nm: {n: 2}\n", *edits)


@pytest.mark.parametrize("path", sorted((ROOT / "strategy").rglob("*.yaml")), ids=lambda path: path.name)
def test_every_text_of_the_example_can_be_changed_alone(path: Path) -> None:
    """All in one batch: what is not a text stays byte for byte; and old texts in their own places change nothing."""
    text, _ = decode(path.name, path.read_bytes())
    assert text is not None
    tree, _ = parse(text)
    assert tree is not None
    edits = [SetScalar(location, f"{value} – {value}") for location, value in _texts(tree.data, ())]
    result = rewrite(text, edits)
    assert result.content != text.content
    examine(tree, edits, result)
    unchanged = rewrite(text, [SetScalar(location, value) for location, value in _texts(tree.data, ())])
    assert encode(unchanged) == path.read_bytes()


def _texts(value: Data, location: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        return [(location, value)]
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return [one for step, inner in parts for one in _texts(inner, (*location, step))]


@pytest.mark.parametrize("version", [(1, 1), (1, 2)])
@given(chance=st.randoms(use_true_random=False))
def test_other_readers_take_words_for_words(version: tuple[int, int], chance: Random) -> None:
    """Where a text had to be told from a number, date or sign, any reader of YAML does so."""
    value = chance.choice((*WORDS, *(f"{one} {two}" for one in WORDS[:8] for two in WORDS[:8]), ".inf", "0o7", "12:30:45", "~"))
    content = after("a: слово\nb: {c: слово}\n", SetScalar(("a",), value), SetScalar(("b", "c"), value))
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    data = reader.load(content)
    as_figure = value in {"2026", "1200.50"}
    assert [data["a"], data["b"]["c"]] == [value, value] or as_figure


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False), how_many=st.integers(1, 5))
def test_nothing_but_what_is_edited_changes(chance: Random, how_many: int) -> None:
    text = Layouts(chance).text()
    tree, _ = parse(text)
    assert tree is not None
    edits = edits_of(chance, tree.data, how_many)
    try:
        result = rewrite(text, edits)
    except Refused as refused:
        assert refused.diagnostic.code == "SB051"  # noqa: PT017, a refusal is an answer too
        return
    examine(tree, edits, result)


@pytest.mark.parametrize("seed", range(4))
def test_hardly_any_layout_is_refused(seed: int) -> None:
    """`python -m benchmarks.splice 100000` runs as many as one likes; about one of fifty thousand is refused."""
    assert [outcome(Random(f"{seed} {one}")) for one in range(500)].count("refused") == 0
