"""The search in its own process: told about, stopped, crashed, and never left behind."""

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import threading

import pytest
from tests.schedule.solver.clinics import clinic, day_needs, day_shifts, realistic

from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.solver.problem import Choice
from clinicmgr.schedule.solver.process import solve_in_process
from clinicmgr.schedule.solver.score import broken_limits, score
from clinicmgr.schedule.solver.search import solve

ENDLESS = 1e6


@pytest.fixture(autouse=True)
def nothing_left_behind():
    yield
    assert multiprocessing.active_children() == []


class Told:
    """Remembers what it was told, and lets the search go on."""

    def __init__(self):
        self.all = []

    def __call__(self, progress):
        self.all.append(progress)
        return True


def test_it_answers_what_the_search_answers_here():
    problem = realistic(10, 1, seed=5)
    told = Told()
    there = solve_in_process(problem, effort=0.3, on_progress=told)
    here = solve(problem, effort=0.3)
    assert there.assignments == here.assignments
    assert (there.status, there.objective) == (here.status, here.objective)
    assert told.all[-1].objective is not None


def test_cancelling_keeps_the_best_roster():
    problem = realistic(24, 4, seed=6)
    told = Told()
    solution = solve_in_process(
        problem,
        effort=ENDLESS,
        on_progress=told,
        cancelled=lambda: bool(told.all),
    )
    assert solution.status == "stopped"
    assert solution.assignments
    assert broken_limits(problem, solution.assignments) == ()
    assert score(problem, solution.assignments) == solution.objective


def test_cancelled_before_it_begins_there_may_be_nothing():
    solution = solve_in_process(realistic(24, 4, seed=6), cancelled=lambda: True)
    assert solution.status in {"none", "stopped"}


def test_it_works_from_another_thread():
    answers = []
    problem = clinic(patterns=day_shifts(range(5)), needs=day_needs(range(5)))
    thread = threading.Thread(target=lambda: answers.append(solve_in_process(problem)))
    thread.start()
    thread.join(60)
    assert answers[0].status == "optimal"


def test_a_crash_of_the_process_is_told_in_a_sentence():
    def crash(progress):
        for child in multiprocessing.active_children():
            child.kill()
        return True

    with pytest.raises(UserError, match="try again"):
        solve_in_process(realistic(24, 4, seed=7), effort=ENDLESS, on_progress=crash)


def test_a_mistake_in_the_search_is_raised_with_its_story():
    with pytest.raises(RuntimeError, match="not in the problem"):
        solve_in_process(clinic(choices=[Choice(1, 77)]))


def test_what_the_listener_raises_comes_out_and_ends_the_search():
    def fail(progress):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        solve_in_process(realistic(24, 4, seed=7), effort=ENDLESS, on_progress=fail)


PROGRAM = """
import multiprocessing
from tests.schedule.solver.clinics import realistic
from clinicmgr.schedule.solver.process import solve_in_process

def tell(progress):
    print(multiprocessing.active_children()[0].pid, flush=True)
    return True

if __name__ == "__main__":
    solve_in_process(realistic(24, 4, seed=8), effort=1e6, on_progress=tell)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process not its own")
def test_the_search_ends_when_the_program_dies(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as program:
        assert program.stdout
        child = int(program.stdout.readline())
        handle = os.pidfd_open(child)
        program.send_signal(signal.SIGKILL)
        ended, _, _ = select.select([handle], [], [], 20)
        os.close(handle)
    assert ended
