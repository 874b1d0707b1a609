"""The roster as Qt's tables see it: for selection, screen readers and tool tips."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clinicmgr.schedule.gui.roster_view import CellView, RosterView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole})


class RosterModel(QAbstractTableModel):
    """Hands out the frozen values of a view and nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = RosterView()

    def show_roster(self, view: RosterView) -> bool:
        """Show another view; True if rows or columns are others than before."""
        old, same = self.view, _same_shape(self.view, view)
        if not same:
            self.beginResetModel()
        self.view = view
        if not same:
            self.endResetModel()
        elif view.rows and view.days and old != view:
            last = self.index(len(view.rows) - 1, len(view.days) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(view.rows) - 1)
        return not same

    def cell(self, row: int, column: int) -> CellView:
        """A cell; IndexError if there is none."""
        return self.view.rows[row].cells[column]

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.view.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.view.days)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.view.rows[index.row()].kind == "group":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role in _TEXTS:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Vertical:
            return self.view.rows[section].tip or None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.view.rows[section].spoken
        head = self.view.days[section]
        return ", ".join(part for part in (head.name, head.note) if part)


def _same_shape(one: RosterView, other: RosterView) -> bool:
    return [row.key for row in one.rows] == [row.key for row in other.rows] and [
        head.day for head in one.days
    ] == [head.day for head in other.days]
