"""What people type into a budget workbook, by chance, and what a workbook is to show for it afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias

from pulled_strategies import YEARS, Figure, Node, money, paragraphs, portions, shares, words
from stratbuild.exchange.values import canonical_base
from stratbuild.quantity import Money
from stratbuild.render.workbook_contract import CONTRACT_SHEET, BaseRow, Contract, Form, read_contract
from workbooks import Edited

Place: TypeAlias = tuple[str, tuple[str, ...]]
"""An item and the way to a value inside it."""
_SOURCES = ("S-LOCAL", "S-DONOR", "S-STATE")


def contract_of(workbook: Edited) -> Contract:
    """What the hidden sheet of a workbook says."""
    sheet = workbook.book[CONTRACT_SHEET]
    return read_contract([[cell.value for cell in row] for row in sheet.iter_rows()])


def inputs(contract: Contract) -> dict[Place, str]:
    """By place: what every input of a workbook holds, in one spelling."""
    return {
        (row.item, (*row.way, *table.columns[key].way)): canonical_base(text, table.columns[key].form)
        for table in contract.tables.values()
        for row in table.rows.values()
        for key, text in row.base.items()
    }


def texts_of_lines(lists: Mapping[str, Node], language: str) -> dict[Place, str]:
    """The texts in a language that a line can do without, and what stands in their place then: that of another language."""
    lines = lists.get("budget_lines", [])
    found: dict[Place, str] = {}
    for one in lines if isinstance(lines, list) else []:
        for key in ("basis", "note"):
            text = one.get(key) if isinstance(one, dict) else None
            if isinstance(one, dict) and isinstance(text, dict) and text["uk"] != text["en"]:
                found[str(one["id"]), (key,)] = canonical_base(str(text["en" if language == "uk" else "uk"]), Form.LONG_TEXT)
            elif isinstance(one, dict) and isinstance(text, str) and language == "uk":
                found[str(one["id"]), (key,)] = ""
    return found


@dataclass
class Typist:
    """Types into one workbook; `expected` is what its inputs are to hold in the end."""

    workbook: Edited
    contract: Contract
    chance: Random
    may_be_emptied: Mapping[Place, str]
    """The texts that may go, and what is shown in their place then."""
    expected: dict[Place, str] = field(default_factory=dict)
    changed: set[Place] = field(default_factory=set)
    emptied: set[Place] = field(default_factory=set)
    new: list[tuple[str | None, dict[tuple[str, ...], str]]] = field(default_factory=list)
    """The new rows from above: the id as typed, and what the fields are to hold."""

    def __post_init__(self) -> None:
        self.expected = inputs(self.contract)

    def type_anything(self) -> None:
        """Go through all tables and change some of the cells, then add rows."""
        lines = self.contract.tables["lines"]
        for row in lines.rows.values():
            if self.chance.random() < 0.6:
                self._line(row)
        for name in self.contract.tables.keys() - {"lines", "funding"}:
            table = self.contract.tables[name]
            for row in table.rows.values():
                for key in row.base:
                    if self.chance.random() < 0.3:
                        self._figure(name, row, key)
        for number in range(self.chance.choice((0, 0, 1, 2, 3))):
            self._new_line(number)

    def _line(self, row: BaseRow) -> None:
        chance, years = self.chance, self._years(row)
        has_sum = any("%" not in text and text != "rest" for text in self._parts(row.item, "funding").values())
        if chance.random() < 0.5:
            has_sum |= self._funding(row.item, None, sums=len(years) == 1)
        for year in years:
            if chance.random() < 0.2:
                self._funding(row.item, year, sums=True)
        if "share_2025" in row.base and chance.random() < 0.5:
            taken = [year for year in YEARS if row.base[f"share_{year}"]]
            for year, share in zip(taken, shares(chance, len(taken)), strict=True):
                self._set("lines", row, f"share_{year}", share)
        for key, base in row.base.items():
            is_new_year = not base and self.contract.tables["lines"].columns[key].form in {Form.SUM, Form.NUMBER}
            if not key.startswith("share_") and not (is_new_year and has_sum) and chance.random() < 0.5:
                self._field(row, key)

    def _field(self, row: BaseRow, key: str) -> None:
        match self.contract.tables["lines"].columns[key].form:
            case Form.LONG_TEXT:
                self._set("lines", row, key, None if self._goes(row, key) else paragraphs(self.chance))
            case Form.TEXT:
                self._set("lines", row, key, None if self._goes(row, key) else words(self.chance))
            case Form.CODE if key == "programme":
                self._set("lines", row, key, "0117530")
            case Form.CODE:
                self._set("lines", row, key, self.chance.choice(("2210", "2240", "3110", None)))
            case _:
                self._figure("lines", row, key)

    def _goes(self, row: BaseRow, key: str) -> bool:
        return (row.item, (key,)) in self.may_be_emptied and self.chance.random() < 0.3

    def _figure(self, table: str, row: BaseRow, key: str) -> None:
        """Another number; or none, where the mapping that it stands in has others."""
        chance, column = self.chance, self.contract.tables[table].columns[key]
        others = [way for item, way in self.expected if item == row.item and way[0] == column.way[0] and self.expected[item, way]]
        may_go = column.way[0] in {"amounts", "quantity", "ceilings", "rate_by_year"} and len(others) > 1
        if key == "yearly_after" or (may_go and chance.random() < 0.3):
            self._set(table, row, key, chance.choice((None, money(chance))) if key == "yearly_after" else None)
            return
        match column.form:
            case Form.SUM if column.way[0] == "ceilings":
                self._set(table, row, key, money(chance, 10**11, 10**12))
            case Form.SUM:
                self._set(table, row, key, money(chance, 50_000_00 if key == "total" else 1_000_00))
            case Form.SHARE:
                self._set(table, row, key, Figure(chance.choice(("7%", "20%", "14.5%"))))
            case Form.INDEX:
                self._set(table, row, key, Figure(f"{chance.randint(100, 150)}.{chance.randint(0, 99):02}%"))
            case _:
                self._set(table, row, key, Figure(chance.choice(("2", "3.5", "41.0625", "12"))))

    def _years(self, row: BaseRow) -> list[str]:
        ways = [way for item, way in self.expected if item == row.item and self.expected[item, way]]
        return sorted({way[1] for way in ways if way[0] in {"amounts", "quantity", "year_shares"}}) or list(YEARS)

    def _parts(self, item: str, *way: str) -> dict[str, str]:
        size = len(way)
        found = {one[size]: text for (id_, one), text in self.expected.items() if id_ == item and one[:size] == way}
        return {source: text for source, text in found.items() if text}

    def _funding(self, item: str, year: str | None, *, sums: bool) -> bool:
        """Divide anew who pays for a line, with another source or without; whether any pays a sum."""
        way = ("funding",) if year is None else ("funding_by_year", year)
        old = self._parts(item, *way)
        more = [one for one in _SOURCES if one not in old]
        wanted = [*old, *self.chance.sample(more, min(len(more), max(self.chance.choice((0, 1)), 2 - len(old) if year else 0)))]
        if not old and year is None:
            return False
        if len(old) > 1 and self.chance.random() < 0.25:
            gone = self.chance.choice(list(old))
            wanted.remove(gone)
            self.workbook.delete("funding", _key_of_part(item, gone, year))
            self._note((item, (*way, gone)), None, Form.PORTION)
        parts = portions(self.chance, wanted, sums=sums)
        for source, part in parts.items():
            assert isinstance(part, str)
            if source in old:
                self._set("funding", self.contract.tables["funding"].rows[_key_of_part(item, source, year)], "part", part)
            else:
                self._new_part(item, source, year, part)
                self._note((item, (*way, source)), part, Form.PORTION)
        return any("%" not in str(part) and part != "rest" for part in parts.values())

    def _new_part(self, item: str, source: str, year: str | None, part: str) -> None:
        values: dict[str, Any] = {"line": item, "source": source, "part": part if part != "rest" else "Решта"}
        if "%" not in part and part != "rest":
            values["part"] = float(part)
        if year is not None:
            values["of_year"] = self.chance.choice((int(year), year))
        self.workbook.add("funding", values)

    def _new_line(self, number: int) -> None:
        chance, columns = self.chance, self.contract.tables["lines"].columns
        id_ = chance.choice((None, f"B-N{number}"))
        values: dict[str, str] = {"measure": chance.choice(("M-WIFI", "M-FIBRE")), "title": words(chance)}
        years = sorted(chance.sample(YEARS, chance.randint(1, 3)))
        kind = chance.choice(("amounts", "quantity", "total"))
        if kind == "quantity" and "quantity_2025" in columns:
            values |= {f"quantity_{year}": Figure("2.5") for year in years} | {"unit_price": money(chance)}
        elif kind == "total" and "total" in columns:
            values |= {f"share_{year}": share for year, share in zip(years, shares(chance, len(years)), strict=True)}
            values["total"] = money(chance, 50_000_00)
        else:
            values |= {f"amounts_{year}": money(chance) for year in years}
        if chance.random() < 0.5:
            values |= {"note": paragraphs(chance), "basis": words(chance)}
        row = self.workbook.add("lines", {}, id_)
        for key, text in values.items():
            self._type("lines", row, key, text)
        fields = {columns[key].way: canonical_base(text, columns[key].form) for key, text in values.items() if key != "measure"}
        if id_ is not None:
            payers = chance.sample(_SOURCES, chance.randint(1, 3))
            for source, part in portions(chance, payers, sums=len(years) == 1).items():
                assert isinstance(part, str)
                self._new_part(id_, source, None, part)
                fields["funding", source] = canonical_base(part, Form.PORTION)
        self.new.append((id_, fields))

    def _set(self, table: str, row: BaseRow, key: str, text: str | None) -> None:
        column = self.contract.tables[table].columns[key]
        self._type(table, self.workbook.row(table, row.key), key, text)
        self._note((row.item, (*row.way, *column.way)), text, column.form)

    def _note(self, place: Place, text: str | None, form: Form) -> None:
        wanted = canonical_base(text or "", form)
        if self.expected.get(place, "") != wanted:
            self.changed.add(place)
            self.emptied |= set() if wanted else {place}
        self.expected[place] = wanted or self.may_be_emptied.get(place, "")

    def _type(self, table: str, row: int, key: str, text: str | None) -> None:
        """One of the ways in which people write a value; a text that begins with `=` is a text."""
        chance, form = self.chance, self.contract.tables[table].columns[key].form
        cell = self.workbook.sheet(table).cell(row, self.workbook.column(table, key))
        cell.value = None
        if text is None:
            return
        if not isinstance(text, Figure):
            cell.value = text.replace("\n", chance.choice(("\n", "\r\n")))
            cell.data_type = "s"
        elif text == "rest":
            cell.value = chance.choice(("решта", "Решта", "rest", " решта "))
        elif text.endswith("%") and chance.random() < 0.5:
            cell.value, cell.number_format = float(text[:-1]) / 100, "0.00%"
        elif text.endswith("%"):
            cell.value = chance.choice((text, text.replace(".", ","), f"{text[:-1]} %"))
        elif chance.random() < 0.5:
            cell.value, cell.number_format = float(text), "#,##0.00"
        else:
            whole, _, decimals = text.partition(".")
            grouped = f"{int(whole):,}".replace(",", chance.choice(("", " ", "\u00a0", "\u202f")))
            cell.value = f"{grouped},{decimals}" if decimals else grouped
        assert form is not Form.ID or cell.value == text


def _key_of_part(item: str, source: str, year: str | None) -> str:
    return "|".join((item, source, *([year] if year else [])))


def shown(workbook: Edited, contract: Contract) -> Mapping[Place, object]:
    """By place: what the cells themselves hold of texts and sums."""
    found: dict[Place, object] = {}
    for name, table in contract.tables.items():
        sheet, mark = workbook.sheet(name), workbook.header(name)
        rows = {sheet.cell(number, mark.column).value: number for number in range(mark.row + 1, sheet.max_row + 1)}
        for row in table.rows.values():
            for key in row.base:
                column = table.columns[key]
                if column.form in {Form.TEXT, Form.LONG_TEXT, Form.SUM}:
                    value = sheet.cell(rows[row.key], workbook.column(name, key)).value
                    sum_ = column.form is Form.SUM and value is not None
                    found[row.item, (*row.way, *column.way)] = str(Money(round(float(str(value)) * 100))) if sum_ else value or ""
    return found
