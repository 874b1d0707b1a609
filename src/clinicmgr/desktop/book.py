"""The pages that are open: made when first shown, and told what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from clinicmgr.desktop.opened import Opened
from clinicmgr.desktop.pages import Place
from clinicmgr.desktop.window import Window
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit.desk import Keyed, Reachable
from clinicmgr.qtkit.page import Page

_NATIVE = QKeySequence.SequenceFormat.NativeText


class Book(QObject):
    """Turns to a page by its id. A sheet laid on top (a preview) returns to the page below it."""

    turned = Signal(str)

    def __init__(self, window: Window, opened: Opened, places: Sequence[Place]) -> None:
        super().__init__(window)
        self._window = window
        self._opened = opened
        self._places = {place.id: place for place in places}
        self._pages: dict[str, Page] = {}
        self._sheet: QWidget | None = None
        self.current = ""

    @property
    def page(self) -> Page | None:
        """The page that is open, also while a sheet lies on it."""
        return self._pages.get(self.current)

    @property
    def made(self) -> dict[str, Page]:
        """The pages that were made so far, by their ids."""
        return dict(self._pages)

    def turn_to(self, page_id: str, ref: object = None) -> None:
        """Show a page, and there the record that `ref` stands for; an unknown id is the first."""
        if page_id not in self._places:
            page_id = next(iter(self._places))
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = self._places[page_id].make(self._opened)
        self._drop_sheet()
        self.current = page_id
        self._window.show_page(page)
        self._window.rail.show_current(page_id)
        self.turned.emit(page_id)
        if ref is not None and isinstance(page, Reachable):
            page.go_to(ref)
        self._focus(page)

    def lay_on(self, sheet: QWidget) -> None:
        """Show a sheet on top of the page, until `take_off`."""
        self._drop_sheet()
        self._sheet = sheet
        self._window.show_page(sheet)
        sheet.setFocus()

    def take_off(self) -> None:
        """Return from a sheet to the page below it."""
        if self._sheet is not None and self.page is not None:
            self._window.show_page(self.page)
            self._focus(self.page)
        self._drop_sheet()

    def mark_stale(self, domains: frozenset[str]) -> None:
        """Tell every page what changed; those that are shown read again at once."""
        for page in self._pages.values():
            page.mark_stale(domains)

    def actions(self) -> list[QAction]:
        """What the open page can do at this moment."""
        page = self.page
        return [] if page is None else [each for each in page.actions_list() if each.isEnabled()]

    def keys(self) -> dict[str, list[tuple[str, str]]]:
        """The keys of the open page by section, for the keyboard sheet."""
        page = self.page
        if page is None:
            return {}
        more = _("{page}: further keys").format(page=page.title)
        found = {
            page.title: [
                (action.shortcut().toString(_NATIVE), action.text())
                for action in page.actions_list()
                if not action.shortcut().isEmpty()
            ],
            more: list(page.keys()) if isinstance(page, Keyed) else [],
        }
        return {section: keys for section, keys in found.items() if keys}

    def close(self) -> None:
        """Forget every page."""
        self._drop_sheet()
        for page in self._pages.values():
            self._window.forget(page)
        self._pages.clear()
        self.current = ""

    def _focus(self, page: Page) -> None:
        """Give the focus to the page, unless something in it took it already."""
        focused = self._window.focusWidget()
        if focused is None or not page.isAncestorOf(focused) or not focused.isVisible():
            views = [
                view
                for view in page.findChildren(QAbstractItemView)
                if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            page.setFocus()
            if views and page.focusProxy() is None:
                views[0].setFocus()
            elif page.focusProxy() is None:
                page.focusNextChild()

    def _drop_sheet(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            self._window.forget(sheet)
