"""The choice of measures under the money: as good as trying all choices, and every reason of what is out is true."""

import sys
from decimal import Decimal

import numpy as np
import pytest

from chances import Rolled
from selections import Trial, document, text
from strategies import SETTINGS, check_text
from stratbuild.model import Plan
from stratbuild.pipeline import load
from stratbuild.model import derive
from stratbuild.planning.selection import ReasonKind, Selection, selection
from stratbuild.planning.selection.highs import Limits, SolverMissing, solve
from stratbuild.planning.selection.why_not import with_extra
from stratbuild.quantity import Money
from stratbuild.source import SourceText


def plan_of(content: str) -> Plan:
    strategy, found = load([SourceText("a.yaml", content), SourceText("s.yaml", SETTINGS)])
    assert strategy is not None, [one.message("en", str) for one in found]
    plan, found = derive(strategy, {})
    assert plan is not None, [one.message("en", str) for one in found]
    return plan


@pytest.mark.parametrize("seed", range(200))
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
