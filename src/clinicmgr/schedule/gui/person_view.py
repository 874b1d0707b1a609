"""One person's month as a calendar: what somebody asks for, and a slip to take along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels, theme
from clinicmgr.schedule.gui.chip_painter import ChipPainter
from clinicmgr.schedule.gui.inks import Inks, elided, font
from clinicmgr.schedule.gui.person_month import PersonDay, PersonMonth

_HEAD, _HOURS, _NUMBER, _CHIP = 28, 96, 24, 38
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthCalendar(QWidget):
    """Draws a `PersonMonth`; the arrows go from day to day, Enter opens the day."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.month = PersonMonth()
        self.day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.current().changed.connect(self.update)

    def show_month(self, month: PersonMonth, today: date) -> None:
        """Show another month."""
        self.month = month
        days = [one.day for week in month.weeks for one in week.days]
        if self.day not in days:
            within = [one.day for week in month.weeks for one in week.days if one.within]
            self.day = today if today in within else within[0]
        self.setAccessibleName(f"{month.name}, {month.note}")
        self.update()

    def rect_of(self, week: int, column: int) -> QRect:
        """The place of a day; column 7 is that of the week's hours."""
        count = max(1, len(self.month.weeks))
        wide, high = self.width() - _HOURS, self.height() - _HEAD
        left, right = wide * column // 7, wide * (column + 1) // 7
        if column == 7:
            left, right = wide, self.width()
        top, low = _HEAD + high * week // count, _HEAD + high * (week + 1) // count
        return QRect(left, top, right - left, low - top)

    def day_at(self, x: float, y: float) -> PersonDay | None:
        """The day under a point."""
        for number, week in enumerate(self.month.weeks):
            for column, one in enumerate(week.days):
                if self.rect_of(number, column).contains(int(x), int(y)):
                    return one
        return None

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = Inks(theme.current().tokens)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), inks["surface"])
        painter.fillRect(QRect(0, 0, self.width(), _HEAD), inks["surface_2"])
        painter.setFont(font(12, 600))
        painter.setPen(inks["text_2"])
        for column, name in enumerate((*self.month.weekdays, _("Hours"))):
            box = self.rect_of(0, column)
            painter.drawText(QRect(box.left() + 8, 0, box.width() - 12, _HEAD), _LEFT, name)
        chips = ChipPainter(painter, inks, 1, hour12=self.month.hour12)
        for number, week in enumerate(self.month.weeks):
            for column, one in enumerate(week.days):
                self._day(painter, inks, chips, one, self.rect_of(number, column))
            box = self.rect_of(number, 7)
            painter.fillRect(box, inks["surface_2"])
            painter.setFont(font(13, 600 if week.over else 400))
            painter.setPen(inks["danger" if week.over else "text_2"])
            painter.drawText(box.adjusted(8, 0, -8, 0), _RIGHT, week.hours)
            painter.setPen(inks["line"])
            painter.drawLine(0, box.bottom(), self.width(), box.bottom())
        painter.end()

    def _day(
        self, painter: QPainter, inks: Inks, chips: ChipPainter, one: PersonDay, box: QRect
    ) -> None:
        ground = "surface"
        if one.closed or not one.within or one.cell.look.outside:
            ground = "closed"
        elif one.today:
            ground = "today"
        elif one.cell.look.weekend:
            ground = "weekend"
        painter.fillRect(box, inks[ground])
        painter.setPen(inks["line"])
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(font(13, 600))
        painter.setPen(inks["accent" if one.today else ("text" if one.within else "text_2")])
        top = QRect(box.left() + 8, box.top() + 2, box.width() - 14, _NUMBER - 2)
        painter.drawText(top, _LEFT, str(one.day.day))
        words = one.closed or one.cell.look.leave or ", ".join(one.ends)
        if words:
            painter.setFont(font(12, 600 if one.ends else 400))
            painter.setPen(inks["warning" if one.ends or one.closed else "text_2"])
            room = top.adjusted(26, 0, 0, 0)
            painter.drawText(room, _RIGHT, elided(words, room.width(), 12))
        painter.setOpacity(1.0 if one.within else 0.5)
        self._chips(chips, one, box)
        painter.setOpacity(1.0)
        if one.day == self.day and self.hasFocus():
            painter.setPen(inks["accent"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 4, 4)

    def _chips(self, chips: ChipPainter, one: PersonDay, box: QRect) -> None:
        looks = one.cell.look.chips
        if not looks:
            return
        room = box.height() - _NUMBER - 4
        high = max(17, min(_CHIP, room // len(looks) - 2))
        for number, look in enumerate(looks):
            top = box.top() + _NUMBER + number * (high + 2)
            if top + high > box.bottom():
                break
            chips.draw(look, QRect(box.left() + 5, top, box.width() - 11, high))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.day_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), found.spoken if found else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.day_at(event.position().x(), event.position().y())
        if found is not None:
            self._go(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.day_at(event.position().x(), event.position().y())
        if found is not None:
            self.opened.emit(found.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        days = [one for week in self.month.weeks for one in week.days]
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            at = next((at for at, one in enumerate(days) if one.day == self.day), 0) + _STEPS[key]
            if 0 <= at < len(days):
                self._go(days[at])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.day is not None:
            self.opened.emit(self.day)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, one: PersonDay) -> None:
        self.day = one.day
        event = QAccessibleAnnouncementEvent(self, one.spoken)
        QAccessible.updateAccessibility(event)
        self.update()


class PersonView(QFrame):
    """The calendar with the name above it, the way back, and the slip."""

    def __init__(self, back: Callable[[], object], slip: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.back_button = buttons.quiet(_("Back"), back, icon="arrow-left", parent=self)
        self.back_button.setToolTip(_("Back to the roster (Esc)"))
        self.name = labels.section(parent=self)
        self.note = labels.secondary(parent=self)
        self.slip_button = buttons.quiet(_("Print slip"), slip, icon="print", parent=self)
        self.calendar = MonthCalendar(self)
        self.calendar.left.connect(back)
        line = QHBoxLayout()
        line.setContentsMargins(12, 10, 12, 6)
        line.setSpacing(12)
        line.addWidget(self.back_button)
        line.addWidget(self.name)
        line.addWidget(self.note, 1)
        line.addWidget(self.slip_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.calendar, 1)
        self.setFocusProxy(self.calendar)

    def show_month(self, month: PersonMonth, today: date) -> None:
        """Show the month of a person."""
        self.name.setText(month.name)
        self.note.setText(month.note)
        self.calendar.show_month(month, today)
