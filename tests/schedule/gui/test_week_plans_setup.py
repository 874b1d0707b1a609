"""The shifts of a plan are typed like the roster, in the practice setup."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from tests.schedule.conftest import Practice
from tests.schedule.gui.conftest import MON, TUE, WED

from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.schedule.gui.setup.page import SetupPage
from clinicmgr.schedule.gui.setup.week_plans import WeekPlanBook
from clinicmgr.schedule.gui.setup.week_plans_sheet import PlanSheet
from clinicmgr.schedule.records.week_plans import WeekPlan, WeekPlanDraft
from clinicmgr.staff.records import LeaveDraft


@pytest.fixture
def book(qtbot: Any, practice: Practice, clock: Any) -> WeekPlanBook:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    clinic = practice.clinic
    desk = Desk(window, clock)
    page = SetupPage(clinic.schedule, clinic.staff, clinic.places, desk, clinic.settings)
    clinic.journal.subscribe(lambda news: page.mark_stale(news.domains))
    window.setCentralWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    practice.schedule.edit(
        add=[practice.draft(practice.ann, day, 8, 16, note="calm") for day in (MON, WED)]
    )
    practice.schedule.week_plans.keep_weeks(MON, WeekPlanDraft("Normal", weeks=2))
    made = page.turn_to("week_plans")
    assert isinstance(made, WeekPlanBook)
    return made


@pytest.fixture
def sheet(book: WeekPlanBook) -> PlanSheet:
    book.table.select([plan(book).id])
    book.open(plan(book).id)
    book.shifts_button.click()
    assert book.sheet is not None
    return book.sheet


def plan(book: WeekPlanBook) -> WeekPlan:
    assert isinstance(book.table, RecordTable)
    (one,) = book.table.shown_records()
    assert isinstance(one, WeekPlan)
    return one


def type_into(qtbot: Any, sheet: PlanSheet, who: int | None, weekday: int, text: str) -> None:
    key = ("open", 0) if who is None else ("person", who)
    assert sheet.grid.select_place(key, sheet.view.days[weekday].day)
    sheet.grid.setFocus()
    qtbot.keyClicks(sheet.grid, text[:1])
    qtbot.keyClicks(sheet.grid.editor, text[1:])
    qtbot.keyClick(sheet.grid.editor, Qt.Key.Key_Return)


def what(book: WeekPlanBook) -> list[tuple[int, int, int | None, int, int]]:
    return [
        (one.week, one.weekday, one.member_id, one.start // 60, one.end // 60)
        for one in plan(book).shifts
    ]


def test_the_grid_shows_weekdays_without_dates(sheet: PlanSheet) -> None:
    assert [head.number for head in sheet.view.days] == [""] * 7
    assert sheet.view.days[0].name == "Monday"
    assert sheet.view.shift_count == 2
    assert not sheet.weeks.isHidden()


def test_shifts_are_typed_changed_and_removed_like_in_the_roster(
    qtbot: Any, practice: Practice, book: WeekPlanBook, sheet: PlanSheet
) -> None:
    type_into(qtbot, sheet, practice.bob, 1, "9-17")
    type_into(qtbot, sheet, practice.ann, 0, "7-15")
    assert what(book) == [
        (1, 0, practice.ann, 7, 15),
        (1, 1, practice.bob, 9, 17),
        (1, 2, practice.ann, 8, 16),
    ]
    assert plan(book).shifts[0].note == "calm"
    assert practice.clinic.journal.undo_title == "Change the shifts of week plan Normal"

    sheet.grid.select_place(("person", practice.ann), sheet.view.days[2].day)
    qtbot.keyClick(sheet.grid, Qt.Key.Key_Delete)
    assert len(what(book)) == 2
    practice.clinic.journal.undo()
    assert len(what(book)) == 3
    assert sheet.view.shift_count == 3


def test_each_week_of_a_rotation_has_its_own_shifts(
    qtbot: Any, practice: Practice, book: WeekPlanBook, sheet: PlanSheet
) -> None:
    sheet.turn_to(2)
    assert sheet.view.shift_count == 0
    type_into(qtbot, sheet, practice.cy, 6, "10-14")
    assert what(book)[-1] == (2, 6, practice.cy, 10, 14)


def test_nobody_is_away_in_a_plan(practice: Practice, sheet: PlanSheet) -> None:
    first = sheet.view.days[0].day
    practice.clinic.staff.add_leave(LeaveDraft(practice.ann, first, date(2026, 12, 31)))
    assert not any(one.rule == "leave" for one in sheet.material.checker.violations)


def test_done_goes_back_to_the_list_and_undoing_the_plan_does_too(
    practice: Practice, book: WeekPlanBook, sheet: PlanSheet
) -> None:
    sheet.close_sheet()
    assert book.sheet is None

    book.edit_shifts()
    practice.schedule.week_plans.remove(plan(book).id)
    assert book.sheet is None


def test_a_plan_is_copied_and_renamed_in_the_list(practice: Practice, book: WeekPlanBook) -> None:
    book.open(plan(book).id)
    book.copy_plan()
    plans = practice.schedule.week_plans.plans()
    assert [(one.name, len(one.shifts)) for one in plans] == [("Normal", 2), ("Normal 2", 2)]

    copied = plans[1]
    practice.schedule.week_plans.change(copied.id, replace(copied.draft(), name="Summer"))
    assert isinstance(book.table, RecordTable)
    assert book.table.selected_records()[0].name == "Summer"
    assert practice.schedule.shifts(TUE, TUE) == []
