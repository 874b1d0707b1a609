"""The best roster so far, and who is told about it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from clinicmgr.schedule.solver.answer import Assignment, Progress, Solution, Status
from clinicmgr.schedule.solver.coverage import unfilled
from clinicmgr.schedule.solver.problem import Problem

OnProgress = Callable[[Progress], bool]
HEARTBEAT = 0.25  # seconds


class Incumbent:
    """Keeps the best roster and the proven bound; asks the listener whether to go on."""

    def __init__(self, problem: Problem, on_progress: OnProgress) -> None:
        self.problem = problem
        self.best: tuple[Assignment, ...] = ()
        self.objective: int | None = None
        self.bound: int | None = None
        self.missing: int | None = None
        self._on_progress = on_progress
        self._started = time.monotonic()
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._failure: BaseException | None = None

    @property
    def stopped(self) -> bool:
        """Whether the search was told to stop."""
        return self._stop.is_set()

    @property
    def proven(self) -> bool:
        """Whether the best roster is proven to be the best there is."""
        return self.objective is not None and self.objective == self.bound

    @property
    def seconds(self) -> float:
        """Seconds since the search began."""
        return time.monotonic() - self._started

    def offer(self, assignments: tuple[Assignment, ...], objective: int) -> None:
        """A roster; it is kept and told about when it is better than the best."""
        if self.objective is not None and objective >= self.objective:
            return
        self.best, self.objective = assignments, objective
        gaps = unfilled(self.problem, assignments)
        self.missing = sum((gap.end - gap.start) * gap.missing for gap in gaps)
        self.report()

    def prove(self, bound: int) -> None:
        """No roster is better than this."""
        if self.bound is None or bound > self.bound:
            self.bound = bound
            self.report()

    def report(self) -> None:
        """Tell how far the search is; a failure of the listener ends the search."""
        with self._lock:
            if self.stopped:
                return
            progress = Progress(self.seconds, self.objective, self.bound, self.missing, self.best)
            try:
                going = self._on_progress(progress)
            except BaseException as failure:  # noqa: BLE001 - solution() raises it again
                self._failure, going = failure, False
            if not going:
                self._stop.set()

    def watch(self, stop_search: Callable[[], None], done: threading.Event) -> None:
        """Report four times a second until done.

        A stop may come before the search listens to it, so it is said again and again.
        """
        while not done.wait(HEARTBEAT):
            self.report()
            if self.stopped:
                stop_search()

    def solution(self, status: Status) -> Solution:
        """The best roster as the answer; raises what the listener raised."""
        if self._failure:
            raise self._failure
        gaps = unfilled(self.problem, self.best)
        return Solution(self.best, gaps, status, self.objective, self.bound, self.seconds)
