"""Hostile sizes and hostile money by number: what is large is read to the end or refused soon, and never by an exception."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.model import Plan, derive
from stratbuild.pipeline import load
from stratbuild.quantity import Money
from stratbuild.source import MOST_FINDINGS, SourceText
from strategies import SETTINGS, check_text

GOAL = "goals: [{id: G-A, title: Ціль}]\n"
MANY = 30_000
"""Through reading and linking, too; `test_schedule.py` takes a hundred thousand through the graph alone."""


def loaded(content: str) -> tuple[Plan | None, list[Diagnostic]]:
    """Everything but the rules."""
    strategy, found = load([SourceText("a.yaml", content), SourceText("s.yaml", SETTINGS)])
    if strategy is None:
        return None, found
    return derive(strategy, {})


def waiting(after: Callable[[int], str], count: int = MANY) -> str:
    """So many measures; `after` says for a number what its measure waits for."""
    return GOAL + "measures:\n" + "".join(f"- {{id: M-{n}, goal: G-A, title: а, after: [{after(n)}]}}\n" for n in range(count))


def test_g01_a_long_cycle() -> None:
    plan, (one,) = loaded(waiting(lambda number: f"M-{(number + 1) % MANY}"))
    assert plan is None
    assert one.fault.name == "dependency_cycle"
    assert len(one.related) == 20
    assert len(one.message("uk")) < 500
    assert f"({MANY})" in one.message("uk")
    assert one.span.line == 3


def test_g01_a_large_knot_shows_a_short_circle() -> None:
    def after(number: int) -> str:
        return f"M-{(number + 1) % MANY}, M-{(number + 2 if number % 3 else number - 1) % MANY}"

    plan, (one,) = loaded(waiting(after))
    assert plan is None
    assert len(one.related) == 2


def test_g05_a_long_chain() -> None:
    plan, found = loaded(waiting(lambda number: f"M-{number + 1}" if number + 1 < MANY else ""))
    assert found == []
    assert plan is not None
    assert plan.order[0] == f"M-{MANY - 1}"
    assert plan.order[-1] == "M-0"


@pytest.mark.parametrize(("field", "name"), [("part_of", "parts_in_a_circle"), ("parent", "goals_in_a_circle")])
def test_g08_a_long_circle_of_parts_or_goals(field: str, name: str) -> None:
    kind, more = ("M", ", goal: G-A") if field == "part_of" else ("G", "")
    items = "".join(f"- {{id: {kind}-{n}{more}, title: а, {field}: {kind}-{(n + 1) % MANY}}}\n" for n in range(MANY))
    plan, (one,) = loaded(GOAL + "measures:\n" + items if more else "goals:\n" + items)
    assert plan is None
    assert one.fault.name == name
    assert len(one.related) == 20


def test_g08_a_goal_with_two_parents() -> None:
    (one,) = check_text("goals: [{id: G-A, title: а}, {id: G-B, title: б, parent: [G-A, G-A]}]").diagnostics
    assert one.fault.name == "text_expected"
    (one,) = check_text("goals: [{id: G-A, title: а}, {id: G-B, title: б, parent: G-A, parent: G-A}]").diagnostics
    assert one.fault.name == "duplicate_key"


def test_g10_many_measures_wait_for_one() -> None:
    plan, found = loaded(waiting(lambda number: "M-0" if number else ""))
    assert found == []
    assert plan is not None
    assert plan.order[0] == "M-0"
    assert len(plan.coverage.successors["M-0"]) == MANY - 1


def test_g10_one_measure_waits_for_many() -> None:
    plan, found = loaded(waiting(lambda number: "" if number else ", ".join(f"M-{n}" for n in range(1, MANY))))
    assert found == []
    assert plan is not None
    assert plan.order[-1] == "M-0"


def test_y18_a_text_in_every_form_that_is_too_long() -> None:
    for written in ("'{}'", '"{}"', "|\n  {}", ">\n  {}", "{}", "[{}]", "{{a: {}}}", "{{{}: a}}"):
        (one,) = loaded(f"a: {written.format('я' * 4_000_000)}\n")[1]
        assert one.fault.name == "text_too_long", written
        assert one.span.path == "a.yaml"


def test_y19_a_file_of_200000_lines() -> None:
    content = GOAL + "measures:\n" + "".join(f"- id: M-{n}\n  goal: G-A\n  title: а\n  result: б\n" for n in range(50_000))
    plan, found = loaded(content)
    assert found == []
    assert plan is not None
    _, (one,) = loaded(f"{content}- id: M-X\n  goal: G-A\n  title: а\n  start: 2026-02-30\n")
    assert (one.span.line, one.span.column) == (200_006, 10)


def test_y19_a_file_of_millions_of_values_is_refused() -> None:
    _, (one,) = loaded("goals: [" + "{}," * 5_000_000)
    assert one.fault.name == "too_many_values"


@pytest.mark.parametrize(
    "content",
    [
        "goals:\n" + "- {}\n" * 200_000,
        "goals: [{id: G-A, title: а, " + ", ".join(f"x{n}: 1" for n in range(50_000)) + "}]",
        "specifications: [{requirements: [" + "{}," * 100_000 + "]}]",
        "measures: [{id: M-A, goal: G-A, title: а, after: [" + "x," * 100_000 + "]}]",
        "".join(f"k{n}: 1\n" for n in range(100_000)),
        "".join(f"k: &a{n} 1\n" for n in range(100_000)),
        "goals: '" + "а\x01" * 100_000 + "'",
    ],
    ids=range(7),
)
def test_many_mistakes_of_one_file_are_told_up_to_a_number(content: str) -> None:
    _, found = loaded(content)
    assert len(found) == MOST_FINDINGS + 1
    assert [one.fault.name for one in found[MOST_FINDINGS:]] == ["further_findings_in_file"]
    assert found[-1].severity is Severity.NOTE


def test_g03_ten_thousand_unknown_ids_among_ten_thousand_measures() -> None:
    _, found = loaded(waiting(lambda number: f"N-{7 * number}", 10_000))
    assert len(found) == 10_000
    assert {one.fault.name for one in found} == {"unknown_id"}


def budget(lines: str, sources: str = "sources: [{id: S-A, title: а, kind: local}]\n") -> str:
    return f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а}}]\n{sources}budget_lines: [{lines}]\n"


def amount(text: str) -> str:
    return budget(f"{{id: B-A, measure: M-A, title: а, amounts: {{2026: {text}}}}}")


def test_m01_ten_times_ten_kopecks_are_one_hryvnia() -> None:
    plan, _ = loaded(budget(", ".join(f"{{id: B-{n}, measure: M-A, title: а, amounts: {{2026: 0.10}}}}" for n in range(10))))
    assert plan is not None
    assert plan.budget.total == Money(100)


@pytest.mark.parametrize(("text", "name"), [("1.000", "money_ambiguous"), ("1.0000", "money_finer_than_hundredths")])
def test_m03_thousands_and_thousandths_are_not_guessed(text: str, name: str) -> None:
    _, (one,) = loaded(amount(text))
    assert one.fault.name == name
    _, (one,) = loaded(budget("{id: B-A, measure: M-A, title: а, unit_price: 5.00, quantity: {2026: 1.000}}"))
    assert one.fault.name == "number_ambiguous"


def test_m05_a_third_three_times_is_the_whole() -> None:
    assert sum(part.hundredths for part in Money.parse("100.00").split([Decimal(1)] * 3)) == 10_000


@pytest.mark.parametrize("kopecks", [Money.LARGEST - 1, Money.LARGEST, Money.LARGEST + 1])
def test_m06_the_limit_of_a_sum(kopecks: int) -> None:
    plan, found = loaded(amount(f"{kopecks // 100}.{kopecks % 100:02}"))
    assert [one.fault.name for one in found] == ["money_too_large"] * (kopecks > Money.LARGEST)
    assert plan is None or plan.budget.total == Money(kopecks)


@pytest.mark.parametrize(("text", "name"), [("-0", "money_negative"), ("-1", "money_negative"), ("−1", "money_not_a_number")])
def test_m07_no_sum_is_negative(text: str, name: str) -> None:
    _, (one,) = loaded(amount(text))
    assert one.fault.name == name


def test_m10_shares_that_are_nearly_the_whole() -> None:
    sources = "sources: [" + ", ".join(f"{{id: S-{one}, title: {one}, kind: local}}" for one in "ABC") + "]\n"
    line = "{id: B-A, measure: M-A, title: а, amounts: {2026: 100.00}, funding: {S-A: 33.3%, S-B: 33.3%, S-C: 33.3%}}"
    checked = check_text(budget(line, sources))
    assert "funding_shares_not_whole" in [one.fault.name for one in checked.diagnostics]
    assert checked.plan is not None
    assert checked.plan.budget.total == Money.parse("100.00")


@pytest.mark.parametrize(
    ("dates", "name"),
    [
        ("start: 2026-05, finish: 2026-03", "measure_finish_before_start"),
        ("start: 2026-12-31, finish: 2026-01-01", "measure_finish_before_start"),
        ("start: 2027-02-29", "date_without_such_day"),
        ("start: 2028-01, duration: 1 month", "measure_after_strategy_ends"),
        ("start: 1.13.2026", "date_without_such_month"),
        ("start: 2026, duration: 9999 years", "measure_beyond_calendar"),
    ],
)
def test_m13_dates_that_cannot_be(dates: str, name: str) -> None:
    checked = check_text(f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а, {dates}}}]")
    assert name in [one.fault.name for one in checked.diagnostics]
