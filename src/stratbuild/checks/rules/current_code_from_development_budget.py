from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source
from stratbuild.schema.source import Fund
from stratbuild.schema.strategy import EconomicClassifier

_DEVELOPMENT = "2281"
"""Research and measures of development are current by their code and development by their nature."""


@rule(
    "SB457",
    severity=Severity.WARNING,
    en=(
        "{line} is current expenditure (КЕКВ {code}), but takes {amount} from {source}, which is the development budget",
        "pay it from the general fund, or correct the code",
    ),
    uk=(
        "{line} — поточні видатки (КЕКВ {code}), але {amount} бере із джерела {source}, а це бюджет розвитку",
        "оплатіть рядок із загального фонду або виправте код",
    ),
)
def current_code_from_development_budget(plan: Plan) -> Iterator[Finding]:
    """Current expenditure (КЕКВ 2000 and below) is paid from the development budget.

    КЕКВ 2281, research and measures of development, is left out. The rule looks only at strategies whose
    settings name the Ukrainian economic classification.

    ## Why this matters
    The development budget pays capital expenditure. A line of services or supplies in it will be moved to
    the general fund, where no money has been planned for it.

    ## What to do
    Name a source of the general fund. Where the thing is a fixed or an intangible asset, correct the code.
    ---
    Поточні видатки (КЕКВ 2000 і нижче) оплачуються з бюджету розвитку.

    КЕКВ 2281 (дослідження і розробки, окремі заходи розвитку) сюди не належить. Правило діє лише для
    стратегій, у налаштуваннях яких названо КЕКВ.

    ## Чому це важливо
    Бюджет розвитку оплачує капітальні видатки. Рядок із послугами чи матеріалами перенесуть до загального
    фонду, де коштів на нього не заплановано.

    ## Що робити
    Назвіть джерело загального фонду. Якщо річ є основним засобом чи нематеріальним активом, виправте код.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    development = {source.id for source in strategy.sources.values() if source.fund is Fund.DEVELOPMENT}
    if not development:
        return
    for (line_id, source_id), money in plan.budget.by(by_line, by_source).items():
        line = strategy.budget_lines[str(line_id)]
        code = line.economic_code
        if source_id in development and money and code is not None and code.startswith("2") and code != _DEVELOPMENT:
            related = Related(strategy.span(line, "economic_code"), {"en": "the economic code", "uk": "КЕКВ"})
            facts = {"line": line.id, "code": code, "amount": money, "source": source_id}
            yield Finding(strategy.span(line, *place_of_source(line, str(source_id))), facts, (related,))
