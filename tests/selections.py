"""Small strategies made by chance from which measures are to be chosen, and the best choice found by trying all of them.

The trial knows nothing of the program's rows: it reads the same documents and adds up their kopecks itself.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chances import Chance, Choices, money

Document = dict[str, Any]
Masks = NDArray[np.int64]

YEARS = ("2025", "2026", "2027")
_LISTS = (
    "goals",
    "districts",
    "kpis",
    "measures",
    "milestones",
    "alternatives",
    "minimums",
    "sources",
    "programmes",
    "budget_lines",
)
_WEIGHTS = {"must": 3, "high": 3, "medium": 2, "low": 1}


def text(found: Document) -> str:
    """The document as YAML, which JSON is a part of but for its quotes around numbers."""
    lists = (f"{name}:\n" + "".join(f"- {_flow(one)}\n" for one in found[name]) for name in _LISTS if found[name])
    return "".join(lists)


def document(chance: Chance, most: int) -> Document:
    """Up to so many measures, with everything that a choice has to keep to."""
    return _Maker(chance).made(most)


class _Maker(Choices):
    def made(self, most: int) -> Document:
        count = self.whole(3, most)
        ids = [f"M-{number}" for number in range(count)]
        found: Document = {name: [] for name in _LISTS}
        found["goals"] = [
            {"id": "G-A", "title": "А"},
            {"id": "G-AA", "parent": "G-A", "title": "АА"},
            {"id": "G-B", "title": "Б"},
        ]
        found["districts"] = [{"id": "D-A", "name": "А"}, {"id": "D-B", "name": "Б"}]
        found["kpis"] = [
            {"id": "K-A", "title": "Показник", "baseline": {"value": "10"}, "targets": {"2025": "20", "2027": "40"}, "weight": "5"},
            {"id": "K-B", "title": "Менше", "direction": "decrease", "baseline": {"value": "90"}, "targets": {"2027": "20"},
             "weight": "2.5", "overlap": "10%"},
        ]  # fmt: skip
        found["milestones"] = [{"id": "MS-A", "title": "Віха", "on": "2026-06-01", "after": [self.pick(ids)]}]
        waited = found["milestones"][0]["after"][0]
        found["measures"] = [self.measure(id_, ids[:number], waited) for number, id_ in enumerate(ids)]
        self._wholes_wait_for_nothing_of_theirs(found)
        for number in range(self.whole(0, 2)):
            members = list(dict.fromkeys(self.pick(ids) for _ in range(3)))
            choose = self.pick(["at-most-one", "at-most-one", "exactly-one", "all-or-none"])
            found["alternatives"].append({"id": f"ALT-{number}", "title": "Вибір", "measures": members, "choose": choose})
        if self.yes(4):
            of = self.pick([{"goal": "G-A"}, {"district": "D-A"}, {"each": "district"}, {"each": "top-goal"}, {"each": "goal"}])
            found["minimums"].append({"id": "MIN-A", "title": "Щось", "measures": str(self.whole(1, 2)), **of})
        for number in range(self.whole(count // 2, count * 2)):
            found["budget_lines"].append(self.line(number, self.pick(ids)))
        found["sources"] = self.sources(found)
        spent = sum(int(one["kopecks"][year]) for one in found["budget_lines"] for year in one["kopecks"])
        if self.yes():
            ceilings = {year: money(self.whole(spent // 20, spent // 2 + 1)) for year in self.some(YEARS)}
            found["programmes"] = [{"id": "BP-A", "code": "0117530", "title": "Програма", "ceilings": ceilings}]
        for one in found["budget_lines"]:
            del one["kopecks"]
        return found

    def measure(self, id_: str, earlier: list[str], waited: str) -> dict[str, Any]:
        """A measure that waits for earlier ones only, perhaps through a milestone."""
        one: dict[str, Any] = {"id": id_, "title": "Захід", "goal": self.pick(["G-AA", "G-B"])}
        if self.yes(3):
            one["priority"] = self.pick(["high", "low", "medium", "low"])
        elif self.yes(20):
            one["priority"] = "must"
        if earlier and self.yes(3):
            one["after"] = self.some(earlier[-3:])
        if self.yes(12) and waited in earlier:
            one["after"] = [{"milestone": "MS-A"}]
        if earlier and self.yes(6):
            one["part_of"] = self.pick(earlier)
            one["after"] = []
        if self.yes(3):
            one["contributions"] = {self.pick(["K-A", "K-B"]): {"2026": f"{self.pick(['', '-'])}{self.whole(1, 9)}"}}
        if self.yes():
            one["districts"] = [self.pick(["D-A", "D-B"])]
        return one

    def _wholes_wait_for_nothing_of_theirs(self, found: Document) -> None:
        """A whole and its parts wait for each other in no circle: only those wait that belong to no whole."""
        inside = {one["id"] for one in found["measures"] if "part_of" in one} | {one.get("part_of") for one in found["measures"]}
        for one in found["measures"]:
            if one["id"] in inside or any(isinstance(other, str) and other in inside for other in one.get("after", ())):
                one["after"] = [other for other in one.get("after", ()) if isinstance(other, str) and other not in inside]
                if one["id"] in inside:
                    one["after"] = []

    def line(self, number: int, measure: str) -> dict[str, Any]:
        kopecks = {year: self.whole(1, self.pick([999, 10**6, 10**9])) for year in self.some(YEARS, least=1)}
        one: dict[str, Any] = {"id": f"B-{number}", "measure": measure, "title": "Рядок", "kopecks": kopecks}
        one["amounts"] = {year: money(amount) for year, amount in kopecks.items()}
        if self.yes(3):
            one["programme"] = "0117530"
        one["economic_code"] = self.pick(["2240", "3110"])
        one["funding"] = {"S-LOCAL": "100%"}
        if self.yes():
            one["funding"] = self.pick(
                [{"S-LOCAL": "60%", "S-DONOR": "40%"}, {"S-FREE": "100%"}, {"S-LOCAL": "30%", "S-CALL": "70%"}]
            )
        if self.yes(60):
            one["funding"] = {"S-LOCAL": "50%"}
        return one

    def sources(self, found: Document) -> list[dict[str, Any]]:
        spent = {year: sum(one["kopecks"].get(year, 0) for one in found["budget_lines"]) for year in YEARS}
        tight = {year: money(self.whole(amount // 4, amount)) for year, amount in spent.items() if self.yes() or year == "2026"}
        few = {year: money(self.whole(0, amount // 3 + 1)) for year, amount in spent.items() if self.yes()}
        donor = {"minimum": self.pick(["10%", "62.5%"]), "by": ["local"], "of": self.pick(["line", "measure"])}
        call = {"minimum": self.pick(["25%", "31.3%", "48.1234%"]), "by": ["local", "own"], "of": "strategy"}
        return [
            {"id": "S-LOCAL", "title": "Місцевий", "kind": "local", "ceilings": tight},
            {"id": "S-DONOR", "title": "Донор", "kind": "donor", "ceilings": few, "co_financing": donor},
            {"id": "S-CALL", "title": "Конкурс", "kind": "state", "co_financing": call},
            {"id": "S-FREE", "title": "Вільний", "kind": "own", "pays_for": {"economic_codes": ["2000"]} if self.yes(4) else {}},
        ]


class Trial:
    """Every choice of a document's measures at once: one bit a measure, one place of an array a choice."""

    def __init__(self, found: Document) -> None:
        self.found = found
        self.ids = [one["id"] for one in found["measures"]]
        self.masks: Masks = np.arange(1 << len(self.ids), dtype=np.int64)
        self._in = {id_: (self.masks >> place) & 1 for place, id_ in enumerate(self.ids)}
        self.parts = {id_: [one["id"] for one in found["measures"] if one.get("part_of") == id_] for id_ in self.ids}
        self.facts = [fact for line in found["budget_lines"] for fact in _facts(line)]

    def money(self, wanted: Any) -> Masks:
        """The kopecks of every choice over the facts (line, year, source, kopecks) that are wanted."""
        total = np.zeros_like(self.masks)
        for line, year, source, kopecks in self.facts:
            if wanted(line, year, source):
                total += kopecks * self._in[line["measure"]]
        return total

    def ceilings(self) -> Mapping[tuple[str | None, str], tuple[Masks, int]]:
        """By giver and year: what every choice takes, and the most that it may."""
        found: dict[tuple[str | None, str], tuple[Masks, int]] = {}
        for one in self.found["sources"]:
            for year, ceiling in one.get("ceilings", {}).items():
                found[one["id"], year] = (
                    self.money(lambda _, y, s, of=year, by=one["id"]: y == of and s == by),
                    kopecks_of(ceiling),
                )
        for year in YEARS:
            found[None, year] = (self.money(lambda _, y, s, of=year: y == of and s is None), 0)
        for one in self.found["programmes"]:
            for year, ceiling in one["ceilings"].items():
                used = self.money(lambda line, y, _, of=year: y == of and "programme" in line)
                found[one["id"], year] = (used, kopecks_of(ceiling))
        return found

    def fits(self) -> NDArray[np.bool_]:
        """Which choices meet every demand."""
        good = self.meets_all_but_ceilings()
        for used, ceiling in self.ceilings().values():
            good &= used <= ceiling
        return good

    def meets_all_but_ceilings(self) -> NDArray[np.bool_]:
        """Which choices meet every demand but the ceilings."""
        good = np.ones(len(self.masks), dtype=bool)
        for one in self.found["measures"]:
            own = self._in[one["id"]]
            if one.get("priority") == "must":
                good &= own == 1
            for other in self.waited(one):
                good &= own <= self._in[other]
            if "part_of" in one:
                good &= own <= self._in[one["part_of"]]
            parts = self.parts[one["id"]]
            if parts and not any(line["measure"] == one["id"] for line in self.found["budget_lines"]):
                good &= own <= sum(self._in[part] for part in parts)
        for one in self.found["alternatives"]:
            count = sum(self._in[id_] for id_ in one["measures"])
            allowed = {"at-most-one": (0, 1), "exactly-one": (1, 1), "all-or-none": (0, len(one["measures"]))}[one["choose"]]
            good &= (count == allowed[0]) | (count == allowed[1])
        for one in self.found["minimums"]:
            for counted in self._counted(one):
                good &= sum((self._in[id_] for id_ in counted), np.zeros_like(self.masks)) >= int(one["measures"])
        return good & self._paid_rightly()

    def waited(self, measure: Mapping[str, Any]) -> list[str]:
        """The measures that one waits for."""
        milestone = self.found["milestones"][0]["after"]
        return [id_ for one in measure.get("after", ()) for id_ in ([one] if isinstance(one, str) else milestone)]

    def _counted(self, minimum: Mapping[str, Any]) -> list[list[str]]:
        goals = {"G-A": ("G-A", "G-AA"), "G-AA": ("G-AA",), "G-B": ("G-B",)}
        wanted = {"district": ["D-A", "D-B"], "top-goal": ["G-A", "G-B"], "goal": list(goals), None: []}[minimum.get("each")]
        wanted = [*wanted, *(minimum[key] for key in ("goal", "district") if key in minimum)]
        measures = self.found["measures"]
        return [
            [one["id"] for one in measures if of in one.get("districts", ()) or one["goal"] in goals.get(of, ())] for of in wanted
        ]

    def _paid_rightly(self) -> NDArray[np.bool_]:
        good = np.ones(len(self.masks), dtype=bool)
        free = next(one for one in self.found["sources"] if one["id"] == "S-FREE")
        donor, call = (
            next(one for one in self.found["sources"] if one["id"] == id_)["co_financing"] for id_ in ("S-DONOR", "S-CALL")
        )
        of_line: dict[str, list[int]] = {}
        of_measure: dict[str, list[int]] = {}
        for line, _, source, kopecks in self.facts:
            if source == "S-FREE" and free["pays_for"] and line["economic_code"] != "2240":
                good &= self._in[line["measure"]] == 0
            for sums, key in ((of_line, line["id"]), (of_measure, line["measure"])):
                paid, total, helped = sums.setdefault(key, [0, 0, 0])
                sums[key] = [paid + kopecks * (source == "S-LOCAL"), total + kopecks, helped + (source == "S-DONOR")]
        owner = {line["id"]: line["measure"] for line in self.found["budget_lines"]}
        part = Decimal(donor["minimum"].rstrip("%")) / 100
        for key, (paid, total, helped) in (of_line if donor["of"] == "line" else of_measure).items():
            if helped and paid < part * total:
                good &= self._in[owner.get(key, key)] == 0
        part = Decimal(call["minimum"].rstrip("%")) / 100
        called = {line["id"] for line, _, source, _ in self.facts if source == "S-CALL"}
        own = self.money(lambda line, _, source: line["id"] in called and source in {"S-LOCAL", "S-FREE"})
        everything = self.money(lambda line, *_: line["id"] in called)
        numerator, denominator = part.as_integer_ratio()
        good &= np.array([a * denominator >= b * numerator for a, b in zip(own.tolist(), everything.tolist(), strict=True)])
        return good

    def values(self) -> Masks:
        """The points of every choice."""
        total = np.zeros_like(self.masks)
        for one in self.found["measures"]:
            weight = Decimal(_WEIGHTS[one.get("priority", "medium")])
            for kpi, added in one.get("contributions", {}).items():
                share = Decimal(added["2026"])
                weight += 5 * share / 30 if kpi == "K-A" else Decimal("2.5") * share * Decimal("0.9") / -70
            points = (weight * 10_000 + Decimal("0.5")).to_integral_value(rounding="ROUND_FLOOR")
            total += int(points) * self._in[one["id"]]
        return total

    def mask(self, chosen: Any) -> int:
        """The place of a choice."""
        return sum(1 << place for place, id_ in enumerate(self.ids) if id_ in chosen)


def kopecks_of(written: str) -> int:
    return int(Decimal(written) * 100)


def _facts(line: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], str, str | None, int]]:
    """Who pays how many kopecks of a line in which year, by the rule of the largest remainder."""
    found: list[tuple[Mapping[str, Any], str, str | None, int]] = []
    shares = {source: int(share.rstrip("%")) for source, share in sorted(line["funding"].items())}
    payers: dict[str | None, int] = {**shares}
    if sum(shares.values()) < 100:
        payers[None] = 100 - sum(shares.values())
    for year, amount in line["amounts"].items():
        kopecks = kopecks_of(amount)
        floors = {payer: kopecks * share // 100 for payer, share in payers.items()}
        left = kopecks - sum(floors.values())
        for payer in sorted(payers, key=lambda one: -(kopecks * payers[one] % 100))[:left]:
            floors[payer] += 1
        found += [(line, year, payer, part) for payer, part in floors.items() if part]
    return found


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return f'"{value}"' if str(value).startswith("0") and len(value) > 1 and value.isdecimal() else str(value)
