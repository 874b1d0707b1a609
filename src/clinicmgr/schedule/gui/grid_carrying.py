"""Shifts that are carried to other cells: where they land, what they break, and the edit of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.schedule.gui.bulk_preview import preview
from clinicmgr.schedule.gui.entering import Edit
from clinicmgr.schedule.gui.grid_blocks import copied_title, moved_title
from clinicmgr.schedule.gui.grid_cells import Block, Cells
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.shift_drag import Carried, Ruling, Verdict
from clinicmgr.schedule.records import Shift, ShiftDraft, Strength, Violation

_MARKS = {Strength.NEVER: Mark.PROBLEM, Strength.AVOID: Mark.WARNING}
_PLACED = -1_000_000  # ids of shifts that are only thought of, below those of any proposal


@dataclass(frozen=True, slots=True)
class _Landing:
    """A carried shift, the cell it would land in, and the shift it would be there."""

    shift: Shift
    place: tuple[int, int]
    draft: ShiftDraft


class Carrying:
    """Judges and makes moves of one or several shifts by the same rows and days."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells

    def edit(
        self, carried: Carried, row: int, column: int, *, copies: bool
    ) -> tuple[Edit, str | None, Block]:
        """The edit, its title (None: it names itself) and the block where the shifts land."""
        landings = list(self._landings(carried, row, column))
        if not landings or len(landings) < len(carried.ids):
            raise UserError(_("Not all of these shifts fit here, or one is no longer there."))
        if copies:
            edit = Edit(add=[replace(one.draft, locked=False) for one in landings])
        else:
            edit = Edit(change={one.shift.id: one.draft for one in landings})
        title = copied_title(len(landings)) if copies else moved_title(len(landings))
        rows, columns = zip(*(one.place for one in landings), strict=True)
        block = (sorted(set(rows)), sorted(set(columns)))
        return edit, title if len(landings) > 1 else None, block

    def verdict(self, carried: Carried, row: int, column: int, *, copies: bool) -> Verdict:
        """What the move would break, cell by cell; the worst of it in a sentence."""
        landings = list(self._landings(carried, row, column))
        here = ((row, column, Ruling.IMPOSSIBLE),)
        if not landings:
            return Verdict(Ruling.IMPOSSIBLE, _("This shift is no longer there."), here)
        if len(landings) < len(carried.ids):
            words = _("Not all {count} shifts fit here.").format(count=len(carried.ids))
            return Verdict(Ruling.IMPOSSIBLE, words, here)
        locked = sum(one.shift.locked for one in landings)
        if locked and not copies:
            return Verdict(Ruling.IMPOSSIBLE, _locked(locked, len(landings)), here)
        told = list(zip(landings, self._against(landings, copies=copies), strict=True))
        rulings = [(one.place, _ruling(against)) for one, against in told]
        worst = max(told, key=lambda one: _ruling(one[1]))
        sentence = worst[1][0].sentence if _ruling(worst[1]) else self._fine(landings)
        marked = tuple((*place, ruling) for place, ruling in rulings)
        return Verdict(max(one[1] for one in rulings), sentence, marked, len(landings))

    def _landings(self, carried: Carried, row: int, column: int) -> Iterator[_Landing]:
        """Where each shift lands; those that would leave the grid are left out."""
        cells, view = self._cells, self._cells.view
        rows = cells.rows_from(0)
        by = (rows.index(row) - rows.index(carried.row), column - carried.column)
        known = {one.id: one for one in cells.material.some(carried.ids)}
        for at, beside in cells.places(carried.block):
            place = cells.moved(at, beside, by)
            for shift_id in cells.cell(at, beside).shift_ids:
                if shift_id in known and shift_id in carried.ids and place is not None:
                    shift, aim = known[shift_id], view.rows[place[0]].aim
                    draft = aim.of(replace(shift.draft(), day=view.days[place[1]].day))
                    yield _Landing(shift, place, draft)

    def _against(self, landings: list[_Landing], *, copies: bool) -> list[tuple[Violation, ...]]:
        """What speaks against each of the shifts, the others being where they land."""
        if len(landings) == 1:
            return [self._against_one(landings[0], copies=copies)]
        ids = [_PLACED - at if copies else one.shift.id for at, one in enumerate(landings)]
        drafts = [one.draft for one in landings]
        found = preview(self._cells.material, dict(zip(ids, drafts, strict=True))).broken
        return [tuple(one for one in found if shift_id in one.shift_ids) for shift_id in ids]

    def _against_one(self, one: _Landing, *, copies: bool) -> tuple[Violation, ...]:
        """What speaks against a single shift; it may make better what is not yet good."""
        material = self._cells.material
        gone = () if copies else (one.shift.id,)
        return material.reasons_against(one.draft, gone)

    def _fine(self, landings: list[_Landing]) -> str:
        first = landings[0]
        title = self._cells.view.rows[first.place[0]].title
        day = self._day(first.draft.day)
        if len(landings) > 1:
            words = ngettext("{count} shift can be there", "{count} shifts can be there",
                             len(landings))  # fmt: skip
            return words.format(count=len(landings))
        if self._cells.view.rows[first.place[0]].aim.kind != "member":
            return _("{row} on {day}").format(row=title, day=day)
        if first.draft.member_id is None:
            return _("Open shift on {day}").format(day=day)
        return _("{name} can take it on {day}").format(name=title, day=day)

    def _day(self, day: date) -> str:
        return format_day(day, "weekday", self._cells.material.settings.locale)


def _ruling(against: tuple[Violation, ...]) -> Ruling:
    mark = _MARKS.get(against[0].strength, Mark.QUIET) if against else Mark.QUIET
    return Ruling(int(mark))


def _locked(locked: int, count: int) -> str:
    if count == 1:
        return _("This shift is locked. Unlock it first.")
    words = ngettext(
        "{locked} of these shifts is locked. Unlock it first.",
        "{locked} of these shifts are locked. Unlock them first.",
        locked,
    )
    return words.format(locked=locked)
