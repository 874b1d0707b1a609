"""The solver follows the rulebook: what is never allowed stays out, the rest is weighed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.schedule.clinic_of_three import LONG_AGO, MON, SAT, SUN, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.schedule.records import (
    DemandDraft,
    Number,
    RuleDraft,
    Scope,
    ShiftTypeDraft,
    Strength,
)
from clinicmgr.schedule.service.vetting import vetted
from clinicmgr.schedule.solver.answer import Assignment, Solution
from clinicmgr.schedule.solver.search import solve
from clinicmgr.staff.records import StaffDraft


def filled(practice: Practice, last: date = SUN, effort: float = 1.0) -> int:
    problem = practice.schedule.fill_problem(MON, last)
    return practice.schedule.accept(problem, solve(problem, effort=effort))


def need(practice: Practice, *weekdays: int, times: tuple[int, int] = (8, 16), **more: Any) -> None:
    start, end = (hour * 60 for hour in times)
    position = more.get("position", practice.fd)
    practice.schedule.add_demand(
        *(DemandDraft(position, day, start, end, 1, 1, LONG_AGO) for day in weekdays)
    )


def days_of(practice: Practice, who: int) -> list[date]:
    shifts = practice.schedule.shifts(MON - timedelta(days=1), SUN + timedelta(days=14))
    return sorted({one.day for one in shifts if one.member_id == who})


def never(practice: Practice, last: date = SUN) -> list[str]:
    return [
        one.sentence
        for one in practice.schedule.check(MON, last)
        if one.strength is Strength.NEVER and one.shift_ids
    ]


@pytest.mark.parametrize(
    "strength, days", [(Strength.NEVER, 5), (Strength.AVOID, 6), (Strength.NICE, 6), (None, 6)]
)
def test_overtime_that_is_to_be_avoided_still_beats_nobody_being_there(
    practice: Practice, strength: Strength | None, days: int
) -> None:
    need(practice, *range(6))
    practice.schedule.rulebook.set_rule("overtime", strength)

    filled(practice)

    assert len(days_of(practice, practice.cy)) == days


def test_overtime_is_avoided_where_somebody_else_can_come(practice: Practice) -> None:
    dee = practice.clinic.staff.hire(StaffDraft("Dee", "Orr", LONG_AGO, (practice.fd,)))
    need(practice, *range(7))

    filled(practice)

    assert len(days_of(practice, practice.cy)) + len(days_of(practice, dee)) == 7
    assert practice.schedule.check(MON, SUN) == ()


def test_nobody_is_given_more_days_in_a_row_than_the_book_allows(practice: Practice) -> None:
    need(practice, *range(7), times=(8, 12))
    book = practice.schedule.rulebook
    book.set_rule("days_in_row", Strength.NEVER, most=3)
    practice.schedule.add_shift(practice.draft(practice.cy, MON - timedelta(days=1), 8, 12))

    filled(practice)

    assert len(days_of(practice, practice.cy)) == 1 + 5
    assert never(practice) == []


def test_an_exception_for_one_person_reaches_the_solver(practice: Practice) -> None:
    need(practice, *range(7), times=(8, 12))
    book = practice.schedule.rulebook
    book.set_rule("days_in_row", Strength.NEVER, most=2)
    book.add_rule(RuleDraft("days_in_row", None, {}, Scope((practice.cy,))))

    filled(practice)

    assert len(days_of(practice, practice.cy)) == 7


def test_weekends_are_whole_and_every_other_one(practice: Practice) -> None:
    need(practice, 5, 6, times=(8, 12))
    book = practice.schedule.rulebook
    book.set_rule("whole_weekends", Strength.NEVER)
    book.set_rule("weekends", Strength.NEVER, most=1, weeks=2)

    filled(practice, SUN + timedelta(days=14))

    assert days_of(practice, practice.cy) in (
        [SAT, SUN, SAT + timedelta(days=14), SUN + timedelta(days=14)],
        [SAT + timedelta(days=7), SUN + timedelta(days=7)],
    )
    assert never(practice, SUN + timedelta(days=14)) == []


def test_an_early_shift_is_not_put_after_a_late_one(practice: Practice) -> None:
    schedule = practice.schedule
    early = schedule.add_shift_type(ShiftTypeDraft("Early", "E", 480, 720, 0, practice.fd))
    late = schedule.add_shift_type(ShiftTypeDraft("Late", "L", 1020, 1140, 0, practice.fd))
    need(practice, 1, times=(17, 19))
    need(practice, 2, times=(8, 12))
    numbers = {"earlier": (late,), "later": (early,)}
    schedule.rulebook.add_rule(RuleDraft("succession", Strength.NEVER, numbers))

    filled(practice)

    assert days_of(practice, practice.cy) == [WED]
    assert never(practice) == []


def test_short_rests_to_be_avoided_are_taken_rather_than_a_gap(practice: Practice) -> None:
    need(practice, 1, times=(14, 22))
    need(practice, 2, times=(7, 12))
    book = practice.schedule.rulebook

    problem = practice.schedule.fill_problem(MON, SUN)
    assert len(solve(problem, effort=1.0).assignments) == 1
    book.set_rule("rest", Strength.AVOID)

    assert filled(practice) == 2


def test_assistants_without_supervision_are_taken_out_of_the_solution(practice: Practice) -> None:
    need(practice, 1, 2, position=practice.ma)
    schedule = practice.schedule
    numbers: dict[str, Number] = {"positions": (practice.ma,), "by": (practice.fd,), "each": 1}
    schedule.rulebook.add_rule(RuleDraft("supervision", Strength.NEVER, numbers))
    schedule.add_shift(practice.draft(practice.cy, TUE, 8, 16))

    filled(practice)

    assert [one.day for one in schedule.shifts(MON, SUN) if one.member_id != practice.cy] == [TUE]
    assert never(practice) == []


def test_what_is_taken_out_is_told_as_unfilled(practice: Practice) -> None:
    need(practice, 1)
    schedule = practice.schedule
    problem = schedule.fill_problem(MON, SUN)
    given = Solution((Assignment(practice.cy, 1),), (), "optimal", 0, 0, 0.1)
    schedule.rulebook.set_rule("shift_length", Strength.NEVER, limit=60)
    facts, shifts = schedule.facts(MON, SUN), schedule.shifts(MON, SUN)

    left = vetted(problem, given, facts, shifts)

    assert (left.assignments, left.status) == ((), "good")
    assert [(one.start, one.end, one.missing) for one in left.unfilled] == [(480, 960, 1)]
    assert vetted(problem, replace(given, assignments=()), facts, shifts).status == "optimal"


@pytest.mark.slow
def test_with_many_rules_a_filled_month_breaks_none_never_to_be_broken(practice: Practice) -> None:
    staff, book = practice.clinic.staff, practice.schedule.rulebook
    for name in ("Dee", "Eve", "Flo"):
        staff.hire(StaffDraft(name, "Orr", LONG_AGO, (practice.ma,)))
    need(practice, *range(7), position=practice.ma)
    need(practice, *range(7), times=(16, 22), position=practice.ma)
    need(practice, *range(6))
    for rule, numbers in (
        ("overtime", {}),
        ("daily_overtime", {}),
        ("days_in_row", {"most": 4}),
        ("days_off", {"least": 2}),
        ("whole_weekends", {}),
        ("weekends", {"most": 1, "weeks": 2}),
    ):
        book.set_rule(rule, Strength.NEVER, **numbers)
    pairs: dict[str, Number] = {"positions": (practice.ma,), "by": (practice.fd,), "each": 2}
    book.add_rule(RuleDraft("supervision", Strength.AVOID, pairs))
    last = MON + timedelta(days=27)

    given = filled(practice, last, 3.0)

    assert given > 40
    assert never(practice, last) == []
