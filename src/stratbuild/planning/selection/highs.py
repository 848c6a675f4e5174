"""The one door to HiGHS, a solver of problems in whole numbers, which comes with the extra `select`.

The solver reckons in floating point and forgives a millionth. So every answer is looked at again in whole
numbers; where it breaks a demand, the demand is sharpened and the problem solved anew. One thread, one
seed, and an end by gap or by nodes, never by seconds: the answer does not depend on the machine's load.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from math import floor, gcd
from typing import Any

from stratbuild.diagnostics import Diagnostic, Span
from stratbuild.planning.selection.demands import Row, row
from stratbuild.planning.selection.faults import SOLVER_NOT_INSTALLED

_SEED = 1
_LARGEST = 1_000_000
"""Coefficients are not passed larger than that, so that what is forgiven is less than one of the smallest."""
_LESS_THAN_A_POINT = 0.999
_NOISE = 0.001


class SolverMissing(Exception):
    """HiGHS is not installed; the finding says how to install it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message("en"))
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Limits:
    """When the solver may stop before it has proved the best answer."""

    gap: Decimal = Decimal(0)
    """The answer may be so much worse than the bound, in per cent."""
    nodes: int = 20_000
    """How many nodes of the search are looked at."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What the solver has found."""

    chosen: frozenset[str] | None
    """The measures that are in; nothing where no answer was found."""
    bound: int
    """No answer is worth more points."""
    nodes: int
    is_infeasible: bool = False
    """Whether it is proved that there is no answer."""


def solver_version() -> str:
    """The solver and its version, `HiGHS 1.16.0`; without it `SolverMissing`."""
    _highspy()
    return f"HiGHS {version('highspy')}"


def solve(weights: Mapping[str, int], rows: Sequence[Row], limits: Limits, start: Set[str] | None = None) -> Solved:
    """The measures of the greatest weight together that meet every demand; `start` is an answer that is known already.

    Without the solver `SolverMissing` is raised.
    """
    solver = _highspy()
    sharper = list(rows)
    nodes = 0
    while True:
        found = _solved(solver, weights, sharper, limits, start)
        nodes += found.nodes
        chosen = found.chosen
        if chosen is None:
            return Solved(None, found.bound, nodes, found.is_infeasible)
        cuts = [cut(one, chosen) for one in rows if not one.holds(chosen)]
        if not cuts:
            return Solved(chosen, found.bound, nodes)
        sharper += cuts


def _highspy() -> Any:
    """The module, once it is needed."""
    try:
        import highspy  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise SolverMissing(Diagnostic(SOLVER_NOT_INSTALLED, Span(""))) from error
    return highspy


def _solved(solver: Any, weights: Mapping[str, int], rows: Iterable[Row], limits: Limits, start: Set[str] | None) -> Solved:
    ids = list(weights)
    highs = solver._Highs()  # noqa: SLF001 - the solver without callbacks, for which the other one prints its name
    options = {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": _SEED,
        "mip_max_nodes": limits.nodes,
        "mip_rel_gap": float(limits.gap / 100),
        "mip_abs_gap": _LESS_THAN_A_POINT,
    }
    for name, value in options.items():
        assert highs.setOptionValue(name, value) == solver.HighsStatus.kOk, name
    highs.passModel(_model(solver, ids, weights, rows))
    if start is not None:
        known = solver.HighsSolution()
        known.col_value = [float(id_ in start) for id_ in ids]
        highs.setSolution(known)
    highs.run()
    info, status = highs.getInfo(), highs.getModelStatus()
    nodes = max(0, int(info.mip_node_count))
    if status in {solver.HighsModelStatus.kInfeasible, solver.HighsModelStatus.kUnboundedOrInfeasible}:
        return Solved(None, 0, nodes, is_infeasible=True)
    most = sum(max(0, weight) for weight in weights.values())
    bound = most if abs(info.mip_dual_bound) > most else floor(info.mip_dual_bound + _NOISE)
    if info.primal_solution_status != solver.SolutionStatus.kSolutionStatusFeasible:
        return Solved(None, bound, nodes)
    values = highs.getSolution().col_value
    chosen = frozenset(id_ for id_, value in zip(ids, values, strict=True) if value > 0.5)
    return Solved(chosen, max(bound, sum(weights[id_] for id_ in chosen)), nodes)


def _model(solver: Any, ids: Sequence[str], weights: Mapping[str, int], rows: Iterable[Row]) -> Any:
    places = {id_: place for place, id_ in enumerate(ids)}
    least: list[float] = []
    most: list[float] = []
    starts: list[int] = [0]
    columns: list[int] = []
    numbers: list[float] = []
    for one in rows:
        coefficients, lower, upper = _in_floats(one)
        least.append(-solver.kHighsInf if lower is None else lower)
        most.append(solver.kHighsInf if upper is None else upper)
        columns += [places[id_] for id_ in coefficients]
        numbers += coefficients.values()
        starts.append(len(columns))
    model = solver.HighsLp()
    model.sense_ = solver.ObjSense.kMaximize
    model.num_col_, model.num_row_ = len(ids), len(least)
    model.col_cost_ = [float(weights[id_]) for id_ in ids]
    model.col_lower_, model.col_upper_ = [0.0] * len(ids), [1.0] * len(ids)
    model.row_lower_, model.row_upper_ = least, most
    model.integrality_ = [solver.HighsVarType.kInteger] * len(ids)
    matrix = model.a_matrix_
    matrix.format_ = solver.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = len(ids), len(least)
    matrix.start_, matrix.index_, matrix.value_ = starts, columns, numbers
    return model


def _in_floats(one: Row) -> tuple[Mapping[str, float], float | None, float | None]:
    """A row in its smallest whole numbers, and where they are large yet, in proportion to them."""
    divisor = gcd(*one.coefficients.values()) or 1
    largest = max((abs(number) // divisor for number in one.coefficients.values()), default=1)
    scale = max(Fraction(1), Fraction(largest, _LARGEST))
    lower = None if one.least is None else float(-(-one.least // divisor) / scale)
    upper = None if one.most is None else float((one.most // divisor) / scale)
    return {id_: float(number // divisor / scale) for id_, number in one.coefficients.items()}, lower, upper


def cut(one: Row, chosen: Set[str]) -> Row:
    """A demand that a wrong answer, and all that are wrong in the same way, does not meet, and every right one does.

    What makes the sum too large cannot all be in while what would make it smaller is all out.
    """
    sign = 1 if one.most is not None and one.total(chosen) > one.most else -1
    limit = one.most if sign == 1 else one.least
    assert limit is not None
    numbers = {id_: sign * number for id_, number in one.coefficients.items()}
    lowering = [id_ for id_, number in numbers.items() if number < 0 and id_ not in chosen]
    raising = sorted(
        (id_ for id_, number in numbers.items() if number > 0 and id_ in chosen), key=lambda id_: (numbers[id_], id_)
    )
    total = sign * one.total(chosen)
    while raising and total - numbers[raising[0]] > sign * limit:
        total -= numbers[raising.pop(0)]
    return row(one.demand, {**dict.fromkeys(raising, 1), **dict.fromkeys(lowering, -1)}, most=len(raising) - 1)
