"""What a manager is told about the hours of a week: contract, overtime, weeks at their edges."""

from datetime import date

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
    person,
    sentences,
    shift,
)

from clinicmgr.kernel.effective import Dated
from clinicmgr.schedule.records import Limits, Strength

WEEKDAYS = (MON, TUE, WED, THU, FRI)


def test_hours_over_the_contract_belong_to_the_day_they_are_passed() -> None:
    ann = person(ANN, "Ann Lee", MA, contracts=contract(1200))
    shifts = [shift(i, ANN, day, "8-16") for i, day in enumerate((MON, TUE, WED), 1)]

    (one,) = found(shifts, facts(ann))

    assert (one.rule, one.strength, one.day) == ("contract_hours", Strength.AVOID, WED)
    assert "24 h in the week of Mon" in one.sentence
    assert "4 h over the contract of 20 h" in one.sentence


def test_overtime_is_told_once_and_not_also_as_contract_hours() -> None:
    ann = person(ANN, "Ann Lee", MA, contracts=contract(2400))
    shifts = [shift(i, ANN, day, "8-17") for i, day in enumerate(WEEKDAYS, 1)]

    (one,) = found(shifts, facts(ann))

    assert one.rule == "overtime"
    assert one.reason == "would reach 45 h, limit 40 h"


def test_breaks_are_not_work() -> None:
    shifts = [shift(i, ANN, day, "8-17", break_minutes=60) for i, day in enumerate(WEEKDAYS, 1)]

    assert sentences(shifts, facts()) == []


def test_a_zero_hour_contract_sets_no_limit_of_its_own() -> None:
    ann = person(ANN, "Ann Lee", MA, contracts=contract(0))

    assert sentences([shift(1, ANN, WED, "8-16")], facts(ann)) == []


def test_a_contract_that_grows_within_the_week_counts_as_the_larger_one() -> None:
    terms = Dated(((date(2020, 1, 1), 600), (THU, 1200)))
    ann = person(ANN, "Ann Lee", MA, contracts=terms)
    shifts = [shift(1, ANN, MON, "8-18"), shift(2, ANN, FRI, "8-18")]

    assert sentences(shifts, facts(ann)) == []


def test_weeks_may_begin_on_sunday() -> None:
    shifts = [shift(1, ANN, SAT, "8-16"), shift(2, ANN, SUN, "8-16")]
    limits = Limits(max_weekly_minutes=600)

    assert [one.rule for one in found(shifts, facts(limits=limits))] == ["overtime"]
    assert found(shifts, facts(limits=limits, week_start=6)) == ()


def test_a_week_over_new_year_is_one_week() -> None:
    days = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1))
    shifts = [shift(i, ANN, day, "8-18") for i, day in enumerate(days, 1)]
    limits = Limits(max_weekly_minutes=1500)

    assert [one.day for one in found(shifts, facts(limits=limits), *days[::2])] == [days[2]]


def test_the_hours_before_the_period_count_in_its_first_week() -> None:
    shifts = [shift(i, ANN, day, "8-18") for i, day in enumerate(WEEKDAYS, 1)]

    assert [one.day for one in found(shifts, facts(), FRI, SUN)] == [FRI]


def test_a_night_shift_is_longer_when_the_clocks_go_back() -> None:
    saturday = date(2026, 10, 31)
    limits = Limits(max_weekly_minutes=8 * 60)
    night = [shift(1, ANN, saturday, "22-6")]

    assert [one.rule for one in found(night, facts(limits=limits), saturday, saturday)] == [
        "overtime"
    ]
