"""A meeting as its papers tell it: whose it is, when and where, who belongs to it, who came."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model.governance.attendance import Attendance, attendance
from stratbuild.model.governance.composition import head_of
from stratbuild.model.governance.voting import Verdict, verdict
from stratbuild.outputs.group.persons import in_a_sentence, person, substitute, with_post
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.decision import bare, signatures
from stratbuild.quantity.moments import clock_time
from stratbuild.render.ast import FILL, Block, Column, Line, Row, Table, styled
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Paper
from stratbuild.schema.decision import GroupDecision
from stratbuild.schema.meeting import Meeting, MeetingKind
from stratbuild.strategy import Strategy


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

    @cached_property
    def decisions(self) -> Sequence[tuple[GroupDecision, Verdict]]:
        """What it voted on, in the order of the strategy, with what each vote came to."""
        strategy = self.told.plan.strategy
        return [(one, verdict(strategy, one)) for one in strategy.decisions.values() if one.meeting == self.meeting.id]

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
        stem = f"{folder}/{name or paper_names(told.plan.strategy)[meeting.id]}"
        title = say(f"group.titles.{kind}", meeting=self.of_meeting(), day=told.words.day(meeting.starts.date()))
        return Paper(stem, (Format.DOCX,), template, title, {**shared, **values}, told.footer(self.edition), told.community())

    def of_group(self) -> str:
        """The name of the group after `meeting of`."""
        regulation = self.told.plan.strategy.settings.regulation
        if regulation is None or regulation.of_group is None:
            return self.told.words.say("group.of_group")
        return self.told.text(regulation.of_group)

    def of_meeting(self) -> str:
        """`of the meeting of the group`, as it stands below the kind of the paper."""
        say, meeting = self.told.words.say, self.meeting
        if meeting.kind is MeetingKind.PUBLIC:
            title = self.told.text(meeting.title) if meeting.title else say("group.event")
            return say("group.of_event", title=title)
        if meeting.kind is MeetingKind.SUBGROUP and meeting.subgroup is not None:
            title = self.told.text(self.told.plan.strategy.subgroups[meeting.subgroup].title)
            return say("group.of_subgroup", title=title, group=self.of_group())
        return say("group.of_meeting", group=self.of_group())

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

    def signatures(self, *names: str) -> Block:
        """`Head … Surname` for each of `chair` and `secretary`; a place to fill where it is not known who it is."""
        return signatures([(self.told.words.say(f"group.{name}"), self._signed(name)) for name in names])

    def _signed(self, name: str) -> Line:
        strategy, meeting = self.told.plan.strategy, self.meeting
        member = (meeting.chaired_by or head_of(strategy, meeting)) if name == "chair" else meeting.secretary
        return person(self.told, member) if member else styled(f"[{self.told.words.say('papers.fill')}]", FILL)


def name_of_group(told: PlanInWords) -> str:
    """The name of the group, as its papers have it at the top; the community's where none is given."""
    regulation = told.plan.strategy.settings.regulation
    return told.community() if regulation is None or regulation.group is None else told.text(regulation.group)


def paper_names(strategy: Strategy) -> Mapping[str, str]:
    """By meeting the name of its papers: its number where it is a meeting of the group, `07`, else its id.

    Of meetings that bear the same number by mistake each keeps papers of its own.
    """
    numbered = Counter(one.number for one in strategy.meetings.values() if one.kind is MeetingKind.MEETING)
    return {
        one.id: f"{one.number:02}"
        if one.kind is MeetingKind.MEETING and one.number is not None and numbered[one.number] == 1
        else one.id
        for one in strategy.meetings.values()
    }
