"""A proposed change for people: what would change by item, what it comes to in money, what is to be looked at."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stratbuild.cli.formats.excerpt import printable
from stratbuild.cli.pull_effect import Effect
from stratbuild.cli.table import Line, laid_out
from stratbuild.exchange import CellChange, Kind, ProposedChange
from stratbuild.exchange.context import shown
from stratbuild.exchange.proposal import HiddenPlace, NewItem
from stratbuild.model import Plan
from stratbuild.quantity import Money
from stratbuild.render.locale import Locale
from stratbuild.render.workbook_contract import Form
from stratbuild.schema.text import LocalizedText

_LONGEST = 100
_MOST_ROWS = 12


def pull_text(plan: Plan, proposed: ProposedChange, effect: Effect, revision: str, words: Locale) -> str:
    """Sections below each other; those that there is nothing to say in are left out."""
    told = _Told(plan, proposed, effect, words)
    sections = (
        told.heading(revision),
        told.changed(),
        told.new(),
        told.removed(),
        told.conflicts(),
        told.money(),
        told.notes(),
        told.review(),
    )
    found = ["".join(f"{line}\n" for line in section) for section in map(list, sections) if section]
    return "\n".join(found)


class _Told:
    """A proposal in the words of a language."""

    def __init__(self, plan: Plan, proposed: ProposedChange, effect: Effect, words: Locale) -> None:
        self._strategy, self._proposed, self._effect, self._words = plan.strategy, proposed, effect, words
        self._money = {one.line: one for one in effect.items}

    def heading(self, revision: str) -> Iterator[str]:
        facts = self._proposed.facts
        base, name = facts.get("revision", "—"), "same_revision" if facts.get("revision") == revision else "other_revision"
        yield self._say(name, base=base, day=_day(facts.get("as_of", "")), now=revision)
        if self._proposed.is_empty and not self._proposed.is_blocked:
            yield self._say("nothing")
        already = sum(one.kind is Kind.ALREADY for one in self._proposed.changes)
        already += sum(one.is_already_there for one in self._proposed.new)
        if already:
            yield self._say("already", count=already)

    def changed(self) -> Iterator[str]:
        by_item: dict[tuple[str, str], list[CellChange]] = {}
        new = {one.item for one in self._proposed.new}
        for one in self._proposed.wanted:
            if one.item not in new:
                by_item.setdefault((one.collection, one.item), []).append(one)
        if by_item:
            yield self._say("changed", count=sum(map(len, by_item.values())))
        for (collection, item), changes in by_item.items():
            yield f"  {item}  {self._title(collection, item)}".rstrip()
            for one in changes:
                yield f"    {'.'.join(one.way)}: {self._value(one.base, one.form)} → {self._value(one.theirs, one.form)}  ({one.cell})"
            yield from self._sum_of(item)

    def new(self) -> Iterator[str]:
        added = [one for one in self._proposed.new if not one.is_already_there]
        if added:
            yield self._say("new", count=len(added))
        for one in added:
            yield f"  {one.item}  ({one.cell})"
            for way, (text, form) in self._fields(one).items():
                yield f"    {'.'.join(way)}: {self._value(text, form)}"
            yield from self._sum_of(one.item)

    def removed(self) -> Iterator[str]:
        for accepted, name in ((True, "removed"), (False, "missing")):
            found = [one for one in self._proposed.removals if one.accepted is accepted]
            if found:
                yield self._say(name, count=len(found))
            for one in found:
                part = f".{'.'.join(one.way)}" if one.way else ""
                yield f"  {one.item}{part}  {self._title(one.collection, one.item)}".rstrip()
                if accepted:
                    yield from self._sum_of(one.item)

    def conflicts(self) -> Iterator[str]:
        found = self._proposed.conflicts
        if found:
            yield self._say("conflicts", count=len(found))
        for one in found:
            yield f"  {'.'.join((one.item, *one.way))}  ({one.cell})"
            for name, text in (("base", one.base), ("theirs", one.theirs), ("ours", one.ours)):
                yield f"    {self._say(name)}: {self._value(text, one.form)}"

    def money(self) -> Iterator[str]:
        comparison = self._effect.comparison
        if comparison is None or self._proposed.is_empty:
            return
        changes = (comparison.total, comparison.after, *comparison.by_year)
        if not self._effect.items and not any(one.difference for one in changes):
            yield self._say("same_money")
            return
        years = sorted(comparison.by_year, key=lambda one: str(one.key[0]))
        rows: list[Line] = [(str(one.key[0]), *self._sums(one.first, one.second)) for one in years]
        rows += [None, (self._say("total"), *self._sums(comparison.total.first, comparison.total.second))]
        if comparison.after.first or comparison.after.second:
            rows.append((self._say("after_period"), *self._sums(comparison.after.first, comparison.after.second)))
        currency = self._words.currency(self._strategy.settings.currency)
        titles = (self._say("money", currency=currency), self._say("before"), self._say("after"), self._say("difference"))
        yield from laid_out(titles, rows).rstrip("\n").split("\n")

    def notes(self) -> Iterator[str]:
        if self._proposed.sorted_tables:
            yield self._say("sorted", sheets=", ".join(map(printable, self._proposed.sorted_tables)))
        for place in self._proposed.hidden:
            yield self._say("hidden", sheet=printable(place.sheet), places=self._hidden(place))

    def review(self) -> Iterator[str]:
        notes = self._proposed.review
        if notes:
            yield self._say("review", count=len(notes))
        for one in notes:
            author = f", {printable(one.author)}" if one.author.strip() else ""
            yield f"  {printable(one.sheet)}!{one.cell}{author}: {_shortened(one.text)}"

    def _hidden(self, place: HiddenPlace) -> str:
        parts = [self._say("whole_sheet")] if place.is_whole_sheet else []
        for name, found in (("rows", [str(one) for one in place.rows]), ("columns", list(place.columns))):
            if found:
                parts.append(self._say(name, places=", ".join(_few(found))))
        return "; ".join(parts)

    def _fields(self, new: NewItem) -> Mapping[tuple[str, ...], tuple[str, Form]]:
        entries = {one.way: (one.theirs, one.form) for one in self._proposed.wanted if one.item == new.item}
        return {**new.fields, **entries}

    def _sum_of(self, item: str) -> Iterator[str]:
        money = self._money.get(item)
        if money is not None:
            before, after = (self._words.money(one) if one is not None else "—" for one in (money.before, money.after))
            yield f"    {self._say('line_total')}: {before} → {after} ({self._words.signed_money(money.difference)})"

    def _sums(self, before: Money, after: Money) -> tuple[str, str, str]:
        difference = after - before
        return self._words.money(before), self._words.money(after), self._words.signed_money(difference) if difference else "—"

    def _title(self, collection: str, item: str) -> str:
        found = self._strategy.items.get(collection, {}).get(item)
        title = getattr(found, "title", None)
        return _shortened(self._strategy.text(title, self._words.language)) if isinstance(title, LocalizedText) else ""

    def _value(self, text: str, form: Form) -> str:
        return _shortened(self._words.show(shown(text, form)))

    def _say(self, name: str, **facts: object) -> str:
        return self._words.say(f"pull.{name}", **facts)


def _day(text: str) -> date | str:
    """A day as the workbook says it; whatever else stands there is shown as it is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text or "—"


def _few(found: Sequence[str]) -> Sequence[str]:
    return found if len(found) <= _MOST_ROWS else (*found[:_MOST_ROWS], "…")


def _shortened(text: str) -> str:
    one_line = printable(" ".join(text.split(None))) if "\n" in text else printable(text)
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1]}…"
