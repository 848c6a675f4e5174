"""Reading project files by MPXJ, the library of ProjectLibre, in a Java process of its own.

The library comes with the Python package `mpxj`; its own converter writes what it has understood as JSON.
"""

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

Read = dict[str, Any]


def read_by_mpxj(path: Path) -> Read:
    """What MPXJ understands of a project file; a test is skipped where there is no Java."""
    java, jars = shutil.which("java"), _jars()
    if java is None:
        pytest.skip("there is no Java to run MPXJ, the reader of project files")
    if jars is None:
        pytest.skip("the package mpxj, the reader of project files, is not installed")
    target = path.with_suffix(".json")
    classes = os.pathsep.join(str(jar) for jar in sorted(jars.glob("*.jar")))
    command = [java, "-cp", classes, "org.mpxj.sample.MpxjConvert", str(path), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0 and target.is_file(), done.stdout + done.stderr  # noqa: PT018 - one reason
    found: Read = json.loads(target.read_text(encoding="utf-8"))
    return found


def _jars() -> Path | None:
    spec = find_spec("mpxj")  # not imported: it would start to bring Java into this process
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / "lib"
