"""A batch of edits, sorted out by the mapping or list that each of them changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stratbuild.rewrite.edits import AppendItem, Edit, RemoveItem, RemoveKey, SetKey, SetScalar, as_data
from stratbuild.syntax import Data

Steps = tuple[str | int, ...]


@dataclass
class Change:
    """What happens directly inside one mapping or list."""

    given: dict[str | int, Data] = field(default_factory=dict)
    removed: set[str | int] = field(default_factory=set)
    appended: list[Data] = field(default_factory=list)


def changes(data: dict[str, Data], edits: Sequence[Edit]) -> Mapping[Steps, Change]:
    """The changes by the location of their mapping or list. Edits that contradict each other are a `ValueError`.

    Whatever stays as it is, is left out: setting a value that is already there changes nothing.
    """
    found: dict[Steps, Change] = {}
    begun: dict[Steps, list[Data]] = {}
    targets: set[Steps] = set()
    for edit in edits:
        at = tuple(edit.location)
        match edit:
            case SetScalar(_, value):
                _claim(targets, at)
                _reconcile(found, at[:-1], at[-1], _at(data, at), as_data(value))
            case SetKey(_, key, value):
                _claim(targets, (*at, key))
                _reconcile(found, at, key, _at(data, at).get(key), as_data(value))
            case RemoveKey(_, key):
                _claim(targets, (*at, key))
                found.setdefault(at, Change()).removed.add(key)
            case RemoveItem(_, index):
                _claim(targets, (*at, index))
                found.setdefault(at, Change()).removed.add(index)
            case AppendItem(_, value):
                owner = _at(data, at[:-1])
                if isinstance(owner, dict) and not owner.get(str(at[-1])):
                    begun.setdefault(at, []).append(as_data(value))
                else:
                    found.setdefault(at, Change()).appended.append(as_data(value))
    for at, items in begun.items():
        _claim(targets, at)
        found.setdefault(at[:-1], Change()).given[at[-1]] = items
    for edit in edits:
        at = tuple(edit.location)
        within = at[:-1] if isinstance(edit, SetScalar) or at in begun else at
        if any(within[:length] in targets for length in range(len(within) + 1)):
            raise ValueError(f"one edit lies inside another at {at}")
    return found


def _claim(targets: set[Steps], target: Steps) -> None:
    if target in targets:
        raise ValueError(f"two edits of {target}")
    targets.add(target)


def _at(data: Any, location: Steps) -> Any:
    for step in location:
        data = data[step]
    return data


def _reconcile(found: dict[Steps, Change], owner: Steps, step: str | int, old: Data | None, new: Data) -> None:
    """Note the least that makes one value of another."""
    if old == new:
        return
    at = (*owner, step)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        found.setdefault(at, Change()).removed |= old.keys() - new.keys()
        for key, value in new.items():
            _reconcile(found, at, key, old.get(key), value)
    elif isinstance(old, list) and isinstance(new, list) and old and new[: len(old)] == old:
        found.setdefault(at, Change()).appended += new[len(old) :]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            _reconcile(found, at, number, before, after)
    else:
        found.setdefault(owner, Change()).given[step] = new
