"""By when the draft decision must be published: working days counted back from the session."""

from dataclasses import dataclass
from datetime import date

from stratbuild.model import Plan
from stratbuild.outputs.session.annexes import session_day
from stratbuild.outputs.session.decision_form import shipped_decision
from stratbuild.render.edition import Edition


@dataclass(frozen=True, slots=True)
class Publication:
    """The session, and the last day on which its draft may be published."""

    session: date
    last: date
    working_days: int
    """How many working days lie between the two, that of the session among them."""


def publication(plan: Plan, edition: Edition) -> Publication | None:
    """When to publish; nothing where there is no session, or its day is not known."""
    day = session_day(plan, edition)
    if plan.strategy.settings.session is None or day is None:
        return None
    count = shipped_decision(edition.language, edition.templates).publish_before
    return Publication(day, plan.workdays.later(day, -count), count)
