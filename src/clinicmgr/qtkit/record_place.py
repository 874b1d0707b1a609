"""Where the reader of a table stands: selected records, focus and scroll place, all by id."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from clinicmgr.qtkit.record_table import RecordTable

_FLAG = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a table that can be found again after the rows have changed."""

    selected: Sequence[Any]
    current: Hashable
    top: Hashable
    offset: int

    @classmethod
    def of(cls, table: RecordTable) -> Place:
        """Where the reader of the table stands now."""
        row = table.rowAt(0)
        if row < 0:
            return cls(table.selected_ids(), table.current_id(), None, 0)
        offset = table.rowViewportPosition(row)
        return cls(table.selected_ids(), table.current_id(), table.records.id_at(row), offset)

    def restore(self, table: RecordTable, *, scroll: bool) -> None:
        """Stand there again, as far as the records are still shown."""
        mark(table, self.selected, self.current)
        row = None if self.top is None else table.records.row_of(self.top)
        if scroll and row is not None:
            table.executeDelayedItemsLayout()
            high = table.verticalHeader().defaultSectionSize()
            table.verticalScrollBar().setValue(row * high - self.offset)


def mark(table: RecordTable, ids: Iterable[Hashable], current: Hashable) -> None:
    """Select these records and give one the focus, without scrolling."""
    records = table.records
    selection = QItemSelection()
    last = len(records.columns) - 1
    for row in map(records.row_of, ids):
        if row is not None:
            selection.select(records.index(row, 0), records.index(row, last))
    row = None if current is None else records.row_of(current)
    if row is not None:
        index = records.index(row, table.first_column())
        table.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
    table.selectionModel().select(selection, _FLAG.ClearAndSelect)
