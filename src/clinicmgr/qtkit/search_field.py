"""The two search fields: one filters what is on the page, one opens the command palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.icons import icon
from clinicmgr.qtkit.tokens import ICON


class SearchField(QLineEdit):
    """Filters a list while one types; Escape empties it, Down goes to the list."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """`hint` says what is looked through, such as "Find staff"."""
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.addAction(icon("search", "text_2"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        self.setMaximumWidth(320)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(120)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self._told = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # the start of the program does not wait for it

        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left_down.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the cursor here, with what was searched for selected so that typing replaces it."""
        from PySide6.QtCore import Qt

        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _wait(self, text: str) -> None:
        if text:
            self._pause.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)


class SearchButton(QPushButton):
    """Looks like a search field and opens the command palette."""

    def __init__(
        self,
        on_press: Callable[[], object],
        *,
        hint: str = "",
        shortcut: str = "Ctrl+K",
        parent: QWidget | None = None,
    ) -> None:
        hint = hint or _("Search or run a command")
        super().__init__(hint, parent)
        self.setProperty("kind", "search")
        self.setAutoDefault(False)
        self.setIcon(icon("search", "text_2"))
        self.setIconSize(QSize(ICON, ICON))
        self.setAccessibleName(hint)
        self.setMinimumWidth(260)
        keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        key = labels.label(keys, parent=self)
        key.setProperty("kind", "key")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(key)
        self.setToolTip(f"{hint} ({keys})")
        self.clicked.connect(lambda _on=False: on_press())

    def sizeHint(self) -> QSize:
        return QSize(300, super().sizeHint().height())
