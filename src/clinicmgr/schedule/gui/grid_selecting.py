"""Extending the selection from the cell where it began, however the cursor came there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from clinicmgr.schedule.gui.grid_cells import Block
from clinicmgr.schedule.gui.roster_model import Index

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid

_FLAGS = QItemSelectionModel.SelectionFlag
_ACTIONS = QAbstractItemView.CursorAction
_WAYS = {
    Qt.Key.Key_Up: _ACTIONS.MoveUp,
    Qt.Key.Key_Down: _ACTIONS.MoveDown,
    Qt.Key.Key_Left: _ACTIONS.MoveLeft,
    Qt.Key.Key_Right: _ACTIONS.MoveRight,
    Qt.Key.Key_Home: _ACTIONS.MoveHome,
    Qt.Key.Key_End: _ACTIONS.MoveEnd,
    Qt.Key.Key_PageUp: _ACTIONS.MovePageUp,
    Qt.Key.Key_PageDown: _ACTIONS.MovePageDown,
}


class GridSelecting:
    """Remembers the first cell of a selection; Qt forgets it when a program moves the cursor."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self._anchor = QPersistentModelIndex()
        self._extending = False
        grid.selectionModel().currentChanged.connect(self._moved)

    def block(self) -> Block:
        """The rows (without headings) and columns of the selection, or of the current cell."""
        chosen = self._grid.selectionModel().selectedIndexes()
        current = self._grid.currentIndex()
        if not chosen and current.isValid():
            chosen = [current]
        view = self._grid.view
        rows = sorted({one.row() for one in chosen})
        columns = sorted({one.column() for one in chosen})
        return [row for row in rows if view.rows[row].kind != "group"], columns

    def select(self, block: Block, current: tuple[int, int] | None = None) -> None:
        """Select the cells between the corners of a block; one of them is the current cell."""
        grid, (rows, columns) = self._grid, block
        first = grid.roster.index(rows[0], columns[0])
        last = grid.roster.index(rows[-1], columns[-1])
        at = grid.roster.index(*current) if current is not None else first
        if first.isValid() and last.isValid() and at.isValid():
            grid.selectionModel().setCurrentIndex(at, _FLAGS.ClearAndSelect)
            self._anchor = QPersistentModelIndex(first)
            grid.selectionModel().select(QItemSelection(first, last), _FLAGS.ClearAndSelect)
            grid.scrollTo(at)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Shift with an arrow, Home, End or a page key extends; True if it did."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None or not shifted:
            return False
        index = self._grid.cell_towards(way, event.modifiers())
        if index.isValid():
            self.extend(index)
        return True

    def extend(self, index: Index) -> None:
        """Select from where the selection began to a cell, which is the current one then."""
        grid = self._grid
        first = self._anchor if self._anchor.isValid() else grid.currentIndex()
        self._extending = True
        try:
            grid.selectionModel().setCurrentIndex(index, _FLAGS.NoUpdate)
        finally:
            self._extending = False
        start = grid.roster.index(first.row(), first.column())
        grid.selectionModel().select(QItemSelection(start, index), _FLAGS.ClearAndSelect)
        grid.scrollTo(index)

    def _moved(self, now: Index, _was: Index) -> None:
        dragging = self._grid.state() is QAbstractItemView.State.DragSelectingState
        if not self._extending and not dragging:
            self._anchor = QPersistentModelIndex(now)
