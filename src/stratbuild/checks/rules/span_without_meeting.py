from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity
from stratbuild.model import Plan
from stratbuild.model.governance.rhythm import spans_without_meeting


@rule(
    "SB722",
    severity=Severity.WARNING,
    en=(
        "there was no meeting of the group in the {span} that began on {first}, and the regulation asks for one in each",
        "hold meetings as often as the regulation asks for, and say in the report why there was none",
    ),
    uk=(
        "за {span}, що почався {first}, не було жодного засідання групи, а Положення вимагає щонайменше одного",
        "збирайтеся так часто, як вимагає Положення, і поясніть у звіті, чому засідання не було",
    ),
)
def span_without_meeting(plan: Plan) -> Iterator[Finding]:
    """In a month or a quarter there was no meeting, although the regulation asks for one.

    ## Why this matters
    The regulation (3.2) asks for a meeting at least once a month. Residents and the council see from the
    minutes that were published whether it is kept.

    ## What to do
    A meeting that was held and not written down is to be written down. One that was not held cannot be made
    up for; say why in the report.
    ---
    За місяць чи квартал не було засідання, хоча Положення його вимагає.

    ## Чому це важливо
    Положення (3.2) вимагає збиратися не рідше одного разу на місяць. З оприлюднених протоколів мешканці й
    рада бачать, чи цього дотримано.

    ## Що робити
    Засідання, яке відбулося й не записане, запишіть. Того, якого не було, вже не надолужити; поясніть
    причину у звіті.
    """
    regulation = plan.strategy.settings.regulation
    if regulation is None or regulation.meets_every is None:
        return
    for first in spans_without_meeting(plan.strategy):
        span = plan.strategy.span(plan.strategy.settings, "regulation", "meets_every")
        yield Finding(span, {"span": regulation.meets_every.value, "first": first})
