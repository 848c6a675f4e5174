"""How long pandoc and typst alone take for the papers of the example: their own runs in a build, one at a time."""

import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.measure import EXAMPLE
from stratbuild import __version__, pipeline
from stratbuild.outputs.output import outputs
from stratbuild.render import press
from stratbuild.render.edition import Edition
from stratbuild.source import read_folder


def engines_alone() -> dict[str, float]:
    """Seconds by engine, for every paper of the example, one run after the other."""
    texts, found = read_folder(EXAMPLE)
    strategy, found = pipeline.load(texts, found)
    assert strategy is not None
    answers, unreadable = pipeline.answers(strategy, EXAMPLE)
    plan = pipeline.check(strategy, [*found, *unreadable], {}, answers=answers).plan
    assert plan is not None
    edition = Edition(date(2026, 1, 1), pipeline.revision(texts, answers.values()), "uk", __version__)
    seconds: dict[str, float] = {}
    run = subprocess.run

    def timed(command: Any, *arguments: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        done = run(command, *arguments, **named)
        engine = "pandoc" if "pandoc" in Path(command[0]).name else "typst"
        seconds[engine] = seconds.get(engine, 0.0) + time.perf_counter() - begun
        return done

    with tempfile.TemporaryDirectory() as folder, patch("subprocess.run", timed), patch.object(press, "_ENGINES_AT_ONCE", 1):
        pipeline.make(plan, [edition], list(outputs().values()), Path(folder))
    return seconds
