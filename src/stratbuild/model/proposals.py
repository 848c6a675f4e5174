"""What became of the proposals: a repeated one shares the fate of the first, and how much of the plan they have touched."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from stratbuild.model.plan import Plan
from stratbuild.schema.proposal import AuthorGroup, Channel, Disposition, Proposal
from stratbuild.schema.text import LocalizedText
from stratbuild.strategy import Strategy

TAKEN_UP = frozenset({Disposition.ACCEPTED, Disposition.PARTLY})
"""The dispositions that leave something of a proposal in the strategy."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A proposal with everything that holds for it, said of itself or of the one that it repeats."""

    proposal: Proposal
    first: Proposal
    """The one that it repeats, by however many steps; itself where it repeats none."""
    places: tuple[str, ...]
    """Goals, measures and indicators that take it up, whichever of the two says so, each once."""

    @property
    def is_repeated(self) -> bool:
        """Whether an earlier proposal says the same."""
        return self.first is not self.proposal

    @property
    def disposition(self) -> Disposition:
        """What became of it: of a repeated one, what became of the first."""
        return self.first.disposition

    @property
    def is_taken_up(self) -> bool:
        """Whether something of it is in the strategy."""
        return self.disposition in TAKEN_UP

    @property
    def reason(self) -> LocalizedText | None:
        """Why: in its own words where it has any."""
        return self.proposal.reason or self.first.reason

    @property
    def decided_by(self) -> str | None:
        """The decision about it."""
        return self.proposal.decided_by or self.first.decided_by


@dataclass(frozen=True, slots=True)
class ProposalCounts:
    """How many proposals there are; every group, channel and disposition is there, if only with nothing."""

    total: int
    repeated: int
    by_disposition: Mapping[Disposition, int]
    by_group: Mapping[AuthorGroup, int]
    by_channel: Mapping[Channel, int]
    by_group_and_disposition: Mapping[tuple[AuthorGroup, Disposition], int]


@dataclass(frozen=True, slots=True)
class Touched:
    """How many measures take up at least one proposal."""

    measures: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """The exact share; none where there are no measures."""
        return Fraction(self.measures, self.of) if self.of else None


def considered(plan: Plan) -> Mapping[str, Considered]:
    """Every proposal by its id, in the order of the strategy."""
    return plan.once(_considered)


def counts(proposals: Iterable[Considered]) -> ProposalCounts:
    """How many proposals came from whom, by which way, and what became of them."""
    listed = tuple(proposals)
    both = Counter((one.proposal.group, one.disposition) for one in listed)
    dispositions = Counter(one.disposition for one in listed)
    groups = Counter(one.proposal.group for one in listed)
    channels = Counter(one.proposal.channel for one in listed)
    return ProposalCounts(
        len(listed),
        sum(one.is_repeated for one in listed),
        {one: dispositions[one] for one in Disposition},
        {one: groups[one] for one in AuthorGroup},
        {one: channels[one] for one in Channel},
        {(group, one): both[group, one] for group in AuthorGroup for one in Disposition},
    )


def touched(plan: Plan) -> Touched:
    """How many of the measures take up a proposal that was accepted, wholly or partly."""
    named = {place for one in considered(plan).values() if one.is_taken_up for place in one.places}
    measures = plan.strategy.measures
    return Touched(sum(id_ in named for id_ in measures), len(measures))


def _considered(plan: Plan) -> Mapping[str, Considered]:
    proposals, answering = plan.strategy.proposals, _answering(plan.strategy)
    found: dict[str, Considered] = {}
    for id_ in proposals:
        way = [id_]
        # Linked proposals repeat each other in no circle, so that every way ends.
        while way[-1] not in found and (earlier := proposals[way[-1]].duplicate_of) is not None:
            way.append(earlier)
        for one in reversed(way):
            if one not in found:
                found[one] = _one(proposals[one], found, answering)
    return {id_: found[id_] for id_ in proposals}


def _one(proposal: Proposal, found: Mapping[str, Considered], answering: Mapping[str, Iterable[str]]) -> Considered:
    earlier = None if proposal.duplicate_of is None else found[proposal.duplicate_of]
    own = (*proposal.places, *answering.get(proposal.id, ()))
    places = dict.fromkeys((*own, *(earlier.places if earlier else ())))
    return Considered(proposal, earlier.first if earlier else proposal, tuple(places))


def _answering(strategy: Strategy) -> Mapping[str, Iterable[str]]:
    """By proposal: the measures that say that they take it up."""
    found: dict[str, list[str]] = {}
    for measure in strategy.measures.values():
        for id_ in measure.answers:
            found.setdefault(id_, []).append(measure.id)
    return found
