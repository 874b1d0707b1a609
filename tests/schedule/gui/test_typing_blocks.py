"""Typing, filling and pasting over blocks of cells, as in a spreadsheet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clinicmgr.schedule.gui.grid_misread import MisreadDialog
from clinicmgr.schedule.records import ShiftTypeDraft

MON, TUE, WED, THU, FRI = (date(2026, 11, day) for day in range(16, 21))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def grow(shown, who, day, *keys):
    """Begin at a cell and extend the selection with Shift and these keys."""
    shown.at(who, day)
    for key in keys:
        shown.press(key, SHIFT)


def texts(shown, who, *days):
    return [shown.text(who, day) for day in days]


def test_shift_and_arrows_select_a_block_over_the_headings(shown, types):
    grow(shown, types.ann, WED, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    rows, columns = shown.grid.selected_block()
    assert [shown.grid.view.rows[row].member_id for row in rows] == [types.ann, types.bob, types.cy]
    assert [shown.grid.view.days[column].day for column in columns] == [WED, THU]


def test_a_selection_begins_where_typing_left_the_cursor(shown, types):
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_Right)
    shown.type("ME")
    shown.press(Qt.Key.Key_Right, SHIFT)
    rows, columns = shown.grid.selected_block()
    assert [shown.grid.view.rows[row].member_id for row in rows] == [types.bob]
    assert [shown.grid.view.days[column].day for column in columns] == [TUE, WED]


def test_typing_goes_into_the_whole_block_in_one_step(shown, types):
    grow(shown, types.ann, WED, Qt.Key.Key_Right, Qt.Key.Key_Down)
    shown.type("ME")
    for who in (types.ann, types.bob):
        assert texts(shown, who, WED, THU) == ["ME", "ME"]
    rows, columns = shown.grid.selected_block()
    assert (len(rows), len(columns)) == (2, 2)
    assert shown.clinic.journal.undo() == "Type ME into 4 cells"
    assert texts(shown, types.ann, WED, THU) == ["", ""]


def test_while_a_block_is_typed_into_the_line_says_how_many_cells(shown, types):
    grow(shown, types.ann, WED, Qt.Key.Key_Right)
    shown.qtbot.keyClicks(shown.grid, "8")
    assert shown.grid.editor.hint.accessibleName() == "Enter types it into all 2 cells."
    assert shown.grid.editor.hint.isVisible()
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Escape)
    assert texts(shown, types.ann, WED, THU) == ["", ""]


def test_f2_edits_the_current_cell_only_and_ctrl_enter_all(shown, types):
    grow(shown, types.ann, WED, Qt.Key.Key_Right)
    shown.press(Qt.Key.Key_F2)
    shown.grid.editor.setText("8-12")
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    assert texts(shown, types.ann, WED, THU).count("8:00-12:00") == 1
    grow(shown, types.bob, WED, Qt.Key.Key_Right)
    shown.press(Qt.Key.Key_F2)
    shown.grid.editor.setText("8-12")
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return, CTRL)
    assert texts(shown, types.bob, WED, THU) == ["8:00-12:00", "8:00-12:00"]


def test_a_wrong_text_is_kept_out_of_every_cell_of_the_block(shown, types):
    grow(shown, types.ann, WED, Qt.Key.Key_Right)
    shown.type("nonsense")
    assert shown.grid.editor.is_open
    assert "neither a shift type" in shown.grid.editor.refusal.accessibleName()
    assert texts(shown, types.ann, WED, THU) == ["", ""]


def test_fill_down_of_one_cell_takes_the_one_above(shown, types):
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16, note="Keys"))
    shown.at(types.bob, MON)
    shown.press(Qt.Key.Key_D, CTRL)
    (made,) = shown.shifts(types.bob, MON)
    assert (made.start, made.note) == (480, "Keys")
    assert shown.clinic.journal.undo_title == "Fill down 1 shift"


def test_fill_right_gives_the_days_the_shifts_of_the_first(shown, types):
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    grow(shown, types.ann, MON, *[Qt.Key.Key_Right] * 4)
    shown.press(Qt.Key.Key_R, CTRL)
    assert texts(shown, types.ann, TUE, WED, THU, FRI) == ["8:00-16:00"] * 4
    assert shown.clinic.journal.undo() == "Fill right 4 shifts"
    assert texts(shown, types.ann, TUE, FRI) == ["", ""]


def test_filling_over_the_same_shift_that_is_locked_changes_nothing(shown, types):
    first = types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    second = types.schedule.add_shift(types.draft(types.bob, MON, 8, 16))
    types.schedule.lock_shifts([first, second])
    shown.at(types.bob, MON)
    shown.press(Qt.Key.Key_D, CTRL)
    assert [one.id for one in shown.shifts(types.bob, MON)] == [second]
    assert shown.clinic.journal.undo_title == "Lock 2 shifts"


def test_backspace_begins_with_an_empty_line(shown, types):
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_Backspace)
    assert shown.grid.editor.text() == ""
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    assert shown.shifts(types.ann, MON) == []


def test_a_block_goes_to_excel_and_back_and_nothing_changes(shown, types):
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16, break_minutes=45, note="Keys"))
    types.schedule.add_shift(types.draft(types.ann, MON, 17, 19))
    types.schedule.add_shift(types.draft(types.ann, TUE, 9, 12, position_id=types.fd))
    before = types.schedule.shifts(MON, FRI)
    title = shown.clinic.journal.undo_title
    grow(shown, types.ann, MON, Qt.Key.Key_Right)
    shown.press(Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text == "8:00-16:00 17:00-19:00\t9:00-12:00 FD"
    QGuiApplication.clipboard().setText(text + "\r\n")
    shown.press(Qt.Key.Key_V, CTRL)
    assert types.schedule.shifts(MON, FRI) == before
    assert shown.clinic.journal.undo_title == title


def test_a_position_is_typed_by_its_code_after_the_times(shown, types):
    shown.at(None, WED)
    shown.type("8-12 fd, 13-17 MA")
    first, second = shown.shifts(None, WED)
    assert (first.position_id, second.position_id) == (types.fd, types.ma)


def test_a_small_block_is_laid_out_again_and_again_in_a_larger_selection(shown, types):
    QGuiApplication.clipboard().setText("ME\t8-12")
    grow(shown, types.ann, MON, *[Qt.Key.Key_Right] * 3)
    shown.press(Qt.Key.Key_V, CTRL)
    assert texts(shown, types.ann, MON, TUE, WED, THU) == ["ME", "8:00-12:00"] * 2
    assert shown.clinic.journal.undo_title == "Paste 4 shifts"


def test_everything_that_is_not_understood_is_listed_and_nothing_is_pasted(shown, types):
    QGuiApplication.clipboard().setText('ME\tvacation\r\n"8-12\nlunch"\t8-25\r\n')
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_V, CTRL)
    (told,) = shown.window.findChildren(MisreadDialog)
    assert told.windowTitle() == "3 cells were not understood"
    cells = [told.table.item(row, 0).text() for row in range(3)]
    assert cells == ["Ann Lee, Tue, Nov 17", "Bob Roy, Mon, Nov 16", "Bob Roy, Tue, Nov 17"]
    assert [told.table.item(row, 1).text() for row in range(3)] == [
        "vacation",
        "8-12 lunch",
        "8-25",
    ]
    assert "“lunch” is neither" in told.table.item(1, 2).text()
    assert types.schedule.shifts(MON, FRI) == []
    told.close()


def test_off_and_dashes_from_a_spreadsheet_are_empty_cells(shown, types):
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))
    QGuiApplication.clipboard().setText("OFF\t-\t8-12")
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_V, CTRL)
    assert texts(shown, types.ann, MON, TUE, WED) == ["", "", "8:00-12:00"]


def test_only_the_shifts_that_are_not_locked_yet_are_locked(shown, types):
    ids = [types.schedule.add_shift(types.draft(types.ann, day, 8, 16)) for day in (MON, TUE, WED)]
    types.schedule.lock_shifts(ids[:1])
    grow(shown, types.ann, MON, Qt.Key.Key_Right, Qt.Key.Key_Right)
    shown.press(Qt.Key.Key_L, CTRL)
    assert shown.clinic.journal.undo_title == "Lock 2 shifts"
    shown.press(Qt.Key.Key_L, CTRL)
    assert shown.clinic.journal.undo_title == "Unlock 3 shifts"


def test_what_is_cut_in_the_week_is_pasted_in_the_month(shown, types):
    (shift_id,) = [types.schedule.add_shift(types.draft(types.ann, MON, 8, 16))]
    shown.at(types.ann, MON)
    shown.press(Qt.Key.Key_X, CTRL)
    shown.page.show_span("month")
    shown.at(types.bob, FRI)
    shown.press(Qt.Key.Key_V, CTRL)
    assert [one.id for one in shown.shifts(types.bob, FRI)] == [shift_id]


@pytest.mark.parametrize(
    "typed, minutes", [("8-16", 30), ("8-12", 0), ("7-16", 45), ("7-19", 30), ("8-13:30", 0)]
)
def test_times_get_the_break_of_the_shift_types_of_that_length(shown, types, typed, minutes):
    types.schedule.add_shift_type(ShiftTypeDraft("Long", "LO", 420, 960, 45))
    shown.at(types.ann, WED)
    shown.type(typed)
    assert shown.shifts(types.ann, WED)[0].break_minutes == minutes


def test_a_break_follows_new_times_unless_somebody_chose_it(shown, types):
    types.schedule.add_shift(types.draft(types.ann, WED, 8, 12))
    types.schedule.add_shift(types.draft(types.bob, WED, 8, 16, break_minutes=10))
    for who in (types.ann, types.bob):
        shown.at(who, WED)
        shown.type("8-16:30")
    assert shown.shifts(types.ann, WED)[0].break_minutes == 30
    assert shown.shifts(types.bob, WED)[0].break_minutes == 10
