from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.checks.scenarios import changes, named, scenarios_of
from stratbuild.diagnostics import Related
from stratbuild.model import Plan
from stratbuild.model.scenario import lineage
from stratbuild.schema.scenario import LineChange, Scenario
from stratbuild.strategy import Strategy


@rule(
    "SB466",
    en=(
        "{scenario} changes {item}, which {cause} leaves out",
        "delete the change, or bring {owner} back with `absent: false`",
    ),
    uk=("{scenario} змінює {item}, а його вилучено в {cause}", "видаліть цю зміну або поверніть {owner}: `absent: ні`"),
)
def scenario_changes_what_is_left_out(plan: Plan) -> Iterator[Finding]:
    """A scenario changes a measure, a budget line or a source that is left out in it.

    It is left out by a scenario that this one inherits from, or, a line, together with its measure.

    ## Why this matters
    The change has no effect, and whoever reads the scenario believes that it has.

    ## What to do
    Delete the change. Where the item is wanted after all, bring it back with `absent: false`.

    ## Example
        scenarios:
          - {id: SC-SMALL, …, measures: {M-WIFI: {absent: true}}}
          - {id: SC-LATE, …, inherits: SC-SMALL, measures: {M-WIFI: {years_later: 1}}}    # M-WIFI is not there
    ---
    Сценарій змінює захід, рядок бюджету або джерело, якого в ньому немає.

    Його вилучено в сценарії, від якого успадковує цей, або, якщо це рядок, разом із заходом.

    ## Чому це важливо
    Зміна нічого не робить, а читач сценарію вважає, що робить.

    ## Що робити
    Видаліть зміну. Якщо запис усе-таки потрібен, поверніть його: `absent: ні`.

    ## Приклад
        scenarios:
          - {id: SC-SMALL, …, measures: {M-WIFI: {absent: так}}}
          - {id: SC-LATE, …, inherits: SC-SMALL, measures: {M-WIFI: {years_later: 1}}}    # M-WIFI тут немає
    """
    strategy = plan.strategy
    for scenario in scenarios_of(plan):
        for name, id_, change in changes(scenario):
            if not named(change) or getattr(change, "absent", False):
                continue
            owners = [(name, id_)]
            if isinstance(change, LineChange):
                owners.append(("measures", strategy.budget_lines[id_].measure))
            for list_, owner in owners:
                cause = _last_word(strategy, scenario, list_, owner)
                if cause is not None:
                    related = Related(strategy.span(cause, list_, owner), {"en": "left out here", "uk": "вилучено тут"})
                    facts = {"scenario": scenario.id, "item": id_, "cause": f"{cause.id}.{list_}.{owner}", "owner": owner}
                    yield Finding(strategy.span(scenario, name, id_, key=True), facts, (related,))
                    break


def _last_word(strategy: Strategy, scenario: Scenario, list_: str, id_: str) -> Scenario | None:
    """The scenario by which an item is left out in another; none where it is not, or where that one has brought it back."""
    for one in reversed(lineage(strategy, scenario)):
        change = getattr(one, list_).get(id_)
        if change is not None and getattr(change, "replaced_by", None) is not None:
            return one if one is not scenario else None
        if change is not None and "absent" in change.model_fields_set:
            return one if change.absent else None
    return None
