"""Which measures to carry out with the money that there is: the best choice, its proof, and why the others are out."""

from stratbuild.planning.selection.highs import Limits, SolverMissing
from stratbuild.planning.selection.obstacles import Obstacle, ObstacleKind
from stratbuild.planning.selection.problem import Problem, problem
from stratbuild.planning.selection.result import Proof, Reason, ReasonKind, Selection, WhyNot
from stratbuild.planning.selection.selection import selection

__all__ = [
    "Limits",
    "Obstacle",
    "ObstacleKind",
    "Problem",
    "Proof",
    "Reason",
    "ReasonKind",
    "Selection",
    "SolverMissing",
    "WhyNot",
    "problem",
    "selection",
]
