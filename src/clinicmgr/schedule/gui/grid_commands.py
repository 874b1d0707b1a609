"""The commands of the grid: clipboard, delete, fill down, lock, open; a refusal is said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.clipboard import as_mime, drafts_of, texts_of
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_hands import Block, RosterHands


class GridCommands:
    """Does to the selected block of the grid in use what a key or a menu asks for."""

    def __init__(self, grid: Callable[[], RosterGrid], hands: RosterHands, desk: Desk) -> None:
        self._grid = grid
        self._hands = hands
        self._desk = desk

    def edit(self) -> None:
        """Type into the current cell."""
        self._grid().edit_cell()

    def copy(self) -> None:
        """Copy the block as text for a spreadsheet, and in full for this grid."""
        block = self._block()
        if block[0] and block[1]:
            made = as_mime(self._hands.texts(block), self._hands.drafts(block))
            QGuiApplication.clipboard().setMimeData(made)

    def cut(self) -> None:
        """Copy the block and remove its shifts."""
        block = self._block()
        self.copy()
        self._attempt(lambda: self._hands.clear(block, _("Cut shifts")))

    def paste(self) -> None:
        """Paste a block; what was written is selected."""
        mime = QGuiApplication.clipboard().mimeData()
        texts, drafts = texts_of(mime), drafts_of(mime)
        written: list[Block] = []
        block = self._block()
        self._attempt(lambda: written.append(self._hands.paste(block, texts, drafts)))
        if written:
            self._select(written[0])

    def fill_down(self) -> None:
        """Give the rows below the shifts of the first row of the block."""
        block = self._block()
        self._attempt(lambda: self._hands.fill_down(block))

    def remove(self) -> None:
        """Remove the shifts of the block."""
        block = self._block()
        count = len(self._hands.ids(block))
        if count and self._attempt(lambda: self._hands.clear(block)) and count > 1:
            words = ngettext("Removed {count} shift", "Removed {count} shifts", count)
            self._desk.toast(words.format(count=count), undo=True)

    def lock(self) -> None:
        """Lock the shifts of the block; where all are locked, unlock them."""
        ids, locked = self._hands.ids(self._block()), self.all_locked
        if ids:
            self._attempt(lambda: self._hands.lock(ids, locked=not locked))

    def make_open(self) -> None:
        """Take the shifts of the block from the people who have them."""
        ids = self._hands.ids(self._block())
        if ids:
            self._attempt(lambda: self._hands.make_open(ids))

    @property
    def all_locked(self) -> bool:
        """Whether every shift of the block is locked."""
        grid = self._grid()
        rows, columns = self._block()
        chips = [
            chip
            for row in rows
            for column in columns
            for chip in grid.roster.cell(row, column).look.chips
        ]
        return bool(chips) and all(chip.locked for chip in chips)

    @property
    def has_shifts(self) -> bool:
        """Whether the block has a shift."""
        return bool(self._hands.ids(self._block()))

    def _block(self) -> Block:
        return self._grid().selected_block()

    def _attempt(self, verb: Callable[[], object]) -> bool:
        return self._desk.attempt(verb)

    def _select(self, block: Block) -> None:
        grid = self._grid()
        model = grid.roster
        first = model.index(block[0][0], block[1][0])
        last = model.index(block[0][-1], block[1][-1])
        flags = QItemSelectionModel.SelectionFlag
        grid.selectionModel().setCurrentIndex(first, flags.ClearAndSelect)
        grid.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect)
