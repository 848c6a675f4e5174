"""Three ways to the same sums: what is stored, what LibreOffice computes from scratch, what SQLite adds up in hundredths."""

import re
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from libreoffice import differences, formulas, recalculated
from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Proportion
from stratbuild.render.edition import Edition
from stratbuild.render.workbook import Workbook
from stratbuild.render.workbook_reader import StoredValues, read_back, verify_workbook
from stratbuild.render.workbook_writer import write_workbook
from strategies import SETTINGS, check_texts, shipped_classifiers

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
YEARS = (2025, 2026, 2027)
NO_SOURCE = "Джерело не визначено"
NO_CODE = "Код не вказано"


@dataclass(frozen=True)
class Fact:
    """What a source pays for a line in a year, in hundredths, found without the program."""

    line: str
    measure: str
    unit: str
    code: str
    year: int
    source: str
    hundredths: int


def write(plan: Plan, name: str, folder: Path) -> Path:
    (described,) = outputs()[name].view(plan, EDITION)
    assert isinstance(described, Workbook)
    path = folder / write_workbook(described, EDITION, folder)
    assert verify_workbook(path, described) == ()
    return path


def hundredths(stored: object) -> int:
    assert isinstance(stored, (int, float))
    return int(Decimal(repr(stored)).quantize(Decimal("0.01")).scaleb(2))


def summed(facts: Sequence[Fact], *keys: str) -> dict[tuple[object, ...], int]:
    """Sums of whole hundredths by columns, added up by SQLite."""
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE fact (line, measure, unit, code, year INTEGER, source, hundredths INTEGER)")
        rows = [(one.line, one.measure, one.unit, one.code, one.year, one.source, one.hundredths) for one in facts]
        database.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        columns = ", ".join(keys)
        grouped = f"GROUP BY {columns}" if keys else ""
        query = f"SELECT {', '.join([*keys, 'COALESCE(SUM(hundredths), 0)'])} FROM fact {grouped}"
        return {tuple(row[:-1]): row[-1] for row in database.execute(query)}


def assert_sums(stored: StoredValues, facts: Sequence[Fact]) -> None:
    """The workbook's totals, and its tables by source, goal, unit and code, are the independent sums."""
    (total,) = summed(facts).values()
    by_year = dict.fromkeys(YEARS, 0) | {year: amount for (year,), amount in summed(facts, "year").items()}
    for way in ("lines", "sources", "goals", "units", "economics"):
        assert hundredths(stored.named(f"{way}_total")) == total
        for year, amount in by_year.items():
            assert hundredths(stored.named(f"{way}_{year}")) == amount, (way, year)
    assert hundredths(stored.named("facts_total")) == total
    assert hundredths(stored.named("budget_total")) == total
    assert stored.named("check_total") == 0
    sources = [row[0] for row in stored.area("source_id")]
    planned = {
        (source, year): hundredths(amount)
        for source, row in zip(sources, stored.area("source_planned"), strict=True)
        for year, amount in zip(YEARS, row, strict=True)
        if hundredths(amount)
    }
    assert planned == {key: amount for key, amount in summed(facts, "source", "year").items() if amount}
    for sheet, key_column, key in (("За цілями", 4, "measure"), ("За виконавцями", 0, "unit"), ("За КЕКВ", 0, "code")):
        rows = [row for row in stored.sheets[sheet] if row[key_column]]
        found = {row[key_column]: row for row in rows}
        for (name, year), amount in summed(facts, key, "year").items():
            assert hundredths(found[name][{"measure": 5, "unit": 4, "code": 2}[key] + YEARS.index(int(str(year)))]) == amount


def sample_facts(plan: Plan) -> list[Fact]:
    """The facts of a strategy from its entities alone: products, and shares by the largest remainder."""
    found = []
    for line in plan.strategy.budget_lines.values():
        measure = plan.strategy.measures[line.measure]
        amounts = {year: money.hundredths for year, money in line.amounts.items()}
        if line.unit_price is not None:
            amounts = {year: half_up(line.unit_price.hundredths * quantity) for year, quantity in line.quantity.items()}
        shares = {
            str(source): int(part.per_cent * 10_000) for source, part in line.funding.items() if isinstance(part, Proportion)
        }
        for year, amount in amounts.items():
            for source, part in divided(amount, shares).items():
                unit, code = measure.lead or "Виконавця не визначено", line.economic_code or NO_CODE
                found.append(Fact(line.id, line.measure, unit, code, year, source, part))
    return found


def half_up(exact: Decimal) -> int:
    return int((exact * 2 + 1) // 2)


def divided(amount: int, shares: Mapping[str, int]) -> dict[str, int]:
    """Parts by shares of a million: rounded down, then the units left go to those that lost most."""
    whole = dict(shares)
    if (rest := 1_000_000 - sum(shares.values())) > 0:
        whole[NO_SOURCE] = rest
    parts = {source: divmod(amount * share, 1_000_000) for source, share in whole.items()}
    left = amount - sum(part for part, _ in parts.values())
    favoured = sorted(parts, key=lambda source: -parts[source][1])[:left]
    return {source: part + (source in favoured) for source, (part, _) in parts.items()}


@pytest.mark.parametrize("name", ["budget", "plan"])
def test_libreoffice_computes_every_stored_value_of_the_sample(sample: Plan, tmp_path: Path, name: str) -> None:
    path = write(sample, name, tmp_path)
    assert sum(1 for _ in formulas(path)) > 100
    assert differences(path, recalculated(path, tmp_path / "office")) == []


def test_a_sabotaged_value_is_caught(sample: Plan, tmp_path: Path) -> None:
    """One kopeck in one stored value: were LibreOffice to believe what is stored, nothing would be found."""
    path = write(sample, "budget", tmp_path)
    total = hundredths(read_back(path).named("lines_total"))
    address = read_back(path).names["lines_total"].rpartition("!")[2].replace("$", "")
    stored = re.compile(rf'(<c r="{address}"[^>]*><f>[^<]*</f><v>)[^<]*(</v>)')
    sabotaged = tmp_path / "sabotaged.xlsx"
    lines = list(read_back(path).sheets).index("Рядки") + 1
    changed = 0
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(sabotaged, "w") as after:
        for part in before.infolist():
            content = before.read(part)
            if part.filename == f"xl/worksheets/sheet{lines}.xml":
                text, changed = stored.subn(rf"\g<1>{Decimal(total + 1) / 100}\g<2>", content.decode("utf-8"))
                content = text.encode("utf-8")
            after.writestr(part, content)
    assert changed == 1
    (found,) = differences(sabotaged, recalculated(sabotaged, tmp_path / "office"))
    assert (found.sheet, found.formula[:5]) == ("Рядки", "=SUM(")
    (described,) = outputs()["budget"].view(sample, EDITION)
    assert isinstance(described, Workbook)
    (mismatch,) = verify_workbook(sabotaged, described)
    assert (mismatch.sheet, mismatch.cell) == (found.sheet, found.cell)


def test_a_formula_that_was_replaced_by_its_value_is_caught(sample: Plan, tmp_path: Path) -> None:
    """The right number, and no formula: recalculating finds nothing wrong with it, comparing with the description does."""
    path = write(sample, "budget", tmp_path)
    total = read_back(path).names["lines_total"].rpartition("!")[2].replace("$", "")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(tmp_path / "typed.xlsx", "w") as after:
        lines = list(read_back(path).sheets).index("Рядки") + 1
        for part in before.infolist():
            content = before.read(part)
            if part.filename == f"xl/worksheets/sheet{lines}.xml":
                text, changed = re.subn(rf'(<c r="{total}"[^>]*>)<f>[^<]*</f>', r"\1", content.decode("utf-8"))
                assert changed == 1
                content = text.encode("utf-8")
            after.writestr(part, content)
    (described,) = outputs()["budget"].view(sample, EDITION)
    assert isinstance(described, Workbook)
    (mismatch,) = verify_workbook(tmp_path / "typed.xlsx", described)
    assert (mismatch.sheet, mismatch.cell) == ("Рядки", total)


SHARES: tuple[dict[str, str], ...] = (
    {},
    {"S-A": "100"},
    {"S-B": "60"},
    {"S-A": "50", "S-B": "50"},
    {"S-A": "33.3333", "S-B": "33.3333", "S-C": "33.3334"},
    {"S-C": "0.0001", "S-A": "99.9999"},
    {"S-A": "40", "S-B": "30", "S-C": "29.5"},
    {"S-B": "12.5", "S-C": "12.5", "S-A": "75"},
)


@st.composite
def line_texts(draw: st.DrawFn, number: int) -> str:
    """One budget line as YAML, by amounts or by quantity and price."""
    measure = draw(st.sampled_from(["M-A", "M-B", "M-C"]))
    code = draw(st.sampled_from(["", "economic_code: 2210, ", "economic_code: 3110, ", "economic_code: 2240, "]))
    years = draw(st.lists(st.sampled_from(YEARS), unique=True, min_size=1))
    if draw(st.booleans()):
        amounts = ", ".join(f"{year}: {Decimal(draw(st.integers(0, 10**11))) / 100:.2f}" for year in years)
        sums = f"amounts: {{{amounts}}}"
    else:
        quantities = ", ".join(f"{year}: {Decimal(draw(st.integers(0, 10**7))) / 1000:f}" for year in years)
        price = Decimal(draw(st.integers(0, 10**7))) / 100
        sums = f"quantity: {{{quantities}}}, unit_price: {price:.2f}"
    shares = ", ".join(f"{source}: {share}%" for source, share in draw(st.sampled_from(SHARES)).items())
    return f"- {{id: B-{number}, measure: {measure}, title: Рядок, {code}{sums}, funding: {{{shares}}}}}"


@st.composite
def strategy_texts(draw: st.DrawFn) -> str:
    """Three measures of two goals, one without a lead, three sources, up to thirty lines."""
    lines = [draw(line_texts(number)) for number in range(draw(st.integers(1, 30)))]
    return """\
units: [{id: U-A, name: Перший}, {id: U-B, name: Другий}]
goals:
- {id: G-A, title: Ціль}
- {id: G-B, parent: G-A, title: Ціль нижча}
measures:
- {id: M-A, goal: G-A, title: Захід, lead: U-A, start: 2025-01, finish: 2027-12}
- {id: M-B, goal: G-B, title: Захід, lead: U-B, start: 2025-01, finish: 2027-12, after: []}
- {id: M-C, goal: G-B, title: Захід, start: 2025-01, finish: 2027-12}
sources:
- {id: S-A, title: Перше, kind: local, fund: general, ceilings: {2026: 1000.00}}
- {id: S-B, title: Друге, kind: state, fund: special, confirmed: false}
- {id: S-C, title: Третє, kind: donor}
budget_lines:
""" + "\n".join(lines)


@settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(strategy_texts())
def test_all_three_ways_agree_on_generated_strategies(text: str) -> None:
    texts = {"a.yaml": text, "s.yaml": SETTINGS + "  classifiers: {economic: kekv}\n"}
    checked = check_texts(texts, shipped_classifiers())
    assert checked.plan is not None, checked.diagnostics
    with TemporaryDirectory() as folder:
        path = write(checked.plan, "budget", Path(folder))
        facts = sample_facts(checked.plan)
        assert_sums(read_back(path), facts)
        recomputed = recalculated(path, Path(folder) / "office")
        assert differences(path, recomputed) == []
        assert_sums(read_back(recomputed), facts)


def test_a_changed_price_and_a_moved_sum_change_every_total(tmp_path: Path) -> None:
    """The workbook is alive: what finance enters runs through to every sheet, and the checks still hold."""
    text = """
        units: [{id: U-A, name: Відділ}]
        goals: [{id: G-A, title: Ціль}]
        measures: [{id: M-A, goal: G-A, title: Захід, lead: U-A, start: 2025-01, finish: 2027-12}]
        sources: [{id: S-A, title: Бюджет, kind: local, fund: general}, {id: S-B, title: Донор, kind: donor}]
        budget_lines:
          - {id: B-A, measure: M-A, title: Точки доступу, economic_code: 3110, quantity: {2026: 3}, unit_price: 100.01,
             funding: {S-A: 60%, S-B: 40%}}
          - {id: B-B, measure: M-A, title: Послуги, economic_code: 2240, amounts: {2025: 50.00}, funding: S-A}
    """
    plan = check_texts({"a.yaml": text, "s.yaml": SETTINGS + "  classifiers: {economic: kekv}\n"}, shipped_classifiers()).plan
    assert plan is not None
    path = write(plan, "budget", tmp_path)
    book = load_workbook(path)
    sheet = book["Рядки"]
    header = [cell.value for cell in sheet[9]]
    for row, name, value in ((10, "Ціна за одиницю, грн", 200.03), (11, "2025 рік, грн", None), (11, "2027 рік, грн", 70.07)):
        sheet.cell(row, header.index(name) + 1).value = value
    edited = tmp_path / "edited.xlsx"
    book.save(edited)
    found = read_back(recalculated(edited, tmp_path / "office"))
    for way in ("lines", "sources", "goals", "units", "economics"):
        assert [hundredths(found.named(f"{way}_{year}")) for year in YEARS] == [0, 60009, 7007]
    assert [[hundredths(amount) for amount in row] for row in found.area("source_planned")] == [
        [0, 36005, 7007],
        [0, 24004, 0],
        [0, 0, 0],
    ]
    assert found.named("check_total") == 0


def test_shares_that_miss_the_whole_turn_the_master_check(tmp_path: Path) -> None:
    """The last source takes what is left, so that the sums would still agree; the shares themselves are checked too."""
    text = """
        goals: [{id: G-A, title: Ціль}]
        measures: [{id: M-A, goal: G-A, title: Захід, start: 2025-01, finish: 2027-12}]
        sources: [{id: S-A, title: Бюджет, kind: local, ceilings: {2026: 60.00}}, {id: S-B, title: Донор, kind: donor}]
        budget_lines:
          - {id: B-A, measure: M-A, title: Дріт, amounts: {2026: 100.00}, funding: {S-A: 60%, S-B: 40%}}
    """
    plan = check_texts({"a.yaml": text, "s.yaml": SETTINGS}, shipped_classifiers()).plan
    assert plan is not None
    path = write(plan, "budget", tmp_path)
    assert read_back(path).named("check_total") == 0
    book = load_workbook(path)
    sheet = book["Фінансування"]
    header = [cell.value for cell in sheet[7]]
    for share, failed, exceeded in ((0.5, 1, 0), (0.7, 1, 1)):
        sheet.cell(8, header.index("Частина (ввід)") + 1).value = share
        edited = tmp_path / f"edited-{share}.xlsx"
        book.save(edited)
        found = read_back(recalculated(edited, tmp_path / "office"))
        assert found.named("check_total") == failed
        assert found.sheets["Про файл"][_row_of(found, "Перевищень граничних обсягів")][1] == exceeded


def _row_of(found: StoredValues, label: str) -> int:
    return next(number for number, row in enumerate(found.sheets["Про файл"]) if row and row[0] == label)
