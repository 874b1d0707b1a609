"""What is painted before anything is imported: the surfaces of the window, the rail, its words.

Naming anything in `Qt` makes PySide build all its enumerations, which takes fifteen
milliseconds; so does wrapping the style. This module, and what it imports, does without both.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from clinicmgr.desktop.pages import PLACES
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.tokens import Tokens

RAIL_WIDTH = 196
STATUS_HEIGHT = 28
_FIRST, _STEP, _LEFT = 116, 40, 52


class FirstPicture(QWidget):
    """Stands in the window until it is furnished, some tens of milliseconds."""

    def __init__(self, look: Tokens, window: QMainWindow, *, has_rail: bool) -> None:
        super().__init__(window)
        self._look = look
        self._has_rail = has_rail

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, wide, high = self._look, self.width(), self.height()
        self._fill(painter, look.window, (0, 0, wide, high))
        if self._has_rail:
            self._fill(painter, look.surface, (0, 0, RAIL_WIDTH, high))
            self._fill(painter, look.hairline, (RAIL_WIDTH - 1, 0, 1, high))
            painter.setPen(QColor(look.text_2))
            self._write(painter, high - STATUS_HEIGHT)
        self._fill(painter, look.surface, (0, high - STATUS_HEIGHT, wide, STATUS_HEIGHT))
        self._fill(painter, look.hairline, (0, high - STATUS_HEIGHT, wide, 1))
        painter.end()

    def _write(self, painter: QPainter, bottom: int) -> None:
        top = _FIRST
        for place in PLACES:
            if not place.foot:
                painter.drawText(_LEFT, top, _(place.title))
                top += _STEP
        foot = [place for place in PLACES if place.foot]
        for at, place in enumerate(reversed(foot)):
            painter.drawText(_LEFT, bottom - 25 - at * _STEP, _(place.title))

    def _fill(self, painter: QPainter, color: str, box: tuple[int, int, int, int]) -> None:
        # Not fillRect: its overloads make Python build an enum of 180 gradients first.
        left, top, wide, high = box
        painter.setPen(QColor(color))
        painter.setBrush(QColor(color))
        painter.drawRect(left, top, wide - 1, high - 1)
