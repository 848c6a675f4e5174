from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan

_CELLS = ("ordered_by", "aim", "developer", "executor")


@rule(
    "SB701",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=(
        "strategy.passport.ordered_by",
        "strategy.passport.aim",
        "strategy.passport.developer",
        "strategy.passport.executor",
    ),
    en=("the passport does not say: {missing}", "write it under `passport:`"),
    uk=("у паспорті не сказано: {missing}", "допишіть це в `passport:`"),
)
def passport_cell_empty(plan: Plan) -> Iterator[Finding]:
    """A cell of the passport that every form has is empty.

    The cells are the act that ordered the drafting, with its number and date, the aim, who wrote the
    strategy, and who answers for it.

    ## Why this matters
    Published passports with empty cells come back from the agreement with a remark, and weeks are lost.

    ## What to do
    Write what is missing under `passport:`.

    ## Example
        strategy:
          passport:
            ordered_by: {title: Розпорядження міського голови, number: "112", on: 2025-03-14}
    ---
    Порожній рядок паспорта, який є в кожній формі.

    Це розпорядчий документ із номером і датою, мета, розробник і відповідальний виконавець.

    ## Чому це важливо
    Паспорти з порожніми рядками повертаються з погодження із зауваженням, і минають тижні.

    ## Що робити
    Допишіть відсутнє в `passport:`.

    ## Приклад
        strategy:
          passport:
            ordered_by: {title: Розпорядження міського голови, number: "112", on: 2025-03-14}
    """
    passport = plan.strategy.settings.passport
    if passport is None:
        return
    missing = [name for name in _CELLS if getattr(passport, name) is None]
    if passport.ordered_by is not None:
        missing += [f"ordered_by.{name}" for name in ("number", "on") if getattr(passport.ordered_by, name) is None]
    if missing:
        yield Finding(plan.strategy.span(plan.strategy.settings, "passport", key=True), {"missing": tuple(missing)})
