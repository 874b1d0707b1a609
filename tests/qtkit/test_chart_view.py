"""A chart on a page: drawn beside the window, told in words, in the colors of the theme."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from clinicmgr.paper import Chart, Limit, Series
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.chart_view import ChartView, values_in_words
from clinicmgr.qtkit.jobs import Jobs

VISITS = Chart(
    "bar",
    ("Jan", "Feb", "Mar"),
    (Series("Plan", (100, 250, None)), Series("Actual", (90, 260, 1200), 3)),
    "Visits",
    "whole",
    (Limit("Target", 300),),
)


@pytest.fixture
def view(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    made = ChartView(jobs, "en_US", window)
    made.resize(600, 240)
    window.resize(620, 260)
    window.show()
    yield made
    jobs.wait_for_done()


def ground(view):
    return view.grab().toImage().pixelColor(2, 2).name().upper()


def test_a_chart_is_drawn_and_read_aloud(qtbot, view):
    view.show_chart(VISITS)
    assert view.accessibleName() == "Visits"
    qtbot.waitUntil(lambda: view.is_drawn)
    assert "Feb: Plan 250, Actual 260, Target 300" in view.accessibleDescription()
    picture = view.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, 600, 4) for y in range(0, 240, 4)}
    assert len(colors) > 4, "bars, axes and words are painted"


def test_a_chart_follows_the_theme_and_the_size(qtbot, qapp, view):
    view.show_chart(VISITS)
    qtbot.waitUntil(lambda: view.is_drawn)
    assert ground(view) == theme.current().tokens.surface
    theme.apply(qapp, "dark", "comfortable")
    assert not view.is_drawn
    qtbot.waitUntil(lambda: view.is_drawn)
    assert ground(view) == theme.current().tokens.surface == "#1B2227"
    view.resize(500, 200)
    assert not view.is_drawn
    qtbot.waitUntil(lambda: view.is_drawn)


def test_pointing_at_a_category_tells_its_values(qtbot, view):
    view.show_chart(VISITS)
    qtbot.waitUntil(lambda: view.is_drawn)
    for at, month in ((80, "Jan: Plan 100"), (560, "Mar: Actual 1,200")):
        where = QPoint(at, 100)
        view.event(QHelpEvent(QHelpEvent.Type.ToolTip, where, view.mapToGlobal(where)))
        assert QToolTip.text().startswith(month)
    QToolTip.hideText()


def test_a_view_that_was_closed_meanwhile_hurts_nobody(qtbot, qapp):
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    view = ChartView(jobs, parent=window)
    view.resize(600, 240)
    view.show_chart(VISITS)
    assert jobs.busy
    view.setParent(None)
    view.deleteLater()
    del view
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.wait_for_done()


def test_a_missing_value_is_left_out_of_the_words():
    assert values_in_words(VISITS, "en_US")[2] == "Mar: Actual 1,200, Target 300"
