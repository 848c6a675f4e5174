"""The choice of measures under the money: as good as trying all choices, and every reason of what is out is true."""

import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from chances import Rolled
from command import stratbuild
from selections import Trial, document, text
from stratbuild.model import Plan, derive
from stratbuild.pipeline import load
from stratbuild.planning.selection import ReasonKind, Selection, SolverMissing, selection
from stratbuild.planning.selection.demands import Demand, DemandKind, row
from stratbuild.planning.selection.highs import cut
from stratbuild.planning.selection.why_not import with_extra
from stratbuild.quantity import Money
from stratbuild.source import SourceText
from strategies import SETTINGS, check_folder


def plan_of(content: str) -> Plan:
    strategy, found = load([SourceText("a.yaml", content), SourceText("s.yaml", SETTINGS)])
    assert strategy is not None, [one.message("en", str) for one in found]
    plan, found = derive(strategy, {})
    assert plan is not None, [one.message("en", str) for one in found]
    return plan


@pytest.mark.parametrize("seed", range(300))
def test_the_choice_is_as_good_as_the_best_of_all(seed: int) -> None:
    found = document(Rolled(seed), 14)
    trial, plan = Trial(found), plan_of(text(found))
    result = selection(plan)
    fits, values = trial.fits(), trial.values()
    if not fits.any():
        assert result.proof is None
        assert result.contradictions
        return
    best = int(values[fits].max())
    assert result.proof is not None, [one.message("en", str) for one in result.contradictions]
    assert (result.proof.value, result.proof.bound) == (best, best)
    chosen = trial.mask(result.chosen)
    assert fits[chosen]
    assert int(values[chosen]) == best
    assert {one.measure for one in result.why_not} == set(trial.ids) - set(result.chosen)
    _look_at_every_reason(trial, result, chosen)


def _look_at_every_reason(trial: Trial, result: Selection, chosen: int) -> None:
    """What is out can be in with the extra money, in the least choice that has it, and not with a kopeck less."""
    rest, ceilings = trial.meets_all_but_ceilings(), trial.ceilings()
    for why in result.why_not:
        with_it = chosen | trial.mask({why.measure, *why.with_it})
        larger = (trial.masks & chosen == chosen) & (trial.masks & trial.mask({why.measure}) > 0)
        assert why.reasons
        assert why.can_be_in == bool(rest[with_it])
        has_choice_of_parts = any(trial.parts[id_] for id_ in (why.measure, *why.with_it))
        if not why.can_be_in:
            others_may_pay = any(one.kind is ReasonKind.CO_FINANCING for one in why.reasons)
            assert others_may_pay or has_choice_of_parts or not (larger & rest).any()
            continue
        extra = {(source, str(year)): money for (year, source), money in why.extra.items()}
        extra |= {(programme, str(year)): money for (year, programme), money in why.extra_of_programmes.items()}
        for giver, (used, ceiling) in ceilings.items():
            missing = max(0, int(used[with_it]) - ceiling)
            assert extra.get(giver, Money(0)).hundredths == missing
            assert has_choice_of_parts or missing == max(0, int(used[larger & rest].min()) - ceiling)
        if not extra:
            assert [one.kind for one in why.reasons][-1] is ReasonKind.ADDS_NOTHING
            assert int(trial.values()[with_it]) <= int(trial.values()[chosen])
        raised = with_extra(result.problem.rows, why)
        assert all(row.holds({*result.chosen, why.measure, *why.with_it}) for row in raised)


GOALS = """\
goals: [{id: G-A, title: А}, {id: G-B, title: Б}]
units: [{id: U-IT, name: Відділ}, {id: U-EDU, name: Освіта}]
"""


def chosen_of(content: str) -> Selection:
    return selection(plan_of(GOALS + content))


def reasons(result: Selection, measure: str) -> list[tuple[str, str | None]]:
    (why,) = [one for one in result.why_not if one.measure == measure]
    return [(one.kind.value, one.id) for one in why.reasons]


def found_in(result: Selection) -> list[str]:
    assert result.proof is None
    return [f"{one.span}: {one.code} {one.message('en', str)}" for one in result.contradictions]


def test_a_ceiling_of_a_year_decides_and_the_extra_money_is_the_least() -> None:
    result = chosen_of("""\
measures:
- {id: M-A, goal: G-A, title: А, priority: high}
- {id: M-B, goal: G-A, title: Б}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 100.00}}]
budget_lines:
- {id: B-A, measure: M-A, title: А, amounts: {2026: 60.00}, funding: S-A}
- {id: B-B, measure: M-B, title: Б, amounts: {2026: 40.01, 2027: 900.00}, funding: S-A}
""")
    assert result.chosen == ("M-A",)
    assert reasons(result, "M-B") == [("no-room", "S-A")]
    assert result.why_not[0].extra == {(2026, "S-A"): Money(1)}
    assert result.problem.unlimited == {("S-A", 2027): {"M-B": 90_000}}


def test_a_ceiling_is_kept_to_the_kopeck_whatever_the_sums() -> None:
    """Sums that floating point tells apart no more beside each other, if it forgives a millionth of the largest."""
    result = chosen_of("""\
measures:
- {id: M-A, goal: G-A, title: А, priority: high}
- {id: M-B, goal: G-A, title: Б}
- {id: M-C, goal: G-A, title: В, priority: low}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 9999999999999.98}}]
budget_lines:
- {id: B-A, measure: M-A, title: А, amounts: {2026: 5000000000000.00}, funding: S-A}
- {id: B-B, measure: M-B, title: Б, amounts: {2026: 4999999999999.99}, funding: S-A}
- {id: B-C, measure: M-C, title: В, amounts: {2026: 4999999999999.98}, funding: S-A}
""")
    assert result.chosen == ("M-A", "M-C")
    assert result.why_not[0].extra == {(2026, "S-A"): Money(499_999_999_999_999)}


def test_a_measure_needs_what_it_waits_for_also_through_milestones_and_the_whole_that_it_is_a_part_of() -> None:
    result = chosen_of("""\
measures:
- {id: M-BASE, goal: G-A, title: А, priority: low}
- {id: M-NEXT, goal: G-A, title: Б, after: [{milestone: MS-B}], priority: high}
- {id: M-PART, goal: G-A, title: В, part_of: M-BASE, priority: high}
milestones:
- {id: MS-A, title: А, after: [M-BASE]}
- {id: MS-B, title: Б, after: [{milestone: MS-A}]}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 1.00}}]
budget_lines: [{id: B-A, measure: M-BASE, title: А, amounts: {2026: 10.00}, funding: S-A}]
""")
    assert result.chosen == ()
    assert reasons(result, "M-NEXT") == [("need", "M-BASE"), ("no-room", "S-A")]
    assert reasons(result, "M-PART") == [("whole", "M-BASE"), ("no-room", "S-A")]
    assert [one.with_it for one in result.why_not] == [(), ("M-BASE",), ("M-BASE",)]
    assert {str(money) for one in result.why_not for money in one.extra.values()} == {"9.00"}


def test_a_whole_without_money_of_its_own_is_nothing_without_a_part() -> None:
    result = chosen_of("""\
measures:
- {id: M-WHOLE, goal: G-A, title: А}
- {id: M-DEAR, goal: G-A, title: Б, part_of: M-WHOLE}
- {id: M-CHEAP, goal: G-A, title: В, part_of: M-WHOLE}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 1.00}}]
budget_lines:
- {id: B-A, measure: M-DEAR, title: А, amounts: {2026: 30.00}, funding: S-A}
- {id: B-B, measure: M-CHEAP, title: Б, amounts: {2026: 20.00}, funding: S-A}
""")
    assert result.chosen == ()
    whole = result.why_not[0]
    assert (whole.with_it, whole.extra) == (("M-CHEAP",), {(2026, "S-A"): Money(1_900)})
    assert whole.reasons[0].kind is ReasonKind.PARTS


def test_a_source_pays_only_for_what_it_may_and_where_others_pay_enough() -> None:
    result = chosen_of("""\
measures:
- {id: M-CODE, goal: G-A, title: А}
- {id: M-GOAL, goal: G-B, title: Б}
- {id: M-UNIT, goal: G-A, title: В, lead: U-IT}
- {id: M-LINE, goal: G-A, title: Г}
- {id: M-WAITS, goal: G-A, title: Ґ, after: [M-LINE]}
sources:
- {id: S-CODE, title: С, kind: state, pays_for: {economic_codes: [3000]}}
- {id: S-GOAL, title: С, kind: state, pays_for: {goals: [G-A]}}
- {id: S-UNIT, title: С, kind: state, pays_for: {units: [U-EDU]}}
- {id: S-DONOR, title: С, kind: donor, co_financing: {minimum: 10%, by: [local], of: line}}
- {id: S-LOCAL, title: С, kind: local}
budget_lines:
- {id: B-CODE, measure: M-CODE, title: А, economic_code: 2240, amounts: {2026: 10.00}, funding: S-CODE}
- {id: B-GOAL, measure: M-GOAL, title: Б, amounts: {2026: 10.00}, funding: S-GOAL}
- {id: B-UNIT, measure: M-UNIT, title: В, amounts: {2026: 10.00}, funding: S-UNIT}
- {id: B-LINE, measure: M-LINE, title: Г, amounts: {2026: 10.00}, funding: {S-DONOR: 91%, S-LOCAL: 9%}}
""")
    assert result.chosen == ()
    obstacles = [(one.reasons[0].id, one.reasons[0].obstacle) for one in result.why_not]
    assert [(id_, one and one.kind.value, one and one.source, one and one.line) for id_, one in obstacles] == [
        ("M-CODE", "not-eligible", "S-CODE", "B-CODE"),
        ("M-GOAL", "not-eligible", "S-GOAL", "B-GOAL"),
        ("M-UNIT", "not-eligible", "S-UNIT", "B-UNIT"),
        ("M-LINE", "co-financing", "S-DONOR", "B-LINE"),
        ("M-LINE", "co-financing", "S-DONOR", "B-LINE"),
    ]
    assert not any(one.can_be_in or one.extra for one in result.why_not)
    line = obstacles[3][1]
    assert line is not None
    assert line.money == Money(10)


def test_money_that_nobody_pays_is_as_good_as_none() -> None:
    result = chosen_of("""\
measures: [{id: M-A, goal: G-A, title: А}]
sources: [{id: S-A, title: С, kind: local}]
budget_lines: [{id: B-A, measure: M-A, title: А, amounts: {2026: 10.00}, funding: {S-A: 60%}}]
""")
    assert reasons(result, "M-A") == [("unpaid", None)]
    assert result.why_not[0].extra == {(2026, None): Money(400)}


def test_co_financing_of_the_whole_strategy_is_kept_by_the_choice_as_a_whole() -> None:
    content = """\
measures:
- {id: M-ALONE, goal: G-A, title: А, priority: high}
- {id: M-WITH, goal: G-A, title: Б, priority: low}
sources:
- {id: S-DONOR, title: С, kind: donor, co_financing: {minimum: 20%, by: [local], of: strategy}}
- {id: S-LOCAL, title: С, kind: local, ceilings: {2026: CEILING}}
budget_lines:
- {id: B-ALONE, measure: M-ALONE, title: А, amounts: {2026: 10.00}, funding: S-DONOR}
- {id: B-WITH, measure: M-WITH, title: Б, amounts: {2026: 10.00}, funding: {S-DONOR: 60%, S-LOCAL: 40%}}
"""
    assert chosen_of(content.replace("CEILING", "4.00")).chosen == ("M-ALONE", "M-WITH")
    without = chosen_of(content.replace("CEILING", "3.99"))
    assert without.chosen == ()
    assert reasons(without, "M-ALONE") == [("co-financing", "S-DONOR")]
    assert without.why_not[0].reasons[0].money == Money(200)
    assert reasons(without, "M-WITH") == [("no-room", "S-LOCAL")]


def test_a_programme_has_a_ceiling_for_all_its_lines_whoever_pays() -> None:
    result = chosen_of("""\
measures: [{id: M-A, goal: G-A, title: А}, {id: M-B, goal: G-A, title: Б, priority: low}]
sources: [{id: S-A, title: С, kind: local}, {id: S-B, title: С, kind: state}]
programmes: [{id: BP-A, code: "0117530", title: П, ceilings: {2026: 15.00}}]
budget_lines:
- {id: B-A, measure: M-A, title: А, programme: "0117530", amounts: {2026: 10.00}, funding: S-A}
- {id: B-B, measure: M-B, title: Б, programme: "0117530", amounts: {2026: 10.00}, funding: S-B}
""")
    assert result.chosen == ("M-A",)
    assert reasons(result, "M-B") == [("no-room-in-programme", "BP-A")]
    assert result.why_not[0].extra_of_programmes == {(2026, "BP-A"): Money(500)}


@pytest.mark.parametrize(
    ("choose", "expected", "out"),
    [
        ("at-most-one", ("M-B",), [("alternative", "ALT-A")]),
        ("exactly-one", ("M-B",), [("alternative", "ALT-A")]),
        ("all-or-none", ("M-A", "M-B"), []),
    ],
)
def test_alternatives(choose: str, expected: tuple[str, ...], out: list[tuple[str, str]]) -> None:
    result = chosen_of(f"""\
measures: [{{id: M-A, goal: G-A, title: А}}, {{id: M-B, goal: G-A, title: Б, priority: high}}]
alternatives: [{{id: ALT-A, title: Вибір, measures: [M-A, M-B], choose: {choose}}}]
""")
    assert result.chosen == expected
    assert [reasons(result, one.measure) for one in result.why_not] == [out for _ in result.why_not]


def test_minimums_hold_for_one_district_or_for_each_and_for_goals_with_all_below() -> None:
    content = """\
districts: [{id: D-A, name: А}, {id: D-B, name: Б}]
measures:
- {id: M-BEST, goal: G-A, title: А, priority: high, districts: [D-A]}
- {id: M-POOR, goal: G-B, title: Б, priority: low, districts: [D-B]}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 10.00}}]
budget_lines:
- {id: B-A, measure: M-BEST, title: А, amounts: {2026: 10.00}, funding: S-A}
- {id: B-B, measure: M-POOR, title: Б, amounts: {2026: 9.00}, funding: S-A}
minimums: [{id: MIN-A, title: Щось, measures: 1, OF}]
"""
    assert chosen_of(content.replace("OF", "district: D-A")).chosen == ("M-BEST",)
    assert chosen_of(content.replace("OF", "district: D-B")).chosen == ("M-POOR",)
    assert chosen_of(content.replace("OF", "goal: G-B")).chosen == ("M-POOR",)
    both = chosen_of(content.replace("OF", "each: district"))
    assert found_in(both) == [
        "a.yaml:7:61: SB386 these demands cannot be met together: S-A 2026, MIN-A D-A, MIN-A D-B",
    ]
    assert both.contradictions[0].hint("en", str).endswith("S-A 2026: 9.00")


def test_what_must_be_done_or_has_begun_is_in() -> None:
    result = chosen_of("""\
measures:
- {id: M-MUST, goal: G-A, title: А, priority: must}
- {id: M-BEGUN, goal: G-A, title: Б, priority: low, actual: {start: 2025-02-03}}
- {id: M-BEST, goal: G-A, title: В, priority: high}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 10.00}}]
budget_lines:
- {id: B-A, measure: M-BEGUN, title: А, amounts: {2026: 9.00}, funding: S-A}
- {id: B-B, measure: M-BEST, title: Б, amounts: {2026: 9.00}, funding: S-A}
""")
    assert result.chosen == ("M-MUST", "M-BEGUN")


def test_weights_are_those_of_priorities_and_of_the_part_of_the_way_of_an_indicator() -> None:
    plan = plan_of(
        GOALS
        + """\
kpis:
- {id: K-UP, title: К, baseline: {value: 10}, targets: {2025: 20, 2027: 40}, weight: 6, overlap: 50%}
- {id: K-DOWN, title: К, direction: decrease, baseline: {value: 90}, targets: {2027: 60}, weight: 3}
- {id: K-FREE, title: К, baseline: {value: 0}, targets: {2027: 60}}
measures:
- {id: M-A, goal: G-A, title: А, contributions: {K-UP: {2025: 5, 2026: 10}, K-FREE: {2026: 60}}}
- {id: M-B, goal: G-A, title: Б, priority: low, contributions: {K-DOWN: {2026: -10}}}
- {id: M-C, goal: G-A, title: В, priority: must, contributions: {K-DOWN: {2026: 20}}}
"""
    )
    weights = selection(plan).problem.weights
    assert weights == {"M-A": 20_000 + 15_000, "M-B": 10_000 + 10_000, "M-C": 30_000 - 20_000}


def test_what_adds_nothing_is_out_although_it_fits() -> None:
    result = chosen_of("""\
kpis: [{id: K-A, title: К, baseline: {value: 0}, targets: {2027: 10}, weight: 9}]
measures: [{id: M-A, goal: G-A, title: А, contributions: {K-A: {2026: -10}}}]
""")
    assert (result.chosen, reasons(result, "M-A")) == ((), [("adds-nothing", None)])


BEYOND = """\
measures:
- {id: M-A, goal: G-A, title: А, priority: must}
- {id: M-B, goal: G-A, title: Б, priority: must, after: [M-C]}
- {id: M-C, goal: G-A, title: В}
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 25.00}, pays_for: {goals: [G-A]}}]
budget_lines:
- {id: B-A, measure: M-A, title: А, amounts: {2026: 10.00}, funding: S-A}
- {id: B-B, measure: M-B, title: Б, amounts: {2026: 10.00}, funding: S-A}
- {id: B-C, measure: M-C, title: В, amounts: {2026: 10.00}, funding: S-A}
"""

EACH_DISTRICT = """\
districts: [{id: D-A, name: А}, {id: D-B, name: Б}]
minimums: [{id: MIN-A, title: В, measures: 2, each: district}]
"""

TOO_DEAR = """\
measures: [{id: M-A, goal: G-A, title: А}]
sources: [{id: S-A, title: С, kind: local, ceilings: {2026: 1.00}}]
budget_lines: [{id: B-A, measure: M-A, title: А, amounts: {2026: 10.00}, funding: S-A}]
alternatives: [{id: ALT-A, title: В, measures: [M-A], choose: exactly-one}]
"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            BEYOND,
            "a.yaml:7:61: SB380 what has to be carried out takes 30.00 from S-A in 2026, but its ceiling is 25.00: 5.00 too much (M-A, M-B, M-C)",
        ),
        (
            BEYOND.replace("25.00", "99.00").replace("[G-A]}", "[G-B]}").replace("B-A, measure: M-A", "B-A, measure: M-C"),
            "a.yaml:5:44: SB382 M-B has to be carried out, but the money of M-B is not as it has to be (B-B S-A)",
        ),
        (
            BEYOND.replace("25.00", "99.00") + "alternatives: [{id: ALT-A, title: В, measures: [M-A, M-C]}]\n",
            "a.yaml:12:38: SB383 only one measure of ALT-A can be chosen, but M-A, M-C all have to be carried out",
        ),
        (
            BEYOND.replace("25.00", "99.00") + "minimums: [{id: MIN-A, title: В, measures: 1, goal: G-B}]\n",
            "a.yaml:12:44: SB384 MIN-A asks for at least so many measures: 1; of G-B at most 0 can be carried out (—)",
        ),
        (
            BEYOND.replace("25.00", "99.00") + EACH_DISTRICT,
            "a.yaml:13:44: SB384 MIN-A asks for at least so many measures: 2; of D-A, D-B at most 0 can be carried out (—)",
        ),
        (
            BEYOND.replace("25.00", "99.00").replace("amounts: {2026: 10.00}, funding: S-A}", "amounts: {2026: 10.00}}", 1),
            "a.yaml:4:44: SB389 M-A has to be carried out, but in 2026 nobody pays 10.00 of M-A",
        ),
        (
            TOO_DEAR,
            "a.yaml:6:38: SB385 exactly one measure of ALT-A is to be carried out, but none of M-A can be",
        ),
    ],
)
def test_demands_that_contradict_each_other_are_named_with_place_and_sum(content: str, expected: str) -> None:
    assert expected in found_in(chosen_of(content))


def test_the_answer_is_the_same_every_time_and_a_gap_is_proved() -> None:
    sys.path.append(str(Path(__file__).parent.parent))
    from benchmarks.selection import strategy_text  # noqa: PLC0415 - benchmarks stand beside the tests

    strategy, _ = load([SourceText("a.yaml", strategy_text(120))])
    assert strategy is not None
    plan, _ = derive(strategy, {})
    assert plan is not None
    first, second = selection(plan, Decimal(5)), selection(plan, Decimal(5))
    assert first == second
    best = selection(plan, Decimal(0)).proof
    assert first.proof is not None
    assert best is not None
    assert best.is_optimal
    assert first.proof.value <= best.value <= first.proof.bound
    assert first.proof.gap <= 5
    few = selection(plan, Decimal(0), nodes=0).proof
    assert few is not None
    assert few.value <= best.value <= few.bound


def test_an_answer_that_is_wrong_by_rounding_is_cut_off() -> None:
    """The cut excludes what breaks a demand, and no choice that keeps to it."""
    demand = Demand(DemandKind.CEILING, "S-A", year=2026)
    for coefficients, least, most in (
        ({"M-A": 5, "M-B": 4, "M-C": -3, "M-D": 2}, None, 5),
        ({"M-A": 5, "M-B": -4, "M-C": -3, "M-D": 2}, 1, None),
    ):
        one = row(demand, coefficients, least=least, most=most)
        choices = [{id_ for bit, id_ in enumerate(coefficients) if mask >> bit & 1} for mask in range(16)]
        wrong = [chosen for chosen in choices if not one.holds(chosen)]
        assert wrong
        for chosen in wrong:
            found = cut(one, chosen)
            assert not found.holds(chosen)
            assert all(found.holds(other) for other in choices if one.holds(other))


def test_without_the_solver_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(SolverMissing) as missing:
        chosen_of("measures: [{id: M-A, goal: G-A, title: А}]\n")
    assert missing.value.diagnostic.code == "SB895"
    assert "stratbuild[select]" in missing.value.diagnostic.hint("uk")


SHORT_OF_MONEY = (
    GOALS
    + """\
measures:
- {id: M-A, goal: G-A, title: Обстежити, priority: high}
- {id: M-B, goal: G-A, title: Побудувати, after: [M-A]}
sources: [{id: S-A, title: Місцевий, kind: local, ceilings: {2026: 100.00}}]
budget_lines:
- {id: B-A, measure: M-A, title: А, amounts: {2026: 60.00}, funding: S-A}
- {id: B-B, measure: M-B, title: Б, amounts: {2026: 41.00}, funding: S-A}
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "strategy.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(SHORT_OF_MONEY, encoding="utf-8")
    return tmp_path


def test_the_command_says_why_and_what_would_help(folder: Path) -> None:
    done = stratbuild("plan", str(folder), "--select")
    assert done.returncode == 0, done.stderr
    assert "Вибрано 1 із 2 заходів; їхня вага разом — 3." in done.stdout
    assert "M-B Побудувати\n    у 2026 році в S-A бракує 1,00\n    → увійде, якщо додати 1,00 (S-A, 2026)\n" in done.stdout
    assert "HiGHS" not in done.stdout.partition("Розв’язувач HiGHS")[0], "the solver says nothing of its own"
    english = stratbuild("plan", str(folder), "--select", "--lang", "en")
    assert "it can be in with 1.00 (S-A, 2026) more" in english.stdout


def test_the_choice_as_data(folder: Path) -> None:
    said = json.loads(stratbuild("plan", str(folder), "--select", "--format", "json").stdout)
    assert said["proof"] | {"solver": "", "nodes": 0} == {
        "weight": "3", "bound": "3", "gap_per_cent": "0", "optimal": True, "nodes": 0, "solver": "",
    }  # fmt: skip
    assert [one["measure"] for one in said["chosen"]] == ["M-A"]
    (out,) = said["left_out"]
    assert (out["measure"], out["can_be_in"], out["with"]) == ("M-B", True, [])
    assert out["extra"] == [{"year": 2026, "source": "S-A", "money": "1.00"}]
    assert said["money"][0]["left"] == {"2026": "40.00"}


def test_the_choice_is_written_as_a_scenario_that_a_build_can_use(folder: Path) -> None:
    done = stratbuild("plan", str(folder), "--select", "--write", "SC-FITS")
    assert done.returncode == 0, done.stderr
    checked = check_folder(folder)
    assert checked.plan is not None
    plan = checked.plan.scenarios["SC-FITS"]
    assert list(plan.strategy.measures) == ["M-A"]
    assert plan.budget.total == Money(6_000)
    assert "    measures: {M-B: {absent: true}}\n" in (folder / "strategy.yaml").read_text(encoding="utf-8")
    built = stratbuild("build", str(folder), "--scenario", "SC-FITS", "--only", "budget", "-o", str(folder / "out"))
    assert built.returncode == 0, built.stderr + built.stdout
    before = (folder / "strategy.yaml").read_bytes()
    for used in ("SC-FITS", "M-A"):
        again = stratbuild("plan", str(folder), "--select", "--write", used, "--lang", "en")
        assert again.returncode == 2
        assert f"{used} is in use already" in again.stderr
    within = stratbuild("plan", str(folder), "--select", "--scenario", "SC-FITS", "--write", "SC-TWO")
    assert within.returncode == 0
    assert "нічого не записано" in within.stderr
    assert (folder / "strategy.yaml").read_bytes() == before


def test_contradictions_end_with_findings(folder: Path) -> None:
    text_of = SHORT_OF_MONEY.replace("after: [M-A]", "priority: must, after: [M-A]")
    (folder / "plan.yaml").write_text(text_of, encoding="utf-8")
    done = stratbuild("plan", str(folder), "--select", "--write", "SC-A")
    assert done.returncode == 1
    assert "SB380" in done.stdout
    assert "зайві 1,00 (M-A, M-B)" in done.stdout.replace("\u00a0", " ")
    assert "Жоден вибір" in done.stderr
