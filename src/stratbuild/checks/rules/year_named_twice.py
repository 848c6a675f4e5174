from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB441",
    in_scenarios=True,
    en=(
        "{line} divides its total evenly, but names {year} twice",
        "name every year once: `evenly_over: {mended}`; for another division write `year_shares:`",
    ),
    uk=(
        "{line} ділить загальну суму порівну, але називає {year} рік двічі",
        "назвіть кожен рік один раз: `evenly_over: {mended}`; для іншого поділу є `year_shares:`",
    ),
)
def year_named_twice(plan: Plan) -> Iterator[Finding]:
    """A line divides its total evenly over years and names one of them twice.

    ## Why this matters
    The second time may be a slip for another year, or the wish that this year gets twice as much; the
    total is divided as if the year stood there once.

    ## What to do
    Name every year once. Where a year is to get more, write `year_shares:` instead.
    ---
    Рядок ділить загальну суму порівну між роками й називає якийсь рік двічі.

    ## Чому це важливо
    Друга згадка може бути опискою замість іншого року або бажанням дати йому вдвічі більше; суму поділено
    так, ніби рік названо один раз.

    ## Що робити
    Назвіть кожен рік один раз. Якщо якийсь рік має отримати більше, напишіть натомість `year_shares:`.
    """
    for line in plan.strategy.budget_lines.values():
        seen: set[int] = set()
        for place, year in enumerate(line.evenly_over):
            if year in seen:
                mended = ", ".join(map(str, dict.fromkeys(line.evenly_over)))
                facts = {"line": line.id, "year": year, "mended": f"[{mended}]"}
                yield Finding(plan.strategy.span(line, "evenly_over", place), facts)
            seen.add(year)
