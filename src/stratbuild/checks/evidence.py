"""What the rules about evidence share: what is dated, what is taken up, what a baseline can be compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from stratbuild.model import Plan
from stratbuild.model.survey.answers import AnswerTable
from stratbuild.model.survey.tabulation import SEPARATOR, column_of
from stratbuild.schema.base import Entity
from stratbuild.schema.evidence import EVIDENCE
from stratbuild.schema.goal import Goal
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.survey import Question, QuestionKind


@dataclass(frozen=True, slots=True)
class EvidenceValue:
    """What the evidence of a baseline says, in words, and whether the baseline says the same."""

    said: str
    agrees: bool


def has_evidence(plan: Plan) -> bool:
    """Whether the strategy holds any evidence at all."""
    return any(plan.strategy.items[collection] for collection in EVIDENCE)


def goals_resting_on_nothing(plan: Plan) -> Sequence[Goal]:
    """The goals for which no evidence speaks: none for themselves, none for a goal above, and not for every goal below."""
    in_order, subgoals = plan.coverage.goals_in_order(), plan.coverage.subgoals
    carried: set[str] = set()
    for goal in reversed(in_order):  # a goal comes after its parent
        below = subgoals[goal.id]
        if goal.because or (below and all(one.id in carried for one in below)):
            carried.add(goal.id)
    inherited: set[str] = set()
    for goal in in_order:
        if goal.because or goal.parent in inherited:
            inherited.add(goal.id)
    return [goal for goal in plan.strategy.goals.values() if goal.id not in carried | inherited]


def taken_up(plan: Plan) -> frozenset[str]:
    """The evidence that a goal or an indicator rests on; a survey and its questions stand for each other."""
    strategy = plan.strategy
    named = {id_ for goal in strategy.goals.values() for id_ in goal.because}
    named |= {kpi.baseline.evidence for kpi in strategy.kpis.values() if kpi.baseline and kpi.baseline.evidence}
    surveys = {strategy.questions[id_].survey for id_ in named if id_ in strategy.questions}
    questions = {one.id for one in strategy.questions.values() if one.survey in named}
    return frozenset(named | surveys | questions)


def dated(plan: Plan) -> Iterator[tuple[Entity, str, date | None]]:
    """All evidence with the field that dates it, and the last day of that date."""
    strategy = plan.strategy
    for survey in strategy.surveys.values():
        yield survey, "finish", survey.finish
    for finding in strategy.findings.values():
        yield finding, "on", None if finding.on is None else finding.on.last
    for programme in strategy.related_programmes.values():
        yield programme, "on", None if programme.on is None else programme.on.last


def answered(plan: Plan) -> Iterator[tuple[Question, AnswerTable, Sequence[str]]]:
    """The questions whose survey has a file of answers with a column for them."""
    for question in plan.strategy.questions.values():
        table = plan.answers.get(question.survey)
        if table is not None and column_of(question) in table.columns:
            yield question, table, table.columns[column_of(question)]


def has_several(question: Question, cell: str) -> bool:
    """Whether a cell holds several answers where one could be chosen; an option may have the separator in its own code."""
    known = {one.code for one in question.options}
    parts = [part.strip() for part in cell.split(SEPARATOR)]
    return question.kind is not QuestionKind.MULTIPLE and cell not in known and len(parts) > 1 and known.issuperset(parts)


def evidence_value(plan: Plan, kpi: Kpi) -> EvidenceValue | None:
    """What the evidence of a baseline says; nothing where it has no value to compare."""
    baseline, strategy = kpi.baseline, plan.strategy
    if baseline is None or baseline.evidence is None:
        return None
    finding = strategy.findings.get(baseline.evidence)
    if finding is not None:
        if finding.value is None:
            return None
        units = tuple(None if one is None else strategy.text(one) for one in (finding.measurement_unit, kpi.measurement_unit))
        same_unit = None in units or units[0] == units[1]
        unit = f" {units[0]}" if units[0] else ""
        return EvidenceValue(f"{finding.value.normalize():f}{unit}", same_unit and finding.value == baseline.value)
    counted = plan.tabulations.get(baseline.evidence)
    if counted is None or baseline.answer is None or baseline.answer not in counted.counts:
        return None
    exact = 100 * counted.share(baseline.answer)
    step = Decimal(1).scaleb(min(0, int(baseline.value.as_tuple().exponent)))
    share = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)
    return EvidenceValue(f"{share:f} %", share == baseline.value)
