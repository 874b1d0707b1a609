"""The day before, the day after, and back to today."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons


class DaySteps(QWidget):
    """Three buttons that stand before the title, so that a longer date does not move them."""

    stepped = Signal(int)
    today = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(6)
        for sign, name, count, keys in (
            ("chevron-left", _("Previous day"), -1, "Alt+Left"),
            ("chevron-right", _("Next day"), 1, "Alt+Right"),
        ):
            row.addWidget(buttons.tool(sign, name, self._stepper(count), shortcut=keys))
        self.today_button = buttons.quiet(_("Today"), self.today.emit)
        self.today_button.setToolTip(_("Today (Ctrl+T)"))
        row.addWidget(self.today_button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _stepper(self, count: int) -> Callable[[], None]:
        return lambda: self.stepped.emit(count)
