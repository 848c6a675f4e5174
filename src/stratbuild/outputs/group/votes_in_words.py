"""A vote in words: how many voted how, what it came to, and why."""

from collections.abc import Sequence

from stratbuild.model.governance.voting import Ground, Verdict
from stratbuild.outputs.group.persons import in_a_sentence, short_person
from stratbuild.outputs.group_in_words import GroupInWords
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.schema.decision import GroupDecision, Vote


def votes(told: PlanInWords, verdict: Verdict) -> str | None:
    """`for – 16, against – 1, abstained – 1`; nothing where nobody is known to have voted."""
    count, say = verdict.count, told.words.say
    if count is None:
        return None
    silent = say("group.not_voting", number=count.not_voting) if count.not_voting else ""
    said = say("group.votes", in_favour=count.in_favour, against=count.against, abstained=count.abstained)
    return said + silent


def outcome(told: PlanInWords, decision: GroupDecision, verdict: Verdict) -> str:
    """Whether it is adopted, by the votes and the regulation, and why; or why that cannot be said."""
    if verdict.why is Ground.MAJORITY:
        return told.words.say("group.outcomes.by_majority")
    name = "not_settled" if verdict.outcome is None else verdict.outcome.value
    return told.words.say(f"group.outcomes.{name}", why=GroupInWords(told).why(decision, verdict))


def by_name(told: PlanInWords, decision: GroupDecision) -> Sequence[str]:
    """Who voted how, where it was recorded: a line for each way of voting that anybody chose."""
    lines = []
    for vote in Vote:
        names = [short_person(told, id_) for id_, voted in decision.by_name.items() if voted is vote]
        if names:
            lines.append(told.words.say("group.voted", how=told.words.say(f"group.ways.{vote.value}"), names=", ".join(names)))
    return lines


def interests(told: PlanInWords, decision: GroupDecision) -> Sequence[str]:
    """The interests that members declared, and whether they voted."""
    found = []
    for one in decision.interests:
        about = f" ({in_a_sentence(told.text(one.about))})" if one.about else ""
        voted = told.words.say("group.interest_votes" if one.votes else "group.interest_no_vote")
        found.append(told.words.say("group.interest", member=short_person(told, one.member), about=about, voted=voted))
    return found
