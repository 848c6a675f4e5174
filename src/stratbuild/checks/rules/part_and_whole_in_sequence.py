from collections.abc import Iterator, Mapping

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.schema.measure import Measure


@rule(
    "SB336",
    en=(
        "{measure} waits for {other}, but {part} is a part of {whole}: the two run at the same time",
        "take {other} out of `after`, or `part_of` out of {part}",
    ),
    uk=(
        "захід {measure} чекає на {other}, але {part} є частиною {whole}: вони тривають одночасно",
        "приберіть {other} з `after` або `part_of` із {part}",
    ),
)
def part_and_whole_in_sequence(plan: Plan) -> Iterator[Finding]:
    """A part waits for the larger measure that it belongs to, or the larger one for its part.

    ## Why this matters
    A part runs within the whole; it cannot begin after the whole has ended, nor the whole after its
    part. Such a plan can never be carried out.

    ## What to do
    Decide what is meant. If one comes after the other, they are neighbours: take `part_of` out. If one
    is inside the other, take the entry in `after` out.
    ---
    Частина чекає на більший захід, до якого належить, або більший захід — на свою частину.

    ## Чому це важливо
    Частина триває всередині цілого; вона не може початися після його завершення, а ціле — після своєї
    частини. Такий план неможливо виконати.

    ## Що робити
    Вирішіть, що мали на увазі. Якщо одне йде після другого, це сусіди: приберіть `part_of`. Якщо одне
    лежить усередині другого, приберіть запис у `after`.
    """
    strategy = plan.strategy
    spans = _spans_of_wholes(strategy.measures)
    for measure in strategy.measures.values():
        for position, dependency in enumerate(measure.after):
            if dependency.measure is None:
                continue
            other = strategy.measures[dependency.measure]
            if _is_inside(spans, measure, other):
                part, whole = measure, other
            elif _is_inside(spans, other, measure):
                part, whole = other, measure
            else:
                continue
            related = Related(strategy.span(part, "part_of"), {"en": "the part and its whole", "uk": "частина та її ціле"})
            facts = {"measure": measure.id, "other": other.id, "part": part.id, "whole": whole.id}
            yield Finding(strategy.span(measure, "after", position), facts, (related,))


def _spans_of_wholes(measures: Mapping[str, Measure]) -> Mapping[str, tuple[int, int]]:
    """Numbers for every measure, such that those of a part lie between the two of its whole.

    One walk through the trees of parts, so that a chain of ten thousand parts costs no more than a list.
    """
    parts: dict[str | None, list[str]] = {}
    for measure in measures.values():
        parts.setdefault(measure.part_of, []).append(measure.id)
    entered: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    waiting = [(id_, False) for id_ in parts.get(None, [])]
    clock = 0
    while waiting:
        id_, is_left = waiting.pop()
        clock += 1
        if is_left:
            spans[id_] = entered[id_], clock
            continue
        entered[id_] = clock
        waiting.append((id_, True))
        waiting += [(part, False) for part in parts.get(id_, [])]
    return spans


def _is_inside(spans: Mapping[str, tuple[int, int]], part: Measure, whole: Measure) -> bool:
    inner, outer = spans[part.id], spans[whole.id]
    return outer[0] < inner[0] and inner[1] < outer[1]
