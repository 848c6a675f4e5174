"""Reads an earlier edition of the budget from its workbook."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from stratbuild.quantity import ZERO, Money
from stratbuild.render.earlier import EarlierBudget
from stratbuild.render.workbook_contract import CONTRACT_SHEET, ContractBroken, read_contract
from stratbuild.render.workbook_reader import StoredValues, read_back, stored_money

_AMOUNTS_OF_YEAR = re.compile(r"amt_([0-9]{4})")
_FACTS_OF_YEAR = re.compile(r"fact_([0-9]{4})")
_TITLE_COLUMN = "title"
_ID = re.compile(r"[A-Z][A-Z0-9-]*", re.ASCII)


def read_earlier(path: Path) -> EarlierBudget:
    """Read the workbook of an earlier edition; a file that is none is a `ValueError`.

    The file is to have been scanned before: it is opened as it is.
    """
    stored = read_back(path)
    if CONTRACT_SHEET not in stored.sheets or "line_id" not in stored.names:
        raise ValueError(path.name)
    try:
        contract = read_contract(stored.sheets[CONTRACT_SHEET])
        lines = contract.tables["lines"].rows
    except (ContractBroken, KeyError) as error:
        raise ValueError(path.name) from error
    return EarlierBudget(
        revision=contract.facts.get("revision", ""),
        as_of=contract.facts.get("as_of", ""),
        amounts=_amounts(stored),
        paid=_paid(stored),
        titles={key: row.base.get(_TITLE_COLUMN, key) for key, row in lines.items()},
    )


def _amounts(stored: StoredValues) -> Mapping[str, Mapping[int, Money]]:
    ids = [row[0] for row in stored.area("line_id")]
    found: dict[str, dict[int, Money]] = {str(id_): {} for id_ in ids if id_}
    for id_, year, money in _of_years(stored, ids, _AMOUNTS_OF_YEAR):
        found[id_][year] = money
    return found


def _paid(stored: StoredValues) -> Mapping[str | None, Mapping[int, Money]]:
    sources = [row[0] for row in stored.area("fact_source")]
    found: dict[str | None, dict[int, Money]] = {}
    for label, year, money in _of_years(stored, sources, _FACTS_OF_YEAR):
        # What nobody pays stands under words, which no id is.
        by_year = found.setdefault(label if _ID.fullmatch(label) else None, {})
        by_year[year] = by_year.get(year, ZERO) + money
    return found


def _of_years(stored: StoredValues, keys: Sequence[object], pattern: re.Pattern[str]) -> Iterator[tuple[str, int, Money]]:
    """Every sum of the named columns of years beside these keys: the key, the year, the money."""
    for name in stored.names:
        of_year = pattern.fullmatch(name)
        if of_year is None:
            continue
        for key, row in zip(keys, stored.area(name), strict=True):
            if key and isinstance(row[0], int | float) and row[0]:
                yield str(key), int(of_year[1]), stored_money(row[0])
