"""How a form shows sums: in which unit, with how many decimals, and whether rounding shows in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.quantity import Money, rounding_gap


@dataclass(frozen=True, slots=True)
class Sums:
    """The unit of a form's sums and their decimals, in the language of the papers."""

    told: PlanInWords
    in_thousands: bool
    decimals: int

    @property
    def unit(self) -> str:
        """`тис. грн`, or `грн`."""
        currency = self.told.currency()
        return self.told.words.say("programme.thousands", currency=currency) if self.in_thousands else currency

    def show(self, money: Money) -> str:
        """A sum in the unit; nothing is a dash."""
        if not money:
            return self.told.words.say("papers.none")
        return self.total(money)

    def total(self, money: Money) -> str:
        """A sum in the unit, zero as a number."""
        words = self.told.words
        return words.thousands(money, self.decimals) if self.in_thousands else words.money(money)

    def rounding_shows(self, additions: Iterable[Sequence[Money]]) -> bool:
        """Whether in any of these additions the rounded parts miss the rounded sum."""
        return self.in_thousands and any(rounding_gap(parts, self.decimals) for parts in additions)
