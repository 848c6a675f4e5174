from collections.abc import Iterator
from decimal import Decimal

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.quantity import WHOLE, shown_share

_HALF = Decimal(50)


@rule(
    "SB446",
    severity=Severity.WARNING,
    en=(
        "{index} makes prices of {year} {value} % of those of the year before: they would fall by more than half",
        "write `{year}: {plain}` where a rise of {value} % is meant",
    ),
    uk=(
        "за {index} ціни {year} року становлять {value} % від цін попереднього: вони впали б більш ніж удвічі",
        "напишіть `{year}: {plain}`, якщо малося на увазі зростання на {value} %",
    ),
)
def price_index_like_a_rise(plan: Plan) -> Iterator[Finding]:
    """A price index says that prices fall by more than half in a year.

    ## Why this matters
    An index of 8.6% is mostly a rise of 8.6 %, which is written 108.6%. As it stands, every sum that is
    raised by it becomes a small part of itself.

    ## What to do
    Write prices in per cent of those of the year before.
    ---
    За індексом ціни за рік падають більш ніж удвічі.

    ## Чому це важливо
    Індекс 8.6% здебільшого означає зростання на 8,6 %, яке записують як 108.6%. Так, як він стоїть, кожна
    сума, перерахована за ним, перетворюється на малу частку самої себе.

    ## Що робити
    Пишіть ціни року у відсотках до цін попереднього.
    """
    for index in plan.strategy.price_indices.values():
        for year, value in index.index.items():
            if value < _HALF:
                facts = {"index": index.id, "year": year, "value": value, "plain": shown_share(value + WHOLE)}
                yield Finding(plan.strategy.span(index, "index", str(year)), facts)
