"""The child process that fills an office's own templates: `python -m stratbuild.render.markup_child`.

A template that never ends, or asks for more memory than there is, ends only this process. What comes and
goes is pickled: both ends are this program.
"""

import contextlib
import pickle
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stratbuild.diagnostics import Diagnostic
from stratbuild.render.child import run_engine
from stratbuild.render.faults import PaperFault
from stratbuild.render.locale import Locale, locale
from stratbuild.render.markup import Rendered, render
from stratbuild.source import Templates

ENGINE = "jinja2"
_MEMORY = 2 << 30

Filled = Rendered | list[Diagnostic]
"""A template's text, or what is wrong with the template."""


def render_apart(asked: Sequence[tuple[str, Mapping[str, object]]], words: Locale, folder: Path) -> list[Filled]:
    """Templates with their values, filled in a process with limits; one that exceeds them is an `EngineFailed`."""
    given = pickle.dumps((list(asked), words.language, words.templates))
    printed = run_engine(ENGINE, [sys.executable, "-m", "stratbuild.render.markup_child"], folder, given=given)
    found: list[Filled] = pickle.loads(printed)  # noqa: S301 - from the process above
    return found


def main() -> int:
    """Fill the templates that standard input names, and write what came of each to standard output."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    asked: list[tuple[str, Mapping[str, object]]]
    templates: Templates
    asked, language, templates = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    words = locale(language, templates)
    sys.stdout.buffer.write(pickle.dumps([_filled(template, values, words) for template, values in asked]))
    return 0


def _filled(template: str, values: Mapping[str, object], words: Locale) -> Filled:
    try:
        found = render(template, values, words)
    except PaperFault as fault:
        return list(fault.diagnostics)
    return replace(found, inserted=[replace(one, place=one.span) for one in found.inserted])


if __name__ == "__main__":
    sys.exit(main())
