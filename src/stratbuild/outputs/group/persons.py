"""The people of the group as its papers name them."""

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.schema.meeting import Meeting
from stratbuild.schema.member import Absence, Member

_NAMES_OF_A_PERSON = 3


def person(told: PlanInWords, id_: str) -> str:
    """The full name of a member."""
    return told.text(told.plan.strategy.members[id_].name)


def short_person(told: PlanInWords, id_: str) -> str:
    """`Surname N. P.` where the name has its three parts, else the name as it is written."""
    return initialled(person(told, id_))


def initialled(name: str) -> str:
    """A full name with initials for the given name and the patronymic; a name of other parts stays as it is."""
    parts = name.split()
    if len(parts) != _NAMES_OF_A_PERSON:
        return name
    return "\u00a0".join((parts[0], f"{parts[1][:1]}.", f"{parts[2][:1]}."))


def signed(name: str) -> str:
    """A name as it stands beside a signature: given name, and surname in capitals; a name of other parts stays as it is."""
    parts = name.split()
    return f"{parts[1]} {parts[0].upper()}" if len(parts) == _NAMES_OF_A_PERSON else name


def with_post(told: PlanInWords, id_: str) -> str:
    """The full name and the post of a member."""
    member = told.plan.strategy.members[id_]
    return (
        told.words.say("group.with_post", name=told.text(member.name), post=post(told, member))
        if member.post
        else person(told, id_)
    )


def post(told: PlanInWords, member: Member) -> str:
    """The post in the middle of a sentence: with a small letter, unless its first word is an abbreviation."""
    if member.post is None:
        return told.words.say("papers.none")
    return in_a_sentence(told.text(member.post))


def in_a_sentence(written: str) -> str:
    """A text as it stands in the middle of a sentence. An abbreviation or a name in quotes keeps its letters."""
    return written if written[1:2].isupper() else written[:1].lower() + written[1:]


def absence(told: PlanInWords, meeting: Meeting, id_: str) -> Absence | None:
    """The absence of a member at a meeting, as far as it is written down."""
    return told.plan.strategy.members[id_].absence_on(meeting.starts.date())


def substitute(told: PlanInWords, meeting: Meeting, id_: str) -> str:
    """Who came for a member: name, post, for whom. Why the member was away stands in no paper: it may be about health."""
    words, away, member = told.words, absence(told, meeting, id_), short_person(told, id_)
    if away is None or away.substitute is None:
        return words.say("group.unnamed_substitute", member=member)
    name = told.text(away.substitute)
    named = words.say("group.with_post", name=name, post=in_a_sentence(told.text(away.post))) if away.post else name
    return words.say("group.substitute", named=named, member=member)
