from collections.abc import Iterator

from stratbuild.checks.dates import broken_links, field_of_end, said_of_wait
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB344",
    en=(
        "{item} waits for {other} (`{type}`): this link leaves no day before {needed}, and its own dates leave none after {latest}",
        "move {item} or {other}, or correct the lag or the type of the link",
    ),
    uk=(
        "{item} чекає на {other} (`{type}`): цей зв’язок не лишає дня раніше {needed}, а власні дати — дня після {latest}",
        "перенесіть {item} або {other} чи виправте `lag` або `type` зв’язку",
    ),
)
def link_not_kept(plan: Plan) -> Iterator[Finding]:
    """The dates of two measures or milestones contradict a link that has a type, a lag or a milestone.

    Only what is certain is reported: of coarse dates the latest day is held against the earliest.
    Links that only say that the other is over have a finding of their own.

    ## Why this matters
    Either the dates are wrong or the link is, and whatever is reckoned from the one disagrees with
    the other.

    ## What to do
    Count from the other one's start or end, with the lag. Move one of the two, or change the link.
    ---
    Дати двох заходів або віх суперечать зв’язку, що має тип, запас часу чи веде до віхи.

    Повідомляється лише про певне: з грубих дат найпізніший день порівнюється з найранішим. Про
    зв’язки, які кажуть лише, що інше має завершитися, є окремі повідомлення.

    ## Чому це важливо
    Хибні або дати, або зв’язок, і пораховане за одним не збігається з порахованим за другим.

    ## Що робити
    Порахуйте від початку чи завершення іншого, не забувши `lag`. Перенесіть одне з двох або змініть
    зв’язок.
    """
    strategy = plan.strategy
    for broken in broken_links(plan):
        link = broken.link
        if link.dependency.is_plain and link.before in strategy.measures and link.after in strategy.measures:
            continue
        item = strategy.measures.get(link.after) or strategy.milestones[link.after]
        other = strategy.measures.get(link.before) or strategy.milestones[link.before]
        speaker, place = said_of_wait(plan, link)
        related = (
            Related(strategy.span(item, field_of_end(item)), {"en": "its own dates", "uk": "власні дати"}),
            Related(strategy.span(other, field_of_end(other)), {"en": "the dates of the other", "uk": "дати іншого"}),
        )
        facts = {
            "item": item.id,
            "other": other.id,
            "type": link.type.value,
            "needed": broken.needed,
            "latest": broken.latest,
        }
        yield Finding(strategy.span(speaker, "after", place), facts, related)
