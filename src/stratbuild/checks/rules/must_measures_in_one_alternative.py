from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.schema.alternative import Choice
from stratbuild.schema.measure import Priority


@rule(
    "SB605",
    en=(
        "only one of {alternative} is to be carried out, but these have the priority `must`: {measures}",
        "give all but one another priority, or take them out of the group",
    ),
    uk=(
        "з групи {alternative} буде виконано лише один захід, а пріоритет `must` мають: {measures}",
        "змініть пріоритет усім, крім одного, або приберіть їх із групи",
    ),
)
def must_measures_in_one_alternative(plan: Plan) -> Iterator[Finding]:
    """Two measures that exclude each other both have to be carried out.

    ## Why this matters
    No choice can satisfy both, so that no plan under the money would be found at all.

    ## What to do
    Decide which of them is indispensable. If both are, they are no alternatives.
    ---
    Два заходи, що виключають один одного, обидва обов’язкові.

    ## Чому це важливо
    Жоден вибір не задовольнить обох, тож плану в межах коштів узагалі не знайдеться.

    ## Що робити
    Вирішіть, без котрого не обійтися. Якщо без обох, то це не альтернативи.
    """
    strategy = plan.strategy
    for one in strategy.alternatives.values():
        must = tuple(id_ for id_ in dict.fromkeys(one.measures) if strategy.measures[id_].priority is Priority.MUST)
        if one.choose is not Choice.ALL_OR_NONE and len(must) > 1:
            related = tuple(
                Related(strategy.span(strategy.measures[id_], "priority"), dict.fromkeys(("en", "uk"), id_)) for id_ in must
            )
            yield Finding(strategy.span(one, "measures"), {"alternative": one.id, "measures": must}, related)
