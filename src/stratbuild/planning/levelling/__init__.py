"""Dates within the people of the units: a rule that needs nothing, a solver that proves its answer, and how both are told."""

from stratbuild.planning.levelling.edits import Writing, writing
from stratbuild.planning.levelling.levelling import level
from stratbuild.planning.levelling.proposal import Move, NotPlaced, Peak, Proposal, UnitOver, Why
from stratbuild.planning.levelling.schedule import Proof

__all__ = ["Move", "NotPlaced", "Peak", "Proof", "Proposal", "UnitOver", "Why", "Writing", "level", "writing"]
