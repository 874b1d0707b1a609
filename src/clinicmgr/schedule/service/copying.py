"""Copying a week of the roster to another."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Shift, ShiftDraft
from clinicmgr.schedule.rules.rotation_conflicts import missing_twins as new_ones
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.staff.records import StaffMember

__all__ = ["WEEK", "copies", "new_ones", "require_copyable"]

WEEK = timedelta(days=7)


def copies(
    shifts: Sequence[Shift], by: timedelta, people: Mapping[int, StaffMember]
) -> list[ShiftDraft]:
    """The shifts moved by some days, unlocked; those of people who do not work then are open."""
    return [_copy(shift, shift.day + by, people) for shift in shifts]


def require_copyable(shifts: Sequence[Shift], begin: date, onto: date, naming: Naming) -> None:
    """Raise a UserError unless there are two weeks and something to copy."""
    if begin == onto:
        raise UserError(_("This is the same week. Choose another week to copy to."))
    if not shifts:
        raise UserError(
            _("There are no shifts in the week of {day} to copy.").format(day=naming.day(begin))
        )


def _copy(shift: Shift, day: date, people: Mapping[int, StaffMember]) -> ShiftDraft:
    who = shift.member_id
    works = who is not None and who in people and people[who].works_on(day)
    return replace(shift.draft(), day=day, member_id=who if works else None, locked=False)
