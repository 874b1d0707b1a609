"""A page on the practice of Ann, Bob and Cy, in a window, hearing of every change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.schedule.gui.page import SchedulePage
from clinicmgr.schedule.records import Shift, ShiftTypeDraft

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Shown:
    """The page, and what a person does with it."""

    qtbot: Any
    page: SchedulePage
    desk: Desk
    window: QMainWindow
    clinic: Any

    @property
    def grid(self) -> Any:
        return self.page.grid

    def at(self, who: int | None, day: date) -> None:
        key = ("open", 0) if who is None else ("person", who)
        assert self.grid.select_place(key, day)
        self.grid.setFocus()

    def type(self, text: str, key: Any = Qt.Key.Key_Return) -> None:
        """Type into the current cell and finish with a key."""
        self.qtbot.keyClicks(self.grid, text[:1])
        self.qtbot.keyClicks(self.grid.editor, text[1:])
        self.qtbot.keyClick(self.grid.editor, key)

    def press(self, key: Any, modifiers: Any = PLAIN) -> None:
        self.qtbot.keyClick(self.grid, key, modifiers)

    def text(self, who: int | None, day: date) -> str:
        return str(self.cell(who, day).text)

    def cell(self, who: int | None, day: date) -> Any:
        view = self.grid.view
        key = ("open", 0) if who is None else ("person", who)
        return view.rows[view.row_of(key)].cells[view.column_of(day)]

    def shifts(self, who: int | None, day: date) -> list[Shift]:
        return [one for one in self.clinic.schedule.shifts(day, day) if one.member_id == who]

    def drag(self, source: Any, target: Any, *, modifiers: Any = PLAIN, drop: bool = True) -> None:
        """Take the chip of a cell (who, day) to another cell."""
        first, last = self.middle(*source), self.middle(*target)
        self.mouse(QEvent.Type.MouseButtonPress, first, LEFT, modifiers)
        self.mouse(QEvent.Type.MouseMove, first + QPoint(14, 8), LEFT, modifiers)
        self.mouse(QEvent.Type.MouseMove, last, LEFT, modifiers)
        if drop:
            self.mouse(QEvent.Type.MouseButtonRelease, last, NONE, modifiers)

    def middle(self, who: int | None, day: date) -> QPoint:
        view = self.grid.view
        key = ("open", 0) if who is None else ("person", who)
        index = self.grid.roster.index(view.row_of(key), view.column_of(day))
        return QPoint(self.grid.visualRect(index).center())

    def mouse(self, kind: Any, at: QPoint, held: Any, modifiers: Any) -> None:
        viewport = self.grid.viewport()
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(
            kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), button, held, modifiers
        )
        QApplication.sendEvent(viewport, event)


def show(qtbot: Any, clinic: Any, clock: Any) -> Shown:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 860)
    desk = Desk(window, clock)
    page = SchedulePage(clinic.schedule, clinic.staff, clinic.places, clinic.settings, desk)
    clinic.journal.subscribe(lambda news: page.mark_stale(news.domains))
    window.setCentralWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.grid.setFocus()
    return Shown(qtbot, page, desk, window, clinic)


@pytest.fixture(autouse=True)
def light(qapp: Any) -> Any:
    return theme.apply(qapp, "light", "comfortable")


@pytest.fixture
def types(practice: Any) -> Any:
    """Two shift types: ME for assistants and FE for the front desk."""
    schedule = practice.schedule
    schedule.add_shift_type(ShiftTypeDraft("Assistant early", "ME", 450, 960, 30, practice.ma))
    schedule.add_shift_type(ShiftTypeDraft("Front early", "FE", 450, 930, 30, practice.fd))
    return practice


@pytest.fixture
def shown(qtbot: Any, types: Any, clinic: Any, clock: Any) -> Iterator[Shown]:
    made = show(qtbot, clinic, clock)
    yield made
    made.desk.jobs.wait_for_done(5000)
    made.desk.hide_toast()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def demo(qtbot: Any, demo_clinic: Any, clock: Any) -> Iterator[Shown]:
    made = show(qtbot, demo_clinic, clock)
    yield made
    made.desk.jobs.wait_for_done(5000)
    made.desk.hide_toast()
