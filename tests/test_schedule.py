"""Dates and order: when a measure runs, in what order measures can be carried out, and circles of waiting."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratbuild.diagnostics import Diagnostic
from stratbuild.model import derive
from stratbuild.model.network import links
from stratbuild.model.schedule import Window, carrying_out_order, dependency_graph, find_cycles, shortest_cycle
from stratbuild.pipeline import load
from stratbuild.schema.measure import Measure
from stratbuild.source import SourceText
from stratbuild.strategy import Strategy
from strategies import SETTINGS, check_text, lines

GOAL = "goals: [{id: G-A, title: Ціль}]\n"


def window(**fields: str) -> Window | None:
    """The days of one measure in a plan."""
    each = "".join(f", {key}: {value}" for key, value in fields.items())
    plan = check_text(f"{GOAL}measures: [{{id: M-A, goal: G-A, title: а{each}}}]\n").plan
    assert plan is not None
    return plan.windows.get("M-A")


def graph_text(after: Mapping[str, Iterable[str]]) -> str:
    """Measures of which each waits for the others that are named, one a line, the first in line 3."""
    each = (f"  - {{id: {id_}, goal: G-A, title: {id_} щось, after: [{', '.join(others)}]}}\n" for id_, others in after.items())
    return GOAL + "measures:\n" + "".join(each)


def strategy_of(after: Mapping[str, Iterable[str]]) -> Strategy:
    strategy, found = load([SourceText("a.yaml", graph_text(after)), SourceText("s.yaml", SETTINGS)])
    assert strategy is not None, lines(found)
    return strategy


def ordered(strategy: Strategy) -> tuple[str, ...]:
    return carrying_out_order(strategy, links(strategy), {})


def cycles(after: Mapping[str, Iterable[str]]) -> list[Diagnostic]:
    strategy = strategy_of(after)
    return find_cycles(strategy, links(strategy))


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, None),
        ({"finish": "2026"}, None),
        ({"duration": "8 months"}, "2025-01-01 2025-08-31"),
        ({"finish": "2026-08", "duration": "8 months"}, "2026-01-01 2026-08-31"),
        ({"not_before": "2026-Q2", "duration": "5 working days"}, "2026-04-01 2026-04-07"),
        ({"start": "2026-03-14", "duration": "2 working days"}, "2026-03-14 2026-03-17"),
        ({"start": "2026"}, "2026-01-01 2026-12-31"),
        ({"start": "2026-Q2"}, "2026-04-01 2026-06-30"),
        ({"start": "2028-02"}, "2028-02-01 2028-02-29"),
        ({"start": "2026-03-15"}, "2026-03-15 2026-03-15"),
        ({"start": "2026-03", "duration": "8 months"}, "2026-03-01 2026-10-31"),
        ({"start": "2026", "duration": "1 day"}, "2026-01-01 2026-01-01"),
        ({"start": "2026-Q4", "finish": "2027"}, "2026-10-01 2027-12-31"),
        ({"start": "2026", "finish": "2026-01-01"}, "2026-01-01 2026-01-01"),
        ({"start": "2026-03-15", "finish": "2026-03-15", "duration": "3 years"}, "2026-03-15 2026-03-15"),
        ({"start": "2026-12-31", "duration": "2 days"}, "2026-12-31 2027-01-01"),
        ({"start": "2027", "finish": "2026"}, None),
        ({"start": "2100", "duration": "9999 years"}, None),
    ],
)
def test_the_days_of_a_measure(fields: dict[str, str], days: str | None) -> None:
    found = window(**fields)
    assert (None if found is None else f"{found.first} {found.last}") == days


def test_the_years_of_a_window_are_those_that_it_touches() -> None:
    found = window(start="2025-12-31", duration="2 years")
    assert found is not None
    assert list(found.years) == [2025, 2026, 2027]


def test_each_comes_after_those_that_it_waits_for() -> None:
    strategy = strategy_of({"M-A": ["M-C"], "M-B": [], "M-C": ["M-B"], "M-D": []})
    assert ordered(strategy) == ("M-B", "M-C", "M-A", "M-D")


def test_of_those_that_can_begin_the_earliest_comes_first_then_the_order_of_the_text() -> None:
    dates = {"M-A": "", "M-B": ", start: 2027", "M-C": ", start: 2026-Q3", "M-D": ", start: 2026-07", "M-E": ", start: 2026"}
    each = "".join(f"  - {{id: {id_}, goal: G-A, title: {id_}{start}}}\n" for id_, start in dates.items())
    checked = check_text(f"{GOAL}measures:\n{each}")
    assert checked.plan is not None
    assert checked.plan.order == ("M-E", "M-C", "M-D", "M-B", "M-A")


numbered = st.integers(2, 14).flatmap(
    lambda count: st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40).map(
        lambda pairs: (count, {pair for pair in pairs if pair[0] != pair[1]})
    )
)


@settings(deadline=None, max_examples=150)
@given(numbered)
def test_there_is_an_order_or_a_circle_and_never_both(found: tuple[int, set[tuple[int, int]]]) -> None:
    count, pairs = found
    after = {f"M-{n}": [f"M-{before}" for one, before in sorted(pairs) if one == n] for n in range(count)}
    strategy = strategy_of(after)
    told = find_cycles(strategy, links(strategy))
    graph = dependency_graph(strategy, links(strategy))
    knots = [knot for knot in networkx.strongly_connected_components(graph) if len(knot) > 1]
    assert len(told) == len(knots)
    for one in told:
        steps = str(one.facts["path"]).split(" → ")
        assert steps[0] == steps[-1]
        assert len(one.related) == len(steps) - 1
        assert all(later in after[earlier] for earlier, later in pairwise(steps))
        (knot,) = (knot for knot in knots if steps[0] in knot)
        assert len(steps) - 1 == min(map(len, networkx.simple_cycles(graph.subgraph(knot))))
    if not told:
        order = ordered(strategy)
        place = {id_: number for number, id_ in enumerate(order)}
        assert sorted(order) == sorted(after)
        assert all(place[before] < place[id_] for id_, others in after.items() for before in others)
        shuffled = {id_: Random(count).sample(others, len(others)) for id_, others in after.items()}
        assert ordered(strategy_of(shuffled)) == order


def test_the_shortest_circle_is_told_with_the_place_of_every_step() -> None:
    text = graph_text({"M-A": ["M-D"], "M-B": ["M-A", "M-C"], "M-C": ["M-B"], "M-D": ["M-B"], "M-E": ["M-A"]})
    assert lines(check_text(text).diagnostics, hints=True) == [
        "a.yaml:4:56: error[SB301] these measures wait for each other: M-B → M-C → M-B",
        "  a.yaml:4:56: M-B names M-C here",
        "  a.yaml:5:51: M-C names M-B here",
        "  → take one of the `after` entries away",
    ]
    ukrainian = lines(check_text(text).diagnostics, "uk", hints=True)
    assert ukrainian[0].endswith("ці заходи чекають один на одного: M-B → M-C → M-B")
    assert ukrainian[1] == "  a.yaml:4:56: M-B називає M-C тут"


def test_every_knot_is_told_once_in_the_order_of_the_text() -> None:
    told = cycles({"M-A": ["M-Z"], "M-Z": ["M-A"], "M-C": ["M-A", "M-D"], "M-D": ["M-E"], "M-E": ["M-C"], "M-F": ["M-E"]})
    assert [one.facts["path"] for one in told] == ["M-A → M-Z → M-A", "M-C → M-D → M-E → M-C"]


def test_a_circle_over_three_files_shows_all_of_them() -> None:
    texts = [
        SourceText(f"{name}.yaml", f"measures:\n  - id: M-{name}\n    goal: G-A\n    title: а\n    after:\n      - M-{other}\n")
        for name, other in (("A", "B"), ("B", "C"), ("C", "A"))
    ]
    strategy, _ = load([*texts, SourceText("s.yaml", SETTINGS + GOAL)])
    assert strategy is not None
    (one,) = find_cycles(strategy, links(strategy))
    assert [str(related.span) for related in one.related] == ["A.yaml:6:9", "B.yaml:6:9", "C.yaml:6:9"]


@pytest.mark.parametrize("size", [12, 60])
def test_in_a_clique_two_that_wait_for_each_other_are_enough(size: int) -> None:
    ids = [f"M-{number}" for number in range(size)]
    (one,) = cycles({id_: [other for other in ids if other != id_] for id_ in ids})
    assert one.facts["path"] == "M-0 → M-1 → M-0"


def large(measures: Mapping[str, Measure]) -> Strategy:
    """A strategy of measures that no text was read for."""
    return replace(strategy_of({"M-A": []}), items={**strategy_of({"M-A": []}).items, "measures": measures})


def measure(**fields: object) -> Measure:
    return Measure.model_validate({"goal": "G-A", "title": "а", **fields})


def test_a_hundred_thousand_in_a_row_have_an_order_and_dates() -> None:
    count = 100_000
    strategy = large(
        {
            f"M-{n}": measure(
                id=f"M-{n}", duration="1 day", after=[{"measure": f"M-{n + 1}", "lag": "-1 days"}] if n + 1 < count else []
            )
            for n in range(count)
        }
    )
    order = ordered(strategy)
    assert order[0] == f"M-{count - 1}"
    assert order[-1] == "M-0"
    assert len(order) == count
    plan, _ = derive(strategy, {})
    assert plan is not None
    assert len(plan.timing) == count
    assert plan.critical_path == order


def test_a_hundred_thousand_may_wait_for_one() -> None:
    measures = {f"M-{n}": measure(id=f"M-{n}", after=["M-0"] if n else []) for n in range(100_000)}
    assert ordered(large(measures)) == tuple(measures)
    last = measure(id="M-Z", after=list(measures))
    assert ordered(large({"M-Z": last, **measures}))[-1] == "M-Z"


def test_of_a_circle_of_a_hundred_thousand_the_first_steps_are_shown() -> None:
    count = 100_000
    (one,) = cycles({f"M-{n}": [f"M-{(n + 1) % count}"] for n in range(count)})
    assert len(one.related) == 20
    assert [related.span.line for related in one.related] == list(range(3, 23))
    assert str(one.facts["path"]).startswith("M-0 → M-1 → M-2 → ")
    assert str(one.facts["path"]).endswith(" → M-19 → … (100000) … → M-0")


def test_in_a_large_knot_a_circle_is_found_without_counting_all() -> None:
    """Two thousand measures of which each waits for the next five, so that there are more circles than can be counted."""
    count = 2_000
    strategy = strategy_of({f"M-{n}": [f"M-{(n + step) % count}" for step in range(1, 6)] for n in range(count)})
    steps = shortest_cycle(dependency_graph(strategy, links(strategy)), list(strategy.measures))
    assert len(steps) == count // 5
    (one,) = find_cycles(strategy, links(strategy))
    assert "… (400) …" in str(one.facts["path"])


def test_a_year_touches_no_other() -> None:
    found = window(start="2026")
    assert found is not None
    assert (found.first, found.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert list(found.years) == [2026]
