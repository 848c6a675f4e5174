"""The draft decision as data: its grounds, its points, its annexes, and how long before the session it is published."""

from collections.abc import Mapping
from dataclasses import dataclass

from stratbuild.outputs.form_reading import FormReading, read_form, shipped_text
from stratbuild.source import INSTALLED, SourceText, Templates

PLACES = ("title", "period", "total", "total_in_words", "executor", "committee", "annexes")
"""What the words of a point may have places for."""
PAPERS = (
    "concept",
    "programme/passport",
    "programme/measures",
    "programme/measures-short",
    "programme/resources",
    "programme/finance",
    "programme/indicators",
)
"""The papers that can be annexes."""

_FILE = "decision.yaml"
_KEYS = ("publish_before", "grounds", "guided_by", "points", "annexes")
_DAYS = tuple(map(str, range(1, 61)))


@dataclass(frozen=True, slots=True)
class AnnexOfDecision:
    """One annex: the paper, and its title, which has a place for the strategy's."""

    paper: str
    title: str


@dataclass(frozen=True)
class DecisionForm:
    """The decision in one language."""

    publish_before: int
    """Working days between the day of publication and the session."""
    grounds: tuple[str, ...]
    guided_by: str
    points: tuple[str, ...]
    annexes: tuple[AnnexOfDecision, ...]


def shipped_decision(language: str, templates: Templates = INSTALLED) -> DecisionForm:
    """The decision among the templates, which an office may have changed."""
    return decode_decision(shipped_text(_FILE, templates), language)


def decode_decision(text: SourceText, language: str) -> DecisionForm:
    """A decision from its YAML. Whatever is wrong with it is a `PaperFault` with every finding at its place."""
    return read_form(text, language, _form)


def _form(reading: FormReading, data: Mapping[str, object]) -> DecisionForm:
    reading.known_keys(data, (), _KEYS)
    guided = data.get("guided_by")
    return DecisionForm(
        int(reading.one_of(data, ("publish_before",), _DAYS, "10", shown=("1–60",))),
        reading.columns(data, _words, "grounds"),
        reading.title(guided if isinstance(guided, dict) else {}, ("guided_by",), ()) or "",
        reading.columns(data, _point, "points"),
        reading.columns(data, _annex, "annexes"),
    )


def _words(reading: FormReading, data: object, way: tuple[str | int, ...]) -> str | None:
    return reading.title(data if isinstance(data, dict) else {}, way, ())


def _point(reading: FormReading, data: object, way: tuple[str | int, ...]) -> str | None:
    return reading.title(data if isinstance(data, dict) else {}, way, PLACES)


def _annex(reading: FormReading, data: object, way: tuple[str | int, ...]) -> AnnexOfDecision | None:
    paper = reading.value_of(data, way, PAPERS, key="paper")
    if paper is None or not isinstance(data, dict):
        return None
    reading.known_keys(data, way, ("paper", reading.language), titles=True)
    title = reading.title(data, way, ("title",))
    return None if title is None else AnnexOfDecision(paper, title)
