"""Who is in: what the manager reads at a glance when the window opens."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from clinicmgr.kernel.clock import FixedClock
from clinicmgr.staff.records import LeaveKind
from clinicmgr.today import rules
from clinicmgr.today.records import FirstStep, Place

TODAY = date(2026, 11, 18)
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)


def clock_at(hour, minute=0, day=TODAY):
    return datetime(day.year, day.month, day.day, hour, minute)


def states(found):
    return {one.name: one.place for one in found.people}


def test_a_morning_tells_who_is_in_who_comes_later_and_who_has_left(practice):
    practice.shift(practice.ann, TODAY, 8, 16, room_id=practice.exam)
    practice.shift(practice.bob, TODAY, 12, 20)
    practice.shift(practice.cy, TODAY, 6, 9)
    found = practice.today().presence(TODAY, clock_at(9))
    assert states(found) == {
        "Ann Lee": Place.NOW, "Bob Roy": Place.LATER, "Cy Fox": Place.GONE,
    }  # fmt: skip
    ann = found.people[0]
    assert (ann.room, ann.phone, ann.start, ann.end) == ("Exam 1", "555-0101", 480, 960)
    assert found.count() == 3
    assert found.count(Place.NOW) == 1
    assert found.staff_count == 4


def test_positions_come_in_their_order_and_people_in_order_of_time(practice):
    practice.shift(practice.bob, TODAY, 8, 16)
    practice.shift(practice.ann, TODAY, 7, 15)
    practice.shift(practice.eve, TODAY, 9, 17)
    found = practice.today().presence(TODAY, clock_at(9))
    assert [(crew.position.code, [one.name for one in crew.people]) for crew in found.crews] == [
        ("RN", ["Eve Orr"]),
        ("MA", ["Ann Lee", "Bob Roy"]),
    ]


def test_a_night_shift_of_yesterday_is_still_in_until_it_ends(practice):
    practice.shift(practice.eve, YESTERDAY, 22, 30)
    today = practice.today()
    found = today.presence(TODAY, clock_at(5, 59))
    assert states(found) == {"Eve Orr": Place.NOW}
    assert found.people[0].is_from_yesterday
    assert (found.people[0].start, found.people[0].end) == (-120, 360)
    assert states(today.presence(TODAY, clock_at(6))) == {"Eve Orr": Place.GONE}


def test_a_shift_that_ends_at_midnight_is_not_of_the_next_day(practice):
    practice.shift(practice.eve, YESTERDAY, 16, 24)
    assert practice.today().presence(TODAY, clock_at(9)).people == ()


def test_somebody_with_two_shifts_is_one_person(practice):
    practice.shift(practice.ann, TODAY, 8, 12)
    practice.shift(practice.ann, TODAY, 13, 17)
    found = practice.today().presence(TODAY, clock_at(9))
    assert len(found.people) == 2
    assert found.count() == 1


def test_who_is_on_sick_leave_is_not_in_even_with_a_shift_on_the_roster(practice):
    shift_id = practice.shift(practice.ann, TODAY, 8, 16, room_id=practice.exam)
    practice.leave(practice.ann, TODAY, TODAY)
    found = practice.today().presence(TODAY, clock_at(9))
    assert found.people == ()
    (off,) = found.absences
    assert (off.name, off.leave.kind, off.phone) == ("Ann Lee", LeaveKind.SICK, "555-0101")
    assert [one.shift.id for one in off.shifts] == [shift_id]
    (open_,) = found.uncovered
    assert open_.shift_id == shift_id
    assert open_.sentence == (
        "Ann Lee is off (sick leave) and still has this shift: "
        "Medical assistant, 8:00 AM–4:00 PM, Exam 1"
    )


def test_who_is_sick_stands_before_who_is_on_vacation(practice):
    practice.leave(practice.ann, TODAY, TOMORROW, LeaveKind.ANNUAL)
    practice.leave(practice.cy, TODAY, TODAY)
    found = practice.today().presence(TODAY, clock_at(9))
    assert [one.name for one in found.absences] == ["Cy Fox", "Ann Lee"]


def test_leave_that_begins_today_does_not_end_the_night_before(practice):
    practice.shift(practice.eve, YESTERDAY, 22, 30)
    practice.leave(practice.eve, TODAY, TODAY)
    found = practice.today().presence(TODAY, clock_at(5))
    assert states(found) == {"Eve Orr": Place.NOW}
    assert [one.name for one in found.absences] == ["Eve Orr"]


def test_leave_of_yesterday_keeps_nobody_from_today_but_from_the_night_into_it(practice):
    practice.shift(practice.eve, YESTERDAY, 22, 30)
    practice.shift(practice.ann, TODAY, 8, 16)
    practice.leave(practice.eve, YESTERDAY, YESTERDAY)
    found = practice.today().presence(TODAY, clock_at(9))
    assert states(found) == {"Ann Lee": Place.NOW}
    assert found.absences == ()


def test_uncovered_demand_is_said_with_position_number_and_time(practice):
    practice.need(practice.ma, TODAY, 8, 16, 2)
    practice.shift(practice.ann, TODAY, 8, 12)
    found = practice.today().presence(TODAY, clock_at(9))
    assert [one.sentence for one in found.uncovered] == [
        "1 × Medical assistant missing, 8:00 AM–12:00 PM",
        "2 × Medical assistant missing, 12:00 PM–4:00 PM",
    ]


def test_somebody_on_leave_covers_no_demand(practice):
    practice.need(practice.ma, TODAY, 8, 16, 1)
    practice.shift(practice.ann, TODAY, 8, 16)
    assert practice.today().presence(TODAY, clock_at(9)).uncovered == ()
    practice.leave(practice.ann, TODAY, TODAY)
    sentences = [one.sentence for one in practice.today().presence(TODAY).uncovered]
    assert "1 × Medical assistant missing, 8:00 AM–4:00 PM" in sentences


def test_an_open_shift_is_work_that_nobody_has(practice):
    shift_id = practice.shift(None, TODAY, 17, 20)
    found = practice.today().presence(TODAY, clock_at(9))
    assert found.people == ()
    assert [(one.shift_id, one.sentence) for one in found.uncovered] == [
        (shift_id, "Open shift that nobody has yet: Medical assistant, 5:00 PM–8:00 PM")
    ]


def test_a_closed_day_says_why_and_needs_nobody(practice):
    practice.need(practice.ma, TODAY, 8, 16, 1)
    practice.clinic.schedule.close_day(TODAY, "Staff outing")
    found = practice.today().presence(TODAY, clock_at(9))
    assert (found.closed, found.uncovered) == ("Staff outing", ())
    assert rules.summary(found, is_today=True) == "Closed: Staff outing"


def test_the_day_in_one_line(practice):
    practice.need(practice.ma, TODAY, 8, 16, 2)
    practice.shift(practice.ann, TODAY, 8, 16)
    practice.shift(practice.cy, TODAY, 12, 20)
    practice.leave(practice.bob, TODAY, TODAY)
    found = practice.today().presence(TODAY, clock_at(9))
    words = rules.summary(found, is_today=True)
    assert words == "2 people work, 1 in now, 1 is off, 1 thing not covered"
    assert rules.summary(replace(found, uncovered=()), is_today=False) == (
        "2 people work, 1 is off, everything is covered"
    )


@pytest.mark.parametrize(
    "day, now, state",
    [
        (TODAY, clock_at(9, day=TOMORROW), Place.GONE),
        (TOMORROW, clock_at(9), Place.LATER),
    ],
)
def test_another_day_lies_wholly_before_or_behind_now(practice, day, now, state):
    practice.shift(practice.ann, day, 8, 16)
    assert states(practice.today().presence(day, now)) == {"Ann Lee": state}


def test_the_same_day_a_minute_later_needs_no_reading(practice):
    practice.shift(practice.ann, TODAY, 8, 16)
    found = practice.today().presence(TODAY, clock_at(7, 59))
    assert states(found) == {"Ann Lee": Place.LATER}
    assert states(found.at(clock_at(8))) == {"Ann Lee": Place.NOW}


AUTUMN = date(2026, 11, 1)  # the clocks go back at 2:00 in the night to this Sunday
SPRING = date(2026, 3, 8)


@pytest.mark.parametrize("sunday, hours", [(AUTUMN, 9), (SPRING, 7), (date(2026, 10, 25), 8)])
def test_the_night_in_which_the_clocks_change_counts_the_hours_really_worked(
    practice, sunday, hours
):
    saturday = sunday - timedelta(1)
    practice.shift(practice.eve, saturday, 22, 30)
    today = practice.today(clock=FixedClock(clock_at(9, day=sunday)))
    assert states(today.presence(sunday, clock_at(3, day=sunday))) == {"Eve Orr": Place.NOW}
    assert today.weeks(saturday)[-1].rostered_minutes == hours * 60


def test_twelve_weeks_end_with_the_week_of_the_day(practice):
    monday = date(2026, 11, 16)
    practice.need(practice.ma, TODAY, 8, 10, 3)
    practice.shift(practice.ann, TODAY, 8, 16, break_minutes=30)
    practice.shift(practice.bob, TODAY, 8, 16)
    practice.shift(practice.cy, TODAY - timedelta(14), 8, 12)
    practice.shift(practice.cy, monday + timedelta(7), 8, 12)
    practice.shift(None, TODAY, 8, 16)
    practice.leave(practice.bob, TODAY, TODAY + timedelta(3))
    weeks = practice.today().weeks(TODAY)
    assert [week.first for week in weeks] == [monday - timedelta(7 * n) for n in range(11, -1, -1)]
    last, holiday, before = weeks[-1], weeks[-2], weeks[-3]
    assert last.rostered_minutes == 450  # Bob is sick, and the open shift is nobody's
    assert last.uncovered_minutes == 2 * 120
    assert last.sick_days == 1  # the practice works on Wednesday only
    assert (before.rostered_minutes, before.uncovered_minutes) == (240, 3 * 120)
    assert holiday.uncovered_minutes == 0  # Veterans Day
    assert weeks[0].rostered_minutes == 0


def test_a_new_practice_is_told_what_it_lacks(clinic, practice):
    steps = practice.today().first_steps()
    assert [step for step, done in steps.items() if not done] == [
        FirstStep.DEMAND, FirstStep.ROSTER,
    ]  # fmt: skip
    practice.need(practice.ma, TODAY, 8, 16, 1)
    practice.shift(practice.ann, TOMORROW, 8, 16)
    assert all(practice.today().first_steps().values())
