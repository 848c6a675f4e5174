"""Why a text is not a quantity: a named reason and the facts that a message needs."""

from collections.abc import Mapping
from types import MappingProxyType


class Refusal(ValueError):
    """A text that cannot be read as the quantity it should be.

    `reason` is the name of the fault (`money_ambiguous`); `facts` holds what its message names.
    """

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts: Mapping[str, object] = MappingProxyType(facts)
