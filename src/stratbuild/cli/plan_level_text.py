"""Proposed dates for a terminal: what moves and why, what cannot, and who has too much work before and after."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from stratbuild.cli.plan_table import days_of, people
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.cli.table import Line, laid_out, printable_lines, wrapped
from stratbuild.model import Plan, Window
from stratbuild.planning.levelling import Move, NotPlaced, Peak, Proposal, UnitOver
from stratbuild.planning.levelling.serial import SERIAL
from stratbuild.render.locale import Locale

POINTS = 100
"""Points of the delay of one day of weight one."""
_WIDEST = 100


def levelling_text(plan: Plan, proposal: Proposal, words: Locale) -> str:
    """Sections below each other; those that there is nothing to say in are left out."""
    told = _Told(plan, proposal, words)
    sections = (told.heading(), told.moves(), told.milestones(), told.not_placed(), told.overloads(), told.proof())
    found = ["".join(f"{line}\n" for line in section) for section in map(list, sections) if section]
    return "\n".join(found)


class _Told:
    """A proposal in the words of a language."""

    def __init__(self, plan: Plan, proposal: Proposal, words: Locale) -> None:
        self._plan, self._proposal, self._words = plan, proposal, words

    def heading(self) -> Iterator[str]:
        strategy = self._plan.strategy
        yield self._say("of", title=strategy.text(strategy.settings.title, self._words.language))
        if self._plan.scenario is not None:
            yield self._say("scenario", title=title_of(self._plan, self._words), id=id_of(self._plan))
        if self._plan.status_day is not None:
            yield self._say("status", day=self._plan.status_day)
        if not self._proposal.moves and not self._proposal.before:
            yield self._say("fits")
        elif not self._proposal.moves:
            yield self._say("nothing_moves")

    def moves(self) -> Iterator[str]:
        moves = self._proposal.moves
        if not moves:
            return
        yield self._say("moves", count=len(moves), last=self._proposal.ends)
        rows: list[Line] = [
            (
                "\n".join((self._named(one.measure), *self._why(one))),
                self._window(one.was),
                self._window(one.window),
                self._words.number(one.delay),
            )
            for one in moves
        ]
        titles = tuple(self._say(name) for name in ("measure", "was", "becomes", "later"))
        yield from printable_lines(laid_out(titles, rows)).rstrip("\n").split("\n")

    def milestones(self) -> Iterator[str]:
        found = self._proposal.milestones
        if found:
            yield self._say("milestones")
        for id_, (was, becomes) in found.items():
            yield from self._wrapped(f"  {self._named(id_)}: {self._words.short_day(was)} → {self._words.short_day(becomes)}")

    def not_placed(self) -> Iterator[str]:
        found = self._proposal.not_placed
        if found:
            yield self._say("not_placed", count=len(found))
        for one in found:
            yield from self._wrapped(f"  {self._named(one.measure)}: {self._window(one.window)}")
            yield from self._wrapped(f"    {self._limit(one)}")
            for over in one.over:
                yield from self._wrapped(f"    {self._over(over)}")

    def overloads(self) -> Iterator[str]:
        if not self._proposal.before and not self._proposal.after:
            return
        yield self._say("overloads", before=len(self._proposal.before), after=len(self._proposal.after))
        for name, peaks in (("before", self._proposal.before), ("after", self._proposal.after)):
            if peaks:
                yield f"  {self._say(name)}"
            for run in _runs(peaks):
                first = run[0]
                facts = {
                    "unit": self._unit(first.unit),
                    "months": months_text([one.month for one in run], self._words),
                    "needed": people(self._words, first.needed),
                    "capacity": people(self._words, first.capacity),
                    "measures": ", ".join(first.measures),
                }
                yield from self._wrapped(f"    {self._say('peak', **facts)}")

    def proof(self) -> Iterator[str]:
        proof, moves = self._proposal.proof, self._proposal.moves
        if not moves:
            return
        days = days_of(self._words, sum(one.delay for one in moves))
        yield from self._wrapped(self._say("delay", days=days, weighted=Decimal(proof.objective) / POINTS))
        if proof.is_optimal:
            yield self._say("best")
        elif proof.solver == SERIAL:
            yield from self._wrapped(self._say("by_rule"))
        else:
            yield from self._wrapped(self._say("near_best", bound=Decimal(proof.bound) / POINTS, gap=proof.gap))
        yield self._say("rule") if proof.solver == SERIAL else self._say("solver", solver=proof.solver)

    def _why(self, move: Move) -> Iterator[str]:
        for over in move.why.over:
            yield f"  {self._over(over)}"
        if move.why.waits_for is not None:
            yield f"  {self._say('waits', id=move.why.waits_for)}"
        if move.why.stands is not None:
            yield f"  {self._say('stands', day=move.why.stands)}"

    def _over(self, over: UnitOver) -> str:
        return self._say("over", unit=over.unit, months=months_text(over.months, self._words))

    def _limit(self, one: NotPlaced) -> str:
        return self._say(f"limits.{one.limit.value}", day="" if one.day is None else one.day, of=one.of or "")

    def _window(self, window: Window) -> str:
        return f"{self._words.short_day(window.first)} – {self._words.short_day(window.last)}"

    def _named(self, id_: str) -> str:
        strategy = self._plan.strategy
        item = strategy.measures.get(id_) or strategy.milestones[id_]
        return f"{id_} {strategy.text(item.title, self._words.language)}"

    def _unit(self, id_: str) -> str:
        unit = self._plan.strategy.units[id_]
        return f"{self._plan.strategy.text(unit.short_name or unit.name, self._words.language)} ({id_})"

    def _wrapped(self, line: str) -> Sequence[str]:
        return wrapped(printable_lines(line), _WIDEST)

    def _say(self, name: str, **facts: object) -> str:
        return self._words.say(f"levelling.{name}", **facts)


def months_text(months: Sequence[date], words: Locale) -> str:
    """`04.2026 – 06.2026, 09.2026`."""
    found: list[list[date]] = []
    for month in months:
        if found and _next(found[-1][-1]) == month:
            found[-1].append(month)
        else:
            found.append([month])
    return ", ".join(words.month(run[0]) if len(run) == 1 else f"{words.month(run[0])} – {words.month(run[-1])}" for run in found)


def _runs(peaks: Sequence[Peak]) -> Iterator[list[Peak]]:
    """Months of a unit that have the same work of the same measures."""
    for _, some in groupby(peaks, key=lambda one: (one.unit, one.needed, one.capacity, one.measures)):
        yield list(some)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
