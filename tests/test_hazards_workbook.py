"""Hazards of money and of workbooks, by their numbers, that no other module tests: M04, M08, M09, M11, M12, W09, W20 and W26."""

import dataclasses
import json
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from budgets import document, texts
from chances import Rolled
from libreoffice import recalculated
from reckoned import differences, plan_of
from sqlite_budget import Ledger
from stratbuild.cli import main
from stratbuild.model import Plan
from stratbuild.outputs.output import outputs
from stratbuild.quantity import Money, Refusal, in_thousands, rounding_gap
from stratbuild.quantity.human import human_money
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.workbook import Kind, Workbook
from stratbuild.render.workbook_reader import verify_workbook
from stratbuild.render.workbook_writer import write_workbook
from strategies import SETTINGS, check_folder, check_text, codes
from workbooks import Edited, build_budget, write_strategy

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(date(2026, 11, 24), "a1b2c3d4e5f6", "uk", "0.1.0")
LINE = "goals: [{id: G-A, title: А}]\nmeasures: [{id: M-A, goal: G-A, title: а}]\n"


@pytest.mark.parametrize(
    ("price", "quantity", "amount"),
    [("0.01", "0.5", "0.01"), ("0.03", "0.5", "0.02"), ("5.35", "0.5", "2.68"), ("1.01", "0.5", "0.51")],
)
def test_m04_a_derived_half_is_rounded_up_once_in_the_model_and_in_the_workbook(
    tmp_path: Path, price: str, quantity: str, amount: str
) -> None:
    """0.005, 0.015 and 2.675 are 0.01, 0.02 and 2.68, not what halves to even or binary fractions make of them."""
    line = f"budget_lines: [{{id: B-A, measure: M-A, title: р, quantity: {{2025: {quantity}}}, unit_price: {price}, funding: S-A}}]\n"
    plan = plan_of({"a.yaml": SETTINGS + LINE + "sources: [{id: S-A, title: А, kind: local}]\n" + line})
    assert str(plan.budget.total) == amount
    (made,) = outputs()["budget"].view(plan, EDITION)
    assert isinstance(made, Workbook)
    path = tmp_path / write_workbook(made, EDITION, tmp_path)
    assert verify_workbook(recalculated(path, tmp_path / "office"), made) == ()


@pytest.mark.parametrize("text", ["0.005", "0.015", "2.675"])
def test_m04_no_stated_sum_is_rounded(text: str) -> None:
    """A file or a cell that names a part of a kopeck is refused; `2.675` may even be 2675."""
    line = f"budget_lines: [{{id: B-A, measure: M-A, title: р, amounts: {{2025: {text}}}}}]\n"
    checked = check_text(LINE + line)
    assert checked.plan is None
    assert [one.fault.name for one in checked.diagnostics] == [
        "money_ambiguous" if text == "2.675" else "money_finer_than_hundredths"
    ]
    with pytest.raises(Refusal):
        human_money(float(text))


def test_m08_rounding_in_thousands_is_told_exactly_where_it_shows() -> None:
    """Three times 33.34 thousand: each shows 33.3, the whole 100.0, and the gap is a tenth; of two halves nothing shows."""
    third, half = Money(33_340_00), Money(50_000_00)
    assert [str(in_thousands(one)) for one in (third, Money.total([third] * 3))] == ["33.3", "100.0"]
    assert str(rounding_gap([third] * 3)) == "-0.1"
    assert not rounding_gap([half, half])
    rolled = random.Random(8)
    for _ in range(2_000):
        parts = [Money(rolled.randrange(10**9)) for _ in range(rolled.randrange(1, 12))]
        gap = rounding_gap(parts)
        assert abs(gap) * 20 <= len(parts) + 1  # half of the last digit for every part, and once more for the whole
        assert (gap != 0) == (sum(map(in_thousands, parts)) != in_thousands(Money.total(parts)))
    assert locale("uk").thousands(Money(99_950)) == "1,0"


@pytest.mark.parametrize("missing", ["rate: 48.25, ", "on: 2024-11-03, ", "source: НБУ, ", "currency: EUR, "])
def test_m09_another_currency_needs_a_rate_a_day_and_a_source(missing: str) -> None:
    whole = "exchange_rates: [{id: FX-EUR, title: Євро, currency: EUR, rate: 48.25, on: 2024-11-03, source: НБУ, }]\n"
    assert "SB101" not in codes(check_text(whole))
    assert codes(check_text(whole.replace(missing, ""))) == ["SB101"]


@pytest.mark.parametrize("amount", ["100 EUR", "€100", "100 $", "USD 5", "100 євро"])
def test_m09_no_foreign_money_is_added_as_if_it_were_own(amount: str) -> None:
    line = f"budget_lines: [{{id: B-A, measure: M-A, title: р, amounts: {{2025: '{amount}'}}}}]\n"
    assert check_text(LINE + line).plan is None
    with pytest.raises(Refusal):
        human_money(amount)


def test_m09_hryvnias_euros_and_dollars_are_added_in_hryvnias() -> None:
    rates = "".join(
        f"- {{id: FX-{one}, title: к, currency: {one}, rate: {rate}, on: 2024-11-03, source: НБУ}}\n"
        for one, rate in (("EUR", "48.25"), ("USD", "41.3333"))
    )
    lines = "".join(
        f"- {{id: B-{one}, measure: M-A, title: р, amounts: {{2025: 10.01}}, funding: S-A{rate}}}\n"
        for one, rate in (("A", ""), ("B", ", exchange_rate: FX-EUR"), ("C", ", exchange_rate: FX-USD"))
    )
    text = f"{LINE}sources: [{{id: S-A, title: А, kind: local}}]\nexchange_rates:\n{rates}budget_lines:\n{lines}"
    plan = plan_of({"a.yaml": SETTINGS + text})
    # 10.01 + 10.01 × 48.25 = 482.9825 → 482.98 + 10.01 × 41.3333 = 413.746333 → 413.75
    assert str(plan.budget.total) == "906.74"


def test_m11_a_kopeck_lost_or_moved_anywhere_is_caught() -> None:
    """Two hundred faults of one kopeck: gained, lost, or moved to another year, source or line."""
    rolled = random.Random(11)
    told = 0
    plans: list[tuple[Plan, Ledger]] = []
    for seed in range(12):
        files = texts(document(Rolled(seed), strict=True))
        plan = plan_of(files)
        if plan.budget.total:
            plans.append((plan, Ledger(files)))
            assert not list(differences(plans[-1][1], plan))
    for _ in range(200):
        plan, ledger = rolled.choice(plans)
        line = rolled.choice([id_ for id_, parts in plan.budget.parts.items() if parts])
        parts = list(plan.budget.parts[line])
        place = rolled.randrange(len(parts))
        parts[place] = parts[place]._replace(money=Money(parts[place].money.hundredths + rolled.choice([-1, 1])))
        if len(parts) > 1 and rolled.random() < 0.5:  # moved: the total of the line stays what it was
            other = (place + 1) % len(parts)
            moved = Money.total(one.money for one in plan.budget.parts[line]) - Money.total(
                one.money for number, one in enumerate(parts) if number != other
            )
            parts[other] = parts[other]._replace(money=moved)
        wrong = dataclasses.replace(plan.budget, parts={**plan.budget.parts, line: tuple(parts)})
        told += bool(
            [one for one in differences(ledger, dataclasses.replace(plan, budget=wrong)) if one.startswith("as written")]
        )
    assert told == 200


def test_m11_a_kopeck_in_any_stored_value_of_the_workbook_is_caught(tmp_path: Path) -> None:
    """Two hundred sums of the sample's workbook, each a kopeck more than it was: all are named, and no others."""
    plan = check_folder(SAMPLE).plan
    assert plan is not None
    (made,) = outputs()["budget"].view(plan, EDITION)
    assert isinstance(made, Workbook)
    path = tmp_path / write_workbook(made, EDITION, tmp_path)
    sums = [
        (number, sheet.name, row, column)
        for number, sheet in enumerate(made.sheets, start=1)
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells.cells)
        if cell is not None and cell.kind is Kind.MONEY and cell.formula is not None and isinstance(cell.value, Money)
    ]
    chosen = random.Random(11).sample(sums, 200)
    wanted = {(name, f"{_letters(column)}{row + 1}") for _, name, row, column in chosen}

    def faulty(sheet: str, content: str) -> str:
        for name, cell in wanted:
            if name == sheet:
                content, count = re.subn(
                    rf'(<c r="{cell}"[^>]*><f>[^<]*</f><v>)([^<]*)(</v>)',
                    lambda found: f"{found[1]}{(round(float(found[2]) * 100) + 1) / 100!r}{found[3]}",
                    content,
                )
                assert count == 1, (name, cell)
        return content

    numbered = {f"xl/worksheets/sheet{number}.xml": name for number, name in {(one[0], one[1]) for one in sums}}
    sabotaged = repacked(
        path, tmp_path / "faulty.xlsx", lambda part, text: faulty(numbered[part], text) if part in numbered else text
    )
    assert {(one.sheet, one.cell) for one in verify_workbook(sabotaged, made)} == wanted


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_m12_days_that_lack_an_hour_or_have_one_twice_are_days_like_others(tmp_path: Path, day: str) -> None:
    """In Kyiv the night of 29 March 2026 has no half past three and that of 25 October has two; a plan knows days only."""
    folder = write_strategy(tmp_path / "strategy")
    settings = folder / "settings.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("start: 2025, finish: 2027", f"start: {day}, finish: {day}", 1), "utf-8"
    )
    plan = check_folder(folder).plan
    assert plan is not None
    window = plan.windows["M-WIFI"]
    assert (str(window.first), str(window.last)) == (day, day)
    settings.write_text(settings.read_text(encoding="utf-8").replace(f"start: {day}", f"start: {day}T03:30", 1), "utf-8")
    assert check_folder(folder).plan is None


def test_m12_no_time_zone_moves_a_day(tmp_path: Path) -> None:
    """The same bytes wherever the machine stands: at a given day, and at the instant of `SOURCE_DATE_EPOCH`."""
    folder = write_strategy(tmp_path / "strategy")
    built: dict[str, set[bytes]] = {}
    for number, zone in enumerate(["UTC", "Europe/Kyiv", "Pacific/Apia", "America/New_York"]):
        for how, extra, epoch in (("day", ["--as-of", "2026-03-29"], {}), ("instant", [], {"SOURCE_DATE_EPOCH": "1774747800"})):
            target = tmp_path / f"{how}{number}"
            command = [sys.executable, "-m", "stratbuild", "build", str(folder), "-o", str(target), "--only", "budget", *extra]
            environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
            done = subprocess.run(
                command, env={**environment, "TZ": zone, **epoch}, capture_output=True, text=True, encoding="utf-8", check=False
            )
            assert done.returncode == 0, done.stderr
            built.setdefault(how, set()).add((target / "budget.xlsx").read_bytes())
    assert {how: len(found) for how, found in built.items()} == {"day": 1, "instant": 1}


def test_w09_a_false_stored_total_is_neither_taken_nor_believed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every stored value of every formula is 999 999.99: pulling finds nothing changed, for it never asks them."""
    folder = write_strategy(tmp_path / "strategy")
    path = build_budget(folder, tmp_path / "build")
    count = 0

    def lying(part: str, text: str) -> str:
        nonlocal count
        if not part.startswith("xl/worksheets/"):
            return text
        text, changed = re.subn(r'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?><f>[^<]*</f><v>)[^<]*(</v>)', r"\g<1>999999.99\g<2>", text)
        count += changed
        return text

    lies = repacked(path, tmp_path / "lies.xlsx", lying)
    assert count > 100
    status, said = pulled(lies, folder, capsys)
    assert (status, said["changes"], said["conflicts"], said["new"], said["removals"]) == (0, [], [], [], [])


def test_w20_the_same_workbook_twice_and_then_another_reviewers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_strategy(tmp_path / "strategy")
    path = build_budget(folder, tmp_path / "build")
    first, second = Edited(path), Edited(path)
    first.set("lines", "B-AP", "unit_price", 19000)
    second.set("lines", "B-AP", "unit_price", 20000)
    second.set("lines", "B-DIG", "amounts_2027", 778)
    one, other = first.save(tmp_path / "one.xlsx"), second.save(tmp_path / "other.xlsx")
    status, said = pulled(one, folder, capsys, "--apply")
    assert (status, len(said["changes"]), said["applied"]) == (0, 1, True)
    written = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    status, said = pulled(one, folder, capsys, "--apply")
    assert (status, said["applied"]) == (0, False)
    status, said = pulled(other, folder, capsys, "--apply")
    assert (status, said["applied"], len(said["conflicts"])) == (5, False, 1)
    assert {file: file.read_bytes() for file in folder.rglob("*.yaml")} == written


def _as_google_sheets_saves(part: str, text: str) -> str | None:
    """No document properties, no calculation chain, no formats, nothing protected and nothing hidden."""
    if part.startswith("docProps/") or part == "xl/calcChain.xml":
        return None
    if part == "xl/workbook.xml":
        return re.sub(r' state="(?:veryHidden|hidden)"', ' state="visible"', text)
    if part.startswith("xl/worksheets/sheet"):
        text = re.sub(
            r"<sheetProtection[^>]*/>|<dataValidations.*?</dataValidations>|<conditionalFormatting.*?</conditionalFormatting>",
            "",
            text,
        )
        return re.sub(r'(<c r="[A-Z]+[0-9]+") s="[0-9]+"', r'\g<1> s="1"', text)
    return text


def _as_excel_for_mac_saves(part: str, text: str) -> str | None:
    """The dates of 1904, texts in runs with formats of their own, rows with spans, the sheets' hidden one very hidden."""
    if part == "xl/workbook.xml":
        text = re.sub(r"<workbookPr[^>]*/>", '<workbookPr date1904="1" defaultThemeVersion="166925"/>', text)
        return text.replace(' state="hidden"', ' state="veryHidden"')
    if part == "xl/sharedStrings.xml":
        run = r'<si><r><rPr><sz val="12"/><rFont val="Calibri"/></rPr>\1</r></si>'
        return re.sub(r"<si>(<t[^>]*>[^<]*</t>)</si>", run, text)
    if part.startswith("xl/worksheets/sheet"):
        return re.sub(r"<row r=\"([0-9]+)\"", r'<row r="\1" x14ac:dyDescent="0.2"', text).replace(
            "<worksheet ", '<worksheet xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" ', 1
        )
    return text


Saving = Callable[[Path, Path], Path]


def _by_openpyxl(path: Path, folder: Path) -> Path:
    return Edited(path).save(folder / "openpyxl.xlsx")


def _by_libreoffice(path: Path, folder: Path) -> Path:
    return recalculated(path, folder / "office")


def _by_google(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        shared = re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode("utf-8"), re.DOTALL)
    count = 0

    def saving(part: str, text: str) -> str | None:
        nonlocal count
        saved = _as_google_sheets_saves(part, text)
        if saved is None or not part.startswith("xl/worksheets/sheet"):
            return saved
        cell = r'(<c r="[A-Z]+[0-9]+"[^>]*) t="s"><v>([0-9]+)</v></c>'
        saved, changed = re.subn(cell, lambda found: f'{found[1]} t="inlineStr"><is>{shared[int(found[2])]}</is></c>', saved)
        count += changed
        return saved

    saved = repacked(path, folder / "google.xlsx", saving)
    assert count > 100
    return saved


def _by_mac(path: Path, folder: Path) -> Path:
    saved = repacked(path, folder / "mac.xlsx", _as_excel_for_mac_saves)
    with zipfile.ZipFile(saved) as archive:
        assert b'date1904="1"' in archive.read("xl/workbook.xml")
        assert b"<si><r><rPr>" in archive.read("xl/sharedStrings.xml")
    return saved


@pytest.mark.parametrize("save", [_by_openpyxl, _by_libreoffice, _by_google, _by_mac])
def test_w26_the_contract_survives_other_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str], save: Saving) -> None:
    """Unedited, the workbook changes nothing; with one sum typed before it is saved, just that sum is changed."""
    folder = write_strategy(tmp_path / "strategy")
    built = build_budget(folder, tmp_path / "build")
    (tmp_path / "as_it_was").mkdir()
    status, said = pulled(save(built, tmp_path / "as_it_was"), folder, capsys)
    assert (status, said["changes"], said["conflicts"], said["new"], said["removals"]) == (0, [], [], [], [])
    (tmp_path / "edited").mkdir()
    typed = _with_price(built, tmp_path / "typed.xlsx", "18750.25")
    status, said = pulled(save(typed, tmp_path / "edited"), folder, capsys, "--apply")
    assert (status, [one["theirs"] for one in said["changes"]], said["new"], said["removals"]) == (0, ["18750.25"], [], [])
    assert "unit_price: 18750.25   # три пропозиції" in (folder / "budget" / "wifi.yaml").read_text(encoding="utf-8")


def _with_price(path: Path, target: Path, price: str) -> Path:
    """The workbook with another price of one line, and not a byte of it different otherwise."""
    edited = Edited(path)
    place = edited.cell("lines", "B-AP", "unit_price")
    part = f"xl/worksheets/sheet{edited.book.sheetnames.index(place.parent.title) + 1}.xml"
    cell = rf'(<c r="{place.coordinate}"[^>]*><v>)18500(?:\.0)?(</v>)'

    def typed(name: str, text: str) -> str:
        if name != part:
            return text
        text, count = re.subn(cell, rf"\g<1>{price}\g<2>", text)
        assert count == 1
        return text

    return repacked(path, target, typed)


def pulled(workbook: Path, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Mapping[str, Any]]:
    """Pull a workbook: the exit status and what is said as JSON."""
    capsys.readouterr()
    status = main(["pull", str(workbook), str(folder), "--format", "json", *options])
    said: Mapping[str, Any] = json.loads(capsys.readouterr().out)
    return status, said


def repacked(path: Path, target: Path, change: Callable[[str, str], str | None]) -> Path:
    """The workbook with its parts changed; those that become nothing are left out, and named nowhere."""
    with zipfile.ZipFile(path) as before:
        parts = {
            one.filename: before.read(one).decode("utf-8")
            for one in before.infolist()
            if one.filename.endswith((".xml", ".rels"))
        }
        others = {one.filename: before.read(one) for one in before.infolist() if one.filename not in parts}
    made = {name: change(name, text) for name, text in parts.items()}
    gone = [name for name, text in made.items() if text is None]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name, text in made.items():
            if text is not None:
                names_others = name.endswith(".rels") or name == "[Content_Types].xml"
                after.writestr(name, _without_names_of(text, gone) if names_others else text)
        for name, content in others.items():
            after.writestr(name, content)
    return target


def _without_names_of(text: str, parts: Sequence[str]) -> str:
    """A list of parts, those that are gone taken out of it."""
    for one in parts:
        text = re.sub(rf'<(?:Relationship|Override)[^>]*(?:Target|PartName)="/?{re.escape(one)}"[^>]*/>', "", text)
    return text


def _letters(column: int) -> str:
    found = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        found = chr(65 + place) + found
    return found
