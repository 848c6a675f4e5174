"""Scenarios of a generated strategy, which inherit in depth and change everything that a scenario can."""

from collections.abc import Mapping
from typing import Any

from chances import ALL_PERCENT, LARGEST, WAYS, Chance, Choices, decimals


class Scenarios(Choices):
    """Makes scenarios one after another, and remembers what each has changed for those that inherit from it."""

    def __init__(self, chance: Chance, found: Mapping[str, Any], ways: dict[str, str], *, strict: bool) -> None:
        super().__init__(chance)
        self.found, self.strict = found, strict
        period = found["strategy"]["period"]
        self.years = list(range(int(period["start"]), int(period["finish"]) + 1))
        self.last = self.years[-1]
        self.ways: dict[str | None, dict[str, str]] = {None: ways}
        """By scenario, and of the strategy as written: how every line comes to its amount."""
        self.gone: dict[str | None, set[str]] = {None: set()}
        """By scenario: the measures, lines and sources that are left out in it or do not come."""

    def scenario(self, id_: str) -> dict[str, Any]:
        """One more scenario, as written or inheriting from one of the two before it."""
        found = self.found
        one: dict[str, Any] = {"id": id_, "title": "Сценарій"}
        parent = self.pick([None, *(other["id"] for other in found["scenarios"][-2:])])
        one |= {"inherits": parent} if parent else {}
        self.ways[id_] = dict(self.ways[parent])
        gone = self.gone[id_] = set(self.gone[parent])
        years = [*self.years, self.last + 1]
        text_years = [str(year) for year in years]
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
        one["programmes"] = {
            f"BP-{number}": {"ceilings": {str(year): LARGEST for year in self.some(self.years)}}
            for number in self.some([0, 1])
            if self.yes()
        }
        one["measures"] = {measure["id"]: self.measure_change(measure, gone) for measure in found["measures"] if self.yes(3)}
        lines = [line["id"] for line in found["budget_lines"] if not (self.strict and line["measure"] in gone)]
        one["budget_lines"] = {line: self.line_change(id_, line, gone) for line in lines if self.yes(3)}
        if self.yes(3):
            one["kpis"] = {"K-A": {"targets": {year: str(self.whole(5, 9)) for year in self.some(text_years, least=1)}}}
        return {key: value for key, value in one.items() if value != {}}

    def comes_back(self, id_: str, gone: set[str]) -> bool:
        """Whether something is left out, so that rules let a scenario say of it no more than that it is there again."""
        if not self.strict or id_ not in gone:
            return False
        gone.discard(id_)
        return True

    def source_change(self, source: str, ids: list[str], gone: set[str]) -> dict[str, Any]:
        if self.comes_back(source, gone):
            return {"absent": "false"}
        kinds: list[dict[str, Any]] = [{"confirmed": "false"}, {"ceilings": {str(self.last): self.sum(0)}}]
        if not self.strict:
            others = [other for other in ids if other != source]
            kinds += [
                {"absent": "false"},
                {"replaced_by": self.pick(others)},
                {"absent": "true", "replaced_by": self.pick(others)},
            ]
            kinds += [{"absent": "true"}]
        elif source not in ("S-LOCAL", "S-STATE"):
            kinds += [{"absent": "true"}, {"replaced_by": self.pick(["S-LOCAL", "S-STATE"])}]
        found = self.pick(kinds)
        gone |= {source} if "absent" in found or "replaced_by" in found else set()
        return found

    def measure_change(self, measure: Mapping[str, Any], gone: set[str]) -> dict[str, Any]:
        if self.comes_back(measure["id"], gone):
            return {"absent": "false"}
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
        if self.comes_back(line, gone):
            return {"absent": "false"}
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
        """Parts that need not be the whole, unless it is strict: a scenario may promise too much or too little."""
        ids = ["S-LOCAL", "S-GENERAL", "S-STATE", "S-DONOR", "S-GRANT"]
        if self.yes(4):
            return self.pick(ids)
        if self.strict:
            named = self.some(ids, least=1)
            return dict(zip(named, self.shares(len(named)), strict=True))
        kinds = ["share"] if self.yes() else ["share", "sum", "rest"]
        return {source: self.portion(self.pick(kinds)) for source in self.some(ids, least=1)}

    def portion(self, kind: str) -> str:
        if kind == "rest":
            return kind
        return self.sum(0) if kind == "sum" else f"{decimals(self.whole(1, ALL_PERCENT), 4)}%"
