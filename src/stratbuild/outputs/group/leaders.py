"""Who signs for the group."""

from stratbuild.model.governance.composition import bearer
from stratbuild.outputs.group.persons import signed
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.decision import signatures
from stratbuild.render.ast import FILL, Block, Line, styled
from stratbuild.render.edition import Edition
from stratbuild.schema.member import Role


def signature_of_head(told: PlanInWords, edition: Edition) -> Block:
    """The head of the group on the day of the edition, with room to sign; a place to fill where there is none."""
    head = bearer(told.plan.strategy, Role.HEAD, edition.as_of)
    name: Line = signed(told.text(head.name)) if head else styled(f"[{told.words.say('papers.fill')}]", FILL)
    return signatures([(told.words.say("group.head_of_group"), name)])
