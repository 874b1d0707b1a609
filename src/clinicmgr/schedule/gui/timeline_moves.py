"""Moving and stretching bars by quarters of an hour, and what the rules say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.schedule.gui.row_aims import Aim
from clinicmgr.schedule.gui.timeline_view import STEP, snapped
from clinicmgr.schedule.records import Shift, ShiftDraft, Strength

Part = Literal["whole", "start", "end"]
_MARKS = {Strength.NEVER: Mark.PROBLEM, Strength.AVOID: Mark.WARNING}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said about a move; one that is not `allowed` is not made."""

    mark: Mark
    sentence: str
    allowed: bool = True


def moved(shift: Shift, part: Part, minutes: float, aim: Aim | None = None) -> ShiftDraft:
    """The shift moved or stretched by so many minutes, on quarters of an hour.

    A shift is at least a quarter of an hour and at most a day long, and a break that no longer
    fits is left out. `aim` is the row it goes to.
    """
    start, end = shift.start, shift.end
    if part == "whole":
        start = snapped(start + minutes) if minutes else start
        end = start + shift.end - shift.start
    elif part == "start":
        start = max(min(snapped(start + minutes), end - STEP), end - DAY_MINUTES, 0)
    else:
        end = min(max(snapped(end + minutes), start + STEP), start + DAY_MINUTES)
    days, start_of_day = divmod(start, DAY_MINUTES)
    draft = replace(
        shift.draft(),
        day=shift.day + timedelta(days=days),
        start=start_of_day,
        end=end - days * DAY_MINUTES,
        break_minutes=shift.break_minutes if shift.break_minutes < end - start else 0,
    )
    if (draft.start, draft.end) != (shift.start, shift.end):
        draft = replace(draft, type_id=None)
    return draft if aim is None else aim.of(draft)


def judged(material: RosterMaterial, shift: Shift, draft: ShiftDraft) -> Judged:
    """What a change of a shift would break, the worst in a sentence."""
    if shift.locked:
        return Judged(Mark.PROBLEM, _("This shift is locked. Unlock it first."), allowed=False)
    against = material.reasons_against(draft, (shift.id,))
    mark = _MARKS.get(against[0].strength, Mark.QUIET) if against else Mark.QUIET
    if mark is not Mark.QUIET:
        return Judged(mark, against[0].sentence)
    if draft.member_id is None:
        return Judged(Mark.QUIET, _("Open shift"))
    return Judged(Mark.QUIET, _("No rule speaks against it"))
