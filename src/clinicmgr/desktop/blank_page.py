"""The page that stands in the window before the first real one, and while they change over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from clinicmgr.qtkit.page import Page


class BlankPage(Page):
    """A page without content."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.body.addStretch()

    def reload(self) -> None:
        """There is nothing to read."""
