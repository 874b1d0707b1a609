"""Several shifts are dragged at once, and each cell says what it thinks of it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from clinicmgr.schedule.gui.shift_drag import Ruling
from clinicmgr.staff.records import LeaveDraft

MON, TUE, WED, THU, FRI = (date(2026, 11, day) for day in range(16, 21))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def two(shown, types):
    """Ann's shifts on Monday and Tuesday, both selected."""
    ids = [types.schedule.add_shift(types.draft(types.ann, day, 8, 16)) for day in (MON, TUE)]
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_Right, SHIFT)
    return ids


def where(shown, ids):
    return [(one.member_id, one.day) for one in map(shown.clinic.schedule.shift, ids)]


def test_the_selected_shifts_go_together_in_one_step(shown, types, two):
    shown.drag((types.ann, MON), (types.bob, WED))
    assert where(shown, two) == [(types.bob, WED), (types.bob, THU)]
    rows, columns = shown.grid.selected_block()
    assert (len(rows), [shown.grid.view.days[at].day for at in columns]) == (1, [WED, THU])
    assert shown.clinic.journal.undo() == "Move 2 shifts"
    assert where(shown, two) == [(types.ann, MON), (types.ann, TUE)]


def test_with_ctrl_all_of_them_are_copied(shown, types, two):
    shown.drag((types.ann, TUE), (types.bob, TUE), modifiers=CTRL)
    assert where(shown, two) == [(types.ann, MON), (types.ann, TUE)]
    assert [len(shown.shifts(types.bob, day)) for day in (MON, TUE)] == [1, 1]
    assert shown.clinic.journal.undo_title == "Copy 2 shifts"


def test_each_cell_says_what_it_thinks_with_a_sign(shown, types, two):
    shown.clinic.staff.add_leave(LeaveDraft(types.bob, THU, THU))
    shown.drag((types.ann, MON), (types.bob, WED), drop=False)
    verdict = shown.grid.mouse.drag.verdict
    row = shown.grid.view.row_of(("person", types.bob))
    assert verdict.cells == ((row, 2, Ruling.ALLOWED), (row, 3, Ruling.PROBLEM))
    assert "on leave" in verdict.sentence
    assert verdict.ruling.word == "Breaks a rule"
    assert verdict.count == 2
    shown.press(Qt.Key.Key_Escape)
    assert where(shown, two) == [(types.ann, MON), (types.ann, TUE)]


def test_what_is_carried_along_counts_for_the_rules(shown, types, clinic):
    ids = [types.schedule.add_shift(types.draft(types.ann, day, 7, 19)) for day in (MON, TUE)]
    types.schedule.edit(add=[types.draft(types.bob, day, 7, 19) for day in (WED, THU)])
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_Right, SHIFT)
    shown.drag((types.ann, MON), (types.bob, MON), drop=False)
    assert shown.grid.mouse.drag.verdict.ruling is not Ruling.ALLOWED  # 48 hours in the week
    shown.press(Qt.Key.Key_Escape)
    assert where(shown, ids) == [(types.ann, MON), (types.ann, TUE)]


def test_shifts_that_would_leave_the_grid_stay(shown, types, two):
    said: list[str] = []
    shown.grid.refused.connect(said.append)
    last = shown.grid.view.days[-1].day
    shown.drag((types.ann, MON), (types.bob, last))
    assert said == ["Not all 2 shifts fit here."]
    assert where(shown, two) == [(types.ann, MON), (types.ann, TUE)]


def test_a_locked_one_among_them_holds_all(shown, types, two):
    said: list[str] = []
    shown.grid.refused.connect(said.append)
    types.schedule.lock_shifts(two[:1])
    shown.drag((types.ann, MON), (types.bob, WED))
    assert said == ["1 of these shifts is locked. Unlock it first."]


def test_a_click_on_one_of_the_selected_shifts_selects_its_cell(shown, types, two):
    at = shown.middle(types.ann, TUE)
    shown.mouse(QEvent.Type.MouseButtonPress, at, LEFT, PLAIN)
    assert len(shown.grid.selected_block()[1]) == 2
    shown.mouse(QEvent.Type.MouseButtonRelease, at, NONE,
                 PLAIN)  # fmt: skip
    assert shown.grid.selected_block()[1] == [shown.grid.view.column_of(TUE)]


def test_shift_and_click_on_a_chip_extends_the_selection(shown, types, two):
    shown.at(types.bob, MON)
    at = shown.middle(types.ann, TUE)
    shown.mouse(QEvent.Type.MouseButtonPress, at, LEFT, SHIFT)
    shown.mouse(QEvent.Type.MouseButtonRelease, at, NONE, SHIFT)
    rows, columns = shown.grid.selected_block()
    assert (len(rows), len(columns)) == (2, 2)


def test_a_chip_held_at_the_edge_scrolls_the_grid_on(shown, types, two):
    shown.window.resize(1000, 420)
    grid, bar = shown.grid, shown.grid.verticalScrollBar()
    shown.qtbot.waitUntil(lambda: bar.maximum() > 0)
    shown.drag((types.ann, MON), (types.ann, TUE), drop=False)
    edge = QPoint(300, grid.viewport().height() - 6)
    shown.mouse(QEvent.Type.MouseMove, edge, LEFT, PLAIN)
    shown.qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    shown.press(Qt.Key.Key_Escape)
    assert not grid.mouse.drag.active
