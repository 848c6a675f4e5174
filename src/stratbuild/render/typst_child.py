"""The child process that runs typst: `python typst_child.py`, with a list of jobs as JSON on its standard input.

It imports nothing of the program, so that it starts quickly; a typst that runs out of memory ends only this process.
"""

import contextlib
import json
import sys

_MEMORY = 4 << 30


def main() -> int:
    """Compile the input of every job to a PDF or to PNG files, up to the first that fails; typst's own words go to standard error."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - absent on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    import typst  # noqa: PLC0415 - under the limit

    for job in json.load(sys.stdin):
        try:
            _, warnings = typst.compile_with_warnings(
                job.pop("input"),
                ignore_system_fonts=True,
                **job,
            )
        except typst.TypstError as error:
            sys.stderr.write(f"{error.message} {' '.join(map(str, error.hints))}\n")
            return 1
        if warnings:
            sys.stderr.write("; ".join(str(warning) for warning in warnings))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
