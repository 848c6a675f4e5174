"""`calendar.ics`: the days of the plan, the meetings of the group, due days of assignments, for calendars that people keep."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stratbuild.model import Plan
from stratbuild.model.governance.clock import zone_of
from stratbuild.outputs.group_calendar import GroupCalendar
from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.render.calendar import Calendar, CalendarEvent, CalendarMeeting
from stratbuild.render.edition import Edition
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone


def calendar(plan: Plan, edition: Edition) -> Iterator[Calendar]:
    """One event for each day that matters; a strategy without dates makes none.

    Days are those of the forecast: as things happened, or as they now stand. An event keeps its UID in
    every edition, so that reading the file again moves events and doubles none. Those of a scenario have
    others, so that it can be read beside the strategy as written; the meetings are not among them, for
    what a scenario changes is the plan alone.
    """
    told = in_words(plan, edition.language, edition.templates)
    place, about = _place(plan), _about(told, edition)
    events, meetings = [*_Source(told, place, about).events()], tuple[CalendarMeeting, ...]()
    if plan.scenario is None:
        of_group = GroupCalendar(GroupInWords(told), edition, place, about)
        events += of_group.assignments()
        meetings = tuple(of_group.meetings())
    if events or meetings:
        name = told.words.say("calendar.name", title=told.text(plan.strategy.settings.title))
        events.sort(key=lambda one: (one.first, one.last, one.uid))
        zone = zone_of(plan.strategy)
        yield Calendar("calendar.ics", name, tuple(events), meetings, None if zone is None else zone.key)


@dataclass(frozen=True)
class _Source:
    """What the events of a plan are made from."""

    told: PlanInWords
    place: str
    about: tuple[str, ...]
    """The last lines of every description."""

    def events(self) -> Iterator[CalendarEvent]:
        strategy, forecast = self.told.plan.strategy, self.told.plan.forecast
        for milestone in strategy.milestones.values():
            if milestone.id in forecast:
                yield self._event(milestone, "milestone", forecast[milestone.id].last)
            yield from self._deadline(milestone)
        for measure in self.told.plan.coverage.measures_in_order():
            if measure.id in forecast:
                yield self._event(measure, "start", forecast[measure.id].first)
                yield self._event(measure, "finish", forecast[measure.id].last)
            yield from self._deadline(measure)

    def _deadline(self, item: Measure | Milestone) -> Iterator[CalendarEvent]:
        if item.deadline is not None:
            yield self._event(item, "deadline", item.deadline.last)

    def _event(self, item: Measure | Milestone, kind: str, day: date) -> CalendarEvent:
        words = self.told.words
        title = self.told.text(item.title) if isinstance(item, Milestone) else self.told.numbered_measure(item)
        lead = () if item.lead is None else (self.told.short_unit(item.lead),)
        return CalendarEvent(
            uid=f"{item.id}.{kind}@{self.place}",
            first=day,
            last=day,
            summary=words.say(f"calendar.{kind}", title=title),
            description="\n".join((*self._lines(item, kind, day), *self.about)),
            categories=(words.say(f"calendar.kind_{kind}"), *lead),
        )

    def _lines(self, item: Measure | Milestone, kind: str, day: date) -> Iterator[str]:
        words, plan = self.told.words, self.told.plan
        if _has_happened(item, kind):
            yield words.say("calendar.actual")
        planned = _planned(plan, item, kind)
        if planned is not None and planned != day:
            yield words.say("calendar.planned", day=planned)
        dates = self._dates(item, kind)
        if dates is not None:
            yield words.say("calendar.dates", dates=dates)
        if item.lead is not None:
            yield words.say("calendar.lead", unit=self.told.unit(item.lead))
        if item.goal is not None:
            yield self.told.numbered_goal(plan.strategy.goals[item.goal])
        if isinstance(item, Measure) and item.result is not None and kind != "start":
            yield words.say("calendar.result", result=self.told.text(item.result))

    def _dates(self, item: Measure | Milestone, kind: str) -> str | None:
        """What the text says, which may be coarser than a day."""
        if kind == "deadline":
            return None if item.deadline is None else self.told.words.plan_date(item.deadline)
        if isinstance(item, Measure):
            return self.told.dates(item)
        return None if item.on is None else self.told.words.plan_date(item.on)


def _planned(plan: Plan, item: Measure | Milestone, kind: str) -> date | None:
    """The day of an event in the plan as adopted."""
    if kind == "milestone":
        return plan.milestones.get(item.id)
    window = plan.windows.get(item.id)
    return None if window is None or kind == "deadline" else window.first if kind == "start" else window.last


def _has_happened(item: Measure | Milestone, kind: str) -> bool:
    if isinstance(item, Milestone):
        return kind == "milestone" and item.actual is not None
    return item.actual is not None and {"start": item.actual.start, "finish": item.actual.finish}.get(kind) is not None


def _about(told: PlanInWords, edition: Edition) -> tuple[str, ...]:
    words, scenario = told.words, told.plan.scenario
    of_scenario = () if scenario is None else (words.say("calendar.scenario", title=told.text(scenario.title)),)
    return (*of_scenario, words.say("calendar.edition", day=edition.as_of, revision=edition.revision))


def _place(plan: Plan) -> str:
    """Whose events they are, in ASCII: the code of the community, or what follows from its name; and the scenario."""
    community = plan.strategy.settings.community
    code = (
        community.katottg or community.budget_code or hashlib.sha256(plan.strategy.text(community.name).encode()).hexdigest()[:12]
    )
    return code if plan.scenario is None else f"{plan.scenario.id}.{code}"


OUTPUT = Output("calendar", calendar)
"""Named as its file."""
