"""Assignments and requests for information as they stand on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stratbuild.schema.assignment import Assignment
from stratbuild.strategy import Strategy


class TaskState(StrEnum):
    """How an assignment stands."""

    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment as it stands on a day."""

    assignment: Assignment
    given: date | None
    state: TaskState
    days_late: int
    """How many days after its due day it was done, or has not been done yet; none where it is not late."""

    @property
    def is_done(self) -> bool:
        """Whether it is done, late or not."""
        return self.state in {TaskState.DONE, TaskState.DONE_LATE}


def tasks(strategy: Strategy, day: date) -> tuple[Task, ...]:
    """Every assignment that had been given by a day, by due day; those without one come last."""
    found = [_task(strategy, one, day) for one in strategy.assignments.values()]
    return tuple(
        sorted(
            (one for one in found if one.given is None or one.given <= day),
            key=lambda one: (one.assignment.due or date.max, one.assignment.id),
        )
    )


def given_on(strategy: Strategy, assignment: Assignment) -> date | None:
    """The day on which an assignment was given: its own, or that of the meeting which decided it."""
    if assignment.issued is not None:
        return assignment.issued
    if assignment.decision is None:
        return None
    return strategy.meetings[strategy.decisions[assignment.decision].meeting].starts.date()


def assignees(strategy: Strategy, assignment: Assignment) -> tuple[str, ...]:
    """The members who are to do it, each once: those named, and those of the subgroups that are named.

    Of a subgroup those count who belonged to the group on the day on which it was given.
    """
    day = given_on(strategy, assignment)
    of_subgroups = (id_ for subgroup in assignment.subgroups for id_ in strategy.subgroups[subgroup].members)
    sitting = (id_ for id_ in of_subgroups if day is None or strategy.members[id_].sits_on(day))
    return tuple(dict.fromkeys((*assignment.members, *sitting)))


def _task(strategy: Strategy, assignment: Assignment, day: date) -> Task:
    done = assignment.done if assignment.done is not None and assignment.done <= day else None
    late = 0 if assignment.due is None else max(0, ((done or day) - assignment.due).days)
    if done is not None:
        state = TaskState.DONE_LATE if late else TaskState.DONE
    else:
        state = TaskState.OVERDUE if late else TaskState.OPEN
    return Task(assignment, given_on(strategy, assignment), state, late)
