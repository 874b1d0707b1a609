"""A short message at the bottom of the window that says what was done and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels

_BOTTOM = 24
_WIDEST = 640
_LONGEST = 300  # letters: some three lines


class Toast(QFrame):
    """One message; it waits as long as the mouse rests on it and nothing about it moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._press: Callable[[], object] | None = None
        self._words = labels.label(parent=self)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setMinimumHeight(44)
        self.hide()

    def say(
        self, text: str, action: str, on_press: Callable[[], object] | None, seconds: float
    ) -> None:
        """Show the text for some seconds, with a button if there is something to press."""
        self._press = on_press
        self._button.setText(action)
        self._button.setVisible(on_press is not None)
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        self._words.setText(shown)
        self._words.setToolTip(text if shown != text else "")
        wide = self._words.fontMetrics().horizontalAdvance(shown) + 2
        self._words.setFixedWidth(min(wide, _WIDEST - 120))
        self.setAccessibleName(text)
        self.adjustSize()
        self._timer.start(round(seconds * 1000))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start(2000)

    def hideEvent(self, event: object) -> None:
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _pressed(self) -> None:
        press = self._press
        self.hide()
        if press is not None:
            press()


class ToastHost(QObject):
    """Shows toasts over a window, one at a time, bottom center."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None
        window.installEventFilter(self)

    def say(
        self,
        text: str,
        *,
        undo: Callable[[], object] | None = None,
        action: str = "",
        seconds: float = 6.0,
    ) -> None:
        """Say what was done; with `undo` there is a button (`action`, or "Undo") that runs it."""
        if self._toast is None:
            self._toast = Toast(self._window)
        self._toast.say(text, action or _("Undo"), undo, seconds)
        self._place()

    def hide(self) -> None:
        """Take the message away now."""
        if self._toast is not None:
            self._toast.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        toast = self._toast
        if toast is not None:
            left = (self._window.width() - toast.width()) // 2
            toast.move(left, self._window.height() - toast.height() - _BOTTOM)
