"""Long work beside the window: one worker thread, progress, cancel, callbacks in the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from clinicmgr.kernel.errors import UserError

_PATIENCE = 500  # milliseconds before a job is shown at all
_PACE = 0.05  # seconds between two reports of progress


class JobCancelledError(Exception):
    """Raised by `Progress.stop_if_cancelled` to leave work that nobody wants any more."""


class Progress:
    """What the work gets: call it with (fraction 0 to 1, text), and look at `cancelled`."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._asked = threading.Event()
        self._told = 0.0

    def __call__(self, fraction: float, text: str = "") -> None:
        """Report how far the work is; many calls are thinned out."""
        now = time.monotonic()
        if now - self._told >= _PACE or fraction >= 1:
            self._told = now
            self._tell(min(max(fraction, 0.0), 1.0), text)

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop; the work may then return what it has."""
        return self._asked.is_set()

    def stop_if_cancelled(self) -> None:
        """Leave the work if somebody asked to; neither `done` nor `failed` is called then."""
        if self.cancelled:
            raise JobCancelledError

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._asked.set()


Work = Callable[[Progress], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work with what happens after it."""

    number: int
    title: str
    work: Work
    done: Callable[[Any], object]
    failed: Callable[[Exception], object] | None
    progress: Progress


class _Worker(QObject):
    """Lives in the worker thread and does one job after the other."""

    progressed = Signal(int, float, str)
    finished = Signal(int, object, object)

    @Slot(object)
    def do(self, job: Job) -> None:
        result: object = None
        error: Exception | None = None
        try:
            job.progress.stop_if_cancelled()
            result = job.work(job.progress)
        except Exception as raised:  # noqa: BLE001 - it is raised again in the window's thread
            error = raised
        self.finished.emit(job.number, result, error)


class Jobs(QObject):
    """Runs plain functions of plain values in one thread and brings the result back.

    Work gets values and returns a value; it never touches a widget or the practice. `done` and
    `failed` are called in the window's thread. A `UserError` goes to `failed`; any other error
    goes there too, so that the page can settle, and is then raised as the bug it is.
    """

    shown = Signal(str)
    progressed = Signal(float, str)
    hidden = Signal()
    cancelled = Signal(str)
    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: QThread | None = None
        self._worker: _Worker | None = None
        self._jobs: dict[int, Job] = {}
        self._count = 0
        self._visible = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show)

    @property
    def busy(self) -> bool:
        """Whether work is running or waiting."""
        return bool(self._jobs)

    def run(
        self,
        work: Work,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
    ) -> int:
        """Start the work, or queue it behind what is running; returns its number."""
        self._start_thread()
        self._count += 1
        number = self._count
        worker = self._worker

        def tell(fraction: float, text: str) -> None:
            if worker is not None:
                worker.progressed.emit(number, fraction, text)

        job = Job(number, title, work, done, failed, Progress(tell))
        self._jobs[number] = job
        if len(self._jobs) == 1:
            self._patience.start()
        self._wanted.emit(job)
        return number

    def cancel(self, number: int | None = None) -> None:
        """Ask one job, or all of them, to stop."""
        for job in list(self._jobs.values()):
            if number is None or job.number == number:
                job.progress.cancel()

    def wait_for_done(self, milliseconds: int = 30_000) -> bool:
        """Cancel everything and wait for the thread to end, as the window does when it closes.

        Nothing is called back any more. False if the work did not end in time.
        """
        self._patience.stop()
        self.cancel()
        self._jobs.clear()
        self._hide()
        thread, self._thread, self._worker = self._thread, None, None
        if thread is None:
            return True
        thread.quit()
        return thread.wait(milliseconds)

    def _start_thread(self) -> None:
        if self._thread is not None:
            return
        from PySide6.QtCore import Qt  # the start of the program does not wait for it

        queued = Qt.ConnectionType.QueuedConnection
        self._thread = QThread(self)
        self._thread.setObjectName("jobs")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._wanted.connect(self._worker.do, queued)
        self._worker.progressed.connect(self._hear_progress, queued)
        self._worker.finished.connect(self._hear_finished, queued)
        self._thread.finished.connect(self._worker.deleteLater)
        self._thread.start()

    @Slot()
    def _show(self) -> None:
        job = next(iter(self._jobs.values()), None)
        if job is not None:
            self._visible = True
            self.shown.emit(job.title)

    def _hide(self) -> None:
        if self._visible:
            self._visible = False
            self.hidden.emit()

    @Slot(int, float, str)
    def _hear_progress(self, number: int, fraction: float, text: str) -> None:
        if number in self._jobs:
            self.progressed.emit(fraction, text)

    @Slot(int, object, object)
    def _hear_finished(self, number: int, result: object, error: Exception | None) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        self._patience.stop()
        self._hide()
        if self._jobs:
            self._patience.start()
        if error is None:
            job.done(result)
        elif isinstance(error, JobCancelledError):
            self.cancelled.emit(job.title)
        else:
            self._fail(job, error)

    def _fail(self, job: Job, error: Exception) -> None:
        if job.failed is not None:
            job.failed(error)
        if job.failed is None or not isinstance(error, UserError):
            raise error
