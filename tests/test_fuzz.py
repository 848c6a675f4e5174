"""Damaged strategies and field texts: whatever comes in, only findings come out.

A few thousand here; `python -m benchmarks.fuzz 1000000` runs as many as one likes.
"""

import pytest
from benchmarks.fuzz import PARSERS, STRATEGY, field_texts, findings, mutants, outcome

from stratbuild.diagnostics import Severity


def test_the_undamaged_strategy_is_read_to_the_end() -> None:
    """Its only errors are those of the last stage, so that every stage meets mutants."""
    assert [one.code for one in findings(STRATEGY.encode()) if one.severity is Severity.ERROR] == ["SB335", "SB336"]


@pytest.mark.parametrize("seed", range(4))
def test_mutants_give_findings_with_places(seed: int) -> None:
    last_line = 0
    for raw in mutants(600, seed):
        lines = raw.count(b"\n") + raw.count(b"\r") + 1
        for one in findings(raw):
            assert 1 <= one.span.line <= lines + 1
            assert one.span.column >= 1
            last_line = max(last_line, one.span.line)
    assert last_line > 20


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__qualname__)
def test_field_texts_are_values_or_refused_by_name(parse: object) -> None:
    assert callable(parse)
    outcomes = {outcome(parse, text) for text in field_texts(4_000, 7)}
    assert "value" in outcomes
    assert len(outcomes) >= 2
    assert all(name.isidentifier() for name in outcomes)
