"""Reads an earlier edition of the budget from its workbook."""

import re
from collections.abc import Mapping
from pathlib import Path

from stratbuild.quantity import Money
from stratbuild.render.earlier import EarlierBudget
from stratbuild.render.workbook_contract import CONTRACT_SHEET, ContractBroken, read_contract
from stratbuild.render.workbook_reader import StoredValues, read_back, stored_money

_AMOUNTS_OF_YEAR = re.compile(r"amt_([0-9]{4})")
_TITLE_COLUMN = "title"


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
        titles={key: row.base.get(_TITLE_COLUMN, key) for key, row in lines.items()},
    )


def _amounts(stored: StoredValues) -> Mapping[str, Mapping[int, Money]]:
    ids = [row[0] for row in stored.area("line_id")]
    found: dict[str, dict[int, Money]] = {str(id_): {} for id_ in ids if id_}
    for name in stored.names:
        of_year = _AMOUNTS_OF_YEAR.fullmatch(name)
        if of_year is None:
            continue
        for id_, row in zip(ids, stored.area(name), strict=True):
            if id_ and isinstance(row[0], int | float) and row[0]:
                found[str(id_)][int(of_year[1])] = stored_money(row[0])
    return found
