"""A choice of measures as a scenario of the strategy: what it leaves out, written beside the other scenarios."""

from collections.abc import Callable, Mapping
from functools import partial

from stratbuild.model import Plan
from stratbuild.planning.selection.result import Selection
from stratbuild.render.locale import FALLBACK, Locale, languages, locale
from stratbuild.rewrite import AppendItem, Unquoted, Value

_SCENARIOS = "scenarios"


def is_in_use(plan: Plan, id_: str) -> str | None:
    """The id of an item that is written under such an id, whatever its capitals; none where it is free."""
    return next((one for one in plan.strategy.origins if one.casefold() == id_.casefold()), None)


def scenario_edit(plan: Plan, chosen: Selection, id_: str) -> tuple[str, AppendItem]:
    """The file that the scenario goes to, and the edit that writes it there.

    It goes to where the last scenario is written, else to the file of the strategy's settings. A choice
    within a scenario inherits from that one. The choice has to leave something out.
    """
    strategy = plan.strategy
    scenarios = list(strategy.scenarios.values())
    home = strategy.span(scenarios[-1]) if scenarios else strategy.span(strategy.settings)
    return home.path, AppendItem((_SCENARIOS,), _scenario(plan, chosen, id_))


def _scenario(plan: Plan, chosen: Selection, id_: str) -> Mapping[str, Value]:
    inherited = {} if plan.scenario is None else {"inherits": plan.scenario.id}
    return {
        "id": id_,
        "title": _in_languages(plan, _title),
        "description": _in_languages(plan, partial(_description, chosen)),
        **inherited,
        "measures": {one: {"absent": Unquoted("true")} for one in chosen.left_out},
    }


def _in_languages(plan: Plan, said: Callable[[Locale], str]) -> Value:
    """A text in the main language, or by language where the papers are wanted in several."""
    main, known = plan.strategy.language, languages()
    wanted = tuple(dict.fromkeys((main, *(one for one in plan.strategy.settings.languages if one in known))))
    texts = {one: said(locale(one if one in known else FALLBACK)) for one in wanted}
    return texts if len(texts) > 1 else texts[main]


def _title(words: Locale) -> str:
    return words.say("selection.scenario_title")


def _description(chosen: Selection, words: Locale) -> str:
    proof = chosen.proof
    assert proof is not None, "only a choice is written"
    facts = {"chosen": len(chosen.chosen), "all": len(chosen.problem.measures), "weight": proof.weight}
    best = "scenario_best" if proof.is_optimal else "scenario_near_best"
    told = (
        words.say("selection.scenario_chosen", **facts),
        words.say(f"selection.{best}", bound=proof.weight_bound, gap=proof.gap),
        words.say("selection.scenario_solver", solver=proof.solver),
    )
    return " ".join(told)
