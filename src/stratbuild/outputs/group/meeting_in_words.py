"""A meeting as its papers tell it: whose it is, when and where, who belongs to it, who came."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model import Plan
from stratbuild.model.governance.attendance import Attendance, attendance
from stratbuild.model.governance.composition import head_of
from stratbuild.model.governance.votes import Votes, votes_at
from stratbuild.outputs.group.leaders import signing
from stratbuild.outputs.group.persons import in_a_sentence, substitute, with_post
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.decision import bare, signatures
from stratbuild.quantity.moments import clock_time
from stratbuild.render.ast import Block, Column, Line, Row, Table
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.meeting import Meeting, MeetingKind


@dataclass(frozen=True)
class MeetingInWords:
    """One meeting in the language of an edition."""

    told: PlanInWords
    edition: Edition
    meeting: Meeting

    @cached_property
    def roll(self) -> Attendance:
        """Who came, against those who belong to it."""
        return attendance(self.told.plan.strategy, self.meeting)

    @property
    def decisions(self) -> Votes:
        """What it voted on, in the order of the strategy, with what each vote came to."""
        return votes_at(self.told.plan, self.meeting)

    def paper(self, folder: str, template: str, values: Mapping[str, object], name: str | None = None) -> Paper:
        """A paper about it, `minutes/07.docx`, with what all of them begin with."""
        told, say, meeting = self.told, self.told.words.say, self.meeting
        kind = template.partition(".")[0]
        shared: dict[str, object] = {
            "group": name_of_group(told),
            "of_meeting": self.of_meeting(),
            "requisites": self.requisites(),
            "illustrative": say("concept.illustrative_mark") if told.is_illustrative(Meeting) else None,
            "kind": meeting.kind.value,
        }
        stem = f"{folder}/{name or told.plan.once(_paper_names)[meeting.id]}"
        title = say(f"group.titles.{kind}", meeting=self.of_meeting(), day=told.words.day(meeting.starts.date()))
        # No edition at the foot: these are records of a day, which are signed and filed.
        return Paper(stem, (Format.DOCX,), template, title, {**shared, **values}, "", told.community())

    def of_meeting(self) -> str:
        """`of the meeting of the group`, as it stands below the kind of the paper."""
        say, meeting = self.told.words.say, self.meeting
        if meeting.kind is MeetingKind.PUBLIC:
            if meeting.title is None:
                return say("group.of_untitled_event")
            return say("group.of_event", title=self.told.text(meeting.title))
        if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
            title = self.told.text(self.told.plan.strategy.subgroups[meeting.subgroup].title)
            return say("group.of_subgroup", title=title)
        return say("group.of_meeting")

    def requisites(self) -> Block:
        """The line with the day, the place and the number."""
        words, meeting = self.told.words, self.meeting
        session = self.told.plan.strategy.settings.session
        place = self.told.text(session.place) if session is not None and session.place else ""
        number = words.say("papers.with_number", number=meeting.number) if meeting.number is not None else ""
        return bare([words.day(meeting.starts.date()), place, number], (40, 30, 30), ("left", "center", "right"))

    def time(self) -> str:
        """From when to when, by the clocks of the community."""
        say, meeting = self.told.words.say, self.meeting
        if meeting.ends is None:
            return say("group.from_time", start=clock_time(meeting.starts))
        return say("group.times", start=clock_time(meeting.starts), end=clock_time(meeting.ends))

    def place(self) -> str | None:
        """Where it is held, and that one can take part from afar."""
        say, meeting = self.told.words.say, self.meeting
        place = self.told.text(meeting.place) if meeting.place else None
        if not meeting.online:
            return place
        online = say("group.online")
        if place is None or place.casefold() == online.casefold():
            return online
        return say("group.place_and_online", place=place, online=in_a_sentence(online))

    def facts(self, rows: Sequence[tuple[str, Line | None]]) -> Block:
        """A table of names and values without what is not known."""
        shown = [Row([self.told.words.say(f"group.{name}"), value]) for name, value in rows if value]
        return Table([Column("", 32), Column("", 68)], shown, row_titles=True, kind="facts").block()

    def came(self) -> Sequence[str]:
        """The members who came, each with name and post."""
        return [with_post(self.told, id_) for id_ in self.meeting.present]

    def came_for_others(self) -> Sequence[str]:
        """The officials who came for members."""
        return [substitute(self.told, self.meeting, id_) for id_ in self.meeting.substituted]

    def missed(self) -> Sequence[str]:
        """The members who did not come."""
        return [with_post(self.told, id_) for id_ in self.meeting.absent]

    def guests(self) -> Sequence[str]:
        """Who else was there; a public edition says posts, and no names."""
        say, found = self.told.words.say, []
        for one in self.meeting.invited:
            post = self.told.text(one.post) if one.post else None
            name = None if self.edition.public else self.told.text(one.name)
            if name and post:
                found.append(say("group.with_post", name=name, post=in_a_sentence(post)))
            elif name or post:
                found.append(name or post or "")
        return found

    def counted(self) -> str:
        """How many belong to it, and how many of them came or were stood in for."""
        words, roll = self.told.words, self.roll
        came = len(self.meeting.present) + len(self.meeting.substituted)
        return words.say("group.counted", members=words.plural("group.people", len(roll.members)), came=came)

    def chair_is_called(self) -> str:
        """`head_of_subgroup` where its head leads the meeting of a subgroup, else `chair`."""
        meeting = self.meeting
        is_head = meeting.kind is MeetingKind.SUBGROUP and self._chair() == head_of(self.told.plan.strategy, meeting)
        return "head_of_subgroup" if is_head else "chair"

    def signatures(self) -> Block:
        """Who was in the chair and who took the minutes; a place to fill where it is not known who it was."""
        say = self.told.words.say
        who = ((self.chair_is_called(), self._chair()), ("secretary", self.meeting.secretary))
        return signatures([(say(f"group.{name}"), signing(self.told, member)) for name, member in who])

    def _chair(self) -> str | None:
        return self.meeting.chaired_by or head_of(self.told.plan.strategy, self.meeting)


def name_of_group(told: PlanInWords) -> str:
    """The name of the group, as its papers have it at the top; the community's where none is given."""
    regulation = told.plan.strategy.settings.regulation
    return told.community() if regulation is None or regulation.group is None else told.text(regulation.group)


def _paper_names(plan: Plan) -> Mapping[str, str]:
    """By meeting the name of its papers: its number where it is a meeting of the group, `07`, else its id.

    Of meetings that bear the same number by mistake each keeps papers of its own.
    """
    meetings = plan.strategy.meetings.values()
    numbered = Counter(one.number for one in meetings if one.kind is MeetingKind.MEETING)
    return {
        one.id: f"{one.number:02}"
        if one.kind is MeetingKind.MEETING and one.number is not None and numbered[one.number] == 1
        else one.id
        for one in meetings
    }
