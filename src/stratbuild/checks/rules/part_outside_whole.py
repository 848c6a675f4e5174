from collections.abc import Iterator

from stratbuild.checks.dates import field_of_end
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB335",
    en=(
        "{part} runs from {first} to {last}, but {whole}, which it is a part of, runs from {whole_first} to {whole_last}",
        "move the part into the time of the whole, or let the whole last longer",
    ),
    uk=(
        "захід {part} триває {first}–{last}, а {whole}, частиною якого він є, — {whole_first}–{whole_last}",
        "перенесіть частину в межі цілого або продовжте ціле",
    ),
)
def part_outside_whole(plan: Plan) -> Iterator[Finding]:
    """A measure runs outside the time of the larger measure that it is a part of.

    ## Why this matters
    The larger measure is reported as done on its last day, while a part of it is still to come.

    ## What to do
    Move the part, or change the dates of the larger measure, or take `part_of` out: a measure that
    only follows another one is written with `after`.
    ---
    Захід виходить за строки більшого заходу, частиною якого він є.

    ## Чому це важливо
    Про більший захід звітують як про виконаний у його останній день, а частина його ще попереду.

    ## Що робити
    Перенесіть частину, змініть строки більшого заходу або приберіть `part_of`: захід, який лише йде
    після іншого, записують через `after`.
    """
    strategy = plan.strategy
    for part in strategy.measures.values():
        if part.part_of is None:
            continue
        inner, outer = plan.windows.get(part.id), plan.windows.get(part.part_of)
        if inner is None or outer is None or (outer.first <= inner.first and inner.last <= outer.last):
            continue
        starts_early = inner.first < outer.first
        whole = strategy.measures[part.part_of]
        place_in_whole = "start" if starts_early else field_of_end(whole)
        related = Related(strategy.span(whole, place_in_whole), {"en": "the dates of the whole", "uk": "строки цілого"})
        facts = {
            "part": part.id,
            "first": inner.first,
            "last": inner.last,
            "whole": whole.id,
            "whole_first": outer.first,
            "whole_last": outer.last,
        }
        yield Finding(strategy.span(part, "start" if starts_early else field_of_end(part)), facts, (related,))
