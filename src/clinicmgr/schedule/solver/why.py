"""Why a need stays unfilled, worker by worker, read off the finished roster without the solver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clinicmgr.schedule.solver.answer import Because, Reason, Solution, Unfilled
from clinicmgr.schedule.solver.coverage import counts
from clinicmgr.schedule.solver.problem import DAY, Choice, Need, Problem, Worker
from clinicmgr.schedule.solver.ruling import Obstacle
from clinicmgr.schedule.solver.span import Span
from clinicmgr.schedule.solver.timetable import Timetable

# The nearer to possible, the earlier: of a worker's possible shifts the nearest is told.
NEARNESS = (
    Because.FREE,
    Because.HOURS,
    Because.ROOM,
    Because.DAYS,
    Because.RULE,
    Because.SHIFTS,
    Because.REST,
    Because.WORKS,
)
NOTHING = Obstacle(Because.FREE)


def why_unfilled(problem: Problem, solution: Solution) -> tuple[Reason, ...]:
    """One reason for each unfilled stretch (in order) and each worker who is not there then.

    The workers nearest to filling it come first.
    """
    timetable = Timetable(problem, solution.assignments)
    needs = {need.id: need for need in problem.needs}
    choices: dict[int, list[Choice]] = defaultdict(list)
    for choice in problem.choices:
        choices[choice.worker].append(choice)
    found: list[Reason] = []
    for stretch in solution.unfilled:
        need = needs[stretch.need]
        midnight = need.day * DAY
        place = _Place(timetable, need, midnight + stretch.start, midnight + stretch.end)
        absent = [worker for worker in problem.workers if not place.holds(worker)]
        reasons = [place.reason(worker, choices[worker.id], stretch) for worker in absent]
        found += sorted(reasons, key=_nearness)
    return tuple(found)


def _nearness(reason: Reason) -> tuple[int, int, int]:
    known = reason.because in NEARNESS
    rank = NEARNESS.index(reason.because) if known else len(NEARNESS)
    return rank, reason.cost, reason.worker


class _Place:
    """An unfilled stretch on the line of time, and who could stand in it."""

    def __init__(self, timetable: Timetable, need: Need, begin: int, end: int) -> None:
        self.timetable = timetable
        self.need = need
        self.begin = begin
        self.end = end

    def holds(self, worker: Worker) -> bool:
        """Tell whether this worker is there all the time and counts."""
        return any(
            span.begin <= self.begin and self.end <= span.end
            for span in self.timetable.taken[worker.id]
            if counts(self.need, span, worker.skills)
        )

    def reason(self, worker: Worker, choices: list[Choice], stretch: Unfilled) -> Reason:
        """Why this worker is not."""
        need = stretch.need
        if self.need.skill is not None and self.need.skill not in worker.skills:
            return Reason(need, worker.id, Because.SKILL, stretch.start, stretch.end)
        tried = [
            (self._rank(obstacle), -self._share(span), choice.cost, choice.pattern, obstacle)
            for choice, span, obstacle in self._tries(worker, choices)
        ]
        if not tried:
            return Reason(need, worker.id, Because.NOT_ALLOWED, stretch.start, stretch.end)
        *_rank, cost, pattern, obstacle = min(tried, key=lambda one: one[:4])
        return Reason(
            need,
            worker.id,
            obstacle.because,
            stretch.start,
            stretch.end,
            pattern=pattern,
            shift=obstacle.other,
            minutes=obstacle.minutes,
            limit=obstacle.limit,
            cost=cost,
        )

    def _tries(
        self, worker: Worker, choices: list[Choice]
    ) -> Iterator[tuple[Choice, Span, Obstacle]]:
        for choice in choices:
            span = self.timetable.spans[choice.pattern]
            if self._share(span) and counts(self.need, span, worker.skills):
                yield choice, span, self.timetable.against(worker.id, span) or NOTHING

    def _share(self, span: Span) -> int:
        """How many minutes of the stretch a shift would fill."""
        return max(0, min(self.end, span.end) - max(self.begin, span.begin))

    @staticmethod
    def _rank(obstacle: Obstacle) -> int:
        return NEARNESS.index(obstacle.because)
