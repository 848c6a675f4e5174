"""What the risks do to money and time: what suffices, what is to be set aside, when it ends, what it hangs on."""

from collections.abc import Callable, Mapping, Sequence

from stratbuild.outputs.chapters.money import shown_years
from stratbuild.outputs.chapters.risk_assumptions import say
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.planning.risk import Contributor, ContributorKind, MoneySpread, RiskResult
from stratbuild.quantity import WHOLE, ZERO, Money
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.schema.base import Entity
from stratbuild.schema.budget_line import BudgetLine
from stratbuild.schema.estimate_class import EstimateClass
from stratbuild.schema.risk import Risk

Mark = Callable[[str, Sequence[type[Entity]]], str]
"""A caption, with the mark of illustrative figures where the lists of these kinds hold such."""


def money_told(told: PlanInWords, found: RiskResult, mark: Mark) -> Mapping[str, object]:
    """Whether the money suffices: by year, by source, and the contingency."""
    total, needed = found.total, found.contingency_total
    currency = told.currency()
    kinds: list[type[Entity]] = [BudgetLine, Risk]
    sums = {"planned": told.money(total.planned), "p50": told.money(total.p50), "p80": told.money(total.p80)}
    years = [(str(one), spread, found.contingency_of_year(one)) for one, spread in found.by_year.items()]
    sources = [(told.source(one), spread, found.contingency_of_source(one)) for one, spread in found.by_source.items()]
    told_of_contingency = say(told, "contingency_told", contingency=told.money(needed))
    return {
        "told": say(told, "money_told", **sums, kept=told.words.share(found.total_kept)),
        "contingency_told": told_of_contingency if needed else say(told, "contingency_none"),
        "by_year": _spreads(told, "year", years, found, mark(say(told, "by_year_caption", currency=currency), kinds)),
        "by_source": _spreads(told, "source", sources, found, mark(say(told, "by_source_caption", currency=currency), kinds)),
        "contingency": _contingency(told, found, mark(say(told, "contingency_caption", currency=currency), kinds)),
    }


def _spreads(
    told: PlanInWords, key: str, spreads: Sequence[tuple[str, MoneySpread, Money]], found: RiskResult, caption: str
) -> Block:
    words = told.words
    rows = [Row([name, *_shown(told, spread, part)]) for name, spread, part in spreads]
    rows.append(Row([words.say("concept.total"), *_shown(told, found.total, found.contingency_total)], "total"))
    columns = [Column(say(told, key), 26)]
    columns += [Column(say(told, name), 20, "right") for name in ("planned", "p50", "p80", "contingency")]
    return Table(columns, rows, caption, row_titles=True).block()


def _shown(told: PlanInWords, spread: MoneySpread, part: Money) -> list[str]:
    none = told.words.say("papers.none")
    return [told.words.money(one) if one else none for one in (spread.planned, spread.p50, spread.p80, part)]


def _contingency(told: PlanInWords, found: RiskResult, caption: str) -> Block | None:
    """The contingency by source and year, whose parts add up; nothing where there are too many years for a table."""
    words, none, years = told.words, told.words.say("papers.none"), shown_years(told)
    if not found.contingency_total or not years or not set(found.by_year) <= set(years):
        return None
    rows = []
    for source in found.by_source:
        parts = [found.contingency.get((year, source), ZERO) for year in years]
        shown = [*parts, found.contingency_of_source(source)]
        rows.append(Row([told.source(source), *(words.money(one) if one else none for one in shown)]))
    totals = [*(found.contingency_of_year(year) for year in years), found.contingency_total]
    rows.append(Row([words.say("concept.total"), *(words.money(one) if one else none for one in totals)], "total"))
    columns = [Column(say(told, "source"), 30), *(Column(str(year), 18, "right") for year in years)]
    return Table([*columns, Column(say(told, "total"), 20, "right")], rows, caption, row_titles=True).block()


def end_told(told: PlanInWords, found: RiskResult, mark: Mark) -> Mapping[str, object] | None:
    """Whether it ends in time; nothing where no date varies and there is no deadline."""
    if found.end is None or not (found.ends or found.deadlines):
        return None
    words, end = told.words, found.end
    columns = [Column(say(told, "what"), 34)]
    columns += [Column(say(told, name), 16, "center") for name in ("planned", "end_p50", "end_p80", "deadline", "kept")]
    rows = [Row([*cells]) for cells in ends_rows(told, found)]
    return {
        "told": say(told, "end_told", planned=end.planned, p50=end.p50, p80=end.p80, kept=words.share(end.kept)),
        "table": Table(columns, rows, mark(say(told, "ends_caption"), [EstimateClass]), row_titles=True).block(),
    }


def contributors_table(told: PlanInWords, some: Sequence[Contributor], caption: str) -> Block | None:
    """What drives a spread, the strongest first."""
    if not some:
        return None
    rows = [Row([contributor(told, one), told.words.share(one.share)]) for one in some]
    columns = [Column(say(told, "contributor"), 80), Column(say(told, "share"), 20, "right")]
    return Table(columns, rows, caption, row_titles=True).block()


def contributor(told: PlanInWords, one: Contributor) -> str:
    """What a contributor is called."""
    strategy = told.plan.strategy
    match one.kind:
        case ContributorKind.LINE:
            line = strategy.budget_lines[one.id]
            return say(told, "contributor_line", title=told.text(line.title), code=told.code(line.measure))
        case ContributorKind.MEASURE:
            title = told.text(strategy.measures[one.id].title)
            return say(told, "contributor_measure", code=told.code(one.id), title=title)
        case ContributorKind.RISK:
            return say(told, "contributor_risk", title=told.text(strategy.risks[one.id].title))


def ends_rows(told: PlanInWords, found: RiskResult) -> list[list[str]]:
    """The end of everything, of milestones, and of what has a deadline: planned, P50, P80, deadline, probability to keep it."""
    words, strategy, none = told.words, told.plan.strategy, told.words.say("papers.none")
    rows: list[list[str]] = []
    if found.end is not None:
        shown = [words.short_day(one) for one in (found.end.planned, found.end.p50, found.end.p80)]
        rows.append([say(told, "everything"), *shown, none, words.share(found.end.kept)])
    for id_ in (*strategy.measures, *strategy.milestones):
        chance, spread = found.deadlines.get(id_), found.ends.get(id_)
        if chance is None and (spread is None or id_ in strategy.measures):
            continue
        days = [none] * 3 if spread is None else [words.short_day(one) for one in (spread.planned, spread.p50, spread.p80)]
        kept = chance.kept if chance is not None else spread.kept if spread is not None else WHOLE
        name = (
            told.numbered_measure(strategy.measures[id_])
            if id_ in strategy.measures
            else told.text(strategy.milestones[id_].title)
        )
        rows.append([name, *days, none if chance is None else words.short_day(chance.deadline), words.share(kept)])
    return rows
