"""Cards: a surface with a title for one thing, and one with a figure for the start page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clinicmgr.qtkit import labels, tokens


class Card(QFrame):
    """A framed surface with an optional title; put content into `body`, buttons into `header`."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        pad = tokens.CARD_PADDING
        column.setContentsMargins(pad, pad - 2, pad, pad)
        column.setSpacing(10)
        self.title_label = labels.section(title, self)
        self.subtitle_label = labels.secondary(subtitle, self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title_label)
        words.addWidget(self.subtitle_label)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addLayout(words, 1)
        column.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)
        self.set_title(title, subtitle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title; an empty one takes no room."""
        self.setAccessibleName(title)
        for shown, text in ((self.title_label, title), (self.subtitle_label, subtitle)):
            shown.setText(text)
            shown.setVisible(bool(text))


class StatCard(QFrame):
    """A figure with its name above and a sentence below; it can be pressed when `reach` is set."""

    pressed = Signal()

    def __init__(self, name: str, *, reach: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._reach = reach
        self.setObjectName("stat")
        self.setProperty("reach", "true" if reach else "false")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(1)
        self._figure = labels.label(pixels=tokens.FIGURE, weight=600, parent=self)
        self._note = labels.ElidedLabel(parent=self)
        self._note.setProperty("tone", "secondary")
        for shown in (labels.secondary(name, self), self._figure, self._note):
            column.addWidget(shown)
        self.setAccessibleName(name)
        if reach:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, figure: str, note: str = "", tone: str = "secondary") -> None:
        """Show the figure and the note below it; `tone` colors the note."""
        self._figure.setText(figure)
        self._note.setText(note)
        labels.set_tone(self._note, tone)
        self.setAccessibleName(", ".join(part for part in (self._name, figure, note) if part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._reach and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if self._reach and event.key() in keys:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
