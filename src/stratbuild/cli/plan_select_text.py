"""The choice of measures for people: what it comes to, whose money is left, why each of the others is out."""

from collections.abc import Iterator, Mapping, Sequence

from stratbuild.cli.budget_table import source_name
from stratbuild.cli.formats.excerpt import printable
from stratbuild.cli.scenario import id_of, title_of
from stratbuild.cli.table import WIDEST, Line, laid_out, printable_lines, wrapped
from stratbuild.model import Plan
from stratbuild.model.budget import measure, source, year
from stratbuild.planning.selection import Obstacle, ObstacleKind, Reason, ReasonKind, Selection, WhyNot
from stratbuild.quantity import ZERO, Money
from stratbuild.render.locale import Locale


def selection_text(plan: Plan, chosen: Selection, words: Locale, width: int = WIDEST) -> str:
    """Sections below each other, no wider than so many columns."""
    told = _Told(plan, chosen, words, width)
    if chosen.proof is None:
        return told.heading()
    return "\n".join(one for one in (told.heading(), told.money(), told.unlimited(), told.chosen(), told.left_out()) if one)


def money_of(plan: Plan, chosen: Sequence[str]) -> Mapping[tuple[str, int], Money]:
    """By source and year: what the chosen measures take."""
    among = set(chosen)
    found: dict[tuple[str, int], Money] = {}
    for (id_, of, giver), money in plan.budget.by(measure, year, source).items():
        if id_ in among and giver is not None:
            key = (str(giver), int(str(of)))
            found[key] = found.get(key, ZERO) + money
    return found


def unlimited_of(chosen: Selection) -> Mapping[tuple[str, int], Money]:
    """By source and year without a ceiling: what the chosen measures take."""
    among = set(chosen.chosen)
    sums = {key: Money(sum(of.get(id_, 0) for id_ in among)) for key, of in chosen.problem.unlimited.items()}
    return {key: money for key, money in sums.items() if money}


class _Told:
    """A choice in the words of a language."""

    def __init__(self, plan: Plan, chosen: Selection, words: Locale, width: int) -> None:
        self._plan, self._chosen, self._words, self._width = plan, chosen, words, width

    def heading(self) -> str:
        strategy, proof = self._plan.strategy, self._chosen.proof
        told = [self._say("of", title=strategy.text(strategy.settings.title, self._words.language))]
        if self._plan.scenario is not None:
            told.append(self._say("scenario", title=title_of(self._plan, self._words), id=id_of(self._plan)))
        if proof is not None:
            counts = {"chosen": len(self._chosen.chosen), "all": len(self._chosen.problem.measures)}
            told += [
                self._say("chosen_of", **counts, weight=proof.weight),
                self._say("best") if proof.is_optimal else self._say("near_best", bound=proof.weight_bound, gap=proof.gap),
                self._say("solver", solver=proof.solver, nodes=proof.nodes),
                self._say("currency", currency=self._words.currency(strategy.settings.currency)),
            ]
        return "".join(self._wrapped(one) for one in told)

    def money(self) -> str:
        years = self._plan.budget.years
        titles = (self._say("source"), *map(str, years), self._say("total"))
        return f"{self._say('by_source')}\n\n{laid_out(titles, self._sources(years), self._width)}"

    def unlimited(self) -> str:
        sums = ", ".join(f"{id_} {of} — {self._words.money(money)}" for (id_, of), money in unlimited_of(self._chosen).items())
        return self._wrapped(self._say("unlimited", sums=sums)) if sums else ""

    def chosen(self) -> str:
        head = self._say("chosen", count=len(self._chosen.chosen))
        return f"{head}\n" + self._wrapped("  " + ", ".join(self._chosen.chosen)) if self._chosen.chosen else f"{head}\n"

    def left_out(self) -> str:
        why = self._chosen.why_not
        if not why:
            return f"{self._say('nothing_left_out')}\n"
        head = self._say("left_out", count=len(why))
        return f"{head}\n" + "".join(self._wrapped(line) for one in why for line in self._why(one))

    def _sources(self, years: Sequence[int]) -> Iterator[Line]:
        sums = money_of(self._plan, self._chosen.chosen)
        for one in self._plan.strategy.sources.values():
            taken = [sums.get((one.id, of), ZERO) for of in years]
            yield (source_name(self._plan, one, self._words), *map(self._sum, (*taken, Money.total(taken))))
            if one.ceilings:
                ceilings = [one.ceilings.get(of) for of in years]
                left = [None if most is None else most - money for most, money in zip(ceilings, taken, strict=True)]
                yield (f"  {self._say('ceiling')}", *("—" if most is None else self._words.money(most) for most in ceilings), "")
                yield (f"  {self._say('left')}", *("—" if rest is None else self._words.money(rest) for rest in left), "")
        yield None
        taken = [Money.total(money for (_, of), money in sums.items() if of == one) for one in years]
        yield (self._say("total"), *map(self._sum, (*taken, Money.total(taken))))

    def _why(self, why: WhyNot) -> Iterator[str]:
        strategy = self._plan.strategy
        title = strategy.text(strategy.measures[why.measure].title, self._words.language)
        yield f"  {why.measure} {printable(title)}"
        for one in why.reasons:
            yield f"    {self._reason(why, one)}"
        extra = [self._extra(giver, of, money) for (of, giver), money in why.extra.items()]
        extra += [self._extra(giver, of, money) for (of, giver), money in why.extra_of_programmes.items()]
        if extra:
            name = "enters_with" if why.with_it else "enters"
            yield f"    → {self._say(name, extra='; '.join(extra), with_it=', '.join(why.with_it))}"
        elif not why.can_be_in:
            yield f"    → {self._say('no_money_helps')}"

    def _reason(self, why: WhyNot, one: Reason) -> str:
        if one.obstacle is not None:
            told = self._obstacle(one.id or "", one.obstacle)
            return told if one.id == why.measure else self._say("obstacle_of", id=one.id, obstacle=told)
        facts = {"id": one.id, "year": str(one.year), "money": one.money, "others": ", ".join(one.others)}
        name = one.kind.value.replace("-", "_")
        if one.kind is ReasonKind.ALTERNATIVE and not set(one.others) <= set(self._chosen.chosen):
            name = "alternative_together"
        return self._say(name, **facts)

    def _obstacle(self, id_: str, one: Obstacle) -> str:
        if one.kind is ObstacleKind.CO_FINANCING:
            return self._say("co_financing_of", source=one.source, of=one.line or id_, money=one.money)
        term = "" if one.term is None else self._say(one.term.value)
        return self._say("not_eligible", source=one.source, line=one.line, money=one.money, term=term)

    def _extra(self, giver: str | None, of: int, money: Money) -> str:
        name = "extra_of_somebody" if giver is None else "extra"
        return self._say(name, money=money, giver=giver, year=str(of))

    def _sum(self, money: Money) -> str:
        return self._words.money(money) if money else "—"

    def _wrapped(self, text: str) -> str:
        return "".join(f"{line}\n" for line in wrapped(printable_lines(text), self._width))

    def _say(self, name: str, **facts: object) -> str:
        return self._words.say(f"selection.{name}", **facts)
