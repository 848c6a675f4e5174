"""From which stage of a strategy on a field has to be filled, and which rule says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pydantic import BaseModel

from stratbuild.checks.rule import rules
from stratbuild.diagnostics import Fault, Severity, Stage
from stratbuild.reference.models import models_in
from stratbuild.render.locale import locale
from stratbuild.schema.file import file_model


@dataclass(frozen=True, slots=True)
class Demand:
    """That a field is filled, or one of the others in its place."""

    fault: Fault
    others: tuple[str, ...] = ()

    @property
    def stage(self) -> Stage:
        """The first stage at which the fault weighs most."""
        return next(stage for stage in Stage if self.fault.severity_at(stage) is self.weight)

    @property
    def weight(self) -> Severity:
        """How much the fault weighs there."""
        return max(self.fault.severity_at(stage) for stage in Stage)

    def said(self, language: str) -> str:
        """The demand as a sentence, with what is written in files between backticks."""
        name = "due_one_of" if self.others else "due" if self.weight is Severity.ERROR else "wished"
        others = ", ".join(f"`{other}`" for other in self.others)
        return locale(language).say(f"reference.{name}", stage=self.stage.value, code=self.fault.code, others=others)


def demands_on(model: type[BaseModel], field: str) -> tuple[Demand, ...]:
    """What the rules demand of a field, in the order of their codes."""
    return _demands().get((model.__name__, field), ())


@cache
def _demands() -> Mapping[tuple[str, str], tuple[Demand, ...]]:
    """By model and field. A rule that names a field that there is not is a bug and a `KeyError`."""
    found: dict[tuple[str, str], tuple[Demand, ...]] = {}
    for rule in rules().values():
        for choice in rule.demands:
            paths = choice.split(" | ")
            for path in paths:
                others = tuple(other.rpartition(".")[2] for other in paths if other != path)
                place = _place(path)
                found[place] = (*found.get(place, ()), Demand(rule.fault, others))
    return MappingProxyType(found)


def _place(path: str) -> tuple[str, str]:
    owner = file_model()
    *way, last = path.split(".")
    for step in way:
        owner = next(one for one in models_in(owner.model_fields[step].annotation) if issubclass(one, BaseModel))
    if last not in owner.model_fields:
        raise KeyError(path)
    return owner.__name__, last
