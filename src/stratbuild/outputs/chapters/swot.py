"""Strengths, weaknesses, opportunities and threats as a table of two by two."""

from collections.abc import Sequence

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Content, Row, Table, bullets, item, paragraph, strong
from stratbuild.schema.file import SETTINGS
from stratbuild.schema.text import LocalizedText


def swot_table(told: PlanInWords) -> Block | None:
    """What is within the community above what is around it, what helps beside what hinders; nothing where all four are empty."""
    swot, say = told.plan.strategy.settings.swot, told.words.say
    if swot is None or not (swot.strengths or swot.weaknesses or swot.opportunities or swot.threats):
        return None

    def part(name: str, sentences: Sequence[LocalizedText]) -> Content:
        title = paragraph([strong(say(f"concept.{name}"))])
        listed: list[Content] = [item(told.text(one), f"{SETTINGS}.swot.{name}.{place}") for place, one in enumerate(sentences)]
        return [title, bullets(listed)] if listed else [title, paragraph(say("papers.none"))]

    rows = [
        Row([say("concept.inside"), part("strengths", swot.strengths), part("weaknesses", swot.weaknesses)]),
        Row([say("concept.outside"), part("opportunities", swot.opportunities), part("threats", swot.threats)]),
    ]
    columns = (Column(say("concept.surroundings"), 14), Column(say("concept.helps"), 43), Column(say("concept.hinders"), 43))
    return Table(columns, rows, say("concept.caption_swot"), row_titles=True).block()
