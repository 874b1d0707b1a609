"""The problem in the words of CP-SAT: one 0/1 variable for each choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.problem import Choice, Problem
from clinicmgr.schedule.solver.span import Span
from clinicmgr.schedule.solver.timetable import Timetable

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr


class RosterModel:
    """Variables and objective over these choices; `takes[i]` says that choice i is taken.

    `kept` are the kept shifts, `own` the choices of each worker by index. `limits` and `costs` add
    the rest; then `finish` sets the objective.
    """

    def __init__(self, problem: Problem, choices: Sequence[Choice]) -> None:
        from ortools.sat.python import cp_model

        self.problem = problem
        self.choices = choices
        self.cp: CpModel = cp_model.CpModel()
        self.kept = Timetable(problem)
        self.spans: list[Span] = [self.kept.spans[choice.pattern] for choice in choices]
        self.takes: list[IntVar] = [self.cp.new_bool_var("") for _choice in choices]
        self.own: dict[int, list[int]] = defaultdict(list)
        for index, choice in enumerate(choices):
            self.own[choice.worker].append(index)
        self._costs: list[tuple[IntVar, int]] = []
        self._constant = 0

    def finish(self) -> None:
        """Set the objective: all costs so far."""
        from ortools.sat.python import cp_model

        variables = [variable for variable, _weight in self._costs]
        weights = [weight for _variable, weight in self._costs]
        self.cp.minimize(cp_model.LinearExpr.weighted_sum(variables, weights) + self._constant)

    def taken(self, value: Callable[[IntVar], bool]) -> tuple[Assignment, ...]:
        """The roster in which the choices have these values."""
        return tuple(
            sorted(
                Assignment(choice.worker, choice.pattern)
                for variable, choice in zip(self.takes, self.choices, strict=True)
                if value(variable)
            )
        )

    def cost(self, variable: IntVar, weight: int) -> None:
        """Each unit of the variable costs this much."""
        if weight:
            self._costs.append((variable, weight))

    def constant(self, cost: int) -> None:
        """Something that no choice can change costs this much."""
        self._constant += cost

    def up_to(self, most: int) -> IntVar:
        """A new whole number from 0."""
        return self.cp.new_int_var(0, max(0, most), "")

    def sum_of(self, indexes: Sequence[int]) -> LinearExpr:
        """How many of these choices are taken."""
        from ortools.sat.python import cp_model

        return cp_model.LinearExpr.sum([self.takes[index] for index in indexes])

    def minutes_of(self, indexes: Sequence[int]) -> LinearExpr:
        """How many minutes of work those of these choices have that are taken."""
        from ortools.sat.python import cp_model

        return cp_model.LinearExpr.weighted_sum(
            [self.takes[index] for index in indexes],
            [self.spans[index].minutes for index in indexes],
        )

    def of_week(self, worker: int, week: int) -> list[int]:
        """The worker's choices in a week."""
        return [index for index in self.own.get(worker, ()) if self.spans[index].week == week]

    def kept_minutes(self, worker: int) -> int:
        """The worker's kept work in all weeks of the period."""
        return sum(self.kept.minutes[worker, week] for week in range(self.problem.week_count))
