"""The one way in which a set of papers is published.

Under a lock of the operating system the set is made in a folder beside the output, verified, given its
manifest and written through to the disk; what people put into the old set is copied over; then two
renames switch the sets and the old one is deleted. Whatever fails before the switch leaves the old set
untouched, and a run that is killed between the two renames is undone by the next.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from stratbuild.diagnostics import Diagnostic
from stratbuild.publish import disk_faults, switch
from stratbuild.publish.failure import NotPublished, disk_failure, failure
from stratbuild.publish.kept import keep_what_is_theirs, papers_open_elsewhere
from stratbuild.publish.manifest import NAME, Contents, Manifest, describe
from stratbuild.publish.place import Place, holds_other_files, place
from stratbuild.publish.verify import broken_paper
from stratbuild.render.edition import Edition


@dataclass(frozen=True)
class Patience:
    """How long a build waits for another one that publishes in the same folder, and whom it tells."""

    seconds: float = 60.0
    tell: Callable[[], None] = lambda: None
    """Called once when the waiting begins."""


@dataclass(frozen=True)
class Published:
    """What was published, and what is to be told about the old set."""

    manifest: Manifest
    findings: tuple[Diagnostic, ...]


def publish(
    output: Path,
    edition: Edition,
    outputs: Sequence[str],
    make: Callable[[Path], Contents],
    patience: Patience = Patience(),
) -> Published:
    """Publish in the output folder the set that `make` writes into the folder it is given.

    `make` returns what it has made there; what it raises passes through, with the old
    set untouched, except that an `OSError` becomes a `NotPublished`, which says why there is no new set.
    """
    where = place(output)
    try:
        where.output.parent.mkdir(parents=True, exist_ok=True)
        with _alone(where, output, patience):
            findings = switch.mend(where, output)
            unfit = holds_other_files(output)
            if unfit is not None:
                raise NotPublished(unfit)
            where.staging.mkdir()
            try:
                made = make(where.staging)
                broken = broken_paper(where.staging, made.paths)
                if broken is not None:
                    raise failure(disk_faults.PAPER_NOT_WHOLE, output, name=broken)
                manifest = describe(where.staging, made, edition, outputs)
                (where.staging / NAME).write_text(manifest.text, encoding="utf-8", newline="\n")
                findings += papers_open_elsewhere(where.output)
                if where.output.is_dir():
                    findings += keep_what_is_theirs(where.output, where.staging, output)
                switch.write_through(where.staging)
                switch.switch(where)
            finally:
                with suppress(OSError):
                    switch.remove(where.staging)
            return Published(manifest, (*findings, *switch.retire(where, output)))
    except OSError as error:
        raise disk_failure(error, output) from error


@contextmanager
def _alone(where: Place, output: Path, patience: Patience) -> Iterator[None]:
    lock = FileLock(where.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        patience.tell()
        try:
            lock.acquire(timeout=patience.seconds)
        except Timeout:
            raise failure(disk_faults.ALREADY_BEING_BUILT, output, seconds=round(patience.seconds)) from None
    try:
        yield
    finally:
        lock.release()
