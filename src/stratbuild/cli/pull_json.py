"""A proposed change as data for programs.

```
{"version": 1, "language", "currency",
 "workbook": {"path", "revision", "as_of", "language"}, "revision",
 "applied": whether files were written by this run, "files": [paths that change, or would],
 "changes": [{"collection", "item", "field", "cell", "kind": "changed|added|emptied|already", "base", "theirs", "ours"}],
 "new": [{"collection", "item", "cell", "already", "fields": {field: value}}],
 "removals": [{"collection", "item", "field" (empty: the whole item), "sheet", "accepted"}],
 "conflicts": [{"collection", "item", "field", "cell", "base", "theirs", "ours"}],
 "money": {"total", "after_period", "by_year": [{"year", …}], "items": [{"item", …}]} or null,
 "sorted": [sheets], "hidden": [{"sheet", "rows", "columns", "whole_sheet"}],
 "review": [{"sheet", "cell", "author", "text"}],
 "diagnostics": [as `stratbuild check --format json` has them]}
```

Where the two cannot be compared at all, the keys are the same, the lists are empty and `diagnostics` says why;
`currency` and what the workbook says of itself may then be `null`. Values are texts in the spelling of the strategy's files, empty where there is none; `before`, `after` and
`difference` of money are texts of an exact number, `null` where a line is not there.
"""

import json
from collections.abc import Iterable
from typing import Any

from stratbuild.cli.formats import Report, written
from stratbuild.cli.pull_effect import Effect
from stratbuild.exchange import CellChange, Conflict, ProposedChange
from stratbuild.model.comparison import MoneyChange
from stratbuild.quantity import Money

VERSION = 1

Data = dict[str, Any]


def pull_data(
    workbook: str, proposed: ProposedChange, effect: Effect, report: Report, facts: tuple[str | None, str, bool]
) -> Data:
    """All of a proposal; `facts` are the currency, the revision of the strategy as it was read, whether files were written."""
    currency, revision, applied = facts
    base = proposed.facts
    return {
        "version": VERSION,
        "language": report.words.language,
        "currency": currency,
        "workbook": {"path": workbook, **{name: base.get(name) for name in ("revision", "as_of", "language")}},
        "revision": revision,
        "applied": applied,
        "files": sorted(effect.changed),
        "changes": [{**_states(one), "kind": one.kind.value} for one in proposed.changes],
        "new": [
            {
                "collection": one.collection,
                "item": one.item,
                "cell": one.cell,
                "already": one.is_already_there,
                "fields": {".".join(way): text for way, (text, _) in one.fields.items()},
            }
            for one in proposed.new
        ],
        "removals": [
            {
                "collection": one.collection,
                "item": one.item,
                "field": ".".join(one.way),
                "sheet": one.table,
                "accepted": one.accepted,
            }
            for one in proposed.removals
        ],
        "conflicts": [_states(one) for one in proposed.conflicts],
        "money": _money(effect),
        "sorted": list(proposed.sorted_tables),
        "hidden": [
            {"sheet": one.sheet, "rows": list(one.rows), "columns": list(one.columns), "whole_sheet": one.is_whole_sheet}
            for one in proposed.hidden
        ],
        "review": [{"sheet": one.sheet, "cell": one.cell, "author": one.author, "text": one.text} for one in proposed.review],
        "diagnostics": diagnostics_data(report),
    }


def diagnostics_data(report: Report) -> list[Any]:
    """The findings of a report, as the JSON of a check has them."""
    found: list[Any] = json.loads(written(report, "json"))["diagnostics"]
    return found


def _states(one: CellChange | Conflict) -> Data:
    return {
        "collection": one.collection,
        "item": one.item,
        "field": ".".join(one.way),
        "cell": one.cell,
        "base": one.base,
        "theirs": one.theirs,
        "ours": one.ours,
    }


def _money(effect: Effect) -> Data | None:
    if effect.comparison is None:
        return None
    return {
        "total": _change(effect.comparison.total),
        "after_period": _change(effect.comparison.after),
        "by_year": list(_by_year(effect.comparison.by_year)),
        "items": [
            {"item": one.line, "before": _sum(one.before), "after": _sum(one.after), "difference": str(one.difference)}
            for one in effect.items
        ],
    }


def _by_year(changes: Iterable[MoneyChange]) -> Iterable[Data]:
    return ({"year": one.key[0], **_change(one)} for one in sorted(changes, key=lambda one: str(one.key[0])))


def _change(one: MoneyChange) -> Data:
    return {"before": str(one.first), "after": str(one.second), "difference": str(one.difference)}


def _sum(money: Money | None) -> str | None:
    return None if money is None else str(money)
