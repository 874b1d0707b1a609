"""Week plans: kept from the roster, laid down with a choice for conflicts, undone in one step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlanDraft
from clinicmgr.schedule.records.week_plans_applying import (
    Cause,
    Conflicts,
    FromDay,
    FromPlan,
    FromWeek,
    Laying,
)
from clinicmgr.staff.records import CredentialDraft, CredentialKindDraft, LeaveDraft

WEEK = timedelta(days=7)
KEEP, REPLACE = Laying(Conflicts.KEEP), Laying(Conflicts.REPLACE)
ONLY_EMPTY = Laying(Conflicts.ONLY_EMPTY)


def normal(practice: Practice) -> int:
    """The plan "Normal": Ann Monday to Wednesday, Cy at the desk, one open shift on Friday."""
    practice.schedule.edit(
        add=[
            *(
                practice.draft(practice.ann, day, 8, 16, break_minutes=30)
                for day in (MON, TUE, WED)
            ),
            practice.draft(practice.cy, MON, 7, 15),
            practice.draft(None, FRI, 8, 12, note="flu shots", room_id=practice.exam),
        ]
    )
    return practice.schedule.week_plans.keep_weeks(WED, WeekPlanDraft("Normal"))


def test_a_week_of_the_roster_is_kept_as_a_plan_with_all_it_says(practice: Practice) -> None:
    plan = practice.schedule.week_plans.plan(normal(practice))

    assert (plan.name, plan.weeks, len(plan.shifts)) == ("Normal", 1, 5)
    flu = plan.shifts[-1]
    assert (flu.weekday, flu.member_id, flu.note, flu.room_id) == (
        4,
        None,
        "flu shots",
        practice.exam,
    )
    assert plan.shifts[1].break_minutes == 30
    assert practice.clinic.journal.undo_title == "Keep week plan Normal"


def test_a_plan_is_laid_down_on_several_weeks_in_one_step_and_undone_in_one(
    practice: Practice,
) -> None:
    schedule, plan_id = practice.schedule, normal(practice)
    weeks = schedule.week_plans.weeks(MON + WEEK, 3)

    done = schedule.week_plans.apply(FromPlan(plan_id), weeks, KEEP)

    assert (len(done.add), len(done.remove), done.same, len(done.skipped)) == (15, 0, 0, 0)
    assert len(schedule.shifts(weeks[1], weeks[1] + timedelta(days=6))) == 5
    title = practice.clinic.journal.undo_title
    assert title == "Apply Normal to 3 weeks from Mon, Nov 23 on: 15 shifts"
    practice.clinic.journal.undo()
    assert schedule.shifts(weeks[0], weeks[-1] + WEEK) == []


def test_a_public_holiday_stays_empty_and_says_why(practice: Practice) -> None:
    practice.schedule.edit(add=[practice.draft(practice.ann, THU, 8, 16)])  # Nov 26: Thanksgiving
    plan_id = practice.schedule.week_plans.keep_weeks(MON, WeekPlanDraft("Thursdays"))

    done = practice.schedule.week_plans.apply(FromPlan(plan_id), [MON + WEEK], KEEP)

    assert done.add == ()
    assert [(one.cause, one.reason) for one in done.skipped] == [
        (Cause.CLOSED, "closed on Thu, Nov 26: Thanksgiving Day")
    ]


def test_the_shift_of_somebody_on_leave_is_left_out_or_made_open(practice: Practice) -> None:
    plan_id, plans = normal(practice), practice.schedule.week_plans
    leave = LeaveDraft(practice.ann, MON + WEEK, TUE + WEEK)
    practice.clinic.staff.add_leave(leave)

    done = plans.preview(FromPlan(plan_id), [MON + WEEK], KEEP)
    assert [one.draft.day for one in done.skipped] == [MON + WEEK, TUE + WEEK]
    assert {one.reason for one in done.skipped} == {"on leave from Mon, Nov 23 to Tue, Nov 24"}

    opened = plans.apply(FromPlan(plan_id), [MON + WEEK], replace(KEEP, absent_open=True))
    assert opened.skipped == ()
    assert [one.draft.member_id for one in opened.opened] == [practice.ann] * 2
    there = practice.schedule.shifts(MON + WEEK, TUE + WEEK)
    assert [one.member_id for one in there if one.start == 480] == [None, None]


def test_nobody_is_put_down_after_the_last_day_of_employment(practice: Practice) -> None:
    plan_id = normal(practice)
    practice.clinic.staff.end_employment(practice.ann, MON + WEEK)

    done = practice.schedule.week_plans.preview(FromPlan(plan_id), [MON + WEEK], KEEP)

    assert [(one.draft.day, one.cause) for one in done.skipped] == [
        (TUE + WEEK, Cause.NOT_EMPLOYED),
        (WED + WEEK, Cause.NOT_EMPLOYED),
    ]
    assert done.skipped[0].reason == "left on Mon, Nov 23"


def test_an_expired_credential_is_told_but_the_shift_is_added(practice: Practice) -> None:
    plan_id, staff = normal(practice), practice.clinic.staff
    cpr = staff.add_credential_kind(CredentialKindDraft("CPR", position_ids=(practice.fd,)))
    staff.add_credential(CredentialDraft(practice.cy, cpr, expires=SUN))

    done = practice.schedule.week_plans.preview(FromPlan(plan_id), [MON + WEEK], KEEP)

    assert len(done.add) == 5
    assert any("CPR expired" in one.sentence for one in done.warned)


def test_keeping_adds_beside_what_is_there_and_says_what_overlaps(practice: Practice) -> None:
    plan_id, schedule = normal(practice), practice.schedule
    schedule.add_shift(practice.draft(practice.ann, MON + WEEK, 10, 12))

    done = schedule.week_plans.apply(FromPlan(plan_id), [MON + WEEK], KEEP)

    assert (len(done.add), done.remove) == (5, ())
    assert [one.rule for one in done.warned] == ["double_booking"]


def test_replacing_removes_all_but_locked_shifts_and_leaves_the_same_ones_as_they_are(
    practice: Practice,
) -> None:
    plan_id, schedule = normal(practice), practice.schedule
    other = schedule.add_shift(practice.draft(practice.bob, SUN + WEEK, 8, 16))
    same = schedule.add_shift(practice.draft(practice.cy, MON + WEEK, 7, 15))
    locked = schedule.add_shift(practice.draft(practice.ann, MON + WEEK, 12, 18))
    schedule.lock_shifts([locked])

    done = schedule.week_plans.apply(FromPlan(plan_id), [MON + WEEK], REPLACE)

    assert [one.id for one in done.remove] == [other]
    assert done.same == 1
    assert [(one.cause, one.reason) for one in done.skipped] == [
        (Cause.LOCKED, "12:00 PM–6:00 PM on Mon, Nov 23 is locked")
    ]
    ids = {one.id for one in schedule.shifts(MON + WEEK, SUN + WEEK)}
    assert {same, locked} < ids
    assert other not in ids


def test_only_free_days_of_people_are_filled(practice: Practice) -> None:
    plan_id, schedule = normal(practice), practice.schedule
    schedule.add_shift(practice.draft(practice.ann, MON + WEEK, 17, 19))

    done = schedule.week_plans.apply(FromPlan(plan_id), [MON + WEEK], ONLY_EMPTY)

    assert [one.reason for one in done.skipped] == ["has a shift already on Mon, Nov 23"]
    assert len(done.add) == 4


@pytest.mark.parametrize("laying", [KEEP, REPLACE, ONLY_EMPTY])
def test_applying_again_does_nothing_and_leaves_no_step_behind(
    practice: Practice, laying: Laying
) -> None:
    plan_id, plans = normal(practice), practice.schedule.week_plans
    plans.apply(FromPlan(plan_id), [MON + WEEK, MON + 2 * WEEK], laying)
    before = len(practice.clinic.journal.history())

    again = plans.apply(FromPlan(plan_id), [MON + WEEK, MON + 2 * WEEK], laying)

    assert (again.add, again.remove, again.same) == ((), (), 10)
    assert len(practice.clinic.journal.history()) == before


def test_a_rotation_goes_on_where_its_anchor_says(practice: Practice) -> None:
    schedule = practice.schedule
    schedule.edit(
        add=[
            practice.draft(practice.ann, MON, 8, 16),
            practice.draft(practice.bob, MON + WEEK, 8, 16),
        ]
    )
    draft = WeekPlanDraft("Late and early", weeks=2, anchor=WED)
    plan_id = schedule.week_plans.keep_weeks(MON, draft)
    january = date(2027, 1, 25)  # ten weeks on: week 1 of the rotation again

    done = schedule.week_plans.preview(
        FromPlan(plan_id), schedule.week_plans.weeks(january, 3), KEEP
    )
    assert [one.member_id for one in done.add] == [practice.ann, practice.bob, practice.ann]

    first = schedule.week_plans.preview(FromPlan(plan_id, week=2), [january], KEEP)
    assert [one.member_id for one in first.add] == [practice.bob]


def test_a_plan_is_renamed_typed_copied_and_removed(practice: Practice) -> None:
    plan_id, plans = normal(practice), practice.schedule.week_plans
    plan = plans.plan(plan_id)
    plans.change(plan_id, replace(plan.draft(), name="Normal weeks", weeks=2))
    later = replace(plan.shifts[0], end=18 * 60)
    extra = PlannedShift(2, 5, practice.bob, 480, 720, practice.ma)
    plans.set_shifts(plan_id, [later, *plan.shifts[1:], extra])

    changed = plans.named("normal WEEKS")
    assert len(changed.shifts) == 6
    assert changed.shifts[1].id == plan.shifts[0].id or changed.shifts[0].id == plan.shifts[0].id

    with pytest.raises(UserError, match="still have 1 shift"):
        plans.change(plan_id, replace(plan.draft(), weeks=1))

    copied = plans.copy(plan_id)
    assert plans.plan(copied).name == "Normal weeks 2"
    plans.remove(plan_id)
    assert [one.name for one in plans.plans()] == ["Normal weeks 2"]
    practice.clinic.journal.undo()
    assert len(plans.plan(plan_id).shifts) == 6


def test_two_plans_do_not_share_a_name(practice: Practice) -> None:
    normal(practice)
    with pytest.raises(UserError, match="There is a plan normal already"):
        practice.schedule.week_plans.add(WeekPlanDraft("normal"))


def test_an_empty_plan_says_what_is_missing(practice: Practice) -> None:
    plan_id = practice.schedule.week_plans.add(WeekPlanDraft("Empty"))
    with pytest.raises(UserError, match="Empty has no shifts yet"):
        practice.schedule.week_plans.preview(FromPlan(plan_id), [MON], KEEP)
    with pytest.raises(UserError, match="There are no shifts in this week"):
        practice.schedule.week_plans.keep_weeks(MON, WeekPlanDraft("Nothing"))


def test_a_week_is_copied_to_several_weeks_with_the_same_choices(practice: Practice) -> None:
    normal(practice)
    schedule = practice.schedule
    schedule.add_shift(practice.draft(practice.bob, TUE + WEEK, 8, 16))

    done = schedule.week_plans.apply(FromWeek(WED), [MON, MON + WEEK, MON + 2 * WEEK], REPLACE)

    assert (len(done.add), len(done.remove)) == (10, 1)
    title = practice.clinic.journal.undo_title
    assert title == "Copy week of Mon, Nov 16 to 2 weeks from Mon, Nov 23 on: 10 shifts"
    with pytest.raises(UserError, match="Choose another week"):
        schedule.week_plans.preview(FromWeek(WED), [MON], KEEP)


def test_a_week_is_copied_with_its_people_breaks_and_rooms_but_unlocked(
    practice: Practice,
) -> None:
    schedule = practice.schedule
    week = [
        practice.draft(practice.ann, MON, 8, 16, break_minutes=30, room_id=practice.exam),
        practice.draft(None, FRI, 8, 12, locked=True),
    ]
    schedule.edit(add=week)

    schedule.week_plans.apply(FromWeek(WED), [SUN + WEEK], KEEP)

    copied = [one.draft() for one in schedule.shifts(MON + WEEK, SUN + WEEK)]
    assert copied == [
        replace(week[0], day=MON + WEEK),
        replace(week[1], day=FRI + WEEK, locked=False),
    ]
    title = practice.clinic.journal.undo_title
    assert title == "Copy week of Mon, Nov 16 to Mon, Nov 23: 2 shifts"


def test_two_like_shifts_are_copied_as_two_and_only_once(practice: Practice) -> None:
    practice.schedule.edit(add=[practice.draft(None, MON, 8, 16)] * 2)
    plans = practice.schedule.week_plans

    assert len(plans.apply(FromWeek(MON), [MON + WEEK], KEEP).add) == 2
    assert plans.apply(FromWeek(MON), [MON + WEEK], KEEP).changes == 0


def test_shifts_of_people_who_left_may_be_copied_as_open_ones(practice: Practice) -> None:
    practice.schedule.add_shift(practice.draft(practice.bob, MON, 8, 16))
    practice.clinic.staff.end_employment(practice.bob, FRI)

    practice.schedule.week_plans.apply(FromWeek(MON), [MON + WEEK], Laying(absent_open=True))

    assert [one.member_id for one in practice.schedule.shifts(MON + WEEK, SUN + WEEK)] == [None]


def test_a_week_without_shifts_is_not_copied(practice: Practice) -> None:
    with pytest.raises(UserError, match="no shifts in the week of Mon, Nov 16"):
        practice.schedule.week_plans.apply(FromWeek(WED), [WED + WEEK], KEEP)


def test_a_day_is_copied_to_other_days(practice: Practice) -> None:
    normal(practice)
    schedule = practice.schedule

    done = schedule.week_plans.apply(FromDay(MON), [TUE, THU], ONLY_EMPTY)

    assert [(one.day, one.member_id) for one in done.add] == [
        (TUE, practice.cy),
        (THU, practice.cy),
        (THU, practice.ann),
    ]
    assert done.same == 1  # Ann works the same on Tuesday


def test_copies_may_come_without_the_people(practice: Practice) -> None:
    normal(practice)
    done = practice.schedule.week_plans.preview(FromWeek(MON), [MON + WEEK], Laying(all_open=True))
    assert {one.member_id for one in done.add} == {None}


def test_a_plan_keeps_its_weekdays_when_the_week_begins_on_sunday(practice: Practice) -> None:
    plan_id = normal(practice)
    settings = practice.clinic.settings
    settings.change(replace(settings.current(), week_start=6))

    done = practice.schedule.week_plans.preview(FromPlan(plan_id), [MON + WEEK], KEEP)

    assert sorted({one.day.weekday() for one in done.add}) == [0, 1, 2, 4]
    assert min(one.day for one in done.add) == MON + WEEK
