"""Whole strategies in every layout of YAML, and what people type into their budget workbooks. The same chance, the same.

Every comment is numbered (`# к17.`), so that a lost one can be named; every value knows its lines in its file.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import TypeAlias

Node: TypeAlias = "str | dict[str, Node] | list[Node]"
YEARS = ("2025", "2026", "2027")
WORDS = (
    *("мережа", "Мена", "п'ять", "об’єкт", "Wi-Fi", "2026", "1200.50", "60%", "0117530", "так", "no", "null", "🚲", "«лапки»"),
    *("а: б", "в #г", "- д", "{е}", "[є]", "*ж", "&з", "!и", "%і", "@ї", "`й", "|", ">", "?", "'", '"', ":", "#", "\\", "к,л"),
    *("2026-01-01", "1_000", "010", "=", "~", ".5", "1e3", "=СУМА(A1)", "key: value", "<<", "--- ", "Й"),
    *("а\u00a0б", "и\u0306", "у\tж", "{{ з }}", "[[B-L0]]", "<b>і</b>", "${ї}", "\\n", "|-", "100 %"),
)
_SAFE = re.compile(r"[A-Za-zА-Яа-яІіЇїЄє][\w’-]*( [\wІіЇїЄє’-]+)*")
_WORDS_OF_YAML = {"no", "null", "yes", "true", "false", "on", "off"}


class Figure(str):
    """A number or share as YAML writes it: never in quotes."""

    __slots__ = ()


def words(chance: Random, most: int = 6) -> str:
    """A hostile text of one line that begins and ends with no space."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most))).strip() + chance.choice(("", "", "н"))


def paragraphs(chance: Random) -> str:
    """A hostile text of several lines."""
    lines = [words(chance) for _ in range(chance.randint(1, 4))]
    lines = [f"{chance.choice(('', '', '', '  '))}{line}" if number else line for number, line in enumerate(lines)]
    return chance.choice(("", "", "", "=", "'", "- ")) + chance.choice(("\n", "\n", "\n\n", " \n", "\n\n\n")).join(lines).strip()


def money(chance: Random, least: int = 1_000_00, most: int = 99_999_99) -> Figure:
    """A sum with its kopecks, or a whole one without them."""
    kopecks = chance.randint(least, most)
    return Figure(f"{kopecks // 100}.{kopecks % 100:02}" if chance.random() < 0.7 else f"{kopecks // 100}")


def shares(chance: Random, count: int) -> list[Figure]:
    """Shares in per cent, together the whole."""
    unit = 10 ** chance.choice((0, 0, 1, 2, 4))
    cuts = [0, *sorted(chance.sample(range(20, 80), count - 1)), 100]
    whole = [(second - first) * unit for first, second in pairwise(cuts)]
    if unit > 1 and count > 1:
        shift = chance.randrange(unit)
        whole[0], whole[1] = whole[0] + shift, whole[1] - shift
    decimals = len(str(unit)) - 1
    return [Figure(f"{one // unit}.{one % unit:0{decimals}}%" if decimals else f"{one}%") for one in whole]


def portions(chance: Random, sources: list[str], *, sums: bool) -> dict[str, Node]:
    """Parts that together pay everything: shares, a share and the rest, and where one year is paid, sums and the rest."""
    kind = chance.choice((0.0, 0.6, 0.9) if sums else (0.0, 0.9))
    if len(sources) == 1 or kind < 0.5:
        return dict(zip(sources, shares(chance, len(sources)), strict=True))
    first = money(chance, 101_00, 200_00) if kind < 0.8 else Figure(f"{chance.randint(1, 40)}%")
    others = [Figure(f"{chance.randint(1, 9)}%") for _ in sources[2:]] if kind >= 0.8 else []
    if len(sources) > 2 and not others:
        others = [money(chance, 101_00, 200_00)]
    return dict(zip(sources, [first, *others, Figure("rest")], strict=True))


def strategy(chance: Random) -> dict[str, dict[str, Node]]:
    """The contents of the files, by their names."""
    sources: list[Node] = [
        {"id": "S-LOCAL", "title": _title(chance), "kind": "local", "ceilings": _ceilings(chance)},
        {"id": "S-DONOR", "title": _title(chance), "kind": "donor"},
        {"id": "S-STATE", "title": _title(chance), "kind": "state", "ceilings": _ceilings(chance)},
    ]
    programme: dict[str, Node] = {"id": "BP-NET", "code": "0117530", "title": _title(chance), "ceilings": _ceilings(chance)}
    index: dict[str, Node] = {year: Figure(f"{chance.randint(100, 150)}.{chance.randint(0, 99):02}%") for year in YEARS}
    rates: dict[str, Node] = {year: Figure(f"{chance.randint(30, 60)}.25") for year in YEARS if chance.random() < 0.5}
    rate: dict[str, Node] = {"id": "FX-EUR", "title": "Курс", "currency": "EUR", "rate": Figure("48.25"), "on": "2024-11-03"}
    assumptions: dict[str, Node] = {
        "vat_rates": [{"id": "VAT-20", "title": _title(chance), "rate": Figure("20%"), "source": "Кодекс"}],
        "price_indices": [{"id": "PI-CPI", "title": _title(chance), "index": index, "source": "Прогноз"}],
        "exchange_rates": [rate | ({"rate_by_year": rates} if rates else {}) | {"source": "НБУ"}],
    }
    lines: list[Node] = [_line(chance, number) for number in range(chance.randint(2, 6))]
    cut = chance.randint(1, len(lines) - 1)
    general: dict[str, Node] = {
        "strategy": {
            "title": _title(chance), "community": {"name": "Громада"}, "language": "uk", "languages": ["uk", "en"],
            "period": {"start": Figure("2025"), "finish": Figure("2027")}, "price_base": Figure("2024"), "years_after": Figure("2"),
        },
        "units": [{"id": "U-IT", "name": "Відділ"}],
        "goals": [{"id": "G-NET", "title": _title(chance)}],
        "measures": [
            {"id": id_, "goal": "G-NET", "title": _title(chance), "lead": "U-IT", "start": Figure("2025"), "finish": Figure("2027")}
            for id_ in ("M-WIFI", "M-FIBRE")
        ],
    }  # fmt: skip
    money_files: dict[str, Node] = {"sources": sources, "programmes": [programme]}
    return {
        "general.yaml": general,
        "money/sources.yaml": money_files,
        "money/assumptions.yaml": assumptions,
        "budget/first.yaml": {"budget_lines": lines[:cut]},
        "budget/second.yaml": {"budget_lines": lines[cut:]},
    }


def _title(chance: Random) -> Node:
    text = words(chance)
    return {"uk": text, "en": words(chance)} if chance.random() < 0.4 else text


def _ceilings(chance: Random) -> dict[str, Node]:
    return {year: money(chance, 10**11, 10**12) for year in YEARS[: chance.randint(1, 3)]}


def _line(chance: Random, number: int) -> dict[str, Node]:
    one: dict[str, Node] = {"id": f"B-L{number}", "measure": chance.choice(("M-WIFI", "M-FIBRE")), "title": _title(chance)}
    years = sorted(chance.sample(YEARS, chance.randint(1, 3)))
    if chance.random() < 0.5:
        one["programme"] = "0117530"
    if chance.random() < 0.3:
        one["economic_code"] = "3110"
    one |= _amount(chance, years) | _adjustments(chance)
    payers = chance.sample(("S-LOCAL", "S-DONOR", "S-STATE"), chance.randint(1, 3))
    one["funding"] = payers[0] if len(payers) == 1 and chance.random() < 0.6 else portions(chance, payers, sums=len(years) == 1)
    if chance.random() < 0.3:
        one["funding_by_year"] = {years[-1]: portions(chance, chance.sample(("S-LOCAL", "S-DONOR", "S-STATE"), 2), sums=True)}
    if chance.random() < 0.5:
        one["basis"] = _title(chance)
    if chance.random() < 0.6:
        one["note"] = paragraphs(chance) if chance.random() < 0.8 else {"uk": paragraphs(chance), "en": paragraphs(chance)}
    return one


def _amount(chance: Random, years: list[str]) -> dict[str, Node]:
    evenly: list[Node] = [Figure(year) for year in years]
    match chance.choice(("amounts", "quantity", "shares", "evenly")):
        case "amounts":
            return {"amounts": {year: money(chance) for year in years}}
        case "quantity":
            numbers: dict[str, Node] = {year: Figure(chance.choice(("1", "2.5", "40"))) for year in years}
            return {"quantity": numbers, "measurement_unit": "шт.", "unit_price": money(chance)}
        case "shares":
            parts: dict[str, Node] = dict(zip(years, shares(chance, len(years)), strict=True))
            return {"total": money(chance, 50_000_00), "year_shares": parts}
    return {"total": money(chance, 50_000_00), "evenly_over": evenly}


def _adjustments(chance: Random) -> dict[str, Node]:
    one: dict[str, Node] = {}
    if chance.random() < 0.4:
        one["price_index"] = "PI-CPI"
    if chance.random() < 0.3:
        one["exchange_rate"] = "FX-EUR"
    if chance.random() < 0.4:
        one |= {"vat": "added", "vat_rate": "VAT-20"}
    if chance.random() < 0.4:
        one["recurring"] = Figure("true")
        if chance.random() < 0.5:
            one["yearly_after"] = money(chance)
    return one


@dataclass
class Layout:
    """Writes one file; `spans` says by id and way which lines, counted from 0, a value or a bracket stands on."""

    chance: Random
    comments: Iterator[int]
    lines: list[str] = field(default_factory=list)
    spans: dict[tuple[str, ...], tuple[int, int]] = field(default_factory=dict)

    ends_in_text: int = 0
    keeps_its_ends: int = 0

    def __post_init__(self) -> None:
        self.likes_comments = self.chance.random() < 0.7
        self.likes_brackets = self.chance.choice((0.1, 0.5, 0.9))
        self.step = self.chance.choice((2, 2, 4))

    def content(self, lists: Mapping[str, Node], newline: str, *, mark: bool) -> bytes:
        """The bytes of the file."""
        self._between(0)
        self.lines += ["---"] * (self.chance.random() < 0.1)
        for name, node in lists.items():
            self.lines.append(f"{name}:{self._trailing()}")
            indent = self.chance.choice((0, 2))
            for number, item in enumerate(node if isinstance(node, list) else []):
                # Empty lines after a text that keeps its ends (`|+`) are a part of it.
                if number and self.keeps_its_ends != len(self.lines) and self.chance.random() < 0.3:
                    self.lines.append("")
                self._between(indent)
                self._item(item, indent)
            if isinstance(node, dict):
                self._mapping(node, self.step, ("strategy",))
            self._between(0)
        # A text at the very end of a file ends without a line end, and has to be said to do so once more follows it.
        ends = self.ends_in_text == len(self.lines) or self.chance.random() < 0.8
        text = newline.join(self.lines) + newline * ends
        return (b"\xef\xbb\xbf" if mark else b"") + text.encode()

    def _comment(self) -> str:
        return f"# к{next(self.comments)}. {self.chance.choice(('', 'слово', 'a: b', '- x', '{', chr(34), chr(39)))}".rstrip()

    def _trailing(self) -> str:
        if self.likes_comments and self.chance.random() < 0.3:
            return self.chance.choice((" ", "   ")) + self._comment()
        return ""

    def _between(self, indent: int) -> None:
        if self.likes_comments and self.chance.random() < 0.25:
            self.lines.append(" " * indent + self._comment())

    def _item(self, item: Node, indent: int) -> None:
        if not isinstance(item, dict):
            self.lines.append(f"{' ' * indent}- {self._flow(item)}{self._trailing()}")
            return
        start, id_ = len(self.lines), str(item["id"])
        if self.chance.random() < self.likes_brackets:
            self._bracketed(f"{' ' * indent}- ", item, indent + 4)
            self.spans[id_,] = start, len(self.lines)
            return
        self._mapping(item, indent + 2, (id_,))
        self.lines[start] = f"{' ' * indent}- {self.lines[start].lstrip()}"

    def _bracketed(self, head: str, node: dict[str, Node], inner: int) -> None:
        parts = [f"{self._key(key)}: {self._flow(value)}" for key, value in node.items()]
        if self.chance.random() < 0.6:
            self.lines.append(f"{head}{{{self.chance.choice((', ', ',  ')).join(parts)}}}{self._trailing()}")
            return
        self.lines.append(f"{head}{{{self._trailing()}")
        for number, part in enumerate(parts):
            comma = "," * (number < len(parts) - 1 or self.chance.random() < 0.3)
            self.lines.append(f"{' ' * inner}{part}{comma}{self._trailing()}")
            if number < len(parts) - 1:
                self._between(inner)
        self.lines.append(f"{' ' * (inner - 1)}}}{self._trailing()}")

    def _mapping(self, node: dict[str, Node], indent: int, way: tuple[str, ...]) -> None:
        for number, (key, value) in enumerate(node.items()):
            if number:
                self._between(indent)
            self._entry(f"{' ' * indent}{self._key(key)}:", value, indent, (*way, key))

    def _entry(self, head: str, value: Node, indent: int, way: tuple[str, ...]) -> None:
        start, space = len(self.lines), self.chance.choice((" ", " ", " ", "   "))
        if isinstance(value, dict) and self.chance.random() > self.likes_brackets:
            self.lines.append(head + self._trailing())
            self._mapping(value, indent + self.step, way)
            return
        if isinstance(value, dict):
            self._bracketed(head + space, value, indent + self.step)
        elif isinstance(value, str) and "\n" in value and self.chance.random() < 0.8:
            folded = "\n " not in value and self.chance.random() < 0.3
            ends = self.chance.choice(("", "-", "+"))
            self.lines.append(f"{head} {'>' if folded else '|'}{ends}{self._trailing()}")
            written = re.sub("\n+", lambda found: f"{found[0]}\n", value) if folded else value
            self.lines += [" " * (indent + 2) + line if line else "" for line in written.split("\n")]
            self.ends_in_text = len(self.lines)
            self.keeps_its_ends = self.ends_in_text if ends == "+" else 0
        else:
            self.lines.append(f"{head}{space}{self._flow(value)}{self._trailing()}")
        self.spans[way] = start, len(self.lines)

    def _key(self, key: str) -> str:
        return f'"{key}"' if self.chance.random() < 0.05 else key

    def _flow(self, value: Node) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self._key(key)}: {self._flow(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._flow, value)) + "]"
        if isinstance(value, Figure):
            return value
        if _SAFE.fullmatch(value) and value.casefold() not in _WORDS_OF_YAML and self.chance.random() < 0.7:
            return str(value)
        if "\n" not in value and self.chance.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)


def comments(content: bytes) -> list[str]:
    """The numbered comments of a file."""
    return re.findall(r"# (к[0-9]+)\.", content.decode())
