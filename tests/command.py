"""How the tests run the program as a user does: a process of its own, by default with the checkout's code."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src"


def stratbuild(*arguments: str, folder: Path | None = None, source: Path = SOURCE) -> "subprocess.CompletedProcess[str]":
    """A finished run in a folder; the language of messages is what the strategy or the arguments make it."""
    environment = {name: value for name, value in os.environ.items() if name != "STRATBUILD_LANG"}
    return subprocess.run(
        [sys.executable, "-m", "stratbuild", *arguments],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(source), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
