from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB745",
    en=("the quorum names {said}", "write either `members: 12` or `share: 50%`"),
    uk=("для кворуму вказано {said}", "напишіть або `members: 12`, або `share: 50%`"),
)
def quorum_left_open(plan: Plan) -> Iterator[Finding]:
    """A quorum is set as a number and as a share, or as neither.

    ## Why this matters
    Nobody can tell how many have to come. Where the regulation sets no quorum, none is to be written.

    ## What to do
    Write one of the two, or take the quorum out.
    ---
    Кворум задано і кількістю, і часткою або ні тим, ні тим.

    ## Чому це важливо
    Не сказати, скільки членів групи має прийти. Якщо Положення кворуму не встановлює, його не пишуть.

    ## Що робити
    Напишіть щось одне або приберіть кворум.
    """
    regulation = plan.strategy.settings.regulation
    quorum = None if regulation is None else regulation.quorum
    if quorum is not None and (quorum.members is None) == (quorum.share is None):
        said = "0" if quorum.members is None else "members, share"
        yield Finding(plan.strategy.span(plan.strategy.settings, "regulation", "quorum"), {"said": said})
