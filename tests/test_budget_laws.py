"""Laws of money: every way to add up gives the same, and no hundredth is lost when a sum is divided."""

from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from random import Random
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgets import Document, document, documents, text, texts, turned_around
from chances import Rolled
from reckoned import TABLES, differences, plan_of, sums_after
from reckoned import sums as sums_of
from sqlite_budget import Ledger
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model import budget as key
from stratbuild.model.prices import amount_by_year
from stratbuild.quantity import ZERO, Money
from strategies import check_texts

MOST = 10**13
sums = st.integers(min_value=0, max_value=MOST).map(Money)
weights = st.lists(st.decimals(min_value=0, max_value=100, places=4), min_size=1, max_size=8).filter(any)

HEAD = """
strategy: {title: Стратегія, language: uk, community: {name: Громада}, period: {start: 2025, finish: 2027}}
units: [{id: U-A, name: А}, {id: U-B, name: Б}]
goals:
  - {id: G-A, title: А}
  - {id: G-AA, title: АА, parent: G-A}
  - {id: G-B, title: Б}
measures:
  - {id: M-A, goal: G-AA, title: а, lead: U-A, start: 2025, finish: 2027}
  - {id: M-B, goal: G-B, title: б, lead: U-B, start: 2025, finish: 2027}
  - {id: M-C, goal: G-A, title: в, lead: U-B, start: 2025, finish: 2027}
sources:
  - {id: S-A, title: А, kind: local}
  - {id: S-B, title: Б, kind: state}
  - {id: S-C, title: В, kind: donor}
"""

shares = st.sampled_from(
    [
        "S-A",
        "{S-A: 60%, S-B: 40%}",
        "{S-A: 33.3333%, S-B: 33.3333%, S-C: 33.3334%}",
        "{S-B: 0.0001%, S-C: 99.9999%}",
        "{S-C: 12.5%}",
        "",
    ]
)
years = st.sampled_from([2025, 2026, 2027])
amounts = st.dictionaries(years, st.integers(0, 10**10), min_size=1).map(
    lambda by_year: "amounts: {" + ", ".join(f"{year}: {sum_ // 100}.{sum_ % 100:02}" for year, sum_ in by_year.items()) + "}"
)
quantities = st.tuples(st.dictionaries(years, st.integers(0, 10**5), min_size=1), st.integers(0, 10**7)).map(
    lambda given_: (
        "quantity: {" + ", ".join(f"{year}: {Decimal(one) / 1000:f}" for year, one in given_[0].items()) + "}, "
        f"unit_price: {given_[1] // 100}.{given_[1] % 100:02}"
    )
)
lines = st.lists(st.tuples(st.sampled_from(["M-A", "M-B", "M-C"]), amounts | quantities, shares), min_size=1, max_size=12)


def plan_of_lines(found: list[tuple[str, str, str]]) -> Plan:
    written = [
        f"  - {{id: B-{number}, measure: {measure}, title: р{number}, {amount}{f', funding: {share}' if share else ''}}}"
        for number, (measure, amount, share) in enumerate(found)
    ]
    checked = check_texts({"a.yaml": dedent(HEAD) + "budget_lines:\n" + "\n".join(written) + "\n"})
    assert checked.plan is not None, checked.diagnostics
    return checked.plan


@settings(deadline=None, max_examples=150)
@given(lines)
def test_every_way_to_add_up_gives_the_same(found: list[tuple[str, str, str]]) -> None:
    plan = plan_of_lines(found)
    budget, strategy = plan.budget, plan.strategy
    by_lines = Money.total(money for line in strategy.budget_lines for money in budget.of_line(line).values())
    assert budget.total == by_lines
    for one in (
        key.year,
        key.source,
        key.line,
        key.measure,
        key.goal_of(strategy),
        key.top_goal_of(strategy),
        key.unit_of(strategy),
    ):
        assert Money.total(budget.total_by(one).values()) == by_lines
    assert Money.total(budget.by(key.year, key.source, key.line).values()) == by_lines
    for line in strategy.budget_lines.values():
        parts = [amount for amount in budget.amounts if amount.line is line]
        for year, money in plan.budget.of_line(line.id).items():
            assert Money.total(part.money for part in parts if part.year == year) == money


@settings(max_examples=500)
@given(sums, weights)
def test_a_division_loses_nothing(whole: Money, shares_: list[Decimal]) -> None:
    parts = whole.split(shares_)
    assert Money.total(parts) == whole
    for part, share in zip(parts, shares_, strict=True):
        exact = Decimal(whole.hundredths) * share / sum(shares_)
        assert abs(part.hundredths - exact) < 1
        assert share or part == ZERO


@given(sums, st.integers(1, 12))
def test_equal_parts_differ_by_one_hundredth_the_larger_first(whole: Money, count: int) -> None:
    parts = whole.split([Decimal(1)] * count)
    assert max(parts).hundredths - min(parts).hundredths <= 1
    assert list(parts) == sorted(parts, reverse=True)


def test_the_named_rule_of_division() -> None:
    assert [str(part) for part in Money.parse("100.00").split([Decimal(1)] * 3)] == ["33.34", "33.33", "33.33"]
    assert [str(part) for part in Money.parse("0.01").split([Decimal(50), Decimal(50)])] == ["0.01", "0.00"]


@pytest.mark.parametrize(
    ("price", "quantity", "product"),
    [
        ("0.01", "0.5", "0.01"),
        ("0.01", "0.499", "0.00"),
        ("0.03", "0.5", "0.02"),
        ("18500.55", "11", "203506.05"),
        ("0.05", "0.1", "0.01"),
    ],
)
def test_a_product_is_rounded_half_up(price: str, quantity: str, product: str) -> None:
    assert str(Money.parse(price).times(Decimal(quantity))) == product


@settings(max_examples=60)
@given(documents(strict=True))
def test_what_is_generated_strictly_has_no_errors(found: Document) -> None:
    checked = check_texts(texts(found))
    errors = [one.message("en", str) for one in checked.diagnostics if one.severity is Severity.ERROR]
    assert errors == []
    assert checked.plan is not None


@settings(max_examples=120)
@given(documents())
def test_sqlite_adds_up_the_same_in_every_scenario(found: Document) -> None:
    files = texts(found)
    with closing(Ledger(files)) as ledger:
        assert list(differences(ledger, plan_of(files))) == []


@pytest.mark.parametrize("seed", range(40))
def test_sqlite_adds_up_the_same_of_seeded_budgets(seed: int) -> None:
    """What `python -m benchmarks.budgets` does ten thousand times."""
    files = texts(document(Rolled(seed)))
    with closing(Ledger(files)) as ledger:
        assert list(differences(ledger, plan_of(files))) == []


def test_a_kopeck_too_much_or_too_little_anywhere_is_caught() -> None:
    """Two hundred faults of one kopeck, each in another fact: without this, agreement would prove nothing."""
    chance, caught = Random(11), 0
    while caught < 200:
        files = texts(document(Rolled(caught)))
        plan = plan_of(files)
        with closing(Ledger(files)) as ledger:
            for _ in range(10):
                line = chance.choice(list(plan.budget.parts))
                parts = list(plan.budget.parts[line])
                place = chance.randrange(len(parts))
                parts[place] = parts[place]._replace(money=parts[place].money + Money(chance.choice([-1, 1])))
                wrong = replace(plan, budget=replace(plan.budget, parts={**plan.budget.parts, line: tuple(parts)}))
                tables = [columns for columns in TABLES if sums_of(wrong, *columns) != ledger.sums(None, *columns)]
                assert tables == list(TABLES)
                caught += 1


@settings(max_examples=60)
@given(documents())
def test_the_parts_of_every_line_and_year_are_its_amount(found: Document) -> None:
    plan = plan_of(texts(found))
    for one in (plan, *plan.scenarios.values()):
        for line in one.strategy.budget_lines.values():
            assert one.budget.of_line(line.id) == amount_by_year(one.strategy, line)
            assert one.budget.total_of_line(line.id) == Money.total(amount_by_year(one.strategy, line).values())
        assert set(one.budget.years) >= {amount.year for amount in one.budget.amounts}


@settings(max_examples=60)
@given(documents())
def test_neither_files_nor_keys_have_an_order_that_counts(found: Document) -> None:
    plan, other = plan_of(texts(found)), plan_of(dict(reversed(texts(turned_around(found)).items())))
    in_one_file = plan_of({"all.yaml": text(found)})
    for id_ in (None, *plan.scenarios):
        one, two, three = (each if id_ is None else each.scenarios[id_] for each in (plan, other, in_one_file))
        for columns in TABLES:
            assert sums_of(one, *columns) == sums_of(two, *columns) == sums_of(three, *columns)
        assert sums_after(one) == sums_after(two)
