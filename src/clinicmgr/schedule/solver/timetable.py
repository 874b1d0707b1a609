"""Shifts on one line of time, and who is where while a roster grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from clinicmgr.schedule.solver.answer import Assignment, Because
from clinicmgr.schedule.solver.problem import DAY, Problem
from clinicmgr.schedule.solver.ruling import Obstacle, Ruling
from clinicmgr.schedule.solver.span import Span


def clash(problem: Problem, one: Span, two: Span) -> Obstacle | None:
    """Why one worker cannot have both shifts; `two` is the one in the way."""
    if one.overlaps(two.begin, two.end):
        return Obstacle(Because.WORKS, two)
    earlier, later = (one, two) if one.begin < two.begin else (two, one)
    if one.day == two.day and later.end <= (later.day + 1) * DAY:
        return None  # halves of one day's work
    rest = problem.elapsed(earlier.end, later.begin)
    return Obstacle(Because.REST, two, rest, problem.rest) if rest < problem.rest else None


def short_rest(problem: Problem, one: Span, two: Span) -> bool:
    """Tell whether between these shifts of a worker lies less rest than is wished for."""
    if problem.short_rest is None or one.overlaps(two.begin, two.end):
        return False
    earlier, later = (one, two) if one.begin < two.begin else (two, one)
    if one.day == two.day and later.end <= (later.day + 1) * DAY:
        return False
    return problem.elapsed(earlier.end, later.begin) < problem.short_rest[0]


class Timetable:
    """The kept shifts and those given so far; answers what stands against one more."""

    def __init__(self, problem: Problem, assignments: Iterable[Assignment] = ()) -> None:
        self.problem = problem
        self.spans = {pattern.id: Span.of(problem, pattern) for pattern in problem.patterns}
        self.taken: dict[int, list[Span]] = defaultdict(list)
        self.minutes: dict[tuple[int, int], int] = defaultdict(int)
        self._rooms = dict(problem.rooms)
        self._in_room: dict[int, list[Span]] = defaultdict(list)
        self._limits = {worker.id: worker for worker in problem.workers}
        self._rules = Ruling(problem)
        for shift in problem.fixed:
            self.add(shift.worker, Span.of(problem, shift))
        for assignment in assignments:
            self.add(assignment.worker, self.spans[assignment.pattern])

    def add(self, worker: int, span: Span) -> None:
        """Give the worker this shift."""
        self.taken[worker].append(span)
        self.minutes[worker, span.week] += span.minutes
        if span.room in self._rooms:
            self._in_room[span.room].append(span)

    def against(self, worker: int, span: Span, *, for_good: bool = False) -> Obstacle | None:
        """Why the worker cannot have this shift as well; None: nothing stands against it.

        `for_good` asks only for what no further shift of the worker could mend.
        """
        found = [clash(self.problem, span, other) for other in self.taken[worker]]
        found.sort(key=lambda obstacle: obstacle is None or obstacle.because is not Because.WORKS)
        first = next((obstacle for obstacle in found if obstacle), None)
        return (
            first
            or self._limits_against(worker, span)
            or self._rules.against(self.taken[worker], worker, span, for_good=for_good)
            or self._room_against(span)
        )

    def _limits_against(self, worker: int, span: Span) -> Obstacle | None:
        days = [other.day for other in self.taken[worker]]
        if days.count(span.day) >= self.problem.shifts_a_day:
            return Obstacle(Because.SHIFTS, limit=self.problem.shifts_a_day)
        limit = self._limits[worker].limit(span.week)
        hours = self.minutes[worker, span.week] + span.minutes
        if limit is not None and hours > limit:
            return Obstacle(Because.HOURS, minutes=hours, limit=limit)
        most = self.problem.days_in_row
        if most is not None and span.day not in days and _row(span.day, days) > most:
            return Obstacle(Because.DAYS, limit=most)
        return None

    def _room_against(self, span: Span) -> Obstacle | None:
        if span.room not in self._rooms:
            return None
        here = [other for other in self._in_room[span.room] if other.overlaps(span.begin, span.end)]
        moments = [span.begin, *(other.begin for other in here if other.begin > span.begin)]
        most = max(sum(other.begin <= at < other.end for other in here) for at in moments)
        limit = self._rooms[span.room]
        return Obstacle(Because.ROOM, limit=limit) if most >= limit else None


def _row(day: int, days: list[int]) -> int:
    """How many days in a row there would be with this day."""
    first, last = day, day
    while first - 1 in days:
        first -= 1
    while last + 1 in days:
        last += 1
    return last - first + 1
