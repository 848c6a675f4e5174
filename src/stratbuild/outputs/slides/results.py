"""The slides of what is reached and when: indicators, milestones, risks."""

from collections.abc import Iterator

from stratbuild.outputs.slides.deck import MOST, Deck
from stratbuild.render.slides import Slide, SlideColumn, SlideTable
from stratbuild.schema.kpi import Kpi
from stratbuild.schema.milestone import Milestone
from stratbuild.schema.risk import Risk


def result_slides(deck: Deck) -> Iterator[Slide]:
    """A table for each that there is anything to say of."""
    yield from (slide for slide in (_kpis(deck), _milestones(deck), _risks(deck)) if slide is not None)


def _kpis(deck: Deck) -> Slide | None:
    """Of every goal in turn its first indicator, then its second, until there are enough."""
    told, coverage = deck.told, deck.told.plan.coverage
    by_goal = [[kpi for kpi in coverage.kpis_of_goal[goal.id] if kpi.targets] for goal in coverage.goals_in_order()]
    by_goal.append([kpi for kpi in told.plan.strategy.kpis.values() if kpi.goal is None and kpi.targets])
    turns = max(map(len, by_goal), default=0)
    chosen = [some[turn] for turn in range(turns) for some in by_goal if turn < len(some)][:MOST]
    if not chosen:
        return None
    columns = [
        SlideColumn(told.words.say("concept.kpi"), 52),
        SlideColumn(told.words.say("concept.measurement_unit"), 14, "center"),
        SlideColumn(told.words.say("concept.baseline"), 17, "center"),
        SlideColumn(told.words.say("concept.last_target"), 17, "center"),
    ]
    rows = []
    for kpi in chosen:
        last = max(kpi.targets)
        reached = told.words.say("concept.value_in_year", value=told.words.number(kpi.targets[last]), year=str(last))
        unit = told.text(kpi.measurement_unit) if kpi.measurement_unit else told.words.say("papers.none")
        rows.append([told.text(kpi.title), unit, told.baseline(kpi), reached])
    return deck.slide(deck.say("kpis"), SlideTable(columns, rows, deck.say("kpis_alternative")), Kpi)


def _milestones(deck: Deck) -> Slide | None:
    """Those that are still to come, the next one first; where all are over, the last ones."""
    told, plan = deck.told, deck.told.plan
    days = sorted((day, id_) for id_, day in plan.milestones.items())
    to_come = [one for one in days if one[0] >= deck.edition.as_of]
    chosen = to_come[:MOST] or days[-MOST:]
    if not chosen:
        return None
    columns = [
        SlideColumn(deck.say("day"), 20, "center"),
        SlideColumn(deck.say("milestone"), 50),
        SlideColumn(told.words.say("concept.lead"), 30),
    ]
    rows = []
    for day, id_ in chosen:
        one = plan.strategy.milestones[id_]
        lead = told.short_unit(one.lead) if one.lead else told.words.say("papers.none")
        rows.append([told.words.short_day(day), told.text(one.title), lead])
    title = deck.say("next_steps" if to_come else "milestones")
    return deck.slide(title, SlideTable(columns, rows, deck.say("milestones_alternative")), Milestone)


def _risks(deck: Deck) -> Slide | None:
    """The most probable ones, those of equal probability in the order of the strategy."""
    told = deck.told
    risks = sorted(told.plan.strategy.risks.values(), key=lambda one: -one.probability)[:MOST]
    if not risks:
        return None
    say, none = told.words.say, told.words.say("papers.none")
    columns = [
        SlideColumn(say("risks.risk"), 50),
        SlideColumn(say("risks.probability"), 15, "center"),
        SlideColumn(say("risks.response"), 15, "center"),
        SlideColumn(say("risks.owner"), 20),
    ]
    rows = [
        [
            told.text(one.title),
            told.words.share(one.probability),
            say(f"risks.response_{one.response.value}") if one.response else none,
            told.short_unit(one.owner) if one.owner else none,
        ]
        for one in risks
    ]
    return deck.slide(deck.say("risks"), SlideTable(columns, rows, deck.say("risks_alternative")), Risk)
