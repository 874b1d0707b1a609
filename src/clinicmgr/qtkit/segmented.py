"""A row of exclusive choices, such as Week | Month."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(QFrame):
    """One of several choices; Tab reaches the chosen one, the arrow keys move the choice."""

    chosen = Signal(str)

    def __init__(
        self, choices: Iterable[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """`choices` are (key, text); `name` is what a screen reader says first."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for key, text in choices:
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {text}")
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._key = next(iter(self._buttons), "")
        self._show()

    @property
    def key(self) -> str:
        """The key of the choice that is made."""
        return self._key

    def choose(self, key: str) -> None:
        """Show this choice without telling anybody; KeyError if it is not offered."""
        self._buttons[key]
        self._key = key
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                keys = list(self._buttons)
                at = (keys.index(self._key) + step) % len(keys)
                self._choose(keys[at])
                self._buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self._show()
            self.chosen.emit(key)

    def _show(self) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == self._key)
            reach = Qt.FocusPolicy.StrongFocus if key == self._key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reach)
