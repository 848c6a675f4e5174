"""The plan for a terminal: the order of the measures, and below it what decides, what is missed and who is overloaded."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from stratbuild.checks.deadlines import missed_deadlines
from stratbuild.cli.plan_facts import has_ended, item_of, milestones_by_day, overloaded, planned_last, slips_by_day
from stratbuild.cli.plan_order import order_table
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.cli.table import printable_lines, wrapped
from stratbuild.model import Plan
from stratbuild.render.locale import Locale

_FOREVER = 10_000
"""Columns of a line where nothing limits it: in a file."""


def plan_text(plan: Plan, words: Locale, width: int | None = None) -> str:
    """The table and the sections below it that have anything to say, no wider than so many columns."""
    section: Callable[[Plan, Locale], Iterator[str]]
    found = [order_table(plan, words, width)]
    for section in (_heading, _critical_path, _milestones, _missed, _overloads, _forecast):
        lines = [line for told in section(plan, words) for line in wrapped(printable_lines(told), width or _FOREVER)]
        if lines:
            found.append("".join(f"{line}\n" for line in lines))
    table, heading, *others = found
    return "\n".join((heading, table, *others))


def _heading(plan: Plan, words: Locale) -> Iterator[str]:
    yield words.say("cli.plan.of", title=plan.strategy.text(plan.strategy.settings.title, words.language))
    if plan.scenario is not None:
        yield words.say("cli.budget.scenario", title=title_of(plan, words), id=id_of(plan))
    if plan.timing:
        yield words.say("cli.plan.ends", day=max(one.last for one in plan.timing.values()))


def _critical_path(plan: Plan, words: Locale) -> Iterator[str]:
    if plan.critical_path:
        yield words.say("cli.plan.critical_path", steps=words.plural("cli.plan.steps", len(plan.critical_path)))
    for id_ in plan.critical_path:
        timing = plan.timing[id_]
        yield f"  {_days(words, timing.first, timing.last)}  {_named(plan, words, id_)}"


def _milestones(plan: Plan, words: Locale) -> Iterator[str]:
    found = milestones_by_day(plan)
    if found:
        yield words.say("cli.plan.milestones")
    for milestone, day in found:
        said = [f"{words.short_day(day)}  {_named(plan, words, milestone.id)}"]
        if milestone.id in plan.timing:
            said.append(words.say("cli.plan.with_float", days=days_of(words, plan.timing[milestone.id].total_float)))
        yield f"  {', '.join(said)}"


def _missed(plan: Plan, words: Locale) -> Iterator[str]:
    found = list(missed_deadlines(plan))
    if found:
        yield words.say("cli.plan.missed")
    for one in found:
        late = days_of(words, (one.last - one.deadline.last).days)
        facts = {"deadline": one.deadline.last, "last": one.last, "late": late}
        yield f"  {_named(plan, words, one.item.id)}: {words.say('cli.plan.missed_by', **facts)}"
        if len(one.chain) > 1:
            yield f"    {words.say('cli.plan.chain', chain=' → '.join(one.chain))}"


def _overloads(plan: Plan, words: Locale) -> Iterator[str]:
    unit = None
    for one in overloaded(plan):
        if unit is None:
            yield words.say("cli.plan.overloads" if plan.status_day is None else "cli.plan.overloads_coming")
        if one.unit != unit:
            unit = one.unit
            yield f"  {plan.strategy.text(plan.strategy.units[unit].name, words.language)} ({unit})"
        first, last = words.month(one.first), words.month(one.last)
        facts = {
            "months": first if first == last else f"{first} – {last}",
            "needed": people(words, one.load.needed),
            "capacity": people(words, one.load.capacity or Fraction()),
            "measures": ", ".join(one.load.by_measure),
        }
        yield f"    {words.say('cli.plan.overload', **facts)}"


def _forecast(plan: Plan, words: Locale) -> Iterator[str]:
    if plan.status_day is None or not plan.forecast:
        return
    last = max(one.last for one in plan.forecast.values())
    yield words.say("cli.plan.forecast", day=plan.status_day, last=last)
    slips = slips_by_day(plan)
    if not slips:
        yield f"  {words.say('cli.plan.on_time')}"
    for id_, late in slips:
        said = "later" if late > 0 else "earlier"
        facts = {"planned": planned_last(plan, id_), "last": plan.forecast[id_].last, "days": days_of(words, abs(late))}
        line = f"  {_named(plan, words, id_)}: {words.say(f'cli.plan.{said}', **facts)}"
        if has_ended(plan, id_):
            line += f", {words.say('cli.plan.has_ended')}"
        yield line + _beyond_deadline(plan, words, id_)


def _beyond_deadline(plan: Plan, words: Locale, id_: str) -> str:
    deadline = item_of(plan, id_).deadline
    if deadline is None or plan.forecast[id_].last <= deadline.last:
        return ""
    return f"; {words.say('cli.plan.beyond', deadline=deadline.last)}"


def days_of(words: Locale, days: int) -> str:
    """`3 дні`, `−2 дні`."""
    return f"{'−' if days < 0 else ''}{words.plural('days', abs(days))}"


def people(words: Locale, number: Fraction) -> str:
    """A number of people with up to two decimals."""
    return words.number(Decimal(round(number * 100)) / 100)


def _days(words: Locale, first: date, last: date) -> str:
    return words.short_day(first) if first == last else f"{words.short_day(first)} – {words.short_day(last)}"


def _named(plan: Plan, words: Locale, id_: str) -> str:
    return f"{id_} {plan.strategy.text(item_of(plan, id_).title, words.language)}"
