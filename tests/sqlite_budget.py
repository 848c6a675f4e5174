"""An independent reckoning of a budget: from the YAML text to whole kopecks in SQLite, without the program's model.

Amounts are whole numbers of kopecks and exact fractions; the sums are SQL. Everything is read anew from the
text, with another reader of YAML, and worked out by the rules that the language of strategies states.
"""

import copy
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from fractions import Fraction
from typing import Any

from ruamel.yaml import YAML

Row = tuple[Any, ...]
Sums = dict[tuple[Any, ...], int]
Parts = dict[str | None, int]

COLUMNS = ("year", "source", "fund", "line", "measure", "goal", "top_goal", "unit", "code", "programme")
_BY_YEAR = ("amounts", "quantity")
_MONEY = (("amounts",), ("quantity", "unit_price"), ("total", "year_shares", "evenly_over"))


class Ledger:
    """The facts of a strategy and of all its scenarios; the strategy as written is the scenario ``None``."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.lists: dict[str, dict[str, Any]] = {}
        self.settings: dict[str, Any] = {}
        for content in files.values():
            for name, items in YAML(typ="base").load(content).items():
                if name == "strategy":
                    self.settings = items
                else:
                    self.lists.setdefault(name, {}).update({item["id"]: item for item in items})
        self._database = sqlite3.connect(":memory:")
        self._database.execute(f"CREATE TABLE fact (scenario, {', '.join(COLUMNS)}, kopecks INTEGER NOT NULL)")
        self._database.execute("CREATE TABLE after (scenario, line, year, kopecks INTEGER NOT NULL)")
        for scenario in (None, *self.lists.get("scenarios", ())):
            state = self._state(scenario)
            self._insert("fact", [(scenario, *row) for row in _facts(state)])
            self._insert("after", [(scenario, *row) for row in _after(state)])

    def close(self) -> None:
        """Let the database go."""
        self._database.close()

    def sums(self, scenario: str | None, *columns: str) -> Sums:
        """The kopecks of a scenario by columns; groups that come to nothing are left out."""
        return self._sums("fact", scenario, columns)

    def sums_after(self, scenario: str | None, *columns: str) -> Sums:
        """What recurring lines cost in the years after the strategy, by line and year."""
        return self._sums("after", scenario, columns)

    def _sums(self, table: str, scenario: str | None, columns: tuple[str, ...]) -> Sums:
        grouped = f"GROUP BY {', '.join(columns)}" if columns else ""
        query = (
            f"SELECT {', '.join((*columns, 'COALESCE(SUM(kopecks), 0) AS kopecks'))} FROM {table} WHERE scenario IS ? {grouped}"
        )
        with closing(self._database.execute(f"SELECT * FROM ({query}) WHERE kopecks <> 0", (scenario,))) as rows:
            return {tuple(row[:-1]): row[-1] for row in rows}

    def _insert(self, table: str, rows: list[Row]) -> None:
        if rows:
            self._database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def _state(self, scenario: str | None) -> dict[str, Any]:
        """The lists as a scenario has them, and who pays in place of whom."""
        state = copy.deepcopy({**self.lists, "settings": self.settings})
        scenarios = self.lists.get("scenarios", {})
        steps: list[dict[str, Any]] = []
        while scenario is not None:
            steps.insert(0, scenarios[scenario])
            scenario = scenarios[scenario].get("inherits")
        instead: dict[str, str | None] = {}
        absent: dict[str, bool] = {}
        for step in steps:
            _change(state, step)
            for id_, change in step.get("sources", {}).items():
                if change.get("absent") == "true" or "replaced_by" in change:
                    instead[id_] = change.get("replaced_by")
                elif change.get("absent") == "false":
                    instead.pop(id_, None)
            for id_, change in (*step.get("measures", {}).items(), *step.get("budget_lines", {}).items()):
                if "absent" in change:
                    absent[id_] = change["absent"] == "true"
        lines = state.get("budget_lines", {})
        state["budget_lines"] = {
            id_: line for id_, line in lines.items() if not absent.get(id_) and not absent.get(line["measure"])
        }
        state["instead"] = instead
        return state


def half_up(exact: Fraction) -> int:
    """The nearest whole number, the upper of two."""
    return int((exact * 2 + 1) // 2)


def kopecks(text: str) -> int:
    """A sum as it is written, in kopecks."""
    return int(Fraction(text) * 100)


def divided(amount: int, weights: Mapping[Any, Fraction]) -> dict[Any, int]:
    """By the rule of the largest remainder; the kopecks left go to those that lost most, of equals to the first named here."""
    whole = sum(weights.values())
    exact = {key: amount * weight / whole for key, weight in weights.items()}
    parts = {key: int(share // 1) for key, share in exact.items()}
    for key in sorted(parts, key=lambda key: parts[key] - exact[key])[: amount - sum(parts.values())]:
        parts[key] += 1
    return parts


def financed(amount: int, funding: Mapping[str, str] | str) -> Parts:
    """What every source pays, in the order of their ids; under no name, what nobody pays."""
    if isinstance(funding, str):
        return {funding: amount}
    named = dict(sorted(funding.items()))
    shares = {source: Fraction(part[:-1]) for source, part in named.items() if part.endswith("%")}
    if len(shares) == len(named):
        unpaid = 100 - sum(shares.values())
        return divided(amount, {**shares, **({None: Fraction(unpaid)} if unpaid > 0 else {})})
    takers = [source for source, part in named.items() if part in ("rest", "решта")]
    parts: Parts = dict.fromkeys(takers, 0)
    parts |= {source: half_up(amount * share / 100) for source, share in shares.items()}
    parts |= {source: kopecks(part) for source, part in named.items() if source not in parts}
    left = amount - sum(parts.values())
    if left < 0:
        return divided(amount, {source: Fraction(parts[source]) for source in named})
    parts |= divided(left, dict.fromkeys(takers, Fraction(1))) if takers else {None: left}
    return parts


def _stated(line: Mapping[str, Any]) -> dict[int, int]:
    if "unit_price" in line:
        price = kopecks(line["unit_price"])
        return {int(year): half_up(price * Fraction(quantity)) for year, quantity in line["quantity"].items()}
    if "total" in line:
        weights = {int(year): Fraction(share[:-1]) for year, share in line.get("year_shares", {}).items()}
        weights = weights or {int(year): Fraction(1) for year in line["evenly_over"]}
        return divided(kopecks(line["total"]), dict(sorted(weights.items())))
    return {int(year): kopecks(amount) for year, amount in line.get("amounts", {}).items()}


def _coefficient(state: Mapping[str, Any], line: Mapping[str, Any], year: int) -> Fraction:
    found = Fraction(1)
    if "exchange_rate" in line:
        rate = state["exchange_rates"][line["exchange_rate"]]
        found *= Fraction(rate.get("rate_by_year", {}).get(str(year), rate["rate"]))
    base = line.get("price_base", state["settings"].get("price_base"))
    if "price_index" in line and base is not None:
        index, risen = state["price_indices"][line["price_index"]]["index"], Fraction(1)
        for step in range(int(base) + 1, year + 1):
            risen = Fraction(half_up(risen * Fraction(index.get(str(step), "100%")[:-1]) / 100 * 10**6), 10**6)
        found *= risen
    if line.get("vat") == "added":
        found *= 1 + Fraction(state["vat_rates"][line["vat_rate"]]["rate"][:-1]) / 100
    return found


def _payer(state: Mapping[str, Any], source: str | None) -> str | None:
    passed = []
    while source in state["instead"]:
        if source in passed:
            return None
        passed.append(source)
        source = state["instead"][source]
    return source


def _facts(state: Mapping[str, Any]) -> Iterator[Row]:
    goals, sources = state["goals"], state["sources"]
    for line in state["budget_lines"].values():
        measure = state["measures"][line["measure"]]
        top = measure["goal"]
        while "parent" in goals[top]:
            top = goals[top]["parent"]
        for year, stated in _stated(line).items():
            amount = half_up(stated * _coefficient(state, line, year))
            funding = line.get("funding_by_year", {}).get(str(year), line.get("funding", {}))
            for named, part in financed(amount, funding).items():
                source = _payer(state, named)
                fund = sources[source].get("fund") if source is not None else None
                yield (
                    year, source, fund, line["id"], measure["id"], measure["goal"], top, measure.get("lead"),
                    line.get("economic_code"), line.get("programme"), part,
                )  # fmt: skip


def _after(state: Mapping[str, Any]) -> Iterator[Row]:
    last = int(state["settings"]["period"]["finish"][:4])
    shown = int(state["settings"].get("years_after", "3"))
    for line in state["budget_lines"].values():
        stated = _stated(line)
        if line.get("recurring") != "true" or not ("yearly_after" in line or stated):
            continue
        yearly = kopecks(line["yearly_after"]) if "yearly_after" in line else stated[max(stated)]
        amount = half_up(yearly * _coefficient(state, line, last))
        for year in range(last + 1, last + 1 + shown):
            if year > max(stated, default=last):
                yield line["id"], year, amount


def _change(state: dict[str, Any], scenario: Mapping[str, Any]) -> None:
    for id_, index in scenario.get("price_indices", {}).items():
        state["price_indices"][id_]["index"].update(index)
    for id_, rate in scenario.get("exchange_rates", {}).items():
        state["exchange_rates"][id_] |= {"rate": rate, "rate_by_year": {}}
    for id_, rate in scenario.get("vat_rates", {}).items():
        state["vat_rates"][id_]["rate"] = rate
    for id_, change in scenario.get("budget_lines", {}).items():
        _change_line(state["budget_lines"][id_], change)
    before: dict[str, int] = state.setdefault("put_off", {})
    for id_, change in scenario.get("measures", {}).items():
        for line in state["budget_lines"].values():
            if line["measure"] == id_:
                _put_off(line, int(change.get("years_later", before.get(id_, 0))) - before.get(id_, 0))
        if "years_later" in change:
            before[id_] = int(change["years_later"])


def _change_line(line: dict[str, Any], change: Mapping[str, Any]) -> None:
    for way in _MONEY:
        if not any(name in change for name in way):
            continue
        for name in (name for other in _MONEY if other != way for name in other):
            line.pop(name, None)
        for name in way:
            if name in change:
                line[name] = {**line.get(name, {}), **change[name]} if name in _BY_YEAR else change[name]
        if "year_shares" in change:
            line.pop("evenly_over", None)
        elif "evenly_over" in change:
            line.pop("year_shares", None)
    if "funding" in change:
        line["funding"] = change["funding"]
        line["funding_by_year"] = {}
    line["funding_by_year"] = {**line.get("funding_by_year", {}), **change.get("funding_by_year", {})}


def _put_off(line: dict[str, Any], years: int) -> None:
    for name in (*_BY_YEAR, "year_shares", "funding_by_year"):
        if name in line:
            line[name] = {str(int(year) + years): value for year, value in line[name].items()}
    if "evenly_over" in line:
        line["evenly_over"] = [str(int(year) + years) for year in line["evenly_over"]]
