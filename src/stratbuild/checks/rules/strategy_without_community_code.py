from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB305",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("strategy.community.katottg", "strategy.community.budget_code"),
    en=(
        "the budget uses Ukrainian codes, but the community has no {missing}",
        "add to `community:` the code of the territory (katottg) and of the budget (budget_code)",
    ),
    uk=(
        "бюджет складено за українськими кодами, але для громади не вказано: {missing}",
        "додайте в `community:` код за КАТОТТГ (katottg) і код бюджету (budget_code)",
    ),
)
def strategy_without_community_code(plan: Plan) -> Iterator[Finding]:
    """The community's code of territory or code of budget is missing.

    The rule looks only at strategies whose settings name a Ukrainian classifier.

    ## Why this matters
    The passport of an informatization programme has a row for the КАТОТТГ code, and budget papers one
    for the ten digits of the community's budget; papers with these rows empty come back.

    ## What to do
    Take the code of the territory from the codifier (КАТОТТГ, `UA` and 17 digits) and the code of the
    budget from the council's budget decision, and write both under `community:`.
    ---
    Не вказано код громади за КАТОТТГ або код її бюджету.

    Правило стосується лише стратегій, у налаштуваннях яких названо український класифікатор.

    ## Чому це важливо
    У паспорті програми інформатизації є рядок для коду за КАТОТТГ, а в бюджетних документах — для
    десяти цифр коду бюджету; папери з порожніми рядками повертають на доопрацювання.

    ## Що робити
    Візьміть код території з кодифікатора (КАТОТТГ, `UA` і 17 цифр), а код бюджету — з рішення про
    бюджет, і впишіть обидва в `community:`.
    """
    settings = plan.strategy.settings
    if settings.classifiers.economic is None and settings.classifiers.programme is None:
        return
    codes = {"katottg": settings.community.katottg, "budget_code": settings.community.budget_code}
    missing = tuple(key for key, code in codes.items() if code is None)
    if missing:
        yield Finding(plan.strategy.span(settings, "community", key=True), {"missing": missing})
