"""Moves through periods: back, forward, to today, with the period's name beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels


class Stepper(QWidget):
    """Asks for the previous or next period or for today; the page decides and names the period."""

    previous = Signal()
    following = Signal()
    today = Signal()

    def __init__(self, period: str, parent: QWidget | None = None) -> None:
        """`period` is the word for one step, such as "week"."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.back_button = buttons.tool("chevron-left", "", self.previous.emit, parent=self)
        self.next_button = buttons.tool("chevron-right", "", self.following.emit, parent=self)
        self.today_button = buttons.quiet(_("Today"), self.today.emit, parent=self)
        self._title = labels.section(parent=self)
        self._note = labels.secondary(parent=self)
        for shown in (self.back_button, self.next_button, self.today_button):
            row.addWidget(shown)
        row.addSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._note)
        self.set_period(period)

    def set_period(self, period: str) -> None:
        """Step by another period from now on, such as "month"."""
        for button, text, keys in (
            (self.back_button, _("Previous {period}"), "Alt+Left"),
            (self.next_button, _("Next {period}"), "Alt+Right"),
        ):
            name = text.format(period=period)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")

    def show_period(self, title: str, note: str = "") -> None:
        """Show which period is open ("Nov 16 – 22, 2026") and a quieter note after it."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
