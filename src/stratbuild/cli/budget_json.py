"""The budget and the comparison of two plans as data for programs; docs/budget-json.md describes every key.

Sums are texts of an exact number, `"4277117.31"`, never floats; years that are keys are texts, too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from stratbuild.cli.budget_table import after_by_year
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.model import Comparison, Plan, Window
from stratbuild.model.budget import fund_of, source, year
from stratbuild.model.comparison import MeasureChange, MoneyChange, TargetChange
from stratbuild.quantity import ZERO, Money
from stratbuild.render.locale import Locale
from stratbuild.schema.source import Fund

VERSION = 1

Data = dict[str, Any]


def budget_data(plan: Plan, words: Locale) -> Data:
    """One plan: by year and source with ceilings and headroom, by fund, and what goes on after the strategy."""
    by_year, after = plan.budget.total_by(year), after_by_year(plan)
    return {
        **_head(plan, words),
        "scenario": _scenario(plan, words),
        "years": list(plan.budget.years),
        "total": str(plan.budget.total),
        "by_year": {str(of): str(by_year.get(of, ZERO)) for of in plan.budget.years},
        "by_source": _by_source(plan, words),
        "by_fund": _by_fund(plan),
        "after": {"by_year": {str(of): str(sum_of) for of, sum_of in after.items()}, "total": str(Money.total(after.values()))},
    }


def comparison_data(comparison: Comparison, words: Locale) -> Data:
    """Two plans: every sum of both with the difference, the measures and the targets that differ."""
    return {
        **_head(comparison.first, words),
        "first": _scenario(comparison.first, words),
        "second": _scenario(comparison.second, words),
        "total": _change(comparison.total),
        "after": _change(comparison.after),
        "by_year": _changes(comparison.by_year, "year"),
        "by_source": _changes(comparison.by_source, "source"),
        "by_year_and_source": _changes(comparison.by_year_and_source, "year", "source"),
        "by_goal": _changes(comparison.by_goal, "goal"),
        "by_unit": _changes(comparison.by_unit, "unit"),
        "by_economic_code": _changes(comparison.by_economic_code, "economic_code"),
        "measures": [_measure(comparison, one, words) for one in comparison.measures],
        "targets": [_target(comparison, one, words) for one in comparison.targets],
    }


def _head(plan: Plan, words: Locale) -> Data:
    return {"version": VERSION, "language": words.language, "currency": plan.strategy.settings.currency}


def _scenario(plan: Plan, words: Locale) -> Data:
    return {"id": id_of(plan), "title": title_of(plan, words)}


def _by_source(plan: Plan, words: Locale) -> list[Data]:
    sums, sources = plan.budget.by(source, year), plan.strategy.sources
    found: list[Data] = []
    for id_ in (*sources, None):
        planned = {of: sums.get((id_, of), ZERO) for of in plan.budget.years}
        row: Data = {"source": id_, "title": None, "kind": None, "fund": None, "confirmed": None}
        ceilings: Mapping[int, Money] = {}
        if id_ is not None:
            one = sources[id_]
            ceilings = {of: one.ceilings[of] for of in plan.budget.years if of in one.ceilings}
            row |= {"title": plan.strategy.text(one.title, words.language), "kind": one.kind.value, "confirmed": one.confirmed}
            row["fund"] = one.fund.value if one.fund is not None else None
        found.append(
            {
                **row,
                "planned": _texts(planned),
                "total": str(Money.total(planned.values())),
                "ceilings": _texts(ceilings),
                "headroom": _texts({of: ceiling - planned[of] for of, ceiling in ceilings.items()}),
            }
        )
    return found


def _by_fund(plan: Plan) -> list[Data]:
    sums = plan.budget.by(fund_of(plan.strategy), year)
    found: list[Data] = []
    for fund in (*Fund, None):
        planned = {of: sums.get((fund, of), ZERO) for of in plan.budget.years}
        name = fund.value if fund is not None else None
        found.append({"fund": name, "planned": _texts(planned), "total": str(Money.total(planned.values()))})
    return found


def _texts(by_year: Mapping[int, Money]) -> dict[str, str]:
    return {str(of): str(sum_of) for of, sum_of in by_year.items()}


def _changes(changes: Sequence[MoneyChange], *keys: str) -> list[Data]:
    return [{**dict(zip(keys, one.key, strict=True)), **_change(one)} for one in changes]


def _change(one: MoneyChange) -> Data:
    return {"first": str(one.first), "second": str(one.second), "difference": str(one.difference)}


def _measure(comparison: Comparison, one: MeasureChange, words: Locale) -> Data:
    holder = comparison.first.strategy if one.in_first else comparison.second.strategy
    return {
        "measure": one.measure,
        "title": holder.text(holder.measures[one.measure].title, words.language),
        "first": _standing(one.first_window, one.first_money) if one.in_first else None,
        "second": _standing(one.second_window, one.second_money) if one.in_second else None,
        "difference": str(one.second_money - one.first_money),
    }


def _standing(window: Window | None, money: Money) -> Data:
    """How a measure stands in one of the plans."""
    return {
        "start": window.first.isoformat() if window is not None else None,
        "finish": window.last.isoformat() if window is not None else None,
        "money": str(money),
    }


def _target(comparison: Comparison, one: TargetChange, words: Locale) -> Data:
    strategy = comparison.first.strategy
    return {
        "kpi": one.kpi,
        "title": strategy.text(strategy.kpis[one.kpi].title, words.language),
        "year": one.year,
        "first": None if one.first is None else f"{one.first:f}",
        "second": None if one.second is None else f"{one.second:f}",
    }
