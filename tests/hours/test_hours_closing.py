"""Pay periods: everybody signs, the database locks, later corrections are paid with the next."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from clinicmgr.clinic import opened
from clinicmgr.hours.records import (
    AdjustmentDraft,
    AdjustmentKind,
    DifferentialDraft,
    PayRules,
    PeriodKind,
    Rounding,
    StretchDraft,
)
from clinicmgr.kernel.access import Actor, Right
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.domain import Urgency
from clinicmgr.kernel.errors import UserError
from clinicmgr.staff.records import LeaveDraft, LeaveKind

TODAY = date(2026, 11, 18)
MONDAY, SUNDAY = date(2026, 11, 2), date(2026, 11, 15)
DAY = timedelta(days=1)


@pytest.fixture
def signed(hours, crew, typed):
    hours.take_plan(MONDAY, SUNDAY)
    typed(crew.bob, MONDAY, "8-18")
    hours.closing.sign(MONDAY, {crew.ann: "Ann Lee", crew.bob: "B. M."})
    return hours


@pytest.fixture
def locked(signed):
    signed.closing.lock(MONDAY)
    return signed


def test_everybody_signs_before_the_period_is_locked(hours, crew, typed):
    hours.take_plan(MONDAY, SUNDAY)
    with pytest.raises(UserError, match="1 person has not signed yet: Ann Lee"):
        hours.closing.lock(MONDAY)
    hours.closing.sign(MONDAY, {crew.ann: "Ann Lee"})
    period = hours.closing.lock(SUNDAY)
    assert (period.first, period.last, period.locked_on) == (MONDAY, SUNDAY, TODAY)
    sheet = hours.timesheet(crew.ann, MONDAY, SUNDAY)
    assert (sheet.sign_off.signed_by, sheet.sign_off.regular_minutes) == ("Ann Lee", 10 * 480)


def test_a_period_that_still_runs_or_lacks_an_end_is_not_locked(hours, crew, typed):
    with pytest.raises(UserError, match="ends on Nov 29, 2026"):
        hours.closing.lock(TODAY)
    typed(crew.ann, MONDAY, "8-?")
    with pytest.raises(UserError, match="Ann Lee: the end of work on Nov 2 is missing"):
        hours.closing.sign(MONDAY, {crew.ann: "Ann"})


def test_a_change_after_the_signature_asks_for_a_new_one(signed, crew, typed):
    typed(crew.bob, MONDAY + DAY, "8-12")
    sheets = {one.member_id: one for one in signed.timesheets(MONDAY, SUNDAY)}
    assert sheets[crew.bob].sign_off is None
    assert sheets[crew.ann].sign_off is not None


def test_what_is_locked_is_never_changed(clinic, locked, crew, typed):
    for change in ("", "8-12 # late thought"):
        with pytest.raises(UserError, match="locked on Nov 18, 2026"):
            typed(crew.ann, MONDAY, change)
    assert locked.take_plan(MONDAY, SUNDAY) == 0
    with pytest.raises(UserError, match="is locked since"):
        locked.closing.unsign(MONDAY, [crew.ann])
    with pytest.raises(UserError, match="choose a day after it"):
        locked.paying.set_rules(SUNDAY, PayRules(rounding=Rounding.QUARTER))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE hours_stretch SET start = 0 WHERE day = '2026-11-02'",
        "DELETE FROM hours_stretch WHERE day = '2026-11-02'",
        "UPDATE hours_stretch SET period_id = NULL",
        (
            "INSERT INTO hours_stretch (member_id, day, start, break_minutes, source, note) "
            "SELECT member_id, '2026-11-08', 0, 0, 'typed', '' FROM hours_stretch LIMIT 1"
        ),
        "UPDATE hours_stretch SET day = '2026-11-09' WHERE day = '2026-11-16'",
        "UPDATE hours_period SET locked_on = NULL",
        "UPDATE hours_sign_off SET regular_minutes = 0",
        "DELETE FROM hours_sign_off",
        (
            "INSERT INTO hours_adjustment (member_id, day, minutes, kind, reason, paid_on, by) "
            "SELECT member_id, day, 60, 'regular', 'x', '2026-11-10', 'x' "
            "FROM hours_stretch LIMIT 1"
        ),
    ],
)
def test_the_database_itself_refuses_to_touch_locked_rows(clinic, locked, crew, typed, statement):
    typed(crew.ann, date(2026, 11, 16), "8-12")
    anything = Right("test", "Test")
    with (
        pytest.raises(IntegrityError, match="the log is only amended"),
        clinic.journal.change("Around the service", anything) as db,
    ):
        db.execute(text(statement))


def test_the_lock_is_taken_back_on_the_same_day_only(clinic, locked, crew, typed):
    clinic.journal.undo()
    assert not locked.period_of(MONDAY).is_locked
    assert {one.period_id for one in locked.stretches(MONDAY, SUNDAY)} == {None}
    clinic.journal.redo()
    assert locked.period_of(MONDAY).is_locked
    clinic.close()
    tomorrow = FixedClock(datetime(2026, 11, 19, 9, 0))
    with opened(clinic.practice.path, tomorrow, Actor("Dana")) as again:
        with pytest.raises(UserError, match="taken back on the same day only"):
            again.journal.undo()
        assert again.hours.period_of(MONDAY).is_locked
        assert again.journal.verify() == []


def test_nothing_older_is_undone_behind_the_lock(clinic, locked):
    entries = clinic.journal.history()
    typing = next(one for one in entries if one.title == "Hours of Bob Marsh on Nov 2")
    with pytest.raises(UserError, match="changed again since"):
        clinic.journal.undo_entry(typing.id)
    assert len(locked.stretches(MONDAY, MONDAY)) == 2


def test_a_later_correction_is_paid_with_the_next_period(clinic, locked, crew):
    draft = AdjustmentDraft(crew.ann, MONDAY, 90, "stayed for the inspection")
    locked.adjusting.add(draft)
    sheet = locked.timesheet(crew.ann, SUNDAY + DAY, SUNDAY + 14 * DAY)
    (adjustment,) = sheet.adjustments
    assert (adjustment.paid_on, adjustment.by) == (SUNDAY + DAY, "Dana")
    assert (sheet.worked, sheet.paid_regular, sheet.pay.adjustments) == (0, 90, 3000)
    with pytest.raises(UserError, match="Say why"):
        locked.adjusting.add(AdjustmentDraft(crew.ann, MONDAY, 90, " "))
    with pytest.raises(UserError, match="Nov 16 is not locked; correct its hours themselves"):
        locked.adjusting.add(AdjustmentDraft(crew.ann, SUNDAY + DAY, 30, "x"))
    locked.adjusting.remove(adjustment.id)
    assert locked.adjusting.paid_between(MONDAY, TODAY) == []


def test_adjusted_overtime_is_paid_as_overtime(locked, crew):
    locked.adjusting.add(AdjustmentDraft(crew.ann, MONDAY, 60, "meeting", AdjustmentKind.OVERTIME))
    sheet = locked.timesheet(crew.ann, SUNDAY + DAY, SUNDAY + 14 * DAY)
    assert (sheet.paid_overtime, sheet.pay.total) == (60, 3000)


def test_leave_entered_after_the_lock_is_told(clinic, locked, crew):
    assert not locked.timesheet(crew.ann, MONDAY, SUNDAY).differs_from_paid
    clinic.staff.add_leave(LeaveDraft(crew.ann, MONDAY, MONDAY, LeaveKind.SICK))
    assert locked.timesheet(crew.ann, MONDAY, SUNDAY).differs_from_paid


def test_what_waits_for_the_manager_is_said(clinic, hours, crew, typed):
    assert hours.due(TODAY) == []
    hours.take_plan(MONDAY, SUNDAY)
    typed(crew.bob, date(2026, 11, 17), "8-?")
    missing, period = hours.due(TODAY)
    assert missing.sentence == "Bob Marsh came at 8:00 AM on Nov 17; when work ended is missing."
    assert (missing.urgency, missing.ref) == (Urgency.OVERDUE, (crew.bob, date(2026, 11, 17)))
    assert period.sentence == "The pay period Nov 2–15 ended 3 days ago and is not signed off."
    assert (period.urgency, period.ref) == (Urgency.TODAY, MONDAY)
    hours.closing.sign(MONDAY, {crew.ann: "Ann"})
    hours.closing.lock(MONDAY)
    assert [one.ref for one in hours.due(TODAY)] == [(crew.bob, date(2026, 11, 17))]
    assert hours.names()["period_id"] == {hours.period_of(MONDAY).id: "Nov 2–15"}


def test_pay_rules_hold_from_their_day_on(hours, crew, typed):
    hours.paying.set_rules(
        date(2026, 11, 16), PayRules(PeriodKind.WEEKLY, rounding=Rounding.QUARTER, daily_limit=480)
    )
    typed(crew.ann, MONDAY, "8:07-17:08")
    typed(crew.ann, date(2026, 11, 16), "8:07-17:08")
    before = hours.timesheet(crew.ann, MONDAY, MONDAY)
    after = hours.timesheet(crew.ann, date(2026, 11, 16), date(2026, 11, 16))
    assert (before.worked, before.overtime) == (541, 0)
    assert (after.worked, after.overtime) == (555, 75)
    periods = [(one.first, one.last) for one in hours.periods(MONDAY, date(2026, 11, 24))]
    assert periods == [
        (MONDAY, SUNDAY),
        (date(2026, 11, 16), date(2026, 11, 22)),
        (date(2026, 11, 23), date(2026, 11, 29)),
    ]
    hours.paying.remove_rules(date(2026, 11, 16))
    assert hours.period_of(TODAY).last == date(2026, 11, 29)


def test_overtime_knows_the_days_of_the_week_before_the_period(hours, crew, typed):
    hours.paying.set_rules(date(2026, 10, 1), PayRules(PeriodKind.SEMIMONTHLY))
    for number in range(5):  # Nov 16 is a Monday, so take the week of Nov 30
        typed(crew.ann, date(2026, 10, 26) + number * DAY, "8-16")
    typed(crew.ann, date(2026, 10, 31), "8-10")
    typed(crew.ann, date(2026, 11, 1), "8-11")
    first = hours.timesheet(crew.ann, date(2026, 10, 16), date(2026, 10, 31))
    second = hours.timesheet(crew.ann, date(2026, 11, 1), date(2026, 11, 15))
    assert (first.overtime, second.overtime) == (120, 180)


def test_a_differential_is_paid_from_its_day_and_ended_rather_than_changed(
    clinic, hours, crew, typed
):
    night = DifferentialDraft("Night", 22 * 60, 6 * 60, percent=10, from_day=MONDAY)
    differential = hours.paying.add_differential(night)
    typed(crew.cy, MONDAY - DAY, "22-6")
    typed(crew.cy, MONDAY, "22-6")
    sheet = hours.timesheet(crew.cy, MONDAY, SUNDAY)
    # The six hours after midnight belong to the night that began before the differential did.
    assert sheet.differentials == {differential: 480}
    assert sheet.pay.differentials == 8 * 400
    hours.closing.sign(MONDAY, {crew.cy: "Cy"})
    hours.closing.lock(MONDAY)
    kept = hours.paying.differentials()[0].draft()
    with pytest.raises(UserError, match="Night was paid until Nov 15"):
        hours.paying.change_differential(differential, replace(kept, percent=12))
    hours.paying.change_differential(differential, replace(kept, to_day=TODAY))
    with pytest.raises(UserError, match="locked until"):
        hours.paying.remove_differential(differential)


@pytest.mark.parametrize(
    "draft, sentence",
    [
        (DifferentialDraft("", 0, 60, cents=100), "Give the differential a name"),
        (DifferentialDraft("E", 0, 60), "one of the two"),
        (DifferentialDraft("E", 0, 60, cents=1, percent=1), "one of the two"),
        (DifferentialDraft("E", 0, 60, (), cents=1), "at least one weekday"),
        (DifferentialDraft("E", 0, 60, cents=-5), "amount an hour cannot be right"),
    ],
)
def test_a_differential_that_cannot_be_paid_is_refused(hours, draft, sentence):
    with pytest.raises(UserError, match=sentence):
        hours.paying.add_differential(draft)


def test_stretches_over_the_new_year_are_found_by_their_day(hours, crew):
    hours.edit(add=[StretchDraft(crew.ann, date(2025, 12, 31), 1320, 1560)])
    sheet = hours.timesheet(crew.ann, date(2026, 1, 1), date(2026, 1, 1))
    assert (sheet.worked, sheet.lines[0].stretches) == (120, ())
