"""The presentation: the plan in ten to fifteen slides, for the session and for meetings with residents."""

from collections.abc import Iterable

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.outputs.slides.about import about_slides
from stratbuild.outputs.slides.deck import Deck
from stratbuild.outputs.slides.goals import goal_slides
from stratbuild.outputs.slides.money import money_slides
from stratbuild.outputs.slides.results import result_slides
from stratbuild.render.document import language_tag
from stratbuild.render.edition import Edition
from stratbuild.render.slides import Presentation


def view(plan: Plan, edition: Edition) -> Iterable[Presentation]:
    """One file; slides about which the strategy says nothing are left out."""
    told = in_words(plan, edition.language, edition.templates)
    deck = Deck(told, edition)
    slides = [*about_slides(deck), *goal_slides(deck), *money_slides(deck), *result_slides(deck)]
    yield Presentation(
        "presentation.pptx",
        told.text(plan.strategy.settings.title),
        told.community(),
        language_tag(edition.language),
        told.footer(edition),
        deck.say("continued"),
        slides,
    )


OUTPUT = Output("presentation", view)
