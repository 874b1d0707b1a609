"""What a manager is told about long days and shifts, breaks, short weeks, and rhythm."""

from datetime import timedelta

import pytest
from tests.schedule.clinic_of_three import (
    ANN,
    FRI,
    MA,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    contract,
    facts,
    found,
    leave,
    person,
    sentences,
    shift,
)
from tests.schedule.rulebooks import book, rule

from clinicmgr.schedule.records import Before, Strength

WEEK = (MON, TUE, WED, THU, FRI, SAT, SUN)
ONLY_ANN = {"people": {ANN: person(ANN, "Ann Lee", MA)}}


def test_more_than_eight_hours_on_a_day_are_daily_overtime() -> None:
    known = facts(book=book(rule("daily_overtime", Strength.AVOID)))
    shifts = [shift(1, ANN, WED, "8-12"), shift(2, ANN, WED, "13-18")]

    (one,) = found(shifts, known)

    assert (one.rule, one.strength, one.measure) == ("daily_overtime", Strength.AVOID, 540)
    assert one.sentence == "Ann Lee: 9 h of work on Wed 18 Nov, 1 h over the limit of 8 h."
    assert found(shifts[:1], known) == ()


def test_a_shift_longer_than_allowed_is_told_with_its_breaks() -> None:
    known = facts(book=book(rule("shift_length", limit=12 * 60)))

    assert sentences([shift(1, ANN, WED, "7-20", break_minutes=60)], known) == [
        "Ann Lee: the shift on Wed 18 Nov, 07:00–20:00 lasts 13 h; at most 12 h."
    ]
    assert sentences([shift(1, ANN, WED, "7-19")], known) == []


@pytest.mark.parametrize(
    "times, pause, broken",
    [
        (["8-14"], 0, False),
        (["8-14:30"], 0, True),
        (["8-14:30"], 20, True),
        (["8-14:30"], 30, False),
        (["8-12", "12:45-17"], 0, False),
        (["8-12", "12:10-17"], 0, True),
    ],
)
def test_who_works_more_than_six_hours_is_due_a_break(
    times: list[str], pause: int, broken: bool
) -> None:
    known = facts(book=book(rule("break_due")))
    shifts = [shift(i, ANN, WED, one, break_minutes=pause) for i, one in enumerate(times, 1)]

    assert bool(found(shifts, known)) is broken


def test_a_week_with_too_few_hours_is_told_even_without_a_shift() -> None:
    known = facts(**ONLY_ANN, book=book(rule("least_hours", Strength.NICE, minimum=20 * 60)))

    assert sentences([shift(1, ANN, MON, "8-16")], known) == [
        "Ann Lee: 8 h in the week of Mon 16 Nov; at least 20 h."
    ]
    assert sentences([], known) == ["Ann Lee: 0 h in the week of Mon 16 Nov; at least 20 h."]


def test_leave_and_closed_days_are_taken_off_the_least_hours() -> None:
    ann = person(ANN, "Ann Lee", MA, leave=leave(ANN, MON, TUE))
    rules = book(rule("least_hours", minimum=20 * 60))
    known = facts(people={ANN: ann}, closures={WED: "Outing"}, book=rules)

    assert sentences([shift(1, ANN, THU, "8-16")], known) == []
    assert "at least 8 h" in sentences([shift(1, ANN, THU, "8-15")], known)[0]


def test_a_week_belongs_to_the_period_in_which_it_ends() -> None:
    known = facts(**ONLY_ANN, book=book(rule("least_hours", minimum=60)))

    assert found([], known, MON, SAT) == ()
    assert [one.day for one in found([], known, SUN, SUN + timedelta(days=1))] == [SUN]


def test_the_day_after_too_many_in_a_row_is_told() -> None:
    known = facts(book=book(rule("days_in_row", Strength.AVOID, most=3)))
    shifts = [shift(i, ANN, day, "8-12") for i, day in enumerate(WEEK[:5], 1)]

    assert sentences(shifts, known) == [
        "Ann Lee works each of the 4 days to Thu 19 Nov; at most 3 in a row.",
        "Ann Lee works each of the 4 days to Fri 20 Nov; at most 3 in a row.",
    ]
    assert found([one for one in shifts if one.day != WED], known) == ()


def test_two_shifts_of_one_day_are_one_day() -> None:
    known = facts(book=book(rule("days_in_row", most=1)))

    assert found([shift(1, ANN, WED, "8-12"), shift(2, ANN, WED, "13-17")], known) == ()


def test_days_before_the_shifts_that_are_known_count() -> None:
    days = frozenset(MON - timedelta(days=back) for back in (1, 2))
    known = facts(book=book(rule("days_in_row", most=2)), before=Before({ANN: days}))

    assert [one.day for one in found([shift(1, ANN, MON, "8-12")], known)] == [MON]


def test_a_single_day_of_work_is_told_once_its_end_is_known() -> None:
    known = facts(book=book(rule("days_together", Strength.NICE, least=2)))
    alone = [shift(1, ANN, WED, "8-12")]

    assert sentences(alone, known) == ["Ann Lee: 1 day in a row up to Wed 18 Nov; at least 2 days."]
    assert found([*alone, shift(2, ANN, TUE, "8-12")], known) == ()


def test_a_single_day_off_is_told_by_the_shift_that_ends_it() -> None:
    known = facts(book=book(rule("days_off", Strength.NICE, least=2)))
    shifts = [shift(1, ANN, MON, "8-12"), shift(2, ANN, WED, "8-12")]

    assert sentences(shifts, known) == ["Ann Lee: 1 day off before Wed 18 Nov; at least 2 days."]
    assert found([shifts[0], shift(2, ANN, THU, "8-12")], known) == ()
    assert found([shifts[0], shift(2, ANN, TUE, "8-12")], known) == ()


def test_half_a_weekend_is_told() -> None:
    known = facts(book=book(rule("whole_weekends", Strength.NICE)))

    assert sentences([shift(1, ANN, SAT, "8-12")], known) == [
        "Ann Lee works on Sat 21 Nov but not on Sun 22 Nov: half a weekend."
    ]
    assert found([shift(1, ANN, SAT, "8-12"), shift(2, ANN, SUN, "8-12")], known) == ()
    closed = facts(book=known.book, closures={SUN: "Closed"})
    assert found([shift(1, ANN, SAT, "8-12")], closed) == ()


def test_every_other_weekend_is_off() -> None:
    known = facts(book=book(rule("weekends", Strength.AVOID, most=1, weeks=2)))
    last_week, this_week = SAT - timedelta(days=7), SAT
    shifts = [shift(1, ANN, last_week, "8-12"), shift(2, ANN, this_week, "8-12")]

    (one,) = found(shifts, known)

    assert (one.day, one.shift_ids) == (SAT, (1, 2))
    assert one.sentence == "Ann Lee: 2 of 2 weekends up to Sat 21 Nov; at most 1."
    assert found([shifts[0], shift(2, ANN, SAT + timedelta(days=7), "8-12")], known) == ()


def test_weekends_of_the_weeks_before_are_remembered() -> None:
    long_ago = frozenset({SAT - timedelta(days=28), SAT - timedelta(days=21)})
    known = facts(book=book(rule("weekends", most=2, weeks=5)), before=Before({ANN: long_ago}))

    assert [one.measure for one in found([shift(1, ANN, SUN, "8-12")], known)] == [3]


def test_rest_is_what_the_book_says_and_not_what_the_practice_usually_has() -> None:
    shifts = [shift(1, ANN, TUE, "14-22"), shift(2, ANN, WED, "7-12")]

    assert sentences(shifts, facts(book=book(rule("rest", minimum=9 * 60)))) == []
    (one,) = found(shifts, facts(book=book(rule("rest", Strength.NICE))))
    assert one.strength is Strength.NICE
    assert found(shifts, facts(book=book())) == ()


def test_without_an_overtime_rule_the_contract_speaks_for_long_weeks() -> None:
    ann = person(ANN, "Ann Lee", MA, contracts=contract(20 * 60))
    shifts = [shift(i, ANN, day, "8-18") for i, day in enumerate(WEEK[:5], 1)]

    both = facts(ann, book=book(rule("overtime"), rule("contract_hours")))
    assert [one.rule for one in found(shifts, both)] == ["overtime"]
    alone = facts(ann, book=book(rule("contract_hours")))
    assert [one.rule for one in found(shifts, alone)] == ["contract_hours"]
