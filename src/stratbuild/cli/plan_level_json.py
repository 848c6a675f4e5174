"""Proposed dates as data for programs.

```
{"version": 1, "language", "scenario", "status_on", "finish": the last day of all, as proposed,
 "proof": {"delay": days by the weights of priorities, "bound", "gap_per_cent", "optimal", "solver"},
 "moves": [{"measure", "title", "was": {"first", "last"}, "becomes": {"first", "last"}, "delay": days,
            "start", "finish": as the text states them, or null,
            "why": {"over": [{"unit", "months"}], "waits_for", "stands"}}],
 "milestones": [{"milestone", "was", "becomes"}],
 "not_placed": [{"measure", "first", "last", "limit", "day", "of", "over": [{"unit", "months"}]}],
 "overloads_before", "overloads_after": [{"unit", "month", "needed", "capacity", "measures"}],
 "files": [paths that change, or would], "applied": whether they were written by this run,
 "diagnostics": [as `stratbuild check --format json` has them]}
```

Days are texts, months `"2026-03"`; numbers of people and days by weight are texts of exact numbers.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from stratbuild.cli.plan_level_text import POINTS
from stratbuild.cli.scenario import id_of
from stratbuild.model import Plan, Window
from stratbuild.planning.levelling import Move, NotPlaced, Peak, Proposal, UnitOver
from stratbuild.render.locale import Locale

_DECIMALS = 10**4

Data = dict[str, Any]


def levelling_data(plan: Plan, proposal: Proposal, words: Locale) -> Data:
    """The proposed dates with their reasons, overloads before and after, and how good they are."""
    proof = proposal.proof
    return {
        "language": words.language,
        "scenario": id_of(plan),
        "status_on": _day(plan.status_day),
        "finish": _day(proposal.ends),
        "proof": {
            "delay": str(Decimal(proof.objective) / POINTS),
            "bound": str(Decimal(proof.bound) / POINTS),
            "gap_per_cent": str(proof.gap),
            "optimal": proof.is_optimal,
            "solver": proof.solver,
        },
        "moves": [_move(plan, one, words) for one in proposal.moves],
        "milestones": [
            {"milestone": id_, "was": _day(was), "becomes": _day(becomes)} for id_, (was, becomes) in proposal.milestones.items()
        ],
        "not_placed": [_not_placed(one) for one in proposal.not_placed],
        "overloads_before": [_peak(one) for one in proposal.before],
        "overloads_after": [_peak(one) for one in proposal.after],
    }


def _move(plan: Plan, move: Move, words: Locale) -> Data:
    return {
        "measure": move.measure,
        "title": plan.strategy.text(plan.strategy.measures[move.measure].title, words.language),
        "was": _window(move.was),
        "becomes": _window(move.window),
        "delay": move.delay,
        "start": None if move.start is None else str(move.start),
        "finish": None if move.finish is None else str(move.finish),
        "why": {"over": _over(move.why.over), "waits_for": move.why.waits_for, "stands": _day(move.why.stands)},
    }


def _not_placed(one: NotPlaced) -> Data:
    stays = {"measure": one.measure, **_window(one.window)}
    return {**stays, "limit": one.limit.value, "day": _day(one.day), "of": one.of, "over": _over(one.over)}


def _peak(peak: Peak) -> Data:
    return {
        "unit": peak.unit,
        "month": f"{peak.month:%Y-%m}",
        "needed": _people(peak.needed),
        "capacity": _people(peak.capacity),
        "measures": list(peak.measures),
    }


def _over(over: Sequence[UnitOver]) -> list[Data]:
    return [{"unit": one.unit, "months": [f"{month:%Y-%m}" for month in one.months]} for one in over]


def _people(number: Fraction) -> str:
    return f"{(Decimal(round(number * _DECIMALS)) / _DECIMALS).normalize():f}"


def _window(window: Window) -> Data:
    return {"first": _day(window.first), "last": _day(window.last)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
