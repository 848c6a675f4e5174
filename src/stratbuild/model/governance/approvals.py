"""Decisions bound to the text: what has changed since it was voted on, and of what kind the change is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from stratbuild.model.governance.covered import ChangeClass, class_of, covered
from stratbuild.model.governance.marks import Mark, from_text
from stratbuild.model.plan import Plan
from stratbuild.schema.decision import Approval, GroupDecision


class Since(StrEnum):
    """What has become of an item since the vote."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ChangeSinceVote:
    """An item that is not any more what a decision approved."""

    item: str
    """Its id, or the name of what is no item: `strategy`, `regulation`."""
    approval: Approval
    decision: GroupDecision
    how: Since
    fields: Mapping[str, ChangeClass]
    """The fields that differ, each with the kind of its change; none of an item that was added or removed."""

    @property
    def kinds(self) -> tuple[ChangeClass, ...]:
        """The kinds of the changes, each once; adding and removing items changes the scope."""
        return tuple(dict.fromkeys(self.fields.values())) or (ChangeClass.SCOPE,)

    @property
    def is_editorial(self) -> bool:
        """Whether nothing of substance has changed, so that no new vote is needed."""
        return self.kinds == (ChangeClass.EDITORIAL,)


def changes_since_vote(plan: Plan) -> tuple[ChangeSinceVote, ...]:
    """Everything that differs from what was voted on last, by approvals in the order of their meetings.

    An item that several decisions approved is compared with the last of them.
    """
    return plan.once(_changes_since_vote)


def _changes_since_vote(plan: Plan) -> tuple[ChangeSinceVote, ...]:
    last_word: dict[str, str] = {}
    approvals = approvals_in_order(plan)
    now = {one.id: covered(plan, plan.strategy.decisions[one.decision]) for one in approvals}
    for one in approvals:
        last_word |= dict.fromkeys((*one.marks, *now[one.id]), one.id)
    return tuple(change for one in approvals for change in _changes(plan, one, now[one.id]) if last_word[change.item] == one.id)


def approvals_in_order(plan: Plan) -> tuple[Approval, ...]:
    """The approvals by the time of the meetings that voted."""
    strategy = plan.strategy
    when = {one.id: strategy.meetings[strategy.decisions[one.decision].meeting].starts for one in strategy.approvals.values()}
    return tuple(sorted(strategy.approvals.values(), key=lambda one: (when[one.id], one.decision, one.id)))


def _changes(plan: Plan, approval: Approval, now: Mapping[str, Mapping[str, Mark]]) -> Iterator[ChangeSinceVote]:
    decision = plan.strategy.decisions[approval.decision]
    for id_, written in approval.marks.items():
        if id_ not in now:
            yield ChangeSinceVote(id_, approval, decision, Since.REMOVED, {})
            continue
        fields = _differences(plan, id_, from_text(written), now[id_])
        if fields:
            yield ChangeSinceVote(id_, approval, decision, Since.CHANGED, fields)
    for id_ in now:
        if id_ not in approval.marks:
            yield ChangeSinceVote(id_, approval, decision, Since.ADDED, {})


def _differences(plan: Plan, id_: str, then: Mapping[str, Mark], now: Mapping[str, Mark]) -> Mapping[str, ChangeClass]:
    found: dict[str, ChangeClass] = {}
    for name in (*now, *(one for one in then if one not in now)):
        before, after = then.get(name, ()), now.get(name, ())
        if before != after:
            same_substance = before[:1] == after[:1] and before[:1] != ()
            found[name] = ChangeClass.EDITORIAL if same_substance else class_of(plan, id_, name)
    return found
