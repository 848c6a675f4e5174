from collections.abc import Iterator
from itertools import pairwise

from stratbuild.checks.ranges import is_above, ranges, shown
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB374",
    en=(
        "{item}: in `{field}` the value of `{lower}`, {more}, is more than that of `{upper}`, {less}",
        "exchange the values, or correct the wrong one",
    ),
    uk=("{item}: у `{field}` значення `{lower}` ({more}) більше за `{upper}` ({less})", "переставте значення або виправте хибне"),
)
def range_out_of_order(plan: Plan) -> Iterator[Finding]:
    """A range does not go from the least over the most probable to the most.

    ## Why this matters
    No probability can be reckoned from it.

    ## What to do
    Exchange the values, or correct the one that is mistyped. Where the most probable is left out,
    it is what is planned: 100 % of the cost, the duration of the measure. If that is not inside the
    range, write the most probable.
    ---
    Межі не йдуть від найменшого через найімовірніше до найбільшого.

    ## Чому це важливо
    З таких меж не порахувати жодної ймовірності.

    ## Що робити
    Переставте значення або виправте те, у якому помилилися. Якщо найімовірнішого не вказано, ним є
    заплановане: 100 % вартості, тривалість заходу. Якщо воно лежить поза межами, впишіть
    найімовірніше.
    """
    for one in ranges(plan):
        values = [(key, one.planned if value is None else value) for key, value in one.values]
        known = [(key, value) for key, value in values if value is not None]
        for (lower, more), (upper, less) in pairwise(known):
            if is_above(plan, more, less):
                written = dict(one.values)
                key = lower if written[lower] is not None else upper
                facts = {
                    "item": one.item.id,
                    "field": one.field,
                    "lower": lower,
                    "more": shown(more),
                    "upper": upper,
                    "less": shown(less),
                }
                yield Finding(plan.strategy.span(one.item, one.field, key), facts)
                break
