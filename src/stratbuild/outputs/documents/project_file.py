"""`plan.xml`: the plan for Microsoft Project, ProjectLibre and whatever else reads their XML."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from stratbuild.model import Plan, Window
from stratbuild.model.load import needs_of
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.outputs.project.outline import outline
from stratbuild.outputs.project.tasks import around, tasks_of
from stratbuild.render.edition import Edition
from stratbuild.render.project_file import (
    Days,
    ProjectAssignment,
    ProjectCalendar,
    ProjectFile,
    ProjectResource,
)

_MONTHS = 12


def project_file(plan: Plan, edition: Edition) -> Iterator[ProjectFile]:
    """Goals, measures and milestones with dates, links, people and money; a strategy without measures makes none.

    Dates are those of the forecast, and the adopted plan is the baseline. A measure without dates is a
    task that is still to be scheduled.
    """
    if not plan.strategy.measures:
        return
    told = in_words(plan, edition.language, edition.templates)
    tasks = tasks_of(told, outline(plan))
    numbers = {task.id: task.number for task in tasks}
    units = {unit: number for number, unit in enumerate(plan.strategy.units, start=1)}
    window = around((plan.period, *plan.windows.values(), *plan.forecast.values()))
    assert window is not None, "a strategy has a period"
    yield ProjectFile(
        path="plan.xml",
        title=told.text(plan.strategy.settings.title),
        about=_about(told, edition),
        company=told.text(plan.strategy.settings.community.name),
        days=Days(window.first, window.last),
        status=plan.status_day,
        currency=plan.strategy.settings.currency,
        currency_sign=told.currency(),
        id_label=told.words.say("project.id"),
        calendar=_calendar(told, window),
        tasks=tasks,
        resources=tuple(_resource(told, unit, number) for unit, number in units.items()),
        assignments=tuple(
            ProjectAssignment(numbers[measure.id], units[unit], people)
            for measure in plan.strategy.measures.values()
            if measure.id in plan.forecast
            for unit, people in needs_of(measure, plan.forecast[measure.id]).items()
        ),
    )


def _about(told: PlanInWords, edition: Edition) -> str:
    about = told.words.say("project.about", day=edition.as_of, revision=edition.revision)
    scenario = told.plan.scenario
    return about if scenario is None else told.words.say("project.of_scenario", about=about, title=told.text(scenario.title))


def _calendar(told: PlanInWords, window: Window) -> ProjectCalendar:
    words, workdays = told.words, told.plan.workdays
    exceptions: Mapping[date, bool] = {
        day: worked
        for step in range((window.last - window.first).days + 1)
        if (worked := workdays.is_worked(day := window.first + timedelta(days=step)))
        is not ProjectCalendar.is_worked_weekday(day.weekday())
    }
    return ProjectCalendar(words.say("project.calendar"), exceptions, words.say("project.holiday"), words.say("project.workday"))


def _resource(told: PlanInWords, unit: str, number: int) -> ProjectResource:
    found = told.plan.strategy.units[unit]
    return ProjectResource(
        number=number,
        id=unit,
        name=told.unit(unit),
        people=None if found.capacity is None else Fraction(found.capacity),
        people_by_year={year: Fraction(work) / _MONTHS for year, work in found.person_months.items()},
    )


OUTPUT = Output("project", project_file)
"""For programs that schedule; `plan` is the workbook."""
