"""What the sums rest on: tax, prices of later years, rates of exchange, each with its source."""

from collections.abc import Iterator

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.schema.exchange_rate import ExchangeRate
from stratbuild.schema.price_index import PriceIndex


def assumptions_table(told: PlanInWords, caption: str) -> Block | None:
    """A row for each assumption; nothing where the strategy makes none."""
    words = told.words
    rows = [Row(list(cells)) for cells in _assumptions(told)]
    if not rows:
        return None
    titles = (("assumption", 34), ("assumed", 36), ("assumed_by", 30))
    columns = [Column(words.say(f"concept.{name}"), width) for name, width in titles]
    return Table(columns, rows, caption, row_titles=True).block()


def _assumptions(told: PlanInWords) -> Iterator[tuple[str, str, str]]:
    strategy, words = told.plan.strategy, told.words
    for vat in strategy.vat_rates.values():
        yield told.text(vat.title), words.share(vat.rate), told.text(vat.source)
    for index in strategy.price_indices.values():
        yield told.text(index.title), _index(told, index), told.text(index.source)
    for rate in strategy.exchange_rates.values():
        source = words.say("concept.rate_source", source=told.text(rate.source), day=words.short_day(rate.on))
        yield told.text(rate.title), _rate(told, rate), source


def _index(told: PlanInWords, index: PriceIndex) -> str:
    """The prices of each year in per cent of those of the year before."""
    words = told.words
    return "; ".join(
        words.say("concept.index_of", year=str(year), index=words.share(one)) for year, one in sorted(index.index.items())
    )


def _rate(told: PlanInWords, rate: ExchangeRate) -> str:
    words, own = told.words, told.currency()
    found = [words.say("concept.rate_of", rate=rate.rate, own=own, other=words.currency(rate.currency))]
    found += [words.say("concept.rate_in", year=str(year), rate=one) for year, one in sorted(rate.rate_by_year.items())]
    return "; ".join(found)
