"""From an edited workbook to a proposed change: every table found, every row judged, nothing written."""

from collections.abc import Iterable

from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange.cells import Brought
from stratbuild.exchange.context import Context
from stratbuild.exchange.findings import Finder
from stratbuild.exchange.hidden import hidden_places
from stratbuild.exchange.known_rows import ReadTable, of_known_rows, of_missing_rows
from stratbuild.exchange.new_entries import of_new_entries
from stratbuild.exchange.new_ids import Ids
from stratbuild.exchange.new_rows import of_new_items, of_refused_rows
from stratbuild.exchange.proposal import Acceptance, CellChange, Conflict, NewItem, ProposedChange, Removal
from stratbuild.exchange.tables import find_tables, rows_of
from stratbuild.exchange.typed_over import of_typed_over
from stratbuild.render.edited.workbook import EditedWorkbook
from stratbuild.render.workbook_contract import Contract, NewRows
from stratbuild.strategy import Strategy


def propose(
    workbook: EditedWorkbook, contract: Contract, strategy: Strategy, acceptance: Acceptance, finder: Finder
) -> ProposedChange:
    """What the workbook asks for, compared with the strategy as it is now."""
    language = contract.facts.get("language") or strategy.language
    context = Context(strategy, language, acceptance, finder)
    found, diagnostics = find_tables(workbook, contract, finder)
    gathered = _Gathered(diagnostics)
    tables: list[ReadTable] = []
    for table in found:
        rows, unreadable = rows_of(table, finder)
        gathered.add(unreadable)
        tables.append(ReadTable(table, rows, is_whole=not unreadable))
    for read in tables:
        gathered.add(of_known_rows(context, read))
    known = [row.item for table in contract.tables.values() for row in table.rows.values()]
    ids = Ids((item.id for item in strategy.everything()), known)
    typed_anew: set[str] = set()
    for read in tables:
        match read.table.base.new_rows:
            case NewRows.ITEM:
                gathered.add(of_new_items(context, read, ids, typed_anew))
            case NewRows.REFUSED:
                gathered.add(of_refused_rows(context, read))
    for read in tables:
        if read.table.base.new_rows is NewRows.ENTRY:
            gathered.add(of_new_entries(context, read, gathered.new, typed_anew))
    gathered.add(of_missing_rows(context, contract, tables, typed_anew))
    gathered.add(of_typed_over(workbook, tables, finder))
    gone = {(one.collection, one.item) for one in gathered.removals if one.accepted and not one.way}
    return ProposedChange(
        facts=contract.facts,
        changes=tuple(one for one in gathered.changes if (one.collection, one.item) not in gone),
        new=tuple(gathered.new),
        removals=tuple(gathered.removals),
        conflicts=tuple(gathered.conflicts),
        findings=tuple(gathered.findings),
        sorted_tables=tuple(dict.fromkeys(read.table.sheet.name for read in tables if read.is_sorted)),
        hidden=tuple(hidden_places(tables)),
        review=workbook.review,
    )


class _Gathered:
    """What the tables have brought so far, by what it is."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.changes: list[CellChange] = []
        self.new: list[NewItem] = []
        self.removals: list[Removal] = []
        self.conflicts: list[Conflict] = []
        self.findings: list[Diagnostic] = list(findings)

    def add(self, brought: Iterable[Brought | NewItem | Removal]) -> None:
        for one in brought:
            match one:
                case CellChange():
                    self.changes.append(one)
                case NewItem():
                    self.new.append(one)
                case Removal():
                    self.removals.append(one)
                case Conflict():
                    self.conflicts.append(one)
                case Diagnostic():
                    self.findings.append(one)
