"""Scenarios: what they inherit, leave out and put off is what they say, and no total depends on how it was reckoned."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgets import Document, documents, texts
from reckoned import TABLES, plan_of, sums, sums_after
from stratbuild.model import Plan, compare
from stratbuild.model.budget import budget
from stratbuild.model.comparison import Comparison, MoneyChange
from stratbuild.model.later import later_line
from stratbuild.model.scenario import in_scenario, lineage
from stratbuild.quantity import ZERO, Money

BASE = """
strategy: {title: Стратегія, language: uk, community: {name: Громада}, period: {start: 2025, finish: 2027}}
units: [{id: U-A, name: А}]
goals: [{id: G-A, title: А}]
kpis: [{id: K-A, title: п, goal: G-A, targets: {2025: 5, 2026: 6}}]
measures:
  - {id: M-A, goal: G-A, title: а, start: 2025, finish: 2025}
  - {id: M-B, goal: G-A, title: б, start: 2026-Q1, finish: 2026-03, after: [M-A]}
  - {id: M-C, goal: G-A, title: в, start: 2026-Q2, duration: 2 months, after: [M-B]}
  - {id: M-D, goal: G-A, title: г, start: 2027, finish: 2027, after: [M-C]}
  - {id: M-E, goal: G-A, title: д, start: 2027, finish: 2027, after: [M-C], part_of: M-D}
sources:
  - {id: S-A, title: А, kind: local, ceilings: {2025: 900.00}}
  - {id: S-B, title: Б, kind: state, ceilings: {2026: 800.00}}
  - {id: S-C, title: В, kind: donor}
price_indices: [{id: PI-A, title: Ціни, index: {2026: 110%, 2027: 120%}, source: Прогноз}]
budget_lines:
  - {id: B-A, measure: M-A, title: р, amounts: {2025: 100.00}, funding: S-A}
  - {id: B-B, measure: M-B, title: р, amounts: {2026: 200.00}, funding: {S-B: 50%, S-C: 50%}}
  - {id: B-C, measure: M-C, title: р, amounts: {2026: 100.00}, price_base: 2025, price_index: PI-A, funding: S-C, recurring: true}
  - {id: B-D, measure: M-D, title: р, total: 300.00, evenly_over: [2026, 2027], funding: S-A,
     funding_by_year: {2026: S-B, 2027: S-C}}
specifications:
  - {id: T-A, measure: M-B, title: т, kind: goods, budget_lines: [B-B, B-C]}
  - {id: T-B, measure: M-C, title: т, kind: goods, budget_lines: [B-C, B-B]}
"""


def plan_with(*scenarios: str, base: str = BASE) -> Plan:
    """The base with scenarios, each inheriting from the one before it: `SC-1`, `SC-2`, …"""
    written = [
        f"  - {{id: SC-{number}, title: с, {f'inherits: SC-{number - 1}, ' if number > 1 else ''}{one}}}"
        for number, one in enumerate(scenarios, start=1)
    ]
    return plan_of({"a.yaml": dedent(base) + "scenarios:\n" + "\n".join(written) + "\n"})


def last_of(*scenarios: str) -> Plan:
    """The plan of the last of these scenarios."""
    return plan_with(*scenarios).scenarios[f"SC-{len(scenarios)}"]


def paid(plan: Plan) -> Mapping[tuple[str, int], dict[str | None, str]]:
    """By line and year: what every source pays."""
    found: dict[tuple[str, int], dict[str | None, str]] = {}
    for one in plan.budget.amounts:
        found.setdefault((one.line.id, one.year), {})[one.source] = str(one.money)
    return found


@settings(max_examples=60)
@given(documents())
def test_reuse_of_what_is_unchanged_gives_what_reckoning_anew_gives(found: Document) -> None:
    plan = plan_of(texts(found))
    for id_, scenario in plan.strategy.scenarios.items():
        reused = plan.scenarios[id_].budget
        fresh = budget(in_scenario(plan.strategy, scenario, lambda _: None))
        assert (reused.amounts, reused.after, reused.years) == (fresh.amounts, fresh.after, fresh.years)
        assert list(reused.parts) == list(fresh.parts) == list(plan.scenarios[id_].strategy.budget_lines)


@settings(max_examples=60)
@given(documents())
def test_a_scenario_that_changes_nothing_is_what_it_inherits_from(found: Document) -> None:
    ids = [None, *(one["id"] for one in found["scenarios"])]
    same = [{"id": f"SC-S{place}", "title": "т", **({"inherits": id_} if id_ else {})} for place, id_ in enumerate(ids)]
    plan = plan_of(texts({**found, "scenarios": [*found["scenarios"], *same]}))
    for place, id_ in enumerate(ids):
        one, other = plan if id_ is None else plan.scenarios[id_], plan.scenarios[f"SC-S{place}"]
        assert one.budget.amounts == other.budget.amounts
        assert one.budget.after == other.budget.after
        assert one.strategy.items == other.strategy.items
        assert (one.windows, one.order, one.strategy.payers) == (other.windows, other.order, other.strategy.payers)
        assert_no_difference(compare(one, other))


@settings(max_examples=60)
@given(documents())
def test_every_table_of_a_comparison_adds_up_to_the_difference(found: Document) -> None:
    plan = plan_of(texts(found))
    plans = (plan, *plan.scenarios.values())
    for first, second in zip(plans, (*plans[1:], plan), strict=True):
        compared, backwards = compare(first, second), compare(second, first)
        assert compared.total.difference == second.budget.total - first.budget.total
        for table in tables(compared):
            assert Money.total(one.first for one in table) == first.budget.total
            assert Money.total(one.second for one in table) == second.budget.total
            assert Money.total(one.difference for one in table) == compared.total.difference
        changed = Money.total(one.second_money - one.first_money for one in compared.measures)
        assert changed == compared.total.difference  # measures that are left out of the list differ by nothing
        assert compared.after.difference.hundredths == sum(sums_after(second).values()) - sum(sums_after(first).values())
        mirrored = {
            (one.measure, one.second_money, one.first_money, one.second_window, one.first_window) for one in backwards.measures
        }
        assert mirrored == {
            (one.measure, one.first_money, one.second_money, one.first_window, one.second_window) for one in compared.measures
        }
        assert_no_difference(compare(first, first))


def tables(compared: Comparison) -> tuple[tuple[MoneyChange, ...], ...]:
    """All tables of money of a comparison."""
    return (
        compared.by_year,
        compared.by_source,
        compared.by_year_and_source,
        compared.by_goal,
        compared.by_unit,
        compared.by_economic_code,
    )


def assert_no_difference(compared: Comparison) -> None:
    """Nothing differs."""
    assert all(one.difference == ZERO for table in tables(compared) for one in table)
    assert (compared.total.difference, compared.after.difference) == (ZERO, ZERO)
    assert (compared.measures, compared.targets) == ((), ())


@settings(max_examples=60)
@given(documents(), st.data())
def test_a_measure_left_out_takes_its_lines_and_nothing_else(found: Document, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from([one["id"] for one in found["measures"]]), min_size=1))
    left_out = {"id": "SC-OUT", "title": "т", "measures": {id_: {"absent": "true"} for id_ in sorted(gone)}}
    plan = plan_of(texts({**found, "scenarios": [left_out]}))
    without = plan.scenarios["SC-OUT"]
    assert without.budget.amounts == tuple(one for one in plan.budget.amounts if one.line.measure not in gone)
    assert without.budget.after == tuple(one for one in plan.budget.after if one.line.measure not in gone)
    assert set(without.strategy.measures) == set(plan.strategy.measures) - gone
    assert waits_for(without) == {
        (before, after) for before, after in waits_for(plan) if before not in gone and after not in gone
    }  # who waits for whom, in however many steps, is as it was
    assert all(one.measure not in gone for one in without.strategy.specifications.values())
    assert list(without.order) == sorted(without.strategy.measures, key=without.order.index)


def waits_for(plan: Plan) -> set[tuple[str, str]]:
    """Every pair of measures of which the second waits for the first, directly or not."""
    pairs: set[tuple[str, str]] = set()
    for id_ in plan.order:
        for before in plan.strategy.measures[id_].predecessors:
            pairs |= {(before, id_)} | {(first, id_) for first, second in pairs if second == before}
    return pairs


@settings(max_examples=60)
@given(documents(), st.integers(0, 4), st.data())
def test_a_measure_put_off_moves_its_dates_and_its_money(found: Document, years: int, data: st.DataObject) -> None:
    late = data.draw(st.sampled_from([one["id"] for one in found["measures"]]))
    scenario = {"id": "SC-LATE", "title": "т", "measures": {late: {"years_later": str(years)}}}
    plan = plan_of(texts({**found, "scenarios": [scenario]}))
    moved = plan.scenarios["SC-LATE"]
    for id_, line in plan.strategy.budget_lines.items():
        shift = years if line.measure == late else 0
        assert moved.strategy.budget_lines[id_] == (later_line(line, years) if shift else line)
        if line.price_index is None and line.exchange_rate is None:
            assert moved.budget.of_line(id_) == {year + shift: money for year, money in plan.budget.of_line(id_).items()}
    for id_, window in plan.windows.items():
        shift = years if id_ == late else 0
        assert moved.windows[id_].first == window.first.replace(year=window.first.year + shift)
        assert moved.windows[id_].last == window.last.replace(year=window.last.year + shift)


@settings(max_examples=40)
@given(documents())
def test_items_that_a_scenario_leaves_alone_are_the_same_objects(found: Document) -> None:
    plan = plan_of(texts(found))
    for id_, scenario in plan.strategy.scenarios.items():
        steps = lineage(plan.strategy, scenario)
        lines = {line for step in steps for line in step.budget_lines}
        measures = {measure for step in steps for measure in step.measures}
        for line in plan.scenarios[id_].strategy.budget_lines.values():
            if line.id not in lines and line.measure not in measures:
                assert line is plan.strategy.budget_lines[line.id]


def test_who_waits_for_a_measure_left_out_waits_for_those_before_it() -> None:
    plan = last_of("measures: {M-B: {absent: true}, M-C: {absent: true}, M-D: {absent: true}}")
    assert {id_: one.predecessors for id_, one in plan.strategy.measures.items()} == {"M-A": (), "M-E": ("M-A",)}
    assert plan.strategy.measures["M-E"].part_of is None
    assert list(plan.budget.parts) == ["B-A"]
    assert plan.strategy.specifications == {}


def test_a_part_of_a_measure_left_out_belongs_to_the_next_larger_one() -> None:
    parts = BASE.replace("title: г, ", "title: г, part_of: M-A, ")
    scenario = "scenarios: [{id: SC-1, title: с, measures: {M-D: {absent: true}}}]\n"
    plan = plan_of({"a.yaml": dedent(parts) + scenario}).scenarios["SC-1"]
    assert plan.strategy.measures["M-E"].part_of == "M-A"


def test_a_line_left_out_is_named_by_no_specification() -> None:
    plan = last_of("budget_lines: {B-B: {absent: true}}")
    assert {id_: one.budget_lines for id_, one in plan.strategy.specifications.items()} == {"T-A": ("B-C",), "T-B": ("B-C",)}
    assert list(plan.budget.parts) == ["B-A", "B-C", "B-D"]


def test_what_a_scenario_leaves_out_a_nearer_one_brings_back() -> None:
    gone = "measures: {M-B: {absent: true}}, budget_lines: {B-A: {absent: true}}"
    assert set(last_of(gone).budget.parts) == {"B-C", "B-D"}
    assert set(last_of(gone, "measures: {M-B: {absent: false}}").budget.parts) == {"B-B", "B-C", "B-D"}
    assert set(last_of(gone, "budget_lines: {B-A: {absent: false}}").budget.parts) == {"B-A", "B-C", "B-D"}
    back = last_of(gone, "measures: {M-B: {absent: false}}, budget_lines: {B-A: {absent: false}}")
    assert paid(back) == paid(plan_with("kpis: {}"))
    assert back.strategy.measures["M-C"].predecessors == ("M-B",)
    # Another change of what is left out does not bring it back.
    assert set(last_of(gone, "measures: {M-B: {duration: 2 months}}").budget.parts) == {"B-C", "B-D"}


def test_money_that_does_not_come_stays_away_until_a_scenario_says_that_it_comes() -> None:
    gone = "sources: {S-B: {absent: true}, S-C: {replaced_by: S-A}}"
    assert paid(last_of(gone))["B-B", 2026] == {None: "100.00", "S-A": "100.00"}
    # What is said of its ceilings or of a promise is not that it comes.
    still = last_of(gone, "sources: {S-B: {ceilings: {2026: 5.00}}, S-C: {confirmed: false}}")
    assert paid(still)["B-B", 2026] == {None: "100.00", "S-A": "100.00"}
    assert still.strategy.sources["S-B"].ceilings == {}
    comes = last_of(gone, "sources: {S-B: {absent: false}, S-C: {absent: false}}")
    assert paid(comes) == paid(plan_with("kpis: {}"))
    assert comes.strategy.sources["S-B"].ceilings == {2026: Money.parse("800.00")}


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("{S-B: {replaced_by: S-C}}", {"S-C": "200.00"}),
        ("{S-B: {replaced_by: S-C}, S-C: {replaced_by: S-A}}", {"S-A": "200.00"}),
        ("{S-B: {replaced_by: S-C}, S-C: {absent: true}}", {None: "200.00"}),
        ("{S-B: {replaced_by: S-C}, S-C: {replaced_by: S-B}}", {None: "200.00"}),
        ("{S-B: {absent: true, replaced_by: S-A}}", {"S-A": "100.00", "S-C": "100.00"}),
    ],
)
def test_who_pays_in_place_of_a_source_that_does_not_come(sources: str, expected: dict[str | None, str]) -> None:
    assert paid(last_of(f"sources: {sources}"))["B-B", 2026] == expected


def test_funding_of_a_year_that_a_scenario_does_not_name_stays() -> None:
    plan = last_of("budget_lines: {B-D: {funding_by_year: {2027: S-A}}}")
    assert [paid(plan)["B-D", year] for year in (2026, 2027)] == [{"S-B": "150.00"}, {"S-A": "150.00"}]
    # Funding of all years takes the place of that of single ones too.
    plan = last_of("budget_lines: {B-D: {funding: S-C}}")
    assert [paid(plan)["B-D", year] for year in (2026, 2027)] == [{"S-C": "150.00"}, {"S-C": "150.00"}]
    plan = last_of("budget_lines: {B-D: {funding: S-C, funding_by_year: {2026: S-A}}}")
    assert [paid(plan)["B-D", year] for year in (2026, 2027)] == [{"S-A": "150.00"}, {"S-C": "150.00"}]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("amounts: {2027: 5.00}", {2026: "200.00", 2027: "5.00"}),
        ("amounts: {2026: 5.00}", {2026: "5.00"}),
        ("quantity: {2025: 2}, unit_price: 5.00", {2025: "10.00"}),
        ("total: 100.00, evenly_over: [2025, 2026, 2027]", {2025: "33.34", 2026: "33.33", 2027: "33.33"}),
        ("total: 100.00, year_shares: {2027: 100%}", {2027: "100.00"}),
        ("amounts: {}", {2026: "200.00"}),
        ("unit_price: 5.00", {2026: "200.00"}),  # half of a way to an amount, which a rule reports
    ],
)
def test_a_changed_line_costs_what_is_named(change: str, expected: dict[int, str]) -> None:
    plan = last_of(f"budget_lines: {{B-B: {{{change}}}}}")
    assert {year: str(money) for year, money in plan.budget.of_line("B-B").items()} == expected


def test_changes_of_one_line_in_depth() -> None:
    """Each scenario finds what it inherits from: another way, another price, a year more, a year later, other parts."""
    steps = (
        "budget_lines: {B-B: {quantity: {2026: 3}, unit_price: 10.00}}",
        "budget_lines: {B-B: {unit_price: 12.00}}",
        "budget_lines: {B-B: {quantity: {2027: 1}}}",
        "measures: {M-B: {years_later: 1}}",
        "budget_lines: {B-B: {funding: {S-A: rest, S-B: 10.00}}}",
        "measures: {M-B: {years_later: 2}}",
    )
    plan = plan_with(*steps)
    by_year = [{year: str(money) for year, money in one.budget.of_line("B-B").items()} for one in plan.scenarios.values()]
    assert by_year == [
        {2026: "30.00"},
        {2026: "36.00"},
        {2026: "36.00", 2027: "12.00"},
        {2027: "36.00", 2028: "12.00"},
        {2027: "36.00", 2028: "12.00"},
        {2028: "36.00", 2029: "12.00"},
    ]
    assert paid(plan.scenarios["SC-5"])["B-B", 2028] == {"S-A": "2.00", "S-B": "10.00"}
    assert {id_: one.budget.years for id_, one in plan.scenarios.items()}["SC-6"] == (2025, 2026, 2027, 2028, 2029)
    assert str(plan.scenarios["SC-6"].windows["M-B"].first) == "2028-01-01"


def test_dates_of_a_measure() -> None:
    def window(change: str) -> tuple[str, str]:
        found = last_of(f"measures: {{M-C: {{{change}}}}}").windows["M-C"]
        return str(found.first), str(found.last)

    assert window("years_later: 2") == ("2028-04-01", "2028-05-31")
    assert window("start: 2026-06") == ("2026-06-01", "2026-07-31")
    assert window("finish: 2026-12") == ("2026-04-01", "2026-12-31")
    assert window("duration: 1 months") == ("2026-04-01", "2026-04-30")
    assert window("start: 2027, duration: 3 months") == ("2027-01-01", "2027-03-31")
    assert window("years_later: 1, start: 2026-02") == ("2026-02-01", "2026-03-31")


def test_a_measure_that_others_lead_to_is_put_off_from_the_day_on_which_it_would_begin() -> None:
    free = BASE.replace("start: 2026-Q2, duration: 2 months", "duration: 2 months, not_before: 2026-02")
    for put_off, expected in (
        (["measures: {M-C: {years_later: 1}}"], date(2027, 4, 1)),
        (["measures: {M-C: {years_later: 1}}", "measures: {M-C: {years_later: 3}}"], date(2029, 4, 1)),
        (["measures: {M-C: {years_later: 1}}", "measures: {M-C: {years_later: 0}}"], date(2026, 4, 1)),
        (["measures: {M-B: {years_later: 1}}"], date(2027, 4, 1)),
        (["measures: {M-C: {years_later: 1, start: 2028}}"], date(2028, 1, 1)),
    ):
        plan = plan_with(*put_off, base=free).scenarios[f"SC-{len(put_off)}"]
        assert plan.windows["M-C"].first == expected, put_off
        lasts = plan.strategy.measures["M-C"].duration
        assert str(lasts) == "2 months"


def test_what_a_measure_adds_is_put_off_with_it_and_what_the_world_sets_stays() -> None:
    added = BASE.replace(
        "2026-Q2, duration: 2 months", "2026-Q2, duration: 2 months, deadline: 2026, contributions: {K-A: {2026: 3}}"
    )
    measure = plan_with("measures: {M-C: {years_later: 1}}", base=added).scenarios["SC-1"].strategy.measures["M-C"]
    assert measure.contributions == {"K-A": {2027: Decimal(3)}}
    assert str(measure.deadline) == "2026"


def test_a_place_is_in_a_scenario_only_where_the_scenario_speaks_of_the_item() -> None:
    """A scenario that changes measures says nothing of a minimum that counts measures."""
    least = BASE + "minimums: [{id: MIN-A, title: н, measures: 1, goal: G-A}]\n"
    strategy = plan_with("measures: {M-C: {years_later: 1}}", base=least).scenarios["SC-1"].strategy
    lines = (least + "scenarios:").count("\n")
    assert strategy.span(strategy.minimums["MIN-A"], "measures").line == lines
    assert strategy.span(strategy.measures["M-C"], "start").line == lines + 2
    assert strategy.span(strategy.measures["M-B"], "start").line == 1 + BASE[: BASE.index("id: M-B")].count("\n")


def test_upkeep_begins_when_what_is_kept_is_there() -> None:
    """Put off beyond the strategy, a line costs nothing afterwards in the years before and in which it is bought."""
    after = {
        years: [one.year for one in last_of(f"measures: {{M-C: {{years_later: {years}}}}}").budget.after]
        for years in (1, 2, 4, 5)
    }
    assert after == {1: [2028, 2029, 2030], 2: [2029, 2030], 4: [], 5: []}


def test_a_dearer_year_and_other_targets() -> None:
    plan = plan_with("price_indices: {PI-A: {2026: 150%}}, kpis: {K-A: {targets: {2026: 7, 2027: 8}}}")
    worse = plan.scenarios["SC-1"]
    assert str(worse.budget.total_of_line("B-C")) == "150.00"
    assert {str(one.money) for one in worse.budget.after} == {"180.00"}  # 1.5 × 1.2
    compared = compare(plan, worse)
    assert [(one.year, str(one.first), str(one.second)) for one in compared.targets] == [(2026, "6", "7"), (2027, "None", "8")]
    (measure,) = compared.measures
    assert (measure.measure, str(measure.first_money), str(measure.second_money)) == ("M-C", "110.00", "150.00")
    assert measure.first_window == measure.second_window


def test_a_hundred_scenarios_in_depth() -> None:
    plan = plan_with(*(f"budget_lines: {{B-A: {{amounts: {{2025: {number}.00}}}}}}" for number in range(100)))
    totals = [one.budget.total_of_line("B-A").hundredths for one in plan.scenarios.values()]
    assert totals == [100 * number for number in range(100)]


def test_what_a_scenario_says_of_years_takes_the_place_of_what_it_inherits() -> None:
    steps = ("measures: {M-A: {years_later: 3}}", "measures: {M-A: {years_later: 1}}", "measures: {M-A: {years_later: 0}}")
    base = plan_with(*steps)
    lasts = [plan.windows["M-A"].last.year - base.windows["M-A"].last.year for plan in base.scenarios.values()]
    assert lasts == [3, 1, 0]
    years = [min(plan.budget.of_line("B-A")) - min(base.budget.of_line("B-A")) for plan in base.scenarios.values()]
    assert years == [3, 1, 0]
    assert last_of(*["measures: {M-A: {years_later: 30}}"] * 50).windows["M-A"].last.year == base.windows["M-A"].last.year + 30


@settings(max_examples=40)
@given(documents())
def test_every_table_adds_up_to_the_same_total_in_every_scenario(found: Document) -> None:
    plan = plan_of(texts(found))
    for one in (plan, *plan.scenarios.values()):
        total = one.budget.total.hundredths
        assert all(sum(sums(one, *columns).values()) == total for columns in TABLES)
