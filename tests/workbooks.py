"""Budget workbooks for the tests of reading back: built as the program builds them, edited as people edit them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from stratbuild import __version__, pipeline
from stratbuild.outputs.output import outputs
from stratbuild.render.edition import Edition
from stratbuild.render.workbook_contract import TABLE_MARK
from stratbuild.source import read_folder

PLAIN = {
    "settings.yaml": """\
        strategy:
          title: Цифрова стратегія громади
          community: {name: Менська міська територіальна громада}
          period: {start: 2025-01-01, finish: 2027-12-31}
          language: uk
          languages: [uk, en]
        units:
          - {id: U-IT, name: Відділ цифрового розвитку}
        goals:
          - {id: G-NET, title: Швидкий інтернет}
        measures:
          - {id: M-WIFI, goal: G-NET, title: Облаштувати зони Wi-Fi, lead: U-IT, start: 2025, finish: 2027}
          - {id: M-FIBRE, goal: G-NET, title: Прокласти оптоволокно, lead: U-IT, start: 2025, finish: 2027}
        sources:
          - id: S-LOCAL  # бюджет громади
            title: Бюджет громади
            kind: local
            ceilings: {2025: 900000.00, 2026: 900000.00, 2027: 900000}
          - {id: S-DONOR, title: Донор, kind: donor}
        """,
    "budget/wifi.yaml": """\
        # Рядки бюджету Wi-Fi. Цей коментар має лишитися.
        budget_lines:
          - id: B-AP   # точки доступу
            measure: M-WIFI
            title:   "Точки доступу"
            economic_code: "3110"
            quantity: {2025: 4, 2026: 6}
            measurement_unit: шт.
            unit_price: 18500   # три пропозиції
            funding: S-LOCAL
            basis: Три комерційні пропозиції

          # --- Роботи
          - id: B-WORK
            measure: M-WIFI
            title: {uk: Монтаж, en: Installation}
            amounts:
              2025: 100000.00  # за кошторисом
              2026: 50000.5
            funding: {S-LOCAL: 60%, S-DONOR: rest}
            funding_by_year:
              2026: {S-LOCAL: 25000.00, S-DONOR: rest}
            note: |
              Перший абзац.

              Другий абзац.
        """,
    "budget/fibre.yaml": """\
        budget_lines:
          - {id: B-CABLE, measure: M-FIBRE, title: Кабель, total: 100.00, evenly_over: [2025, 2026, 2027], funding: S-LOCAL}
          - {id: B-DIG, measure: M-FIBRE, title: Земляні роботи, amounts: {2027: 777.77}, funding: {S-LOCAL: 50%, S-DONOR: 50%}}
        """,
}
"""A small strategy with every way to an amount, texts in two languages, sources alone and by shares and by years."""


def write_strategy(folder: Path, texts: Mapping[str, str] = PLAIN, *, newline: str = "\n", mark: bool = False) -> Path:
    """The texts as files below the folder, with these line ends and, where it is wanted, a byte order mark."""
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        content = dedent(text).replace("\n", newline)
        target.write_bytes((b"\xef\xbb\xbf" if mark else b"") + content.encode("utf-8"))
    return folder


def build_budget(strategy: Path, folder: Path, language: str = "uk", scenario: str | None = None) -> Path:
    """The budget workbook of a strategy in a folder."""
    texts, found = read_folder(strategy)
    linked, found = pipeline.load(texts, found)
    assert linked is not None, [one.message("en") for one in found]
    tables, _ = pipeline.classifiers(linked, strategy, {})
    checked = pipeline.check(linked, found, tables)
    assert checked.plan is not None
    plan = checked.plan if scenario is None else checked.plan.scenarios[scenario]
    edition = Edition(date(2026, 3, 15), pipeline.revision(texts), language, __version__)
    folder.mkdir(parents=True, exist_ok=True)
    made = pipeline.make(plan, [edition], [outputs()["budget"]], folder)
    return folder / next(path for path in made.files if path.endswith(".xlsx"))


class Edited:
    """A budget workbook opened for editing; cells are found as people find them, by the row's key and the column."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)

    def header(self, table: str) -> Cell:
        """The cell with the mark of a table."""
        for sheet in self.book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value == f"{TABLE_MARK}{table}":
                        return cell
        raise AssertionError(f"no table {table}")

    def sheet(self, table: str) -> Worksheet:
        """The sheet that a table stands on."""
        return self.book[self.header(table).parent.title]

    def column(self, table: str, key: str) -> int:
        """The number of a column, from 1."""
        mark = self.header(table)
        found = [cell.column for cell in self.sheet(table)[mark.row] if cell.value == key]
        assert len(found) == 1, (table, key, found)
        return int(found[0])

    def row(self, table: str, key: str) -> int:
        """The number of a row, from 1."""
        mark, sheet = self.header(table), self.sheet(table)
        for row in range(mark.row + 1, sheet.max_row + 1):
            if sheet.cell(row, mark.column).value == key:
                return row
        raise AssertionError(f"no row {key} in {table}")

    def cell(self, table: str, key: str, column: str) -> Cell:
        """One cell."""
        found = self.sheet(table).cell(self.row(table, key), self.column(table, column))
        assert isinstance(found, Cell)
        return found

    def set(self, table: str, key: str, column: str, value: Any, number_format: str | None = None) -> Cell:
        """Type a value into a cell."""
        cell = self.cell(table, key, column)
        cell.value = value
        if number_format is not None:
            cell.number_format = number_format
        return cell

    def add(self, table: str, values: Mapping[str, Any], key: str | None = None) -> int:
        """Type a new row below the table."""
        mark, sheet = self.header(table), self.sheet(table)
        row = sheet.max_row + 1
        sheet.cell(row, mark.column).value = key
        for column, value in values.items():
            sheet.cell(row, self.column(table, column)).value = value
        return row

    def delete(self, table: str, key: str) -> None:
        """Delete a row; formulas that point at rows below are not mended, as nothing is taken from them."""
        self.sheet(table).delete_rows(self.row(table, key))

    def rows(self, table: str) -> list[list[Any]]:
        """The values of all rows of a table."""
        mark, sheet = self.header(table), self.sheet(table)
        return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=mark.row + 2) if row[mark.column - 1].value]

    def put_rows(self, table: str, rows: list[list[Any]]) -> None:
        """Write rows below each other from the first on, as a sort does."""
        mark, sheet = self.header(table), self.sheet(table)
        for number, row in enumerate(rows, start=mark.row + 2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    def save(self, path: Path | None = None) -> Path:
        """Save the workbook, under another name where one is given."""
        target = path or self.path
        self.book.save(target)
        return target
