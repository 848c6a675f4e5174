"""Amounts and parts worked out by hand: indices, taxes, rates of exchange, shares, sums, what others leave."""

from decimal import Decimal

import pytest

from reckoned import plan_of
from stratbuild.model.funding import division
from stratbuild.quantity import Money, parse_portion

HEAD = """
strategy: {title: Стратегія, language: uk, community: {name: Громада}, period: {start: 2025, finish: 2027}}
goals: [{id: G-A, title: А}]
measures: [{id: M-A, goal: G-A, title: а, start: 2025, finish: 2027}]
sources: [{id: S-A, title: А, kind: local}]
"""


@pytest.mark.parametrize(
    ("funding", "amount", "expected"),
    [
        # Shares: 0.05 × 50 % = 0.025 each; both lose the same, so the kopeck goes to the first id, however written.
        ({"S-B": "50%", "S-A": "50%"}, "0.05", {"S-A": "0.03", "S-B": "0.02"}),
        ({"S-A": "50%", "S-B": "50%"}, "0.05", {"S-A": "0.03", "S-B": "0.02"}),
        # Three thirds of 100.00: 33.3333, 33.3333, 33.3334; rounded down 99.99, and the third has lost most.
        ({"S-A": "33.3333%", "S-B": "33.3333%", "S-C": "33.3334%"}, "100.00", {"S-A": "33.33", "S-B": "33.33", "S-C": "33.34"}),
        # Less than the whole: 12.5 % of 1.00 is 0.125, nobody pays 0.875; both lose 0.005, what nobody pays comes last.
        ({"S-A": "12.5%"}, "1.00", {"S-A": "0.13", None: "0.87"}),
        # More than the whole: 80 and 40 of 120 of 10.00 are 6.666… and 3.333…; the first loses most.
        ({"S-A": "80%", "S-B": "40%"}, "10.00", {"S-A": "6.67", "S-B": "3.33"}),
        # In sixths every part loses a third of a kopeck, whatever its size: the first id, not the largest part.
        ({"S-A": "20%", "S-B": "80%", "S-C": "20%"}, "0.02", {"S-A": "0.01", "S-B": "0.01", "S-C": "0.00"}),
        # A sum and the rest.
        ({"S-A": "60.05", "S-B": "rest"}, "100.00", {"S-A": "60.05", "S-B": "39.95"}),
        # A share beside the rest is rounded half up: 33.335 becomes 33.34.
        ({"S-A": "rest", "S-B": "33.335%"}, "100.00", {"S-A": "66.66", "S-B": "33.34"}),
        # Sums beyond the whole in proportion: 150 and 50 of 200 of 100.01 are 75.0075 and 25.0025.
        ({"S-A": "150.00", "S-B": "50.00", "S-C": "rest"}, "100.01", {"S-A": "75.01", "S-B": "25.00", "S-C": "0.00"}),
        # Sums below the whole leave something that nobody pays.
        ({"S-A": "10.00"}, "10.01", {"S-A": "10.00", None: "0.01"}),
        ({}, "7.00", {None: "7.00"}),
    ],
)
def test_parts_worked_out_by_hand(funding: dict[str, str], amount: str, expected: dict[str | None, str]) -> None:
    parts = division({source: parse_portion(part) for source, part in funding.items()}, Money.parse(amount))
    assert {source: str(part) for source, part in parts} == expected


def test_equal_losses_are_equal_however_large_the_parts() -> None:
    """4 : 1 : 1 of two kopecks are 4/3, 1/3 and 1/3: all lose a third, and the first part gets the kopeck."""
    assert Money(2).split([Decimal(4), Decimal(1), Decimal(1)]) == (Money(2), Money(0), Money(0))
    # Products of thirty digits: 10¹⁵ kopecks by weights of 10¹⁵ lose less than decimals of 28 digits would keep.
    parts = Money(999_999_999_999_999).split([Decimal(999_999_999_999_999), Decimal(999_999_999_999_998), Decimal(1)])
    assert Money.total(parts) == Money(999_999_999_999_999)
    assert [part.hundredths for part in parts] == [500_000_000_000_000, 499_999_999_999_999, 0]


ASSUMED = """
vat_rates: [{id: VAT-20, title: ПДВ, rate: 20%, source: ПКУ}, {id: VAT-7, title: ПДВ, rate: 7%, source: ПКУ}]
price_indices:
  - {id: PI-CPI, title: Ціни, index: {2025: 110%, 2026: 108.6%, 2027: 106.1%}, source: Прогноз}
  - {id: PI-FINE, title: Ціни, index: {2025: 100.0001%, 2026: 133.3333%, 2027: 50%}, source: Прогноз}
exchange_rates:
  - {id: FX-EUR, title: Євро, currency: EUR, rate: 48.25, rate_by_year: {2027: 50.1}, on: 2024-11-03, source: НБУ}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Prices of 2024 in 2025, 2026, 2027: 1.1; 1.1 × 1.086 = 1.1946; 1.1946 × 1.061 = 1.2674706 → 1.267471.
        (
            "amounts: {2025: 100.00, 2026: 100.00, 2027: 1000000.00}, price_base: 2024, price_index: PI-CPI",
            {2025: "110.00", 2026: "119.46", 2027: "1267471.00"},
        ),
        # The base year itself and years before it stay as they are: 2025 = 1; 2026 = 1.086.
        ("amounts: {2025: 100.00, 2026: 100.00}, price_base: 2025, price_index: PI-CPI", {2025: "100.00", 2026: "108.60"}),
        ("amounts: {2025: 100.00, 2026: 100.00}, price_base: 2026, price_index: PI-CPI", {2025: "100.00", 2026: "100.00"}),
        # 1.000001 (1.0000010 rounded); × 1.333333 = 1.333334333333 → 1.333334; × 0.5 = 0.666667.
        (
            "amounts: {2025: 1000000.00, 2026: 1000000.00, 2027: 1000000.00}, price_base: 2024, price_index: PI-FINE",
            {2025: "1000001.00", 2026: "1333334.00", 2027: "666667.00"},
        ),
        # Added tax, rounded once: 0.02 × 1.2 = 0.024; 0.03 × 1.2 = 0.036; 10.04 × 1.2 = 12.048.
        (
            "amounts: {2025: 0.02, 2026: 0.03, 2027: 10.04}, vat: added, vat_rate: VAT-20",
            {2025: "0.02", 2026: "0.04", 2027: "12.05"},
        ),
        # Included tax changes nothing.
        ("amounts: {2025: 10.04}, vat: included, vat_rate: VAT-20", {2025: "10.04"}),
        # Euros: 3 × 100.10 = 300.30 × 48.25 = 14489.475 → .48; in 2027 × 50.1 = 15045.03.
        ("quantity: {2025: 3, 2027: 3}, unit_price: 100.10, exchange_rate: FX-EUR", {2025: "14489.48", 2027: "15045.03"}),
        # A price of a quantity is rounded before anything is raised: 0.5 × 0.33 = 0.165 → 0.17; × 1.07 = 0.1819.
        ("quantity: {2026: 0.5}, unit_price: 0.33, vat: added, vat_rate: VAT-7", {2026: "0.18"}),
        # All at once, rounded once: 48.25 × 1.1946 × 1.07 = 61.67420…; 12.34 × 61.6742115 = 761.05976991.
        (
            "amounts: {2026: 12.34}, price_base: 2024, price_index: PI-CPI, exchange_rate: FX-EUR, vat: added, vat_rate: VAT-7",
            {2026: "761.06"},
        ),
        # A total is divided first: 33.34 + 33.33 + 33.33, then raised: 36.674 → .67; 39.815… → .82; 42.2448… → .24.
        (
            "total: 100.00, evenly_over: [2025, 2026, 2027], price_base: 2024, price_index: PI-CPI",
            {2025: "36.67", 2026: "39.82", 2027: "42.24"},
        ),
        ("total: 100.00, evenly_over: [2027, 2025, 2026]", {2025: "33.34", 2026: "33.33", 2027: "33.33"}),
        ("total: 0.05, year_shares: {2027: 50%, 2025: 50%}", {2025: "0.03", 2027: "0.02"}),
    ],
)
def test_amounts_worked_out_by_hand(line: str, expected: dict[int, str]) -> None:
    content = f"{HEAD}{ASSUMED}budget_lines: [{{id: B-A, measure: M-A, title: р, funding: S-A, {line}}}]\n"
    plan = plan_of({"a.yaml": content})
    assert {year: str(money) for year, money in plan.budget.of_line("B-A").items()} == expected


def test_what_recurs_is_priced_as_in_the_last_year() -> None:
    """1.1946 × 1.061 → 1.267471: 100.00 of 2025 stay 100.00 stated, and cost 126.75 a year from 2028 on; 50.00 cost 63.37."""
    lines = """
budget_lines:
  - {id: B-A, measure: M-A, title: р, amounts: {2025: 100.00}, price_base: 2024, price_index: PI-CPI, recurring: true, funding: S-A}
  - {id: B-B, measure: M-A, title: р, amounts: {2025: 100.00}, price_base: 2024, price_index: PI-CPI, recurring: true,
     yearly_after: 50.00, funding: S-A}
  - {id: B-C, measure: M-A, title: р, amounts: {2025: 100.00}, funding: S-A}
"""
    plan = plan_of({"a.yaml": HEAD + ASSUMED + lines})
    yearly = {"B-A": "126.75", "B-B": "63.37"}
    assert [(one.line.id, one.year, str(one.money)) for one in plan.budget.after] == [
        (line, year, money) for line, money in yearly.items() for year in (2028, 2029, 2030)
    ]
    assert all(one.source is None for one in plan.budget.after)
    assert str(plan.budget.total) == "320.00"  # 110.00 + 110.00 + 100.00, and nothing of the years after


def test_a_tenfold_rise_in_every_year_is_still_reckoned() -> None:
    index = ", ".join(f"{year}: 1000%" for year in range(1991, 2028))
    content = f"""{HEAD}
price_indices: [{{id: PI-A, title: Ціни, index: {{{index}}}, source: Жах}}]
budget_lines: [{{id: B-A, measure: M-A, title: р, amounts: {{2027: 0.01}}, price_base: 1990, price_index: PI-A, funding: S-A}}]
"""
    plan = plan_of({"a.yaml": content})
    assert plan.budget.total.hundredths == 10**37
