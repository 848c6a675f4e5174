"""Rules of the budget near their edges: exactly enough, one hundredth less; and remedies that really mend."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.checks.portions import made_whole
from stratbuild.checks.rule import run
from stratbuild.diagnostics import Diagnostic
from stratbuild.quantity import WHOLE
from strategies import SETTINGS, check_text, check_texts, lines

BASE = """\
goals:
  - {id: G-TOP, title: Ціль}
  - {id: G-NET, parent: G-TOP, title: Мережі}
  - {id: G-EDU, title: Навчання}
units: [{id: U-IT, name: Відділ}, {id: U-EDU, name: Освіта}]
measures:
  - {id: M-A, goal: G-NET, lead: U-IT, title: Захід А, start: 2025, finish: 2027}
  - {id: M-B, goal: G-EDU, title: Захід Б, start: 2025, finish: 2027}
"""
LINE = "  - {id: B-%s, measure: M-%s, title: Рядок %s, %s}\n"


def text(*budget_lines: str, sources: str = "", more: str = "") -> str:
    """The base with lines B-A of the measure M-A, B-B of M-B, B-C of M-A and so on."""
    named = "sources: [{id: S-A, title: А, kind: local}, {id: S-B, title: Б, kind: donor}, {id: S-C, title: В, kind: own}]\n"
    rows = (
        LINE % (letter, "AB"[place % 2], letter, one)
        for place, (letter, one) in enumerate(zip("ABCDE", budget_lines, strict=False))
    )
    return BASE + (sources or named) + "budget_lines:\n" + "".join(rows) + more


def found(content: str, codes: str, *, settings: str = SETTINGS) -> list[Diagnostic]:
    checked = check_texts({"a.yaml": content, "s.yaml": settings})
    assert checked.plan is not None, lines(checked.diagnostics)
    return [one for one in checked.diagnostics if one.code in codes.split()]


def told(content: str, codes: str, *, settings: str = SETTINGS) -> list[str]:
    return [line.split(": ", 1)[1] for line in lines(found(content, codes, settings=settings))]


def grant(terms: str) -> str:
    return f"sources: [{{id: S-A, title: А, kind: local}}, {{id: S-B, title: Б, kind: donor, {terms}}}, {{id: S-C, title: В, kind: own}}]\n"


FUNDING = "SB404 SB434 SB435 SB436 SB437 SB438"
SUMS = st.integers(1, 10**9).map(lambda hundredths: str(Decimal(hundredths).scaleb(-2)))
PORTIONS = st.one_of(SUMS, st.integers(1, 100).map(lambda share: f"{share}%"), st.just("rest"))


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("amounts: {2026: 100.00}, funding: {S-A: 60.00, S-B: 40.00}", ""),
        ("amounts: {2026: 100.00}, funding: {S-A: 60.00, S-B: 40%}", ""),
        ("amounts: {2026: 100.00}, funding: {S-A: 60.00, S-B: 39.99}", "SB434"),
        ("amounts: {2026: 100.00}, funding: {S-A: 60.00, S-B: 40.01}", "SB434"),
        ("amounts: {2026: 0.01}, funding: {S-A: 50%, S-B: rest}", "SB438"),
        ("amounts: {2026: 0.03}, funding: {S-A: 50%, S-B: rest}", ""),
        ("amounts: {2026: 100.00, 2027: 0.00}, funding: {S-A: 60.00, S-B: 40.00}", ""),
        ("amounts: {2026: 100.00, 2027: 100.00}, funding: {S-A: 60.00, S-B: 40.00}", "SB435"),
        ("amounts: {2026: 100.00, 2027: 100.00}, funding: {S-A: 60%, S-B: rest}", ""),
        ("amounts: {2026: 100.00, 2027: 1.00}, funding: {S-A: 60.00, S-B: rest}, funding_by_year: {2027: S-A}", ""),
        ("amounts: {2026: 100.00}, funding: {S-A: rest, S-B: rest}", "SB436"),
        ("amounts: {2026: 100.00}, funding: {S-A: rest, S-B: 100.01}", "SB437"),
        ("amounts: {2026: 100.00}, funding: {S-A: rest, S-B: 100.00}", "SB438"),
        ("amounts: {2026: 100.00}, funding: {S-A: 0.00, S-B: 100.00}", ""),
        ("funding: {S-A: 60.00, S-B: 39.99}", ""),
        ("total: 100.00, evenly_over: [2025, 2026, 2027], funding: {S-A: 33.3333%, S-B: rest}", ""),
    ],
)
def test_the_parts_of_a_line_are_its_amount_to_the_hundredth(line: str, codes: str) -> None:
    assert [one.code for one in found(text(line), FUNDING)] == codes.split()


def test_what_the_sources_pay_is_compared_after_tax_and_prices() -> None:
    assumed = "vat_rates: [{id: VAT-20, title: ПДВ, rate: 20%, source: Закон}]\n"
    line = "amounts: {2026: 100.00}, vat: added, vat_rate: VAT-20, funding: {S-A: 60.00, S-B: %s}"
    assert told(text(line % "60.00", more=assumed), FUNDING) == []
    assert told(text(line % "40.00", more=assumed), FUNDING) == [
        "error[SB434] in 2026 the sources of B-A pay 100.00 together, but it costs 120.00; the difference is −20.00"
    ]


@given(SUMS, SUMS, st.dictionaries(st.sampled_from(["S-A", "S-B", "S-C"]), PORTIONS, min_size=1))
def test_a_funding_that_is_offered_is_one_without_fault(first: str, second: str, funding: dict[str, str]) -> None:
    """What SB404, SB434 and SB435 offer as text can be written as it stands."""
    line = f"amounts: {{2026: {first}, 2027: {second}}}, %s"
    written = "{" + ", ".join(f"{source}: {portion}" for source, portion in funding.items()) + "}"
    for field in (f"funding: {written}", f"funding: S-A, funding_by_year: {{2027: {written}}}"):
        for one in found(text(line % field), "SB404 SB434 SB435"):
            mended = str(one.facts["mended"])
            key = "funding_by_year" if one.code == "SB435" or "by_year" in field else "funding"
            offered = f"{{2027: {mended}}}" if key == "funding_by_year" and one.code != "SB435" else mended
            others = [
                later.code
                for later in found(
                    text(line % f"funding: S-A, {key}: {offered}".replace("funding: S-A, funding:", "funding:")), FUNDING
                )
            ]
            assert one.code not in others


@given(st.lists(st.integers(1, 1_000_000).map(lambda units: Decimal(units).scaleb(-4)), min_size=1, max_size=12))
def test_shares_are_made_whole(shares: list[Decimal]) -> None:
    whole = made_whole(dict(enumerate(shares)))
    assert sum(whole.values()) == WHOLE
    assert all(0 < share <= WHOLE for share in whole.values())


def test_a_year_that_nobody_pays_for_is_told_though_others_are_paid_for() -> None:
    line = "amounts: {2026: 100.00, 2027: 50.00}, funding_by_year: {2026: S-A}"
    assert told(text(line), "SB403") == ["note[SB403] B-A needs 50.00, but no source pays for it"]


@pytest.mark.parametrize(
    ("scope", "lines_", "missing"),
    [
        ("", ("amounts: {2026: 100.00}, funding: {S-B: 90%, S-A: 10%}",), []),
        ("", ("amounts: {2026: 100.01}, funding: {S-B: 90.01, S-A: 10.00}",), ["0.01"]),
        ("", ("amounts: {2026: 100.00}, funding: {S-B: 90.01, S-A: 9.99}",), ["0.01"]),
        ("", ("amounts: {2026: 100.00}, funding: {S-B: 90%, S-C: 10%}",), ["10.00"]),
        ("", ("amounts: {2026: 100.00}, funding: S-B", "", "amounts: {2026: 20.00}, funding: S-A"), []),
        (", of: line", ("amounts: {2026: 100.00}, funding: S-B", "", "amounts: {2026: 20.00}, funding: S-A"), ["10.00"]),
        (", of: strategy", ("amounts: {2026: 100.00}, funding: S-B", "", "amounts: {2026: 20.00}, funding: S-A"), ["10.00"]),
        (
            ", of: strategy",
            ("amounts: {2026: 100.00}, funding: S-B", "amounts: {2026: 50.00}, funding: {S-A: 80%, S-B: 20%}"),
            [],
        ),
        (", of: line", ("amounts: {2026: 100.00}, funding: S-A",), []),
    ],
)
def test_co_financing_is_reckoned_of_what_its_source_says(scope: str, lines_: tuple[str, ...], missing: list[str]) -> None:
    rows = [one or "amounts: {2026: 0.00}" for one in lines_]
    content = text(*rows, sources=grant(f"co_financing: {{minimum: 10%, by: [local]{scope}}}"))
    assert [str(one.facts["missing"]) for one in found(content, "SB449")] == missing


@pytest.mark.parametrize(
    ("terms", "line", "codes"),
    [
        ("economic_codes: [3000]", "economic_code: 3110", ""),
        ("economic_codes: [3100]", "economic_code: 3132", ""),
        ("economic_codes: [3130]", "economic_code: 3132", ""),
        ("economic_codes: [3130]", "economic_code: 3142", "SB450"),
        ("economic_codes: [3110]", "economic_code: 3110", ""),
        ("economic_codes: [2240, 2210]", "economic_code: 2282", "SB450"),
        ("economic_codes: [2240]", "note: без коду", ""),
        ("goals: [G-TOP]", "note: захід служить нижчій цілі", ""),
        ("goals: [G-EDU]", "note: захід служить іншій цілі", "SB451"),
        ("units: [U-IT]", "note: захід веде відділ", ""),
        ("units: [U-EDU]", "note: захід веде відділ", "SB452"),
    ],
)
def test_a_source_pays_what_it_may(terms: str, line: str, codes: str) -> None:
    content = text(f"{line}, amounts: {{2026: 5.00}}, funding: S-B", sources=grant(f"pays_for: {{{terms}}}"))
    assert [one.code for one in found(content, "SB450 SB451 SB452")] == codes.split()


def test_a_ceiling_of_a_programme_may_be_reached_and_not_passed() -> None:
    listed = 'programmes: [{id: BP-A, code: "0117530", title: Програма, ceilings: {2026: %s}}]\n'
    row = 'programme: "0117530", amounts: {2026: 60.00, 2027: 500.00}, funding: S-A'
    assert told(text(row, row, more=listed % "120.00"), "SB453") == []
    (one,) = found(text(row, row, more=listed % "119.99"), "SB453")
    assert str(one.facts["excess"]) == "0.01"
    assert one.facts["largest"] == ("B-A", "B-B")
    assert told(text(row, row, more=listed % "119.99"), "SB453", settings=SETTINGS + "  stage: submission\n")[0].startswith(
        "error"
    )


def test_the_largest_sum_is_still_reckoned_with() -> None:
    assert told(text("amounts: {2026: 9999999999999.99}, funding: S-A"), "SB463 SB470") == []
    assumed = "exchange_rates: [{id: FX-EUR, title: Курс, currency: EUR, rate: 2, on: 2025-01-01, source: НБУ}]\n"
    row = "amounts: {2026: %s}, exchange_rate: FX-EUR, funding: S-A"
    assert told(text(row % "4999999999999.99", more=assumed), "SB463 SB470") == []
    assert [one.code for one in found(text(row % "5000000000000.00", more=assumed), "SB463 SB470")] == ["SB470"]
    kept = "recurring: так, yearly_after: 5000000000000.00, funding: S-A"
    assert [one.code for one in found(text(kept), "SB463 SB470")] == ["SB463"]


def test_quotes_justify_a_price_that_is_one_of_them() -> None:
    row = "quantity: {2026: 2}, unit_price: %s, measurement_unit: шт., funding: S-A, quotes: [{of: а, price: 5.00}, {of: б, price: 7.00}]"
    for price, expected in (("5.00", []), ("7.00", []), ("4.99", ["SB459"]), ("7.01", ["SB459"])):
        assert [one.code for one in found(text(row % price), "SB459")] == expected
    assert [one.code for one in found(text("quotes: [{of: а, price: 5.00}]"), "SB459")] == []


def test_an_index_needs_the_years_between_base_and_spending() -> None:
    assumed = "price_indices: [{id: PI-A, title: Ціни, index: %s, source: Прогноз}]\n"
    row = "amounts: {2027: 5.00}, price_base: 2024, price_index: PI-A, funding: S-A"
    assert told(text(row, more=assumed % "{2025: 105%, 2026: 105%, 2027: 105%}"), "SB442 SB443 SB444") == []
    (one,) = found(text(row, more=assumed % "{2025: 105%, 2027: 105%, 2028: 105%}"), "SB442")
    assert one.facts == {"index": "PI-A", "year": 2026, "count": 1, "lines": ("B-A",)}


SCENARIOS = (
    "SB462 SB464 SB465 SB466 SB467 SB468",
    """scenarios:
  - {id: SC-A, title: а, measures: {M-A: {absent: так}}, sources: {S-B: {replaced_by: S-B}}}
  - {id: SC-B, title: б, inherits: SC-A, budget_lines: {B-A: {unit_price: 5.00}, B-B: {unit_price: 5.00}}}
  - {id: SC-C, title: в}
""",
)


def test_what_is_wrong_with_scenarios_is_found_in_the_strategy_alone() -> None:
    codes, scenarios = SCENARIOS
    row = "amounts: {2026: 5.00}, funding: {S-A: 50%, S-B: 50%}"
    checked = check_text(text(row, row, more=scenarios))
    assert checked.plan is not None
    assert sorted(one.code for one in checked.diagnostics if one.code in codes) == ["SB462", "SB464", "SB464", "SB465", "SB466"]
    for shown in checked.plan.scenarios.values():
        assert [one.code for one in run(shown) if one.code in codes] == []


def test_a_scenario_changes_what_it_inherits() -> None:
    """A unit price is half a way for the line as written, and enough for the line as the scenario before has it."""
    scenarios = """scenarios:
  - {id: SC-A, title: а, budget_lines: {B-A: {quantity: {2026: 2}, unit_price: 4.00}}}
  - {id: SC-B, title: б, inherits: SC-A, budget_lines: {B-A: {unit_price: 5.00}}}
  - {id: SC-C, title: в, inherits: SC-A, budget_lines: {B-A: {amounts: {2027: 5.00}}}}
"""
    assert told(text("amounts: {2026: 5.00}, funding: S-A", more=scenarios), SCENARIOS[0]) == []


def test_what_a_scenario_brings_back_it_may_change() -> None:
    scenarios = """scenarios:
  - {id: SC-A, title: а, measures: {M-A: {absent: так}}, sources: {S-B: {absent: так}}, budget_lines: {B-B: {absent: так}}}
  - {id: SC-B, title: б, inherits: SC-A, measures: {M-A: {absent: ні}}, budget_lines: {B-A: {amounts: {2026: 7.00}}}}
  - {id: SC-C, title: в, inherits: SC-B, sources: {S-B: {replaced_by: S-A}}, budget_lines: {B-B: {amounts: {2026: 7.00}}}}
"""
    row = "amounts: {2026: 5.00}, funding: {S-A: 50%, S-B: 50%}"
    assert told(text(row, row, more=scenarios), SCENARIOS[0]) == [
        "error[SB466] SC-C changes B-B, which SC-A.budget_lines.B-B leaves out"
    ]


def test_the_place_of_a_funding_of_one_year_is_that_of_the_year() -> None:
    row = "amounts: {2026: 5.00, 2027: 5.00}, economic_code: 2240, funding: S-A, funding_by_year: {2027: S-B}"
    (one,) = found(text(row, sources=grant("pays_for: {economic_codes: [3000]}")), "SB450")
    shown = text(row, sources=grant("")).splitlines()[one.span.line - 1]
    assert re.match("S-B", shown[one.span.column - 1 :])


IN_SCENARIOS = """\
scenarios:
  - {id: SC-ONE, title: Перший, budget_lines: {B-A: {funding: {S-A: 50%}}}}
  - {id: SC-TWO, title: Другий, inherits: SC-ONE, budget_lines: {B-A: {amounts: {2026: 900.00}}}}
  - {id: SC-DEAR, title: Третій, budget_lines: {B-B: {amounts: {2026: 300.00}}}}
"""


def test_a_mistake_in_the_words_of_a_scenario_is_found_once_and_there() -> None:
    """What a scenario says wrongly is told where it says so; what only follows from it, in that scenario alone."""
    content = text(
        "amounts: {2026: 1000.00}, funding: {S-A: 60%, S-B: 40%}",
        "amounts: {2026: 1000.00}, funding: {S-A: 500.00, S-B: rest}",
        more=IN_SCENARIOS,
    )
    assert [(one.fault.code, one.span.line) for one in found(content, "SB404 SB434 SB437")] == [("SB404", 14)]
    checked = check_text(content)
    assert checked.plan is not None
    in_dear = run(checked.plan.scenarios["SC-DEAR"])
    assert [one.fault.code for one in in_dear if one.fault.code in {"SB404", "SB434", "SB437"}] == ["SB437"]
