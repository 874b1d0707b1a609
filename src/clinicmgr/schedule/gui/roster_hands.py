"""What hands do on the grid: each typing, drop, paste or key becomes one named change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import ngettext
from clinicmgr.schedule.gui.candidates import draft_for, waiting_shift
from clinicmgr.schedule.gui.entering import Edit, typed
from clinicmgr.schedule.gui.grid_blocks import GridBlocks
from clinicmgr.schedule.gui.grid_carrying import Carrying
from clinicmgr.schedule.gui.grid_cells import Block, Cells
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import RosterView, RowView
from clinicmgr.schedule.gui.shift_drag import Carried, Verdict
from clinicmgr.schedule.records import Gap, Shift, ShiftDraft
from clinicmgr.schedule.service import Schedule


class RosterHands:
    """Turns cells into drafts and hands them to the schedule. Raises UserError where it refuses.

    `material` and `view` answer with what is shown at the moment; `position` is the one position
    that the filter leaves, if it is one.
    """

    def __init__(
        self,
        schedule: Schedule,
        material: Callable[[], RosterMaterial],
        view: Callable[[], RosterView],
        position: Callable[[], int | None],
    ) -> None:
        self._schedule = schedule
        self._material = material
        self.cells = Cells(material, view, position)
        self.blocks = GridBlocks(self.cells, self._keep, schedule.shift)
        self._carrying = Carrying(self.cells)
        self.read_only = ""

    def refusal(self) -> str:
        """Why nothing can be changed at the moment; empty: it can."""
        return self.read_only

    def shift(self, shift_id: int) -> Shift | None:
        """A shift that is shown; None if it is not."""
        return self._material().shift(shift_id)

    # Typing and dragging

    def enter(self, row: RowView, day: date, text: str) -> None:
        """Make the shifts of a cell those that were typed; an empty text removes them."""
        target = self.cells.target(*self.cells.at(row, day))
        self._keep(typed(self._material(), target, text))

    def enter_all(self, block: Block, text: str) -> None:
        """Type the same into every cell of a block."""
        self._require_writable()
        self.blocks.type(block, text)

    def verdict(self, carried: Carried, row: int, column: int, *, copies: bool) -> Verdict:
        """What dropping the shifts with the held one on a cell would break, the worst first."""
        return self._carrying.verdict(carried, row, column, copies=copies)

    def drop(self, carried: Carried, row: int, column: int, *, copies: bool) -> Block:
        """Move the shifts with the held one to a cell, or copy them; returns where they are."""
        self._require_writable()
        edit, title, landing = self._carrying.edit(carried, row, column, copies=copies)
        self._keep(edit, title)
        return landing

    # Shifts

    def lock(self, ids: Iterable[int], *, locked: bool) -> None:
        """Keep shifts from being changed, or let them be changed again."""
        self._require_writable()
        (self._schedule.lock_shifts if locked else self._schedule.unlock_shifts)(ids)

    def make_open(self, ids: Iterable[int]) -> None:
        """Take shifts from the people who have them; somebody else may be found for them."""
        self._require_writable()
        shifts = self._material().some(set(ids))
        change = {one.id: replace(one.draft(), member_id=None) for one in shifts}
        title = ngettext("Make {count} shift open", "Make {count} shifts open", len(change))
        self._schedule.edit(change=change, title=title.format(count=len(change)))

    def assign(self, shift_id: int, member_id: int) -> None:
        """Give a shift to somebody."""
        self._require_writable()
        shift = self._schedule.shift(shift_id)
        self._schedule.edit(change={shift_id: replace(shift.draft(), member_id=member_id)})

    def add(self, draft: ShiftDraft) -> int:
        """Add a shift; returns its id."""
        self._require_writable()
        return self._schedule.add_shift(draft)

    def remove(self, ids: Sequence[int]) -> None:
        """Remove shifts."""
        self._require_writable()
        self._schedule.remove_shifts(ids)

    def fill_gap(self, gap: Gap, member_id: int) -> None:
        """Close a gap with somebody: by an open shift that waits there, or a new shift."""
        self._require_writable()
        material = self._material()
        waiting = waiting_shift(material, gap)
        if waiting is not None:
            self.assign(waiting.id, member_id)
        else:
            self._schedule.add_shift(draft_for(material, gap, member_id))

    def change(self, shift_id: int, draft: ShiftDraft) -> None:
        """Keep a shift as the panel has it."""
        self._require_writable()
        self._schedule.change_shift(shift_id, draft)

    def change_many(self, change: dict[int, ShiftDraft], title: str) -> None:
        """Keep many shifts as the panel of a bulk change has them."""
        self._keep(Edit(change=change), title)

    # Notes

    def note(self, member_id: int | None, day: date) -> str:
        """The note of a person's day, or of the day itself; empty: none."""
        return self._schedule.notes.text(member_id, day)

    def write_note(self, member_id: int | None, day: date, text: str) -> None:
        """Keep the note of a person's day; an empty text removes it."""
        self._require_writable()
        self._schedule.notes.write(member_id, day, text)

    def _keep(self, edit: Edit, title: str | None = None) -> None:
        self._require_writable()
        if edit:
            self._schedule.edit(remove=edit.remove, add=edit.add, change=edit.change, title=title)

    def _require_writable(self) -> None:
        if self.read_only:
            raise UserError(self.read_only)
