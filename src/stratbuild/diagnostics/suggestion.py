"""Did you mean: a fact that a hint shows as a sentence of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The words that were probably meant, or else those that are known; each language makes a sentence of it."""

    nearest: tuple[str, ...]
    known: tuple[str, ...] = ()
    more: bool = False
    """Whether more are known than those that are named."""

    def __str__(self) -> str:
        if self.nearest:
            return " / ".join(self.nearest) + "?"
        return ", ".join(self.known)
