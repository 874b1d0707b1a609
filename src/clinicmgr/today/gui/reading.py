"""Work that is cut into steps, so that the window answers between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_A_PICTURE = 16  # milliseconds: what was read first is painted before the next step begins


class Reading(QObject):
    """Runs steps one after the other, each in a turn of the event loop of its own.

    A step that fails is told like any other failure, and does not keep the others from their turn.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    @property
    def is_going_on(self) -> bool:
        """Whether there are steps left."""
        return bool(self._steps)

    def start(self, steps: Iterable[Callable[[], object]]) -> None:
        """Forget the steps that are left and run these."""
        self._steps = list(steps)
        self._timer.start(_A_PICTURE)

    def stop(self) -> bool:
        """Forget the steps that are left; return whether there were any."""
        left, self._steps = bool(self._steps), []
        self._timer.stop()
        return left

    def _next(self) -> None:
        step = self._steps.pop(0)
        if self._steps:
            self._timer.start(0)
        step()
