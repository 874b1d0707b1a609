"""A panel at the right side of a page, to read or edit a record while the list stays in reach."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels

_WIDTH = 380


class SidePanel(QFrame):
    """A title, content that scrolls, and a foot with buttons; Escape closes it."""

    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(300)
        self._title = labels.section(parent=self)
        self._title.setWordWrap(True)
        self._note = labels.secondary(parent=self)
        self._note.setWordWrap(True)
        self._content: QWidget | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._note)
        self.header = QHBoxLayout()
        self.header.setContentsMargins(18, 14, 12, 0)
        self.header.addLayout(words, 1)
        close = buttons.bare("close", _("Close panel"), self.close_wanted.emit, parent=self)
        self.header.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._foot_line = QFrame(self)
        self._foot_line.setFixedHeight(1)
        self._foot_line.setProperty("kind", "line")
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(18, 0, 18, 12)
        self._foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(12)
        column.addLayout(self.header)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot_line)
        column.addLayout(self._foot)

    @property
    def content(self) -> QWidget | None:
        """What the panel shows."""
        return self._content

    def show_content(
        self, title: str, content: QWidget, *, note: str = "", foot: tuple[QPushButton, ...] = ()
    ) -> None:
        """Show this content; the panel owns it from now on and deletes it when it shows another."""
        self.set_title(title, note)
        self.setAccessibleName(title)
        old = self._scroll.takeWidget()
        if old is not None and old is not content:
            old.deleteLater()
        self._content = content
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)  # the scroll area has just switched it on
        self._set_foot(foot)

    def set_title(self, title: str, note: str = "") -> None:
        """Show another title, as when the record was renamed."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _set_foot(self, foot: tuple[QPushButton, ...]) -> None:
        while self._foot.count():
            item = self._foot.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in foot:
                widget.hide()
                widget.deleteLater()
        self._foot_line.setVisible(bool(foot))
        self._foot.setContentsMargins(18, 0, 18, 12 if foot else 0)
        removing = [button for button in foot if button.property("kind") == "danger"]
        for button in removing:
            self._foot.addWidget(button)
        self._foot.addStretch()
        for button in foot:
            if button not in removing:
                self._foot.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)


class SplitPanel(QSplitter):
    """The content of a page with a side panel that opens and closes beside it."""

    opened = Signal()
    closed = Signal()

    def __init__(self, main: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.main = main
        self.panel = SidePanel(self)
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the panel closes, for example to keep a half-typed record."""
        self._width = _WIDTH
        self.addWidget(main)
        self.addWidget(self.panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(12)
        self.panel.hide()
        self.panel.close_wanted.connect(self.close_panel)
        self.splitterMoved.connect(self._remember)

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.panel.isHidden()

    def open_panel(
        self, title: str, content: QWidget, *, note: str = "", foot: tuple[QPushButton, ...] = ()
    ) -> None:
        """Show the content; the buttons of `foot` stand below it, dangerous ones at the left."""
        self.panel.show_content(title, content, note=note, foot=foot)
        if not self.is_open:
            self.panel.show()
            self.setSizes([max(self.width() - self._width, 1), self._width])
            self.opened.emit()

    def close_panel(self) -> bool:
        """Close the panel and give the focus back to the page; False if `may_close` refused."""
        if not self.is_open:
            return True
        if not self.may_close():
            return False
        self.drop_panel()
        return True

    def drop_panel(self) -> None:
        """Close the panel without asking, as when what it shows is gone."""
        self.panel.hide()
        self.main.setFocus()
        self.closed.emit()

    def _remember(self) -> None:
        self._width = self.sizes()[1] or self._width
