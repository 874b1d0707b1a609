"""Coverage as Qt's tables see it: a line for each position, or one line for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.gui.roster_view import CoverCell, CoverRow, DayHead

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CoverageModel(QAbstractTableModel):
    """Hands out the lines of the coverage; `folded` makes one of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DayHead, ...] = ()
        self.all_rows: tuple[CoverRow, ...] = ()
        self.rows: tuple[CoverRow, ...] = ()
        self.folded = False
        self.unfolded: frozenset[int] = frozenset()

    def show_coverage(self, days: tuple[DayHead, ...], rows: tuple[CoverRow, ...]) -> None:
        """Show other days or lines."""
        shown = self._folded(days, rows) if self.folded and rows else tuple(self._unfolded(rows))
        same = len(shown) == len(self.rows) and len(days) == len(self.days)
        if not same:
            self.beginResetModel()
        self.days, self.all_rows, self.rows = days, rows, shown
        if not same:
            self.endResetModel()
        elif shown and days:
            last = self.index(len(shown) - 1, len(days) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def fold(self, folded: bool) -> None:
        """Show one line for all positions, or each of them."""
        self.folded = folded
        self.show_coverage(self.days, self.all_rows)

    def unfold(self, position_id: int) -> None:
        """Show the sites of a position below it, or put them away."""
        self.unfolded ^= {position_id}
        self.show_coverage(self.days, self.all_rows)

    def _unfolded(self, rows: tuple[CoverRow, ...]) -> Iterator[CoverRow]:
        for row in rows:
            yield row
            if row.position_id in self.unfolded:
                yield from row.parts

    def cell(self, row: int, column: int) -> CoverCell:
        """How a position is covered on a day."""
        return self.rows[row].cells[column]

    def _folded(
        self, days: tuple[DayHead, ...], rows: tuple[CoverRow, ...]
    ) -> tuple[CoverRow, ...]:
        cells = tuple(
            _together(head, [row.cells[column] for row in rows]) for column, head in enumerate(days)
        )
        return (CoverRow(0, _("Coverage"), "", 6, cells),)

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.have}/{cell.minimum}" if cell.needed else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return (cell.tip or cell.spoken) if cell.needed else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.rows[section]
            if not row.parts:
                return row.title
            is_open = row.position_id in self.unfolded
            words = _("{title}, sites shown") if is_open else _("{title}, sites folded")
            return words.format(title=row.title)
        return self.days[section].name


def _together(head: DayHead, cells: list[CoverCell]) -> CoverCell:
    """All positions of a day: those that are covered of those that are needed."""
    needed = [cell for cell in cells if cell.needed]
    gaps = tuple(gap for cell in needed for gap in cell.gaps)
    good = sum(not cell.short for cell in needed)
    spoken = ngettext(
        "{day}: {good} of {count} position covered",
        "{day}: {good} of {count} positions covered",
        len(needed),
    ).format(day=head.name, good=good, count=len(needed))
    return CoverCell(bool(needed), good, len(needed), len(needed), "", spoken, gaps)
