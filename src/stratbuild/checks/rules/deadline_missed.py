from collections.abc import Iterator

from stratbuild.checks.deadlines import missed_deadlines, places_of_steps
from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Duration, DurationUnit


@rule(
    "SB341",
    en=(
        "{item} ends on {end} as planned, {late} after its deadline {deadline}; what leads to it: {chain}",
        "begin {first} earlier, shorten a step of the chain, let steps overlap by a lead, or agree on another deadline",
    ),
    uk=(
        "{item} за планом завершується {end}, на {late} пізніше за граничний строк {deadline}; до цього веде ланцюжок: {chain}",
        "почніть {first} раніше, скоротіть один із кроків, дайте крокам перекритися (`lag` з мінусом) або домовтеся про інший строк",
    ),
)
def deadline_missed(plan: Plan) -> Iterator[Finding]:
    """A deadline cannot be met: what the measure waits for takes too long.

    Only what is certain is an error: a date as coarse as a year is given the benefit of its best
    day. The days of delay are those of the plan as it is drawn.

    ## Why this matters
    A deadline is set by a law, a contract or a grant. Missed, it costs the money of the donor or
    the next year's appropriation, and the chain shows which step is to blame months before.

    ## What to do
    Look at the chain from its first step: each waits for the one before. Begin it earlier, shorten
    a step, or let one begin before the other is over (`{measure: M-DESIGN, lag: -2 weeks}`). If
    nothing helps, the deadline itself has to be negotiated.
    ---
    Граничного строку неможливо дотриматися: те, на що чекає захід, триває надто довго.

    Помилкою є лише певне: для дати, грубої, як рік, береться її найкращий день. Дні запізнення
    пораховано за планом, як його накреслено.

    ## Чому це важливо
    Граничний строк установлює закон, договір або грант. Його пропуск коштує грошей донора чи
    бюджетних призначень наступного року, а з ланцюжка за кілька місяців видно, котрий крок винен.

    ## Що робити
    Перегляньте ланцюжок від першого кроку: кожен чекає на попередній. Почніть його раніше,
    скоротіть один із кроків або дайте одному початися до завершення іншого (`{measure: M-DESIGN,
    lag: -2 weeks}`). Якщо нічого не допомагає, про строк треба домовлятися.
    """
    strategy = plan.strategy
    for missed in missed_deadlines(plan):
        if missed.is_certain:
            facts = {
                "item": missed.item.id,
                "end": missed.last,
                "late": Duration((missed.last - missed.deadline.last).days, DurationUnit.DAYS),
                "deadline": missed.deadline.last,
                "chain": missed.shown_chain,
                "first": missed.shown_chain[0],
            }
            yield Finding(strategy.span(missed.item, "deadline"), facts, places_of_steps(plan, missed.shown_chain))
