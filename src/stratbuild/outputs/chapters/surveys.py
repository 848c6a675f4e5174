"""Surveys: who was asked and how, what they answered, of how many, and how many had no opinion."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from stratbuild.model.survey.tabulation import Tabulation
from stratbuild.outputs.chapters.picture_words import Marked
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Cell, Column, Line, Row, Table, figure
from stratbuild.render.chart.bars import Bar, Bars, draw_bars
from stratbuild.schema.survey import Question, QuestionKind, Survey

_TENTH = Decimal("0.1")


def surveys(told: PlanInWords, marked: Marked) -> Sequence[Mapping[str, object]]:
    """Every survey: its title, the facts about it, and its questions with a picture of the answers and what follows from them."""
    return [_survey(told, one, marked) for one in told.plan.strategy.surveys.values()]


def answers_tables(told: PlanInWords, marked: Marked) -> Sequence[Block]:
    """For every survey whose answers are known: all of them in one table."""
    found = []
    for survey in told.plan.strategy.surveys.values():
        counted = [one for one in told.plan.tabulations.values() if one.question.survey == survey.id]
        if counted:
            caption = marked(told.words.say("evidence.caption_answers", title=told.text(survey.title)), (Question,))
            found.append(_answers(told, counted, caption))
    return found


def exact_share(told: PlanInWords, share: Fraction) -> str:
    """A share with one decimal."""
    in_per_cent = Decimal(100 * share.numerator) / Decimal(share.denominator)
    return told.words.share(in_per_cent.quantize(_TENTH, ROUND_HALF_UP))


def base_told(told: PlanInWords, counted: Tabulation) -> str:
    """How many answered, how many of them had no opinion, how many left the question out, and the mean of a scale."""
    say, number = told.words.say, told.words.number
    parts = [say("evidence.base", number=number(counted.base))]
    if any(one.dont_know for one in counted.question.options):
        parts.append(say("evidence.undecided", number=number(counted.undecided)))
    if counted.silent:
        name = "evidence.not_asked" if counted.question.asked_of else "evidence.silent"
        parts.append(say(name, number=number(counted.silent)))
    if counted.question.kind is QuestionKind.MULTIPLE:
        parts.append(say("evidence.several"))
    if counted.mean is not None:
        mean = Decimal(counted.mean.numerator) / Decimal(counted.mean.denominator)
        parts.append(say("evidence.mean", mean=number(mean.quantize(Decimal("0.01"), ROUND_HALF_UP))))
    return "; ".join(parts)


def _survey(told: PlanInWords, survey: Survey, marked: Marked) -> Mapping[str, object]:
    questions = [one for one in told.plan.strategy.questions.values() if one.survey == survey.id]
    return {
        "title": told.field(survey, "title"),
        "facts": _facts(told, survey),
        "questions": [
            {
                "title": told.field(one, "title"),
                "picture": _picture(told, told.plan.tabulations[one.id], marked) if one.id in told.plan.tabulations else None,
                "base": _base(told, told.plan.tabulations[one.id]) if one.id in told.plan.tabulations else None,
                "conclusion": told.field(one, "conclusion") if one.conclusion else None,
            }
            for one in questions
        ],
    }


def _base(told: PlanInWords, counted: Tabulation) -> str:
    """What stands below a picture: of how many it tells, and whom they were."""
    who = counted.question.asked_of
    asked = f"{told.words.say('evidence.asked_of', who=told.text(who))}. " if who else ""
    return f"{asked}{told.words.say('evidence.people', base=base_told(told, counted))}"


def _facts(told: PlanInWords, survey: Survey) -> Block | None:
    say, words = told.words.say, told.words
    table = told.plan.answers.get(survey.id)
    people = survey.respondents if table is None else table.people
    when = " – ".join(words.short_day(day) for day in (survey.start, survey.finish) if day)
    facts: list[tuple[str, Line | None]] = [
        ("when", when or None),
        ("conducted_by", told.field(survey, "conducted_by") if survey.conducted_by else None),
        ("population", told.field(survey, "population") if survey.population else None),
        ("method", told.field(survey, "method") if survey.method else None),
        ("respondents", None if people is None else words.number(people)),
        ("sample", told.text(survey.sample) if survey.sample else None),
    ]
    rows = [Row([say(f"evidence.{name}"), value]) for name, value in facts if value]
    return Table([Column("", 27), Column("", 73)], rows, row_titles=True, kind="facts").block() if rows else None


def _picture(told: PlanInWords, counted: Tabulation, marked: Marked) -> Block:
    question, say = counted.question, told.words.say
    bars = [Bar(told.text(one.title), counted.counts[one.code], _with_share(told, counted, one.code)) for one in question.options]
    parts = "; ".join(f"{bar.name}\u00a0– {bar.note}" for bar in bars)
    title = told.text(question.title)
    alternative = say("evidence.question_told", title=title, parts=parts)
    rows = [
        Row([bar.name, told.words.number(bar.amount), _share(told, counted, one.code)])
        for bar, one in zip(bars, question.options, strict=True)
    ]
    data = Table(_columns(told), rows, row_titles=True).block()
    return figure(draw_bars(Bars(bars), alternative), marked(title, (Question,)), data)


def _answers(told: PlanInWords, counted: Sequence[Tabulation], caption: str) -> Block:
    rows: list[Row] = []
    for one in counted:
        rows.append(Row([Cell([f"{told.text(one.question.title)} ({base_told(told, one)})"], columns=3)], "group"))
        rows += [
            Row([told.text(option.title), told.words.number(one.counts[option.code]), _share(told, one, option.code)])
            for option in one.question.options
        ]
    return Table(_columns(told), rows, caption).block()


def _columns(told: PlanInWords) -> Sequence[Column]:
    say = told.words.say
    return (
        Column(say("evidence.answer"), 64),
        Column(say("evidence.count"), 18, "right"),
        Column(say("evidence.share"), 18, "right"),
    )


def _share(told: PlanInWords, counted: Tabulation, code: str) -> str:
    return exact_share(told, counted.share(code)) if counted.base else told.words.say("papers.none")


def _with_share(told: PlanInWords, counted: Tabulation, code: str) -> str:
    return f"{told.words.number(counted.counts[code])} ({_share(told, counted, code)})"
