"""Entering a day: typed in any usual way, stepped with the arrow keys, or picked in a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field, parse
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.editors import LineEditor
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.tokens import LABEL

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class PopupFrame(QFrame):
    """A framed window that closes when one clicks beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(8, 8, 8, 8)


class CalendarPopup(PopupFrame):
    """A month to pick a day from; Enter or a click takes the day, Escape closes."""

    picked = Signal(object)

    def __init__(self, day: date | None, locale: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(locale))
        self.calendar.setFirstDayOfWeek(QLocale(locale).firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self.calendar.setAccessibleName(_("Calendar"))
        self._dress()
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        self.body.addWidget(self.calendar)

    def _dress(self) -> None:
        look = theme.current()
        day_text, heading = QTextCharFormat(), QTextCharFormat()
        day_text.setForeground(look.color("text"))
        heading.setFont(theme.font(LABEL, 600))
        heading.setBackground(look.color("surface"))
        for at in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(at, day_text)  # not the native red
        self.calendar.setHeaderTextFormat(heading)
        self.calendar.setMinimumSize(300, 256)
        for name, sign in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            button = self.calendar.findChild(QWidget, name)
            if button is not None:
                button.setIcon(icon(f"chevron-{sign}"))  # type: ignore[attr-defined]

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DayEditor(LineEditor):
    """A day in a line: type it, step it with Up and Down, or open the calendar with Alt+Down."""

    def __init__(
        self, field: Field, locale: str, currency: str = "USD", parent: QWidget | None = None
    ) -> None:
        super().__init__(field, locale, currency, parent)
        self._day_field = field
        self._day_locale = locale
        self._open = QAction(icon("calendar", "text_2"), _("Open calendar"), self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def day(self) -> date | None:
        """The day as typed so far; None while it is empty or not a day."""
        try:
            value = parse(self._day_field, self.text(), self._day_locale)
        except UserError:
            return None
        return value if isinstance(value, date) else None

    def open_calendar(self) -> CalendarPopup:
        """Show a month below the line."""
        popup = CalendarPopup(self.day(), self._day_locale, self)
        popup.picked.connect(self.take)
        popup.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        if corner.y() + popup.height() > room.bottom():
            corner = self.mapToGlobal(QPoint(0, -popup.height() - 2))
        corner.setX(max(room.left(), min(corner.x(), room.right() - popup.width())))
        popup.move(corner)
        popup.show()
        popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        day = self.day()
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step is not None and day is not None and not event.modifiers():
            self.take(day + timedelta(days=step))
        else:
            super().keyPressEvent(event)

    def take(self, day: date) -> None:
        """Enter this day as if it had been typed."""
        self.put(day)
        self.edited.emit()
