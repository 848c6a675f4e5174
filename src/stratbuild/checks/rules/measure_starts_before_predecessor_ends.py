from collections.abc import Iterator
from datetime import timedelta

from stratbuild.checks.dates import broken_links, field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB332",
    en=(
        "{measure} starts on {start} at the latest, but {predecessor}, which it waits for, ends on {end} at the earliest",
        "let {measure} start later, let {predecessor} end earlier, or take it out of `after`",
    ),
    uk=(
        "захід {measure} починається не пізніше {start}, але {predecessor}, на який він чекає, завершується не раніше {end}",
        "почніть {measure} пізніше, завершіть {predecessor} раніше або приберіть його з `after`",
    ),
)
def measure_starts_before_predecessor_ends(plan: Plan) -> Iterator[Finding]:
    """A measure starts before a measure that it waits for has ended.

    Only what is certain is reported: if dates are as coarse as a year or a quarter, the latest start is
    held against the earliest end.

    ## Why this matters
    Equipment cannot be set up before it is bought. Either the dates or the dependency is wrong, and the
    plan would promise what cannot be kept.

    ## What to do
    Move one of the two measures. If the second does not need all of the first, divide the first one and
    wait for the part that is needed.

    ## Example
        measures:
          - {id: M-FIBRE, …, start: 2026-02, finish: 2026-08}
          - {id: M-WIFI, …, start: 2026-05, after: [M-FIBRE]}
    ---
    Захід починається раніше, ніж завершується захід, на який він чекає.

    Повідомляється лише про певне: якщо дати грубі, як-от рік чи квартал, найпізніший початок
    порівнюється з найранішим завершенням.

    ## Чому це важливо
    Обладнання не можна встановити, поки його не куплено. Хибні або дати, або залежність, і план обіцяв
    би те, чого неможливо дотриматися.

    ## Що робити
    Перенесіть один із двох заходів. Якщо другому потрібен не весь перший, поділіть перший і чекайте на
    потрібну частину.

    ## Приклад
        measures:
          - {id: M-FIBRE, …, start: 2026-02, finish: 2026-08}
          - {id: M-WIFI, …, start: 2026-05, after: [M-FIBRE]}
    """
    strategy = plan.strategy
    for broken in broken_links(plan):
        measure, predecessor = strategy.measures.get(broken.link.after), strategy.measures.get(broken.link.before)
        if measure is None or predecessor is None or measure.start is None or not broken.link.dependency.is_plain:
            continue
        place = field_of_end(predecessor)
        related = Related(strategy.span(predecessor, place), {"en": "the end of the other", "uk": "завершення іншого"})
        end = broken.needed - timedelta(days=1)
        facts = {"measure": measure.id, "predecessor": predecessor.id, "start": broken.latest, "end": end}
        yield Finding(strategy.span(measure, "start"), facts, (related,))
