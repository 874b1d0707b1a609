"""A small chart of the last weeks: a name, the figure of this week, twelve bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import mixed
from clinicmgr.schedule.gui.inks import elided, font, metrics

_HIGH = 84
_WORDS = 24
_GAP = 3
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WeekChart(QWidget):
    """Bars from the oldest week to this one, which is drawn in the accent color.

    Bars begin at zero, so that their heights may be compared.
    """

    def __init__(
        self, name: str, show: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        """`show` makes words of a value: minutes become hours, a count stays as it is."""
        super().__init__(parent)
        self._name, self._show = name, show
        self._weeks: list[str] = []
        self._values: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.current().changed.connect(self.update)

    @property
    def values(self) -> list[int]:
        """What is drawn, the oldest week first."""
        return list(self._values)

    def show_weeks(self, weeks: Sequence[tuple[str, int]]) -> None:
        """Draw (name of the week, value), the oldest first."""
        self._weeks = [name for name, _value in weeks]
        self._values = [value for _name, value in weeks]
        told = "; ".join(f"{name}: {self._show(value)}" for name, value in weeks)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = QRect(0, 0, self.width(), _WORDS)
        figure = self._show(self._values[-1]) if self._values else ""
        painter.setFont(font(14, 600))
        painter.setPen(QColor(tokens.text))
        painter.drawText(words, int(_RIGHT), figure)
        room = words.width() - metrics(14, 600).horizontalAdvance(figure) - 8
        painter.setFont(font(13))
        painter.setPen(QColor(tokens.text_2))
        painter.drawText(words, int(_LEFT), elided(self._name, room, 13))
        base = self.height() - 1
        painter.fillRect(QRect(0, base, self.width(), 1), QColor(tokens.hairline))
        quiet = QColor(mixed(tokens.accent_soft, tokens.accent, 0.35))
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self._bars()):
            last = number == len(self._values) - 1
            painter.setBrush(QColor(tokens.accent) if last else quiet)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._week_at(event.pos().x())
            if at is None:
                QToolTip.hideText()
            else:
                words = _("{week}: {value}")
                text = words.format(week=self._weeks[at], value=self._show(self._values[at]))
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _bars(self) -> list[QRectF]:
        most = max(self._values, default=0)
        if not most:
            return []
        wide = self.width() / len(self._values)
        room = self.height() - _WORDS - 4
        bars = []
        for number, value in enumerate(self._values):
            high = room * value / most
            left = number * wide
            bars.append(QRectF(left, self.height() - 1 - high, wide - _GAP, high))
        return bars

    def _week_at(self, x: int) -> int | None:
        if not self._values:
            return None
        return min(len(self._values) - 1, max(0, x * len(self._values) // max(1, self.width())))
