"""Who signs for the group."""

from datetime import date

from stratbuild.model.governance.composition import bearer
from stratbuild.outputs.group.persons import person, signed
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.decision import signatures
from stratbuild.render.ast import FILL, Block, Line, styled
from stratbuild.schema.member import Role

_CALLED = {Role.HEAD: "head_of_group", Role.SECRETARY: "group_secretary"}


def signature_of(told: PlanInWords, role: Role, day: date) -> Block:
    """The head or the secretary of the group on a day, with room to sign."""
    found = bearer(told.plan.strategy, role, day)
    return signatures([(told.words.say(f"group.{_CALLED[role]}"), signing(told, found.id if found else None))])


def signing(told: PlanInWords, member: str | None) -> Line:
    """The name of a member beside a signature; a place to fill where it is not known who it is."""
    return signed(person(told, member)) if member else styled(f"[{told.words.say('papers.fill')}]", FILL)
