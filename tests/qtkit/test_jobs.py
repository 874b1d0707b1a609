"""Long work leaves the window alive, shows its progress, and can be stopped."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QLabel

from clinicmgr.kernel.errors import UserError
from clinicmgr.qtkit.job_bar import JobBar
from clinicmgr.qtkit.jobs import Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    assert made.wait_for_done(2000)


def never(_error):
    pytest.fail("should not have been called")


def test_the_work_is_beside_the_window_and_the_answer_in_it(qtbot, jobs):
    window = QThread.currentThread()
    seen: list[Any] = []

    def work(progress):
        progress(0.5, "half")
        return QThread.currentThread() is window

    jobs.run(work, lambda result: seen.append((result, QThread.currentThread() is window)), never)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]
    assert not jobs.busy


def test_work_is_done_one_after_the_other(qtbot, jobs):
    order: list[Any] = []
    for number in range(5):
        jobs.run(lambda _progress, number=number: number, order.append)
    qtbot.waitUntil(lambda: len(order) == 5)
    assert order == [0, 1, 2, 3, 4]


def test_a_refusal_reaches_the_page(qtbot, jobs):
    def work(_progress):
        raise UserError("The file cannot be read. Choose another.")

    refused: list[Any] = []
    jobs.run(work, never, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert refused[0].sentence == "The file cannot be read. Choose another."


def test_a_bug_settles_the_page_and_is_raised(qtbot, jobs):
    settled: list[Any] = []
    with qtbot.captureExceptions() as raised:
        jobs.run(lambda _progress: 1 // 0, never, settled.append)
        qtbot.waitUntil(lambda: bool(settled))
    assert raised[0][0] is ZeroDivisionError


def test_cancelled_work_may_keep_what_it_has(qtbot, jobs):
    started = threading.Event()

    def work(progress):
        started.set()
        while not progress.cancelled:
            progress(0.1, "searching")
        return "best so far"

    got: list[Any] = []
    number = jobs.run(work, got.append, never, "Filling")
    assert started.wait(2)
    jobs.cancel(number)
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["best so far"]


def test_cancelled_work_may_leave(qtbot, jobs):
    started = threading.Event()

    def work(progress):
        started.set()
        while True:
            progress.stop_if_cancelled()

    jobs.run(work, never, never, "Importing")
    assert started.wait(2)
    with qtbot.waitSignal(jobs.cancelled) as told:
        jobs.cancel()
    assert told.args == ["Importing"]


def test_closing_stops_everything_and_calls_nobody(qtbot):
    jobs = Jobs()
    started = threading.Event()

    def work(progress):
        started.set()
        while not progress.cancelled:
            pass

    jobs.run(work, never, never)
    jobs.run(lambda _progress: 1, never, never)
    assert started.wait(2)
    assert jobs.wait_for_done(2000)
    assert not jobs.busy
    done: list[Any] = []
    jobs.run(lambda _progress: 2, done.append)  # the window stayed open after all
    qtbot.waitUntil(lambda: done == [2])
    assert jobs.wait_for_done(2000)


def test_short_work_is_never_shown_and_long_work_is(qtbot, jobs):
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    release = threading.Event()
    done: list[Any] = []
    with qtbot.assertNotEmitted(jobs.shown):
        jobs.run(lambda _progress: 1, done.append)
        qtbot.waitUntil(lambda: done == [1])

    def work(progress):
        while not release.is_set() and not progress.cancelled:
            progress(0.4, "40 of 100")
        return 2

    with qtbot.waitSignals([jobs.shown, jobs.progressed]):
        jobs.run(work, done.append, never, "Importing staff")
    assert not bar.isHidden()
    qtbot.waitUntil(lambda: "40 of 100" in bar.findChildren(QLabel)[0].text())
    assert bar.accessibleName() == "Importing staff"
    with qtbot.waitSignal(jobs.hidden):
        release.set()
    assert bar.isHidden()
