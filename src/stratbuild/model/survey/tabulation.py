"""Answers counted: how many chose what, of how many, and how many had no opinion."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from stratbuild.model.survey.answers import AnswerTable
from stratbuild.schema.survey import Question, QuestionKind
from stratbuild.strategy import Strategy

SEPARATOR = ";"
"""Parts the answers in the cell of a question that takes several."""


@dataclass(frozen=True)
class Tabulation:
    """The answers to one question."""

    question: Question
    counts: Mapping[str, int]
    """By code of every option, in their order: how many chose it."""
    base: int
    """How many answered the question."""
    silent: int
    """How many of those who filled in the form left it out, or were not asked."""

    def share(self, code: str) -> Fraction:
        """The share of an answer among those who answered; of several answers together it may be more than one."""
        return Fraction(self.counts[code], self.base) if self.base else Fraction(0)

    @property
    def undecided(self) -> int:
        """How many had no opinion."""
        return sum(self.counts[one.code] for one in self.question.options if one.dont_know)

    @property
    def mean(self) -> Fraction | None:
        """On a scale whose options are counted from one upwards: the mean of those who have an opinion."""
        steps = [one.code for one in self.question.options if not one.dont_know]
        number = sum(self.counts[code] for code in steps)
        if self.question.kind is not QuestionKind.SCALE or not number:
            return None
        return Fraction(sum(place * self.counts[code] for place, code in enumerate(steps, start=1)), number)


def tabulations(strategy: Strategy, answers: Mapping[str, AnswerTable]) -> Mapping[str, Tabulation]:
    """By question: its answers counted, from the survey's file or from the counts that the question states.

    Questions of which nothing is known are absent.
    """
    found = {}
    for question in strategy.questions.values():
        table = answers.get(question.survey)
        cells = None if table is None else table.columns.get(column_of(question))
        if cells is not None:
            found[question.id] = _of_cells(question, cells)
        elif question.counts:
            found[question.id] = _of_counts(strategy, question)
    return found


def column_of(question: Question) -> str:
    """The heading of a question's column."""
    return question.column or question.id


def chosen(question: Question, cell: str) -> Sequence[str]:
    """The codes in a cell."""
    if question.kind is QuestionKind.MULTIPLE:
        return tuple(dict.fromkeys(one.strip() for one in cell.split(SEPARATOR) if one.strip()))
    return (cell,) if cell else ()


def _of_cells(question: Question, cells: Sequence[str]) -> Tabulation:
    counted = Counter(code for cell in cells for code in chosen(question, cell))
    base = sum(bool(cell) for cell in cells)
    return Tabulation(question, {one.code: counted[one.code] for one in question.options}, base, len(cells) - base)


def _of_counts(strategy: Strategy, question: Question) -> Tabulation:
    counts = {one.code: question.counts.get(one.code, 0) for one in question.options}
    respondents = strategy.surveys[question.survey].respondents
    base = question.base or (sum(counts.values()) if question.kind is not QuestionKind.MULTIPLE else respondents or 0)
    return Tabulation(question, counts, base, max(0, (respondents or base) - base))
