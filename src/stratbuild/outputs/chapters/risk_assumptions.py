"""What the risk of money and time rests on: how it is drawn, the classes of estimates, the common causes."""

from decimal import ROUND_HALF_UP, Decimal

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.planning.risk import RiskResult
from stratbuild.quantity import WHOLE
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.schema.estimate_class import SpreadRange

_TENTH = Decimal("0.1")


def assumptions_told(told: PlanInWords, found: RiskResult) -> list[str]:
    """What the result rests on, in sentences."""
    words, made = told.words, found.assumptions
    whole = told.plan.budget.total
    share = Decimal(made.money_with_range.hundredths) * WHOLE / whole.hundredths if whole else Decimal(0)
    ranges = say(
        told,
        "assumed_ranges",
        lines=made.lines_with_range,
        all_lines=made.lines,
        share=words.share(share.quantize(_TENTH, ROUND_HALF_UP)),
        measures=made.measures_with_range,
        all_measures=made.measures,
    )
    known = []
    if made.known_money and told.plan.status_day is not None:
        known = [say(told, "assumed_known", day=words.day(told.plan.status_day), money=words.money(made.known_money))]
    return [
        say(told, "assumed_draws", draws=words.number(made.draws), seed=str(made.seed)),
        ranges,
        say(told, "assumed_shape"),
        say(told, "assumed_correlation", correlation=words.share(made.correlation)),
        say(told, "assumed_costs"),
        *known,
        say(told, "assumed_dates"),
    ]


def classes_table(told: PlanInWords, found: RiskResult, caption: str) -> Block | None:
    """The classes that something is in, with their ranges and where these come from."""
    strategy, none = told.plan.strategy, told.words.say("papers.none")
    classes = [strategy.estimate_classes[id_] for id_ in found.assumptions.classes]
    rows = [
        Row(
            [
                told.text(one.title),
                _range(told, one.cost),
                _range(told, one.duration),
                told.text(strategy.risk_drivers[one.driver].title) if one.driver else none,
                told.text(one.source) if one.source else none,
            ]
        )
        for one in classes
    ]
    widths = (("class", 26), ("class_cost", 22), ("class_duration", 22), ("driver", 20), ("class_source", 24))
    columns = [Column(say(told, name), width) for name, width in widths]
    return Table(columns, rows, caption, row_titles=True).block() if rows else None


def _range(told: PlanInWords, stated: SpreadRange | None) -> str:
    if stated is None:
        return told.words.say("papers.none")
    low, high = told.words.share(stated.low), told.words.share(stated.high)
    if stated.likely is None:
        return say(told, "range", low=low, high=high)
    return say(told, "range_likely", low=low, high=high, likely=told.words.share(stated.likely))


def drivers_table(told: PlanInWords, found: RiskResult, caption: str) -> Block | None:
    """The causes that something hangs on."""
    drivers = [told.plan.strategy.risk_drivers[id_] for id_ in found.assumptions.drivers]
    rows = [Row([told.text(one.title), told.words.share(one.correlation)]) for one in drivers]
    columns = [Column(say(told, "driver"), 80), Column(say(told, "correlation"), 20, "right")]
    return Table(columns, rows, caption, row_titles=True).block() if rows else None


def say(told: PlanInWords, name: str, **facts: object) -> str:
    """Words of the chapter."""
    return told.words.say(f"risks.{name}", **facts)
