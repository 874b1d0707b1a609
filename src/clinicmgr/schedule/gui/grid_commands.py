"""What the keys and menus of the grid do: they name the selected block and say what was said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.clipboard import as_mime, drafts_of, stamp_of, texts_of
from clinicmgr.schedule.gui.grid_blocks import NotUnderstoodError
from clinicmgr.schedule.gui.grid_cells import Block
from clinicmgr.schedule.gui.grid_misread import tell_misread
from clinicmgr.schedule.gui.grid_note_box import NoteBox
from clinicmgr.schedule.gui.grid_noting import choices
from clinicmgr.schedule.gui.roster_grid import RosterGrid
from clinicmgr.schedule.gui.roster_hands import RosterHands


class GridCommands:
    """Does to the selected block of the grid in use what a key or a menu asks for."""

    def __init__(self, grid: Callable[[], RosterGrid], hands: RosterHands, desk: Desk) -> None:
        self._grid = grid
        self._hands = hands
        self._blocks = hands.blocks
        self._desk = desk
        self.note_box: NoteBox | None = None

    def share(self, grids: Sequence[RosterGrid]) -> None:
        """Let what is cut in one grid be pasted in another."""
        for grid in grids[1:]:
            grid.lifted = grids[0].lifted

    def edit(self) -> None:
        """Type into the current cell."""
        self._grid().edit_cell()

    # The clipboard

    def copy(self) -> bytes:
        """Copy the block as text for a spreadsheet, and in full for this grid."""
        grid, block = self._grid(), self._block()
        if not block[0] or not block[1]:
            return b""
        if grid.lifted.put_down():
            grid.viewport().update()
        made = as_mime(self._blocks.texts(block), self._blocks.drafts(block))
        stamp = stamp_of(made)
        QGuiApplication.clipboard().setMimeData(made)
        return stamp

    def cut(self) -> None:
        """Lift the shifts of the block: pasting moves them, until then they stay."""
        grid, block = self._grid(), self._block()
        if reason := self._hands.refusal():
            self._desk.warn(reason)
            return
        stamp = self.copy()
        cells = self._hands.cells
        grid.lifted.lift(
            tuple(
                tuple(cells.cell(row, column).shift_ids for column in block[1]) for row in block[0]
            ),
            stamp,
        )
        grid.viewport().update()

    def paste(self) -> None:
        """Paste a block; what was written is selected."""
        mime = QGuiApplication.clipboard().mimeData()
        grid, written = self._grid(), list[Block]()
        lifted, block = grid.lifted, self._block()
        if lifted.shift_ids and lifted.stamp == stamp_of(mime):
            lines = lifted.lines
            if self._attempt(lambda: written.append(self._blocks.move(block, lines))):
                lifted.put_down()
        else:
            texts, drafts = texts_of(mime), drafts_of(mime)
            self._attempt(lambda: written.append(self._blocks.paste(block, texts, drafts)))
        if written:
            self._grid().select_block(written[0])

    # Filling

    def fill_down(self) -> None:
        """Give the rows below the shifts of the first row of the block."""
        block = self._block()
        self._attempt(lambda: self._blocks.fill_down(block))

    def fill_right(self) -> None:
        """Give the days beside it the shifts of the first day of the block."""
        block = self._block()
        self._attempt(lambda: self._blocks.fill_right(block))

    # Shifts

    def remove(self) -> None:
        """Remove the shifts of the block."""
        block = self._block()
        count = len(self._blocks.ids(block))
        if count and self._attempt(lambda: self._blocks.clear(block)) and count > 1:
            words = ngettext("Removed {count} shift", "Removed {count} shifts", count)
            self._desk.toast(words.format(count=count), undo=True)

    def lock(self) -> None:
        """Lock the shifts of the block; where all are locked, unlock them."""
        locked = self.all_locked
        shifts = self._hands.cells.material.some(set(self.ids()))
        ids = [one.id for one in shifts if one.locked is locked]
        if ids:
            self._attempt(lambda: self._hands.lock(ids, locked=not locked))

    def note(self) -> None:
        """Write the note of the current cell: of a shift, or of the day."""
        grid = self._grid()
        index = grid.currentIndex()
        if reason := self._hands.refusal():
            self._desk.warn(reason)
        elif index.isValid() and grid.view.rows[index.row()].kind != "group":
            row, column = index.row(), index.column()
            title = _("Note: {cell}").format(cell=self._hands.cells.named(row, column))
            self.note_box = NoteBox(title, choices(self._hands, row, column), grid.window())
            self.note_box.open()

    def make_open(self) -> None:
        """Take the shifts of the block from the people who have them."""
        ids = self.ids()
        if ids:
            self._attempt(lambda: self._hands.make_open(ids))

    def ids(self) -> list[int]:
        """The shifts of the block."""
        return self._blocks.ids(self._block())

    @property
    def all_locked(self) -> bool:
        """Whether every shift of the block is locked."""
        shifts = self._hands.cells.material.some(set(self.ids()))
        return bool(shifts) and all(one.locked for one in shifts)

    @property
    def has_shifts(self) -> bool:
        """Whether the block has a shift."""
        return bool(self.ids())

    def _block(self) -> Block:
        return self._grid().selected_block()

    def _attempt(self, verb: Callable[[], object]) -> bool:
        return self._desk.attempt(verb, refused=self._refused)

    def _refused(self, error: UserError) -> None:
        """Say the sentence; what was not understood in several cells is listed."""
        if isinstance(error, NotUnderstoodError) and len(error.cells) > 1:
            tell_misread(self._grid(), error.cells)
        else:
            self._desk.warn(error.sentence)
