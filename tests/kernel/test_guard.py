"""The program refuses, in a sentence, to run where it would crash or lose data."""

import sys

import pytest

from clinicmgr.__main__ import wants_window
from clinicmgr.kernel import guard


def test_the_qt_that_crashes_is_refused_with_what_to_install():
    refusal = guard.qt_refusal((6, 12, 0, "", ""), (3, 11, 7, "final", 0))
    assert refusal is not None
    assert "PySide6 6.12.0 on Python 3.11" in refusal
    assert "6.11.3" in refusal


@pytest.mark.parametrize(
    "qt, python",
    [((6, 12, 0), (3, 12, 1)), ((6, 12, 0), (3, 13, 0)), ((6, 11, 3), (3, 11, 7))],
)
def test_sound_pairs_start(qt, python):
    assert guard.qt_refusal(qt, python) is None


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_can_damage_the_file_is_refused(version):
    refusal = guard.sqlite_refusal(version)
    assert refusal is not None
    assert ".".join(map(str, version)) in refusal


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_mended_sqlite_starts(version):
    assert guard.sqlite_refusal(version) is None


def test_the_installed_sqlite_is_a_mended_one():
    assert guard.sqlite_refusal() is None


@pytest.mark.parametrize(
    "arguments, window",
    [
        ([], True),
        (["Lakeside.clinic"], True),
        (["Lakeside.CLINIC"], True),
        (["demo"], True),
        (["demo", "--today", "2026-11-18"], True),
        (["demo", "--headless", "out"], False),
        (["demo", "--headless=out"], False),
        (["--practice", "Lakeside.clinic"], True),
        (["--practice=Lakeside.clinic", "demo"], True),
        (["--practice", "Lakeside.clinic", "info"], False),
        (["--help"], False),
        (["verify", "Lakeside.clinic"], False),
    ],
)
def test_a_command_runs_without_a_window(arguments, window):
    assert wants_window(arguments) is window


def test_painting_for_a_day_loses_no_reference_of_none(qapp):
    """PySide6 6.12.0 on Python 3.11 fails this; see BROKEN_QT."""
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(3_000):
        widget.update()
    lost = before - sys.getrefcount(None)
    widget.deleteLater()
    assert lost < 1_000
