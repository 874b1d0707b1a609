"""The search in a process of its own: the window stays quick, and a crash stays outside.

A frozen program has to call `multiprocessing.freeze_support()` first of all in its `__main__`.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.solver.answer import Progress, Solution
from clinicmgr.schedule.solver.coverage import unfilled
from clinicmgr.schedule.solver.incumbent import OnProgress
from clinicmgr.schedule.solver.problem import Problem
from clinicmgr.schedule.solver.search import keep_going, solve

Cancelled = Callable[[], bool]
LOOK = 0.1  # seconds between two looks at `cancelled`
GRACE = 3.0  # seconds in which the search has to end by itself when it is told to


def never() -> bool:
    """The answer of somebody who never cancels."""
    return False


def solve_in_process(
    problem: Problem,
    *,
    seed: int = 1,
    effort: float | None = None,
    seconds: float | None = None,
    on_progress: OnProgress = keep_going,
    cancelled: Cancelled = never,
) -> Solution:
    """Do what `solve` does, in a process of its own; call it from any thread.

    `on_progress` and `cancelled` are called in the caller's thread; False from the one or True from
    the other stops the search, and the best roster so far is the answer ("stopped", or "none" if
    there is none yet). UserError: the process died. RuntimeError: the search has a mistake.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(
        target=_search, args=(there, problem, seed, effort, seconds), daemon=True
    )
    process.start()
    there.close()  # or the end of the process would not be noticed here
    try:
        return _Listener(problem, here, on_progress, cancelled).listen()
    finally:
        here.close()
        _end(process)


class _Listener:
    """Waits for what the process says until it has an answer."""

    def __init__(
        self, problem: Problem, pipe: Connection, on_progress: OnProgress, cancelled: Cancelled
    ) -> None:
        self.problem = problem
        self.pipe = pipe
        self.on_progress = on_progress
        self.cancelled = cancelled
        self.last = Progress(0.0, None, None)
        self.give_up_at: float | None = None

    def listen(self) -> Solution:
        """The answer; RuntimeError with the story of a mistake in the search."""
        while self.give_up_at is None or time.monotonic() < self.give_up_at:
            message = self._hear()
            if isinstance(message, Solution):
                return message
            if isinstance(message, str):
                raise RuntimeError(message)  # noqa: TRY004 - not about types
            if self.give_up_at is None and not self._goes_on(message):
                self._say_stop()
                self.give_up_at = time.monotonic() + GRACE
        return self._best_so_far()

    def _hear(self) -> Progress | Solution | str | None:
        """What the process says next; None: nothing yet."""
        try:
            message: Progress | Solution | str | None
            message = self.pipe.recv() if self.pipe.poll(LOOK) else None
        except (EOFError, OSError) as error:
            raise UserError(
                _(
                    "The search for shifts broke off and changed nothing; "
                    "try again, or fill fewer days at a time."
                )
            ) from error
        return message

    def _say_stop(self) -> None:
        # It may have ended meanwhile; what it said last is still to be heard.
        with suppress(OSError):
            self.pipe.send("stop")

    def _goes_on(self, progress: Progress | None) -> bool:
        if progress is None:
            return not self.cancelled()
        self.last = progress
        return self.on_progress(progress) and not self.cancelled()

    def _best_so_far(self) -> Solution:
        last = self.last
        return Solution(
            last.assignments,
            unfilled(self.problem, last.assignments),
            "none" if last.objective is None else "stopped",
            last.objective,
            last.bound,
            last.seconds,
        )


def _end(process: BaseProcess) -> None:
    """Leave nothing behind: neither a running process nor a zombie."""
    process.join(LOOK)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _search(
    pipe: Connection, problem: Problem, seed: int, effort: float | None, seconds: float | None
) -> None:
    """What the process does. Its end of the pipe breaks when the program dies; then it stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the program's business

    def tell(progress: Progress) -> bool:
        try:
            pipe.send(progress)
            return not pipe.poll()  # whatever is said from there, and its silence, means stop
        except OSError:
            return False

    try:
        answer: Solution | str = solve(
            problem, seed=seed, effort=effort, seconds=seconds, on_progress=tell
        )
    except Exception:  # noqa: BLE001 - raised again on the other side
        answer = traceback.format_exc()
    try:
        pipe.send(answer)
    except OSError:
        return  # nobody is there any more
    finally:
        pipe.close()
