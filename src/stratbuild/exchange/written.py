"""What a proposed change asks of the strategy's files: edits by path, each of as little as can be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from stratbuild.exchange.proposal import ProposedChange
from stratbuild.exchange.values import written
from stratbuild.render.workbook_contract import Form
from stratbuild.rewrite import AppendItem, Edit, RemoveItem, RemoveKey, SetKey, Unquoted, Value
from stratbuild.schema.file import kinds
from stratbuild.strategy import Strategy
from stratbuild.syntax import Data

_TEXTS = (Form.TEXT, Form.LONG_TEXT)
_OF_YEARS = "funding_by_year"
"""A mapping in which an entry without anything in it is not the same as none."""
_Steps: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Assignment:
    """A value for a way inside an item; nothing takes it away."""

    way: tuple[str, ...]
    text: str | None
    form: Form


def edits_by_file(strategy: Strategy, proposed: ProposedChange) -> Mapping[str, Sequence[Edit]]:
    """The edits that carry a proposal out, by the path of the file; all locations are those of the files as they are."""
    found: dict[str, list[Edit]] = {}
    new = {one.item: dict(one.fields) for one in proposed.new if not one.is_already_there}
    assigned: dict[tuple[str, str], list[_Assignment]] = {}
    for change in proposed.wanted:
        if change.item in new:
            new[change.item][change.way] = (change.theirs, change.form)
            continue
        one = _Assignment(change.way, change.theirs or None, change.form)
        assigned.setdefault((change.collection, change.item), []).append(one)
    language = proposed.facts.get("language") or strategy.language
    for removal in proposed.removals:
        if removal.accepted and removal.way:
            one = _Assignment(removal.way, None, Form.PORTION)
            assigned.setdefault((removal.collection, removal.item), []).append(one)
        elif removal.accepted:
            path, location, _ = _place(strategy, removal.collection, removal.item)
            found.setdefault(path, []).append(RemoveItem(location[:-1], int(location[-1])))
    for (collection, item), assignments in assigned.items():
        path, location, raw = _place(strategy, collection, item)
        writing = _Writing(language, strategy.language, found.setdefault(path, []))
        writing.mapping(location, raw, assignments, is_item=True)
    for added in proposed.new:
        if not added.is_already_there:
            path, location = _home(strategy, added.collection, added.fields["measure",][0])
            fields = [_Assignment(way, text, form) for way, (text, form) in new[added.item].items()]
            value = _new_item(added.collection, added.item, fields, language, strategy.language)
            found.setdefault(path, []).append(AppendItem(location, value))
    return found


@dataclass(frozen=True, slots=True)
class _Writing:
    """Turns assignments into edits of one file."""

    language: str
    main: str
    edits: list[Edit]

    def mapping(
        self, location: _Steps, raw: Mapping[str, Data], assignments: Iterable[_Assignment], *, is_item: bool = False
    ) -> None:
        """Edits inside a mapping that is there."""
        for key, inner in _by_first_step(assignments).items():
            value = raw.get(key)
            if () in {one.way for one in inner}:
                self._value(location, key, value, inner[0])
            elif key == "funding" and isinstance(value, str) and is_item:
                funding = _funding({value: Unquoted("100%")}, inner)
                self.edits.append(SetKey(location, key, funding) if funding else RemoveKey(location, key))
            elif isinstance(value, dict) and value:
                left = value.keys() - {one.way[0] for one in inner if len(one.way) == 1 and one.text is None}
                left |= {one.way[0] for one in inner if one.text is not None}
                if left or (location and location[-1] == _OF_YEARS):
                    self.mapping((*location, key), value, inner)
                else:
                    self.edits.append(RemoveKey(location, key))
            else:
                built = _built(inner)
                if built:
                    self.edits.append(SetKey(location, key, built))

    def _value(self, location: _Steps, key: str, raw: Data | None, one: _Assignment) -> None:
        if one.form in _TEXTS and isinstance(raw, dict):
            if one.text is not None:
                self.edits.append(SetKey((*location, key), self.language, one.text + _line_ends(raw.get(self.language))))
            else:
                several = len(raw) > 1
                self.edits.append(RemoveKey((*location, key), self.language) if several else RemoveKey(location, key))
        elif one.text is None:
            self.edits.append(RemoveKey(location, key))
        elif one.form in _TEXTS and self.language != self.main:
            both = {self.main: raw} if isinstance(raw, str) else {}
            self.edits.append(SetKey(location, key, {**both, self.language: one.text}))
        elif one.form in _TEXTS:
            self.edits.append(SetKey(location, key, one.text + _line_ends(raw)))
        else:
            self.edits.append(SetKey(location, key, written(one.text, one.form)))


def _line_ends(raw: Data | None) -> str:
    """The line ends after a text, which are no part of it, but of the way in which it is written."""
    return raw[len(raw.rstrip("\n")) :] if isinstance(raw, str) else ""


def _by_first_step(assignments: Iterable[_Assignment]) -> Mapping[str, list[_Assignment]]:
    found: dict[str, list[_Assignment]] = {}
    for one in assignments:
        found.setdefault(one.way[0], []).append(_Assignment(one.way[1:], one.text, one.form))
    return found


def _built(assignments: Iterable[_Assignment]) -> dict[str, Value]:
    """A mapping that was not there, years and names in their order."""
    built: dict[str, Value] = {}
    for key, inner in _by_first_step(assignments).items():
        first = inner[0]
        if first.way:
            nested = _built(inner)
            if nested:
                built[key] = nested
        elif first.text is not None:
            built[key] = written(first.text, first.form)
    return {key: built[key] for key in sorted(built, key=_year_first)}


def _year_first(key: str) -> tuple[bool, int]:
    return (not key.isdecimal(), int(key) if key.isdecimal() else 0)


def _funding(parts: dict[str, Value], assignments: Iterable[_Assignment]) -> Value:
    """The funding of a line that named a single source; again a single one where that is what is left."""
    for one in assignments:
        if one.text is None:
            parts.pop(one.way[0], None)
        else:
            parts[one.way[0]] = written(one.text, one.form)
    single = next(iter(parts)) if list(parts.values()) == ["100%"] else None
    return single if single is not None else parts


def _new_item(collection: str, id_: str, fields: Sequence[_Assignment], language: str, main: str) -> dict[str, Value]:
    """A new item with its fields in the order of the schema."""
    values: dict[str, Value] = {"id": id_}
    for key, inner in _by_first_step(fields).items():
        first = inner[0]
        if first.way:
            values[key] = _funding(_built(inner), ()) if key == "funding" else _built(inner)
        elif first.form in _TEXTS and language != main:
            values[key] = {language: first.text or ""}
        else:
            values[key] = written(first.text or "", first.form)
    order = {name: number for number, name in enumerate(kinds()[collection].model_fields)}
    return {key: values[key] for key in sorted(values, key=lambda name: order[name])}


def _place(strategy: Strategy, collection: str, id_: str) -> tuple[str, _Steps, Mapping[str, Data]]:
    """The file of an item, the way to it there, and its data as it is written."""
    origin = strategy.origins[id_]
    value = origin.places.find(origin.location)[0].value
    if not isinstance(value, dict):
        raise TypeError(f"{id_} of {collection} is no mapping")
    return origin.places.span(()).path, origin.location, value


def _home(strategy: Strategy, collection: str, measure: str) -> tuple[str, _Steps]:
    """The file and the list that a new line goes to: that of the measure's other lines, else the last with such a list."""
    items = list(strategy.items[collection].values())
    siblings = [one for one in items if getattr(one, "measure", None) == measure]
    neighbour = (siblings or items or [strategy.measures[measure]])[-1]
    return strategy.origins[neighbour.id].places.span(()).path, (collection,)
