"""What members and units were asked for, and how much of it was done in time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from stratbuild.model.governance.tasks import Task, TaskState, assignees, tasks
from stratbuild.schema.assignment import Assignment
from stratbuild.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Workload:
    """The assignments and requests of one member or unit, as they stand on a day."""

    tasks: tuple[Task, ...]

    def number_of(self, state: TaskState) -> int:
        """How many of them stand so."""
        return sum(one.state is state for one in self.tasks)


def workloads(strategy: Strategy, day: date) -> Mapping[str, Workload]:
    """By member and unit: what each was asked for by a day, by due day; nobody is missing."""
    found: dict[str, list[Task]] = {id_: [] for id_ in (*strategy.members, *strategy.units)}
    for task in tasks(strategy, day):
        for id_ in performers(strategy, task.assignment):
            found[id_].append(task)
    return {id_: Workload(tuple(some)) for id_, some in found.items()}


def performers(strategy: Strategy, assignment: Assignment) -> tuple[str, ...]:
    """The members and units who are to do it, each once."""
    return tuple(dict.fromkeys((*assignees(strategy, assignment), *assignment.units)))


def unfinished(some: Iterable[Task]) -> tuple[Task, ...]:
    """Those that are not done, the overdue ones first as they are due first."""
    return tuple(one for one in some if not one.is_done)
