"""Risk: draws that reproduce exactly, sums that are the plan's where nothing varies, and spreads as theory has them."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from math import sqrt
from pathlib import Path

import pytest

from printed import docx_tables, docx_text
from stratbuild.model import Plan
from stratbuild.outputs.documents.concept import view
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.plan.risks import risks_sheet
from stratbuild.planning.risk import ContributorKind, RiskResult, risk
from stratbuild.planning.risk.correlation import Draws
from stratbuild.planning.risk.distributions import PARTS, UNIFORM_BITS, Triangle
from stratbuild.planning.risk.lanes import packed, unpacked
from stratbuild.quantity import ZERO, Money
from stratbuild.render.edition import Edition
from stratbuild.render.press import print_papers
from stratbuild.render.workbook import Kind
from strategies import check_text, check_texts, lines

GOAL = """\
goals: [{id: G-A, title: Ціль}]
sources: [{id: S-A, title: Бюджет, kind: local}, {id: S-B, title: Грант, kind: donor}]
"""
MONTH = "{shortest: 10 days, longest: 40 days}"


def plan_of(text: str) -> Plan:
    checked = check_text(GOAL + text)
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan


def result(text: str) -> RiskResult:
    found = risk(plan_of(text))
    assert found is not None
    return found


def measures(*texts: str) -> str:
    return "measures:\n" + "".join(f"  - {{goal: G-A, title: щось, {text}}}\n" for text in texts)


def budget(lines_: Mapping[str, str], first: str = "id: M-A, start: 2025, finish: 2026") -> str:
    each = "".join(f"  - {{id: {id_}, measure: M-A, title: щось, {text}}}\n" for id_, text in lines_.items())
    return f"{measures(first)}budget_lines:\n{each}"


TWO_LINES = {
    "B-A": "amounts: {2025: 1000.00, 2026: 3000.00}, funding: {S-A: 50%, S-B: 50%}, cost_range: {low: 90%, high: 150%}",
    "B-B": "amounts: {2026: 2000.00}, funding: S-B, cost_range: {low: 80%, likely: 100%, high: 130%}",
}
ALONE = "amounts: {2025: 1000000.00}, funding: S-A, cost_range: {low: 80%, likely: 90%, high: 160%}"


def hundredths(money: Iterable[Money]) -> list[int]:
    return [one.hundredths for one in money]


def test_a_tiny_strategy_gives_these_numbers_on_every_machine() -> None:
    found = result(budget(TWO_LINES))
    total = found.total
    assert hundredths((total.planned, total.mean, total.p50, total.p80)) == [600_000, 659_992, 652_051, 715_728]
    assert hundredths(found.contingency.values()) == [12_453, 12_453, 37_359, 53_463]
    assert [(one.id, str(one.share)) for one in found.money_contributors] == [("B-A", "80.7"), ("B-B", "19.3")]


def test_the_same_text_gives_the_same_result_and_another_seed_another() -> None:
    text = budget(TWO_LINES)
    assert result(text) == result(text)
    draws, others = Draws(500, 1), Draws(500, 2)
    assert draws.cells("cost:B-A", "", Decimal(30)) != others.cells("cost:B-A", "", Decimal(30))


def test_the_order_of_items_changes_nothing() -> None:
    one, other = result(budget(TWO_LINES)), result(budget(dict(reversed(TWO_LINES.items()))))
    assert one.total == other.total
    assert one.by_year_and_source == other.by_year_and_source
    assert one.contingency == other.contingency


def test_another_item_changes_no_draw_of_the_others() -> None:
    """The money of its own year and source is as it was without the new one."""
    new = {"B-C": "amounts: {2027: 500.00}, funding: S-A, cost_range: {low: 10%, high: 900%}"}
    before, after = result(budget(TWO_LINES)), result(budget(TWO_LINES | new))
    assert all(after.by_year_and_source[group] == spread for group, spread in before.by_year_and_source.items())
    assert after.by_year[2027].p80 > after.by_year[2027].planned


@pytest.mark.parametrize("part", [0.01, 0.2, 0.333, 0.5, 0.8, 0.999])
def test_a_triangle_is_that_of_the_closed_formula(part: float) -> None:
    triangle = Triangle.of(800_000, 900_000, 1_600_000)
    assert abs(triangle.at(int(part * 2**UNIFORM_BITS)) - quantile(part) * PARTS) < 2


def quantile(part: float) -> float:
    low, likely, high = 0.8, 0.9, 1.6
    if part < (likely - low) / (high - low):
        return low + sqrt(part * (high - low) * (likely - low))
    return high - sqrt((1 - part) * (high - low) * (high - likely))


def test_the_quantiles_of_a_single_line_are_those_of_its_triangle() -> None:
    found = result(budget({"B-A": ALONE})).total
    assert abs(found.p50.hundredths / 1e8 - quantile(0.5)) < 0.01
    assert abs(found.p80.hundredths / 1e8 - quantile(0.8)) < 0.01
    assert abs(found.mean.hundredths / 1e8 - (0.8 + 0.9 + 1.6) / 3) < 0.01


def with_driver(count: int, correlation: str, driver: str = "RD-A") -> str:
    each = {f"B-{n}": f"{ALONE}, driver: {driver}" for n in range(count)}
    return budget(each) + f"risk_drivers: [{{id: RD-A, title: Курс, correlation: {correlation}}}]\n"


def test_equal_lines_that_move_wholly_together_are_one_line() -> None:
    one, ten = result(with_driver(1, "100%")).total, result(with_driver(10, "100%")).total
    # Each sum is rounded once, the larger one ten times as finely.
    assert abs(ten.p80.hundredths - 10 * one.p80.hundredths) <= 10
    assert abs(ten.p50.hundredths - 10 * one.p50.hundredths) <= 10


def test_what_moves_together_spreads_further() -> None:
    spreads = [result(with_driver(10, share)).total for share in ("1%", "60%", "100%")]
    widths = [one.p80.hundredths - one.p50.hundredths for one in spreads]
    assert widths[0] * 2 < widths[1] < widths[2]


def test_ranges_of_nothing_give_the_planned_sums() -> None:
    exact = "cost_range: {low: 100%, high: 100%}"
    lines_of = {id_: text.split("cost_range")[0] + exact for id_, text in TWO_LINES.items()}
    found = result(
        budget(lines_of, "id: M-A, start: 2025-02, duration: 3 months, duration_range: {shortest: 3 months, longest: 3 months}")
    )
    for one in (found.total, *found.by_year.values(), *found.by_source.values(), *found.by_year_and_source.values()):
        assert one.planned == one.mean == one.p50 == one.p80
    assert found.total.planned == Money(600_000)
    assert found.total_kept == 100
    assert found.contingency_total == ZERO
    assert found.money_contributors == found.end_contributors == ()
    assert found.end is not None
    assert found.end.planned == found.end.p50 == found.end.p80 == date(2025, 4, 30)


def test_the_contingency_adds_up() -> None:
    found = result(budget(TWO_LINES))
    needed = found.total.p80 - found.total.planned
    assert needed > ZERO
    assert found.contingency_total == needed
    assert Money.total(map(found.contingency_of_year, found.by_year)) == needed
    assert Money.total(map(found.contingency_of_source, found.by_source)) == needed


def test_nothing_is_said_where_nothing_is_stated() -> None:
    plain = {"B-A": "amounts: {2025: 1000.00}, funding: S-A"}
    assert risk(plan_of(budget(plain))) is None
    unused = "estimate_classes: [{id: EC-A, title: Клас, cost: {low: 90%, high: 120%}}]\n"
    assert risk(plan_of(budget(plain) + unused)) is None


def test_a_class_counts_where_a_line_says_nothing_of_its_own() -> None:
    classes = """\
estimate_classes:
  - {id: EC-A, title: Широкий, cost: {low: 50%, high: 300%}}
  - {id: EC-B, title: Точний, cost: {low: 100%, high: 100%}}
"""
    first = "id: M-A, start: 2025, finish: 2026, estimate_class: EC-A"
    plain = "amounts: {2025: 1000.00}, funding: S-A"
    found = {
        text: result(budget({"B-A": f"{plain}{text}"}, first) + classes)
        for text in ("", ", estimate_class: EC-B", ", cost_range: {low: 100%, high: 100%}")
    }
    wide, exact, own = found.values()
    assert wide.total.p80 > wide.total.planned
    assert exact.total.p80 == own.total.p80 == Money(100_000)
    assert (wide.assumptions.classes, exact.assumptions.classes, own.assumptions.classes) == (("EC-A",), ("EC-B",), ())


RISK = "risks: [{id: R-A, title: Ризик, measures: [M-A], "


def test_a_certain_risk_always_counts() -> None:
    plain = {"B-A": "amounts: {2025: 1000.00, 2026: 3000.00}, funding: {S-A: 50%, S-B: 50%}"}
    found = result(budget(plain) + RISK + "probability: 100%, cost: {low: 400.00, high: 400.00}}]\n")
    assert found.total.p50 == found.total.p80 == found.total.mean == Money(440_000)
    assert found.by_year[2025].p50 == Money(110_000)
    assert found.by_year_and_source[2026, "S-B"].p80 == Money(165_000)
    assert found.total_kept == 0
    assert found.contingency_total == Money(40_000)


def test_a_risk_counts_as_often_as_its_probability_says() -> None:
    plain = {"B-A": "amounts: {2025: 1000.00}, funding: S-A"}
    share = result(budget(plain) + RISK + "probability: 25%, cost_share: {low: 40%, high: 40%}}]\n")
    assert abs(share.total.mean.hundredths - 110_000) < 1_000
    assert share.total.p50 == Money(100_000)
    assert share.total.p80 == Money(140_000)
    assert 73 <= share.total_kept <= 77
    assert [(one.kind, one.id, one.share) for one in share.money_contributors] == [(ContributorKind.RISK, "R-A", Decimal(100))]


def test_the_cost_of_a_risk_of_measures_without_money_falls_evenly_on_the_years() -> None:
    found = result(measures("id: M-A, start: 2025") + RISK + "probability: 100%, cost: {low: 300.00, high: 300.00}}]\n")
    assert {group: spread.p80 for group, spread in found.by_year_and_source.items()} == {
        (2025, None): Money(10_000),
        (2026, None): Money(10_000),
        (2027, None): Money(10_000),
    }


CHAIN = (
    f"id: M-A, start: 2025-01-01, duration: 20 days, duration_range: {MONTH}",
    f"id: M-B, after: [M-A], duration: 20 days, duration_range: {MONTH}",
    f"id: M-C, after: [M-B], duration: 20 days, duration_range: {MONTH}, deadline: 2025-04-30",
)


def test_a_chain_ends_between_its_bounds() -> None:
    found = result(measures(*CHAIN))
    assert found.end is not None
    assert found.end.planned == date(2025, 3, 1)
    assert date(2025, 1, 30) < found.end.p50 < found.end.p80 < date(2025, 4, 30)
    assert found.deadlines["M-C"].kept == 100
    # The mean of each triangle is (10 + 20 + 40) / 3 days, and three are more probably late than one.
    assert abs((found.end.p50 - date(2025, 1, 1)).days - 70) <= 3
    assert found.end.kept < found.ends["M-A"].kept
    assert Decimal("99.7") <= sum(one.share for one in found.end_contributors) <= Decimal("100.3")
    assert {one.id for one in found.end_contributors} == {"M-A", "M-B", "M-C"}


def test_a_stated_start_is_not_moved_to_an_earlier_day_and_overlaps_of_the_plan_are_not_counted_again() -> None:
    text = measures(
        f"id: M-A, start: 2025-01-01, finish: 2025-01-31, duration_range: {MONTH}",
        "id: M-B, start: 2025-01-20, duration: 10 days, after: [M-A]",
    )
    spread = result(text).ends["M-B"]
    assert spread.planned == date(2025, 1, 29)
    assert spread.p80 - spread.planned <= date(2025, 2, 9) - date(2025, 1, 31)
    assert spread.p50 == spread.planned


def test_what_is_not_on_the_critical_path_drives_nothing() -> None:
    text = measures(*CHAIN, "id: M-D, start: 2025-01-01, duration: 5 days, duration_range: {shortest: 1 day, longest: 9 days}")
    assert "M-D" not in {one.id for one in result(text).end_contributors}


@pytest.mark.parametrize(
    ("after", "last"),
    [
        ("{measure: M-A, lag: 2 weeks}", date(2025, 3, 25)),
        ("{measure: M-A, lag: 1 month}", date(2025, 4, 11)),
        ("{measure: M-A, lag: 5 working days}", date(2025, 3, 19)),
        ("{measure: M-A, type: start-to-start, lag: 2 weeks}", date(2025, 1, 24)),
        ("{measure: M-A, type: finish-to-finish, lag: 2 weeks}", date(2025, 3, 15)),
    ],
)
def test_every_kind_of_link_carries_a_certain_delay(after: str, last: date) -> None:
    text = measures("id: M-A, start: 2025-01-01, duration: 1 month", f"id: M-B, after: [{after}], duration: 10 days")
    found = result(text + RISK + "probability: 100%, delay: {shortest: 29 days, longest: 29 days}}]\n")
    delayed = plan_of(
        measures("id: M-A, start: 2025-01-01, finish: 2025-03-01", f"id: M-B, after: [{after}], duration: 10 days")
    ).windows["M-B"]
    ends = found.ends["M-B"]
    assert (ends.p50, ends.p80) == (delayed.last, delayed.last) == (last, last)


def test_what_is_over_does_not_vary() -> None:
    first, *rest = CHAIN
    found = result(measures(f"{first}, actual: {{start: 2025-01-01, finish: 2025-01-25}}", *rest))
    assert "M-A" not in found.ends
    assert found.assumptions.measures_with_range == 2


def test_money_of_years_that_are_over_is_known() -> None:
    status = "strategy: {title: С, language: uk, community: {name: Г}, period: {start: 2025, finish: 2027}, status_on: %s}\n"
    varying = "amounts: {2025: 1000.00, 2026: 3000.00}, funding: S-A, cost_range: {low: 200%, high: 200%}"
    text = budget({"B-A": varying}) + RISK + "probability: 100%, cost_share: {low: 10%, high: 10%}}]\n"
    for day, by_year, known in (
        ("2025-12-30", {2025: 210_000, 2026: 630_000}, 0),
        ("2025-12-31", {2025: 100_000, 2026: 630_000}, 100_000),
        ("2026-12-31", {2025: 100_000, 2026: 300_000}, 400_000),
    ):
        plan = check_texts({"a.yaml": status % day + GOAL + text}).plan
        assert plan is not None
        found = risk(plan)
        assert found is not None
        assert {year: one.p80.hundredths for year, one in found.by_year.items()} == by_year, day
        assert found.assumptions.known_money == Money(known)


def test_money_of_a_measure_that_is_over_is_known_up_to_that_year_and_no_risk_hits_it() -> None:
    varying = "amounts: {2025: 1000.00, 2026: 3000.00}, funding: S-A, cost_range: {low: 200%, high: 200%}"
    for finish, by_year in (("2025-09-30", {2025: 100_000, 2026: 600_000}), ("2026-01-15", {2025: 100_000, 2026: 300_000})):
        first = f"id: M-A, start: 2025, finish: 2026, actual: {{start: 2025-01-01, finish: {finish}}}"
        text = budget({"B-A": varying}, first) + RISK + "probability: 100%, cost: {low: 500.00, high: 500.00}}]\n"
        assert {year: one.p80.hundredths for year, one in result(text).by_year.items()} == by_year


def test_lanes_hold_the_largest_sums() -> None:
    numbers = [0, 1, Money.LARGEST, 10 * PARTS]
    assert unpacked(packed(numbers) * Money.LARGEST + packed([1] * 4), 4) == [one * Money.LARGEST + 1 for one in numbers]


FULL = (
    budget(TWO_LINES, f"id: M-A, start: 2025-02, duration: 2 months, duration_range: {MONTH}, deadline: 2025-04-15")
    + "units: [{id: U-A, name: Відділ}]\n"
    + RISK
    + "category: supply, probability: 30%, cost: {low: 100.00, likely: 150.00, high: 500.00}, owner: U-A, response: reduce,"
    + " delay: {shortest: 1 week, longest: 1 month}, action: Оголосити торги раніше.}]\n"
)


def plain(written: str) -> str:
    """A sum with the spaces that the readers of papers give."""
    return written.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["uk", "en"])
def test_the_chapter_says_what_the_result_says(language: str, tmp_path: Path) -> None:
    plan = plan_of(FULL)
    edition = Edition(date(2026, 11, 24), "0123456789ab", language, "0.1.0")
    print_papers(list(view(plan, edition)), edition, tmp_path)
    written, tables = docx_text(tmp_path / "concept.docx"), dict(docx_tables(tmp_path / "concept.docx"))
    found = plan.once(risk)
    assert found is not None
    told = Book.of(plan, edition, "plan_workbook", ()).locale
    for sum_ in (found.total.p50, found.total.p80, found.contingency_total):
        assert plain(told.money(sum_, "UAH")) in written
    assert "Оголосити торги раніше" in written
    (by_year,) = [
        rows for title, rows in tables.items() if told.say("risks.by_year_caption", currency=told.currency("UAH")) in title
    ]
    assert by_year[-1][-1] == told.money(found.contingency_total)
    assert [row[3] for row in by_year[1:-1]] == [told.money(one.p80) for one in found.by_year.values()]


def test_the_concept_has_no_chapter_where_nothing_is_stated() -> None:
    plan = plan_of(budget({"B-A": "amounts: {2025: 1000.00}, funding: S-A"}))
    edition = Edition(date(2026, 11, 24), "0123456789ab", "uk", "0.1.0")
    (paper,) = view(plan, edition)
    assert paper.values["risks"] is None
    assert risks_sheet(Book.of(plan, edition, "plan_workbook", ("kpis",))) is None


def test_the_sheet_reckons_expected_losses_by_formulas() -> None:
    plan = plan_of(FULL)
    edition = Edition(date(2026, 11, 24), "0123456789ab", "uk", "0.1.0")
    made = risks_sheet(Book.of(plan, edition, "plan_workbook", ("risks",)))
    assert made is not None
    sheet, names = made
    (lost,) = [cell for cell in sheet.rows[3].cells if cell is not None and cell.formula]
    assert (lost.value, lost.formula, lost.kind) == (Money(7_500), "ROUND(E4*SUM(F4:H4)/3,2)", Kind.MONEY)
    area = names["risks_expected"]
    total = sheet.rows[area.first_row].cells[area.first_column]
    assert total is not None
    assert (total.value, total.formula) == (Money(7_500), "SUM(I4)")
    found = plan.once(risk)
    assert found is not None
    values = [cell.value for row in sheet.rows for cell in row.cells if cell is not None]
    assert {found.total.p50, found.total.p80, found.contingency_total} <= {one for one in values if isinstance(one, Money)}
