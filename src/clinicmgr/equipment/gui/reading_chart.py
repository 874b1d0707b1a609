"""A small chart of readings with their limits, painted by ourselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import Point, Reading
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.qtkit import theme, tokens

_HEIGHT = 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 8.0, 10.0, 20.0


class ReadingChart(QWidget):
    """Values over days; the allowed range is a band, what lies outside is a larger mark."""

    def __init__(self, locale: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._point: Point | None = None
        self._readings: Sequence[Reading] = ()
        self._first = self._last = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme.current()
        self._theme.changed.connect(self.update)

    def show_readings(
        self, point: Point, readings: Sequence[Reading], first: date, last: date
    ) -> None:
        """Show the readings of a point from `first` to `last`."""
        self._point, self._readings = point, readings
        self._first, self._last = first, last
        beyond = sum(not point.is_within(each.value) for each in readings)
        self.setAccessibleName(
            _("{name}: {count} readings, {beyond} out of limits.").format(
                name=point.name, count=len(readings), beyond=beyond
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(tokens.CAPTION))
        if self._point is not None:
            low, high = self._reach(self._point)
            area = QRectF(
                _LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM
            )
            self._draw_ground(painter, area, low, high)
            self._draw_values(painter, area, low, high)
        painter.end()

    def _reach(self, point: Point) -> tuple[int, int]:
        """The lowest and highest value to be seen, with some air around."""
        seen = [each.value for each in self._readings]
        seen += [limit for limit in (point.low, point.high) if limit is not None]
        low, high = min(seen, default=0), max(seen, default=1)
        air = max((high - low) // 8, 1)
        return low - air, high + air

    def _draw_ground(self, painter: QPainter, area: QRectF, low: int, high: int) -> None:
        colors, point = self._theme, self._point
        if point is None:
            return
        top = area.top() if point.high is None else _y(area, point.high, low, high)
        bottom = area.bottom() if point.low is None else _y(area, point.low, low, high)
        if point.low is not None or point.high is not None:
            band = QRectF(area.left(), top, area.width(), bottom - top)
            painter.fillRect(band, colors.color("success_soft"))
        dashed = QPen(colors.color("success"), 1, Qt.PenStyle.DashLine)
        for limit in (point.low, point.high):
            if limit is None:
                continue
            y = _y(area, limit, low, high)
            painter.setPen(dashed)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(colors.color("text_2"))
            painter.drawText(
                QRectF(0, y - 9, _LEFT - 6, 18),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                rules.show_value(limit, point, unit=False),
            )
        painter.setPen(QPen(colors.color("hairline"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(colors.color("text_2"))
        foot = QRectF(area.left(), area.bottom() + 2, area.width(), _BOTTOM - 2)
        first, last = (format_day(day, "short", self._locale) for day in (self._first, self._last))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), first)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), last)

    def _draw_values(self, painter: QPainter, area: QRectF, low: int, high: int) -> None:
        colors, point = self._theme, self._point
        if point is None or not self._readings:
            return
        span = max((self._last - self._first + timedelta(days=1)).days * 1440, 1)
        spots = []
        for each in self._readings:
            minutes = (each.day - self._first).days * 1440 + each.time
            x = area.left() + area.width() * minutes / span
            spots.append((QPointF(x, _y(area, each.value, low, high)), each))
        painter.setPen(QPen(colors.color("accent"), 1.4))
        painter.drawPolyline(QPolygonF([spot for spot, _reading in spots]))
        for spot, reading in spots:
            within = point.is_within(reading.value)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent" if within else "danger"))
            painter.drawEllipse(spot, 2 if within else 4.5, 2 if within else 4.5)
            if not within:
                painter.setPen(colors.color("danger"))
                text = rules.show_value(reading.value, point, unit=False)
                painter.drawText(QPointF(spot.x() + 7, spot.y() + 4), text)


def _y(area: QRectF, value: int, low: int, high: int) -> float:
    return area.bottom() - area.height() * (value - low) / (high - low)
