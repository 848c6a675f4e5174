"""Why each measure is out, and which extra money would bring it in next to what is chosen."""

from collections.abc import Iterator, Set
from dataclasses import replace

from stratbuild.planning.selection.additions import Additions
from stratbuild.planning.selection.demands import DemandKind, Row
from stratbuild.planning.selection.problem import Problem
from stratbuild.planning.selection.result import Reason, ReasonKind, WhyNot
from stratbuild.quantity import Money

_MONEY = {
    DemandKind.CEILING: ReasonKind.NO_ROOM,
    DemandKind.UNPAID: ReasonKind.UNPAID,
    DemandKind.PROGRAMME: ReasonKind.NO_ROOM_IN_PROGRAMME,
}


def why_not(problem: Problem, chosen: Set[str]) -> tuple[WhyNot, ...]:
    """Of every measure that is out. The choice has to meet every demand."""
    additions = Additions(problem, chosen)
    return tuple(_of(problem, chosen, additions, id_) for id_ in problem.measures if id_ not in chosen)


def with_extra(rows: tuple[Row, ...], why: WhyNot) -> Iterator[Row]:
    """The demands once there is the extra money that a measure needs."""
    for one in rows:
        demand, extra = one.demand, None
        if demand.year is not None and demand.kind is DemandKind.PROGRAMME:
            extra = why.extra_of_programmes.get((demand.year, demand.id))
        elif demand.year is not None:
            extra = why.extra.get((demand.year, demand.id or None))
        yield one if extra is None or one.most is None else replace(one, most=one.most + extra.hundredths)


def _of(problem: Problem, chosen: Set[str], additions: Additions, measure: str) -> WhyNot:
    bundle = additions.bundle(measure)
    with_it = tuple(id_ for id_ in problem.measures if id_ in bundle and id_ != measure)
    broken = list(additions.broken(bundle))
    short = [(one.demand, Money(total - one.most)) for one, total in broken if one.demand.kind in _MONEY and one.most is not None]
    reasons = [
        *_obstacles(problem, measure, with_it),
        *_others(broken, chosen, bundle, measure),
        *_missing(problem, bundle, measure),
        *(Reason(_MONEY[demand.kind], demand.id or None, year=demand.year, money=money) for demand, money in short),
    ]
    can_be_in = len(short) == len(broken)
    if can_be_in and not broken:
        reasons.append(Reason(ReasonKind.ADDS_NOTHING))
    why = WhyNot(measure, tuple(reasons), with_it, can_be_in)
    if can_be_in:
        programmes = {(one.year or 0, one.id): money for one, money in short if one.kind is DemandKind.PROGRAMME}
        sources = {(one.year or 0, one.id or None): money for one, money in short if one.kind is not DemandKind.PROGRAMME}
        why = replace(why, extra=sources, extra_of_programmes=programmes)
        touched = {place for id_ in bundle for place in problem.rows_of[id_]}
        with_all = {*chosen, *bundle}
        proved = with_extra(tuple(problem.rows[place] for place in sorted(touched)), why)
        assert all(one.holds(with_all) for one in proved), f"the extra money does not bring {measure} in"
    return why


def _obstacles(problem: Problem, measure: str, with_it: tuple[str, ...]) -> Iterator[Reason]:
    for id_ in (measure, *with_it):
        for one in problem.obstacles.get(id_, ()):
            yield Reason(ReasonKind.OBSTACLE, id_, obstacle=one)


def _others(broken: list[tuple[Row, int]], chosen: Set[str], bundle: Set[str], measure: str) -> Iterator[Reason]:
    """The groups of which another one is chosen, and the co-financing of the whole strategy."""
    for one, total in broken:
        demand = one.demand
        if demand.kind is DemandKind.ALTERNATIVE:
            others = tuple(id_ for id_ in one.coefficients if (id_ in chosen or id_ in bundle) and id_ != measure)
            yield Reason(ReasonKind.ALTERNATIVE, demand.id, others)
        elif demand.kind is DemandKind.CO_FINANCING:
            yield Reason(ReasonKind.CO_FINANCING, demand.id, money=Money(-(total // one.divisor)))


def _missing(problem: Problem, bundle: Set[str], measure: str) -> Iterator[Reason]:
    for id_ in problem.needs[measure]:
        if id_ in bundle:
            yield Reason(ReasonKind.NEED, id_)
    whole = problem.wholes.get(measure)
    if whole is not None and whole in bundle:
        yield Reason(ReasonKind.WHOLE, whole)
    for id_ in problem.together.get(measure, ()):
        if id_ in bundle:
            yield Reason(ReasonKind.TOGETHER, id_)
    parts = problem.bare.get(measure, ())
    if parts:
        yield Reason(ReasonKind.PARTS, others=tuple(id_ for id_ in parts if id_ in bundle))
