"""The tables of the report: how many from whom, by which way, and every proposal with what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stratbuild.model.proposals import Considered, ProposalCounts
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.proposals.told import meeting_of, meeting_told, places_told, reason_of, what_is_proposed
from stratbuild.render.ast import Block, Column, Content, Row, Table, paragraph
from stratbuild.schema.proposal import AuthorGroup, Disposition, Proposal


@dataclass(frozen=True)
class Register:
    """All proposals in the order in which they came, with the numbers that the report gives them."""

    told: PlanInWords
    proposals: Sequence[Considered]
    numbers: Mapping[str, int]

    def table(self) -> Block:
        """Every proposal: number, day, who (never by name), what, what became of it, why, where, which meeting."""
        say = self.told.words.say
        columns = (
            Column(say("proposals.number"), 5, "center"),
            Column(say("proposals.received"), 11, "center"),
            Column(say("proposals.who"), 11),
            Column(say("proposals.what"), 25),
            Column(say("proposals.disposition"), 11, "center"),
            Column(say("proposals.reason"), 19),
            Column(say("proposals.where"), 9),
            Column(say("proposals.decided"), 11),
        )
        rows = [Row(self._cells(one)) for one in self.proposals]
        return Table(columns, rows, self.told.marked(say("proposals.caption_all"), Proposal)).block()

    def _cells(self, one: Considered) -> Sequence[Content]:
        told, say, proposal = self.told, self.told.words.say, one.proposal
        none, meeting = say("papers.none"), meeting_of(told.plan.strategy, one)
        became = say(f"proposals.dispositions.{one.disposition.value}")
        repeated = say("proposals.repeats", number=self.numbers[one.first.id]) if one.is_repeated else None
        return (
            str(self.numbers[proposal.id]),
            told.words.short_day(proposal.received),
            say(f"proposals.groups.{proposal.group.value}"),
            what_is_proposed(told, proposal),
            [paragraph(became), paragraph(repeated)] if repeated else became,
            reason_of(told, one) or none,
            [paragraph(place) for place in places_told(told, one, with_titles=False)] or none,
            none if meeting is None else meeting_told(told, meeting),
        )


def register(told: PlanInWords, proposals: Sequence[Considered]) -> Register:
    """The proposals by the day on which they came; those of one day as the strategy has them."""
    ordered = sorted(proposals, key=lambda one: one.proposal.received)
    return Register(told, ordered, {one.proposal.id: number for number, one in enumerate(ordered, start=1)})


def groups_table(told: PlanInWords, counted: ProposalCounts) -> Block:
    """From whom, and what became of it; groups that proposed nothing are named too, so that it is seen who was silent."""
    say, number = told.words.say, told.words.number
    columns = [
        Column(say("proposals.who"), 28),
        *(Column(say(f"proposals.dispositions.{one.value}"), 15, "right") for one in Disposition),
        Column(say("proposals.total"), 12, "right"),
    ]
    rows = [
        Row(
            [
                say(f"proposals.groups_of_people.{group.value}"),
                *(number(counted.by_group_and_disposition[group, one]) for one in Disposition),
                number(counted.by_group[group]),
            ]
        )
        for group in AuthorGroup
    ]
    total = [say("proposals.total"), *(number(counted.by_disposition[one]) for one in Disposition), number(counted.total)]
    caption = told.marked(say("proposals.caption_groups"), Proposal)
    return Table(columns, [*rows, Row(total, "total")], caption, row_titles=True).block()


def channels_table(told: PlanInWords, counted: ProposalCounts) -> Block:
    """By which way they came, the ways that nobody took left out."""
    say, number = told.words.say, told.words.number
    rows = [Row([say(f"proposals.channels.{one.value}"), number(count)]) for one, count in counted.by_channel.items() if count]
    columns = (Column(say("proposals.channel"), 75), Column(say("proposals.total"), 25, "right"))
    total = Row([say("proposals.total"), number(counted.total)], "total")
    return Table(columns, [*rows, total], told.marked(say("proposals.caption_channels"), Proposal), row_titles=True).block()
