"""What a proposed change would make of a strategy: its texts changed in memory, read and checked again, compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from stratbuild.cli.reading import Read
from stratbuild.diagnostics import Diagnostic
from stratbuild.exchange import ProposedChange, edits_by_file
from stratbuild.model import Comparison, Plan, compare
from stratbuild.pipeline import check, load
from stratbuild.publish import Change
from stratbuild.quantity import ZERO, Money
from stratbuild.rewrite import Refused, encode, rewrite
from stratbuild.source import SourceText


@dataclass(frozen=True, slots=True)
class ItemMoney:
    """The money of one budget line in all years, before and after; nothing where it is not there."""

    line: str
    before: Money | None
    after: Money | None

    @property
    def difference(self) -> Money:
        """How much more it is afterwards."""
        return (self.after or ZERO) - (self.before or ZERO)


@dataclass(frozen=True)
class Effect:
    """The strategy as it would be."""

    changed: Mapping[str, SourceText] = field(default_factory=dict)
    """By path: the texts that change."""
    findings: Sequence[Diagnostic] = ()
    """What the changed strategy has that the present one has not, and what could not be written."""
    comparison: Comparison | None = None
    """Both plans; nothing where the changed texts are no strategy any more."""
    items: Sequence[ItemMoney] = ()
    """The lines whose money differs."""


def effect(found: Read, plan: Plan, proposed: ProposedChange) -> Effect:
    """Carry the proposal out in memory and compare."""
    texts = {text.path: text for text in found.texts}
    changed: dict[str, SourceText] = {}
    refused: list[Diagnostic] = []
    for path, edits in edits_by_file(plan.strategy, proposed).items():
        try:
            text = rewrite(texts[path], edits)
        except Refused as refusal:
            refused.append(refusal.diagnostic)
            continue
        if text is not texts[path]:
            changed[path] = text
    if refused or not changed:
        return Effect(changed, refused, None if refused else compare(plan, plan))
    strategy, diagnostics = load(changed.get(path, text) for path, text in texts.items())
    checked = check(strategy, diagnostics, plan.classifiers, answers=plan.answers)
    new = list(new_findings(found.findings, checked.diagnostics))
    if checked.plan is None:
        return Effect(changed, new)
    return Effect(changed, new, compare(plan, checked.plan), tuple(_items(plan, checked.plan)))


def changes_of_files(found: Read, changed: Mapping[str, SourceText]) -> Mapping[Path, Change]:
    """The bytes of every changed file, as they were read and as they are to become."""
    texts = {text.path: text for text in found.texts}
    return {Path(path): Change(encode(texts[path]), encode(text)) for path, text in changed.items()}


def new_findings(before: Iterable[Diagnostic], after: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that were not there before. Lines may have moved, and a sum that is wrong may be another one now."""
    known = Counter(map(_identity, before))
    for one in after:
        if known[_identity(one)]:
            known[_identity(one)] -= 1
        else:
            yield one


def _identity(finding: Diagnostic) -> tuple[object, ...]:
    facts = [(name, str(fact)) for name, fact in finding.facts.items() if not isinstance(fact, (Money, Decimal))]
    return finding.code, finding.severity, finding.span.path, tuple(sorted(facts))


def _items(before: Plan, after: Plan) -> Iterator[ItemMoney]:
    for id_ in dict.fromkeys((*before.strategy.budget_lines, *after.strategy.budget_lines)):
        one = ItemMoney(id_, _total(before, id_), _total(after, id_))
        if one.before != one.after:
            yield one


def _total(plan: Plan, id_: str) -> Money | None:
    return plan.budget.total_of_line(id_) if id_ in plan.budget.parts else None
