"""What a record table shows when it has no rows: what belongs here, or that a filter hides all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels


class RecordNotice:
    """Stands in the place of the rows of a table."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._empty: QWidget | None = None
        self._nothing = labels.secondary("", table)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()

    def take_empty(self, shown: QWidget) -> None:
        """Show this when there is no record at all."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = shown
        shown.setParent(self._table)

    def show(self, count: int, rows: int) -> None:
        """Show what fits to this many records, of which `rows` pass the filter."""
        teaches = count == 0 and self._empty is not None
        if self._empty is not None:
            self._empty.setVisible(teaches)
        self._table.horizontalHeader().setVisible(not teaches)
        hides_all = count > 0 and rows == 0
        self._nothing.setText(_("Nothing matches the filter.") if hides_all else "")
        self._nothing.setVisible(hides_all)
        self.place()

    def place(self) -> None:
        """Stand where the rows would be, after the table has another size."""
        if self._empty is not None:
            self._empty.setGeometry(self._table.rect().adjusted(2, 2, -2, -2))
            self._empty.raise_()
        self._nothing.setGeometry(self._table.viewport().geometry())
