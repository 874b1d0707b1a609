"""What a manager is told about one person's shifts."""

from datetime import date

import pytest
from tests.schedule.clinic_of_three import (
    ANN,
    BOB,
    CPR,
    CY,
    FD,
    FRI,
    MA,
    MON,
    SUN,
    THU,
    TUE,
    WED,
    available,
    cpr,
    facts,
    found,
    leave,
    person,
    sentences,
    shift,
)

from clinicmgr.schedule.records import Strength

WEEKDAYS = (MON, TUE, WED, THU, FRI)


def test_a_tidy_week_breaks_nothing() -> None:
    week = [shift(i, ANN, day, "8-16:30", break_minutes=30) for i, day in enumerate(WEEKDAYS, 1)]

    assert sentences(week, facts()) == []


def test_two_shifts_at_the_same_time_are_named_with_their_times() -> None:
    shifts = [shift(1, ANN, WED, "7:30-16"), shift(2, ANN, WED, "15-20")]

    (one,) = found(shifts, facts())

    assert one.sentence == ("Ann Lee: shifts overlap on Wed 18 Nov, 07:30–16:00 and 15:00–20:00.")
    assert (one.rule, one.strength) == ("double_booking", Strength.NEVER)
    assert (one.member_ids, one.day, one.shift_ids) == ((ANN,), WED, (1, 2))


def test_a_night_shift_overlaps_the_next_morning() -> None:
    shifts = [shift(1, ANN, TUE, "22-6"), shift(2, ANN, WED, "5-9")]

    (one,) = found(shifts, facts())

    assert one.rule == "double_booking"
    assert "22:00–06:00" in one.sentence
    assert "05:00–09:00" in one.sentence


def test_a_long_shift_overlaps_each_short_one_inside_it() -> None:
    shifts = [
        shift(1, ANN, WED, "8-18"),
        shift(2, ANN, WED, "9-10"),
        shift(3, ANN, WED, "11-12"),
    ]

    assert [one.shift_ids for one in found(shifts, facts())] == [(1, 2), (1, 3)]


def test_shifts_that_touch_do_not_overlap() -> None:
    assert sentences([shift(1, ANN, WED, "8-12"), shift(2, ANN, WED, "12-16")], facts()) == []


def test_too_short_a_night_is_told_with_both_shifts() -> None:
    shifts = [shift(1, ANN, TUE, "14-22"), shift(2, ANN, WED, "7:30-12")]

    (one,) = found(shifts, facts())

    assert one.rule == "rest"
    assert "9:30 h of rest" in one.sentence
    assert "at least 11 h" in one.sentence
    assert one.reason == "would have 9:30 h of rest, 11 h needed"


def test_rest_is_checked_against_the_day_before_the_period() -> None:
    shifts = [shift(1, ANN, SUN.replace(day=15), "14-23"), shift(2, ANN, MON, "8-12")]

    assert [one.day for one in found(shifts, facts())] == [MON]


def test_a_split_day_needs_no_rest_between_its_halves() -> None:
    assert sentences([shift(1, ANN, WED, "8-12"), shift(2, ANN, WED, "13-17")], facts()) == []


def test_a_night_shift_after_a_day_shift_does_need_rest() -> None:
    (one,) = found([shift(1, ANN, WED, "8-16"), shift(2, ANN, WED, "22-6")], facts())

    assert one.rule == "rest"


@pytest.mark.parametrize(
    "eve, broken",
    [
        (date(2026, 3, 7), True),  # clocks go forward: 20:00 to 7:00 is only 10 hours
        (date(2026, 10, 31), False),  # clocks go back: 12 hours
        (date(2026, 11, 17), False),  # an ordinary night: 11 hours
    ],
)
def test_rest_is_real_time_when_the_clocks_change(eve: date, broken: bool) -> None:
    morning = eve.replace(day=eve.day + 1) if eve.day < 31 else date(2026, 11, 1)
    shifts = [shift(1, ANN, eve, "12-20"), shift(2, ANN, morning, "7-11")]

    rules = [one.rule for one in found(shifts, facts(), eve, morning)]

    assert ("rest" in rules) is broken


def test_rest_that_looks_short_is_enough_when_the_clocks_go_back() -> None:
    eve, morning = date(2026, 10, 31), date(2026, 11, 1)
    shifts = [shift(1, ANN, eve, "12-20:30"), shift(2, ANN, morning, "7-11")]

    assert sentences(shifts, facts(), eve, morning) == []


def test_nobody_works_before_the_first_or_after_the_last_day() -> None:
    bob = person(BOB, "Bob Roy", MA, started=WED, ended=THU)
    shifts = [shift(i, BOB, day, "8-12") for i, day in enumerate((TUE, WED, THU, FRI), 1)]

    early, late = found(shifts, facts(bob))

    assert (early.day, late.day) == (TUE, FRI)
    assert early.reason.startswith("starts only on Wed")
    assert late.reason.startswith("left on Thu")


def test_a_shift_on_leave_is_told_with_the_leave() -> None:
    ann = person(ANN, "Ann Lee", MA, leave=leave(ANN, WED, FRI))

    (one,) = found([shift(1, ANN, THU, "8-12")], facts(ann))

    assert (one.rule, one.strength) == ("leave", Strength.NEVER)
    assert one.sentence.startswith("Ann Lee: on leave from Wed")


def test_a_night_shift_into_the_first_day_of_leave_is_told() -> None:
    ann = person(ANN, "Ann Lee", MA, leave=leave(ANN, THU, THU))

    assert [one.rule for one in found([shift(1, ANN, WED, "22-6")], facts(ann))] == ["leave"]
    assert found([shift(1, ANN, WED, "16-24")], facts(ann)) == ()


def test_only_the_time_outside_the_availability_is_told() -> None:
    ann = person(ANN, "Ann Lee", MA, availability=available((WED.weekday(), "8-15")))

    (one,) = found([shift(1, ANN, WED, "8-16:30")], facts(ann))

    assert (one.rule, one.strength) == ("availability", Strength.AVOID)
    assert one.sentence.startswith("Ann Lee is not available on Wed")
    assert "15:00–16:30" in one.sentence


def test_availability_of_a_night_is_looked_up_on_both_days() -> None:
    nights = person(ANN, "Ann Lee", MA, availability=available((2, "22-24"), (3, "0-6")))
    evenings = person(ANN, "Ann Lee", MA, availability=available((2, "22-24")))

    assert found([shift(1, ANN, WED, "22-6")], facts(nights)) == ()
    (one,) = found([shift(1, ANN, WED, "22-6")], facts(evenings))
    assert "00:00–06:00" in one.sentence


def test_no_availability_means_always_and_an_empty_one_means_never() -> None:
    never = person(ANN, "Ann Lee", MA, availability=available())

    assert found([shift(1, ANN, SUN, "8-12")], facts()) == ()
    assert [one.rule for one in found([shift(1, ANN, SUN, "8-12")], facts(never))] == [
        "availability"
    ]


def test_people_work_only_in_positions_they_hold() -> None:
    (one,) = found([shift(1, CY, WED, "8-12", position_id=MA)], facts())

    assert one.sentence.startswith("Cy Fox: not trained as Medical assistant (shift on Wed")


def test_an_expired_credential_is_told_with_its_date() -> None:
    bob = person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, date(2026, 3, 3)),))

    (one,) = found([shift(1, BOB, WED, "8-12")], facts(bob, requirements={MA: (CPR,)}))

    assert one.rule == "credential"
    assert one.reason == "CPR card expired on 03/03/2026"


def test_a_credential_holds_to_the_end_of_its_last_day_and_a_renewal_counts() -> None:
    required = {MA: (CPR,)}
    today = person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, WED),))
    renewed = person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, TUE), cpr(BOB, date(2028, 1, 1))))

    assert found([shift(1, BOB, WED, "8-12")], facts(today, requirements=required)) == ()
    assert found([shift(1, BOB, WED, "8-12")], facts(renewed, requirements=required)) == ()
    (one,) = found([shift(1, BOB, WED, "22-6")], facts(today, requirements=required))
    assert one.reason == "CPR card expires on 18/11/2026"


def test_a_missing_credential_and_one_not_yet_issued_are_told() -> None:
    required = {MA: (CPR,)}
    future = person(BOB, "Bob Roy", MA, credentials=(cpr(BOB, date(2028, 1, 1), THU),))

    (missing,) = found([shift(1, ANN, WED, "8-12")], facts(requirements=required))
    (early,) = found([shift(1, BOB, WED, "8-12")], facts(future, requirements=required))

    assert missing.reason == "no CPR card on record"
    assert early.reason == "CPR card is valid only from 19/11/2026"


def test_a_credential_of_another_position_is_not_asked_for() -> None:
    assert found([shift(1, CY, WED, "8-12")], facts(requirements={MA: (CPR,)})) == ()


def test_work_on_a_public_holiday_is_told_with_its_name() -> None:
    (one,) = found([shift(1, ANN, WED, "8-12")], facts(closures={WED: "Founders' Day"}))

    assert (one.rule, one.strength) == ("closure", Strength.AVOID)
    assert one.sentence.endswith("but the practice is closed: Founders' Day.")


def test_open_shifts_break_no_rule_of_a_person() -> None:
    shifts = [shift(1, None, WED, "8-16"), shift(2, None, WED, "8-16", position_id=FD)]

    assert sentences(shifts, facts()) == []


def test_the_worst_comes_first() -> None:
    ann = person(ANN, "Ann Lee", MA, availability=available(), leave=leave(ANN, FRI, FRI))
    shifts = [shift(1, ANN, MON, "8-12"), shift(2, ANN, FRI, "8-12")]

    assert [one.rule for one in found(shifts, facts(ann))] == [
        "leave",
        "availability",
        "availability",
    ]
