"""Typing in a roster grid: the editor over the current cell, and where to go on after it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from clinicmgr.schedule.gui.cell_editor import CellEditor

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.roster_grid import RosterGrid


class GridTyping:
    """Opens the editor on a cell and remembers the cell by person and day, not by number."""

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self._place: tuple[tuple[str, int], date] | None = None
        self.editor = CellEditor(grid.viewport())
        self.editor.finished.connect(self._end)
        self.editor.reverted.connect(lambda: self._end(0, 0))

    def open(self, typed: str | None) -> None:
        """Open in the current cell with its text, or with what was typed in its place."""
        grid = self._grid
        place, hands = grid.current_place(), grid.hands
        if place is None or hands is None:
            return
        if reason := hands.refusal():
            grid.refused.emit(reason)
            return
        index = grid.currentIndex()
        grid.scrollTo(index)
        row, day = grid.view.rows[index.row()], place[1]
        self._place = place
        self.editor.open(
            grid.visualRect(index),
            grid.cell_at(index).text,
            typed,
            lambda text: hands.enter(row, day, text),
        )

    def follow_scroll(self) -> None:
        """Stay over the cell while the grid scrolls or its columns change."""
        grid = self._grid
        if self.editor.is_open and self._place is not None:
            row, column = grid.view.row_of(self._place[0]), grid.view.column_of(self._place[1])
            self.editor.place(grid.visualRect(grid.roster.index(row, column)))

    def _end(self, rows: int, columns: int) -> None:
        grid = self._grid
        place, self._place = self._place, None
        had_focus = self.editor.hasFocus()
        self.editor.close_editor()
        if had_focus:
            grid.setFocus()
        if place is not None and (rows or columns):
            grid.select_place(*place)
            self._step(rows, columns)

    def _step(self, rows: int, columns: int) -> None:
        """Go on by rows and columns, over the headings."""
        grid = self._grid
        index = grid.currentIndex()
        row, column = index.row() + rows, index.column() + columns
        while 0 <= row < len(grid.view.rows) and grid.view.rows[row].kind == "group":
            row += rows
        grid.select_cell(row, column)
