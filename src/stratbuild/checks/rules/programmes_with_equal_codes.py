from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Related
from stratbuild.model import Plan


@rule(
    "SB455",
    en=("{programme} has the code {code}, which {other} has already", "keep one of the two, or correct the code"),
    uk=("{programme} має код {code}, який уже має {other}", "лишіть один із двох записів або виправте код"),
)
def programmes_with_equal_codes(plan: Plan) -> Iterator[Finding]:
    """Two items of the list of budget programmes have the same code.

    ## Why this matters
    A budget line names the code: nobody can say which of the two is meant, and which ceiling holds.

    ## What to do
    Keep one of them, with the name and the ceilings that hold, or correct the code.
    ---
    Два записи списку бюджетних програм мають однаковий код.

    ## Чому це важливо
    Рядок бюджету називає код, тож невідомо, котру з двох програм мають на увазі й котрий граничний обсяг
    діє.

    ## Що робити
    Лишіть один запис, із чинними назвою та межами, або виправте код.
    """
    strategy = plan.strategy
    first: dict[str, str] = {}
    for programme in strategy.programmes.values():
        other = first.setdefault(programme.code, programme.id)
        if other != programme.id:
            related = Related(strategy.span(strategy.programmes[other], "code"), {"en": other, "uk": other})
            facts = {"programme": programme.id, "code": programme.code, "other": other}
            yield Finding(strategy.span(programme, "code"), facts, (related,))
