"""Engines run as child processes: with a time limit, little environment and no shell."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from stratbuild.render.faults import EngineFailed

TIME_LIMIT = 60
"""Seconds that one engine may run."""

_TEMPORARY = ("TEMP", "TMP", "TMPDIR")
_PASSED_ON = ("SYSTEMROOT", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH")


def run_engine(
    engine: str,
    command: Sequence[str],
    folder: Path,
    *,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """What a command printed, run in a folder of its own. Any failure is an `EngineFailed` with the engine's last words."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # What the variables name may be missing; Python has looked for a folder that can be written.
    kept |= dict.fromkeys(_TEMPORARY, tempfile.gettempdir())
    try:
        done = subprocess.run(  # noqa: S603 - the command is a list with an absolute path, and holds no text of people
            command,
            cwd=folder,
            input=given,
            capture_output=True,
            env=kept | {"LANG": "C.UTF-8", "PYTHONUTF8": "1"} | dict(environment or {}),
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EngineFailed(engine, f"> {TIME_LIMIT:g} s") from None
    except OSError as error:
        raise EngineFailed(engine, str(error)) from None
    if done.returncode != 0:
        words = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise EngineFailed(engine, words[-2000:] or f"exit status {done.returncode}")
    return done.stdout
