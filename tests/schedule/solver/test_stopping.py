"""How the search ends: when told, by the clock, by itself; and that it always ends the same."""

import os
import subprocess
import sys

import pytest
from tests.schedule.solver.clinics import ANN, clinic, day_needs, day_shifts, realistic, solved

from clinicmgr.schedule.solver.answer import Assignment
from clinicmgr.schedule.solver.search import solve


def test_the_search_stops_when_told_and_keeps_the_best_so_far():
    problem = realistic(24, 2, seed=1)
    told = []

    def stop_at_once(progress):
        told.append(progress)
        return False

    solution = solved(problem, on_progress=stop_at_once)
    assert solution.status == "stopped"
    assert solution.assignments == told[0].assignments != ()
    assert len(told) == 1


def test_the_first_roster_is_told_before_the_search_begins_and_each_is_better():
    told = []

    def note(progress):
        told.append(progress)
        return True

    solve(realistic(10, 1, seed=2), effort=0.5, on_progress=note)
    objectives = [progress.objective or 0 for progress in told]
    assert objectives == sorted(objectives, reverse=True)
    assert told[0].bound is None


def test_a_failing_listener_ends_the_search_with_its_failure():
    def fail(progress):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        solve(clinic(patterns=day_shifts([0]), needs=day_needs([0])), on_progress=fail)


def test_the_clock_stops_the_search():
    solution = solved(realistic(24, 4, seed=3), seconds=1.0)
    assert solution.status == "stopped"
    assert solution.seconds < 10


ROSTER = """
from tests.schedule.solver.clinics import realistic
from clinicmgr.schedule.solver.search import solve
print(solve(realistic(12, 2, seed=4), effort=1.0).assignments)
"""


def test_the_same_problem_gives_the_same_roster_also_in_another_process():
    first = solve(realistic(12, 2, seed=4), effort=1.0)
    again = solve(realistic(12, 2, seed=4), effort=1.0)
    assert again.assignments == first.assignments
    other = subprocess.run(
        [sys.executable, "-c", ROSTER],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "77"},
    )
    assert other.stdout.strip() == str(first.assignments)


@pytest.mark.slow
def test_a_real_clinic_gets_a_week_in_seconds():
    solution = solved(realistic(24, 1, seed=3), effort=0.8)
    assert solution.unfilled == ()
    assert solution.gap < 0.02


@pytest.mark.slow
def test_a_real_clinic_gets_four_weeks():
    solution = solved(realistic(24, 4, seed=5), effort=4.0)
    assert solution.unfilled == ()
    assert solution.gap < 0.01


def test_the_answer_is_in_a_stable_order():
    solution = solve(clinic(patterns=day_shifts(range(5)), needs=day_needs(range(5), minimum=2)))
    assert list(solution.assignments) == sorted(solution.assignments)
    assert solution.assignments[0] == Assignment(ANN, solution.assignments[0].pattern)
