from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import changes, named, scenarios_of
from stratbuild.model import Plan


@rule(
    "SB467",
    en=("{scenario} leaves {item} out and changes its `{fields}` as well", "delete `absent:`, or delete `{fields}`"),
    uk=("{scenario} вилучає {item} і водночас змінює в ньому `{fields}`", "приберіть `absent:` або `{fields}`"),
)
def absent_with_other_changes(plan: Plan) -> Iterator[Finding]:
    """A scenario leaves an item out and says how it changes.

    Of a source that does not come, `replaced_by` may say who pays in its place; nothing else can be said
    of what is not there.

    ## Why this matters
    One of the two is not meant, and the money of the scenario depends on which.

    ## What to do
    Delete the one that is not meant.
    ---
    Сценарій вилучає запис і водночас каже, як він змінюється.

    Про джерело, кошти якого не надходять, `replaced_by` може сказати, хто платить замість нього; більше
    про відсутнє сказати нічого.

    ## Чому це важливо
    Щось із двох зайве, а від того, що саме, залежать кошти сценарію.

    ## Що робити
    Видаліть зайве.
    """
    for scenario in scenarios_of(plan):
        for name, id_, change in changes(scenario):
            others = tuple(name for name in named(change) if name not in {"absent", "replaced_by"})
            if getattr(change, "absent", False) and others:
                facts = {"scenario": scenario.id, "item": id_, "fields": others}
                yield Finding(plan.strategy.span(scenario, name, id_, others[0], key=True), facts)
