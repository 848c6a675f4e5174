"""`stratbuild plan`: in which order the measures can be carried out, what decides it, and what fits people and money."""

import json
import shutil
import sys
from collections.abc import Mapping

import click

from stratbuild.cli import streams
from stratbuild.cli.options import exact_day, language_option, strategy_argument
from stratbuild.cli.plan_facts import as_of
from stratbuild.cli.plan_json import plan_data
from stratbuild.cli.plan_table import plan_text
from stratbuild.cli.reading import Read, read
from stratbuild.cli.scenario import plan_in, scenario_option
from stratbuild.cli.status import Status, WrongUsage
from stratbuild.cli.telling import tell_findings
from stratbuild.model import Plan

_NARROWEST = 60


@click.command("plan", short_help="Show order, critical path and overloads, or propose dates and a choice.")
@strategy_argument
@scenario_option
@click.option("--as-of", "day", metavar="DATE", help="Day up to which actual dates are known, as 2026-10-31; shows the forecast.")
@click.option("--level", "leveling", is_flag=True, help="Propose dates at which no unit has more work than people.")
@click.option("--solver", type=click.Choice(["serial", "cp-sat"]), help="With --level: by a rule, or by proof (needs an extra).")
@click.option("--apply", "applying", is_flag=True, help="With --level: write the dates into the strategy's files.")
@click.option("--select", "selecting", is_flag=True, help="Propose the measures that fit the money.")
@click.option(
    "--gap",
    type=click.FloatRange(0, 1, max_open=True),
    metavar="GAP",
    help="With --select: how far from the best it may be, 0.01.",
)
@click.option("--write", "scenario_id", metavar="SC-ID", help="With --select: write the choice as a scenario of this id.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, or JSON.")
@language_option
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - it is a value: the command, with an argument for each option
    path: str | None,
    scenario: str | None,
    day: str | None,
    leveling: bool,
    solver: str | None,
    applying: bool,
    selecting: bool,
    gap: float | None,
    scenario_id: str | None,
    form: str,
    language: str | None,
) -> Status:
    """Show the measures of the strategy in PATH in an order in which they can be carried out.

    With dates, floats, the critical path, milestones, deadlines that are missed, overloads of units, and,
    where actual dates are known, the forecast. A measure comes after all that it waits for; among those
    that can begin, the one that starts first comes first, then the order of the strategy.

    With --level, propose dates within the people of the units; with --select, propose the measures that
    fit the money. Neither writes anything unless --apply or --write says so.

    The JSON (version 2) has the keys version, language, scenario, period, finish, status_on, measures,
    milestones, critical_path, missed_deadlines, overloads and slips; docs/plan-json.md describes them.
    """
    _understood(leveling, {"solver": solver, "apply": applying}, selecting, {"gap": gap, "write": scenario_id})
    until = None if day is None else exact_day(day)
    found = read(path, language)
    if found.plan is None:
        tell_findings(found)
        return Status.FINDINGS
    plan = plan_in(found.plan, scenario)
    if until is not None:
        plan = as_of(plan, until)
    if leveling:
        from stratbuild.cli.plan_level import level  # noqa: PLC0415 - the plan alone needs no solver

        return level(found, plan, solver=solver or "serial", apply=applying, form=form)
    if selecting:
        from stratbuild.cli.plan_select import select  # noqa: PLC0415 - as above

        return select(found, plan, gap=gap, write=scenario_id, form=form)
    return _show(found, plan, form)


def _show(found: Read, plan: Plan, form: str) -> Status:
    if form == "json":
        said = plan_data(plan, found.words)
        streams.put(json.dumps(said, ensure_ascii=not streams.speaks_unicode(sys.stdout), indent=2) + "\n")
        return Status.FINE
    width = max(_NARROWEST, shutil.get_terminal_size().columns) if streams.is_terminal(sys.stdout) else None
    streams.put(plan_text(plan, found.words, width))
    if not found.ok:
        streams.tell(found.words.say("cli.plan.has_errors"))
    return Status.FINE


def _understood(leveling: bool, of_level: Mapping[str, object], selecting: bool, of_select: Mapping[str, object]) -> None:
    """Refuse options that say nothing together."""
    if leveling and selecting:
        raise WrongUsage("level_and_select")
    for owner, is_given, options in (("--level", leveling, of_level), ("--select", selecting, of_select)):
        for name, value in options.items():
            if not is_given and value not in (None, False):
                raise WrongUsage("only_with", option=f"--{name}", owner=owner)
