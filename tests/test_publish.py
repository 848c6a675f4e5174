"""A set of papers appears whole or not at all, and nobody's file is lost: with faults at every step."""

import errno
import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from publishing import PAPERS, Steps, edition, maker, publish_fake
from stratbuild.diagnostics import Diagnostic
from stratbuild.publish import Contents, NotPublished, Patience, publish, read_manifest, unfit_output
from stratbuild.publish import place as place_module

CHILD = Path(__file__).with_name("publishing.py")
posix = pytest.mark.skipif(os.name != "posix", reason="signals and folder descriptors are POSIX")


def child(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def published(output: Path, version: str, *, papers: tuple[str, ...] = PAPERS) -> list[Diagnostic]:
    return list(publish(output, edition(version), ("fake",), maker(version, papers), Patience(seconds=5)).findings)


def version_of(output: Path) -> str:
    """The version of the set in the folder; it must be whole, as its manifest says."""
    said = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    for one in said["files"]:
        content = (output / one["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (one["size"], one["sha256"]), one["path"]
    versions = {(output / one["path"]).read_text(encoding="utf-8").split()[0] for one in said["files"]}
    version: str
    (version,) = versions
    assert said["revision"].endswith(version)
    return version


def left_beside(output: Path) -> list[str]:
    return sorted(
        one.name for one in output.parent.iterdir() if one.name.startswith(".stratbuild") and not one.name.endswith(".lock")
    )


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def codes(findings: list[Diagnostic]) -> list[str]:
    return [one.code for one in findings]


def test_a_set_is_published_with_its_manifest(tmp_path: Path) -> None:
    output = tmp_path / "a" / "build"
    assert published(output, "one") == []
    assert names(output) == sorted([*PAPERS, "manifest.json"])
    said = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    assert {key: value for key, value in said.items() if key != "files"} == {
        "version": 1,
        "stratbuild": "0.1.0",
        "revision": "000000000one",
        "as_of": "2026-03-15",
        "language": "uk",
        "outputs": ["fake"],
    }
    assert [one["path"] for one in said["files"]] == sorted(PAPERS)
    assert str(tmp_path) not in (output / "manifest.json").read_text(encoding="utf-8")
    assert left_beside(output) == []


def test_two_builds_give_the_same_manifest_and_a_new_one_replaces_it(tmp_path: Path) -> None:
    published(tmp_path / "x", "one")
    published(tmp_path / "y", "one")
    assert (tmp_path / "x" / "manifest.json").read_bytes() == (tmp_path / "y" / "manifest.json").read_bytes()
    published(tmp_path / "x", "two")
    assert version_of(tmp_path / "x") == "two"


def test_papers_that_are_no_longer_made_disappear(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    published(output, "two", papers=("plan.txt",))
    assert names(output) == ["manifest.json", "plan.txt"]
    assert not (output / "tor").exists()


def test_foreign_files_survive_every_build(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    (output / "лист.txt").write_text("мій", encoding="utf-8")
    (output / "tor" / "notes").mkdir()
    (output / "tor" / "notes" / "a.bin").write_bytes(b"\x00\xff")
    (output / "empty").mkdir()
    for version in ("two", "three"):
        assert published(output, version, papers=("plan.txt",)) == []
        assert names(output) == ["manifest.json", "plan.txt", "tor/notes/a.bin", "лист.txt"]
        assert (output / "empty").is_dir()
    assert (output / "tor" / "notes" / "a.bin").read_bytes() == b"\x00\xff"


def test_an_edited_paper_is_kept_under_another_name(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    (output / "plan.txt").write_text("виправлено", encoding="utf-8")
    kept = f"plan.edited-{hashlib.sha256('виправлено'.encode()).hexdigest()[:8]}.txt"
    findings = published(output, "two")
    assert codes(findings) == ["SB921"]
    assert kept in findings[0].message("uk")
    assert version_of(output) == "two"
    assert (output / kept).read_text(encoding="utf-8") == "виправлено"
    assert published(output, "three") == []
    assert (output / kept).read_text(encoding="utf-8") == "виправлено"


def test_a_foreign_file_in_the_way_of_a_new_paper_is_kept(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one", papers=("plan.txt",))
    (output / "concept.html").write_text("моє", encoding="utf-8")
    assert codes(published(output, "two")) == ["SB921"]
    assert "моє" in [path.read_text(encoding="utf-8") for path in output.glob("concept.edited-*.html")]
    assert version_of(output) == "two"


def test_an_edit_that_is_what_the_new_paper_says_is_no_loss(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    maker("two")(output)
    assert published(output, "two") == []
    assert names(output) == sorted([*PAPERS, "manifest.json"])


@posix
def test_foreign_links_and_pipes_survive(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    (output / "link").symlink_to("/nowhere")
    os.mkfifo(output / "pipe")
    assert published(output, "two") == []
    assert (output / "link").readlink() == Path("/nowhere")
    assert stat.S_ISFIFO((output / "pipe").stat().st_mode)
    assert version_of(output) == "two"


def test_what_is_saved_during_the_switch_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "build"
    published(output, "one")
    rename = Path.rename

    def late(self: Path, target: Path) -> Path:
        if self.name == "build":
            (self / "plan.txt").write_text("останньої миті", encoding="utf-8")
            (self / "new.txt").write_text("новий", encoding="utf-8")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", late)
    assert codes(published(output, "two")) == ["SB921"]
    assert version_of(output) == "two"
    assert "останньої миті" in [path.read_text(encoding="utf-8") for path in output.glob("plan.edited-*.txt")]
    assert (output / "new.txt").read_text(encoding="utf-8") == "новий"


def test_a_paper_that_is_open_is_told_of(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    (output / ".~lock.plan.txt#").write_text("", encoding="utf-8")
    (output / "tor" / "~$WIFI.txt").write_text("", encoding="utf-8")
    findings = published(output, "two")
    assert codes(findings) == ["SB922", "SB922"]
    assert [one.facts["name"] for one in findings] == ["plan.txt", "T-WIFI.txt"]


def _write(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(files)


@pytest.mark.parametrize(
    "files",
    [{"a.txt": b""}, {"a.docx": b"PK\x03\x04"}, {"a.pdf": b"%PDF-1.7 and no end"}],
    ids=["empty", "cut zip", "cut pdf"],
)
def test_a_broken_paper_is_not_published(tmp_path: Path, files: Mapping[str, bytes]) -> None:
    output = tmp_path / "build"
    published(output, "one")
    with pytest.raises(NotPublished) as refused:
        publish(output, edition("two"), ("fake",), lambda folder: Contents(_write(folder, files)))
    assert refused.value.diagnostic.code == "SB916"
    assert version_of(output) == "one"


def test_a_paper_that_was_promised_and_not_made_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(NotPublished) as refused:
        publish(tmp_path / "build", edition("one"), ("fake",), lambda _: Contents(("plan.txt",)))
    assert refused.value.diagnostic.code == "SB916"
    with pytest.raises(ValueError, match="wrote"):
        publish(
            tmp_path / "build", edition("one"), ("fake",), lambda folder: Contents(_write(folder, {"a": b"a", "b": b"b"})[:1])
        )
    assert not (tmp_path / "build").exists()


# Where a set may be published


def refusal(output: Path, source: Path) -> str | None:
    found = unfit_output(output, source)
    return None if found is None else found.code


def test_folders_that_are_not_for_papers_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "town" / "strategy"
    source.mkdir(parents=True)
    (source / "a.yaml").write_text("goals: []", encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert refusal(source, source) == "SB901"
    assert refusal(source / ".." / "strategy", source) == "SB901"
    assert refusal(source.parent, source) == "SB901"
    assert refusal(source, source / "a.yaml") == "SB901"
    assert refusal(Path(tmp_path.anchor), source) == "SB902"
    assert refusal(Path.home(), source) == "SB902"
    assert refusal(Path(), source) == "SB902"
    assert refusal(Path(".."), source) == "SB902"
    assert refusal(source / "a.yaml", source) == "SB903"
    assert refusal(source / "build", source) is None
    assert refusal(tmp_path / "new", source) is None
    other = tmp_path / "other"
    other.mkdir()
    assert refusal(other, source) is None
    (other / ".gitkeep").write_text("", encoding="utf-8")
    assert refusal(other, source) is None
    (other / "diploma.docx").write_text("", encoding="utf-8")
    assert refusal(other, source) == "SB904"
    (other / "manifest.json").write_text('{"name": "a web page"}', encoding="utf-8")
    assert refusal(other, source) == "SB905"
    (other / "manifest.json").write_text('{"version": 1, "stratb', encoding="utf-8")
    assert refusal(other, source) == "SB905"


def test_a_process_without_a_home_may_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(_: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", classmethod(no_home))
    assert refusal(tmp_path / "build", tmp_path / "strategy") is None


@posix
def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert refusal(tmp_path / "link", tmp_path / "strategy") == "SB903"


def test_a_folder_that_filled_up_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    output = tmp_path / "build"
    output.mkdir()
    (output / "diploma.docx").write_text("", encoding="utf-8")
    with pytest.raises(NotPublished) as refused:
        published(output, "one")
    assert refused.value.diagnostic.code == "SB904"
    assert names(output) == ["diploma.docx"]


# Faults


@pytest.fixture(scope="module")
def steps_of_a_build(tmp_path_factory: pytest.TempPathFactory) -> int:
    output = tmp_path_factory.mktemp("count") / "build"
    _old_set(output)
    running = child(str(output), "new", "1", "0")
    told, problem = running.communicate(timeout=60)
    assert running.returncode == 0, problem
    return int(told)


def _old_set(output: Path) -> None:
    published(output, "old")
    (output / "own.txt").write_text("своє", encoding="utf-8")
    (output / "plan.txt").write_text("змінено", encoding="utf-8")


def _assert_nothing_of_people_is_lost(output: Path) -> None:
    assert (output / "own.txt").read_text(encoding="utf-8") == "своє"
    assert "змінено" in [path.read_text(encoding="utf-8") for path in output.glob("plan*.txt")]
    assert len([path for path in output.rglob("*") if ".edited-" in path.name]) <= 1


@posix
def test_killed_at_every_step(tmp_path: Path, steps_of_a_build: int) -> None:
    """Whatever step a build is killed before, the old set or the new one is whole, and the next build goes well."""
    assert steps_of_a_build > 20
    for step in range(1, steps_of_a_build + 1):
        output = tmp_path / str(step) / "build"
        _old_set(output)
        running = child(str(output), "new", "1", str(step))
        running.communicate(timeout=60)
        assert running.returncode == -signal.SIGKILL, step
        if output.exists():
            assert _set_of(output) in {"old", "new"}
            _assert_nothing_of_people_is_lost(output)
        published(output, "next")
        assert version_of(output) == "next", step
        assert left_beside(output) == [], step
        _assert_nothing_of_people_is_lost(output)


def _set_of(output: Path) -> str:
    """The version of a set in which one paper may have been changed by hand."""
    (output / "changed").write_bytes(b"")
    (output / "changed").unlink()
    hashes = read_manifest(output)
    assert hashes is not None
    torn = [name for name, digest in hashes.items() if hashlib.sha256((output / name).read_bytes()).hexdigest() != digest]
    version = (output / "concept.html").read_text(encoding="utf-8").split()[0]
    assert torn == (["plan.txt"] if version == "old" else [])
    return version


def _raise(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


@posix
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "SB912"),
        (OSError(errno.EIO, "Input/output error"), "SB915"),
        (PermissionError(errno.EACCES, "Permission denied"), "SB914"),
        (KeyboardInterrupt(), None),
    ],
    ids=["disk full", "disk broken", "not allowed", "interrupted"],
)
def test_an_error_at_every_step(tmp_path: Path, error: BaseException, code: str | None, steps_of_a_build: int) -> None:
    """Whatever step fails, the old set stays whole or the new one has replaced it, and nothing is left lying about."""
    hook: list[Steps] = []
    sys.addaudithook(lambda event, arguments: hook[0](event, arguments) if hook else None)
    outcomes = set()
    for step in range(1, steps_of_a_build + 1):
        output = tmp_path / str(step) / "build"
        _old_set(output)
        hook.append(Steps(output.parent, _raise(error), step))
        outcome = _outcome(output)
        hook.clear()
        outcomes.add(outcome)
        assert _set_of(output) in ({code: "old", "published": "new"}[outcome] if code else ("old", "new"))
        _assert_nothing_of_people_is_lost(output)
        published(output, "next")
        assert version_of(output) == "next", step
        assert left_beside(output) == [], step
        _assert_nothing_of_people_is_lost(output)
    assert outcomes == ({"published", code} if code else {"interrupted"})


def _outcome(output: Path) -> str:
    try:
        publish_fake(output, "new")
    except NotPublished as refused:
        return refused.diagnostic.code
    except KeyboardInterrupt:
        return "interrupted"
    return "published"


@pytest.mark.parametrize("call", ["fsync", "write"])
def test_a_disk_that_fills_while_writing_through(tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "build"
    published(output, "old")

    def full(*_: object) -> Contents:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    make = maker("new") if call == "fsync" else full
    with pytest.raises(NotPublished) as refused:
        publish(output, edition("new"), ("fake",), make)
    assert refused.value.diagnostic.code == "SB912"
    assert "MiB" in refused.value.diagnostic.message("en")
    assert version_of(output) == "old"
    assert left_beside(output) == []


def test_disks_that_cannot_write_through_are_used_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unsupported)
    published(tmp_path / "build", "one")
    assert version_of(tmp_path / "build") == "one"


def test_a_paper_held_by_another_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where neither the paper nor its folder can be renamed while Word has it open."""
    output = tmp_path / "build"
    published(output, "one")
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self.name in ("build", "plan.txt"):
            raise PermissionError(errno.EACCES, "Access is denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(NotPublished) as refused:
        published(output, "two")
    assert refused.value.diagnostic.code == "SB913"
    assert refused.value.diagnostic.facts["path"] == (output / "plan.txt").as_posix()
    assert version_of(output) == "one"
    assert left_beside(output) == []


def test_the_old_set_is_back_when_the_new_one_cannot_take_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "build"
    published(output, "one")
    rename = Path.rename

    def second_fails(self: Path, target: Path) -> Path:
        if self.name.endswith(".staging"):
            raise OSError(errno.EIO, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(NotPublished):
        published(output, "two")
    assert version_of(output) == "one"
    assert left_beside(output) == []


def test_a_build_that_was_killed_between_the_renames_is_undone(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    output.rename(place_module.place(output).previous)
    assert codes(published(output, "two")) == ["SB924"]
    assert version_of(output) == "two"
    output.rename(place_module.place(output).previous)
    output.mkdir()
    (output / ".DS_Store").write_bytes(b"")
    assert codes(published(output, "three")) == ["SB924"]
    assert version_of(output) == "three"


def test_an_old_set_beside_a_folder_of_strange_files_is_not_touched(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    previous = place_module.place(output).previous
    output.rename(previous)
    output.mkdir()
    (output / "diploma.docx").write_bytes(b"")
    with pytest.raises(NotPublished) as refused:
        published(output, "two")
    assert refused.value.diagnostic.code == "SB904"
    assert version_of(previous) == "one"


def test_an_old_set_that_cannot_be_deleted_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "build"
    published(output, "one")
    with monkeypatch.context() as patched:
        patched.setattr("stratbuild.publish.switch.remove", _stubborn)
        assert codes(published(output, "two")) == ["SB923"]
        assert version_of(output) == "two"
        assert len(left_beside(output)) == 1
        assert set(codes(published(output, "three"))) == {"SB923"}
        assert len(left_beside(output)) == 2
    assert published(output, "four") == []
    assert left_beside(output) == []


def _stubborn(folder: Path) -> None:
    if "discarded" in folder.name:
        raise OSError(errno.EBUSY, "Device or resource busy", str(folder))


def test_files_marked_read_only_do_not_stop_a_build(tmp_path: Path) -> None:
    output = tmp_path / "build"
    published(output, "one")
    (output / "own.txt").write_text("своє", encoding="utf-8")
    for path in (output / "own.txt", output / "plan.txt"):
        path.chmod(stat.S_IREAD)
    assert published(output, "two") == []
    assert published(output, "three") == []
    assert (output / "own.txt").read_text(encoding="utf-8") == "своє"


# Several builders


def test_a_second_build_waits_and_then_gives_up(tmp_path: Path) -> None:
    output = tmp_path / "build"
    told: list[str] = []

    def make(folder: Path) -> Contents:
        with pytest.raises(NotPublished) as refused:
            publish(output, edition("two"), ("fake",), maker("two"), Patience(0.2, lambda: told.append("чекаю")))
        assert refused.value.diagnostic.code == "SB911"
        return maker("one")(folder)

    publish(output, edition("one"), ("fake",), make)
    assert told == ["чекаю"]
    assert version_of(output) == "one"


@posix
def test_many_builders_and_a_reader(tmp_path: Path) -> None:
    """A reader who holds the folder never sees a mixture of two sets, and the last set is whole."""
    output = tmp_path / "build"
    published(output, "start")
    builders = [child(str(output), f"builder{number}", "12") for number in range(4)]
    seen = {"whole": 0, "gone": 0}
    while any(one.poll() is None for one in builders):
        seen[_read_at_once(output)] += 1
    for one in builders:
        _, problem = one.communicate(timeout=60)
        assert one.returncode == 0, problem
    assert seen["whole"] > 20
    assert version_of(output).startswith("builder")
    assert left_beside(output) == []


def _read_at_once(output: Path) -> str:
    """Read a set through a descriptor of its folder, so that a switch in the midst does not mix two sets."""
    try:
        folder = os.open(output, os.O_RDONLY)
    except FileNotFoundError:
        return "gone"
    try:
        said = json.loads(_content("manifest.json", folder))
        for one in said["files"]:
            assert hashlib.sha256(_content(one["path"], folder)).hexdigest() == one["sha256"], "torn"
    except FileNotFoundError:  # the set was replaced and deleted while it was read
        return "gone"
    finally:
        os.close(folder)
    return "whole"


def _content(name: str, folder: int) -> bytes:
    with open(name, "rb", opener=lambda path, flags: os.open(path, flags, dir_fd=folder)) as file:
        return file.read()


@posix
def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    output = tmp_path / "build"
    running = child(str(output), "one", "1", "4")
    running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    assert published(output, "two") == []
    assert version_of(output) == "two"
