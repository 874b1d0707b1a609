"""Whatever the plan and the roster: laying down twice adds nothing, and rotations come round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import ANN, BOB, CY, FD, MA, MON, facts, leave, person
from tests.schedule.conftest import Practice

from clinicmgr.kernel.periods import days, week_of
from clinicmgr.schedule.records import Facts, Shift, ShiftDraft
from clinicmgr.schedule.records.week_plans import PlannedShift, WeekPlan, WeekPlanDraft
from clinicmgr.schedule.records.week_plans_applying import (
    Conflicts,
    FromPlan,
    Laying,
    Outcome,
)
from clinicmgr.schedule.rules.rotation import laid_out, planned_from
from clinicmgr.schedule.rules.rotation_conflicts import outcome, what

WEEK = timedelta(days=7)
TWO_WEEKS = tuple(days(MON, MON + timedelta(days=13)))
LAYINGS = st.builds(Laying, st.sampled_from(Conflicts), st.booleans(), st.booleans())
AWAY = leave(ANN, MON + timedelta(days=1), MON + timedelta(days=2))
FACTS = facts(
    person(ANN, "Ann Lee", MA, leave=AWAY), closures={MON + timedelta(days=9): "Inventory"}
)


@st.composite
def planned(draw: st.DrawFn, weeks: int) -> PlannedShift:
    start = draw(st.integers(0, 23)) * 60
    return PlannedShift(
        draw(st.integers(1, weeks)),
        draw(st.integers(0, 6)),
        draw(st.sampled_from([None, ANN, BOB, CY])),
        start,
        start + draw(st.integers(1, 12)) * 60,
        draw(st.sampled_from([MA, FD])),
        note=draw(st.sampled_from(["", "flu shots"])),
    )


@st.composite
def plans(draw: st.DrawFn) -> WeekPlan:
    weeks = draw(st.integers(1, 4))
    shifts = draw(st.lists(planned(weeks), max_size=12))
    return WeekPlan(1, "Normal", weeks, shifts=tuple(shifts))


@st.composite
def rosters(draw: st.DrawFn) -> list[Shift]:
    wanted = draw(st.lists(planned(2), max_size=12))
    return [
        replace(one.on(MON + (one.week - 1) * WEEK), locked=draw(st.booleans())).with_id(at)
        for at, one in enumerate(wanted, 1)
    ]


def done_to(there: list[Shift], made: Outcome) -> list[Shift]:
    gone = {one.id for one in made.remove}
    fresh = [draft.with_id(100 + len(there) + at) for at, draft in enumerate(made.add)]
    return [one for one in there if one.id not in gone] + fresh


def lay(plan: WeekPlan, there: list[Shift], laying: Laying, known: Facts = FACTS) -> Outcome:
    return outcome(laid_out(plan, [MON, MON + WEEK], 0), there, TWO_WEEKS, known, laying)


@settings(max_examples=80, deadline=None)
@given(plans(), rosters(), LAYINGS)
def test_laying_the_same_down_again_changes_nothing(
    plan: WeekPlan, there: list[Shift], laying: Laying
) -> None:
    after = done_to(there, lay(plan, there, laying))

    again = lay(plan, after, laying)

    assert (again.add, again.remove) == ((), ())


@settings(max_examples=80, deadline=None)
@given(plans(), rosters(), LAYINGS)
def test_every_wanted_shift_is_added_there_already_or_left_out_with_a_reason(
    plan: WeekPlan, there: list[Shift], laying: Laying
) -> None:
    made = lay(plan, there, laying)

    wanted = list(laid_out(plan, [MON, MON + WEEK], 0))
    assert len(wanted) == len(made.add) + made.same + len(made.skipped)
    assert all(one.reason for one in (*made.skipped, *made.opened))


@settings(max_examples=80, deadline=None)
@given(plans(), rosters(), LAYINGS)
def test_locked_shifts_leave_and_closed_days_are_never_touched(
    plan: WeekPlan, there: list[Shift], laying: Laying
) -> None:
    made = lay(plan, there, laying)

    assert not any(one.locked for one in made.remove)
    assert laying.conflicts is Conflicts.REPLACE or not made.remove
    for one in made.add:
        assert one.day not in FACTS.closures
        assert one.member_id != ANN or not AWAY[0].covers(one.day)
        assert not one.locked


@settings(max_examples=50, deadline=None)
@given(plans(), rosters())
def test_replacing_leaves_the_plan_and_locked_shifts_and_nothing_else(
    plan: WeekPlan, there: list[Shift]
) -> None:
    after = done_to(there, lay(plan, there, Laying(Conflicts.REPLACE)))

    wanted = {what(one) for one in laid_out(plan, [MON, MON + WEEK], 0)}
    assert all(one.locked or what(one) in wanted for one in after)


@settings(max_examples=50, deadline=None)
@given(
    plans(),
    st.dates(date(2023, 12, 1), date(2032, 3, 1)),
    st.integers(1, 30),
    st.integers(0, 6),
)
def test_a_rotation_over_many_weeks_comes_round(
    plan: WeekPlan, day: date, count: int, week_start: int
) -> None:
    """Also over leap days, the change of clocks and the end of the year."""
    first = week_of(day, week_start)
    weeks = [first + number * WEEK for number in range(count)]

    laid = list(laid_out(plan, weeks, week_start))

    for number, begin in enumerate(weeks):
        own = [one for one in laid if begin <= one.day < begin + WEEK]
        meant = [one for one in plan.shifts if one.week == number % plan.weeks + 1]
        assert sorted((one.day.weekday(), one.start, one.end) for one in own) == sorted(
            (one.weekday, one.start, one.end) for one in meant
        )
    assert len(laid) == sum(1 for one in laid if first <= one.day < first + count * WEEK)
    in_parts = [one for begin in weeks for one in laid_out(_anchored(plan, first), [begin], 0)]
    if week_start == 0:
        assert in_parts == laid


def _anchored(plan: WeekPlan, day: date) -> WeekPlan:
    return replace(plan, anchor=day)


@settings(max_examples=50, deadline=None)
@given(plans())
def test_a_plan_kept_from_the_roster_it_made_is_the_same(plan: WeekPlan) -> None:
    weeks = [MON + number * WEEK for number in range(plan.weeks)]
    shifts = [one.with_id(at) for at, one in enumerate(laid_out(plan, weeks, 0), 1)]

    kept = planned_from(shifts, MON)

    def order(one: PlannedShift) -> tuple[object, ...]:
        return (
            one.week,
            one.weekday,
            one.start,
            one.end,
            one.member_id or 0,
            one.note,
            one.position_id,
        )

    assert sorted(kept, key=order) == sorted(plan.shifts, key=order)


@pytest.mark.parametrize(
    "day", [date(2026, 10, 26), date(2026, 12, 28), date(2028, 2, 28), date(2027, 3, 8)]
)
@pytest.mark.parametrize("conflicts", list(Conflicts))
def test_undo_brings_the_roster_back_and_redo_does_it_again(
    practice: Practice, day: date, conflicts: Conflicts
) -> None:
    """In the weeks in which the clocks change, the year ends, and February has 29 days."""
    schedule, journal = practice.schedule, practice.clinic.journal
    shifts = [
        PlannedShift(1 + weekday % 2, weekday, who, 22 * 60, 30 * 60, practice.ma)
        for weekday in range(7)
        for who in (practice.ann, None)
    ]
    plan_id = schedule.week_plans.add(WeekPlanDraft("Nights", weeks=2), shifts)
    ids = schedule.edit(
        add=[
            practice.draft(practice.ann, day + timedelta(days=at), 8, 12) for at in range(0, 14, 3)
        ]
    )
    schedule.lock_shifts(ids[:2])
    first, last = day - WEEK, day + 5 * WEEK
    before = schedule.shifts(first, last)

    weeks = schedule.week_plans.weeks(day, 4)
    done = schedule.week_plans.apply(FromPlan(plan_id), weeks, Laying(conflicts))
    after = schedule.shifts(first, last)

    assert len(after) == len(before) + len(done.add) - len(done.remove)
    journal.undo()
    assert schedule.shifts(first, last) == before
    journal.redo()
    assert schedule.shifts(first, last) == after


def test_a_shift_needs_no_more_than_its_weekday() -> None:
    nights = PlannedShift(1, 6, None, 22 * 60, 30 * 60, MA)
    assert nights.on(date(2026, 12, 28)) == ShiftDraft(None, date(2027, 1, 3), 1320, 1800, MA)
