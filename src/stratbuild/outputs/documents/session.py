"""The papers for the session: the draft decision, the explanatory note, the list of annexes."""

from collections.abc import Iterable, Mapping
from functools import partial

from stratbuild.model import Plan
from stratbuild.model.budget import source as source_of
from stratbuild.model.budget import year as year_of
from stratbuild.outputs.chapters.money import by_source
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.session.decision import Decision
from stratbuild.outputs.session.decision_form import shipped_decision
from stratbuild.outputs.session.publication import publication
from stratbuild.quantity import ZERO, Money
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.session import CouncilSession


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """The papers; none where the strategy names no council."""
    session = plan.strategy.settings.session
    if session is None:
        return
    told = in_words(plan, edition.language, edition.templates)
    decision = Decision(told, edition, session, shipped_decision(edition.language, edition.templates))
    make = partial(_paper, decision)
    yield make("decision", _decision(decision))
    yield make("note", _note(decision))
    yield make("annexes", {"annexes": decision.annexes(), "publish_by": _publish_by(decision)})


OUTPUT = Output("session", view)


def _paper(decision: Decision, name: str, values: Mapping[str, object]) -> Paper:
    told, session, edition = decision.told, decision.session, decision.edition
    say = told.words.say
    title = told.text(told.plan.strategy.settings.title)
    shared: dict[str, object] = {
        "title": title,
        "scenario": told.scenario(),
        "council": told.text(session.council),
        "session": told.text(session.title) if session.title else None,
        "requisites": decision.requisites(),
        "signed_by": decision.signature(session.signed_by),
        "prepared_by": decision.signature(session.prepared_by),
        "grounds": decision.form.grounds,
        "guided_by": decision.form.guided_by,
        "edition": {"date": told.words.day(edition.as_of), "revision": edition.revision},
    }
    heading = f"{say(f'session.{name}_heading')}. {title}"
    return Paper(
        f"session/{name}",
        (Format.DOCX, Format.PDF),
        f"session_{name}.md.j2",
        heading,
        {**shared, **values},
        told.footer(edition),
        told.community(),
    )


def _decision(decision: Decision) -> Mapping[str, object]:
    settings = decision.told.plan.strategy.settings
    return {"points": decision.points(), "is_draft": settings.stage.value != "adopted"}


def _note(decision: Decision) -> Mapping[str, object]:
    told, session = decision.told, decision.session
    settings, budget = told.plan.strategy.settings, told.plan.budget
    passport = settings.passport
    return {
        "need": told.long(session.need),
        "aim": told.long(passport.aim) if passport else None,
        "money": _money(told) if budget.amounts else None,
        "expected_results": told.long(settings.expected_results),
        "results": [(told.numbered_goal(goal), told.text(goal.result)) for goal in told.plan.coverage.top_goals if goal.result],
        "reported_by": _reporter(told, session),
    }


def _money(told: PlanInWords) -> Mapping[str, object]:
    budget, settings = told.plan.budget, told.plan.strategy.settings
    caption = told.words.say("concept.caption_by_source", currency=told.currency())
    promised = [id_ for id_, one in told.plan.strategy.sources.items() if one.confirmed]
    unconfirmed = budget.total - Money.total(money for id_, money in budget.total_by(source_of).items() if id_ in promised)
    by_year = budget.total_by(year_of)
    return {
        "total": told.money(budget.total),
        "total_in_words": told.words.money_in_words(budget.total, settings.currency),
        "by_year": [
            (told.words.say("concept.one_year", year=year), told.money(by_year.get(year, ZERO))) for year in budget.years
        ],
        "by_source": by_source(told, told.marked(caption, BudgetLine)),
        "unconfirmed": told.money(unconfirmed) if unconfirmed else None,
        "price_base": settings.price_base,
    }


def _publish_by(decision: Decision) -> str | None:
    """Until when the draft must be published, counted back from the session."""
    found, words = publication(decision.told.plan, decision.edition), decision.told.words
    if found is None:
        return None
    days = words.plural("working_days", found.working_days)
    return words.say("session.publish_by", last=words.day(found.last), session=words.day(found.session), days=days)


def _reporter(told: PlanInWords, session: CouncilSession) -> str | None:
    if session.reported_by is None:
        return None
    post = told.text(session.reported_by.post)
    return f"{told.text(session.reported_by.name)}, {post}" if session.reported_by.name else post
