from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import named, scenarios_of
from stratbuild.model import Plan
from stratbuild.model.scenario import changed_line, is_whole, lineage

_FIELDS = ("amounts", "quantity", "unit_price", "total", "year_shares", "evenly_over")


@rule(
    "SB464",
    en=(
        "{scenario} gives {given} for {line}, which has {own}: that is no whole way to an amount",
        "give one way whole: `amounts`, or `quantity` with `unit_price`, or `total` with `year_shares` or `evenly_over`",
    ),
    uk=(
        "{scenario} дає для {line} {given}, а сам рядок має {own}: суму так не обчислити",
        "дайте один повний спосіб: `amounts`, або `quantity` з `unit_price`, або `total` з `year_shares` чи `evenly_over`",
    ),
)
def scenario_amount_by_half(plan: Plan) -> Iterator[Finding]:
    """A scenario gives only a part of what is needed to compute the amount of a line, or two ways at once.

    What a scenario does not name stays as the line has it, as long as it is the same way to an amount: a
    `unit_price` is enough for a line with a `quantity`, and not for one with `amounts`.

    ## Why this matters
    The amount of the line would stay what it is, and the scenario would look better or worse than it was
    meant to.

    ## What to do
    Give the other half, or change what the line really has.
    ---
    Сценарій дає лише частину того, з чого обчислюють суму рядка, або одразу два способи.

    Чого сценарій не називає, лишається таким, як у рядку, якщо це той самий спосіб: рядку з `quantity`
    досить `unit_price`, а рядку з `amounts` ні.

    ## Чому це важливо
    Сума рядка лишилася б такою, як є, і сценарій виглядав би краще чи гірше, ніж задумано.

    ## Що робити
    Дайте другу половину або змініть те, що в рядку справді є.
    """
    for scenario in scenarios_of(plan):
        *earlier, _ = lineage(plan.strategy, scenario)
        for id_, change in scenario.budget_lines.items():
            line = plan.strategy.budget_lines[id_]
            for step in earlier:
                line = changed_line(line, step.budget_lines[id_]) if id_ in step.budget_lines else line
            given = tuple(name for name in named(change) if name in _FIELDS)
            if change.absent or (is_whole(line, change) and not {"year_shares", "evenly_over"} <= set(given)):
                continue
            own = tuple(name for name in _FIELDS if getattr(line, name) not in ({}, (), None))
            facts = {"scenario": scenario.id, "line": id_, "given": given, "own": own or ("–",)}
            yield Finding(plan.strategy.span(scenario, "budget_lines", id_, given[0], key=True), facts)
