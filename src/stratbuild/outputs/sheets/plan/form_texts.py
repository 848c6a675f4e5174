"""What stands in the columns of texts of a form of measures, on a sheet and on paper."""

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.sheets.plan.form_table import NOBODY, FormTable, Line
from stratbuild.schema.measure import Measure


def texts_of(table: FormTable, told: PlanInWords, value: str, measure: Measure) -> tuple[str, ...]:
    """The lines of a cell for a measure."""
    strategy = told.plan.strategy
    lead = () if measure.lead is None else (told.short_unit(measure.lead),)
    partners = tuple(map(told.short_unit, measure.partners))
    match value:
        case "number":
            return (str(table.numbers[measure.id]),)
        case "direction":
            return (table.book.goal_name(strategy.goals[measure.goal]),)
        case "measure":
            return (told.text(measure.title),)
        case "code":
            return (told.code(measure.id),)
        case "term":
            return (told.dates(measure) or "",)
        case "executors":
            return (*lead, *partners)
        case "lead":
            return lead
        case "partners":
            return partners
        case "kpis":
            return tuple(told.text(strategy.kpis[one].title) for one in measure.kpis)
        case "result":
            return (told.text(measure.result),) if measure.result else ()
    raise ValueError(value)


def source_name(table: FormTable, told: PlanInWords, line: Line) -> str:
    """Who pays in a row; where there is no money, that there is none, or that none is needed."""
    if line.source is not None:
        return paid_by(told, line.source)
    return table.book.say("form_free" if line.measure.free_of_cost else "form_no_money")


def paid_by(told: PlanInWords, source: str) -> str:
    """The name of a source by its key."""
    return told.short_source(None if source == NOBODY else source)
