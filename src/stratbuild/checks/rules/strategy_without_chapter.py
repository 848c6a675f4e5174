from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan

_CHAPTERS = ("introduction", "present_state", "vision", "monitoring")


@rule(
    "SB308",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    demands=("strategy.vision", "strategy.introduction", "strategy.present_state", "strategy.monitoring"),
    en=(
        "the concept lacks the texts {missing}; it has {present} of {all}",
        "write them under `strategy:`, one paragraph is enough to begin with",
    ),
    uk=(
        "концепції бракує текстів: {missing}; є {present} з {all}",
        "допишіть їх у `strategy:`, для початку досить одного абзацу",
    ),
)
def strategy_without_chapter(plan: Plan) -> Iterator[Finding]:
    """A chapter that every concept has is not written: introduction, present state, vision or monitoring.

    ## Why this matters
    The council and the residents read these chapters first: on what grounds the strategy is written,
    where the community stands, where it wants to be, and who will watch over it.

    ## What to do
    Write the missing texts under `strategy:`, in the fields of these names.
    ---
    Не написано розділ, який є в кожній концепції: вступ, наявний стан, бачення чи моніторинг.

    ## Чому це важливо
    Депутати й мешканці читають ці розділи першими: на яких підставах написано стратегію, де громада є
    тепер, де хоче бути і хто за цим стежитиме.

    ## Що робити
    Допишіть відсутні тексти в `strategy:`, у полях із цими назвами.
    """
    settings = plan.strategy.settings
    missing = tuple(name for name in _CHAPTERS if getattr(settings, name) is None)
    if missing:
        facts = {"missing": missing, "present": len(_CHAPTERS) - len(missing), "all": len(_CHAPTERS)}
        yield Finding(plan.strategy.span(settings), facts)
