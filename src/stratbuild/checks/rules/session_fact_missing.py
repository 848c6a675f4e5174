from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan

_FACTS = ("date", "need", "signed_by", "prepared_by")


@rule(
    "SB702",
    severity=SeverityByStage(Stage.SUBMISSION, after=Severity.WARNING),
    demands=("strategy.session.date", "strategy.session.need", "strategy.session.signed_by", "strategy.session.prepared_by"),
    en=("the papers for the session lack: {missing}", "write it under `session:`"),
    uk=("документам до сесії бракує: {missing}", "допишіть це в `session:`"),
)
def session_fact_missing(plan: Plan) -> Iterator[Finding]:
    """The papers for the session lack the day, the reasons, who signs, or who prepared them.

    ## Why this matters
    Without the day nobody knows by when the draft must be published, and a draft without signatories is
    not accepted for the agenda.

    ## What to do
    Write what is missing under `session:`. Until then it stays a marked place in the papers.
    ---
    Документам до сесії бракує дати, обґрунтування, підписанта чи того, хто їх підготував.

    ## Чому це важливо
    Без дати невідомо, до якого дня оприлюднити проєкт, а проєкт без підписантів не включать до порядку денного.

    ## Що робити
    Допишіть відсутнє в `session:`. Доти воно лишається в документах позначеним місцем.
    """
    session = plan.strategy.settings.session
    missing = () if session is None else tuple(name for name in _FACTS if getattr(session, name) is None)
    if missing:
        yield Finding(plan.strategy.span(plan.strategy.settings, "session", key=True), {"missing": missing})
