"""What the work of a period comes to: hours, overtime, days off, cost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    FRI,
    LONG_AGO,
    MA,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    available,
    contract,
    facts,
    leave,
    person,
    shift,
)

from clinicmgr.kernel.effective import Dated
from clinicmgr.schedule.records import Labor, Shift
from clinicmgr.schedule.rules import labor
from clinicmgr.staff.records import Leave, LeaveKind

WEEKDAYS = (MON, TUE, WED, THU, FRI)
PAY = {ANN: Dated(((LONG_AGO, 2000),))}
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def of(member_id: int, found: tuple[Labor, ...]) -> Labor:
    return next(one for one in found if one.member_id == member_id)


def test_a_week_of_45_hours_is_40_at_the_rate_and_5_at_one_and_a_half() -> None:
    shifts = [shift(i, ANN, day, "8-17") for i, day in enumerate(WEEKDAYS, 1)]

    ann = of(ANN, labor(shifts, facts(), PAY, MON, SUN))

    assert (ann.shifts, ann.minutes, ann.overtime_minutes) == (5, 45 * 60, 5 * 60)
    assert (ann.regular_cents, ann.overtime_cents, ann.cents) == (80_000, 15_000, 95_000)


def test_breaks_are_not_paid() -> None:
    ann = of(ANN, labor([shift(1, ANN, MON, "8-17", break_minutes=60)], facts(), PAY, MON, SUN))

    assert (ann.minutes, ann.cents) == (480, 16_000)


def test_overtime_is_told_with_the_week_that_ends_in_the_period() -> None:
    begun = date(2026, 10, 26)  # the week ends on Sunday, November 1
    shifts = [shift(i, ANN, begun + timedelta(i), "8-17") for i in range(5)]
    october = (date(2026, 10, 1), date(2026, 10, 31))

    assert of(ANN, labor(shifts, facts(), PAY, *october)).overtime_minutes == 0
    assert of(ANN, labor(shifts, facts(), PAY, *NOVEMBER)).overtime_minutes == 5 * 60


def test_a_raise_counts_from_its_day_on() -> None:
    pay = {ANN: Dated(((LONG_AGO, 2000), (WED, 2200)))}
    shifts = [shift(1, ANN, TUE, "8-16"), shift(2, ANN, WED, "8-16")]

    assert of(ANN, labor(shifts, facts(), pay, MON, SUN)).cents == 16_000 + 17_600


def test_cost_is_not_guessed_without_a_pay_rate_or_the_right_to_see_it() -> None:
    shifts = [shift(1, BOB, TUE, "8-16")]

    assert of(BOB, labor(shifts, facts(), PAY, MON, SUN)).cents is None
    assert of(BOB, labor(shifts, facts(), None, MON, SUN)).cents is None


def test_the_night_the_clocks_go_back_is_an_hour_longer() -> None:
    shifts = [shift(1, ANN, date(2026, 10, 31), "22-6")]

    assert of(ANN, labor(shifts, facts(), PAY, date(2026, 10, 26), SUN)).minutes == 9 * 60


def test_leave_counts_on_the_days_one_would_have_come() -> None:
    ann = person(
        ANN,
        "Ann Lee",
        MA,
        leave=leave(ANN, MON, SUN),
        availability=available((0, "8-17"), (2, "8-17"), (5, "8-12")),
    )

    found = of(ANN, labor([], facts(ann, closures={WED: "Closed"}), PAY, MON, SUN))

    assert (found.leave_days, found.sick_days) == (2, 0)  # Monday and Saturday


def test_sick_days_are_told_apart() -> None:
    sick = (Leave(1, ANN, TUE, TUE, LeaveKind.SICK),)

    found = of(ANN, labor([], facts(person(ANN, "Ann Lee", MA, leave=sick)), PAY, MON, SAT))

    assert (found.leave_days, found.sick_days) == (0, 1)


def test_the_contract_counts_for_the_days_employed() -> None:
    ann = person(ANN, "Ann Lee", MA, contracts=contract(2100), started=THU)

    assert of(ANN, labor([], facts(ann), PAY, MON, SUN)).contract_minutes == 2100 * 4 / 7


def test_who_left_before_the_period_is_not_in_it() -> None:
    ann = person(ANN, "Ann Lee", MA, ended=date(2026, 10, 1))

    assert ANN not in {one.member_id for one in labor([], facts(ann), PAY, *NOVEMBER)}


DAYS = st.integers(0, 60).map(lambda offset: date(2026, 10, 1) + timedelta(offset))


@st.composite
def worked(draw: st.DrawFn) -> list[Shift]:
    chosen = sorted(draw(st.sets(DAYS, max_size=40)))
    lengths = [draw(st.integers(1, 14)) for _day in chosen]
    return [
        shift(i, ANN, day, f"6-{6 + hours}")
        for i, (day, hours) in enumerate(zip(chosen, lengths, strict=True), 1)
    ]


@given(worked(), st.integers(0, 59))
def test_two_parts_of_a_period_add_up_to_the_whole(shifts: list[Shift], cut: int) -> None:
    first, last = date(2026, 10, 1), date(2026, 11, 30)
    middle = first + timedelta(cut)

    whole = of(ANN, labor(shifts, facts(), PAY, first, last))
    parts = [
        of(ANN, labor(shifts, facts(), PAY, *span))
        for span in ((first, middle), (middle + timedelta(1), last))
    ]

    for name in ("shifts", "minutes", "overtime_minutes", "regular_cents", "overtime_cents"):
        assert sum(getattr(one, name) for one in parts) == getattr(whole, name)
    assert whole.minutes == sum(one.end - one.start - one.break_minutes for one in shifts)
