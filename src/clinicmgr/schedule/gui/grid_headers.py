"""The frozen edges of a roster grid: the days above, the people at the left, and the corners."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from clinicmgr.qtkit import icons, theme
from clinicmgr.schedule.gui.grid_style import GridStyle
from clinicmgr.schedule.gui.inks import Inks, elided, font, metrics
from clinicmgr.schedule.gui.roster_model import RosterModel
from clinicmgr.schedule.gui.roster_view import DayHead, RowView

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_TWO_LINES = 40
_HIGH = 56


class _Header(QHeaderView):
    """A header of the roster: fixed sections that paint themselves from the view's values."""

    def __init__(self, orientation: Qt.Orientation, style: GridStyle, table: QTableView) -> None:
        super().__init__(orientation, table)
        self._style = style
        self.inks = Inks(theme.current().tokens)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    @property
    def roster(self) -> RosterModel:
        """The model of the grid."""
        return cast("RosterModel", self.model())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.inks["surface_2"])
        painter.end()
        super().paintEvent(event)


class DayHeader(_Header):
    """Weekday, number and a note such as a holiday; today in the accent color."""

    def __init__(self, style: GridStyle, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, style, table)
        self.setFixedHeight(style.header_height)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if logical >= len(self.roster.view.days):
            return
        head = self.roster.view.days[logical]
        inks = self.inks
        painter.fillRect(rect, inks["head_today" if head.today else "surface_2"])
        painter.setPen(inks["hairline"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if head.today:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width() - 1, 2),
                             inks["accent"])  # fmt: skip
        if self._style.codes:
            self._narrow(painter, rect, head)
        else:
            self._wide(painter, rect, head)

    def _wide(self, painter: QPainter, rect: QRect, head: DayHead) -> None:
        inks = self.inks
        inner = rect.adjusted(10, 4, -6, -4)
        painter.setFont(font(12, 600))
        painter.setPen(inks["accent" if head.today else "text_2"])
        top = QRect(inner.left(), inner.top(), inner.width(), 16)
        painter.drawText(top, _LEFT, head.weekday.upper())
        painter.setFont(font(18, 600))
        painter.setPen(inks["accent" if head.today else "text"])
        low = QRect(inner.left(), inner.top() + 15, inner.width(), 24)
        painter.drawText(low, _LEFT, head.number)
        if head.note:
            used = metrics(18, 600).horizontalAdvance(head.number) + 8
            room = low.adjusted(used, 1, 0, 0)
            painter.setFont(font(12, 600))
            painter.setPen(inks["warning"])
            painter.drawText(room, _RIGHT, elided(head.note, room.width(), 12, 600))

    def _narrow(self, painter: QPainter, rect: QRect, head: DayHead) -> None:
        inks = self.inks
        painter.setFont(font(11))
        painter.setPen(inks["accent" if head.today else "text_2"])
        painter.drawText(rect.adjusted(0, 4, 0, -22), _CENTER, head.weekday[:2])
        painter.setFont(font(14, 600))
        role = "accent" if head.today else ("warning" if head.note else "text")
        painter.setPen(inks[role])
        painter.drawText(rect.adjusted(0, 18, 0, -4), _CENTER, head.number)
        if head.note:
            painter.fillRect(QRect(rect.left() + 4, rect.bottom() - 3, rect.width() - 9, 2),
                             inks["warning"])  # fmt: skip


class PersonHeader(_Header):
    """Names with planned and agreed hours; headings of positions; the open shifts on top."""

    def __init__(self, style: GridStyle, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, style, table)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if logical >= len(self.roster.view.rows):
            return
        row = self.roster.view.rows[logical]
        inks = self.inks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "group":
            self._group(painter, rect, row)
        else:
            painter.fillRect(rect, inks["surface"])
            if row.kind == "open":
                self._open(painter, rect, row)
            else:
                self._person(painter, rect, row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(inks["line"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(inks["hairline"])
        painter.drawLine(rect.topRight(), rect.bottomRight())

    def _group(self, painter: QPainter, rect: QRect, row: RowView) -> None:
        painter.fillRect(rect, self.inks["band"])
        inner = rect.adjusted(12, 0, -8, 0)
        if row.code:
            inner.setLeft(self._plate(painter, inner, row))
        painter.setFont(font(13, 600))
        painter.setPen(self.inks["text"])
        painter.drawText(inner, _LEFT, elided(row.title, inner.width(), 13, 600))

    def _plate(self, painter: QPainter, inner: QRect, row: RowView) -> int:
        """The code of a position on its color; returns where the words after it begin."""
        wide = metrics(12, 600).horizontalAdvance(row.code) + 13
        box = QRectF(inner.left(), inner.center().y() - 7.5, wide, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.fill(row.color))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(self.inks.strong(row.color))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 4, box.height()), 2, 2)
        painter.setFont(font(12, 600))
        painter.setPen(self.inks.text(row.color))
        painter.drawText(box.adjusted(4, 0, 0, 0), _CENTER, row.code)
        return inner.left() + wide + 8

    def _person(self, painter: QPainter, rect: QRect, row: RowView) -> None:
        inks = self.inks
        if rect.height() > _HIGH:  # beside many chips the words stay at the top
            rect = QRect(rect.left(), rect.top(), rect.width(), _HIGH - 8)
        inner = rect.adjusted(12, 0, -10, 0)
        high = min(26, rect.height() - 12)
        bar = QRectF(inner.left(), rect.top() + (rect.height() - 1 - high) / 2, 4, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.strong(row.color))
        painter.drawRoundedRect(bar, 2, 2)
        inner.setLeft(inner.left() + 12)
        if rect.height() >= _TWO_LINES:
            half = rect.height() // 2
            top = QRect(inner.left(), rect.top() + 3, inner.width(), half - 2)
            low = QRect(inner.left(), rect.top() + half - 1, inner.width(), half - 4)
            self._name(painter, top, row)
            self._hours(painter, low, row, _LEFT)
            return
        used = self._hours(painter, inner, row, _RIGHT)
        self._name(painter, inner.adjusted(0, 0, -used - 8, 0), row)

    def _name(self, painter: QPainter, rect: QRect, row: RowView) -> None:
        painter.setFont(font(14, 600))
        painter.setPen(self.inks["text"])
        painter.drawText(rect, _LEFT, elided(row.title, rect.width(), 14, 600))

    def _hours(self, painter: QPainter, rect: QRect, row: RowView, align: int) -> int:
        """The hours, with a triangle where they are above what was agreed; returns their width."""
        pixels = 12 if self._style.codes or align == _LEFT else 13
        weight = 600 if row.over else 400
        wide = metrics(pixels, weight).horizontalAdvance(row.hours) + (13 if row.over else 0)
        left = rect.left() if align == _LEFT else rect.right() - wide
        painter.setFont(font(pixels, weight))
        painter.setPen(self.inks["danger" if row.over else "text_2"])
        words = QRect(left + (13 if row.over else 0), rect.top(), wide, rect.height())
        painter.drawText(words, _LEFT, row.hours)
        if row.over:
            middle = rect.center().y() + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.inks["danger"])
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, middle + 3.5),
                        QPointF(left + 9, middle + 3.5),
                        QPointF(left + 4.5, middle - 4.5),
                    ]
                )
            )
        return wide

    def _open(self, painter: QPainter, rect: QRect, row: RowView) -> None:
        inner = rect.adjusted(12, 0, -8, 0)
        scale = painter.device().devicePixelRatioF()
        top = rect.center().y() - 8
        painter.drawPixmap(inner.left() - 2, top, icons.pixmap("user-plus", "text_2", 16, scale))
        inner.setLeft(inner.left() + 22)
        painter.setFont(font(14, 600))
        painter.setPen(self.inks["text"])
        if rect.height() < _TWO_LINES:
            painter.drawText(inner, _LEFT, elided(row.title, inner.width(), 14, 600))
            return
        middle = rect.center().y()
        painter.drawText(QRect(inner.left(), middle - 19, inner.width(), 20), _LEFT, row.title)
        painter.setFont(font(12))
        painter.setPen(self.inks["text_2"])
        painter.drawText(QRect(inner.left(), middle, inner.width(), 17), _LEFT,
                         elided(row.hours, inner.width(), 12))  # fmt: skip


class Corner(QWidget):
    """The place where both headers meet; it says how many people are shown."""

    def __init__(self, parent: QWidget, *, line: bool = True) -> None:
        super().__init__(parent)
        self._line = line
        self._words = ""
        self.inks = Inks(theme.current().tokens)

    def say(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.inks["surface_2"])
        painter.setPen(self.inks["hairline"])
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self._line:
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setFont(font(13, 600))
        painter.setPen(self.inks["text_2"])
        inner = self.rect().adjusted(12, 0, -8, 0)
        painter.drawText(inner, _LEFT, elided(self._words, inner.width(), 13, 600))
        painter.end()
