"""Typing in a roster grid: the editor over the current cell, and where to go on after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.cell_editor import CellEditor, Commit
from clinicmgr.schedule.gui.grid_cells import Block

if TYPE_CHECKING:
    from clinicmgr.schedule.gui.hands import Hands
    from clinicmgr.schedule.gui.roster_grid import RosterGrid


@dataclass(frozen=True, slots=True)
class _Places:
    """A block by people and days, as its numbers may change while somebody types."""

    keys: tuple[tuple[str, int], ...]
    days: tuple[date, ...]

    def block(self, grid: RosterGrid) -> Block:
        """The block as it is shown now; what is no longer shown is left out."""
        rows = [at for at in map(grid.view.row_of, self.keys) if at >= 0]
        return rows, [at for at in map(grid.view.column_of, self.days) if at >= 0]


class GridTyping:
    """Opens the editor on a cell and remembers the cell by person and day, not by number.

    What is typed while a block is selected goes into all of it; F2 edits the current cell only.
    """

    def __init__(self, grid: RosterGrid) -> None:
        self._grid = grid
        self._place: tuple[tuple[str, int], date] | None = None
        self._filling: _Places | None = None
        self.editor = CellEditor(grid.viewport())
        self.editor.finished.connect(self._end)
        self.editor.reverted.connect(self._leave)

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
        self._filling = self._selected()
        fill = self._fill_with(hands) if self._filling is not None else None
        self.editor.open(
            grid.visualRect(index),
            grid.cell_at(index).text,
            typed,
            lambda text: hands.enter(row, day, text),
            fill,
        )
        if fill is not None and typed is not None:
            self.editor.say_hint(self._hint())

    def follow_scroll(self) -> None:
        """Stay over the cell while the grid scrolls or its columns change."""
        grid = self._grid
        if self.editor.is_open and self._place is not None:
            row, column = grid.view.row_of(self._place[0]), grid.view.column_of(self._place[1])
            self.editor.place(grid.visualRect(grid.roster.index(row, column)))

    def _selected(self) -> _Places | None:
        """The selected block; None for a single cell."""
        rows, columns = self._grid.selected_block()
        if len(rows) * len(columns) < 2:
            return None
        view = self._grid.view
        return _Places(
            tuple(view.rows[row].key for row in rows),
            tuple(view.days[column].day for column in columns),
        )

    def _fill_with(self, hands: Hands) -> Commit:
        places = self._filling

        def fill(text: str) -> None:
            if places is not None:
                hands.enter_all(places.block(self._grid), text)

        return fill

    def _hint(self) -> str:
        if self._filling is None:
            return ""
        count = len(self._filling.keys) * len(self._filling.days)
        return _("Enter types it into all {count} cells.").format(count=count)

    def _leave(self) -> None:
        """Esc: the cells stay as they are, and so does the selection."""
        self._filling = None
        self._end(0, 0)

    def _end(self, rows: int, columns: int) -> None:
        grid = self._grid
        place, self._place = self._place, None
        filled, self._filling = self._filling if self.editor.filled else None, None
        had_focus = self.editor.hasFocus()
        self.editor.close_editor()
        if had_focus:
            grid.setFocus()
        if filled is not None and had_focus:
            block = filled.block(grid)
            if block[0] and block[1]:
                grid.select_block(block)
        elif place is not None and (rows or columns):
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
