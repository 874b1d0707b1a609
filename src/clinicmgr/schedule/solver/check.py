"""Whether a problem is well formed: a broken one is a mistake of the program, not of a person."""

from __future__ import annotations

from collections.abc import Iterable

from clinicmgr.schedule.solver.problem import DAY, Fixed, Need, Pattern, Problem


def require_sound(problem: Problem) -> None:
    """Raise ValueError when ids repeat, something named is missing or times make no sense."""
    workers = _unique("worker", (worker.id for worker in problem.workers))
    patterns = _unique("pattern", (pattern.id for pattern in problem.patterns))
    _unique("need", (need.id for need in problem.needs))
    _unique("choice", ((choice.worker, choice.pattern) for choice in problem.choices))
    for choice in problem.choices:
        if choice.worker not in workers or choice.pattern not in patterns:
            message = f"{choice} names a worker or pattern that is not in the problem"
            raise ValueError(message)
    shifts: tuple[Pattern | Need | Fixed, ...]
    shifts = (*problem.patterns, *problem.needs, *problem.fixed)
    for shift in shifts:
        _require_times(shift)
    for pattern in problem.patterns:
        if not 0 <= pattern.day <= problem.day_count:
            message = f"{pattern} lies outside the {problem.day_count} days"
            raise ValueError(message)


def _require_times(shift: Pattern | Need | Fixed) -> None:
    if not (0 <= shift.start < DAY and shift.start < shift.end <= shift.start + DAY):
        message = f"{shift} does not start on its day or is not up to a day long"
        raise ValueError(message)


def _unique(what: str, keys: Iterable[object]) -> set[object]:
    found: set[object] = set()
    for key in keys:
        if key in found:
            message = f"{what} {key} is there twice"
            raise ValueError(message)
        found.add(key)
    return found
