"""Leave: who is off when."""

from dataclasses import replace
from datetime import date

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.staff.records import LeaveDraft, LeaveKind

FIRST, LAST = date(2026, 11, 18), date(2026, 11, 20)


def test_entered_leave_is_seen_in_every_span_it_touches(staff, lakeside, journal):
    leave_id = staff.add_leave(LeaveDraft(lakeside.bo, FIRST, LAST, LeaveKind.SICK, "flu"))
    assert journal.undo_title == "Leave for Bo Lee, Nov 18–20"
    (leave,) = staff.leave(LAST, date(2026, 12, 31))
    assert (leave.id, leave.member_id, leave.kind.label) == (leave_id, lakeside.bo, "Sick leave")
    assert leave.covers(FIRST)
    assert leave.covers(LAST)
    assert staff.leave(date(2026, 11, 21), date(2026, 12, 31)) == []
    assert staff.leave_of(lakeside.ana) == []
    journal.undo()
    assert staff.leave(FIRST, LAST) == []


@pytest.mark.parametrize(
    "first, last, said",
    [
        (LAST, FIRST, "cannot end on Nov 18, 2026 before it begins on Nov 20, 2026"),
        (date(2026, 11, 20), date(2026, 11, 25), r"already has leave on Nov 18–20 \(Annual leave"),
        (date(2025, 5, 31), date(2025, 6, 2), "Bo Lee starts on Jun 1, 2025"),
        (date(2026, 12, 1), date(2029, 12, 1), "more than two years"),
    ],
)
def test_impossible_leave_is_refused(staff, lakeside, first, last, said):
    staff.add_leave(LeaveDraft(lakeside.bo, FIRST, LAST))
    with pytest.raises(UserError, match=said):
        staff.add_leave(LeaveDraft(lakeside.bo, first, last))
    assert len(staff.leave_of(lakeside.bo)) == 1


def test_leave_ends_with_the_employment(staff, lakeside):
    staff.end_employment(lakeside.bo, date(2026, 11, 19))
    with pytest.raises(UserError, match="Bo Lee's employment ends on Nov 19, 2026"):
        staff.add_leave(LeaveDraft(lakeside.bo, FIRST, LAST))


def test_two_people_may_be_off_at_the_same_time(staff, lakeside):
    staff.add_leave(LeaveDraft(lakeside.bo, FIRST, LAST))
    staff.add_leave(LeaveDraft(lakeside.ana, FIRST, LAST))
    assert len(staff.leave(FIRST, FIRST)) == 2


def test_leave_can_be_moved_and_canceled(staff, lakeside, journal):
    leave_id = staff.add_leave(LeaveDraft(lakeside.bo, FIRST, LAST))
    (leave,) = staff.leave_of(lakeside.bo)
    staff.change_leave(leave_id, replace(leave.draft(), last=date(2026, 11, 21)))
    assert staff.leave_of(lakeside.bo)[0].last == date(2026, 11, 21)
    staff.remove_leave(leave_id)
    assert journal.undo_title == "Cancel leave of Bo Lee, Nov 18–21"
    assert staff.leave_of(lakeside.bo) == []


def test_a_span_over_new_year_says_both_years(staff, lakeside, journal):
    staff.add_leave(LeaveDraft(lakeside.bo, date(2026, 12, 30), date(2027, 1, 2)))
    assert journal.undo_title == "Leave for Bo Lee, Dec 30, 2026 – Jan 2, 2027"
