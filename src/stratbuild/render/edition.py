"""Which edition of a paper is made: for which day, from which revision, in which language."""

from dataclasses import dataclass
from datetime import date

from stratbuild.render.earlier import EarlierBudget
from stratbuild.source import INSTALLED, Templates


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is called. Nothing else of the moment of building enters a paper."""

    as_of: date
    """The day that the papers speak of; the clock is read in the command line's door only."""
    revision: str
    """Twelve hexadecimal digits of the SHA-256 of the strategy's files: equal text, equal revision."""
    language: str
    """The language of the papers, `uk`."""
    programme_version: str
    """The version of stratbuild."""
    scenario: str | None = None
    """The title of the scenario whose papers these are; none where they are of the strategy as written."""
    earlier: EarlierBudget | None = None
    """An earlier edition of the budget, to say what has changed since."""
    session_on: date | None = None
    """The day of the council's session, where it is not the one that the strategy names."""
    public: bool = False
    """Whether it is for everyone: then it has nothing that the strategy calls internal."""
    others: tuple[str, ...] = ()
    """The further languages of the set, each in a folder of its own."""
    templates: Templates = INSTALLED
    """The templates that its papers are made of."""
