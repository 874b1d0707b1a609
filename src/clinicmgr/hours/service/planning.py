"""Taking the plan for what was worked: in one step, and never over what is on record."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from clinicmgr.hours.records import Source, StretchDraft, Timesheet
from clinicmgr.schedule.records import Shift


def planned_drafts(
    sheets: Collection[Timesheet], days: Collection[date], today: date
) -> list[StretchDraft]:
    """Return a stretch for each shift of a day without hours and without leave, up to today."""
    return [
        _draft(shift)
        for sheet in sheets
        for line in sheet.lines
        if line.day in days and line.day <= today and line.leave is None and not line.stretches
        for shift in line.shifts
    ]


def _draft(shift: Shift) -> StretchDraft:
    return StretchDraft(
        shift.member_id or 0,
        shift.day,
        shift.start,
        shift.end,
        shift.break_minutes,
        shift.position_id,
        Source.PLAN,
    )
