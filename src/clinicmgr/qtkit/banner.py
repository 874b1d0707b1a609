"""A band above the content that says what is wrong first, with the button that goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.icon_label import IconLabel

_ICONS = {"danger": "error", "warning": "warning", "info": "info", "success": "check-circle"}
_ROLES = {"danger": "danger", "warning": "warning", "info": "accent", "success": "success"}


class Banner(QFrame):
    """One sentence with its count, an icon for its tone and a button; hidden when empty."""

    def __init__(
        self, tone: str = "danger", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        """`tone` is "danger", "warning", "info" or "success"; a long text is cut, or wraps."""
        super().__init__(parent)
        self._press: Callable[[], object] | None = None
        self._mark = IconLabel("info", "accent", parent=self)
        self._count = labels.strong(parent=self)
        self._text = labels.paragraph("", self) if wraps else labels.ElidedLabel("", self)
        self._button = buttons.quiet("", self._pressed, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._count)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.setMinimumHeight(48)
        self._tone = ""
        self._use(tone)
        self.hide()

    def say(
        self,
        count: str,
        text: str = "",
        *,
        tone: str | None = None,
        action: str = "",
        on_press: Callable[[], object] | None = None,
    ) -> None:
        """Show the bold `count` ("2 conflicts") and the text after it, with a button or without."""
        self._use(tone or self._tone)
        self._count.setText(count)
        self._count.setVisible(bool(count))
        self._text.setText(text)
        self._press = on_press
        self._button.setText(action)
        self._button.setVisible(bool(action) and on_press is not None)
        self.setAccessibleName(" ".join(part for part in (count, text) if part))
        self.show()

    def clear(self) -> None:
        """Say nothing and take no room."""
        self._press = None
        self.hide()

    def _pressed(self) -> None:
        if self._press is not None:
            self._press()

    def _use(self, tone: str) -> None:
        if tone == self._tone:
            return
        self._tone = tone
        role = _ROLES[tone]
        self._mark.show_icon(_ICONS[tone], role)
        labels.set_tone(self, tone)
        labels.set_tone(self._count, role)
