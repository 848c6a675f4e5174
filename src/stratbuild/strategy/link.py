"""From the files' entities to one strategy: ids unique, references certain, trees without circles."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from stratbuild.diagnostics import Diagnostic, Fault, Related, Span, has_errors
from stratbuild.schema.base import SEPARATOR, Entity
from stratbuild.schema.dependency import Dependency
from stratbuild.schema.file import SETTINGS, kinds
from stratbuild.schema.nearest import Suggestion, Vocabulary
from stratbuild.schema.strategy import StrategySettings
from stratbuild.strategy.faults import (
    DUPLICATE_ID,
    GOALS_IN_A_CIRCLE,
    ID_OF_ANOTHER_KIND,
    NAMED_TWICE,
    NO_STRATEGY,
    PARTS_IN_A_CIRCLE,
    PROPOSALS_IN_A_CIRCLE,
    REFERS_TO_ITSELF,
    SCENARIOS_IN_A_CIRCLE,
    STRATEGY_TWICE,
    UNKNOWN_ID,
)
from stratbuild.strategy.references import references
from stratbuild.strategy.strategy import Origin, Strategy
from stratbuild.strategy.texts import owner_id
from stratbuild.syntax import Places, Tree

_SHOWN_STEPS = 20
_SHOWN_IDS = 8
_FIRST_USED = {"en": "first used here", "uk": "уперше вжито тут"}
_NAMED_HERE = {"en": "{id} names {other} here", "uk": "{id} називає {other} тут"}


def link(files: Iterable[tuple[Tree, BaseModel]]) -> tuple[Strategy | None, list[Diagnostic]]:
    """The strategy that the decoded files make together, in the order in which they come.

    There is none where a reference leads nowhere, an id is used twice (even in another case), or a
    tree runs in a circle.
    """
    gathered = _Gathered()
    for tree, model in files:
        gathered.add(tree, model)
    diagnostics = gathered.diagnostics
    if gathered.settings is None:
        diagnostics.append(Diagnostic(NO_STRATEGY, gathered.first_place()))
        return None, diagnostics
    strategy = Strategy(gathered.settings, MappingProxyType(gathered.items), MappingProxyType(gathered.origins))
    diagnostics += _check_references(strategy)
    if not has_errors(diagnostics):
        parents = {goal.id: goal.parent for goal in strategy.goals.values()}
        wholes = {measure.id: measure.part_of for measure in strategy.measures.values()}
        inherited = {scenario.id: scenario.inherits for scenario in strategy.scenarios.values()}
        repeated = {proposal.id: proposal.duplicate_of for proposal in strategy.proposals.values()}
        diagnostics += _circles(strategy, strategy.goals, parents, "parent", GOALS_IN_A_CIRCLE)
        diagnostics += _circles(strategy, strategy.measures, wholes, "part_of", PARTS_IN_A_CIRCLE)
        diagnostics += _circles(strategy, strategy.scenarios, inherited, "inherits", SCENARIOS_IN_A_CIRCLE)
        diagnostics += _circles(strategy, strategy.proposals, repeated, "duplicate_of", PROPOSALS_IN_A_CIRCLE)
    return (None if has_errors(diagnostics) else strategy), diagnostics


class _Gathered:
    """The items of all files by list and id, with the places where they are written."""

    def __init__(self) -> None:
        self.settings: StrategySettings | None = None
        self.items: dict[str, dict[str, Entity]] = {collection: {} for collection in kinds()}
        self.origins: dict[str, Origin] = {}
        self.diagnostics: list[Diagnostic] = []
        self._by_folded: dict[str, str] = {}
        self._paths: list[str] = []

    def add(self, tree: Tree, model: Any) -> None:
        places = Places(tree)
        self._paths.append(tree.text.path)
        settings = getattr(model, SETTINGS)
        if settings is not None:
            self._add_settings(Origin(places, (SETTINGS,)), settings)
        for collection in self.items:
            for position, item in enumerate(getattr(model, collection)):
                self._add_item(Origin(places, (collection, position)), collection, item)

    def first_place(self) -> Span:
        return Span(min(self._paths, default="."))

    def _add_settings(self, origin: Origin, settings: StrategySettings) -> None:
        if self.settings is not None:
            first = self.origins[SETTINGS]
            related = Related(first.places.span(first.location, key=True), _FIRST_USED)
            span = origin.places.span(origin.location, key=True)
            self.diagnostics.append(Diagnostic(STRATEGY_TWICE, span, related=(related,)))
            return
        self.settings = settings
        self.origins[SETTINGS] = origin

    def _add_item(self, origin: Origin, collection: str, item: Entity) -> None:
        same = self._by_folded.setdefault(item.id.casefold(), item.id)
        if same in self.origins:
            first = self.origins[same]
            related = Related(first.places.span((*first.location, "id")), _FIRST_USED)
            span = origin.places.span((*origin.location, "id"))
            self.diagnostics.append(Diagnostic(DUPLICATE_ID, span, {"id": item.id}, related=(related,)))
            return
        self.items[collection][item.id] = item
        self.origins[item.id] = origin


def _check_references(strategy: Strategy) -> Iterable[Diagnostic]:
    collection_of = {id_: name for name, by_id in strategy.items.items() for id_ in by_id}
    words: dict[tuple[str, ...], _Words] = {}
    owners: tuple[Entity | StrategySettings, ...] = (strategy.settings, *strategy.everything())
    for item in owners:
        seen: set[tuple[str | int, ...]] = set()
        for way, collections, named in references(item):
            if any(named in strategy.items[collection] for collection in collections):
                if named == owner_id(item):
                    yield _finding(REFERS_TO_ITSELF, strategy, item, way)
                    continue
                listed = _listed(item, way, named)
                if listed in seen:
                    yield _finding(NAMED_TWICE, strategy, item, way, id=named)
                elif listed:
                    seen.add(listed)
                continue
            if collections not in words:
                words[collections] = _Words([id_ for one in collections for id_ in strategy.items[one]])
            suggestion = words[collections].suggestion(named)
            facts = {"id": named, "collection": SEPARATOR.join(collections), "suggestion": suggestion}
            if named in collection_of:
                yield _finding(ID_OF_ANOTHER_KIND, strategy, item, way, found=collection_of[named], **facts)
            else:
                yield _finding(UNKNOWN_ID, strategy, item, way, **facts)


class _Words:
    """The ids that a reference may name, prepared for being asked what a wrong one may have meant."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._vocabulary = Vocabulary(ids)
        self._shown, self._more = tuple(ids[:_SHOWN_IDS]), len(ids) > _SHOWN_IDS

    def suggestion(self, named: str) -> Suggestion:
        return Suggestion(self._vocabulary.nearest(named), self._shown, more=self._more)


def _listed(item: Entity | StrategySettings, way: tuple[str | int, ...], named: str) -> tuple[str | int, ...]:
    """What must not stand in a list a second time: an id, and where one waits for the other the way of waiting."""
    if isinstance(way[-1], int):
        return (way[0], named)
    if len(way) > 1 and isinstance(way[1], int):
        one = getattr(item, str(way[0]))[way[1]]
        if isinstance(one, Dependency):
            return (way[0], named, one.type.value)
    return ()


def _finding(
    fault: Fault, strategy: Strategy, item: Entity | StrategySettings, way: tuple[str | int, ...], **facts: object
) -> Diagnostic:
    # A way to an id that is a key, as in `funding: {S-LOCAL: 60%}`, ends with the id; its value is not at fault.
    span = strategy.span(item, *way, key=way[-1] == facts.get("id"))
    return Diagnostic(fault, span, {"owner": owner_id(item), "field": way[0], **facts})


def _circles(
    strategy: Strategy, items: Mapping[str, Entity], owner_of: Mapping[str, str | None], field: str, fault: Fault
) -> Iterable[Diagnostic]:
    """Every circle of a relation in which each item has at most one owner, once, from its first item."""
    settled: set[str] = set()
    for start in owner_of:
        walked: dict[str, None] = {}
        current: str | None = start
        while current is not None and current not in settled and current not in walked:
            walked[current] = None
            current = owner_of[current]
        if current is not None and current in walked:
            steps = list(walked)
            yield circle(strategy, items, steps[steps.index(current) :], lambda *_: (field,), fault)
        settled.update(walked)


def circle(
    strategy: Strategy,
    items: Mapping[str, Entity],
    steps: list[str],
    way: Callable[[Entity, str], tuple[str | int, ...]],
    fault: Fault,
) -> Diagnostic:
    """The finding that each of these items names the next and the last the first, with the place of each.

    Of a circle with more than twenty steps the first twenty are shown, and how many there are.
    """
    edges = list(zip(steps, [*steps[1:], steps[0]], strict=True))[:_SHOWN_STEPS]
    spans = [strategy.span(items[one], *way(items[one], other)) for one, other in edges]
    related = tuple(
        Related(span, {language: text.format(id=one, other=other) for language, text in _NAMED_HERE.items()})
        for (one, other), span in zip(edges, spans, strict=True)
    )
    left_out = [f"… ({len(steps)}) …"] if len(steps) > _SHOWN_STEPS else []
    path = " → ".join([*steps[:_SHOWN_STEPS], *left_out, steps[0]])
    return Diagnostic(fault, spans[0], {"path": path}, related=related)
