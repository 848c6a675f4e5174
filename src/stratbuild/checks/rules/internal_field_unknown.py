from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Suggestion
from stratbuild.model import Plan
from stratbuild.schema.nearest import nearest
from stratbuild.strategy.redaction import hideable

_SHOWN = 6


@rule(
    "SB821",
    en=("“{name}” is no field that the public edition can leave out", "{known}"),
    uk=("«{name}» не є полем, яке може опустити публічна редакція", "{known}"),
)
def internal_field_unknown(plan: Plan) -> Iterator[Finding]:
    """The list of internal fields names something that cannot be left out.

    Only texts that an item can be without are left out: `risks.action`, `sources.description`. Sums, dates
    and titles stay, or the public papers would say something else than the others.

    ## Why this matters
    A mistyped name would put before everyone what was meant for the office.

    ## What to do
    Correct the name; the nearest ones are named.

    ## Example
        strategy:
          internal: [risks.action, budget_lines.note]
    ---
    Серед внутрішніх полів названо те, чого не можна опустити.

    Опускають лише тексти, без яких запис може обійтися: `risks.action`, `sources.description`. Суми, дати й
    назви лишаються, інакше публічні документи казали б інше, ніж решта.

    ## Чому це важливо
    Через описку всі прочитають те, що призначено для службового користування.

    ## Що робити
    Виправте назву; найближчі названо.

    ## Приклад
        strategy:
          internal: [risks.action, budget_lines.note]
    """
    internal = plan.strategy.settings.internal
    known = hideable() if internal else ()
    for place, name in enumerate(internal):
        if name not in known:
            suggestion = Suggestion(nearest(name, known), known[:_SHOWN], more=True)
            yield Finding(plan.strategy.span(plan.strategy.settings, "internal", place), {"name": name, "known": suggestion})
