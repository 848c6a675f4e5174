"""The life of the working group in a calendar: meetings and public events by the hour, due days of assignments."""

from collections.abc import Iterator
from dataclasses import dataclass

from stratbuild.model.governance.composition import meetings_in_order
from stratbuild.model.governance.tasks import Task, tasks
from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.render.calendar import CalendarEvent, CalendarMeeting
from stratbuild.render.edition import Edition
from stratbuild.schema.meeting import Meeting, MeetingKind


@dataclass(frozen=True)
class GroupCalendar:
    """What the events of a group are made from."""

    group: GroupInWords
    edition: Edition
    place: str
    """Whose events they are; the end of every UID."""
    about: tuple[str, ...]
    """The last lines of every description."""

    def meetings(self) -> Iterator[CalendarMeeting]:
        """Every meeting and public event that is held or called. Residents who keep the calendar are not taken by them."""
        for one in meetings_in_order(self.group.told.plan.strategy):
            yield CalendarMeeting(
                uid=f"{one.id}.meeting@{self.place}",
                starts=one.starts,
                ends=one.ends,
                summary=self._summary(one),
                description="\n".join((*self._lines(one), *self.about)),
                categories=(self._say(f"kind_{one.kind.value}"),),
                location=self.group.place(one),
                is_busy=not self.edition.public,
            )

    def assignments(self) -> Iterator[CalendarEvent]:
        """The due day of everything that had been assigned by the day of the edition; what is done says so and stays.

        Were it left out, a calendar that reads the file again would keep the event as it was.
        """
        for task in tasks(self.group.told.plan.strategy, self.edition.as_of):
            due, kind = task.assignment.due, task.assignment.kind.value
            if due is not None:
                yield CalendarEvent(
                    uid=f"{task.assignment.id}.due@{self.place}",
                    first=due,
                    last=due,
                    summary=self._say("done" if task.is_done else kind, title=self.group.told.text(task.assignment.title)),
                    description="\n".join((*self._task_lines(task), *self.about)),
                    categories=(self._say(f"kind_{kind}"),),
                )

    def _summary(self, meeting: Meeting) -> str:
        name = self.group.meeting(meeting)
        return self._say("of_group", meeting=name) if meeting.kind is MeetingKind.MEETING else name

    def _lines(self, meeting: Meeting) -> Iterator[str]:
        told = self.group.told
        if meeting.agenda:
            yield self._say("agenda")
            yield from (f"{number}. {told.text(one.title)}" for number, one in enumerate(meeting.agenda, start=1))
        if meeting.summary is not None:
            yield told.text(meeting.summary).strip()
        if meeting.chaired_by is not None:
            yield self._say("chaired_by", member=self.group.member(meeting.chaired_by))
        if meeting.link is not None and not self.edition.public:
            yield self._say("link", link=meeting.link)

    def _task_lines(self, task: Task) -> Iterator[str]:
        assignment, told = task.assignment, self.group.told
        performers = self.group.performers(assignment)
        if performers:
            yield self._say("performers", who=performers)
        if assignment.decision is not None:
            meeting = told.plan.strategy.meetings[told.plan.strategy.decisions[assignment.decision].meeting]
            yield self._say("given_by", meeting=self.group.meeting(meeting), day=meeting.starts.date())
        if assignment.description is not None:
            yield told.text(assignment.description).strip()
        if task.is_done and assignment.done is not None:
            yield self._say("done_on", day=assignment.done)

    def _say(self, name: str, /, **facts: object) -> str:
        return self.group.told.words.say(f"calendar.{name}", **facts)
