"""Reading: bytes to text, what may stand in it, and which files of a folder are a strategy's."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.source import FORBIDDEN, MOST_FINDINGS, SourceText, decode, describe, read_file, read_folder

LETTER = "Є"


def shown(found: list[Diagnostic]) -> str:
    return " · ".join(f"{one.span.line}:{one.span.column} {one.fault.name}" for one in found)


READINGS = {
    b"": "",
    b"a: 1\n": "",
    b"\xef\xbb\xbfa: 1\n": "",
    "ї’ №\u00a0\u202f\u00ad 🚲 e\u0301\t\r\n".encode(): "",
    "a: й\u0301\u0301 b\u0301\u0301".encode(): "",
    "a: x\u0301\u0302\u0303\n".encode(): "1:4 too_many_combining_marks",
    ("x" + "\u0301" * 200).encode(): "1:1 too_many_combining_marks",
    b"a: x\x00y": "1:5 forbidden_character",
    b"\x00" * 5_000: "1:1 forbidden_character",
    b"a\x01b\x02": "1:2 forbidden_character · 1:4 forbidden_character",
    "a: b\ufeffc".encode(): "1:5 forbidden_character",
    "a:\nb\u200b\u202e\u2066c": "2:2 forbidden_character",
    "x\u2028y\u2029z\u0085": "1:2 forbidden_character · 1:4 forbidden_character · 1:6 forbidden_character",
    "a: \ue000 \U000f0000 \ufdd0 \uffff \U0001fffe": "1:4 forbidden_character · 1:6 forbidden_character · 1:8 forbidden_character"
    " · 1:10 forbidden_character · 1:12 forbidden_character",
    "a: \u0378": "1:4 forbidden_character",
    "a: \ufffd\ufffdx\ufffd": "1:4 text_lost_in_recoding · 1:7 text_lost_in_recoding",
    "a: \ufffc": "1:4 forbidden_character",
    "\ufffd\u200bx\u0301\u0301\u0301": "1:1 text_lost_in_recoding · 1:2 forbidden_character · 1:3 too_many_combining_marks",
    "title: a\nназва: Привіт, їжаче".encode("cp1251"): "2:1 file_in_windows_1251",
    ("# latin\n" * 20_000).encode() + "назва: Привіт, їжаче".encode("cp1251"): "20001:1 file_in_windows_1251",
    "назва".encode("koi8-u"): "1:1 bytes_not_text",
    "a: café".encode("latin-1"): "1:7 bytes_not_text",
    "\ufeffa: ї".encode()[:-1]: "1:4 bytes_not_text",
    b"a: \xed\xa0\x80": "1:4 forbidden_character",
    b"a: \xed\xa0": "1:4 bytes_not_text",
    b"a: \xc0\xaf": "1:4 bytes_not_text",
    b"\xff\xfea\x00": "1:1 file_in_another_encoding",
    "a: 1".encode("utf-16-le"): "1:1 file_in_another_encoding",
    "назва: їжак".encode("utf-16-be"): "1:1 file_in_another_encoding",
    "назва".encode("utf-32"): "1:1 file_in_another_encoding",
    b"x" * ((16 << 20) + 1): "1:1 file_too_large",
}


@pytest.mark.parametrize(("raw", "expected"), READINGS.items(), ids=range(len(READINGS)))
def test_bytes_are_a_text_or_found_wanting(raw: bytes | str, expected: str) -> None:
    _, found = decode("a.yaml", raw if isinstance(raw, bytes) else raw.encode())
    assert shown(found) == expected


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("utf-16-be", "UTF-16"), ("utf-16-le", "UTF-16")]
)
def test_the_encoding_is_named(encoding: str, name: str) -> None:
    text, found = decode("a.yaml", "title: Стратегія".encode(encoding))
    assert text is None
    assert found[0].facts == {"encoding": name}


@pytest.mark.parametrize(
    ("character", "name", "codepoint"),
    [
        ("\u200b", "ZERO WIDTH SPACE", "U+200B"),
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE", "U+202E"),
        ("\x07", "<control-0007>", "U+0007"),
        ("\ue000", "<private-use-E000>", "U+E000"),
        ("\ud800", "<surrogate-D800>", "U+D800"),
        ("\u0378", "<reserved-0378>", "U+0378"),
    ],
)
def test_a_character_is_named_as_in_the_standard(character: str, name: str, codepoint: str) -> None:
    assert describe(character) == {"character": name, "codepoint": codepoint}


def test_a_run_of_marks_says_how_many_and_over_what() -> None:
    _, found = decode("a.yaml", "a: Є\u0301\u0302\u0303\u0304".encode())
    assert found[0].facts == {"count": 4, "letter": LETTER, "limit": 2}
    assert (found[0].span.column, found[0].span.end_column) == (4, 9)


def test_newer_pictures_are_no_fault() -> None:
    """A sign that this Python's Unicode does not know yet, of a plane that is still being filled."""
    assert decode("a.yaml", "a: \U0001faff \U0001f6b2 \U0001fbff".encode())[1] == []
    assert shown(decode("a.yaml", "a: \U00050000".encode())[1]) == "1:4 forbidden_character"


def test_of_very_many_findings_the_first_are_shown_and_that_there_are_more() -> None:
    _, found = decode("a.yaml", b"a\x01" * (MOST_FINDINGS + 5))
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].severity is Severity.NOTE
    assert found[-1].span == found[-2].span


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise_and_what_is_found_lies_in_the_file(raw: bytes) -> None:
    text, found = decode("a.yaml", raw)
    assert text is not None or found
    for one in found:
        assert 1 <= one.span.line <= raw.count(b"\n") + raw.count(b"\r") + 1
        assert one.span.column <= len(raw) + 1
    if text is not None and not found:
        assert not FORBIDDEN.search(text.content)
        assert (b"\xef\xbb\xbf" * text.byte_order_mark + text.content.encode()) == raw


LINES = ["перший", "", "третій 🚲"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_places(line_end: str) -> None:
    text = SourceText("a.yaml", line_end.join(LINES))
    assert [text.line(number) for number in range(5)] == ["", *LINES, ""]
    assert text.line_end == ("\r\n" if line_end == "\r\n" else "\n")
    start = text.content.index("третій")
    span = text.span(start, start + 6)
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 1, 3, 7)
    assert text.end_of_line(2) == 6
    assert text.end_of_line(start + 3) == len(text.content)
    at_line_end = text.span(6)
    assert (at_line_end.line, at_line_end.column, at_line_end.end_line, at_line_end.end_column) == (1, 7, 1, 8)
    beyond = text.span(10**9)
    assert (beyond.line, beyond.column) == (3, 9)
    assert text.span(start, start - 5).end_column == 1


@given(st.text(st.sampled_from("aї\r\n"), max_size=30), st.data())
def test_a_place_says_where_its_character_stands(content: str, data: st.DataObject) -> None:
    text = SourceText("a.yaml", content)
    at = data.draw(st.integers(0, len(content)))
    span = text.span(at)
    assert text.line_starts[span.line - 1] + span.column - 1 == at
    assert "".join(content[at : text.end_of_line(at)].splitlines()) == content[at : text.end_of_line(at)]


def names(folder: Path) -> list[str]:
    texts, found = read_folder(folder)
    assert not found
    return [Path(text.path).relative_to(folder).as_posix() for text in texts]


def test_every_yaml_file_below_a_folder_is_read_in_the_order_of_paths(tmp_path: Path) -> None:
    for name in ("б.yaml", "a/z.yml", "a/B.YAML", "a.yaml", ".hidden.yaml", "~$a.yaml", "~tmp/x.yaml", ".git/y.yaml", "note.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    assert names(tmp_path) == ["a.yaml", "a/B.YAML", "a/z.yml", "б.yaml"]


def test_a_single_file_is_a_strategy_too(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("a: 1\n", encoding="utf-8")
    texts, found = read_folder(place)
    assert [text.content for text in texts] == ["a: 1\n"]
    assert not found


def test_an_empty_folder_is_told_of(tmp_path: Path) -> None:
    texts, found = read_folder(tmp_path)
    assert texts == []
    assert shown(found) == "1:1 folder_without_files"


def test_a_missing_folder_is_the_callers(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(OSError, match="nowhere"):
        read_file(tmp_path / "nowhere")


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("назва: Привіт".encode("cp1251"))
    (tmp_path / "b.yaml").write_bytes(b"x" * ((16 << 20) + 1))
    (tmp_path / "c.yaml").write_bytes(b"a: 1\n")
    texts, found = read_folder(tmp_path)
    assert [Path(text.path).name for text in texts] == ["c.yaml"]
    assert [(Path(one.span.path).name, one.fault.name) for one in found] == [
        ("a.yaml", "file_in_windows_1251"),
        ("b.yaml", "file_too_large"),
    ]
    assert found[1].facts == {"size": 17, "limit": 16}
    assert shown(read_file(tmp_path / "b.yaml")[1]) == "1:1 file_too_large"


@pytest.mark.parametrize(
    "name",
    [
        "цілі (1).yaml",
        "цілі (12).yaml",
        "цілі - копія.yaml",
        "цілі — копія (2).yaml",
        "цілі - Copy.yaml",
        "цілі-DESKTOP-4AB.yaml",
    ],
)
def test_copies_left_by_synchronisation_are_warned_of(name: str, tmp_path: Path) -> None:
    for one in ("цілі.yaml", name):
        (tmp_path / one).write_text("a: 1\n", encoding="utf-8")
    texts, found = read_folder(tmp_path)
    assert len(texts) == 2
    assert [(one.fault.name, one.severity, one.facts) for one in found] == [
        ("copy_left_by_synchronisation", Severity.WARNING, {"name": name, "original": "цілі.yaml"})
    ]


def test_a_name_like_a_copy_without_an_original_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "цілі (1).yaml").write_text("a: 1\n", encoding="utf-8")
    assert read_folder(tmp_path)[1] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows users may not create links and pipes")
def test_links_out_of_the_folder_and_pipes_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("a: 1\n", encoding="utf-8")
    folder = tmp_path / "strategy"
    folder.mkdir()
    (folder / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "b.yaml").symlink_to(folder / "a.yaml")
    (folder / "c.yaml").symlink_to(outside / "secret.yaml")
    (folder / "d.yaml").symlink_to(folder / "nowhere")
    (folder / "e").symlink_to(outside, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "f.yaml")
    texts, found = read_folder(folder)
    assert [Path(text.path).name for text in texts] == ["a.yaml", "b.yaml"]
    assert [(one.fault.name, one.facts["name"]) for one in found] == [
        ("not_a_plain_file", "c.yaml"),
        ("not_a_plain_file", "d.yaml"),
        ("not_a_plain_file", "f.yaml"),
    ]
    assert shown(read_file(folder / "f.yaml")[1]) == "1:1 not_a_plain_file"
