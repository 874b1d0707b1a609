"""A small rounded label for a state: "Valid", "Expires in 12 days", "3 open"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from clinicmgr.qtkit import labels


class Pill(QLabel):
    """A state in a word; the word carries the meaning, the tone only repeats it."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        """`tone` is "", "accent", "danger", "warning" or "success"."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)

    def show_state(self, text: str, tone: str = "") -> None:
        """Show another state."""
        self.setText(text)
        labels.set_tone(self, tone)
