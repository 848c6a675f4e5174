from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_CONSULTATION, Finding, rule
from stratbuild.model import Plan

_FACTS = ("organ", "start", "finish", "groups", "consequences", "draft_at", "send_to", "contact")


@rule(
    "SB642",
    severity=DEMANDED_FROM_CONSULTATION,
    demands=tuple(f"strategy.consultation.{name}" for name in _FACTS),
    en=("the notice of the consultation lacks: {missing}", "write it under `consultation:`"),
    uk=("повідомленню про громадське обговорення бракує: {missing}", "допишіть це в `consultation:`"),
)
def consultation_fact_missing(plan: Plan) -> Iterator[Finding]:
    """The notice of the consultation lacks something that it has to say.

    ## Why this matters
    Who does not learn by when, where to and about what to write does not take part, and the discussion can be
    disputed.

    ## What to do
    Write what is missing under `consultation:`. Until then it stays a marked place in the notice.
    ---
    Повідомленню про громадське обговорення бракує обов’язкових відомостей.

    ## Чому це важливо
    Хто не дізнався, доки, куди й про що писати, участі не візьме, а саме обговорення можна оскаржити.

    ## Що робити
    Допишіть відсутнє в `consultation:`. Доти воно лишається в повідомленні позначеним місцем.
    """
    consultation = plan.strategy.settings.consultation
    missing = () if consultation is None else tuple(name for name in _FACTS if getattr(consultation, name) is None)
    if missing:
        yield Finding(plan.strategy.span(plan.strategy.settings, "consultation", key=True), {"missing": missing})
