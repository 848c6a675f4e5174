"""Strengths, weaknesses, opportunities and threats."""

from pydantic import Field

from stratbuild.schema.base import Part
from stratbuild.schema.text import Text


class Swot(Part):
    """What helps and what hinders, within the community and around it; each a list of short sentences."""

    strengths: tuple[Text, ...] = Field((), title="Strengths", description="What the community has that helps.")
    weaknesses: tuple[Text, ...] = Field((), title="Weaknesses", description="What it lacks.")
    opportunities: tuple[Text, ...] = Field((), title="Opportunities", description="What around it may help.")
    threats: tuple[Text, ...] = Field((), title="Threats", description="What around it may harm.")
