"""Plans that nobody means: each gives findings and a plan, never an exception."""

from datetime import date
from pathlib import Path

import pytest

from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.pipeline import make
from stratbuild.planning import levelling
from stratbuild.planning.levelling.serial import serial
from stratbuild.planning.risk import risk
from stratbuild.planning.selection import selection
from stratbuild.render.edition import Edition
from strategies import check_texts, codes

SETTINGS = """\
strategy:
  title: Стратегія
  community: {name: Громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
"""
LISTS = """\
goals: [{id: G-A, title: Ціль}]
units: [{id: U-A, name: Відділ, capacity: 1}]
"""
EDITION = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0")


def plan_of(text: str, settings: str = "") -> tuple[Plan, list[str]]:
    checked = check_texts({"a.yaml": SETTINGS + settings + LISTS + text})
    assert checked.plan is not None, codes(checked)
    return checked.plan, codes(checked)


def everything(plan: Plan, folder: Path) -> tuple[str, ...]:
    """All that reads a plan: proposals, and the files that need no engines."""
    assert levelling.level(plan, serial) is not None
    assert selection(plan) is not None
    risk(plan)
    return make(plan, [EDITION], [outputs()[name] for name in ("plan", "calendar", "project")], folder).files


FILES = ("calendar.ics", "plan.xlsx", "plan.xml")


def test_a_measure_that_ended_before_it_began_has_a_day_at_least(tmp_path: Path) -> None:
    plan, found = plan_of("""\
measures:
  - {id: M-A, goal: G-A, title: а, lead: U-A, start: 2025, actual: {start: 2025-03-01, finish: 2025-02-01}, person_months: {U-A: 1}}
""")
    assert "SB370" in found
    assert (plan.forecast["M-A"].first, plan.forecast["M-A"].last) == (date(2025, 2, 1), date(2025, 2, 1))
    assert everything(plan, tmp_path) == FILES


def test_what_can_only_begin_after_the_years_of_a_strategy_is_not_moved(tmp_path: Path) -> None:
    plan, found = plan_of(
        """\
measures:
  - {id: M-A, goal: G-A, title: а, lead: U-A, start: 2026, people: {U-A: 1}}
  - {id: M-B, goal: G-A, title: б, lead: U-A, start: 2026, people: {U-A: 1}}
""",
        "  status_on: 2100-12-31\n",
    )
    assert "SB355" in found
    assert {one.month.year for one in plan.overloads} == {2101}
    proposal = levelling.level(plan, serial)
    assert proposal.moves == ()
    assert {one.unit for one in proposal.after} == {"U-A"}
    assert everything(plan, tmp_path) == FILES


@pytest.mark.parametrize("lag", ["9000 years", "-9000 years"])
def test_a_lag_that_leads_out_of_the_calendar_takes_the_dates_with_it(lag: str, tmp_path: Path) -> None:
    plan, _ = plan_of(f"""\
measures:
  - {{id: M-A, goal: G-A, title: а, lead: U-A, start: 2026, people: {{U-A: 1}}}}
  - {{id: M-B, goal: G-A, title: б, lead: U-A, duration: 1 month, after: [{{measure: M-A, lag: {lag}}}], people: {{U-A: 1}}}}
  - {{id: M-C, goal: G-A, title: в, lead: U-A, duration: 1 month, after: [M-B]}}
""")
    assert "M-A" in plan.windows
    assert everything(plan, tmp_path) == FILES


def test_a_plan_of_nothing_has_nothing_to_propose(tmp_path: Path) -> None:
    plan, _ = plan_of("")
    assert (plan.critical_path, plan.overloads) == ((), ())
    assert everything(plan, tmp_path) == ("plan.xlsx",)
