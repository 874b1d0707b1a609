"""A solution before it is shown: the checker of manual edits has the last word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from clinicmgr.schedule.records import Facts, Shift, Strength, Violation
from clinicmgr.schedule.rules import Checker
from clinicmgr.schedule.service.filling import draft_of
from clinicmgr.schedule.solver.answer import Assignment, Solution
from clinicmgr.schedule.solver.coverage import unfilled
from clinicmgr.schedule.solver.problem import Problem


def vetted(problem: Problem, solution: Solution, facts: Facts, shifts: Sequence[Shift]) -> Solution:
    """The solution without those of its shifts that break a rule never to be broken.

    Some rules cannot be told to the solver, such as supervision; shifts that break them are taken
    out, the latest first, until none does. What they filled is unfilled again.
    """
    patterns = {one.id: one for one in problem.patterns}
    given = {-number: one for number, one in enumerate(solution.assignments, 1)}
    fresh = [
        draft_of(patterns[one.pattern], problem, one.worker).with_id(id_)
        for id_, one in given.items()
    ]
    last = problem.day(problem.day_count - 1) + timedelta(days=1)
    checker = Checker([*shifts, *fresh], facts, problem.first_day, last)
    while gone := _worst(checker.violations, given):
        checker.update({gone: None})
        del given[gone]
    if len(given) == len(solution.assignments):
        return solution
    return _without(problem, solution, tuple(sorted(given.values())))


def _worst(found: Sequence[Violation], given: dict[int, Assignment]) -> int:
    """The proposed shift to take out next; 0 if all may stay."""
    for one in found:
        if one.strength is Strength.NEVER:
            new = [id_ for id_ in one.shift_ids if id_ in given]
            if new:
                return new[-1]
    return 0


def _without(problem: Problem, solution: Solution, assignments: tuple[Assignment, ...]) -> Solution:
    from clinicmgr.schedule.solver.score import score

    return replace(
        solution,
        assignments=assignments,
        unfilled=unfilled(problem, assignments),
        status="stopped" if solution.status == "stopped" else "good",
        objective=score(problem, assignments),
    )
