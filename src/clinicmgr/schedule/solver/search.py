"""Fill the week: a first roster at once, each week by itself, then all of it together."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clinicmgr.schedule.solver.answer import Assignment, Progress, Solution
from clinicmgr.schedule.solver.check import require_sound
from clinicmgr.schedule.solver.costs import add_costs
from clinicmgr.schedule.solver.coverage import stretches
from clinicmgr.schedule.solver.greedy import first_roster
from clinicmgr.schedule.solver.incumbent import Incumbent, OnProgress
from clinicmgr.schedule.solver.limits import add_limits
from clinicmgr.schedule.solver.model import RosterModel
from clinicmgr.schedule.solver.problem import Choice, Fixed, Need, Pattern, Problem
from clinicmgr.schedule.solver.rules import add_rules
from clinicmgr.schedule.solver.ruling import about_week, without_broken_bans
from clinicmgr.schedule.solver.score import score
from clinicmgr.schedule.solver.timetable import Timetable

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver

Found = Callable[[tuple[Assignment, ...]], None]

EFFORT = 10.0  # deterministic time: about half a minute of one core


@dataclass(frozen=True, slots=True)
class Step:
    """How much effort one run may use, how near to the bound is near enough, and its turn.

    Another turn searches with another seed, as one seed may have bad luck. The time that is left
    on the clock is for this and `of` - 1 further runs.
    """

    effort: float
    near: float
    turn: int
    of: int = 1


WEEK_CHOICES = 800  # larger weeks get more effort
WEEK_STEPS = (Step(0.4, 0.004, 0), Step(0.4, 0.004, 1), Step(0.8, 0.002, 2))


def keep_going(_progress: Progress) -> bool:
    """The answer to progress that lets the search go on."""
    return True


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    effort: float | None = None,
    seconds: float | None = None,
    on_progress: OnProgress = keep_going,
) -> Solution:
    """Give shifts to workers so that the objective is as small as possible.

    `effort` is CP-SAT's deterministic time, about 3 seconds of one core each: with no limit
    in `seconds` the same problem, seed and effort give the same roster, on any computer. `seconds`
    stops by the clock. None: EFFORT when there is no limit in seconds either, else no limit.
    `on_progress` is called for each better roster or bound and four times a second, from other
    threads too; False stops the search and keeps the best roster so far.
    ValueError: the problem is not well formed.
    """
    require_sound(problem)
    if effort is None:
        effort = EFFORT if seconds is None else math.inf
    return _Search(problem, Incumbent(problem, on_progress), seed, (effort, seconds)).run()


def open_choices(problem: Problem) -> tuple[Choice, ...]:
    """The choices that the kept shifts leave possible."""
    kept = Timetable(problem)
    return tuple(
        choice
        for choice in problem.choices
        if kept.against(choice.worker, kept.spans[choice.pattern], for_good=True) is None
    )


def week_of_problem(
    problem: Problem, week: int, roster: tuple[Assignment, ...]
) -> tuple[Problem, tuple[Assignment, ...]]:
    """The problem of one week in which the roster's other weeks are kept, and those weeks."""
    patterns = {pattern.id: pattern for pattern in problem.patterns}
    inside = {number for number, pattern in patterns.items() if problem.week(pattern.day) == week}
    outside = tuple(each for each in roster if each.pattern not in inside)
    kept = tuple(_kept(each.worker, patterns[each.pattern]) for each in outside)
    part = replace(
        problem,
        fixed=problem.fixed + kept,
        choices=tuple(choice for choice in problem.choices if choice.pattern in inside),
        needs=tuple(need for need in problem.needs if week in _weeks_about(problem, need)),
    )
    part = about_week(part, week)
    return replace(part, choices=open_choices(part)), outside


def _weeks_about(problem: Problem, need: Need) -> set[int]:
    """The weeks whose shifts may count: shifts and needs over midnight reach into other days."""
    return {problem.week(need.day + days) for days in (-1, 0, 1)}


def _kept(worker: int, pattern: Pattern) -> Fixed:
    return Fixed(
        worker,
        pattern.day,
        pattern.start,
        pattern.end,
        pattern.position,
        pattern.break_minutes,
        pattern.site,
        pattern.room,
        pattern.type_id,
    )


class _Search:
    """One run: the steps it goes through, and what is left of its effort and time."""

    def __init__(
        self, problem: Problem, incumbent: Incumbent, seed: int, limits: tuple[float, float | None]
    ) -> None:
        problem = without_broken_bans(problem)
        self.problem = replace(problem, choices=open_choices(problem))
        self.incumbent = incumbent
        self.seed = seed
        self.left, self.seconds = limits
        self.settled: set[int] = set()

    def run(self) -> Solution:
        """Go through the steps until the effort is used up."""
        incumbent, choices = self.incumbent, self.problem.choices
        first = first_roster(self.problem, choices, stretches(self.problem, choices))
        incumbent.offer(first, score(self.problem, first))
        if not choices and incumbent.objective is not None:
            incumbent.prove(incumbent.objective)
        if self.problem.week_count > 1:
            for step in WEEK_STEPS:
                self._improve_weeks(step)
        self._improve(self.problem, (), Step(self.left / 2, 0.0, 0))
        self._improve(self.problem, (), Step(self.left, 0.0, 3))
        if incumbent.proven:
            return incumbent.solution("optimal")
        return incumbent.solution("stopped" if self._over else "good")

    @property
    def _over(self) -> bool:
        late = self.seconds is not None and self.incumbent.seconds >= self.seconds
        return late or self.incumbent.stopped

    def _improve_weeks(self, step: Step) -> None:
        """Each week by itself, which is quick, unless it is known to be near its best."""
        most = self.left / (2 * self.problem.week_count)  # half is for all weeks together
        for week in range(self.problem.week_count):
            part, outside = week_of_problem(self.problem, week, self.incumbent.best)
            if part.choices and week not in self.settled:
                wanted = step.effort * max(1.0, len(part.choices) / WEEK_CHOICES)
                limited = replace(step, effort=min(wanted, most), of=self.problem.week_count - week)
                if self._improve(part, outside, limited):
                    self.settled.add(week)

    def _improve(self, part: Problem, outside: tuple[Assignment, ...], step: Step) -> bool:
        """Search a better roster for a part; tell whether it is proven to be near its best."""
        if self._over or self.incumbent.proven or step.effort <= 0:
            return False
        incumbent, fixed = self.incumbent, set(outside)
        inside = tuple(each for each in incumbent.best if each not in fixed)
        others = (incumbent.objective or 0) - score(part, inside)
        model = RosterModel(part, part.choices)
        add_limits(model)
        add_rules(model)
        add_costs(model, stretches(part, part.choices))
        model.finish()
        solver = self._solver(step)

        def found(assignments: tuple[Assignment, ...]) -> None:
            # CP-SAT's own value may be worse than the roster: its slacks need not be tight.
            incumbent.offer(tuple(sorted(outside + assignments)), score(part, assignments) + others)

        if part is self.problem:
            solver.best_bound_callback = lambda bound: incumbent.prove(_whole(bound))
        proven = _run(solver, model, incumbent, found)
        if proven and part is self.problem:
            incumbent.prove(_whole(solver.best_objective_bound))
        self.left -= solver.deterministic_time
        return proven

    def _solver(self, step: Step) -> CpSolver:
        # One attribute at a time: parse_text_format would silently drop those set before it.
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.random_seed = self.seed + step.turn
        parameters.num_workers = 1  # one worker is deterministic
        parameters.linearization_level = 2  # what matters most: the LP finds and proves
        parameters.cp_model_probing_level = 0  # costs more than it brings here
        parameters.max_deterministic_time = step.effort
        parameters.relative_gap_limit = step.near
        parameters.catch_sigint_signal = False
        if self.seconds is not None:
            left = self.seconds - self.incumbent.seconds
            parameters.max_time_in_seconds = max(0.01, left / step.of)
        return solver


def _whole(bound: float) -> int:
    """The objective is a whole number, so its bound may be rounded up."""
    return math.ceil(bound - 1e-6)


def _run(solver: CpSolver, model: RosterModel, incumbent: Incumbent, found: Found) -> bool:
    """Search until it ends by itself (True: as near as asked) or is stopped.

    RuntimeError: the model is wrong.
    """
    from ortools.sat.python import cp_model

    class Listener(cp_model.CpSolverSolutionCallback):
        """Hands on each better roster."""

        def on_solution_callback(self) -> None:
            found(model.taken(self.boolean_value))

    done = threading.Event()
    watcher = threading.Thread(target=incumbent.watch, args=(solver.stop_search, done))
    watcher.start()
    try:
        status = solver.solve(model.cp, Listener())
    finally:
        done.set()
        watcher.join()
    if status in {cp_model.INFEASIBLE, cp_model.MODEL_INVALID}:
        message = f"the roster model is {solver.status_name(status)}"
        raise RuntimeError(message)
    return bool(status == cp_model.OPTIMAL)
