"""What all slides share: the plan in words, and notes that say where the figures come from."""

from dataclasses import dataclass

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.edition import Edition
from stratbuild.render.slides import Slide, SlideBody
from stratbuild.schema.base import Entity

MOST = 8
"""So many rows the slides choose where there are more; the papers have all of them."""


@dataclass(frozen=True)
class Deck:
    """One presentation in the making."""

    told: PlanInWords
    edition: Edition

    def say(self, name: str, **facts: object) -> str:
        """Words of the presentation's catalogue."""
        return self.told.words.say(f"presentation.{name}", **facts)

    def slide(self, title: str, body: SlideBody, *kinds: type[Entity]) -> Slide:
        """A slide whose notes name the lists that it is from, and say where the figures are illustrative."""
        told, edition = self.told, self.edition
        lists = ", ".join(dict.fromkeys(kind.collection for kind in kinds)) or "strategy"
        notes = [self.say("source", lists=lists, revision=edition.revision, day=told.words.day(edition.as_of))]
        settings = told.plan.strategy.settings
        if settings.illustrative is not None and told.is_illustrative(*kinds):
            notes.append(told.text(settings.illustrative.note))
        shown = told.marked(title, *kinds)
        return Slide(shown, body, "\n".join(notes))
