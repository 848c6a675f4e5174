"""The record of the working group as one language tells it: names of meetings, who does what, why a vote came out so."""

from dataclasses import dataclass

from stratbuild.model.governance.attendance import attendance, needed
from stratbuild.model.governance.voting import Ground, Verdict
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity.moments import clock_time
from stratbuild.schema.assignment import Assignment
from stratbuild.schema.decision import GroupDecision, Interest
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.schema.member import Member, RolePeriod
from stratbuild.schema.regulation import Regulation

_BETWEEN = "; "


@dataclass(frozen=True)
class GroupInWords:
    """The group of a plan and the language that it is told in."""

    told: PlanInWords

    def say(self, name: str, /, **facts: object) -> str:
        """Words of the registers."""
        return self.told.words.say(f"registers.{name}", **facts)

    def member(self, id_: str) -> str:
        """The name of a member."""
        return self.told.text(self.told.plan.strategy.members[id_].name)

    def works_in(self, member: Member) -> str:
        """The unit that a member works in, else the organisation; nothing where neither is named."""
        if member.unit is not None:
            return self.told.unit(member.unit)
        return "" if member.organisation is None else self.told.text(member.organisation)

    def role(self, period: RolePeriod) -> str:
        """`secretary since 01.09.2025`."""
        facts = {"role": self.say(f"role.{period.role.value}"), "since": period.since, "until": period.until}
        return self.say("role_since" if period.until is None else "role_until", **facts)

    def subgroup(self, id_: str) -> str:
        """The subject of a subgroup."""
        return self.told.text(self.told.plan.strategy.subgroups[id_].title)

    def meeting(self, meeting: Meeting) -> str:
        """`Meeting 7`, `Meeting 1 of the subgroup “Cyber security”`, `Public event “…”`."""
        if meeting.kind is MeetingKind.PUBLIC:
            return self.body(meeting)
        facts = {} if meeting.number is None else {"number": meeting.number}
        plain = "_plain" if meeting.number is None else ""
        if meeting.kind is MeetingKind.MEETING:
            return self.say(f"meeting_of_group{plain}", **facts)
        if meeting.subgroup is None:
            return self.say("meeting_of_no_subgroup")
        return self.say(f"meeting_of_subgroup{plain}", subgroup=self.subgroup(meeting.subgroup), **facts)

    def body(self, meeting: Meeting) -> str:
        """Who meets: the group, a subgroup; or what a public event is called."""
        match meeting.kind:
            case MeetingKind.MEETING:
                return self.say("the_group")
            case MeetingKind.SUBGROUP if meeting.subgroup is not None:
                return self.say("the_subgroup", subgroup=self.subgroup(meeting.subgroup))
            case MeetingKind.SUBGROUP:
                return self.say("a_subgroup")
            case _ if meeting.title is not None:
                return self.say("public_event_called", title=self.told.text(meeting.title))
        return self.say("public_event")

    def hours(self, meeting: Meeting) -> str:
        """`10:00–11:35`, or when it begins; an end on another day is told with its day."""
        begins = clock_time(meeting.starts)
        if meeting.ends is None:
            return begins
        ends = clock_time(meeting.ends)
        if meeting.ends.date() != meeting.starts.date():
            ends = f" {self.told.words.short_day(meeting.ends.date())} {ends}"
        return f"{begins}–{ends}"

    def place(self, meeting: Meeting) -> str:
        """Where it is held, and that one can take part from afar; nothing where nothing is said."""
        place = "" if meeting.place is None else self.told.text(meeting.place)
        online = self.say("online")
        if not meeting.online or place.casefold() == online.casefold():
            return place
        return self.say("place_and_online", place=place) if place else online

    def performers(self, assignment: Assignment) -> str:
        """Who is to do it, as it was given: members, subgroups, units."""
        return _BETWEEN.join(
            (
                *map(self.member, assignment.members),
                *(self.say("the_subgroup", subgroup=self.subgroup(id_)) for id_ in assignment.subgroups),
                *map(self.told.short_unit, assignment.units),
            )
        )

    def interest(self, interest: Interest) -> str:
        """Who declared an interest, what it is, and whether the member votes all the same."""
        member = self.member(interest.member)
        if interest.about is None:
            return self.say("interest_plain_votes", member=member) if interest.votes else member
        name = "interest_votes" if interest.votes else "interest"
        return self.say(name, member=member, about=self.told.text(interest.about))

    def item(self, id_: str) -> str:
        """An item of the strategy that a decision speaks of: its printed number, or its id, and its title."""
        strategy = self.told.plan.strategy
        found = next(by_id[id_] for by_id in strategy.items.values() if id_ in by_id)
        title = getattr(found, "title", None)
        code = self.told.plan.coverage.codes.get(id_, id_)
        return self.say("item_and_title", item=code, title=self.told.text(title)) if title is not None else code

    def outcome(self, found: Verdict) -> str:
        """What a vote came to."""
        return self.say(f"outcome.{'none' if found.outcome is None else found.outcome.value}")

    def why(self, decision: GroupDecision, found: Verdict) -> str:
        """Why a vote came out so, with the numbers on which it rests, or why it cannot be counted."""
        strategy = self.told.plan.strategy
        regulation = strategy.settings.regulation or Regulation()
        if found.why is Ground.NO_MAJORITY and found.base == 0:
            return self.say("why.no_majority_of_none")
        facts: dict[str, object] = {
            "favour": 0 if found.count is None else found.count.in_favour,
            "total": 0 if found.count is None else found.count.total,
            "voters": len(found.voters),
            "of": self.told.words.plural(f"registers.of_base.{regulation.majority.value}", found.base),
        }
        if found.decider is not None:
            facts |= {"member": self.member(found.decider), "decider": self.say(f"deciding.{regulation.tie.value}")}
        if found.why is Ground.NO_QUORUM and regulation.quorum is not None:
            roll = attendance(strategy, strategy.meetings[decision.meeting])
            facts |= {"came": len(roll.voters), "needed": needed(regulation.quorum, len(roll.members))}
        return self.say(f"why.{found.why.value}", **facts)
