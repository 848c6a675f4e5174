"""What has changed since an earlier edition: lines, sources, and the bridge from one total to the other."""

from pathlib import Path
from textwrap import dedent

from openpyxl import load_workbook

from command import stratbuild
from libreoffice import differences, recalculated
from stratbuild.render.earlier_reader import read_earlier
from stratbuild.render.workbook_reader import read_back, stored_money

OLD = """
    strategy: {title: Стратегія, language: uk, community: {name: Громада}, period: {start: 2025, finish: 2027}}
    units: [{id: U-A, name: Відділ}]
    goals: [{id: G-A, title: Ціль}]
    measures: [{id: M-A, goal: G-A, title: Захід, lead: U-A, start: 2025, finish: 2027}]
    sources: [{id: S-A, title: Бюджет, kind: local}, {id: S-B, title: Донор, kind: donor}]
    budget_lines:
      - {id: B-SAME, measure: M-A, title: Незмінний, amounts: {2025: 500.00}, funding: S-A}
      - {id: B-DEAR, measure: M-A, title: Дорожчий, quantity: {2026: 3}, unit_price: 100.01, measurement_unit: шт., funding: S-A}
      - {id: B-GONE, measure: M-A, title: Вилучений, amounts: {2027: 700.00}, funding: S-B}
      - {id: B-PAID, measure: M-A, title: Інший платник, amounts: {2026: 1000.00}, funding: {S-A: 60%, S-B: 40%}}
"""
NEW = (
    OLD.replace("unit_price: 100.01", "unit_price: 200.03")
    .replace("S-A: 60%, S-B: 40%", "S-A: 10%, S-B: 90%")
    .replace("      - {id: B-GONE, measure: M-A, title: Вилучений, amounts: {2027: 700.00}, funding: S-B}\n", "")
    + "      - {id: B-NEW, measure: M-A, title: Новий, amounts: {2025: 250.00}, funding: S-B}\n"
)


def build(text: str, folder: Path, *more: str) -> Path:
    (folder / "strategy").mkdir(parents=True)
    (folder / "strategy" / "s.yaml").write_text(dedent(text), encoding="utf-8")
    done = stratbuild("build", "strategy", "-o", "out", "--only", "budget", "--as-of", "2026-11-24", *more, folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "out" / "budget.xlsx"


def test_every_change_is_listed_and_the_totals_are_bridged(tmp_path: Path) -> None:
    old = build(OLD, tmp_path / "old")
    new = build(NEW, tmp_path / "new", "--since", str(old))
    rows = [row for row in read_back(new).sheets["Зміни"] if row and row[0]]
    listed = {row[0]: row[2] for row in rows if str(row[0]).startswith("B-")}
    assert listed == {"B-DEAR": "змінено", "B-NEW": "додано", "B-GONE": "вилучено"}
    by_id = {row[0]: row for row in rows}
    money = [stored_money(value).hundredths for value in by_id["B-DEAR"][3:13]]
    assert money == [0, 30003, 0, 0, 60009, 0, 0, 30006, 0, 30006]
    assert [stored_money(value).hundredths for value in by_id["S-A"][3:13]] == [
        50000, 90003, 0, 50000, 70009, 0, 0, -19994, 0, -19994,
    ]  # fmt: skip
    total_before, total_now = read_earlier(old).total, read_back(new).money("lines_total")
    bridge = {row[0]: row[1] for row in rows if str(row[0]).startswith(("Усього в", "Зміни"))}
    assert stored_money(bridge["Усього в попередній редакції"]) == total_before
    assert stored_money(bridge["Усього в цій редакції"]) == total_now
    assert stored_money(bridge["Зміни"]) == total_now - total_before
    assert read_back(new).named("check_total") == 0


def test_libreoffice_comes_to_the_same_changes(tmp_path: Path) -> None:
    old = build(OLD, tmp_path / "old")
    new = build(NEW, tmp_path / "new", "--since", str(old))
    assert differences(new, recalculated(new, tmp_path / "office")) == []


def test_without_an_earlier_edition_there_is_no_such_sheet(tmp_path: Path) -> None:
    path = build(OLD, tmp_path)
    assert "Зміни" not in load_workbook(path).sheetnames


def test_the_same_text_has_no_changes(tmp_path: Path) -> None:
    old = build(OLD, tmp_path / "old")
    new = build(OLD, tmp_path / "new", "--since", str(old))
    words = {row[0] for row in read_back(new).sheets["Зміни"] if row}
    assert "Жодна сума не змінилася." in words
    assert not any(str(word).startswith(("B-", "S-")) for word in words)
    assert read_back(new).named("check_total") == 0


def test_what_is_no_earlier_edition_is_said(tmp_path: Path) -> None:
    path = build(OLD, tmp_path)
    (tmp_path / "note.xlsx").write_text("не книга", encoding="utf-8")
    book = load_workbook(path)
    del book["_stratbuild"]
    book.save(tmp_path / "bare.xlsx")
    for name, code in (("note.xlsx", "SB9"), ("missing.xlsx", "SB9"), ("bare.xlsx", "SB888")):
        before = path.read_bytes()
        done = stratbuild("build", "strategy", "-o", "out", "--only", "budget", "--since", name, folder=tmp_path)
        assert (done.returncode, f"[{code}" in done.stderr) == (3, True), done.stderr
        assert "Traceback" not in done.stderr
        assert path.read_bytes() == before


def test_the_manifest_names_the_earlier_edition(tmp_path: Path) -> None:
    old = build(OLD, tmp_path / "old")
    build(NEW, tmp_path / "new", "--since", str(old))
    assert f'"since": "{read_earlier(old).revision}"' in (tmp_path / "new" / "out" / "manifest.json").read_text(encoding="utf-8")
