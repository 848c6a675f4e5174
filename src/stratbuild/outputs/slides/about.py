"""The first slides: whose strategy it is, where the community stands, where it wants to be."""

import re
from collections.abc import Iterator, Sequence

from stratbuild.outputs.slides.deck import Deck
from stratbuild.render.markdown import markdown
from stratbuild.render.slides import Slide, SlideColumn, SlideTable, SlideText
from stratbuild.render.tree import line
from stratbuild.schema.text import LocalizedText

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_MOST_SENTENCES = 4


def about_slides(deck: Deck) -> Iterator[Slide]:
    """The title, strengths and weaknesses, the vision; what is around the community stands in the concept."""
    told, settings = deck.told, deck.told.plan.strategy.settings
    stage = told.words.say(f"papers.stages.{settings.stage.value}")
    subtitle = [told.community(), told.period(), *filter(None, [told.scenario()])]
    subtitle.append(
        f"{stage} · {told.words.say('concept.edition', revision=deck.edition.revision, date=told.words.day(deck.edition.as_of))}"
    )
    yield Slide(told.text(settings.title), None, deck.say("title_notes"), subtitle)
    swot = settings.swot
    if swot is not None and (swot.strengths or swot.weaknesses):
        yield _beside(deck, ("strengths", swot.strengths), ("weaknesses", swot.weaknesses))
    if settings.vision is not None:
        yield deck.slide(told.words.say("concept.vision"), SlideText(_sentences(told.text(settings.vision)), bullets=False))


def _beside(deck: Deck, left: tuple[str, Sequence[LocalizedText]], right: tuple[str, Sequence[LocalizedText]]) -> Slide:
    """Two lists beside each other, a sentence of each in a row."""
    told, say = deck.told, deck.told.words.say
    texts = [[told.text(one) for one in sentences] for _, sentences in (left, right)]
    longest = max(map(len, texts))
    rows = [[some[place] if place < len(some) else "" for some in texts] for place in range(longest)]
    columns = [SlideColumn(say(f"concept.{title}"), 50) for title, _ in (left, right)]
    return deck.slide(deck.say("inside"), SlideTable(columns, rows, deck.say("inside_alternative")))


def _sentences(written: str) -> list[str]:
    """The first sentences of a text, without its markup."""
    first = next(iter(markdown(written)), None)
    words = "" if first is None else line(first.node)
    return _SENTENCE.split(words)[:_MOST_SENTENCES]
