from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan


@rule(
    "SB320",
    severity=SeverityByStage(Stage.CONSULTATION, before=Severity.WARNING),
    demands=("measures.lead",),
    en=(
        "nobody answers for {measure}: partners: {partners}, lead: none",
        "name the unit that answers for it: `lead: U-…`",
    ),
    uk=(
        "за захід {measure} ніхто не відповідає: партнерів: {partners}, відповідального підрозділу немає",
        "назвіть підрозділ, що відповідає за захід: `lead: U-…`",
    ),
)
def measure_without_lead(plan: Plan) -> Iterator[Finding]:
    """A measure names no lead unit.

    ## Why this matters
    The regulation asks for responsible persons; what everybody takes part in and nobody leads is not
    done.

    ## What to do
    Name one unit in `lead`. If several share the work, the one that reports about it leads, and the
    others are partners.
    ---
    Захід не має відповідального підрозділу.

    ## Чому це важливо
    Положення вимагає плану реалізації з відповідальними; те, у чому беруть участь усі й чого ніхто не веде,
    лишається незробленим.

    ## Що робити
    Назвіть у полі `lead` один підрозділ. Якщо роботу ділять кілька, відповідальним є той, хто про неї
    звітує, а решта — партнери.
    """
    for measure in plan.strategy.measures.values():
        if measure.lead is None:
            facts = {"measure": measure.id, "partners": len(measure.partners)}
            yield Finding(plan.strategy.span(measure, "id"), facts)
