"""The right side of the report center: the pages, and for some reports what is written to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.segmented import Segmented


class Companion(Protocol):
    """What a widget offers in which more is written to a report."""

    def show_options(self, options: Any) -> None:
        """Show what belongs to these options."""
        ...

    def keep(self) -> bool:
        """Keep what is half typed, as before printing; False where it is refused."""
        ...


Editors = Mapping[str, Callable[[], Any]]
"""Makes what a printable names as its `editor`: a widget that is a `Companion`."""


class Views(QWidget):
    """The pages alone, or beside them the view of a companion, which is made when first needed."""

    def __init__(self, pages: QWidget, editors: Editors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._editors = pages, editors
        self._made: dict[str, Any] = {}
        self._companion: Any = None
        self.choice = Segmented(
            (("pages", _("Pages")), ("words", _("Your words"))), _("Show"), self
        )
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(pages)
        self.stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.stack, 1)
        self.choice.chosen.connect(self._turn)
        self.offer("")

    def offer(self, editor: str) -> None:
        """Offer the view of this editor beside the pages; an empty name is the pages alone."""
        if editor in self._editors and editor not in self._made:
            self._made[editor] = self._editors[editor]()
        companion = self._made.get(editor)
        if companion is not None and companion is self._companion:
            return
        left = self._scroll.takeWidget()
        if left is not None:
            left.setParent(self)  # it is shown again with its report
            left.hide()
        self._companion = companion
        if companion is not None:
            self._scroll.setWidget(companion)
            companion.setAutoFillBackground(False)
            companion.show()
        self.choice.setVisible(companion is not None)
        self.choice.choose("pages")
        self.stack.setCurrentWidget(self._pages)

    def show_options(self, options: object) -> None:
        """Let the companion show what belongs to the options of the report."""
        if self._companion is not None:
            self._companion.show_options(options)

    def keep(self) -> None:
        """Keep what is half typed in the companion."""
        if self._companion is not None:
            self._companion.keep()

    def _turn(self, view: str) -> None:
        self.stack.setCurrentWidget(self._scroll if view == "words" else self._pages)
        self.keep()
