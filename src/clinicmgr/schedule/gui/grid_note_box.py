"""Writing the note of a cell: of one of its shifts, or of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.segmented import Segmented


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that can have a note: how it is called, its note, and what keeps another."""

    title: str
    text: str
    write: Callable[[str], object]


class NoteBox(Dialog):
    """One text for one of the choices; Ctrl+Enter keeps it, Esc leaves it."""

    def __init__(self, title: str, choices: Sequence[Noted], parent: QWidget) -> None:
        super().__init__(title, _("Save the note"), self._write, parent=parent)
        self._choices = choices
        self._at = 0
        self.choice = Segmented(
            [(str(at), one.title) for at, one in enumerate(choices)], _("Note for"), self
        )
        self.choice.setVisible(len(choices) > 1)
        self.choice.chosen.connect(self._turn_to)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.text.installEventFilter(self)
        self.body.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.text)
        words = _("It is printed on the roster. Save it empty to remove it. Ctrl+Enter saves.")
        hint = labels.secondary(words, self)
        hint.setWordWrap(True)
        self.body.addWidget(hint)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the text keeps it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _turn_to(self, key: str) -> None:
        self._at = int(key)
        self._show()

    def _show(self) -> None:
        self.text.setPlainText(self._choices[self._at].text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()

    def _write(self) -> None:
        self._choices[self._at].write(self.text.toPlainText().strip())
