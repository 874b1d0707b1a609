"""What is said beside a bar while it is moved: its times, and what the rules think of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, theme
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.timeline_moves import Judged

_WIDE = 300
_SIGNS = {
    Mark.QUIET: ("check-circle", "success"),
    Mark.WARNING: ("warning", "warning"),
    Mark.PROBLEM: ("error", "danger"),
}


class TimelineTag(QFrame):
    """Hangs at the mouse; it never takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._times = labels.label(pixels=14, parent=self)
        self._sign = IconLabel("check-circle", "success", 16, self)
        self._words = labels.label(pixels=13, parent=self)
        self._words.setWordWrap(True)
        self._keys = labels.label(pixels=12, tone="secondary", parent=self)
        self._keys.setText(_("Esc cancels"))
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._times)
        column.addLayout(said)
        column.addWidget(self._keys)
        self.hide()

    @property
    def words(self) -> str:
        """What is said at the moment."""
        return f"{self._times.text()} {self._words.text()}"

    def say(self, times: str, told: Judged, at: QPoint) -> None:
        """Show times and verdict beside a point, inside of the timeline."""
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"TimelineTag {{ background: {tokens.surface}; border: 1px solid {tokens.border};"
            " border-radius: 8px; }"
        )
        self._times.setText(times)
        self._sign.show_icon(*_SIGNS[told.mark])
        self._words.setText(told.sentence)
        self.setAccessibleName(self.words)
        high = max(16, self._words.heightForWidth(_WIDE - 42))
        self.resize(_WIDE, high + self._times.sizeHint().height() + 46)
        room = self._room.rect()
        left = at.x() + 14 if at.x() + 14 + _WIDE <= room.width() else at.x() - _WIDE - 10
        top = at.y() + 22
        if top + self.height() > room.height():
            top = at.y() - self.height() - 12
        left = min(left, room.width() - _WIDE)
        self.move(max(0, left), max(0, min(top, room.height() - self.height())))
        self.show()
        self.raise_()
