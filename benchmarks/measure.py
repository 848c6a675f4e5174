"""Whole processes, several runs: wall seconds and peak memory, as medians."""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """The median wall time of a command, its fastest run, and its largest memory where the system tells it."""

    seconds: float
    fastest: float
    mebibytes: float | None

    def __str__(self) -> str:
        memory = f"{self.mebibytes:8.0f} MiB" if self.mebibytes is not None else ""
        return f"{self.seconds:8.2f} s  (fastest {self.fastest:.2f}){memory}"


def stratbuild(*arguments: str) -> list[str]:
    """The command line of the program, in this environment."""
    return [sys.executable, "-m", "stratbuild", *arguments]


def measure(command: Sequence[str], runs: int, accepted: tuple[int, ...] = (0,)) -> Figure:
    """Run a command several times; a status that is not accepted is a `RuntimeError`."""
    seconds: list[float] = []
    memory: list[float] = []
    for _ in range(runs):
        begun = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            status, peak = _wait(process)
        seconds.append(time.perf_counter() - begun)
        if status not in accepted:
            raise RuntimeError(f"{' '.join(command)} ended with {status}")
        if peak is not None:
            memory.append(peak)
    return Figure(statistics.median(seconds), min(seconds), max(memory) if memory else None)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, float | None]:
    """Wait for the end; the peak memory in MiB where the system has `wait4`."""
    if sys.platform == "win32":
        return process.wait(), None
    import os  # noqa: PLC0415 - wait4 is not there on Windows

    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return process.returncode, used.ru_maxrss / scale


ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "strategy"
