"""An unfilled need is explained worker by worker."""

from dataclasses import replace

from tests.schedule.solver.clinics import ANN, BOB, CY, DESK, NURSE, clinic, day_needs, day_shifts

from clinicmgr.schedule.solver.answer import Because
from clinicmgr.schedule.solver.problem import Choice, Fixed, Need, Pattern, Worker
from clinicmgr.schedule.solver.search import solve
from clinicmgr.schedule.solver.why import why_unfilled


def reasons(problem):
    return {reason.worker: reason for reason in why_unfilled(problem, solve(problem))}


def test_who_may_not_take_it_is_told_apart_from_who_works_elsewhere():
    problem = clinic(
        patterns=day_shifts([0]),
        needs=day_needs([0], minimum=3),
        choices=[Choice(ANN, 0), Choice(BOB, 0)],
        fixed=[Fixed(BOB, 0, 480, 1020, DESK, site=4)],
    )
    found = reasons(problem)
    assert ANN not in found  # she does it
    assert found[CY].because is Because.NOT_ALLOWED
    assert found[BOB].because is Because.WORKS
    assert (found[BOB].shift.position, found[BOB].shift.site) == (DESK, 4)


def test_used_hours_and_too_little_rest_are_told_with_their_figures():
    problem = clinic(
        workers=[Worker(ANN, limits=(2400,)), Worker(BOB)],
        patterns=day_shifts([5]),
        needs=day_needs([5]),
        fixed=[
            *(Fixed(ANN, day, 480, 1020, NURSE, 60) for day in range(5)),
            Fixed(BOB, 4, 960, 1440, NURSE),
        ],
    )
    found = reasons(problem)
    assert (found[ANN].because, found[ANN].minutes, found[ANN].limit) == ("hours", 2880, 2400)
    assert (found[BOB].because, found[BOB].minutes, found[BOB].limit) == ("rest", 480, 660)
    assert found[BOB].shift.day == 4


def test_a_missing_skill_a_full_room_and_long_rows_are_told():
    pattern = replace(day_shifts([1])[0], room=7)
    needs = [replace(day_needs([1])[0], skill=5)]
    assert reasons(clinic(workers=[ANN], patterns=[pattern], needs=needs))[ANN].because == "skill"
    full = clinic(
        workers=[ANN],
        patterns=[pattern],
        needs=day_needs([1], minimum=2),
        fixed=[Fixed(BOB, 1, 480, 1020, NURSE, room=7)],
        rooms=((7, 1),),
    )
    assert reasons(full)[ANN].because == "room"
    row = clinic(
        workers=[ANN],
        patterns=[pattern],
        needs=day_needs([1]),
        fixed=[Fixed(ANN, 0, 480, 1020, NURSE)],
        days_in_row=1,
    )
    assert reasons(row)[ANN].because == "days"


def test_who_has_had_enough_shifts_that_day_is_told():
    problem = clinic(
        workers=[ANN],
        patterns=[Pattern(1, 0, 780, 1020, NURSE)],
        needs=[Need(1, 0, 780, 1020, NURSE, 1)],
        fixed=[Fixed(ANN, 0, 480, 720, NURSE)],
        shifts_a_day=1,
    )
    assert reasons(problem)[ANN].because == "shifts"


def test_who_could_do_it_comes_first_when_the_search_was_cut_short():
    problem = clinic(patterns=day_shifts([0]), needs=day_needs([0]), choices=[Choice(CY, 0)])
    nothing = replace(solve(replace(problem, choices=())), assignments=())
    found = why_unfilled(problem, nothing)
    assert (found[0].worker, found[0].because, found[0].pattern) == (CY, Because.FREE, 0)
    assert [reason.worker for reason in found] == [CY, ANN, BOB]
