"""Draws the timeline: the axis with its curves above, and the lanes with their bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.gui.chip_painter import ChipPainter
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.timeline_view import HOUR, Bar, Curve, Lane, Scale, TimelineView

TRACK, PAD, GROUP = 26, 4, 24
AXIS, CURVE = 30, 26
MARGIN = 16
"""Pixels beside the axis, so that its first and last hour can be read."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


def lane_height(lane: Lane) -> int:
    """How high a lane is: a line for each shift at the same time."""
    return GROUP if lane.row.kind == "group" else lane.tracks * TRACK + 2 * PAD


def bar_rect(bar: Bar, top: int, scale: Scale) -> QRect:
    """The place of a bar in a lane that begins at `top`."""
    left, right = round(scale.x_of(bar.start)), round(scale.x_of(bar.end))
    return QRect(left, top + PAD + bar.track * TRACK + 1, max(4, right - left - 1), TRACK - 2)


class TimelinePainter:
    """Draws with a painter that somebody else opened."""

    def __init__(self, painter: QPainter, inks: Inks, scale: Scale, view: TimelineView) -> None:
        self._painter = painter
        self._inks = inks
        self._scale = scale
        self._view = view
        hour12 = view.roster.hour12
        self._chips = ChipPainter(painter, inks, 1, hour12=hour12)
        self._hour12 = hour12
        self._edge = scale.left - MARGIN
        self._right = scale.left + scale.width + MARGIN

    # Lanes

    def lane(self, lane: Lane, top: int, *, lifted: int | None) -> None:
        """One lane; the bar `lifted` hangs at the mouse and is drawn faintly here."""
        painter, scale, inks = self._painter, self._scale, self._inks
        high, right = lane_height(lane), self._right
        if lane.row.kind == "group":
            painter.fillRect(QRect(0, top, right, high), inks["band"])
            self._line(0, right, top + high - 1)
            painter.setFont(font(13, 600))
            painter.setPen(inks["text"])
            painter.drawText(QRect(12, top, right - 20, high), _LEFT,
                             elided(lane.row.title, right - 24, 13, 600))  # fmt: skip
            return
        self._ground(lane, top, high)
        self._now(top, top + high)
        for bar in lane.bars:
            rect = bar_rect(bar, top, scale)
            painter.setOpacity(0.35 if bar.shift_id == lifted else 1.0)
            self._chips.draw(bar.look, rect)
        painter.setOpacity(1.0)
        self._line(0, right, top + high - 1)
        self._head(lane, top, high)

    def ghost(self, bar: Bar, rect: QRect, role: str) -> None:
        """A bar where it would land, framed in the color of the verdict."""
        self._chips.draw(bar.look, rect)
        self.ring(rect, role)

    def ring(self, rect: QRect, role: str) -> None:
        """A frame around a bar."""
        self._painter.setPen(QPen(self._inks[role], 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), 5, 5)

    def _now(self, top: int, low: int) -> None:
        """A line where it is now, behind the bars so that they can be read."""
        minute = self._view.now
        if minute is None or not self._view.first <= minute <= self._view.last:
            return
        x = self._scale.x_of(minute)
        self._painter.setPen(QPen(self._inks["danger"], 1.5))
        self._painter.drawLine(QPointF(x, top), QPointF(x, low))

    def _ground(self, lane: Lane, top: int, high: int) -> None:
        painter, inks, scale = self._painter, self._inks, self._scale
        for start, end in ((0, DAY_MINUTES),) if lane.leave else lane.away:
            left, right = scale.x_of(start), scale.x_of(end)
            painter.fillRect(QRectF(left, top, right - left, high), inks["closed"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for minute in scale.hours():
            painter.setPen(inks["hatch" if minute % DAY_MINUTES == 0 else "line"])
            x = round(scale.x_of(minute))
            painter.drawLine(x, top, x, top + high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if lane.leave and not lane.bars:
            painter.setFont(font(13))
            painter.setPen(inks["text_2"])
            painter.drawText(QRect(scale.left, top, scale.width, high), _CENTER, lane.leave)

    def _head(self, lane: Lane, top: int, high: int) -> None:
        painter, inks, row = self._painter, self._inks, lane.row
        wide = self._edge
        painter.fillRect(QRect(0, top, wide, high - 1), inks["surface"])
        painter.setPen(inks["hairline"])
        painter.drawLine(wide - 1, top, wide - 1, top + high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.strong(row.color))
        if row.kind != "open":
            painter.drawRoundedRect(QRectF(12, top + 6, 4, min(high, 34) - 13), 2, 2)
        line = QRect(24, top, wide - 32, min(high, 34) - 1)
        used = metrics(12).horizontalAdvance(row.hours) if row.kind != "open" else 0
        if used:
            painter.setFont(font(12, 600 if row.over else 400))
            painter.setPen(inks["danger" if row.over else "text_2"])
            painter.drawText(line, _RIGHT, row.hours)
        painter.setFont(font(13, 600))
        painter.setPen(inks["text"])
        room = line.width() - used - 8
        painter.drawText(line, _LEFT, elided(row.title, room, 13, 600))

    def _line(self, left: int, right: int, y: int) -> None:
        self._painter.setPen(self._inks["line"])
        self._painter.drawLine(left, y, right, y)

    # Axis and curves

    def axis(self, top: int) -> None:
        """The hours above the lanes."""
        painter, inks, scale = self._painter, self._inks, self._scale
        painter.setFont(font(12, 600))
        for minute in scale.hours():
            x = scale.x_of(minute)
            painter.setPen(inks["hairline"])
            painter.drawLine(QPointF(x, top + AXIS - 6), QPointF(x, top + AXIS))
            painter.setPen(inks["text_2"])
            painter.drawText(QRectF(x - 30, top, 60, AXIS - 6), _CENTER, self._hour(minute))
        now = self._view.now
        if now is not None and self._view.first <= now <= self._view.last:
            _triangle(painter, QPointF(scale.x_of(now) - 4.5, top + AXIS - 5), inks["danger"])

    def curve(self, curve: Curve, top: int) -> None:
        """People there as bars, people needed as a line, and what is missing in red with a sign."""
        painter, inks, scale = self._painter, self._inks, self._scale
        title = QRect(24, top, self._edge - 32, CURVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.strong(curve.color))
        painter.drawRoundedRect(QRectF(12, top + 6, 4, CURVE - 12), 2, 2)
        painter.setFont(font(13))
        painter.setPen(inks["text_2"])
        painter.drawText(title, _LEFT, elided(curve.title, title.width(), 13))
        unit = (CURVE - 6) / max(1, curve.most)
        base = top + CURVE - 2
        for step in curve.steps:
            left, right = scale.x_of(step.start), scale.x_of(step.end)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(
                QRectF(left, base - step.have * unit, right - left, step.have * unit),
                inks.fill(curve.color),
            )
            if step.short:
                gap = QRectF(left, base - step.need * unit, right - left, step.short * unit)
                painter.fillRect(gap, inks["danger_soft"])
        self._needed(curve, base, unit)
        self._line(0, self._right, top + CURVE - 1)

    def _needed(self, curve: Curve, base: float, unit: float) -> None:
        painter, inks, scale = self._painter, self._inks, self._scale
        line = QPolygonF()
        for step in curve.steps:
            y = base - step.need * unit
            line.append(QPointF(scale.x_of(step.start), y))
            line.append(QPointF(scale.x_of(step.end), y))
        painter.setPen(QPen(inks["text_2"], 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        self._counts(curve, base)

    def _counts(self, curve: Curve, base: float) -> None:
        painter, inks, scale = self._painter, self._inks, self._scale
        for step in curve.steps:
            if not (step.need or step.have):
                continue
            left, right = scale.x_of(step.start), scale.x_of(step.end)
            words = _("{have}/{need}").format(have=step.have, need=step.need)
            sign = 13 if step.short else 0
            wide = metrics(12, 600).horizontalAdvance(words) + sign
            if right - left < wide + 6:
                continue
            box = QRectF(left, base - CURVE + 4, right - left, CURVE - 4)
            at = box.center().x() - wide / 2
            plate = QRectF(at - 4, box.center().y() - 8, wide + 8, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks["danger_soft"] if step.short else inks.fill(curve.color))
            painter.drawRoundedRect(plate, 4, 4)
            ink: QColor = inks["danger"] if step.short else inks.text(curve.color)
            if step.short:
                _triangle(painter, QPointF(at, box.center().y()), ink)
            painter.setFont(font(12, 600))
            painter.setPen(ink)
            painter.drawText(QRectF(at + sign, box.top(), wide, box.height()), _LEFT, words)

    def _hour(self, minute: int) -> str:
        hour = minute // HOUR % 24
        if not self._hour12:
            return f"{hour}:00"
        return f"{hour % 12 or 12}{'a' if hour < 12 else 'p'}"


def _triangle(painter: QPainter, at: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    x, y = at.x(), at.y()
    painter.drawPolygon(QPolygonF([QPointF(x, y - 3.5), QPointF(x + 9, y - 3.5),
                                   QPointF(x + 4.5, y + 4)]))  # fmt: skip
