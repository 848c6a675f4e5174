"""The group's own report on its work, for the public: who it is, when it met, what it decided and held, what is left."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from stratbuild.model import Plan
from stratbuild.model.governance.approvals import changes_since_vote
from stratbuild.model.governance.composition import bearers, meetings_in_order
from stratbuild.model.governance.covered import approves
from stratbuild.model.governance.rhythm import spans_without_meeting
from stratbuild.model.governance.voting import verdict
from stratbuild.outputs.chapters.proposals import proposals_summary
from stratbuild.outputs.group.report_tables import (
    changes,
    events_table,
    held,
    meetings_table,
    members_table,
    overdue_table,
    task_counts,
)
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.session.decision import signatures
from stratbuild.render.ast import FILL, Line, styled
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.decision import GroupDecision, Outcome
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Role


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """One paper; none where nothing is written down of the group."""
