from collections.abc import Iterator

from stratbuild.checks.portions import place_of_source
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related, Severity
from stratbuild.model import Plan
from stratbuild.model.budget import line as by_line
from stratbuild.model.budget import source as by_source
from stratbuild.schema.source import Fund
from stratbuild.schema.strategy import EconomicClassifier


@rule(
    "SB410",
    severity=Severity.WARNING,
    en=(
        "{line} is capital expenditure (КЕКВ {code}), but takes {amount} from {source}, which is in the general fund",
        "pay it from a source with `fund: development`, or correct the code",
    ),
    uk=(
        "{line} — капітальні видатки (КЕКВ {code}), але {amount} бере із джерела {source}, а це загальний фонд",
        "оплатіть рядок із джерела з `fund: development` або виправте код",
    ),
)
def capital_code_from_general_fund(plan: Plan) -> Iterator[Finding]:
    """Capital expenditure (КЕКВ 3000 and below) is paid from the general fund.

    ## Why this matters
    Local budgets pay capital expenditure from the special fund; money of the general fund gets there as
    a transfer to the development budget. A line that skips this step will be moved by the finance
    office, and the totals by fund will change.

    ## What to do
    Write the transferred money as a source with `fund: development` and fund the line from it. Where the
    thing is not a fixed asset, correct the code.
    ---
    Капітальні видатки (КЕКВ 3000 і нижче) оплачуються із загального фонду.

    ## Чому це важливо
    Місцеві бюджети оплачують капітальні видатки зі спеціального фонду; кошти загального фонду потрапляють
    туди як передача до бюджету розвитку. Рядок, у якому цього кроку немає, фінансове управління
    перенесе, і підсумки за фондами зміняться.

    ## Що робити
    Запишіть передані кошти окремим джерелом із `fund: development` і оплачуйте рядок із нього. Якщо річ не є
    основним засобом, виправте код.
    """
    strategy = plan.strategy
    if strategy.settings.classifiers.economic is not EconomicClassifier.KEKV:
        return
    general = {source.id for source in strategy.sources.values() if source.fund is Fund.GENERAL}
    if not general:
        return
    for (line_id, source_id), money in plan.budget.by(by_line, by_source).items():
        line = strategy.budget_lines[str(line_id)]
        code = line.economic_code
        if source_id in general and money and code is not None and code.startswith("3"):
            related = Related(strategy.span(line, "economic_code"), {"en": "the economic code", "uk": "КЕКВ"})
            facts = {"line": line.id, "code": code, "amount": money, "source": source_id}
            yield Finding(strategy.span(line, *place_of_source(line, str(source_id))), facts, (related,))
