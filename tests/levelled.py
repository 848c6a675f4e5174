"""Random plans to be levelled, and what is expected of proposed dates, counted day by day without the code that proposes them."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from plan_samples import plan_of
from stratbuild.model import Plan, Window
from stratbuild.planning.levelling import Proposal
from stratbuild.schema.dependency import Dependency, DependencyType
from stratbuild.schema.measure import Measure

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
_STARTS = ("2026-{m:02}-{d:02}", "2026-{m:02}", "2026-Q{q}", "2026")
_LENGTHS = ("{n} days", "{w} weeks", "{n} working days", "{k} months", "1 quarters")
_LAGS = ("2 weeks", "-5 days", "1 months", "3 working days", "-2 working days")


def random_lists(seed: int) -> tuple[str, str]:
    """The lists and the settings of a plan of up to 15 measures of all kinds, in which units have too much work."""
    random = Random(seed)
    units = [
        f"  - {{id: U-{name}, name: Відділ {name}, capacity: {random.choice(['1', '1.5', '2'])}"
        + (f", person_months: {{2027: {random.randint(10, 30)}}}" if random.random() < 0.4 else "")
        + "}"
        for name in ("A", "B", "C")[: random.randint(1, 3)]
    ]
    ids = [unit.split("id: ")[1].split(",")[0] for unit in units]
    measures = [_measure(random, number, ids) for number in range(random.randint(3, 15))]
    lists = "\n".join(
        [
            "units:",
            *units,
            "goals:",
            "  - {id: G-A, title: Ціль}",
            "measures:",
            *measures,
            "milestones:",
            "  - {id: MS-A, title: Віха, after: [M-0, {measure: M-1, lag: 1 weeks}]}",
            f"  - {{id: MS-B, title: Віха, on: 2026-{random.randint(1, 12):02}-15}}",
            "",
        ]
    )
    return lists, _settings(random)


def random_plan(seed: int) -> Plan:
    """The plan of such lists."""
    return plan_of(*random_lists(seed))


def _settings(random: Random) -> str:
    status = f"  status_on: 2026-0{random.randint(1, 9)}-20\n" if random.random() < 0.3 else ""
    return f"""\
strategy:
  title: Цифрова стратегія
  community: {{name: Менська міська територіальна громада, katottg: UA74020030000069340}}
  period: {{start: {FIRST}, finish: {LAST}}}
  language: uk
  calendar: {{holidays: ukraine, days_off: [2026-03-09], days_worked: [2026-03-14]}}
{status}"""


def _measure(random: Random, number: int, units: list[str]) -> str:
    month, day = random.randint(1, 12), random.randint(1, 28)
    start = random.choice(_STARTS).format(m=month, d=day, q=(month + 2) // 3)
    lasting = random.choice(_LENGTHS).format(n=random.randint(1, 60), w=random.randint(1, 12), k=random.randint(1, 5))
    keys = {"id": f"M-{number}", "goal": "G-A", "title": f"Захід {number}"}
    form = random.randrange(5)
    if form == 0:
        keys |= {"start": start}
    elif form == 1:
        finish = (date(2026, month, day) + timedelta(days=random.randint(31, 100))).isoformat()
        keys |= {"start": f"2026-{month:02}-{day:02}", "finish": finish[: random.choice([7, 10])]}
    elif form == 2:
        keys |= {"finish": f"2027-{month:02}" + random.choice(["", f"-{day:02}"]), "duration": lasting}
    elif form == 3:
        keys |= {"duration": lasting}
    else:
        keys |= {"start": start, "duration": lasting}
    after = [_after(random, other) for other in random.sample(range(number), min(number, random.choice([0, 0, 1, 1, 2])))]
    after += ["{milestone: MS-B}"] if random.random() < 0.1 else []
    if after:
        keys["after"] = f"[{', '.join(after)}]"
    if random.random() < 0.8:
        needed = {unit: random.choice(["0.3", "0.5", "1", "1.5"]) for unit in random.sample(units, random.randint(1, len(units)))}
        keys[random.choice(["people", "people", "person_months"])] = "{" + ", ".join(f"{u}: {n}" for u, n in needed.items()) + "}"
    for key, value, share in (
        ("fixed", "true", 0.1),
        ("deadline", f"2027-{month:02}", 0.15),
        ("not_before", f"2026-{month:02}", 0.1),
        ("actual", f"{{start: 2026-0{random.randint(1, 2)}-10}}", 0.1),
        ("priority", random.choice(["must", "high", "low"]), 0.4),
        ("part_of", f"M-{max(0, number - 1)}", 0.05 if number else 0),
    ):
        if random.random() < share:
            keys[key] = value
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}"


def _after(random: Random, other: int) -> str:
    kind = random.choice(["finish-to-start", "finish-to-start", "start-to-start", "finish-to-finish"])
    lag = f", lag: {random.choice(_LAGS)}" if random.random() < 0.4 else ""
    return f"{{measure: M-{other}, type: {kind}{lag}}}"


def windows_after(plan: Plan, proposal: Proposal) -> Mapping[str, Window]:
    """Where every measure is when the proposal is taken, those with parts of their own around them."""
    found = dict(plan.forecast)
    found |= {id_: place.window for id_, place in proposal.places.items()}
    for id_ in plan.strategy.measures:
        parts = [one.id for one in plan.strategy.measures.values() if one.part_of == id_ and one.id in found]
        if id_ in found and id_ not in plan.network.nodes:
            found[id_] = Window(min(found[one].first for one in parts), max(found[one].last for one in parts))
    return found


def overloaded_days(plan: Plan, windows: Mapping[str, Window]) -> Iterator[tuple[date, str, frozenset[str]]]:
    """Every day on which a unit has more work than people, and the measures at work."""
    for unit in plan.strategy.units.values():
        needs = {
            id_: need
            for id_, measure in plan.strategy.measures.items()
            if id_ in windows and (need := _need(measure, unit.id, windows[id_]))
        }
        for number in range((LAST - FIRST).days + 1):
            day = FIRST + timedelta(days=number)
            capacity = unit.capacity if day.year not in unit.person_months else Fraction(unit.person_months[day.year]) / 12
            there = {id_ for id_ in needs if windows[id_].first <= day <= windows[id_].last}
            if capacity is not None and sum((needs[id_] for id_ in there), Fraction(0)) > Fraction(capacity):
                yield day, unit.id, frozenset(there)


def _need(measure: Measure, unit: str, window: Window) -> Fraction:
    found = Fraction(measure.people.get(unit, 0))
    if unit in measure.person_months:
        day, months = window.first, Fraction(0)
        while day <= window.last:
            following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
            months += Fraction(1, (following - timedelta(days=1)).day)
            day += timedelta(days=1)
        found += Fraction(measure.person_months[unit]) / months
    return found


def contradictions(plan: Plan, windows: Mapping[str, Window]) -> dict[tuple[str, str, int], int]:
    """By link between measures with dates of their own: the days by which it is not kept."""
    found = {}
    for measure in plan.strategy.measures.values():
        for place, dependency in enumerate(measure.after):
            if dependency.on in windows and measure.id in windows and measure.id in plan.network.nodes:
                found[measure.id, dependency.on, place] = _late(plan, dependency, windows[dependency.on], windows[measure.id])
    return found


def _late(plan: Plan, dependency: Dependency, before: Window, after: Window) -> int:
    day = timedelta(days=1)
    moment, bound = {
        DependencyType.FINISH_TO_START: (before.last + day, after.first),
        DependencyType.START_TO_START: (before.first, after.first),
        DependencyType.FINISH_TO_FINISH: (before.last + day, after.last + day),
    }[dependency.type]
    if dependency.lag is not None:
        moment = dependency.lag.from_day(moment, plan.workdays)
    return max(0, (moment - bound).days)
