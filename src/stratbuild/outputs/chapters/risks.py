"""The risks: the register, how much money and time they may take, what that hangs on, and how it is reckoned."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.chapters.risk_assumptions import assumptions_told, classes_table, drivers_table, say
from stratbuild.outputs.chapters.risk_results import Mark, contributors_table, end_told, money_told
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.planning.risk import risk
from stratbuild.render.ast import Block, Column, Line, Row, Table
from stratbuild.render.paper import Markup
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.estimate_class import EstimateClass
from stratbuild.schema.risk import Risk
from stratbuild.schema.risk_driver import RiskDriver


@dataclass(frozen=True)
class RiskTold:
    """What is to be said of one risk below the register."""

    heading: Line
    description: Markup | None
    action: Markup | None


def risk_chapter(told: PlanInWords, mark: Mark) -> Mapping[str, object] | None:
    """What the chapter says; nothing where the strategy states neither ranges nor risks."""
    found = told.plan.once(risk)
    if found is None:
        return None
    has_money = bool(told.plan.budget.amounts) or bool(found.total.p80)
    return {
        "register": register_table(told, mark),
        "told": [one for one in _told(told) if one.description or one.action],
        "money": money_told(told, found, mark) if has_money else None,
        "end": end_told(told, found, mark),
        "contributors": [
            one
            for one in (
                contributors_table(told, found.money_contributors, mark(say(told, "money_contributors_caption"), [BudgetLine])),
                contributors_table(told, found.end_contributors, mark(say(told, "end_contributors_caption"), [EstimateClass])),
            )
            if one is not None
        ],
        "assumptions": assumptions_told(told, found),
        "classes": classes_table(told, found, mark(say(told, "classes_caption"), [EstimateClass])),
        "drivers": drivers_table(told, found, mark(say(told, "drivers_caption"), [RiskDriver])),
    }


def register_table(told: PlanInWords, mark: Mark) -> Block | None:
    """Every risk with its probability, effect, owner and response, in the order of the strategy."""
    words, none = told.words, told.words.say("papers.none")
    rows = [
        Row(
            [
                str(number),
                _titled(told, one),
                ", ".join(told.code(id_) for id_ in one.measures) or none,
                words.share(one.probability),
                "; ".join(effects(told, one)) or say(told, "effect_none"),
                told.short_unit(one.owner) if one.owner else say(told, "no_owner"),
                say(told, f"response_{one.response.value}") if one.response else none,
            ]
        )
        for number, one in enumerate(told.plan.strategy.risks.values(), start=1)
    ]
    if not rows:
        return None
    widths = (("number", 5), ("risk", 26), ("measures", 12), ("probability", 13), ("effect", 22), ("owner", 16), ("response", 13))
    columns = [Column(say(told, name), width) for name, width in widths]
    return Table(columns, rows, mark(say(told, "register_caption", currency=told.currency()), [Risk])).block()


def _titled(told: PlanInWords, one: Risk) -> Line:
    return [told.field(one, "title"), f" ({say(told, f'category_{one.category.value}')})"]


def effects(told: PlanInWords, one: Risk) -> list[str]:
    """What a risk would do to money and time, as it is stated."""
    words, found = told.words, list[str]()
    if one.cost is not None:
        found.append(say(told, "effect_money", low=one.cost.low, high=one.cost.high))
    if one.cost_share is not None:
        low, high = (words.share(share) for share in (one.cost_share.low, one.cost_share.high))
        found.append(say(told, "effect_share", low=low, high=high))
    if one.delay is not None:
        found.append(say(told, "effect_delay", shortest=one.delay.shortest, longest=one.delay.longest))
    return found


def _told(told: PlanInWords) -> list[RiskTold]:
    found: list[RiskTold] = []
    for number, one in enumerate(told.plan.strategy.risks.values(), start=1):
        heading: Line = [f"{number}. ", told.field(one, "title")]
        description, action = (told.long(getattr(one, name), f"{one.id}.{name}") for name in ("description", "action"))
        found.append(RiskTold(heading, description, action))
    return found
