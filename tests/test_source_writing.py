"""Changed files of a strategy are written all or none, and nobody's bytes are lost: with faults at every step."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from command import stratbuild
from publishing import Steps
from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.publish import Change, recover_sources, source_writing, write_sources
from stratbuild.publish.source_place import alone, source_place
from stratbuild.publish.source_switch import stage
from stratbuild.source import read_folder
from stratbuild.source.folder import is_being_written
from strategies import SETTINGS
from writing_sources import FILES, changes, content, counted, make_strategy

CHILD = Path(__file__).with_name("writing_sources.py")
posix = pytest.mark.skipif(os.name != "posix", reason="signals, links and modes are POSIX")


def child(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def told(running: subprocess.Popen[str]) -> str:
    said, problem = running.communicate(timeout=300)
    assert running.returncode == 0, problem
    return said


def versions(strategy: Path) -> list[str]:
    """The version of each file; every file has to be whole."""
    found = []
    for path in FILES:
        content_found = (strategy / path).read_bytes()
        version = next((one for one in ("old", "new") if content(path, one) == content_found), None)
        assert version is not None, f"{path} is torn"
        found.append(version)
    return found


def version(strategy: Path) -> str:
    """The version of all files together."""
    (only,) = set(versions(strategy))
    return only


def left(strategy: Path) -> list[str]:
    return sorted(one.name for one in strategy.iterdir() if one.name.startswith("."))


def codes(findings: list[Diagnostic]) -> list[str]:
    return [one.code for one in findings]


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    return make_strategy(tmp_path / "strategy")


@contextmanager
def interrupted(strategy: Path, put: int) -> Iterator[None]:
    """A change that was interrupted after it had replaced so many files; whoever made it is gone."""
    where = source_place(strategy)
    where.staging.mkdir()
    files = stage(where, {path.resolve(): (one.before, one.after) for path, one in changes(strategy).items()})
    for file in files[:put]:
        where.staged("after", file.path).replace(where.target(file.path))
    assert versions(strategy) == ["new"] * put + ["old"] * (len(FILES) - put)
    yield


# Writing


def test_all_files_are_written_byte_for_byte(strategy: Path) -> None:
    assert write_sources(strategy, changes(strategy)) == []
    assert version(strategy) == "new"
    assert left(strategy) == []


def test_a_file_without_a_change_is_not_touched(strategy: Path) -> None:
    before = [(strategy / path).stat().st_ino for path in FILES]
    wanted = changes(strategy)
    first = strategy / FILES[0]
    wanted[first] = Change(wanted[first].before, wanted[first].before)
    assert write_sources(strategy, wanted) == []
    assert versions(strategy) == ["old", "new", "new"]
    assert (strategy / FILES[0]).stat().st_ino == before[0]
    assert write_sources(strategy, {}) == []


def test_a_strategy_of_a_single_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("стратегія.yaml")
    file.write_bytes(b"a: 1\r\n")
    assert write_sources(file, {file: Change(b"a: 1\r\n", b"a: 2\r\n")}) == []
    assert file.read_bytes() == b"a: 2\r\n"
    assert left(tmp_path) == []
    (found,) = write_sources(file, {file: Change(b"a: 1\r\n", b"a: 2\r\n")})
    assert (found.code, found.facts["path"]) == ("SB931", "стратегія.yaml")


@posix
def test_modes_are_kept_and_times_tell_of_the_change(strategy: Path) -> None:
    modes = dict(zip(FILES, (0o600, 0o644, 0o755), strict=True))
    for path, mode in modes.items():
        (strategy / path).chmod(mode)
        os.utime(strategy / path, (1, 1))
    assert write_sources(strategy, changes(strategy)) == []
    assert {path: stat.S_IMODE((strategy / path).stat().st_mode) for path in FILES} == modes
    assert all((strategy / path).stat().st_mtime > 1 for path in FILES)


@posix
def test_a_link_stays_a_link_and_its_file_is_replaced(strategy: Path) -> None:
    link = strategy / "link.yaml"
    link.symlink_to(FILES[1])
    wanted = changes(strategy)
    wanted[link] = wanted.pop(strategy / FILES[1])
    assert write_sources(strategy, wanted) == []
    assert link.readlink() == Path(FILES[1])
    assert version(strategy) == "new"


@posix
def test_a_link_that_leads_out_is_refused(strategy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(content(FILES[0], "old"))
    (strategy / FILES[0]).unlink()
    (strategy / FILES[0]).symlink_to(outside)
    assert codes(write_sources(strategy, changes(strategy))) == ["SB931"]
    assert outside.read_bytes() == content(FILES[0], "old")
    assert version(strategy) == "old"


@posix
def test_a_strategy_behind_a_link(strategy: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(strategy)
    assert write_sources(link, changes(link)) == []
    assert version(strategy) == "new"


def test_mistakes_of_the_caller(strategy: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a file of the strategy"):
        write_sources(strategy, {tmp_path / "other.yaml": Change(b"", b"a")})
    with pytest.raises(ValueError, match="not a file of the strategy"):
        write_sources(strategy, {strategy / ".." / "other.yaml": Change(b"", b"a")})
    one = strategy / FILES[0]
    two = strategy / "measures" / ".." / FILES[0]
    with pytest.raises(ValueError, match="one file"):
        write_sources(strategy, {one: changes(strategy)[one], two: changes(strategy)[one]})


def test_everything_that_is_unfit_is_told_together(strategy: Path) -> None:
    first, second, third = (strategy / path for path in FILES)
    first.write_bytes(first.read_bytes() + b"# mine\n")
    second.unlink()
    third.chmod(stat.S_IREAD)
    found = write_sources(strategy, changes(strategy))
    assert [(one.code, one.facts["path"]) for one in found] == [
        ("SB931", first.as_posix()),
        ("SB931", second.as_posix()),
        ("SB932", third.as_posix()),
    ]
    assert {one.severity for one in found} == {Severity.ERROR}
    for one in found:
        for language in ("uk", "en"):
            assert one.facts["path"] in one.message(language)  # type: ignore[operator]
    assert first.read_bytes().endswith(b"# mine\n")
    assert third.read_bytes() == content(FILES[2], "old")
    assert left(strategy) == []


def test_a_folder_where_a_file_was(strategy: Path) -> None:
    (strategy / FILES[0]).unlink()
    (strategy / FILES[0]).mkdir()
    assert codes(write_sources(strategy, changes(strategy))) == ["SB931"]
    assert versions_of(strategy, FILES[1:]) == ["old", "old"]


def versions_of(strategy: Path, paths: tuple[str, ...]) -> list[str]:
    return [(strategy / path).read_bytes().split()[3].decode() for path in paths]


@pytest.mark.skipif(os.name != "posix" or not os.getuid(), reason="a superuser may write everywhere")
def test_a_folder_that_may_not_be_written(strategy: Path) -> None:
    strategy.chmod(0o555)
    found = write_sources(strategy, changes(strategy))
    strategy.chmod(0o755)
    assert [(one.code, one.facts["path"]) for one in found] == [("SB932", strategy.as_posix())]
    assert version(strategy) == "old"


def test_a_folder_that_turns_out_not_to_be_writable(strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a superuser is told by a disk that is mounted for reading, or a user by rights that only Windows knows."""

    @contextmanager
    def refuse(*_: object) -> Iterator[None]:
        raise PermissionError(errno.EACCES, "Permission denied", str(strategy / ".stratbuild-sources.lock"))
        yield

    monkeypatch.setattr(source_writing, "alone", refuse)
    (found,) = write_sources(strategy, changes(strategy))
    assert (found.code, found.facts["path"]) == ("SB932", strategy.as_posix())


# Others at the same time


def test_a_file_saved_at_the_last_moment_is_kept_and_the_others_are_put_back(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stage_and_save(*arguments: object) -> object:
        files = stage(*arguments)  # type: ignore[arg-type]
        (strategy / FILES[1]).write_bytes(b"mine: 1\n")
        return files

    monkeypatch.setattr(source_writing, "stage", stage_and_save)
    (found,) = write_sources(strategy, changes(strategy))
    assert (found.code, found.facts["path"]) == ("SB931", (strategy / FILES[1]).as_posix())
    assert (strategy / FILES[1]).read_bytes() == b"mine: 1\n"
    assert versions_of(strategy, (FILES[0], FILES[2])) == ["old", "old"]
    assert left(strategy) == []


def held_back(monkeypatch: pytest.MonkeyPatch, held: Callable[[Path, Path], bool]) -> None:
    """As on Windows, where a file that a program has open cannot be replaced."""
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if held(self, Path(target)):
            raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("held", FILES)
def test_a_file_open_elsewhere_is_named_and_the_others_are_put_back(
    strategy: Path, held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_back(monkeypatch, lambda _, target: target.name == Path(held).name)
    (found,) = write_sources(strategy, changes(strategy))
    assert (found.code, found.facts["path"]) == ("SB933", (strategy / held).as_posix())
    assert version(strategy) == "old"
    assert left(strategy) == []


def test_what_cannot_even_be_put_back_is_told_and_settled_later(strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        held_back(patched, lambda source, target: target.name == "T-WIFI.yaml" or "before" in source.parts)
        found = write_sources(strategy, changes(strategy))
        assert codes(found) == ["SB933", "SB939", "SB939", "SB939"]
        assert versions(strategy) == ["new", "old", "old"]
        assert codes(recover_sources(strategy)) == ["SB933", "SB939", "SB939", "SB939"]
        assert codes(write_sources(strategy, changes(strategy))) == ["SB931"]
    assert codes(recover_sources(strategy)) == ["SB937"]
    assert version(strategy) == "new"
    assert left(strategy) == []


def test_a_writer_waits_for_another_and_gives_up(strategy: Path) -> None:
    with alone(source_place(strategy), 0):
        (found,) = write_sources(strategy, changes(strategy), 0.1)
        assert (found.code, found.severity) == ("SB936", Severity.ERROR)
        assert codes(recover_sources(strategy, 0.1)) == ["SB936"]
    assert version(strategy) == "old"
    assert write_sources(strategy, changes(strategy), 0.1) == []


def test_a_lock_that_cannot_be_let_go_of_does_not_make_what_is_written_a_failure(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = FileLock.release

    def refuse(self: FileLock, force: bool = False) -> None:
        release(self, force)
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(FileLock, "release", refuse)
        assert write_sources(strategy, changes(strategy)) == []
    assert version(strategy) == "new"


def test_many_writers(tmp_path: Path) -> None:
    """No change of any writer is lost, and none is mixed with another's."""
    strategy = make_strategy(tmp_path / "strategy", 0)
    for running in [child("count", strategy, 15) for _ in range(4)]:
        told(running)
    assert [(strategy / path).read_bytes() for path in FILES] == [content(path, 60) for path in FILES]
    assert left(strategy) == []


# Interrupted


def test_an_interrupted_change_is_finished(strategy: Path) -> None:
    for put in range(len(FILES) + 1):
        make_strategy(strategy)
        with interrupted(strategy, put):
            assert is_being_written(strategy)
            (found,) = recover_sources(strategy)
        assert (found.code, found.severity) == ("SB937", Severity.NOTE)
        assert (strategy / FILES[2]).as_posix() in found.message("uk")
        assert version(strategy) == "new"
        assert left(strategy) == []
        assert recover_sources(strategy) == []


def test_a_file_of_an_interrupted_change_that_is_held_makes_it_undone(strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with interrupted(strategy, 1):
        held_back(monkeypatch, lambda _, target: target.name == "бюджет.yaml")
        (found,) = recover_sources(strategy)
    assert (found.code, found.severity) == ("SB938", Severity.WARNING)
    assert version(strategy) == "old"
    assert left(strategy) == []


def test_a_change_that_was_being_put_back_is_undone(strategy: Path) -> None:
    where = source_place(strategy)
    with interrupted(strategy, 2):
        where.staged("before", FILES[0]).replace(strategy / FILES[0])
        assert versions(strategy) == ["old", "new", "old"]
        assert codes(recover_sources(strategy)) == ["SB938"]
    assert version(strategy) == "old"
    assert left(strategy) == []


@pytest.mark.parametrize("edited", range(3))
@pytest.mark.parametrize("put", range(4))
def test_a_file_that_a_person_changed_since_is_left_alone(strategy: Path, put: int, edited: int) -> None:
    file = strategy / FILES[edited]
    others = tuple(path for path in FILES if path != FILES[edited])
    with interrupted(strategy, put):
        file.write_bytes(b"mine: 1\n")
        for _ in range(2):
            (found,) = recover_sources(strategy)
            assert (found.code, found.facts["path"], found.severity) == ("SB939", file.as_posix(), Severity.ERROR)
            assert file.read_bytes() == b"mine: 1\n"
            assert versions_of(strategy, others) == ["new", "new"]
            assert (strategy / ".stratbuild-sources" / "before" / FILES[edited]).read_bytes() == content(FILES[edited], "old")
        other = strategy / others[0]
        assert codes(write_sources(strategy, {other: Change(other.read_bytes(), b"a: 1\n")})) == ["SB939"]
    file.write_bytes(content(FILES[edited], "new"))
    assert codes(recover_sources(strategy)) == ["SB937"]
    assert left(strategy) == []


def test_after_the_folder_is_deleted_everything_is_as_usual(strategy: Path) -> None:
    with interrupted(strategy, 1):
        (strategy / FILES[1]).write_bytes(b"mine: 1\n")
        assert codes(recover_sources(strategy)) == ["SB939"]
    shutil.rmtree(strategy / ".stratbuild-sources")
    assert recover_sources(strategy) == []
    assert (strategy / FILES[1]).read_bytes() == b"mine: 1\n"


def test_half_a_staging_folder_means_nothing(strategy: Path) -> None:
    where = source_place(strategy)
    half = where.staged("after", FILES[1])
    half.parent.mkdir(parents=True)
    half.write_bytes(b"versi")
    (where.staging / "journal.prepared").write_bytes(b'{"versi')
    where.lock.touch()
    assert recover_sources(strategy) == []
    assert left(strategy) == []
    assert version(strategy) == "old"


def _only(path: str, digest: str = "a" * 64) -> Mapping[str, object]:
    return {"version": 1, "files": [{"path": path, "before": digest, "after": digest}]}


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"version": 1}',
        b"[" * 100_000,
        {"version": 2, "files": [{"path": "goals.yaml", "before": "a" * 64, "after": "b" * 64}]},
        {"version": 1, "files": []},
        {"version": 1, "files": [{"path": 1, "before": "a" * 64, "after": "b" * 64}]},
        _only("../outside.yaml"),
        _only("a/../../outside.yaml"),
        _only("..\\outside.yaml"),
        _only("/etc/outside.yaml"),
        _only("C:outside.yaml"),
        _only("\\\\server\\share\\outside.yaml"),
        _only(""),
        _only("."),
        _only("goals.yaml", "A" * 64),
    ],
)
def test_a_journal_that_is_none_of_ours_is_told_and_not_followed(strategy: Path, journal: bytes | Mapping[str, object]) -> None:
    where = source_place(strategy)
    where.staging.mkdir()
    where.journal.write_bytes(journal if isinstance(journal, bytes) else json.dumps(journal).encode())
    (found,) = recover_sources(strategy)
    assert (found.code, found.facts["path"]) == ("SB939", where.journal.as_posix())
    assert version(strategy) == "old"
    assert where.journal.exists()


def test_a_damaged_staging_folder_is_told_of(strategy: Path) -> None:
    where = source_place(strategy)
    with interrupted(strategy, 1):
        where.staged("after", FILES[1]).write_bytes(b"damaged")
        where.staged("before", FILES[0]).unlink()
        assert codes(recover_sources(strategy)) == ["SB939"] * 3
    assert versions(strategy) == ["new", "old", "old"]


@posix
def test_links_in_a_staging_folder_are_not_followed(strategy: Path, tmp_path: Path) -> None:
    where = source_place(strategy)
    secret = tmp_path / "secret.yaml"
    secret.write_bytes(content(FILES[1], "new"))
    with interrupted(strategy, 1):
        where.staged("after", FILES[1]).unlink()
        where.staged("after", FILES[1]).symlink_to(secret)
        assert codes(recover_sources(strategy)) == ["SB938"]
    assert version(strategy) == "old"
    assert secret.exists()


def test_what_lies_in_staging_is_no_part_of_the_strategy(strategy: Path) -> None:
    with interrupted(strategy, 0):
        texts, found = read_folder(strategy)
    assert sorted(text.path for text in texts) == sorted((strategy / path).as_posix() for path in FILES)
    assert found == []


def test_every_command_recovers_before_it_reads(tmp_path: Path) -> None:
    folder = tmp_path / "strategy"
    folder.mkdir()
    file = folder / "strategy.yaml"
    file.write_text(SETTINGS, encoding="utf-8")
    where = source_place(folder)
    where.staging.mkdir()
    new = SETTINGS.replace("Цифрова", "Нова цифрова").encode()
    stage(where, {file.resolve(): (file.read_bytes(), new)})
    first = stratbuild("check", "--format", "json", folder=tmp_path)
    assert "SB937" in first.stdout
    assert "strategy/strategy.yaml" in first.stdout
    assert file.read_bytes() == new
    assert left(folder) == []
    assert "SB937" not in stratbuild("check", "--format", "json", folder=tmp_path).stdout
    where.staging.mkdir()
    stage(where, {file.resolve(): (new, b"strategy: {}\n")})
    file.write_bytes(new + b"# mine\n")
    refused = stratbuild("check", str(file), folder=tmp_path)
    assert refused.returncode == 1
    assert "SB939" in refused.stdout
    assert file.read_bytes() == new + b"# mine\n"


# Faults at every step


@posix
def test_killed_at_every_step(tmp_path: Path) -> None:
    """Whatever step a writer is killed before, every file is whole, and then all of them are old or all new."""
    steps = int(told(child("kill", tmp_path)))
    assert steps > 40
    seen = set()
    for step in range(1, steps + 1):
        strategy = tmp_path / str(step)
        mixed = tuple(versions(strategy))
        had_journal = source_place(strategy).journal.exists()
        found = recover_sources(strategy)
        assert codes(found) == (["SB937"] if had_journal else []), step
        assert version(strategy) == ("new" if had_journal else mixed[0]), step
        assert left(strategy) == [], step
        seen.add(mixed)
    assert seen == {("new",) * put + ("old",) * (3 - put) for put in range(4)}


@posix
@pytest.mark.parametrize("put", range(4))
@pytest.mark.parametrize("put_back", [False, True])
def test_a_recovery_killed_at_every_step(tmp_path: Path, put: int, put_back: bool) -> None:
    first = make_strategy(tmp_path / "1")
    with interrupted(first, put):
        if put_back and put > 1:
            source_place(first).staged("before", FILES[0]).replace(first / FILES[0])
    for step in range(2, 60):
        shutil.copytree(first, tmp_path / str(step))
    steps = int(told(child("recover", tmp_path)))
    assert 10 < steps < 59
    expected = "old" if put_back and put > 1 else "new"
    for step in range(1, steps + 1):
        strategy = tmp_path / str(step)
        versions(strategy)
        assert codes(recover_sources(strategy)) in ([], ["SB938" if expected == "old" else "SB937"])
        assert version(strategy) == expected, step
        assert left(strategy) == [], step


def _raise(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


@posix
@pytest.mark.parametrize(
    ("error", "allowed"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), {"SB934"}),
        (OSError(errno.EIO, "Input/output error"), {"SB935"}),
        (PermissionError(errno.EACCES, "Permission denied"), {"SB932", "SB933"}),
        (KeyboardInterrupt(), {"interrupted"}),
    ],
    ids=["disk full", "disk broken", "not allowed", "interrupted"],
)
def test_an_error_at_every_step(tmp_path: Path, error: BaseException, allowed: set[str]) -> None:
    """Whatever step fails, what is told is true: all files are old where it failed, and all are new where it did not."""
    hook: list[Steps] = []
    sys.addaudithook(lambda event, arguments: hook[0](event, arguments) if hook else None)
    outcomes = set()
    for step in range(1, 1000):
        strategy = make_strategy(tmp_path / str(step))
        wanted = changes(strategy)
        steps = Steps(strategy, _raise(error), step)
        hook.append(steps)
        with counted(steps, strategy):
            outcome = _outcome(strategy, wanted)
        hook.clear()
        if steps.count < step:
            assert step > 40
            break
        outcomes.add(outcome)
        assert version(strategy) in {"written": {"new"}, "interrupted": {"old", "new"}}.get(outcome, {"old"}), step
        assert not source_place(strategy).journal.exists(), step
        assert recover_sources(strategy) == []
        assert left(strategy) == [], step
    assert outcomes - {"written"} == allowed
    assert "written" in outcomes or "interrupted" in outcomes


def _outcome(strategy: Path, wanted: Mapping[Path, Change]) -> str:
    try:
        found = write_sources(strategy, wanted)
    except KeyboardInterrupt:
        return "interrupted"
    assert len(found) < 2
    return found[0].code if found else "written"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "SB934"), (errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, "SB934")]
)
def test_a_disk_that_is_full_only_when_written_through(
    strategy: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(number, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        (found,) = write_sources(strategy, changes(strategy))
    assert found.code == code
    assert "МіБ" in found.message("uk")
    assert version(strategy) == "old"
    assert left(strategy) == []


def test_disks_that_cannot_write_through_are_used_all_the_same(strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unsupported)
    assert write_sources(strategy, changes(strategy)) == []
    assert version(strategy) == "new"
