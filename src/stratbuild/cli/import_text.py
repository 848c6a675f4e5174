"""What an import would add, for a terminal: never who proposed it."""

from collections.abc import Mapping, Sequence

from stratbuild.cli.formats.excerpt import printable
from stratbuild.render.locale import Locale
from stratbuild.rewrite import Value

_SHOWN = 70


def import_text(new: Sequence[Mapping[str, Value]], words: Locale) -> str:
    """A line for each new proposal: its id, the day, who, by which way, and how it begins."""
    return "".join(f"{_line(one, words)}\n" for one in new)


def _line(one: Mapping[str, Value], words: Locale) -> str:
    group = words.say(f"proposals.groups.{one['group']}")
    channel = words.say(f"proposals.channels.{one['channel']}")
    begins = " ".join(str(one.get("title") or one["text"]).split())
    shown = begins if len(begins) <= _SHOWN else f"{begins[:_SHOWN]}…"
    return printable(f"{one['id']}  {one['received']}  {group}, {channel}: {shown}")
