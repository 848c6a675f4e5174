"""The model's sums beside those of SQLite."""

from collections.abc import Iterator, Mapping

from sqlite_budget import Ledger, Sums
from stratbuild.model import Plan, derive
from stratbuild.model import budget as key
from stratbuild.pipeline import load
from stratbuild.source import SourceText

TABLES = (
    (), ("year",), ("source",), ("fund",), ("line",), ("measure",), ("goal",), ("top_goal",), ("unit",), ("code",), ("programme",),
    ("year", "source"), ("year", "fund"), ("year", "line"), ("year", "goal"), ("year", "top_goal"), ("year", "unit"),
    ("year", "code"), ("year", "programme"), ("year", "fund", "code"), ("year", "source", "line"),
)  # fmt: skip
"""The columns of every table that a paper or a sheet shows, and the finest one."""


def plan_of(files: Mapping[str, str]) -> Plan:
    """The plan of texts that are linked without an error; rules are not asked."""
    strategy, found = load([SourceText(path, content) for path, content in files.items()])
    assert strategy is not None, [one.message("en", str) for one in found]
    plan, _ = derive(strategy, {})
    assert plan is not None
    return plan


def keys(plan: Plan) -> Mapping[str, key.Key]:
    """The model's key for every column of the ledger."""
    return {
        "year": key.year,
        "source": key.source,
        "fund": key.fund_of(plan.strategy),
        "line": key.line,
        "measure": key.measure,
        "goal": key.goal_of(plan.strategy),
        "top_goal": key.top_goal_of(plan.strategy),
        "unit": key.unit_of(plan.strategy),
        "code": key.economic_code,
        "programme": key.programme,
    }


def sums(plan: Plan, *columns: str) -> Sums:
    """The model's kopecks by columns; groups that come to nothing are left out."""
    by_name = keys(plan)
    found = plan.budget.by(*(by_name[column] for column in columns))
    return {group: money.hundredths for group, money in found.items() if money}


def sums_after(plan: Plan) -> Sums:
    """What recurring lines cost after the strategy, by line and year."""
    return {(one.line.id, one.year): one.money.hundredths for one in plan.budget.after if one.money}


def differences(ledger: Ledger, plan: Plan) -> Iterator[str]:
    """Every table of the strategy as written and of every scenario that is not what SQLite adds up."""
    for scenario, one in ((None, plan), *plan.scenarios.items()):
        for columns in TABLES:
            found, expected = sums(one, *columns), ledger.sums(scenario, *columns)
            if found != expected:
                yield _difference(scenario, " × ".join(columns) or "total", found, expected)
        found, expected = sums_after(one), ledger.sums_after(scenario, "line", "year")
        if found != expected:
            yield _difference(scenario, "after", found, expected)


def _difference(scenario: str | None, table: str, found: Sums, expected: Sums) -> str:
    groups = [group for group in {**found, **expected} if found.get(group) != expected.get(group)]
    shown = "; ".join(f"{group}: {found.get(group)} for {expected.get(group)}" for group in groups[:3])
    return f"{scenario or 'as written'}, {table}: {shown}"
