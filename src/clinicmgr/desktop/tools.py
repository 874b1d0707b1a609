"""What stands at the right of every page's title: the search field, undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import tokens
from clinicmgr.qtkit.buttons import ActionButton
from clinicmgr.qtkit.page import Page
from clinicmgr.qtkit.search_field import SearchButton


class Tools(QWidget):
    """One set for the window; it moves into the header of the page that is shown."""

    def __init__(
        self, undo: QAction, redo: QAction, on_search: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE, 0, 0, 0)
        row.setSpacing(8)
        self.search = SearchButton(on_search, hint=_("Search"), parent=self)
        self.search.setMinimumWidth(150)
        narrow = QSizePolicy.Policy.Maximum
        self.search.setSizePolicy(narrow, QSizePolicy.Policy.Fixed)
        self.search.setToolTip(_("Find people, shifts, rooms and commands (Ctrl+K)"))
        self.undo_button = ActionButton(undo, "tool", self)
        self.redo_button = ActionButton(redo, "tool", self)
        for shown in (self.search, self.undo_button, self.redo_button):
            row.addWidget(shown)
        self.setSizePolicy(narrow, QSizePolicy.Policy.Fixed)

    def move_to(self, page: QWidget) -> None:
        """Stand in the header of this page from now on; one without a header goes without."""
        if isinstance(page, Page):
            page.header.addWidget(self)
            self.show()
