"""The graph of dependencies of the plan: every measure and milestone that waits for something or is waited for."""

from collections.abc import Sequence
from itertools import pairwise

from stratbuild.outputs.chapters.picture_words import Marked, captioned, critical, listed
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.render.ast import Block, Column, Row, Table
from stratbuild.render.chart.graph import Box, Graph, GraphWords, Link, LinkType, Part, longest_chain
from stratbuild.render.chart.graph_drawing import draw_graph
from stratbuild.render.chart.graph_sheets import sheets
from stratbuild.schema.measure import Measure
from stratbuild.schema.milestone import Milestone


def graph_pictures(told: PlanInWords, marked: Marked) -> list[Block]:
    """The graph on as many sheets as it needs; nothing where nothing waits for anything."""
    strategy, say, path = told.plan.strategy, told.words.say, critical(told)
    steps = set(pairwise(told.plan.critical_path))
    boxes = [
        Box(one.id, told.code(one.id), told.text(one.title), one.id in path) for one in told.plan.coverage.measures_in_order()
    ]
    boxes += [Box(one.id, "", told.text(one.title), one.id in path, milestone=True) for one in strategy.milestones.values()]
    items: list[Measure | Milestone] = [*strategy.measures.values(), *strategy.milestones.values()]
    links = [
        Link(waited.on, item.id, LinkType(waited.type.value), (waited.on, item.id) in steps)
        for item in items
        for waited in item.after
    ]
    words = GraphWords(
        {one: say(f"pictures.links.{one.name.lower()}") for one in LinkType},
        say("pictures.critical"),
        say("pictures.milestone"),
        say("pictures.after"),
    )
    graph = Graph(boxes, links, words)
    caption = marked(say("pictures.graph_caption"), (Measure, Milestone))
    on_sheets = sheets(graph)
    pictures = [draw_graph(graph, sheet, _in_words(told, graph, sheet)) for sheet in on_sheets]
    return captioned(told, caption, pictures, [_data(told, graph, sheet) for sheet in on_sheets])


def _data(told: PlanInWords, graph: Graph, sheet: Sequence[Part]) -> Block:
    say, none = told.words.say, told.words.say("papers.none")
    columns = [Column(say("concept.code"), 10, "center"), Column(say("pictures.measure_or_milestone"), 50)]
    columns.append(Column(say("concept.after"), 40))
    rows = []
    for name in (name for part in sheet for name in part.names):
        box = graph.named[name]
        before = [graph.named[one] for one in graph.incoming[name]]
        waits = ", ".join(one.code or say("pictures.quoted", title=one.title) for one in before)
        rows.append(Row([box.code or none, box.title, waits or none]))
    return Table(columns, rows).block()


def _in_words(told: PlanInWords, graph: Graph, sheet: Sequence[Part]) -> str:
    words = told.words
    inside = [frozenset(part.names) for part in sheet]
    links = sum(1 for link in graph.links if any(link.before in part and link.after in part for part in inside))
    boxes = [graph.named[name] for part in sheet for name in part.names]
    measures = sum(1 for box in boxes if not box.milestone)
    counted = [words.plural("concept.measures_count", measures)] if measures else []
    counted += [words.plural("pictures.milestones_count", len(boxes) - measures)] if len(boxes) > measures else []
    told_of = [
        words.say(
            "pictures.graph_told",
            counted=words.say("pictures.and").join(counted),
            links=words.plural("pictures.links_count", links),
        )
    ]
    chain = [box.code or words.say("pictures.quoted", title=box.title) for box in longest_chain(graph, sheet)]
    if len(chain) > 1:
        told_of.append(words.say("pictures.graph_chain", names=listed(told, chain, " → ")))
    if any(one not in part for part in inside for name in part for one in graph.incoming[name]):
        told_of.append(words.say("pictures.graph_elsewhere"))
    return " ".join(told_of)
