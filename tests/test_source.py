"""Reading: bytes to text in one encoding, and which files of a folder belong to a strategy."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.source import FORBIDDEN, MOST_FINDINGS, SourceText, decode, read_file, read_folder, unfit_characters
from stratbuild.source.decode import LARGEST_FILE

SENTENCE = "title: Стратегія цифрового розвитку громади, «Мена» — їжак"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of POSIX")


def shown(found: list[Diagnostic]) -> list[str]:
    return [f"{one.span.line}:{one.span.column} {one.fault.name}" for one in found]


BYTES = {
    "plain": (b"a: 1\n", []),
    "empty": (b"", []),
    "byte order mark": (b"\xef\xbb\xbfa: 1\n", []),
    "Windows line ends": (b"a: 1\r\nb: 2\r\n", []),
    "Windows-1251": (SENTENCE.encode("cp1251"), ["1:8 file_in_windows_1251"]),
    "Windows-1251 from the second line": (f"a: 1\n{SENTENCE}".encode("cp1251"), ["2:8 file_in_windows_1251"]),
    "one word of Windows-1251": ("title: Мережа".encode("cp1251"), ["1:8 file_in_windows_1251"]),
    "UTF-8, then Windows-1251": ("a: ї\nb: ".encode() + "Громада".encode("cp1251"), ["2:4 file_in_windows_1251"]),
    "UTF-16 with a mark": (SENTENCE.encode("utf-16"), ["1:1 file_in_another_encoding"]),
    "UTF-16, little end first": (SENTENCE.encode("utf-16-le"), ["1:1 file_in_another_encoding"]),
    "UTF-16, big end first": (SENTENCE.encode("utf-16-be"), ["1:1 file_in_another_encoding"]),
    "UTF-16 in Latin": ("measures: []".encode("utf-16-le"), ["1:1 file_in_another_encoding"]),
    "UTF-32 with a mark": (SENTENCE.encode("utf-32"), ["1:1 file_in_another_encoding"]),
    "KOI8-U is not text": ("title: Стратегія розвитку".encode("koi8-u"), ["1:8 bytes_not_text"]),
    "cp866 is not text": ("title: стратегия".encode("cp866"), ["1:8 bytes_not_text"]),
    "an image": (b"\x89PNG\r\n\x1a\n\x00\x01", ["1:1 bytes_not_text"]),
    "a cut letter": ("a: ї".encode()[:-1], ["1:4 bytes_not_text"]),
    "a cut emoji": ("a: 🚲".encode()[:-1] + b"\n", ["1:4 bytes_not_text"]),
    "an overlong sign": (b"a: \xc0\xaf", ["1:4 bytes_not_text"]),
    "beyond the last character": (b"a: \xf4\x90\x80\x80", ["1:4 bytes_not_text"]),
    "a lone surrogate": (b"a: \xed\xa0\x80", ["1:4 forbidden_character"]),
    "a lone surrogate after letters": ("б: ї".encode() + b"\xed\xbf\xbf", ["1:5 forbidden_character"]),
    "a bad byte after a mark": (b"\xef\xbb\xbfa: \x98", ["1:4 bytes_not_text"]),
    "NUL": (b"a: x\x00y\nb: \x00", ["1:5 forbidden_character", "2:4 forbidden_character"]),
    "a mark in the middle": ("a: б\ufeffв".encode(), ["1:5 forbidden_character"]),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbfa: 1", ["1:1 forbidden_character"]),
    "reordering": ("a: б\u202eв\u202c".encode(), ["1:5 forbidden_character", "1:7 forbidden_character"]),
    "zero width": ("a: б\u200bв".encode(), ["1:5 forbidden_character"]),
    "a run of them is one": ("a: б\u200b\u200b\u2060в".encode(), ["1:5 forbidden_character"]),
    "line separators": ("a: б\u2028в\u2029г\u0085".encode(), [f"1:{at} forbidden_character" for at in (5, 7, 9)]),
    "a form feed": (b"a: 1\x0cb: 2", ["1:5 forbidden_character"]),
    "a private sign": ("a: \ue000".encode(), ["1:4 forbidden_character"]),
    "no character": ("a: \ufffe \U0010ffff".encode(), ["1:4 forbidden_character", "1:6 forbidden_character"]),
    "not yet assigned": ("a: \u0378".encode(), ["1:4 forbidden_character"]),
    "lost letters": ("a: Ст\ufffd\ufffdтегія".encode(), ["1:6 text_lost_in_recoding"]),
    "three marks on a letter": ("a: о\u0301\u0302\u0303".encode(), ["1:4 too_many_combining_marks"]),
    "two marks on a letter": ("a: о\u0301\u0302".encode(), []),
    "200 marks": (("a: о" + "\u0301" * 200).encode(), ["1:4 too_many_combining_marks"]),
    "ordinary signs": ("a: 🚲 № € ₴ ’ ʼ « » — \u00a0\u202f é й ґ ΐ עברית".encode(), []),
    "a tab is for the syntax": (b"a:\t1", []),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_are_text_or_it_is_said_why_not(name: str) -> None:
    raw, expected = BYTES[name]
    text, found = decode("a.yaml", raw)
    assert shown(found) == expected
    assert all(one.span.path == "a.yaml" for one in found)
    for one in found:
        assert one.message("uk") != one.message("en")
        assert one.hint("uk") != one.hint("en")
    if text is not None:
        assert text.content.encode() == raw[3 * text.byte_order_mark :]


def test_the_encoding_is_named() -> None:
    for encoding, name in (("cp1251", "Windows-1251"), ("utf-16", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")):
        _, (one,) = decode("a.yaml", SENTENCE.encode(encoding))
        assert name in one.message("uk")
        assert name in one.message("en")
        assert "UTF-8" in one.hint("uk")


def test_a_character_is_named_as_the_standard_does() -> None:
    _, (one,) = decode("a.yaml", "a: \u202e".encode())
    assert "RIGHT-TO-LEFT OVERRIDE (U+202E)" in one.message("uk")
    _, (one,) = decode("a.yaml", b"a: \x07")
    assert "<control-0007> (U+0007)" in one.message("en")


def test_of_very_many_findings_the_first_are_shown() -> None:
    _, found = decode("a.yaml", b"a: \x07 " * (MOST_FINDINGS + 5))
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].fault.name == "further_findings_in_file"
    assert found[-1].severity is Severity.NOTE


def test_a_file_may_be_as_large_as_the_limit() -> None:
    comment = b"#" * LARGEST_FILE
    text, found = decode("a.yaml", comment)
    assert text is not None
    assert not found
    text, (one,) = decode("a.yaml", comment + b"#")
    assert text is None
    assert (one.fault.name, one.facts["size"], one.facts["limit"]) == ("file_too_large", 17, 16)


@given(st.binary(max_size=200) | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise_and_every_place_lies_in_the_file(raw: bytes) -> None:
    text, found = decode("a.yaml", raw)
    assert text is not None or found
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    assert all(1 <= one.span.line <= lines and one.span.column >= 1 for one in found)


@given(st.text())
def test_what_is_found_unfit_is_what_may_not_stand(content: str) -> None:
    found = unfit_characters(content, 1000)
    unfit = {at for start, end, _, _ in found for at in range(start, end)}
    assert {at for at, sign in enumerate(content) if FORBIDDEN.match(sign)} <= unfit
    assert all(0 <= start < end <= len(content) for start, end, _, _ in found)


@given(st.text("аb🚲\n\r ", max_size=40), st.data())
def test_a_span_is_counted_in_lines_and_characters(content: str, data: st.DataObject) -> None:
    text = SourceText("a.yaml", content)
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    span = text.span(start, end)
    before = content[:start].replace("\r\n", "\n").replace("\r", "\n") if content[start - 1 : start + 1] != "\r\n" else None
    if before is not None:
        assert span.line == before.count("\n") + 1
        assert span.column == len(before) - (before.rfind("\n") + 1) + 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert "".join(text.line(number) for number in range(1, len(text.line_starts) + 1)) == content.replace("\n", "").replace(
        "\r", ""
    )
    assert text.line(0) == text.line(len(text.line_starts) + 1) == ""


def test_a_text_knows_its_line_ends() -> None:
    assert SourceText("a", "a\nb").line_end == "\n"
    assert SourceText("a", "").line_end == "\n"
    assert SourceText("a", "a\r\nb\n").line_end == "\r\n"


def written(folder: Path, *names: str) -> Path:
    for name in names:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"# {name}\n", encoding="utf-8", newline="\n")
    return folder


def names_in(folder: Path) -> list[str]:
    texts, _ = read_folder(folder)
    return [Path(text.path).relative_to(folder).as_posix() for text in texts]


def test_yaml_files_at_any_depth_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    folder = written(tmp_path, "б.yaml", "b.yml", "a/z/c.YAML", "a/b.yaml", "a.yaml", "notes.txt", "b.yaml.bak", "yaml", "c.json")
    assert names_in(folder) == ["a.yaml", "a/b.yaml", "a/z/c.YAML", "b.yml", "б.yaml"]


def test_hidden_files_and_those_of_an_open_word_processor_are_left_out(tmp_path: Path) -> None:
    folder = written(tmp_path, "a.yaml", ".b.yaml", "~$c.yaml", "~d.yaml", ".git/e.yaml", ".vscode/f.yml", "a/.g/h.yaml")
    assert names_in(folder) == ["a.yaml"]


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    assert names_in(written(tmp_path, "a.yaml/b.yaml")) == ["a.yaml/b.yaml"]


def test_a_strategy_may_be_one_file(tmp_path: Path) -> None:
    texts, found = read_folder(written(tmp_path, "a.yaml", "b.yaml") / "a.yaml")
    assert [Path(text.path).name for text in texts] == ["a.yaml"]
    assert not found


def test_a_folder_without_yaml_is_told_of(tmp_path: Path) -> None:
    texts, (one,) = read_folder(written(tmp_path, "notes.txt", ".a.yaml"))
    assert not texts
    assert (one.fault.name, one.span.path) == ("folder_without_files", tmp_path.as_posix())


def test_a_folder_that_is_not_there_is_the_callers_trouble(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "nowhere.json")


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = written(tmp_path, "a.yaml", "c.yaml")
    (folder / "b.yaml").write_bytes(SENTENCE.encode("cp1251"))
    (folder / "d.yaml").write_bytes(b"\xff\xfea\x00")
    texts, found = read_folder(folder)
    assert [Path(text.path).name for text in texts] == ["a.yaml", "c.yaml"]
    assert [(Path(one.span.path).name, one.code) for one in found] == [("b.yaml", "SB002"), ("d.yaml", "SB003")]


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("budget (1).yaml", "budget.yaml"),
        ("budget (12).yml", "budget.yml"),
        ("budget - копія.yaml", "budget.yaml"),
        ("budget — копія (2).yaml", "budget.yaml"),
        ("budget - Copy.yaml", "budget.yaml"),
        ("budget-DESKTOP-7QK2.yaml", "budget.yaml"),
        ("budget-LAPTOP-A1.yaml", "budget.yaml"),
        ("мережа (1).yaml", "мережа.yaml"),
    ],
)
def test_a_copy_that_a_synchronisation_has_left_is_warned_of(copy: str, original: str, tmp_path: Path) -> None:
    texts, (one,) = read_folder(written(tmp_path, copy, original))
    assert len(texts) == 2
    assert (one.fault.name, one.severity) == ("copy_left_by_synchronisation", Severity.WARNING)
    assert one.facts == {"name": copy, "original": original}
    assert Path(one.span.path).name == copy


@pytest.mark.parametrize("name", ["budget (1).yaml", "budget (план).yaml", "goals-2026.yaml", "a/budget (1).yaml"])
def test_a_name_like_a_copys_alone_is_no_copy(name: str, tmp_path: Path) -> None:
    _, found = read_folder(written(tmp_path, name, "other.yaml", "b/budget.yaml"))
    assert not found


def sparse(place: Path, size: int) -> Path:
    with place.open("wb") as file:
        file.truncate(size)
    return place


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    place = sparse(written(tmp_path, "a.yaml") / "b.yaml", 40 << 30 if sys.platform == "linux" else 20 << 20)
    texts, (one,) = read_folder(tmp_path)
    assert [Path(text.path).name for text in texts] == ["a.yaml"]
    assert (one.fault.name, Path(one.span.path).name) == ("file_too_large", "b.yaml")
    assert one.facts["size"] == place.stat().st_size >> 20
    text, (one,) = read_file(place)
    assert text is None
    assert one.fault.name == "file_too_large"


@on_posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(written(tmp_path, "a.yaml") / "b.yaml")
    texts, (one,) = read_folder(tmp_path)
    assert len(texts) == 1
    assert (one.fault.name, one.facts["name"]) == ("not_a_plain_file", "b.yaml")
    assert read_file(tmp_path / "b.yaml")[1][0].fault.name == "not_a_plain_file"


@on_posix
def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path / "out", "secret.yaml")
    folder = written(tmp_path / "in", "a.yaml")
    (folder / "b.yaml").symlink_to(secret / "secret.yaml")
    (folder / "c").symlink_to(secret, target_is_directory=True)
    (folder / "d.yaml").symlink_to("/dev/zero")
    (folder / "e.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "f.yaml").symlink_to(folder / "f.yaml")
    (folder / "g").symlink_to(folder, target_is_directory=True)
    texts, found = read_folder(folder)
    assert [Path(text.path).name for text in texts] == ["a.yaml"]
    assert [(Path(one.span.path).name, one.fault.name) for one in found] == [
        (name, "not_a_plain_file") for name in ("b.yaml", "d.yaml", "e.yaml", "f.yaml")
    ]


@on_posix
def test_a_link_inside_the_folder_is_a_file_of_it(tmp_path: Path) -> None:
    (written(tmp_path, "a/b.yaml") / "c.yaml").symlink_to(tmp_path / "a" / "b.yaml")
    assert names_in(tmp_path) == ["a/b.yaml", "c.yaml"]
