"""The widths of a table's columns: one or more take what the others leave, but stay readable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from clinicmgr.qtkit.column import Column

_LEAST = 120  # no stretched column gets narrower than this, or than its own width if that is less


class ColumnWidths(QObject):
    """Gives every column its width; where there is no room, the table is moved sideways."""

    def __init__(self, table: QTableView, columns: Sequence[Column[Any]]) -> None:
        """Call it once, after the table has its model and header."""
        super().__init__(table)
        self._table, self._header = table, table.horizontalHeader()
        self._stretched = {
            at: min(column.width, _LEAST) for at, column in enumerate(columns) if column.stretch
        }
        for at, column in enumerate(columns):
            self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            self._header.resizeSection(at, column.width)
        self._header.sectionResized.connect(self._hear)
        table.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _hear(self, at: int, _old: int, _new: int) -> None:
        if at not in self._stretched:
            self._fit()

    def _fit(self) -> None:
        header = self._header
        shown = [at for at in self._stretched if not header.isSectionHidden(at)]
        taken = sum(header.sectionSize(at) for at in range(header.count()) if at not in shown)
        room = self._table.viewport().width() - taken
        modes = QHeaderView.ResizeMode
        for at in shown:
            is_wide = room >= len(shown) * self._stretched[at]
            header.setSectionResizeMode(at, modes.Stretch if is_wide else modes.Interactive)
            if not is_wide:
                header.resizeSection(at, self._stretched[at])
