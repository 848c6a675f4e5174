"""The command line: arguments in; data to standard output, talk to standard error, an exit status back.

`door` is the only place that turns exceptions into sentences and statuses. A command is a module of
`cli.commands` with a `COMMAND`, a format of findings a module of `cli.formats` whose name begins with
`as_`; both are found by their places, and imported only when they are used.
"""

from stratbuild.cli.door import main

__all__ = ["main"]
