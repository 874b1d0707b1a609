"""The week is typed like a spreadsheet, and every typing is one step of undo."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

MON, TUE, WED = (date(2026, 11, day) for day in range(16, 19))


def test_a_code_becomes_a_shift_and_the_cursor_goes_down(shown, types):
    shown.at(types.ann, WED)
    shown.type("me")
    (made,) = shown.shifts(types.ann, WED)
    assert (made.start, made.end, made.break_minutes) == (450, 960, 30)
    assert made.position_id == types.ma
    assert shown.grid.current_place() == (("person", types.bob), WED)
    assert shown.text(types.ann, WED) == "ME"


def test_the_cursor_goes_right_with_tab_and_over_headings_with_enter(shown, types):
    shown.at(types.bob, TUE)
    shown.type("8-12", Qt.Key.Key_Tab)
    assert shown.grid.current_place() == (("person", types.bob), WED)
    shown.type("ME")
    assert shown.grid.current_place() == (("person", types.cy), WED)


def test_times_and_a_room_are_understood(shown, types):
    shown.at(types.ann, MON)
    shown.type("8-12 13-17 @ex1")
    first, second = shown.shifts(types.ann, MON)
    assert (first.start, first.end, first.room_id) == (480, 720, None)
    assert (second.start, second.end, second.room_id) == (780, 1020, types.exam)
    assert shown.text(types.ann, MON) == "8:00-12:00 13:00-17:00 @EX1"


def test_a_typed_shift_counts_for_the_only_site(shown, types):
    shown.at(types.ann, MON)
    shown.type("ME")
    (made,) = shown.shifts(types.ann, MON)
    assert made.site_id == types.main


def test_what_is_not_understood_stays_open_with_its_sentence(shown, types):
    shown.at(types.ann, WED)
    shown.type("xyz")
    editor = shown.grid.editor
    assert editor.is_open
    assert "neither a shift type nor a time" in editor.refusal.accessibleName()
    assert editor.text() == "xyz"
    assert shown.shifts(types.ann, WED) == []
    shown.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.is_open
    assert shown.grid.hasFocus()


def test_escape_leaves_the_cell_as_it_was(shown, types):
    shown.at(types.ann, WED)
    shown.type("ME")
    shown.at(types.ann, WED)
    shown.type("8-9", Qt.Key.Key_Escape)
    assert shown.text(types.ann, WED) == "ME"


def test_typing_again_changes_the_shift_and_keeps_its_note(shown, types):
    draft = types.draft(types.ann, WED, 8, 12, note="Opens the door", break_minutes=10)
    shift_id = types.schedule.add_shift(draft)
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_F2)
    assert shown.grid.editor.text() == "8:00-12:00"
    shown.grid.editor.setText("8-13")
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    (kept,) = shown.shifts(types.ann, WED)
    assert (kept.id, kept.end, kept.note, kept.break_minutes) == (shift_id, 780, draft.note, 10)


def test_delete_removes_and_undo_brings_back(shown, types, clinic):
    shown.at(types.ann, WED)
    shown.type("ME")
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_Delete)
    assert shown.shifts(types.ann, WED) == []
    clinic.journal.undo()
    assert shown.text(types.ann, WED) == "ME"
    clinic.journal.undo()
    assert shown.text(types.ann, WED) == ""


def test_an_emptied_cell_has_no_shift(shown, types):
    shown.at(types.ann, WED)
    shown.type("ME")
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_F2)
    shown.grid.editor.clear()
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    assert shown.shifts(types.ann, WED) == []


def test_an_open_shift_needs_a_code_that_says_its_position(shown, types):
    shown.at(None, WED)
    shown.type("8-12")
    assert "needs a position" in shown.grid.editor.refusal.accessibleName()
    shown.grid.editor.setText("FE")
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    (made,) = shown.shifts(None, WED)
    assert made.position_id == types.fd


def test_a_locked_shift_refuses_to_be_typed_over(shown, types):
    shift_id = types.schedule.add_shift(types.draft(types.ann, WED, 8, 12))
    types.schedule.lock_shifts([shift_id])
    shown.at(types.ann, WED)
    shown.type("9-10")
    assert "locked" in shown.grid.editor.refusal.accessibleName()
    assert shown.grid.editor.is_open


def test_codes_are_offered_and_taken_with_the_arrows(shown, types):
    shown.at(types.cy, WED)
    shown.qtbot.keyClicks(shown.grid, "f")
    codes = shown.grid.editor.codes
    assert [codes.item(at).text() for at in range(codes.count())] == ["FE   Front early"]
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Down)
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    assert shown.text(types.cy, WED) == "FE"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_arrows_move_through_the_cells(shown, types, key):
    shown.at(types.ann, TUE)
    shown.press(key)
    wanted = (types.bob, TUE) if key == Qt.Key.Key_Down else (types.ann, WED)
    assert shown.grid.current_place() == (("person", wanted[0]), wanted[1])


def test_a_half_typed_text_survives_a_change_elsewhere(shown, types):
    shown.at(types.ann, WED)
    shown.qtbot.keyClicks(shown.grid, "8")
    shown.qtbot.keyClicks(shown.grid.editor, "-1")
    types.schedule.add_shift(types.draft(types.bob, WED, 8, 12))
    assert shown.grid.editor.text() == "8-1"
    assert shown.grid.editor.is_open
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Escape)


def test_problems_are_marked_on_the_cell_and_spoken(shown, types):
    types.schedule.add_shift(types.draft(types.ann, WED, 8, 12))
    types.schedule.add_shift(types.draft(types.ann, WED, 11, 15))
    cell = shown.cell(types.ann, WED)
    assert cell.mark.name == "PROBLEM"
    index = shown.grid.roster.index(shown.grid.view.row_of(("person", types.ann)), 2)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Ann Lee, Wed, Nov 18: Medical assistant 8:00 AM–12:00 PM")
    assert "conflict: Ann Lee: shifts overlap" in spoken
