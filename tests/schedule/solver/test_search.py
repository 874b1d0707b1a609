"""What the manager is promised when the program fills the week."""

from dataclasses import replace

import pytest
from tests.schedule.solver.clinics import (
    ANN,
    BOB,
    CY,
    DESK,
    NURSE,
    clinic,
    day_needs,
    day_shifts,
    solved,
)

from clinicmgr.schedule.solver.answer import Unfilled
from clinicmgr.schedule.solver.problem import Choice, Fixed, Need, Pattern, Worker
from clinicmgr.schedule.solver.search import solve


def who_works(solution, pattern):
    return [each.worker for each in solution.assignments if each.pattern == pattern]


def test_each_day_of_a_week_gets_the_people_it_needs():
    solution = solved(clinic(patterns=day_shifts(range(5)), needs=day_needs(range(5), minimum=2)))
    assert solution.unfilled == ()
    assert solution.status == "optimal"
    assert [len(who_works(solution, day)) for day in range(5)] == [2] * 5


def test_who_is_not_allowed_is_not_scheduled():
    on_leave_or_without_card = [Choice(CY, day) for day in range(5)]
    problem = clinic(
        patterns=day_shifts(range(5)), needs=day_needs(range(5)), choices=on_leave_or_without_card
    )
    assert {each.worker for each in solved(problem).assignments} == {CY}


def test_with_nothing_to_do_nobody_is_scheduled():
    assert solved(clinic()).assignments == ()
    assert solved(clinic(patterns=day_shifts(range(5)))).assignments == ()
    assert solved(clinic(workers=(), day_count=0)).status == "optimal"


def test_a_need_that_nobody_can_fill_is_told_and_the_rest_is_filled():
    problem = clinic(
        patterns=day_shifts(range(2)),
        needs=(*day_needs(range(2)), Need(9, 1, 480, 720, DESK, 1)),
    )
    solution = solved(problem)
    assert solution.unfilled == (Unfilled(9, 480, 720, 1),)
    assert solution.status == "optimal"


def test_nobody_passes_the_weekly_limit():
    problem = clinic(
        workers=[Worker(ANN, limits=(2400,)), Worker(BOB, limits=(960,))],
        patterns=day_shifts(range(7)),
        needs=day_needs(range(7), minimum=2),
    )
    solution = solved(problem)
    hours = [each.worker for each in solution.assignments]
    assert (hours.count(ANN), hours.count(BOB)) == (5, 2)


def test_kept_shifts_count_for_the_weekly_limit_and_for_coverage():
    kept = tuple(Fixed(ANN, day, 480, 1020, NURSE, 60) for day in range(4))
    problem = clinic(
        workers=[Worker(ANN, limits=(2400,))],
        patterns=day_shifts(range(7)),
        needs=day_needs(range(7)),
        fixed=kept,
    )
    solution = solved(problem)
    assert len(solution.assignments) == 1
    assert solution.assignments[0].pattern in {4, 5, 6}


def test_rest_is_kept_over_midnight():
    night = Pattern(10, 0, 22 * 60, 22 * 60 + 8 * 60, NURSE)
    morning = Pattern(11, 1, 8 * 60, 12 * 60, NURSE)
    late = Pattern(12, 1, 17 * 60, 23 * 60, NURSE)
    needs = (
        Need(1, 0, 22 * 60, 30 * 60, NURSE, 1),
        Need(2, 1, 8 * 60, 12 * 60, NURSE, 1),
        Need(3, 1, 17 * 60, 23 * 60, NURSE, 1),
    )
    problem = clinic(workers=[ANN], patterns=(night, morning, late), needs=needs)
    solution = solved(problem)
    assert [each.pattern for each in solution.assignments] == [10, 12]
    assert [each.need for each in solution.unfilled] == [2]


def test_the_shift_before_the_first_day_needs_its_rest_too():
    last_night = Fixed(ANN, -1, 22 * 60, 30 * 60, NURSE)
    problem = clinic(
        workers=[ANN], patterns=day_shifts([0]), needs=day_needs([0]), fixed=[last_night]
    )
    assert solved(problem).assignments == ()


def test_rest_is_real_time_when_the_clocks_change():
    evening, morning = Fixed(ANN, -1, 780, 1260, NURSE), day_shifts([0])
    problem = clinic(workers=[ANN], patterns=morning, needs=day_needs([0]), fixed=[evening])
    assert len(solved(problem).assignments) == 1  # 21:00 to 08:00 is 11 h
    in_spring = replace(problem, clock_changes=((-30, 60),))
    assert solved(in_spring).assignments == ()


def test_a_day_may_have_two_part_shifts_without_a_rest_between_them():
    morning, afternoon = Pattern(1, 0, 480, 720, NURSE), Pattern(2, 0, 780, 1020, NURSE)
    needs = (Need(1, 0, 480, 720, NURSE, 1), Need(2, 0, 780, 1020, NURSE, 1))
    problem = clinic(workers=[ANN], patterns=(morning, afternoon), needs=needs)
    assert len(solved(problem).assignments) == 2
    assert len(solved(replace(problem, shifts_a_day=1)).assignments) == 1
    two_people = solved(
        replace(
            problem,
            workers=(Worker(ANN), Worker(BOB)),
            choices=tuple(Choice(who, what) for who in (ANN, BOB) for what in (1, 2)),
        )
    )
    assert {each.worker for each in two_people.assignments} == {ANN, BOB}  # rather than split


def test_nobody_works_too_many_days_in_a_row():
    problem = clinic(
        workers=[ANN],
        patterns=day_shifts(range(7)),
        needs=day_needs(range(7)),
        days_in_row=3,
        fixed=[Fixed(ANN, -1, 480, 1020, NURSE)],
    )
    days = {each.pattern for each in solved(problem).assignments}
    assert len(days) == 5
    assert not {0, 1, 2} <= days


def test_a_room_holds_no_more_people_than_it_can():
    rooms = tuple(replace(pattern, room=7) for pattern in day_shifts([0]))
    problem = clinic(patterns=rooms, needs=day_needs([0], minimum=3), rooms=((7, 2),))
    assert len(solved(problem).assignments) == 2


def test_a_skill_is_brought_by_those_who_have_it():
    need = replace(day_needs([0])[0], skill=5)
    workers = [Worker(ANN), Worker(BOB, frozenset({5}))]
    problem = clinic(workers=workers, patterns=day_shifts([0]), needs=[need])
    assert who_works(solved(problem), 0) == [BOB]


def test_a_need_of_one_site_is_not_filled_at_another():
    here = replace(day_shifts([0])[0], id=1, site=1)
    there = replace(day_shifts([0])[0], id=2, site=2)
    need = replace(day_needs([0])[0], site=2)
    solution = solved(clinic(patterns=(here, there), needs=[need]))
    assert [each.pattern for each in solution.assignments] == [2]


def test_the_minimum_outweighs_a_broken_wish_and_the_ideal_does_not():
    avoided = [Choice(ANN, 0), Choice(BOB, 0, 10_000)]
    minimum = clinic(patterns=day_shifts([0]), needs=day_needs([0], minimum=2), choices=avoided)
    assert who_works(solved(minimum), 0) == [ANN, BOB]
    ideal = replace(minimum, needs=day_needs([0], minimum=1, ideal=2))
    assert who_works(solved(ideal), 0) == [ANN]


def test_contract_hours_are_filled_with_useless_shifts_only_when_asked():
    problem = clinic(
        workers=[Worker(ANN, targets=(2400,))], patterns=day_shifts(range(7)), needs=day_needs([0])
    )
    assert len(solved(problem).assignments) == 1
    asked = replace(problem, weights=problem.weights.filling_contracts())
    assert len(solved(asked).assignments) == 5


def test_work_goes_to_those_whose_contract_has_hours_left():
    workers = [Worker(ANN, targets=(960,)), Worker(BOB, targets=(1440,))]
    problem = clinic(workers=workers, patterns=day_shifts(range(5)), needs=day_needs(range(5)))
    given = [each.worker for each in solved(problem).assignments]
    assert (given.count(ANN), given.count(BOB)) == (2, 3)


@pytest.mark.parametrize("targets", [(), (None,), (2400,)])
def test_work_is_shared_evenly(targets):
    workers = [Worker(who, targets=targets) for who in (ANN, BOB, CY)]
    problem = clinic(workers=workers, patterns=day_shifts(range(6)), needs=day_needs(range(6)))
    given = [each.worker for each in solved(problem).assignments]
    most = max(given.count(who) for who in (ANN, BOB, CY))
    assert most <= (2 if None in targets or not targets else 3)


def test_kept_shifts_that_break_limits_do_not_break_the_search():
    twice = (Fixed(ANN, 0, 480, 1020, NURSE), Fixed(ANN, 0, 600, 1020, NURSE))
    workers = [Worker(ANN, limits=(60,)), Worker(BOB)]
    problem = clinic(
        workers=workers,
        patterns=day_shifts(range(3)),
        needs=day_needs(range(3), minimum=2),
        fixed=twice,
    )
    assert {each.worker for each in solved(problem).assignments} == {BOB}


def test_weeks_without_work_do_not_count_as_proof_for_the_others():
    # The first week is solved by itself while the second is still empty.
    workers = [Worker(ANN, targets=(2400, 2400)), Worker(BOB, targets=(480, 2400))]
    problem = clinic(
        workers=workers,
        patterns=day_shifts(range(14)),
        needs=day_needs(range(14)),
        day_count=14,
        choices=[Choice(who, day, -100 * day) for who in (ANN, BOB) for day in range(14)],
    )
    solution = solved(problem)
    assert solution.status == "optimal"
    assert solution.unfilled == ()


def test_a_night_between_two_weeks_is_filled_from_both():
    evening, morning = Pattern(1, 6, 1200, 1440, NURSE), Pattern(2, 7, 0, 240, NURSE)
    night = Need(1, 6, 1200, 1680, NURSE, 1)
    problem = clinic(patterns=(evening, morning), needs=[night], day_count=7)
    solution = solved(problem)
    assert solution.unfilled == ()
    assert len(solution.assignments) == 2


def test_an_unsound_problem_is_refused():
    with pytest.raises(ValueError, match="twice"):
        solve(clinic(patterns=day_shifts([1, 1])))
    with pytest.raises(ValueError, match="not in the problem"):
        solve(clinic(choices=[Choice(ANN, 77)]))
