"""Every fault that the program can report, by code: the one catalogue behind `explain` and the reference pages."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, ModuleType

import stratbuild
from stratbuild.checks.rule import rules
from stratbuild.diagnostics import Fault, Severity, SeverityByStage, Stage, Wording


@cache
def catalogue() -> Mapping[str, Fault]:
    """Every fault by its code: those of the rules, and those in any module of the package whose name ends in `faults`.

    A code or a name that belongs to two faults is a bug and a `ValueError`.
    """
    found: dict[str, Fault] = {}
    by_name: dict[str, Fault] = {}
    for fault in (*(rule.fault for rule in rules().values()), *_outside_rules()):
        if found.setdefault(fault.code, fault) is not fault or by_name.setdefault(fault.name, fault) is not fault:
            raise ValueError(f"{fault.code} {fault.name} is used for two faults")
    return MappingProxyType(dict(sorted(found.items())))


def severities(fault: Fault) -> Mapping[Stage, Severity]:
    """How much a fault weighs at each stage of a strategy."""
    return {stage: fault.severity_at(stage) for stage in Stage}


def depends_on_stage(fault: Fault) -> bool:
    """Whether later stages of a strategy take the fault more seriously."""
    return isinstance(fault.severity, SeverityByStage)


def summary(fault: Fault, language: str) -> str:
    """The fault in one sentence: the first paragraph of its page, else its message with places for the facts."""
    page = fault.page_in(language)
    return " ".join(page.partition("\n\n")[0].split()) if page else blank(wording(fault, language).message)


def wording(fault: Fault, language: str) -> Wording:
    """The words of a fault in a language, or else in English."""
    return fault.wordings.get(language, fault.en)


def blank(pattern: str) -> str:
    """A message or a hint with `‹text›` in the places of its facts."""
    return pattern.format_map(_Blanks())


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"‹{name}›"


def _outside_rules() -> Iterator[Fault]:
    for module in _modules_of_faults():
        for value in vars(module).values():
            yield from _faults_in(value)


def _modules_of_faults() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(stratbuild.__path__, "stratbuild."):
        inside = module.name.removeprefix("stratbuild.")
        if "." in inside and inside.endswith("faults") and not module.ispkg:
            yield importlib.import_module(module.name)


def _faults_in(value: object) -> Iterable[Fault]:
    match value:
        case Fault():
            return (value,)
        case Mapping():
            return (one for one in value.values() if isinstance(one, Fault))
        case tuple():
            return (one for one in value if isinstance(one, Fault))
    return ()
