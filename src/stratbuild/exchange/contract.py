"""The contract of a workbook that came back, and whether it belongs to the strategy."""

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.findings import Finder
from stratbuild.exchange.workbook_faults import (
    WORKBOOK_CONTRACT_BROKEN,
    WORKBOOK_CONTRACT_MISSING,
    WORKBOOK_OF_ANOTHER_STRATEGY,
    WORKBOOK_OF_SCENARIO,
)
from stratbuild.render.edited.workbook import EditedSheet, EditedWorkbook
from stratbuild.render.locale import languages
from stratbuild.render.workbook_contract import CONTRACT_SHEET, BaseTable, Contract, ContractBroken, NewRows, read_contract
from stratbuild.schema.file import kinds
from stratbuild.strategy import Strategy

_FIRST_WORD = "stratbuild"
_FIXED = frozenset({"id"})
"""What no workbook may change."""
_NEEDED = frozenset({"measure", "title"})
"""The columns of a table whose new rows become items."""


def read_contract_of(workbook: EditedWorkbook, strategy: Strategy, finder: Finder) -> tuple[Contract | None, list[Diagnostic]]:
    """What the workbook says of itself; nothing where it says nothing, or is of something else than this strategy."""
    sheet = _contract_sheet(workbook)
    if sheet is None:
        return None, [finder(WORKBOOK_CONTRACT_MISSING, name=workbook.name)]
    rows = [[row.cells[column].value for column in sorted(row.cells)] for _, row in sorted(sheet.rows.items())]
    try:
        contract = read_contract(rows)
        is_sound = contract.facts["language"] in languages() and all(map(_is_sound, contract.tables.values()))
    except (ContractBroken, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        is_sound = False
    if not is_sound:
        return None, [finder(WORKBOOK_CONTRACT_BROKEN, sheet=sheet.name)]
    if contract.facts.get("scenario"):
        return None, [finder(WORKBOOK_OF_SCENARIO, scenario=contract.facts["scenario"])]
    other = _of_another(contract, strategy)
    if other is not None:
        theirs, ours = other
        return None, [finder(WORKBOOK_OF_ANOTHER_STRATEGY, theirs=theirs, ours=ours)]
    return contract, []


def _is_sound(table: BaseTable) -> bool:
    """Whether a table is one that the program wrote: anybody can work out the hash of another one."""
    ways = [(*row.way, *column.way) for row in table.rows.values() for column in table.columns.values()]
    texts = [(row.key, row.item, *row.base.values()) for row in table.rows.values()]
    return (
        isinstance(table.key, str)
        and isinstance(table.sheet, str)
        and isinstance(table.collection, str)
        and table.collection in kinds()
        and all(row.base.keys() <= table.columns.keys() for row in table.rows.values())
        and all(isinstance(one, str) for several in (*ways, *texts) for one in several)
        and _FIXED.isdisjoint(way[0] for way in ways if way)
        and (table.new_rows is not NewRows.ITEM or table.columns.keys() >= _NEEDED)
    )


def _contract_sheet(workbook: EditedWorkbook) -> EditedSheet | None:
    named = workbook.sheets.get(CONTRACT_SHEET)
    if named is not None:
        return named
    return next((sheet for sheet in workbook.sheets.values() if sheet.value(0, 0) == _FIRST_WORD), None)


def _of_another(contract: Contract, strategy: Strategy) -> tuple[str, str] | None:
    """What the workbook names and what the strategy has instead, where the two cannot belong together."""
    facts, settings = contract.facts, strategy.settings
    currency, community = facts.get("currency"), facts.get("community")
    if currency and currency != settings.currency:
        return currency, settings.currency
    names = {*settings.community.name.by_language.values(), settings.community.katottg}
    if community and community not in names:
        return community, strategy.text(settings.community.name)
    rows = [row.item for table in contract.tables.values() for row in table.rows.values()]
    items = {item.id for item in strategy.everything()}
    if rows and not items.intersection(rows):
        return rows[0], strategy.text(settings.title)
    return None
