"""The content of a page that a panel, such as an import, may cover for a while."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from clinicmgr.qtkit.page import Page


class CoverStack(QStackedWidget):
    """While a panel covers the content, the page offers nothing else: no action, no bar, no menu.

    When the panel is closed (its signal `closed`), the content comes back and gets the focus.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._below: QWidget | None = None

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show a part of the content; while it is covered, as soon as it is not any more."""
        if self._below is None:
            super().setCurrentWidget(widget)
        else:
            self._below = widget

    def cover(self, panel: QWidget) -> None:
        """Show the panel in place of the content; it is deleted when it is closed."""
        below = self.currentWidget()
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        self._below = below
        self._page.hold_back()
        panel.closed.connect(lambda: self._uncover(panel))  # type: ignore[attr-defined]
        panel.setFocus()

    def _uncover(self, panel: QWidget) -> None:
        below, self._below = self._below, None
        self._page.offer_again()
        if below is not None:
            self.setCurrentWidget(below)
            below.setFocus()
        self.removeWidget(panel)
        panel.deleteLater()
