"""`python -m benchmarks.levelling [SIZE …]`: how long dates within the people of the units take, by the rule and by the solver."""

import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random

from stratbuild.model import Plan, derive
from stratbuild.pipeline import load
from stratbuild.planning.levelling import Proposal, level
from stratbuild.planning.levelling.cp_sat import Limits, cp_sat
from stratbuild.planning.levelling.problem import Problem
from stratbuild.planning.levelling.schedule import Schedule
from stratbuild.planning.levelling.serial import serial
from stratbuild.source import SourceText

_UNITS = 10
_LARGEST_FOR_SOLVER = 1_000


def main() -> None:
    """Random plans of some sizes; a third of the measures each in days, working days and months."""
    for size in [int(argument) for argument in sys.argv[1:]] or [50, 200, 1_000]:
        plan = plan_of(size)
        show(size, "rule", plan, serial)
        if size <= _LARGEST_FOR_SOLVER:
            show(size, "cp-sat", plan, lambda problem: cp_sat(problem, limits=Limits(Decimal(1), Decimal(20))))


def show(size: int, name: str, plan: Plan, solver: Callable[[Problem], Schedule]) -> Proposal:
    """One line of figures."""
    begun = time.perf_counter()
    proposal = level(plan, solver)
    seconds = time.perf_counter() - begun
    overloads = f"{len(proposal.before):>4} months over, then {len(proposal.after):>3}"
    print(
        f"{size:>6} {name:<7}{seconds:8.2f} s  {len(proposal.moves):>4} moved, {len(proposal.not_placed):>3} not placed, "
        f"{overloads}, delay {proposal.proof.objective // 100:>7}, gap {proposal.proof.gap} %",
        flush=True,
    )
    return proposal


def plan_of(size: int) -> Plan:
    """A plan whose units have about as much work as people over five years."""
    random = Random(size)
    strategy = {
        "strategy": {
            "title": "а",
            "community": {"name": "а"},
            "period": {"start": "2026-01-01", "finish": "2031-12-31"},
            "language": "uk",
        },
        "goals": [{"id": "G-A", "title": "а"}],
        "units": [{"id": f"U-{number}", "name": "а", "capacity": str(size // 40 + 2)} for number in range(_UNITS)],
        "measures": [measure(random, number) for number in range(size)],
    }
    linked, found = load([SourceText(Path("a.yaml").as_posix(), json.dumps(strategy, ensure_ascii=False))])
    assert linked is not None, found
    plan, _ = derive(linked, {})
    assert plan is not None
    return plan


def measure(random: Random, number: int) -> dict[str, object]:
    """One measure of a plan: two in three wait for an earlier one."""
    month = f"{random.randint(2026, 2028)}-{random.randint(1, 12):02}"
    start, duration = random.choice(
        [
            (f"{month}-01", f"{random.randint(20, 200)} days"),
            (f"{month}-01", f"{random.randint(20, 120)} working days"),
            (month, f"{random.randint(1, 8)} months"),
        ]
    )
    people = {f"U-{unit}": str(random.choice([1, 2, 3])) for unit in random.sample(range(_UNITS), random.randint(1, 2))}
    found: dict[str, object] = {"id": f"M-{number}", "goal": "G-A", "title": "а", "duration": duration, "people": people}
    if number and random.random() < 2 / 3:
        found["after"] = [f"M-{random.randrange(max(0, number - 30), number)}"]
    else:
        found["start"] = start
    return found


if __name__ == "__main__":
    main()
