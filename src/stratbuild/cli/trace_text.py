"""A trace, or the whole matrix, for a terminal."""

from collections.abc import Iterator, Sequence

from stratbuild.cli.table import wrapped
from stratbuild.cli.trace_facts import facts_of
from stratbuild.model import Plan
from stratbuild.model.trace import Step, Trace, matrix
from stratbuild.render.locale import Locale

_FOREVER = 10_000
_DEEPEST_INDENT = 24
"""Levels after which a tree is indented no further, so that long chains stay readable."""


def trace_text(plan: Plan, found: Trace, words: Locale, width: int | None) -> str:
    """The item, what it follows from, what follows from it; each item with its money and its place."""
    lines = [_line(plan, found.item, words)]
    for heading, steps in (("up", found.up), ("down", found.down)):
        lines += ["", words.say(f"cli.trace.{heading}")]
        lines += _tree(plan, steps, words, 1) if steps else [f"  {words.say('cli.trace.nothing')}"]
    return "".join(f"{line}\n" for told in lines for line in (wrapped(told, width or _FOREVER) if told else [""]))


def matrix_text(plan: Plan, words: Locale, width: int | None) -> str:
    """Every goal with its needs, and below it its measures with their indicators and money."""
    lines: list[str] = []
    for one in matrix(plan):
        title = plan.strategy.text(one.goal.title, words.language)
        lines += ["", f"{plan.coverage.codes[one.goal.id]}. {title} ({one.goal.id})"]
        needs = ", ".join(one.needs) or words.say("cli.trace.no_needs")
        lines.append(f"  {words.say('cli.trace.needs', needs=needs)}")
        for row in one.measures:
            code, title = plan.coverage.codes[row.measure.id], plan.strategy.text(row.measure.title, words.language)
            told = [
                f"  {code}. {title} ({row.measure.id})",
                ", ".join(kpi.id for kpi in row.kpis) or words.say("cli.trace.no_kpis"),
            ]
            if row.proposals:
                told.append(words.say("cli.trace.proposals", proposals=", ".join(row.proposals)))
            told.append(words.money(row.money, plan.strategy.settings.currency))
            lines.append(" · ".join(told))
    return "".join(f"{line}\n" for told in lines[1:] for line in (wrapped(told, width or _FOREVER) if told else [""]))


def _tree(plan: Plan, steps: Sequence[Step], words: Locale, depth: int) -> Iterator[str]:
    waiting: list[tuple[Step, int, str | None]] = [(one, depth, None) for one in reversed(steps)]
    while waiting:
        step, at, before = waiting.pop()
        again = f" · {words.say('cli.trace.again')}" if step.is_repeated else ""
        yield f"{'  ' * min(at, _DEEPEST_INDENT)}{_line(plan, step.item, words, before)}{again}"
        waiting += [(one, at + 1, step.item) for one in reversed(step.beyond)]


def _line(plan: Plan, id_: str, words: Locale, before: str | None = None) -> str:
    facts = facts_of(plan, id_, words, before)
    code = f"{facts.code}. " if facts.code else ""
    money = () if facts.money is None else (words.money(facts.money, plan.strategy.settings.currency),)
    return " · ".join((f"{id_} {code}{facts.title}", *money, f"{facts.place.path}:{facts.place.line}"))
