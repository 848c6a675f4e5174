"""Which money is named for what its source may not pay."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stratbuild.model.budget import Budget
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source
from stratbuild.quantity import Money
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.source import Eligibility
from stratbuild.strategy import Strategy


class Term(StrEnum):
    """What a source restricts, by the name of its field."""

    ECONOMIC_CODES = "economic_codes"
    GOALS = "goals"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Ineligible:
    """Money of a line that its source may not pay."""

    line: BudgetLine
    source: str
    money: Money
    term: Term
    """The restriction that it breaks."""
    allowed: tuple[str, ...]


def ineligible(strategy: Strategy, budget: Budget, term: Term) -> Iterator[Ineligible]:
    """All money that breaks one kind of restriction, in the order of the facts."""
    if not any(one.pays_for is not None and getattr(one.pays_for, term.value) for one in strategy.sources.values()):
        return
    for (line_id, source_id), money in budget.by(by_line, by_source).items():
        terms = None if source_id is None else strategy.sources[str(source_id)].pays_for
        if terms is None or not money:
            continue
        line, allowed = strategy.budget_lines[str(line_id)], getattr(terms, term.value)
        if allowed and not _is_allowed(strategy, terms, term, line):
            yield Ineligible(line, str(source_id), money, term, allowed)


def _is_allowed(strategy: Strategy, terms: Eligibility, term: Term, line: BudgetLine) -> bool:
    measure = strategy.measures[line.measure]
    match term:
        case Term.ECONOMIC_CODES:
            code = line.economic_code
            return code is None or any(_covers(allowed, code) for allowed in terms.economic_codes)
        case Term.GOALS:
            return not set(terms.goals).isdisjoint(_upwards(strategy, measure.goal))
        case Term.UNITS:
            return measure.lead is None or measure.lead in terms.units


def _covers(allowed: str, code: str) -> bool:
    """Whether a code is the allowed one or belongs to its group, `3110` to `3000`."""
    return code == allowed or (allowed.endswith("0") and len(code) == len(allowed) and code.startswith(allowed.rstrip("0")))


def _upwards(strategy: Strategy, goal: str | None) -> Iterator[str]:
    while goal is not None:
        yield goal
        goal = strategy.goals[goal].parent
