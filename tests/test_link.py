"""Linking: unknown, doubled and wrong ids, with the places and the ids that were probably meant; circles of owners."""

from pathlib import Path
from textwrap import dedent

import pytest

from stratbuild.diagnostics import Severity, Suggestion
from stratbuild.pipeline import load
from stratbuild.schema.alternative import Alternative
from stratbuild.schema.dependency import Dependency
from stratbuild.schema.district import District
from stratbuild.schema.estimate_class import EstimateClass
from stratbuild.schema.milestone import Milestone
from stratbuild.schema.minimum import Minimum
from stratbuild.schema.risk import Risk
from stratbuild.schema.risk_driver import RiskDriver
from stratbuild.source import SourceText
from stratbuild.strategy import Strategy
from strategies import SETTINGS, check_folder, check_text, check_texts, lines

BASE = """\
units: [{id: U-IT, name: Відділ}, {id: U-EDU, name: Освіта}]
goals: [{id: G-A, title: Ціль}]
kpis: [{id: K-A, goal: G-A, title: Показник}]
sources: [{id: S-LOCAL, title: Бюджет, kind: local}]
measures: [{id: M-WIFI, goal: G-A, title: Захід}]
"""


def linked(*texts: str) -> Strategy:
    """The strategy that the least settings and these files make; they have to be sound."""
    files = [SourceText(f"{number}.yaml", dedent(text)) for number, text in enumerate((SETTINGS, *texts))]
    strategy, found = load(files)
    assert strategy is not None, lines(found)
    return strategy


def told(text: str, *, hints: bool = False) -> list[str]:
    """What is found in the base and a second file `b.yaml`."""
    return lines(check_texts({"s.yaml": SETTINGS, "a.yaml": BASE, "b.yaml": text}).diagnostics, hints=hints)


ONE_FAULT = {
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [M-WIFY]}": (
        "b.yaml:2:44: error[SB204] M-B names M-WIFY as after, but measures has no such id",
        "M-WIFI",
    ),
    "measures:\n  - {id: M-B, goal: G-Z, title: б}": (
        "b.yaml:2:21: error[SB204] M-B names G-Z as goal, but goals has no such id",
        "G-A",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, lead: U-ITT}": (
        "b.yaml:2:42: error[SB204] M-B names U-ITT as lead, but units has no such id",
        "U-IT",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, partners: [U-IT, U-EDV]}": (
        "b.yaml:2:53: error[SB204] M-B names U-EDV as partners, but units has no such id",
        "U-EDU",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [G-A]}": (
        "b.yaml:2:44: error[SB205] M-B names G-A as after, but G-A is in goals, not in measures",
        "M-",
    ),
    "budget_lines:\n  - {id: B-A, measure: M-WIFI, title: р, funding: {S-LOCAI: 60%, S-LOCAL: 40%}}": (
        "b.yaml:2:52: error[SB204] B-A names S-LOCAI as funding, but sources has no such id",
        "S-LOCAL",
    ),
    "budget_lines:\n  - {id: B-A, measure: M-WIFI, title: р, funding: U-IT}": (
        "b.yaml:2:51: error[SB205] B-A names U-IT as funding, but U-IT is in units, not in sources",
        "S-LOCAL",
    ),
    "budget_lines:\n  - id: B-A\n    measure: K-A\n    title: р": (
        "b.yaml:3:14: error[SB205] B-A names K-A as measure, but K-A is in kpis, not in measures",
        "M-WIFI",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, kpis: [K-A, K-A]}": (
        "b.yaml:2:48: error[SB206] M-B names K-A twice in kpis",
        "delete",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [M-B]}": (
        "b.yaml:2:44: error[SB207] M-B names itself as after",
        "another",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [M-WIFI, {measure: M-WIFY, lag: 2 weeks}]}": (
        "b.yaml:2:62: error[SB204] M-B names M-WIFY as after, but measures has no such id",
        "M-WIFI",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [{milestone: M-WIFI}]}": (
        "b.yaml:2:56: error[SB205] M-B names M-WIFI as after, but M-WIFI is in measures, not in milestones",
        "add it first",
    ),
    "milestones:\n  - {id: MS-B, title: б, after: [{milestone: MS-B, lag: 1 day}]}": (
        "b.yaml:2:46: error[SB207] MS-B names itself as after",
        "another",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [{measure: M-B, type: start-to-start, lag: 1 day}]}": (
        "b.yaml:2:54: error[SB207] M-B names itself as after",
        "another",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [M-WIFI, {measure: M-WIFI, lag: 2 weeks}]}": (
        "b.yaml:2:62: error[SB206] M-B names M-WIFI twice in after",
        "delete",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, after: [M-WIFI, M-WIFI]}": (
        "b.yaml:2:52: error[SB206] M-B names M-WIFI twice in after",
        "delete",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, people: {U-ITT: 1}}": (
        "b.yaml:2:45: error[SB204] M-B names U-ITT as people, but units has no such id",
        "U-IT",
    ),
    "alternatives:\n  - {id: ALT-A, title: а, measures: [M-WIFI, M-WIFI]}": (
        "b.yaml:2:46: error[SB206] ALT-A names M-WIFI twice in measures",
        "delete",
    ),
    "measures:\n  - {id: M-B, goal: G-A, title: б, part_of: M-B}": (
        "b.yaml:2:45: error[SB207] M-B names itself as part_of",
        "another",
    ),
    "goals:\n  - {id: G-B, title: б, parent: G-B}": ("b.yaml:2:33: error[SB207] G-B names itself as parent", "another"),
}


@pytest.mark.parametrize("text", ONE_FAULT)
def test_a_reference_that_is_not_certain_is_pointed_at(text: str) -> None:
    message, remedy = ONE_FAULT[text]
    found = told(text, hints=True)
    assert found[0] == message
    assert len([line for line in found if not line.startswith("  ")]) == 1
    assert remedy in found[1]


def test_a_measure_may_be_waited_for_in_more_than_one_way() -> None:
    both = "[{measure: M-WIFI, type: start-to-start, lag: 2 weeks}, {measure: M-WIFI, type: finish-to-finish}]"
    measure = linked(BASE, f"measures:\n  - {{id: M-B, goal: G-A, title: б, after: {both}}}\n").measures["M-B"]
    assert [one.type.value for one in measure.after] == ["start-to-start", "finish-to-finish"]
    assert measure.predecessors == ("M-WIFI",)


def test_a_strategy_that_uses_every_field_of_the_plan_is_sound() -> None:
    checked = check_folder(Path(__file__).parent / "data" / "plan_strategy")
    assert lines(one for one in checked.diagnostics if one.severity is Severity.ERROR) == []
    assert checked.plan is not None
    strategy = checked.plan.strategy
    for kind in (Milestone, District, Alternative, Minimum, EstimateClass, RiskDriver, Risk):
        used = [one.model_fields_set for one in strategy.items[kind.collection].values()]
        assert frozenset().union(*used) == frozenset(kind.model_fields), kind
    entries = [one.model_fields_set for measure in strategy.measures.values() for one in measure.after]
    assert frozenset().union(*entries) == frozenset(Dependency.model_fields)


def test_there_is_nothing_to_suggest_where_nothing_is_like_it() -> None:
    text = "measures: [{id: M-A, goal: G-A, title: а, lead: U-ZZZZZZZZZZZZ}]\ngoals: [{id: G-A, title: а}]\n"
    units = ", ".join(f"{{id: U-{number}, name: Відділ {number}}}" for number in range(12))
    one = check_text(f"{text}units: [{units}]").diagnostics[0]
    assert one.facts["suggestion"] == Suggestion((), tuple(f"U-{number}" for number in range(8)), more=True)


def test_every_reference_that_leads_nowhere_is_told_at_once() -> None:
    text = "measures:\n" + "".join(f"  - {{id: M-{n}, goal: G-A, title: а {n}, after: [M-X{n}]}}\n" for n in range(50))
    found = told(text)
    assert len(found) == 50
    assert [line.split(":")[1] for line in found] == [str(number) for number in range(2, 52)]


def test_an_id_in_two_lists_of_two_files_shows_both_places() -> None:
    first = "measures:\n  - id: X-A\n    goal: G-A\n    title: а\n"
    assert told(first + "units: [{id: X-A, name: а}]\n", hints=True)[:2] == [
        "b.yaml:2:9: error[SB203] the id X-A is used twice",
        "  b.yaml:5:14: first used here",
    ]
    assert told("units:\n- id: G-A\n  name: а\n", hints=True)[:2] == [
        "b.yaml:2:7: error[SB203] the id G-A is used twice",
        "  a.yaml:2:14: first used here",
    ]


def test_an_id_used_five_times_is_told_of_four_times() -> None:
    text = "units:\n" + "  - {id: U-A, name: а}\n" * 5
    found = told(text, hints=True)
    assert [line for line in found if "SB203" in line] == [
        f"b.yaml:{line}:10: error[SB203] the id U-A is used twice" for line in (3, 4, 5, 6)
    ]
    assert found.count("  b.yaml:2:10: first used here") == 4


def test_settings_in_two_files_and_in_none() -> None:
    twice = check_texts({"a.yaml": SETTINGS, "b.yaml": BASE + SETTINGS})
    assert lines(twice.diagnostics, hints=True)[:2] == [
        "b.yaml:6:1: error[SB202] `strategy:` stands in two files",
        "  a.yaml:1:1: first used here",
    ]
    none = check_texts({"b.yaml": BASE, "c.yaml": "goals: [{id: G-B, title: б}]"})
    assert [(one.code, str(one.span)) for one in none.diagnostics] == [("SB201", "b.yaml:1:1")]


def test_no_file_at_all_is_no_strategy() -> None:
    assert [one.code for one in check_texts({}).diagnostics] == ["SB201"]


def test_goals_in_a_circle_are_told_once_with_every_step() -> None:
    ways = {"G-A": "G-B", "G-B": "G-C", "G-C": "G-A", "G-D": "G-A", "G-E": "G-E2", "G-E2": "G-E"}
    text = "goals:\n" + "".join(f"  - {{id: {id_}, title: а {id_}, parent: {parent}}}\n" for id_, parent in ways.items())
    assert lines(check_text(text).diagnostics, hints=True) == [
        "a.yaml:2:37: error[SB208] these goals are parents of each other: G-A → G-B → G-C → G-A",
        "  a.yaml:2:37: G-A names G-B here",
        "  a.yaml:3:37: G-B names G-C here",
        "  a.yaml:4:37: G-C names G-A here",
        "  → take one of the `parent` lines away",
        "a.yaml:6:37: error[SB208] these goals are parents of each other: G-E → G-E2 → G-E",
        "  a.yaml:6:37: G-E names G-E2 here",
        "  a.yaml:7:39: G-E2 names G-E here",
        "  → take one of the `parent` lines away",
    ]


def test_parts_in_a_circle() -> None:
    text = "goals: [{id: G-A, title: а}]\nmeasures:\n"
    text += "  - {id: M-A, goal: G-A, title: а, part_of: M-B}\n  - {id: M-B, goal: G-A, title: б, part_of: M-A}\n"
    assert lines(check_text(text).diagnostics)[0] == (
        "a.yaml:3:45: error[SB209] these measures are parts of each other: M-A → M-B → M-A"
    )


def test_scenarios_in_a_circle() -> None:
    text = "scenarios:\n  - {id: SC-A, title: а, inherits: SC-B}\n  - {id: SC-B, title: б, inherits: SC-A}\n"
    text += "  - {id: SC-C, title: в, inherits: SC-A}\n"
    assert lines(check_text(text).diagnostics, hints=True) == [
        "a.yaml:2:36: error[SB213] these scenarios inherit from each other: SC-A → SC-B → SC-A",
        "  a.yaml:2:36: SC-A names SC-B here",
        "  a.yaml:3:36: SC-B names SC-A here",
        "  → take one of the `inherits` lines away",
    ]


def test_what_a_scenario_changes_has_to_exist() -> None:
    text = "scenarios:\n  - {id: SC-A, title: а, inherits: SC-A, sources: {S-LOCAI: {absent: так}, S-LOCAL: {replaced_by: M-WIFI}}}\n"
    assert told(text) == [
        "b.yaml:2:36: error[SB207] SC-A names itself as inherits",
        "b.yaml:2:52: error[SB204] SC-A names S-LOCAI as sources, but sources has no such id",
        "b.yaml:2:99: error[SB205] SC-A names M-WIFI as sources, but M-WIFI is in measures, not in sources",
    ]


@pytest.mark.parametrize(("count", "related"), [(2, 2), (20, 20), (21, 20), (20_000, 20)])
def test_of_a_long_circle_of_goals_the_first_twenty_steps_are_shown(count: int, related: int) -> None:
    text = "goals:\n" + "".join(f"  - {{id: G-{n}, title: а {n}, parent: G-{(n + 1) % count}}}\n" for n in range(count))
    (one,) = check_text(text).diagnostics
    assert one.code == "SB208"
    assert len(one.related) == related
    path = str(one.facts["path"])
    assert path.startswith("G-0 → G-1 → ")
    assert path.endswith("→ G-0")
    assert (f"… ({count}) …" in path) == (count > 20)


def test_a_tree_as_deep_as_it_is_large_is_sound() -> None:
    text = "goals:\n" + "".join(f"  - {{id: G-{n}, title: а {n}{f', parent: G-{n - 1}' if n else ''}}}\n" for n in range(20_000))
    assert len(linked(text).goals) == 20_000


def test_a_linked_strategy_gives_everything_by_id_and_a_place_for_every_field() -> None:
    strategy = linked(BASE, "budget_lines:\n  - {id: B-A, measure: M-WIFI, title: р, funding: {S-LOCAL: 60%}}\n")
    line = strategy.budget_lines["B-A"]
    assert strategy.measures[line.measure].goal in strategy.goals
    assert str(strategy.span(line, "funding", "S-LOCAL")) == "2.yaml:2:61"
    assert str(strategy.span(line, "funding", "S-LOCAL", key=True)) == "2.yaml:2:52"
    assert str(strategy.span(line, "title")) == "2.yaml:2:39"
    assert str(strategy.span(strategy.settings, "period", "finish")) == "0.yaml:4:39"
    assert [item.id for item in strategy.everything()] == ["U-IT", "U-EDU", "G-A", "K-A", "M-WIFI", "S-LOCAL", "B-A"]
