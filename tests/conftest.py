"""What every test stands on: a fixed day, its own folders, real practice files, no leftovers.

The fixtures import the program lazily, so that the tests of one folder need only that folder.
"""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from clinicmgr.clinic import Clinic
    from clinicmgr.kernel.access import Actor
    from clinicmgr.kernel.clock import Clock
    from clinicmgr.kernel.journal import Journal
    from clinicmgr.kernel.paths import Paths

WEDNESDAY = datetime(2026, 11, 18, 9, 0)
# A job that has just reported its end may still need a moment to leave its thread.
THREADS_MAY_TAKE_MS = 2_000

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile("ci")


@pytest.fixture
def clock() -> Clock:
    """Wednesday 2026-11-18, nine in the morning, for as long as the test takes."""
    from clinicmgr.kernel.clock import FixedClock

    return FixedClock(WEDNESDAY)


@pytest.fixture
def actor() -> Actor:
    """Dana, the office manager, who may do everything."""
    from clinicmgr.kernel.access import Actor

    return Actor("Dana")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of this test alone."""
    from clinicmgr.kernel.paths import Paths

    return Paths.under(tmp_path / "home")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches the folders of the person who runs it."""
    monkeypatch.setenv("CLINICMGR_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one new practice file, built once and then only copied."""
    from clinicmgr.kernel.access import Actor
    from clinicmgr.kernel.clock import FixedClock
    from clinicmgr.kernel.practice import create_practice
    from clinicmgr.kernel.settings import ClinicSettings

    # The tables of every domain have to be known before the file is laid out.
    importlib.import_module("clinicmgr.clinic")
    folder = tmp_path_factory.mktemp("empty-practice")
    create_practice(
        folder / "test.clinic",
        ClinicSettings(name="Lakeside Family Clinic", visible_days=tuple(range(7))),
        FixedClock(WEDNESDAY),
        Actor("Dana"),
    ).close()
    return folder


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo practice, built once and then only copied."""
    from clinicmgr.demo import build

    folder = tmp_path_factory.mktemp("demo-practice")
    build(folder / "demo.clinic", today=WEDNESDAY.date())
    return folder


@pytest.fixture
def practice_file(empty_template: Path, tmp_path: Path) -> Path:
    """A fresh practice file that belongs to this test."""
    return _own_copy(empty_template, tmp_path)


@pytest.fixture
def demo_file(demo_template: Path, tmp_path: Path) -> Path:
    """A copy of the demo practice's file that belongs to this test."""
    return _own_copy(demo_template, tmp_path)


@pytest.fixture
def journal(practice_file: Path, clock: Clock, actor: Actor) -> Iterator[Journal]:
    """The journal of a fresh practice, without the services above it."""
    from clinicmgr.kernel.practice import open_practice

    practice = open_practice(practice_file, clock, actor)
    yield practice.journal
    practice.close()


@pytest.fixture
def clinic(practice_file: Path, clock: Clock, actor: Actor) -> Iterator[Clinic]:
    """A fresh, empty practice, opened."""
    from clinicmgr.clinic import Clinic

    opened = Clinic.open(practice_file, clock=clock, actor=actor)
    yield opened
    opened.close()


@pytest.fixture
def demo_clinic(demo_file: Path, clock: Clock, actor: Actor) -> Iterator[Clinic]:
    """The demo practice, opened; the test may change it."""
    from clinicmgr.clinic import Clinic

    opened = Clinic.open(demo_file, clock=clock, actor=actor)
    yield opened
    opened.close()


def _own_copy(template: Path, folder: Path) -> Path:
    """Copy the template's file and whatever lies beside it; return the practice file."""
    target = folder / "practice"
    shutil.copytree(template, target)
    (practice,) = target.glob("*.clinic")
    return practice


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log is a failure, unless the test is marked `expects_log(text)`."""
    yield
    expected = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    said = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    surprising = [text for text in said if not any(part in text for part in expected)]
    missing = [part for part in expected if not any(part in text for text in said)]
    if surprising:
        pytest.fail("unexpected in the log: " + "; ".join(surprising))
    if missing:
        pytest.fail("never appeared in the log: " + "; ".join(missing))


@pytest.fixture(autouse=True)
def nothing_left_behind(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A Qt test must leave no window, no running thread or job and no active timer."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    from PySide6.QtCore import QThread, QTimer

    timers = _remember_started(monkeypatch, QTimer)
    threads = _remember_started(monkeypatch, QThread)
    yield
    _carry_out_deletions()
    if left := _leftovers(timers, threads):
        pytest.fail("left behind: " + "; ".join(left))


def _remember_started(monkeypatch: pytest.MonkeyPatch, kind: type[Any]) -> list[Any]:
    """Collect every object of this Qt class that our Python code starts from now on."""
    started: list[Any] = []
    start: Callable[..., None] = kind.start

    def remembering(self: Any, *arguments: Any) -> None:
        started.append(self)
        start(self, *arguments)

    monkeypatch.setattr(kind, "start", remembering)
    return started


def _carry_out_deletions() -> None:
    """Do what `deleteLater` asked for: no event loop runs between two tests to do it."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _round in range(3):  # a deleted parent may ask for more
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _leftovers(timers: list[Any], threads: list[Any]) -> list[str]:
    import shiboken6
    from PySide6.QtCore import QThreadPool

    left = [
        f"active timer {timer}" for timer in timers if shiboken6.isValid(timer) and timer.isActive()
    ]
    for timer in timers:
        if shiboken6.isValid(timer):
            timer.stop()  # so that the next test does not pay for this one
    left += [
        f"running thread {thread}"
        for thread in threads
        if shiboken6.isValid(thread) and not thread.wait(THREADS_MAY_TAKE_MS)
    ]
    if not QThreadPool.globalInstance().waitForDone(THREADS_MAY_TAKE_MS):
        left.append("a job in the thread pool")
    if "PySide6.QtWidgets" in sys.modules:
        left += _open_windows()
    return left


def _open_windows() -> list[str]:
    from PySide6.QtWidgets import QApplication

    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"open window {type(widget).__name__} {widget.windowTitle()!r}" for widget in windows]
    for widget in windows:
        widget.close()
        widget.deleteLater()
    _carry_out_deletions()
    return names
