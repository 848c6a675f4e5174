"""Whole strategies made by chance, as YAML text, that use everything a budget can say; nothing in them is an error.

The same generator is driven by hypothesis, which makes a failing strategy smaller, and by a seeded random
number, which makes thousands of them quickly.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

Document = dict[str, Any]
"""What the files say: lists of items by name, every single value a text."""

_Value = TypeVar("_Value")
_LISTS = (
    "units", "goals", "kpis", "measures", "sources", "programmes", "vat_rates", "price_indices", "exchange_rates",
    "budget_lines", "specifications", "scenarios",
)  # fmt: skip
_LARGEST = "9999999999999.99"
_CODES = ("2210", "2240", "3110")
_PROGRAMMES = ("0117530", "0217461", "0618340")
_ALL_PERCENT = 1_000_000
WAYS = ("amounts", "quantity", "total")


class Chance(Protocol):
    """Where the choices come from."""

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""


class Rolled:
    """Choices of a seeded random number."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""
        return self._random.choice(values)


class Drawn:
    """Choices of hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._draw(st.integers(least, most))

    def pick(self, values: Sequence[_Value]) -> _Value:
        """One of the values."""
        return self._draw(st.sampled_from(values))


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


def money(kopecks: int) -> str:
    """A sum as it is written."""
    return f"{kopecks // 100}.{kopecks % 100:02}"


def decimals(units: int, places: int) -> str:
    """A number of so many decimals, without zeros at its end."""
    return f"{(Decimal(units) / 10**places).normalize():f}"


class _Maker:
    """One strategy in the making."""

    def __init__(self, chance: Chance, *, strict: bool) -> None:
        self.whole, self.pick, self.strict = chance.whole, chance.pick, strict
        self.gone: dict[str | None, set[str]] = {None: set()}
        """By scenario: the measures, lines and sources that it, or one that it inherits from, says anything of absence of."""
        self.first = self.whole(2024, 2026)
        self.years = list(range(self.first, self.first + self.whole(1, 5)))
        self.last = self.years[-1]
        self.ways: dict[str | None, dict[str, str]] = {}
        """By scenario, and of the strategy as written: how every line comes to its amount."""

    def yes(self, of: int = 2) -> bool:
        """True once in so many times."""
        return self.whole(1, of) == 1

    def some(self, values: Sequence[_Value], least: int = 0) -> list[_Value]:
        """Some of the values, at least so many, in their order."""
        found = [value for value in values if self.yes()]
        while len(found) < least:
            found = [value for value in values if value in found or self.yes()]
        return found

    def made(self) -> Document:
        years = self.years
        self.base = self.yes(3)  # whether the strategy itself names the year of its prices
        self.goals = [
            {"id": "G-A", "title": "Ціль"},
            {"id": "G-AA", "parent": "G-A", "title": "Нижча"},
            {"id": "G-B", "title": "Друга"},
        ]
        self.goals += [{"id": "G-AAA", "parent": "G-AA", "title": "Найнижча"}] if self.yes() else []
        indices = [
            {
                "id": id_,
                "title": "Індекс",
                "index": {str(year): f"{decimals(self.whole(800_000, 1_300_000), 4)}%" for year in range(2019, self.last + 9)},
                "source": "Прогноз",
            }
            for id_ in ("PI-CPI", "PI-PPI")
        ]
        rates = [{"id": "FX-EUR", "currency": "EUR"}, {"id": "FX-USD", "currency": "USD"}]
        rates = [
            {**one, "title": "Курс", "rate": self.rate(), "rate_by_year": {str(year): self.rate() for year in self.some(years)},
             "on": "2024-11-03", "source": "НБУ"} for one in rates
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
        for number in range(self.whole(0, 5)):
            found["scenarios"].append(self.scenario(f"SC-{number}", found))
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
        return {str(year): _LARGEST for year in self.some(self.years)}

    def line(self, number: int, measure: Mapping[str, Any]) -> dict[str, Any]:
        years = list(range(int(measure["start"]), int(measure["finish"]) + 1))
        code = self.pick([None, *_CODES])
        one: dict[str, Any] = {"id": f"B-{number}", "measure": measure["id"], "title": "Рядок"}
        one |= {"economic_code": code} if code else {}
        one |= {"programme": self.pick(_PROGRAMMES)} if self.yes() else {}
        way = self.pick(WAYS)
        self.ways.setdefault(None, {})[one["id"]] = way
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

    def amount(self, way: str, years: list[int], least: int = 0) -> dict[str, Any]:
        spent = [str(year) for year in self.some(years, least=1)]
        if way == "amounts":
            return {"amounts": {year: self.sum(least) for year in spent}}
        if way == "quantity":
            return {"quantity": {year: self.quantity(least) for year in spent}, "unit_price": self.sum(least)}
        if self.yes():
            return {"total": self.sum(least), "evenly_over": spent}
        return {"total": self.sum(least), "year_shares": dict(zip(spent, self.shares(len(spent)), strict=True))}

    def sum(self, least: int) -> str:
        return money(self.whole(least, self.pick([20_000, 10**7, 10**10])))

    def quantity(self, least: int) -> str:
        return decimals(self.whole(1_000 if least else 0, 10**6), 3)

    def rate(self) -> str:
        return decimals(self.whole(1_000_000, 60_000_000), 6)

    def share(self) -> str:
        return f"{decimals(self.whole(1, 300_000), 4)}%"

    def shares(self, count: int) -> list[str]:
        """So many shares, together the whole."""
        if self.yes(4):
            equal = _ALL_PERCENT // count
            parts = [equal] * (count - 1) + [_ALL_PERCENT - equal * (count - 1)]
        else:
            left, parts = _ALL_PERCENT, []
            for others in range(count - 1, 0, -1):
                parts.append(self.whole(1, left - others))
                left -= parts[-1]
            parts.append(left)
        return [f"{decimals(part, 4)}%" for part in parts]

    def funding_of_line(self, line: Mapping[str, Any], code: str | None, way: str, least: int) -> dict[str, Any]:
        """Who pays: nothing here is more or less than the whole, and every source may pay."""
        payers = ["S-LOCAL", "S-STATE"]
        payers += ["S-GENERAL"] if code != "3110" else []
        payers += ["S-GRANT"] if code == "2240" else []
        kind = self.pick(["single", "shares", "rest", "donor", "sum", "years"])
        if kind == "donor" and least:
            local = self.whole(200_000, _ALL_PERCENT - 1)
            return {"funding": {"S-DONOR": f"{decimals(_ALL_PERCENT - local, 4)}%", "S-LOCAL": f"{decimals(local, 4)}%"}}
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

    def scenario(self, id_: str, found: Document) -> dict[str, Any]:
        one: dict[str, Any] = {"id": id_, "title": "Сценарій"}
        parent = self.pick([None, *(other["id"] for other in found["scenarios"][-2:])])
        one |= {"inherits": parent} if parent else {}
        self.ways[id_] = dict(self.ways[parent])
        gone = self.gone[id_] = set(self.gone[parent])
        years = [*self.years, self.last + 1]
        text_years = [str(year) for year in years]
        lines = [line["id"] for line in found["budget_lines"]]
        if self.yes():
            one["price_indices"] = {
                index: {year: f"{decimals(self.whole(700_000, 1_500_000), 4)}%" for year in self.some(text_years, least=1)}
                for index in self.some(["PI-CPI", "PI-PPI"], least=1)
            }
        if self.yes(3):
            one["exchange_rates"] = {rate: self.rate() for rate in self.some(["FX-EUR", "FX-USD"], least=1)}
        if self.yes(3):
            one["vat_rates"] = {rate: self.share() for rate in self.some(["VAT-A", "VAT-B"], least=1)}
        ids = [source["id"] for source in found["sources"]]
        one["sources"] = {source: self.source_change(source, ids, gone) for source in self.some(ids) if self.yes()}
        one["programmes"] = {f"BP-{number}": {"ceilings": self.ceilings()} for number in self.some([0, 1]) if self.yes()}
        measures = [measure for measure in found["measures"] if self.is_free(measure["id"], gone)]
        one["measures"] = {measure["id"]: self.measure_change(measure, gone) for measure in measures if self.yes(3)}
        measure_of = {line["id"]: line["measure"] for line in found["budget_lines"]}
        lines = [line for line in lines if self.is_free(line, gone) and self.is_free(measure_of[line], gone)]
        one["budget_lines"] = {line: self.line_change(id_, line, gone) for line in lines if self.yes(3)}
        if self.yes(3):
            one["kpis"] = {"K-A": {"targets": {year: str(self.whole(5, 9)) for year in self.some(text_years, least=1)}}}
        return {key: value for key, value in one.items() if value != {}}

    def is_free(self, id_: str, gone: set[str]) -> bool:
        return not self.strict or id_ not in gone

    def source_change(self, source: str, ids: list[str], gone: set[str]) -> dict[str, Any]:
        kinds: list[dict[str, Any]] = [{"confirmed": "false"}, {"ceilings": {str(self.last): self.sum(0)}}]
        if not self.strict:
            others = [other for other in ids if other != source]
            kinds += [
                {"absent": "false"},
                {"replaced_by": self.pick(others)},
                {"absent": "true", "replaced_by": self.pick(others)},
            ]
            kinds += [{"absent": "true"}]
        elif source not in gone and source not in ("S-LOCAL", "S-STATE"):
            kinds += [{"absent": "true"}, {"replaced_by": self.pick(["S-LOCAL", "S-STATE"])}]
        found = self.pick(kinds)
        gone |= {source} if "absent" in found or "replaced_by" in found else set()
        return found

    def measure_change(self, measure: Mapping[str, Any], gone: set[str]) -> dict[str, Any]:
        kinds: list[dict[str, Any]] = [
            {"absent": "true"},
            {"years_later": str(self.whole(1, 3))},
            {"start": f"{measure['start']}-02", "finish": str(self.last + 1)},
            {"duration": "5 months"},
        ]
        if not self.strict:
            kinds += [{"absent": "true"}, {"absent": "false"}, {"years_later": "1", "absent": "false"}, {"years_later": "0"}]
        found = self.pick(kinds)
        gone |= {measure["id"]} if found.get("absent") == "true" else set()
        return found

    def line_change(self, scenario: str, line: str, gone: set[str]) -> dict[str, Any]:
        ways = self.ways[scenario]
        years = [*self.years, self.last + 1]
        kind = self.pick(["absent", "way", "part", "part", "funding", "funding_by_year", "both"])
        if kind == "absent":
            absent = "true" if self.strict else self.pick(["true", "true", "false"])
            gone |= {line} if absent == "true" else set()
            return {"absent": absent}
        found: dict[str, Any] = {}
        if kind in ("way", "both"):
            ways[line] = self.pick(WAYS)
            found |= self.amount(ways[line], years)
        if kind == "part":
            found |= self.part_of_way(ways[line], years)
        if kind in ("funding", "both"):
            found["funding"] = self.any_funding()
        if kind in ("funding_by_year", "both"):
            found["funding_by_year"] = {str(year): self.any_funding() for year in self.some(years, least=1)}
        return found

    def part_of_way(self, way: str, years: list[int]) -> dict[str, Any]:
        """Something that changes a line, which comes to its amount in this way already."""
        whole = self.amount(way, years)
        return whole if way == "amounts" else {name: whole[name] for name in [self.pick(list(whole))]}

    def any_funding(self) -> Any:
        """Parts that need not be the whole: a scenario may promise too much or too little."""
        ids = ["S-LOCAL", "S-GENERAL", "S-STATE", "S-DONOR", "S-GRANT"]
        if self.yes(4):
            return self.pick(ids)
        portions = [lambda: f"{decimals(self.whole(1, _ALL_PERCENT), 4)}%", lambda: self.sum(0), lambda: "rest"]
        if self.yes():
            portions = portions[:1]
        return {source: self.pick(portions)() for source in self.some(ids, least=1)}
