from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan
from stratbuild.quantity import Precision


@rule(
    "SB322",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=("measures.finish | measures.duration",),
    en=(
        "{measure} starts on {start} and says neither when it ends nor how long it takes, so it lasts that one day",
        "write `finish:` or `duration:`; a start such as 2026 or 2026-Q2 lasts as long as it says",
    ),
    uk=(
        "захід {measure} починається {start}, але не сказано, коли він завершується чи скільки триває, тож він триває один день",
        "впишіть `finish:` або `duration:`; початок на зразок 2026 чи 2026-Q2 триває стільки, скільки в ньому сказано",
    ),
)
def measure_without_finish(plan: Plan) -> Iterator[Finding]:
    """A measure starts on an exact day and does not say when it ends.

    A start that is a year, a quarter or a month says its end itself: `start: 2026-Q2` is the second
    quarter.

    ## Why this matters
    The measure is drawn as a single day, the measures that wait for it may begin on the next, and money
    of a later year lies outside it.

    ## What to do
    Write when it ends (`finish: 2026-10`) or how long it takes (`duration: 8 months`). For something
    that really takes one day write the same day as its finish.
    ---
    Захід починається точного дня, і не сказано, коли він завершується.

    Якщо початок — це рік, квартал або місяць, кінець уже відомий: `start: 2026-Q2` — це другий квартал.

    ## Чому це важливо
    На графіку захід стає одним днем, заходи, що на нього чекають, можуть починатися наступного дня, а
    кошти пізнішого року лежать поза ним.

    ## Що робити
    Впишіть, коли захід завершується (`finish: 2026-10`) або скільки триває (`duration: 8 months`). Якщо
    він справді триває один день, впишіть той самий день і як завершення.
    """
    for measure in plan.strategy.measures.values():
        start = measure.start
        if start is not None and start.precision is Precision.DAY and measure.finish is None and measure.duration is None:
            yield Finding(plan.strategy.span(measure, "start"), {"measure": measure.id, "start": start.first})
