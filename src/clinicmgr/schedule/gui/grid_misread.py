"""The list of cells that a paste could not read, so that they can be put right in one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.schedule.gui.grid_blocks import Misread

_ROW = 48
_MOST_ROWS = 10


class MisreadDialog(Dialog):
    """Which cells, what stands in them, and what could stand there; nothing was pasted."""

    def __init__(self, cells: Sequence[Misread], parent: QWidget) -> None:
        count = len(cells)
        title = ngettext(
            "{count} cell was not understood", "{count} cells were not understood", count
        ).format(count=count)
        super().__init__(title, _("Close"), lambda: None, parent=parent)
        self.cancel_button.hide()
        words = _("Nothing was pasted. Put these cells right where they come from, and copy again.")
        self.body.addWidget(labels.paragraph(words, self))
        self.table = _table(cells, self)
        self.table.setAccessibleName(title)
        self.body.addWidget(self.table)
        self.resize(820, 210 + _ROW * min(count, _MOST_ROWS))


def tell_misread(parent: QWidget, cells: Sequence[Misread]) -> MisreadDialog:
    """Open the list over a widget."""
    made = MisreadDialog(cells, parent.window())
    made.open()
    return made


def _table(cells: Sequence[Misread], parent: QWidget) -> QTableWidget:
    table = QTableWidget(len(cells), 3, parent)
    table.setHorizontalHeaderLabels([_("Cell"), _("Text"), _("What is wrong")])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setStyleSheet("QTableWidget::item { padding: 0 8px; }")
    table.horizontalHeader().setMinimumHeight(32)
    table.setTabKeyNavigation(False)
    for row, one in enumerate(cells):
        for column, text in enumerate((one.where, one.text, one.sentence)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
        table.setRowHeight(row, _ROW)
    table.setColumnWidth(0, 190)
    table.setColumnWidth(1, 120)
    table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
