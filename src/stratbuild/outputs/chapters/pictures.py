"""The plan in pictures: when measures run, what waits for what, who has how much to do, what it costs, what it reaches."""

from collections.abc import Mapping, Sequence

from stratbuild.outputs.chapters.gantt_picture import gantt_pictures
from stratbuild.outputs.chapters.graph_picture import graph_pictures
from stratbuild.outputs.chapters.kpi_picture import kpi_pictures
from stratbuild.outputs.chapters.load_picture import load_pictures
from stratbuild.outputs.chapters.money_picture import goal_pictures, money_pictures
from stratbuild.outputs.chapters.picture_words import Marked
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block


def plan_pictures(told: PlanInWords, marked: Marked) -> Mapping[str, Sequence[Block]]:
    """By kind the pictures of the plan; none of a kind that there is nothing to show of."""
    return {
        "gantt": gantt_pictures(told, marked),
        "graph": graph_pictures(told, marked),
        "load": load_pictures(told, marked),
        "money": money_pictures(told, marked),
        "goals": goal_pictures(told, marked),
        "kpis": kpi_pictures(told, marked),
    }
