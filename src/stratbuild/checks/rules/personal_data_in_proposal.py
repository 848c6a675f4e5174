from collections.abc import Iterator

from stratbuild.checks.personal import hidden, personal_data
from stratbuild.checks.rule import Finding, rule
from stratbuild.diagnostics import Severity, SeverityByStage, Stage
from stratbuild.model import Plan
from stratbuild.schema.text import LocalizedText

_PUBLISHED = ("title", "text", "reason")


@rule(
    "SB640",
    severity=SeverityByStage(Stage.SUBMISSION, before=Severity.WARNING),
    en=(
        "{proposal} has what looks like data about a person in `{field}`: {masked}",
        "move it to `author`, which no public edition holds, or take it out",
    ),
    uk=(
        "у полі `{field}` пропозиції {proposal} є, схоже, персональні дані: {masked}",
        "перенесіть їх до `author`, якого публічна редакція не містить, або приберіть",
    ),
)
def personal_data_in_proposal(plan: Plan) -> Iterator[Finding]:
    """The text of a proposal holds an e-mail address, a telephone, a tax number or a passport.

    ## Why this matters
    Texts of proposals are printed in the report and published. Data about people may stand only under `author`.

    ## What to do
    Move contacts to `author` and take everything else out of the text. The message hides most of what was found.
    ---
    У тексті пропозиції є адреса електронної пошти, телефон, податковий номер або паспорт.

    ## Чому це важливо
    Тексти пропозицій друкують у звіті й оприлюднюють. Дані про людей можуть бути тільки в `author`.

    ## Що робити
    Перенесіть контакти до `author`, а решту приберіть із тексту. У повідомленні знайдене здебільшого приховано.
    """
    own = _of_the_office(plan)
    for proposal in plan.strategy.proposals.values():
        for field in _PUBLISHED:
            for found in personal_data(_all_of(getattr(proposal, field))):
                if found not in own:
                    # At the id, not at the text: the line that is shown beside a finding must not show the datum either.
                    facts = {"proposal": proposal.id, "field": field, "masked": hidden(found)}
                    yield Finding(plan.strategy.span(proposal, "id"), facts)


def _of_the_office(plan: Plan) -> frozenset[str]:
    """What the notice of the consultation says itself: a reason may well repeat where to call."""
    consultation = plan.strategy.settings.consultation
    said = () if consultation is None else (consultation.contact, consultation.send_to)
    return frozenset(found for text in said for found in personal_data(_all_of(text)))


def _all_of(text: LocalizedText | None) -> str:
    return "" if text is None else "\n".join(text.by_language.values())
