"""The annexes of the decision: which papers they are, in which order, and the head that each bears."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stratbuild.model import Plan
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.decision_form import DecisionForm, shipped_decision
from stratbuild.render.edition import Edition


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex of the decision."""

    number: int
    paper: str
    title: str


def annexes(told: PlanInWords, form: DecisionForm) -> Sequence[Annex]:
    """The annexes in their order; forms of a programme are made only where the strategy has a passport."""
    has_passport = told.plan.strategy.settings.passport is not None
    title = told.text(told.plan.strategy.settings.title)
    made = [one for one in form.annexes if has_passport or not one.paper.startswith("programme/")]
    return [Annex(number, one.paper, one.title.format(title=title)) for number, one in enumerate(made, start=1)]


def annex_head(plan: Plan, edition: Edition, told: PlanInWords, paper: str) -> Sequence[str]:
    """The lines at the head of a paper that is an annex: `Додаток 2`, `до рішення …`; none where it is not."""
    session = plan.strategy.settings.session
    if session is None:
        return ()
    own = [one for one in annexes(told, shipped_decision(edition.language, edition.templates)) if one.paper == paper]
    if not own:
        return ()
    say = told.words.say
    of = told.text(session.of_council or session.council)
    return (say("session.annex", number=own[0].number), say("session.to_decision", council=of), dated(edition, told))


def dated(edition: Edition, told: PlanInWords) -> str:
    """Day and number of the decision; what is not known yet is a line to write on."""
    session = told.plan.strategy.settings.session
    day = session_day(told.plan, edition)
    blank = told.words.say("session.blank")
    shown = blank if day is None else told.words.short_day(day)
    return told.words.say("session.dated", day=shown, number=(session.number if session else None) or blank)


def session_day(plan: Plan, edition: Edition) -> date | None:
    """The day of the session: that of the edition, which the command line names, before that of the strategy."""
    session = plan.strategy.settings.session
    return edition.session_on or (session.date if session else None)


def joined(numbers: Iterable[int], told: PlanInWords) -> str:
    """`додаток 1`, `додатки 1–6`."""
    listed = list(numbers)
    if len(listed) == 1:
        return told.words.say("session.one_annex", number=listed[0])
    return told.words.say("session.many_annexes", first=listed[0], last=listed[-1])
