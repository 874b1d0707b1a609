"""The header of a record table: widths, sorting, and which columns are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QSizePolicy, QTableView, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.column_widths import ColumnWidths

_HEIGHT = {"comfortable": 40, "compact": 34}


class RecordHeader(QHeaderView):
    """Column titles that sort when clicked; the context menu sorts and hides by keyboard too."""

    def __init__(self, columns: Sequence[Column[Any]], parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._theme = theme.current()
        self._table = parent
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def take_columns(self) -> None:
        """Give every column its width; call it once, after the table has its model."""
        ColumnWidths(self._table, self._columns)
        for at, column in enumerate(self._columns):
            self.setSectionHidden(at, column.hidden)

    def order(self) -> list[int]:
        """The numbers of the columns that are shown, from left to right."""
        shown = [at for at in range(self.count()) if not self.isSectionHidden(at)]
        return sorted(shown, key=self.visualIndex)

    def menu(self, parent: QWidget, sort: Callable[[str], object]) -> QMenu:
        """A menu to sort by a column and to show or hide columns; the first one always stays."""
        made = QMenu(parent)
        by = made.addMenu(_("Sort by"))
        made.addSeparator()
        for at, column in enumerate(self._columns):
            title = column.title or column.key
            by.addAction(title).triggered.connect(lambda _on=False, key=column.key: sort(key))
            shown = made.addAction(title)
            shown.setCheckable(True)
            shown.setChecked(not self.isSectionHidden(at))
            shown.setEnabled(at > 0)
            shown.toggled.connect(lambda on, at=at: self.setSectionHidden(at, not on))
        return made

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT[self._theme.density])

    def _show_menu(self, at: QPoint) -> None:
        menu = self._table.columns_menu(self)  # type: ignore[attr-defined]
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))


class HeaderEnd(QFrame):
    """Continues the header above the scroll bar, so that it reaches the edge of the table."""

    def __init__(self, header: RecordHeader) -> None:
        super().__init__()
        self._header = header
        self.setProperty("kind", "header-end")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(10, self._header.sizeHint().height() if not self._header.isHidden() else 0)
