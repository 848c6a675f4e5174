"""What comes back from people: an edited workbook becomes a proposed change, never a write.

`read_contract_of` and `propose` compare three states of every editable cell: what the workbook held when it was
written (its hidden sheet says so), what it holds now, and what the strategy says now. `edits_by_file` says what
the proposal asks of the strategy's files; only `rewrite` and `publish` carry it out.
"""

from stratbuild.exchange.contract import read_contract_of
from stratbuild.exchange.proposal import Acceptance, CellChange, Conflict, Kind, NewItem, ProposedChange, Removal
from stratbuild.exchange.propose import propose
from stratbuild.exchange.written import edits_by_file

__all__ = [
    "Acceptance",
    "CellChange",
    "Conflict",
    "Kind",
    "NewItem",
    "ProposedChange",
    "Removal",
    "edits_by_file",
    "propose",
    "read_contract_of",
]
