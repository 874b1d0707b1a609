"""What hands do on the grid: each typing, drop, paste or key becomes one named change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.schedule.gui.candidates import draft_for, waiting_shift
from clinicmgr.schedule.gui.clipboard import Drafts, Texts
from clinicmgr.schedule.gui.entering import Edit, Target, laid, typed
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import CellView, Mark, RosterView, RowView
from clinicmgr.schedule.gui.shift_drag import Verdict
from clinicmgr.schedule.records import Gap, Shift, ShiftDraft, Strength
from clinicmgr.schedule.service import Schedule

Block = tuple[Sequence[int], Sequence[int]]
_MARKS = {Strength.NEVER: Mark.PROBLEM, Strength.AVOID: Mark.WARNING}


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
        self._view = view
        self._position = position
        self.read_only = ""

    def refusal(self) -> str:
        """Why nothing can be changed at the moment; empty: it can."""
        return self.read_only

    # One cell

    def enter(self, row: RowView, day: date, text: str) -> None:
        """Make the shifts of a cell those that were typed; an empty text removes them."""
        self._keep(typed(self._material(), self._target(row, day), text))

    def verdict(self, shift_id: int, row: RowView, day: date, *, copies: bool) -> Verdict:
        """What dropping the shift on a cell would break, the worst first."""
        shift = self._material().shift(shift_id)
        if shift is None:
            return Verdict(Mark.PROBLEM, _("This shift is no longer there."), allowed=False)
        if shift.locked and not copies:
            return Verdict(Mark.PROBLEM, _("This shift is locked. Unlock it first."), allowed=False)
        draft = replace(shift.draft(), member_id=row.member_id, day=day)
        against = self._material().reasons_against(draft, () if copies else (shift_id,))
        mark = _MARKS.get(against[0].strength, Mark.QUIET) if against else Mark.QUIET
        if mark is not Mark.QUIET:
            return Verdict(mark, against[0].sentence)
        if row.member_id is None:
            return Verdict(Mark.QUIET, _("Open shift on {day}").format(day=self._day(day)))
        sentence = _("{name} can take it on {day}").format(name=row.title, day=self._day(day))
        return Verdict(Mark.QUIET, sentence)

    def drop(self, shift_id: int, row: RowView, day: date, *, copies: bool) -> None:
        """Move the shift to a cell, or copy it there."""
        self._require_writable()
        shift = self._schedule.shift(shift_id)
        draft = replace(shift.draft(), member_id=row.member_id, day=day)
        if copies:
            self._schedule.edit(add=[replace(draft, locked=False)])
        else:
            self._schedule.edit(change={shift_id: draft})

    # Blocks of cells

    def texts(self, block: Block) -> Texts:
        """The texts of a block of rows and columns, as they are copied."""
        return [[self._cell(row, column).text for column in block[1]] for row in block[0]]

    def drafts(self, block: Block) -> Drafts:
        """The shifts of a block in full."""
        material = self._material()
        return [
            [
                tuple(one.draft() for one in material.some(self._cell(row, column).shift_ids))
                for column in block[1]
            ]
            for row in block[0]
        ]

    def clear(self, block: Block, title: str | None = None) -> int:
        """Remove the shifts of a block; returns how many."""
        ids = self.ids(block)
        self._require_writable()
        if ids:
            self._schedule.edit(remove=ids, title=title)
        return len(ids)

    def ids(self, block: Block) -> list[int]:
        """The shifts of a block."""
        return [
            shift_id
            for row in block[0]
            for column in block[1]
            for shift_id in self._cell(row, column).shift_ids
        ]

    def paste(self, block: Block, texts: Texts, drafts: Drafts | None) -> Block:
        """Type a block of texts, or lay down copied shifts; all of it or nothing.

        One copied cell fills the whole block; a larger one begins at its upper left corner.
        Returns the rows and columns that were written.
        """
        self._require_writable()
        rows, columns = self._landing(block, texts)
        high, wide = len(texts), len(texts[0])
        material, edit = self._material(), Edit()
        for number, row in enumerate(rows):
            for place, column in enumerate(columns):
                target = self._target_at(row, column)
                source = number % high, place % wide
                if drafts is not None:
                    edit.join(laid(material, target, drafts[source[0]][source[1]]))
                    continue
                try:
                    edit.join(typed(material, target, texts[source[0]][source[1]]))
                except UserError as error:
                    raise UserError(self._named(row, column, error)) from error
        count = len(edit.add) + len(edit.change)
        title = ngettext("Paste {count} shift", "Paste {count} shifts", count)
        self._keep(edit, title.format(count=count) if count else _("Paste empty cells"))
        return rows, columns

    def fill_down(self, block: Block) -> None:
        """Give every row of the block the shifts of its first row."""
        rows, columns = block
        if len(rows) < 2:
            raise UserError(_("Select the cell to copy and those below it, then fill down."))
        first: Block = (rows[:1], columns)
        self._require_writable()
        material, edit = self._material(), Edit()
        drafts = self.drafts(first)[0]
        for row in rows[1:]:
            for place, column in enumerate(columns):
                edit.join(laid(material, self._target_at(row, column), drafts[place]))
        self._keep(edit, _("Fill down"))

    def lock(self, ids: Iterable[int], *, locked: bool) -> None:
        """Keep shifts from being changed, or let them be changed again."""
        self._require_writable()
        (self._schedule.lock_shifts if locked else self._schedule.unlock_shifts)(ids)

    def make_open(self, ids: Iterable[int]) -> None:
        """Take shifts from the people who have them; somebody else may be found for them."""
        self._require_writable()
        shifts = self._some(ids)
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

    # Between cells and drafts

    def _keep(self, edit: Edit, title: str | None = None) -> None:
        self._require_writable()
        if edit:
            self._schedule.edit(remove=edit.remove, add=edit.add, change=edit.change, title=title)

    def _require_writable(self) -> None:
        if self.read_only:
            raise UserError(self.read_only)

    def _landing(self, block: Block, texts: Texts) -> Block:
        """Where a block of this size lands; UserError where it is larger than what is there."""
        if not texts or not texts[0]:
            raise UserError(_("There is nothing to paste. Copy cells first."))
        rows, columns = block
        high, wide = len(texts), len(texts[0])
        if not rows or not columns:
            raise UserError(_("Choose the cell to paste into first."))
        if len(rows) % high == 0 and len(columns) % wide == 0:
            return rows, columns
        view = self._view()
        below = [at for at in range(rows[0], len(view.rows)) if view.rows[at].kind != "group"]
        beside = list(range(columns[0], len(view.days)))
        if high > len(below) or wide > len(beside):
            raise UserError(
                _(
                    "{rows} rows by {columns} days do not fit here; from this cell on there are "
                    "{below} rows and {beside} days."
                ).format(rows=high, columns=wide, below=len(below), beside=len(beside))
            )
        return below[:high], beside[:wide]

    def _named(self, row: int, column: int, error: UserError) -> str:
        view = self._view()
        return _("{who}, {day}: {sentence} Nothing was pasted.").format(
            who=view.rows[row].title, day=view.days[column].name, sentence=error.sentence
        )

    def _target(self, row: RowView, day: date) -> Target:
        view = self._view()
        return self._target_at(view.row_of(row.key), view.column_of(day))

    def _target_at(self, row: int, column: int) -> Target:
        view = self._view()
        return Target(
            view.rows[row].member_id,
            view.days[column].day,
            self._cell(row, column).shift_ids,
            self._position(),
        )

    def _cell(self, row: int, column: int) -> CellView:
        return self._view().rows[row].cells[column]

    def _some(self, ids: Iterable[int]) -> list[Shift]:
        return self._material().some(set(ids))

    def _day(self, day: date) -> str:
        return format_day(day, "weekday", self._material().settings.locale)
