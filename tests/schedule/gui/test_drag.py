"""A chip is taken to another cell with the mouse, and says on the way what it would break."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from clinicmgr.schedule.gui.roster_view import Mark
from clinicmgr.staff.records import LeaveDraft

MON, TUE, WED, THU = (date(2026, 11, day) for day in range(16, 20))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shift_id(shown, types):
    return types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))


def test_a_drag_moves_the_shift_as_one_step(shown, types, shift_id):
    shown.drag((types.ann, MON), (types.bob, TUE))
    (moved,) = shown.shifts(types.bob, TUE)
    assert moved.id == shift_id
    assert shown.grid.current_place() == (("person", types.bob), TUE)
    shown.clinic.journal.undo()
    assert [one.id for one in shown.shifts(types.ann, MON)] == [shift_id]


def test_with_ctrl_it_is_copied(shown, types, shift_id):
    shown.drag((types.ann, MON), (types.ann, WED), modifiers=CTRL)
    assert len(shown.shifts(types.ann, MON)) == 1
    assert len(shown.shifts(types.ann, WED)) == 1


def test_escape_cancels(shown, types, shift_id):
    shown.drag((types.ann, MON), (types.bob, TUE), drop=False)
    assert shown.grid.mouse.drag.active
    shown.press(Qt.Key.Key_Escape)
    assert not shown.grid.mouse.drag.active
    assert shown.shifts(types.bob, TUE) == []


def test_to_the_open_shifts_and_back_it_is_given_away(shown, types, shift_id):
    shown.drag((types.ann, MON), (None, MON))
    assert [one.id for one in shown.shifts(None, MON)] == [shift_id]
    shown.drag((None, MON), (types.bob, MON))
    assert [one.id for one in shown.shifts(types.bob, MON)] == [shift_id]


def test_the_cell_below_says_whether_it_is_allowed(shown, types, shift_id):
    shown.clinic.staff.add_leave(LeaveDraft(types.bob, TUE, TUE))
    shown.drag((types.ann, MON), (types.bob, TUE), drop=False)
    verdict = shown.grid.mouse.drag.verdict
    assert verdict.mark is Mark.PROBLEM
    assert "on leave" in verdict.sentence
    shown.drag((types.ann, MON), (types.bob, WED), drop=False)
    verdict = shown.grid.mouse.drag.verdict
    assert (verdict.mark, verdict.sentence) == (Mark.QUIET, "Bob Roy can take it on Wed, Nov 18")
    shown.press(Qt.Key.Key_Escape)


def test_a_locked_shift_stays_where_it_is(shown, types, shift_id, monkeypatch):
    said: list[str] = []
    shown.grid.refused.connect(said.append)
    types.schedule.lock_shifts([shift_id])
    shown.drag((types.ann, MON), (types.bob, TUE))
    assert shown.shifts(types.bob, TUE) == []
    assert said == ["This shift is locked. Unlock it first."]


def test_the_second_of_two_chips_can_be_taken(shown, types, shift_id):
    second = types.schedule.add_shift(types.draft(types.ann, MON, 17, 19))
    index = shown.grid.roster.index(shown.grid.view.row_of(("person", types.ann)), 0)
    rect = shown.grid.visualRect(index)
    found = shown.grid.chip_at(rect.bottomLeft() + rect.center().__class__(30, -8))
    assert found is not None
    assert shown.grid.cell_at(index).shift_ids[found[1]] == second
