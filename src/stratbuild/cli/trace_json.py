"""A trace, or the whole matrix, as JSON; docs/trace-json.md describes it."""

from collections.abc import Sequence

from stratbuild.cli.trace_facts import facts_of
from stratbuild.model import Plan
from stratbuild.model.trace import Step, Trace, matrix
from stratbuild.render.locale import Locale

VERSION = 1


def trace_data(plan: Plan, found: Trace, words: Locale) -> dict[str, object]:
    """The item with what it follows from and what follows from it."""
    facts = _facts(plan, found.item, found.collection, words)
    return {"version": VERSION, **facts, "up": _steps(plan, found.up, words), "down": _steps(plan, found.down, words)}


def matrix_data(plan: Plan) -> dict[str, object]:
    """Every goal with its needs and measures."""
    goals = [
        {
            "goal": one.goal.id,
            "code": plan.coverage.codes[one.goal.id],
            "needs": list(one.needs),
            "measures": [
                {
                    "measure": row.measure.id,
                    "code": plan.coverage.codes[row.measure.id],
                    "kpis": [kpi.id for kpi in row.kpis],
                    "proposals": list(row.proposals),
                    "money": str(row.money),
                }
                for row in one.measures
            ],
        }
        for one in matrix(plan)
    ]
    return {"version": VERSION, "currency": plan.strategy.settings.currency, "goals": goals}


def _steps(plan: Plan, steps: Sequence[Step], words: Locale) -> list[dict[str, object]]:
    """The steps in the order of a printed tree, each with its depth: nested, long chains would be beyond readers of JSON."""
    found: list[dict[str, object]] = []
    waiting: list[tuple[Step, int, str | None]] = [(one, 1, None) for one in reversed(steps)]
    while waiting:
        step, depth, before = waiting.pop()
        facts = _facts(plan, step.item, step.collection, words, before)
        found.append({"depth": depth, **facts, "repeated": step.is_repeated})
        waiting += [(one, depth + 1, step.item) for one in reversed(step.beyond)]
    return found


def _facts(plan: Plan, id_: str, collection: str, words: Locale, before: str | None = None) -> dict[str, object]:
    facts = facts_of(plan, id_, words, before)
    return {
        "id": id_,
        "list": collection,
        "code": facts.code,
        "title": facts.title,
        "money": None if facts.money is None else str(facts.money),
        "path": facts.place.path,
        "line": facts.place.line,
    }
