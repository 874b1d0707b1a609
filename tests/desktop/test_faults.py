"""A mistake of the program is told plainly, its report names nobody, and the program goes on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from clinicmgr.desktop.faults import FaultWatcher, report_of


def fault(name: str = "Ana Ruiz") -> Exception:
    try:
        raise ValueError(f"no member '{name}' with id 42 in [1, 2]")
    except ValueError as error:
        return error


def test_a_report_says_where_but_never_whom():
    report = report_of(fault(), "2026-11-18 09:00", "staff")
    assert "ValueError" in report
    assert "test_faults.py" in report
    assert "Ana" not in report.partition("ValueError")[2]
    assert "42" not in report.rpartition("ValueError")[2]


@pytest.mark.expects_log("unexpected error")
def test_the_dialog_offers_the_report_and_the_window_goes_on(session, answers, tmp_path, sites):
    watcher = FaultWatcher(session)
    error = fault()
    watcher.hear(type(error), error, error.__traceback__)
    watcher.hear(type(error), error, error.__traceback__)  # a second one does not stack up
    assert watcher.shown is not None
    watcher.shown.copy_report()
    assert "ValueError" in QGuiApplication.clipboard().text()
    answers.next = tmp_path / "report.txt"
    watcher.shown.save_report()
    assert "ValueError" in answers.next.read_text("utf-8")
    watcher.shown.accept_button.click()
    assert watcher.shown is None
    sites.add()
    assert sites.names == ["North"]
