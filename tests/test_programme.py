"""The forms of a programme: their rows and columns come from data, their sums from the plan, and all of them agree."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from budgets import Document, documents, texts
from printed import WORD, docx_part, docx_text, words
from reckoned import plan_of
from stratbuild.model import Plan
from stratbuild.model.budget import source, year
from stratbuild.outputs.documents.programme import view
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.outputs.programme.indicators_form import decode_indicators_form, shipped_indicators_form
from stratbuild.outputs.programme.money_form import FINANCE, RESOURCES, MoneyForm, decode_money_form, shipped_money_form
from stratbuild.outputs.programme.money_table import MoneyTable
from stratbuild.outputs.programme.passport_form import decode_passport_form, shipped_passport_form
from stratbuild.outputs.programme.passport_table import PassportTable
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.faults import PaperFault
from stratbuild.render.press import print_papers
from stratbuild.source import SourceText
from strategies import check_texts

ROOT = Path(__file__).parent.parent
EDITION = Edition(as_of=date(2026, 3, 1), revision="0123456789ab", language="uk", programme_version="0")
TOWN = """
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада, katottg: UA74020030000069340}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  passport:
    ordered_by: {title: Розпорядження «Про групу», number: "112", on: 2025-03-14}
    aim: Рівний доступ.
    executor: U-IT
units:
  - {id: U-IT, name: Відділ цифрового розвитку}
  - {id: U-YA, name: Ялинка}
  - {id: U-HA, name: Ґанок}
  - {id: U-HB, name: Гребля}
goals: [{id: G-NET, title: Швидкий інтернет}]
kpis:
  - {id: K-A, goal: G-NET, title: Витрачено праці, group: input, targets: {2026: 10, 2027: 12}, measurement_unit: осіб}
  - {id: K-B, goal: G-NET, title: Точок, group: output, targets: {2026: 6}, baseline: {value: 2, on: 2025}}
  - {id: K-C, title: Без групи, targets: {2027: 1}}
measures:
  - {id: M-A, goal: G-NET, title: Мережа, lead: U-IT, partners: [U-YA, U-HA, U-HB], start: 2026-03, duration: 8 months}
  - {id: M-B, goal: G-NET, title: Правила, lead: U-IT, start: 2026-03, duration: 2 months, free_of_cost: Власними силами}
sources:
  - {id: S-LOC, title: Місцевий бюджет, kind: local}
  - {id: S-OBL, title: Обласний бюджет, kind: regional}
  - {id: S-EU, title: Грант, kind: donor, confirmed: false}
budget_lines:
  - {id: B-A, measure: M-A, title: Точки, amounts: {2026: 100000.25, 2027: 50000.50}, funding: {S-LOC: 60%, S-OBL: 40%}}
  - {id: B-B, measure: M-A, title: Монтаж, amounts: {2027: 1234.56}, funding: S-EU}
  - {id: B-C, measure: M-A, title: Нічиє, amounts: {2026: 0.99}}
"""


@pytest.fixture(scope="module")
def town() -> Plan:
    checked = check_texts({"town.yaml": TOWN})
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


@dataclass(frozen=True)
class Grid:
    """The rows of a table in a DOCX as their cells' texts; a cell of several columns comes once."""

    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, path: Path) -> "Grid":
        table = next(docx_part(path).iter(f"{WORD}tbl"))
        return cls(tuple(tuple(words(cell) for cell in row.iter(f"{WORD}tc")) for row in table.iter(f"{WORD}tr")))


@pytest.fixture(scope="module")
def papers(town: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programme")
    print_papers(view(town, EDITION), EDITION, folder)
    return folder / "programme"


def amount(shown: str) -> Decimal:
    plain = re.sub(r"[\s\u00a0]", "", shown).replace(",", ".").replace("−", "-")
    return Decimal(0) if plain == "–" else Decimal(plain)


def rounded(money: Money) -> Decimal:
    """To thousands with three decimals, a half away from zero: reckoned from text, apart from the program's way."""
    return (money.decimal / 1000).quantize(Decimal("0.001"), "ROUND_HALF_UP")


def test_without_a_passport_there_are_no_forms(town: Plan) -> None:
    bare = replace(town, strategy=replace(town.strategy, settings=town.strategy.settings.model_copy(update={"passport": None})))
    assert list(view(bare, EDITION)) == []


def test_all_forms_are_made_as_docx_and_pdf(papers: Path) -> None:
    names = ("passport", "measures", "measures-short", "resources", "finance", "indicators")
    assert sorted(one.name for one in papers.iterdir()) == sorted(f"{name}.{form}" for name in names for form in ("docx", "pdf"))


def test_the_passport_says_what_is_known_and_marks_what_is_not(papers: Path) -> None:
    rows = {row[1]: (row[0], row[2]) for row in Grid.of(papers / "passport.docx").rows}
    assert rows["Найменування територіальної громади"][1] == "Менська міська територіальна громада"
    act = rows["Заголовок, дата, номер розпорядчого документа про розроблення"][1]
    assert act == "Розпорядження «Про групу» від 14.03.2025 № 112"
    assert rows["Розробник"][1] == "[заповніть]"
    assert rows["Учасники"][1] == "Гребля; Ґанок; Ялинка", "in the order of the Ukrainian alphabet, without the executor"
    assert "Ініціатор розроблення" not in rows, "nothing is known and no form demands it"
    number, total = rows["Загальний обсяг фінансових ресурсів, тис. грн, усього"]
    assert amount(total) == rounded(Money(10000025 + 5000050 + 123456 + 99))
    below = [(key, value) for key, value in rows.values() if key.startswith(number.removesuffix(".") + ".") and key != number]
    assert [amount(value) for _, value in below] == [
        rounded(Money(6000015 + 3000030)),
        rounded(Money(4000010 + 2000020)),
        rounded(Money(123555)),
    ]


def test_the_measures_have_a_row_for_every_payer_and_totals_by_source(papers: Path) -> None:
    table = Grid.of(papers / "measures.docx")
    assert [cell for cell in table.rows[0] if cell] == [
        "№ з/п",
        "Назва напряму діяльності (пріоритетні завдання)",
        "Перелік заходів Програми",
        "Термін виконання заходу",
        "Виконавці",
        "Джерела фінансування",
        "Орієнтовні обсяги фінансування (вартість), тис. грн, у тому числі за роками",
        "Очікуваний результат",
    ]
    body = [row for row in table.rows[2:] if row[0] not in ("Усього", "Разом")]
    payers = [row[5] for row in body][:5]
    assert payers == [
        "Місцевий бюджет",
        "Обласний бюджет",
        "Грант (не підтверджено)",
        "Джерело не визначено",
        "Коштів не потребує",
    ]
    total = table.rows[-1]
    assert total[0] == "Разом"
    assert [amount(cell) for cell in total[2:4]] == [rounded(Money(10000025 + 99)), rounded(Money(5000050 + 123456))]


def test_the_short_form_adds_up_along_its_row(papers: Path) -> None:
    total = Grid.of(papers / "measures-short.docx").rows[-1]
    own, others, whole = (amount(cell) for cell in total[1:4])
    assert whole == rounded(Money(15123630))
    assert own == rounded(Money(9000045))
    assert others == rounded(Money(6000030 + 123456 + 99))


def test_resources_are_by_kind_and_financing_by_source(papers: Path) -> None:
    resources = {row[0]: row[1:] for row in Grid.of(papers / "resources.docx").rows}
    assert amount(resources["обласний бюджет"][-1]) == rounded(Money(6000030))
    assert amount(resources["кошти небюджетних джерел"][-1]) == rounded(Money(123456 + 99)), "what nobody pays is of no budget"
    assert resources["державний бюджет"] == ("–", "–", "–", "–")
    finance = {row[0]: row[1:] for row in Grid.of(papers / "finance.docx").rows}
    assert amount(finance["Грант (не підтверджено)"][0]) == rounded(Money(123456))
    assert finance["Разом"] == (
        resources["Обсяг ресурсів, усього, у тому числі:"][-1],
        *resources["Обсяг ресурсів, усього, у тому числі:"][:-1],
    )


def test_indicators_stand_in_their_groups_after_the_money(papers: Path) -> None:
    rows = Grid.of(papers / "indicators.docx").rows[2:]
    assert [row[0] for row in rows if len(row) == 1] == ["I. Показники затрат", "II. Показники продукту", "III. Інші показники"]
    assert rows[1][:3] == ("1", "Обсяг фінансових ресурсів", "тис. грн")
    assert amount(rows[1][-1]) == rounded(Money(15123630))
    assert rows[2][:3] == ("2", "Витрачено праці", "осіб")
    assert rows[2][-3:] == ("10", "12", "12")
    assert rows[4] == ("1", "Точок", "–", "2 (2025)", "–", "6", "–", "6")


def noted(folder: Path) -> set[str]:
    return {one.stem for one in folder.glob("*.docx") if "округлено окремо" in docx_text(one)}


def test_where_rounding_shows_the_paper_says_so(papers: Path, tmp_path: Path) -> None:
    """In the town the shown parts add up; of 100 000,50 in halves the parts are 50,000 each and the whole is 100,001."""
    assert noted(papers) == set()
    halves = TOWN.replace("{2026: 100000.25, 2027: 50000.50}", "{2026: 100000.50}").replace("60%, S-OBL: 40%", "50%, S-OBL: 50%")
    checked = check_texts({"town.yaml": halves.replace("1234.56", "1234.00").replace("0.99", "0.01")})
    assert checked.plan is not None
    print_papers(view(checked.plan, EDITION), EDITION, tmp_path)
    assert noted(tmp_path / "programme") == {"passport", "measures", "measures-short", "resources", "finance"}


def test_wide_forms_lie_on_their_side_from_the_first_page_on(papers: Path) -> None:
    sections = list(docx_part(papers / "measures.docx").iter(f"{WORD}sectPr"))
    assert len(sections) == 1, "no empty page stands before"
    size = next(sections[0].iter(f"{WORD}pgSz"))
    assert size.get(f"{WORD}orient") == "landscape"
    assert sections[0].find(f"{WORD}headerReference") is not None


@settings(max_examples=40, deadline=None)
@given(documents())
def test_of_any_budget_the_rows_add_up_to_the_total(found: Document) -> None:
    plan = plan_of(texts(found))
    for name in (RESOURCES, FINANCE):
        table = MoneyTable(in_words(plan, "uk"), shipped_money_form(name, "uk"))
        parts = [money for row, _, money in table.rows if row.value != "total"]
        (whole,) = [money for row, _, money in table.rows if row.value == "total"]
        for of in plan.budget.years:
            assert Money.total(one.get(of, Money(0)) for one in parts) == whole.get(of, Money(0))
        assert Money.total(whole.values()) == plan.budget.total


FORMS: list[tuple[Callable[[SourceText, str], object], str, str, str]] = [
    (decode_money_form, "columns: [{value: titel, uk: а}]\nrows: [{value: total, uk: б}]", "SB890", "1:19"),
    (decode_money_form, "columns: [{value: title, uk: а}]\nrows: [{value: kinds, kinds: [lokal], uk: б}]", "SB890", "2:31"),
    (decode_money_form, "columns: [{value: title, uk: а}]\nrows: [{value: kinds, uk: б}]", "SB892", "2:9"),
    (decode_money_form, "columns: [{value: title, uk: а}]\nrows: [{value: total}]", "SB892", "2:9"),
    (decode_passport_form, "rows: [{value: titel, uk: а}]", "SB890", "1:16"),
    (decode_passport_form, "unit: dozen\nrows: [{value: title, uk: а}]", "SB891", "1:7"),
    (decode_passport_form, "rows: [{value: title, uk: 'а {year}'}]", "SB890", "1:27"),
    (decode_indicators_form, "columns: [{value: title, uk: а}]\ngroups: [{value: inputs, uk: б}]", "SB890", "2:18"),
    (decode_indicators_form, "columns: [{value: title, uk: а}]\ngroups: [{value: input, money: так, uk: б}]", "SB892", "2:11"),
]


@pytest.mark.parametrize(("decode", "text", "code", "place"), FORMS)
def test_a_mistake_in_a_form_is_found_at_its_place(
    decode: Callable[[SourceText, str], object], text: str, code: str, place: str
) -> None:
    with pytest.raises(PaperFault) as caught:
        decode(SourceText("form.yaml", text), "uk")
    assert [(one.code, str(one.span)) for one in caught.value.diagnostics] == [(code, f"form.yaml:{place}")]


@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_shipped_forms_are_sound(language: str) -> None:
    assert {row.value for row in shipped_money_form(RESOURCES, language).rows} == {"total", "kinds", "rest"}
    assert {row.value for row in shipped_money_form(FINANCE, language).rows} == {"sources", "total"}
    assert shipped_indicators_form(language).groups
    assert shipped_passport_form(language).rows


def test_an_office_may_have_rows_and_units_of_its_own(town: Plan) -> None:
    form = decode_money_form(
        SourceText(
            "form.yaml",
            "unit: one\ncolumns: [{value: number, uk: №}, {value: title, uk: Джерело}, {value: total, uk: 'Сума, {unit}'}]\n"
            "rows: [{value: kinds, kinds: [local, regional], uk: бюджети}, {value: rest, uk: решта}]",
        ),
        "uk",
    )
    assert isinstance(form, MoneyForm)
    assert [list(_cells(row)) for row in MoneyTable(in_words(town, "uk"), form).block().node["c"][4][0][3]] == [
        ["1", "бюджети", "150\u00a0000,75"],
        ["2", "решта", "1\u00a0235,55"],
    ]


def _cells(row: list[object]) -> Iterator[str]:
    for cell in row[1]:  # type: ignore[attr-defined]
        yield "".join(node.get("c", " ") for node in cell[4][0]["c"])


def test_the_samples_forms_agree_with_the_plan(sample: Plan) -> None:
    told = in_words(sample, "uk")
    finance = MoneyTable(told, shipped_money_form(FINANCE, "uk"))
    total = next(money for row, _, money in finance.rows if row.value == "total")
    assert total == dict(sample.budget.total_by(year))
    by_source = [Money.total(money.values()) for row, _, money in finance.rows if row.value == "sources"]
    assert sorted(by_source) == sorted(sample.budget.total_by(source).values())
    assert PassportTable(told, shipped_passport_form("uk")).block()
