"""What a batch of edits makes of plain data, knowing nothing of the text: the measure of every rewriting."""

from collections.abc import Sequence
from typing import Any

from stratbuild.rewrite.edits import AppendItem, Edit, RemoveItem, RemoveKey, SetKey, SetScalar, as_data
from stratbuild.syntax import Data, Location


def expected(data: dict[str, Data], edits: Sequence[Edit]) -> dict[str, Data]:
    """The data after the edits. A place that is not there, or is of another kind, is a `ValueError`.

    Items are taken out last, so that the numbers of all edits are those of the data as it was.
    """
    changed = {key: _copied(value) for key, value in data.items()}
    taken: dict[int, tuple[list[Data], set[int]]] = {}
    for edit in edits:
        match edit:
            case SetScalar(location, value):
                owner = _at(changed, location[:-1])
                if not location or not isinstance(_at(owner, location[-1:]), str):
                    raise ValueError(f"no text stands at {location}")
                owner[location[-1]] = as_data(value)
            case SetKey(location, key, value):
                _mapping_at(changed, location)[str(as_data(key))] = as_data(value)
            case RemoveKey(location, key):
                if _mapping_at(changed, location).pop(key, None) is None:
                    raise ValueError(f"no key {key} stands at {location}")
            case AppendItem(location, value):
                _list_at(changed, location).append(as_data(value))
            case RemoveItem(location, index):
                items = _list_at(changed, location)
                if not 0 <= index < len(items):
                    raise ValueError(f"no item {index} stands at {location}")
                taken.setdefault(id(items), (items, set()))[1].add(index)
    for items, indexes in taken.values():
        items[:] = [item for index, item in enumerate(items) if index not in indexes]
    return changed


def _copied(value: Data) -> Data:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [_copied(inner) for inner in value]
    return {key: _copied(inner) for key, inner in value.items()}


def _at(value: Any, location: Location) -> Any:
    for step in location:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            raise ValueError(f"nothing stands at {location}") from None
    return value


def _mapping_at(data: Any, location: Location) -> dict[str, Data]:
    found = _at(data, location)
    if not isinstance(found, dict):
        raise ValueError(f"no mapping stands at {location}")  # noqa: TRY004, the type of no argument is wrong
    return found


def _list_at(data: Any, location: Location) -> list[Data]:
    """A list; where its key is missing or has no value, a list begins there."""
    owner = _at(data, location[:-1])
    if location and isinstance(owner, dict) and owner.get(str(location[-1]), "") == "":
        owner[str(location[-1])] = []
    found = _at(owner, location[-1:])
    if not isinstance(found, list):
        raise ValueError(f"no list stands at {location}")  # noqa: TRY004, as above
    return found
