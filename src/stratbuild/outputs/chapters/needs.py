"""From the need to the money: what speaks for a goal, which programmes are followed, and the matrix of it all."""

from collections.abc import Sequence

from stratbuild.model.trace import matrix
from stratbuild.outputs.chapters.picture_words import Marked
from stratbuild.outputs.chapters.state import value_of
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import Money
from stratbuild.render.ast import Block, Cell, Column, Content, Inline, Line, Row, Table, item
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.finding import StateFinding
from stratbuild.schema.goal import Goal
from stratbuild.schema.related_programme import ProgrammeLevel, RelatedProgramme
from stratbuild.schema.survey import Question


def reasons(told: PlanInWords, goal: Goal) -> Sequence[Line]:
    """The evidence that a goal rests on, a line for each piece."""
    return [_reason(told, id_) for id_ in goal.because]


def programmes_table(told: PlanInWords) -> Block | None:
    """The programmes and the experience that the strategy takes into account, by level; nothing where there are none."""
    say, none = told.words.say, told.words.say("papers.none")
    programmes = told.plan.strategy.related_programmes.values()
    if not programmes:
        return None
    rows: list[Row] = []
    for level in ProgrammeLevel:
        found = [one for one in programmes if one.level is level]
        if found:
            rows.append(Row([Cell(say(f"evidence.levels.{level.value}"), columns=3)], "group"))
        for one in found:
            adopted: list[str | Inline] = [told.field(one, "adopted")] if one.adopted else []
            when = [told.coarse_date(one.on)] if one.on and not one.adopted else []
            until = [say("evidence.until", day=told.coarse_date(one.until))] if one.until else []
            act = [*adopted, *when, *until]
            cells: list[Content | Cell] = [told.field(one, "title"), _joined(act) if act else none]
            taken = item(told.text(one.taken), f"{one.id}.taken") if one.taken else none
            rows.append(Row([*cells, taken]))
    columns = (Column(say("evidence.programme"), 34), Column(say("evidence.act"), 24), Column(say("evidence.taken"), 42))
    return Table(columns, rows, told.marked(say("evidence.caption_programmes"), RelatedProgramme)).block()


def matrix_table(told: PlanInWords, marked: Marked) -> Block | None:
    """Every goal with its needs, and below it its measures with what they move and cost; nothing where no goal rests on anything."""
    say, words = told.words.say, told.words
    goals = matrix(told.plan)
    if not any(one.needs for one in goals):
        return None
    rows: list[Row] = []
    for one in goals:
        rows.append(Row([Cell(told.numbered_goal(one.goal), columns=3)], "group"))
        needs = "; ".join(_short(told, id_) for id_ in one.needs) or say("papers.none")
        rows.append(Row([Cell(say("evidence.needs", needs=needs), columns=3)]))
        for row in one.measures:
            touched = f" ({words.plural('evidence.proposals', len(row.proposals))})" if row.proposals else ""
            kpis = "; ".join(told.text(kpi.title) for kpi in row.kpis) or say("papers.none")
            rows.append(Row([f"{told.numbered_measure(row.measure)}{touched}", kpis, words.money(row.money)]))
    total = Money.total(row.money for one in goals for row in one.measures)
    rows.append(Row([say("concept.total"), "", words.money(total)], "total"))
    columns = (
        Column(say("evidence.matrix_measure"), 44),
        Column(say("evidence.matrix_kpis"), 38),
        Column(say("evidence.matrix_money", currency=told.currency()), 18, "right"),
    )
    caption = marked(say("evidence.caption_matrix", currency=told.currency()), (StateFinding, Question, BudgetLine))
    return Table(columns, rows, caption).block()


def _reason(told: PlanInWords, id_: str) -> Line:
    strategy, say = told.plan.strategy, told.words.say
    if id_ in strategy.findings:
        finding = strategy.findings[id_]
        value = value_of(told, finding)
        measured = f"{told.text(finding.indicator)}\u00a0– {value}" if finding.indicator and value else value
        return f"{told.text(finding.title)} ({measured})" if measured else told.text(finding.title)
    if id_ in strategy.questions:
        question = strategy.questions[id_]
        said = f"{say('evidence.of_survey')}: {told.text(question.title)}"
        return f"{said} {told.text(question.conclusion)}" if question.conclusion else said
    return _short(told, id_)


def _short(told: PlanInWords, id_: str) -> str:
    """A piece of evidence in as few words as name it."""
    strategy = told.plan.strategy
    if id_ in strategy.findings:
        return told.text(strategy.findings[id_].title)
    if id_ in strategy.questions:
        question = strategy.questions[id_]
        return told.text(question.conclusion or question.title).removesuffix(".")
    if id_ in strategy.surveys:
        return told.text(strategy.surveys[id_].title)
    return told.text(strategy.related_programmes[id_].title)


def _joined(parts: Sequence[str | Inline]) -> Line:
    return [piece for place, part in enumerate(parts) for piece in ((", ", part) if place else (part,))]
