"""Whole strategies made by chance, as YAML text, that use everything a budget can say; nothing in them is an error.

The same generator is driven by hypothesis, which makes a failing strategy smaller, and by a seeded random
number, which makes thousands of them quickly.
"""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from budget_scenarios import Scenarios
from chances import ALL_PERCENT, LARGEST, WAYS, Chance, Choices, Drawn, decimals, money

Document = dict[str, Any]
"""What the files say: lists of items by name, every single value a text."""

_LISTS = (
    "units", "goals", "kpis", "measures", "sources", "programmes", "vat_rates", "price_indices", "exchange_rates",
    "budget_lines", "specifications", "scenarios",
)  # fmt: skip
_CODES = ("2210", "2240", "3110")
_PROGRAMMES = ("0117530", "0217461", "0618340")


@st.composite
def documents(draw: st.DrawFn, *, strict: bool = False) -> Document:
    """Strategies for hypothesis."""
    return document(Drawn(draw), strict=strict)


def document(chance: Chance, *, strict: bool = False) -> Document:
    """One strategy. Where it is not strict, its scenarios also say what can be reckoned, but what rules refuse."""
    return _Maker(chance, strict=strict).made()


def texts(found: Document) -> dict[str, str]:
    """The strategy as files by path: its settings, and every list in one of its own."""
    files = {"strategy.yaml": f"strategy: {flow(found['strategy'])}\n"}
    for name in _LISTS:
        if found[name]:
            files[f"{name}.yaml"] = f"{name}:\n" + "".join(f"- {flow(item)}\n" for item in found[name])
    return files


def text(found: Document) -> str:
    """The strategy as one file."""
    return "".join(texts(found).values())


def flow(value: Any) -> str:
    """A value as YAML between brackets; a text that is no plain word or number stands in quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    assert isinstance(value, str), value
    return f'"{value}"' if value.isdecimal() and value.startswith("0") and len(value) > 1 else value


def turned_around(value: Any) -> Any:
    """The same with the keys of every mapping in the opposite order; lists stay, for their order means something."""
    if isinstance(value, Mapping):
        return {key: turned_around(value[key]) for key in reversed(list(value))}
    return [turned_around(one) for one in value] if isinstance(value, list) else value


class _Maker(Choices):
    """One strategy in the making."""

    def __init__(self, chance: Chance, *, strict: bool) -> None:
        super().__init__(chance)
        self.strict = strict
        self.first = self.whole(2024, 2026)
        self.years = list(range(self.first, self.first + self.whole(1, 5)))
        self.last = self.years[-1]
        self.ways: dict[str, str] = {}
        """By line: how it comes to its amount."""

    def made(self) -> Document:
        years = self.years
        self.base = self.yes(3)  # whether the strategy itself names the year of its prices
        self.goals = [
            {"id": "G-A", "title": "Ціль"},
            {"id": "G-AA", "parent": "G-A", "title": "Нижча"},
            {"id": "G-B", "title": "Друга"},
        ]
        self.goals += [{"id": "G-AAA", "parent": "G-AA", "title": "Найнижча"}] if self.yes() else []
        indices: list[dict[str, Any]] = [
            {
                "id": id_,
                "title": "Індекс",
                "index": {str(year): f"{decimals(self.whole(800_000, 1_300_000), 4)}%" for year in range(2019, self.last + 9)},
                "source": "Прогноз",
            }
            for id_ in ("PI-CPI", "PI-PPI")
        ]
        currencies = [{"id": "FX-EUR", "currency": "EUR"}, {"id": "FX-USD", "currency": "USD"}]
        rates = [
            {**one, "title": "Курс", "rate": self.rate(), "rate_by_year": {str(year): self.rate() for year in self.some(years)},
             "on": "2024-11-03", "source": "НБУ"} for one in currencies
        ]  # fmt: skip
        taxes = [{"id": id_, "title": "ПДВ", "rate": self.share(), "source": "Кодекс"} for id_ in ("VAT-A", "VAT-B")]
        settings: dict[str, Any] = {
            "title": "Стратегія", "language": "uk", "community": {"name": "Громада"},
            "period": {"start": str(self.first), "finish": str(self.last)},
        }  # fmt: skip
        if self.base:
            settings["price_base"] = str(self.whole(2019, self.last))
        if self.yes():
            settings["years_after"] = str(self.whole(0, 5))
        measures = self.measures()
        lines = [self.line(number, self.pick(measures)) for number in range(self.whole(1, 8))]
        found: Document = {
            "strategy": settings,
            "units": [{"id": "U-A", "name": "Перший"}, {"id": "U-B", "name": "Другий"}],
            "goals": self.goals,
            "kpis": [{"id": "K-A", "title": "Показник", "goal": "G-A", "targets": {str(year): "5" for year in years}}],
            "measures": measures,
            "sources": self.sources(),
            "programmes": [
                {"id": f"BP-{number}", "code": code, "title": "Програма", "ceilings": self.ceilings()}
                for number, code in enumerate(_PROGRAMMES)
            ],
            "vat_rates": taxes,
            "price_indices": indices,
            "exchange_rates": rates,
            "budget_lines": lines,
            "specifications": [],
            "scenarios": [],
        }
        if self.yes():
            paid = [line["id"] for line in lines if line["measure"] == lines[0]["measure"]]
            found["specifications"] = [
                {"id": "T-A", "measure": lines[0]["measure"], "title": "Закупівля", "kind": "goods", "budget_lines": paid}
            ]
        scenarios = Scenarios(self.chance, found, self.ways, strict=self.strict)
        for number in range(self.whole(0, 5)):
            found["scenarios"].append(scenarios.scenario(f"SC-{number}"))
        return found

    def measures(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        lowest = "G-AAA" if len(self.goals) > 3 else "G-AA"
        for number in range(self.whole(1, 6)):
            start = self.pick(self.years)
            finish = self.pick([year for year in self.years if year >= start])
            one: dict[str, Any] = {"id": f"M-{number}", "goal": self.pick([lowest, "G-B"]), "title": "Захід"}
            one |= {"lead": self.pick(["U-A", "U-B"])} if not self.yes(4) else {}
            one |= {"start": str(start), "finish": str(finish)}
            one["after"] = self.some([other["id"] for other in found if int(other["finish"]) < start])
            found.append(one)
        return found

    def sources(self) -> list[dict[str, Any]]:
        donor = {
            "minimum": f"{self.whole(1, 10)}%",
            "by": ["local"],
            "of": self.pick(["line", "measure", "strategy"]),
        }
        return [
            {"id": "S-LOCAL", "title": "Місцевий", "kind": "local", "fund": "development", "ceilings": self.ceilings()},
            {"id": "S-GENERAL", "title": "Загальний", "kind": "own", "fund": "general", "ceilings": self.ceilings()},
            {"id": "S-STATE", "title": "Субвенція", "kind": "state", "fund": "special", "confirmed": self.pick(["true", "false"])},
            {"id": "S-DONOR", "title": "Донор", "kind": "donor", "co_financing": donor},
            {"id": "S-GRANT", "title": "Грант", "kind": "donor", "pays_for": {"economic_codes": ["2240"], "goals": ["G-A", "G-B"]}},
        ]  # fmt: skip

    def ceilings(self) -> dict[str, str]:
        return {str(year): LARGEST for year in self.some(self.years)}

    def line(self, number: int, measure: Mapping[str, Any]) -> dict[str, Any]:
        years = list(range(int(measure["start"]), int(measure["finish"]) + 1))
        code = self.pick([None, *_CODES])
        one: dict[str, Any] = {"id": f"B-{number}", "measure": measure["id"], "title": "Рядок"}
        one |= {"economic_code": code} if code else {}
        one |= {"programme": self.pick(_PROGRAMMES)} if self.yes() else {}
        way = self.pick(WAYS)
        self.ways[one["id"]] = way
        least = self.pick([0, 10_000])
        one |= self.amount(way, years, least)
        adjusted = {}
        if self.yes(3):
            adjusted["price_index"] = self.pick(["PI-CPI", "PI-PPI"])
            if not self.base or self.yes():
                adjusted["price_base"] = str(self.whole(2019, self.last))
        if self.yes(3):
            adjusted["exchange_rate"] = self.pick(["FX-EUR", "FX-USD"])
        if self.yes(3):
            adjusted |= {"vat": "added", "vat_rate": self.pick(["VAT-A", "VAT-B"])}
        elif self.yes(3):
            adjusted |= self.pick([{"vat": "included", "vat_rate": "VAT-A"}, {"vat": "exempt"}])
        if self.yes(3):
            adjusted["recurring"] = "true"
            adjusted |= {"yearly_after": self.sum(0)} if self.yes() else {}
        one |= adjusted
        one |= self.funding_of_line(one, code, way, least)
        return one

    def funding_of_line(self, line: Mapping[str, Any], code: str | None, way: str, least: int) -> dict[str, Any]:
        """Who pays: nothing here is more or less than the whole, and every source may pay."""
        payers = ["S-LOCAL", "S-STATE"]
        payers += ["S-GENERAL"] if code != "3110" else []
        payers += ["S-GRANT"] if code == "2240" else []
        kind = self.pick(["single", "shares", "rest", "donor", "sum", "years"])
        if kind == "donor" and least:
            local = self.whole(200_000, ALL_PERCENT - 1)
            return {"funding": {"S-DONOR": f"{decimals(ALL_PERCENT - local, 4)}%", "S-LOCAL": f"{decimals(local, 4)}%"}}
        if kind == "sum" and least and way == "amounts":
            amounts = {year: int(amount.replace(".", "")) for year, amount in line["amounts"].items()}
            other = self.pick(payers[1:])
            parts = {year: {other: money(self.whole(1, amount // 5)), "S-LOCAL": "rest"} for year, amount in amounts.items()}
            return {"funding": parts.popitem()[1]} if len(parts) == 1 else {"funding": "S-LOCAL", "funding_by_year": parts}
        if kind == "rest":
            first, second = self.pick([["S-LOCAL", "S-STATE"], ["S-STATE", "S-LOCAL"]])
            return {"funding": {first: self.share(), second: self.pick(["rest", "решта"])}}
        if kind == "years":
            spent = next(list(line[name]) for name in ("amounts", "quantity", "year_shares", "evenly_over") if name in line)
            of_years = {year: self.whole_funding(payers) for year in self.some(spent, least=1)}
            return {"funding": self.whole_funding(payers), "funding_by_year": of_years}
        return {"funding": self.pick(payers) if kind == "single" else self.whole_funding(payers)}

    def whole_funding(self, payers: list[str]) -> dict[str, str]:
        named = self.some(payers, least=1)
        return dict(zip(named, self.shares(len(named)), strict=True))
